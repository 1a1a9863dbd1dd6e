use leptos::{html, prelude::*};

use super::unfold::{Unfold, present};
use crate::{dom::use_marks, labels::Label, resume::EntryId, state::State};

/// What a link to an entry ends with.
pub fn entry_id(id: EntryId) -> String {
    format!("entry-{}", id + 1)
}

/// What a filter can match. When it does not, the entry folds to its heading, and a button unfolds it.
#[component]
pub fn Entry(
    /// Its number.
    id: EntryId,
    /// What it is called, for the button.
    name: String,
    /// What stays when it folds.
    heading: AnyView,
    /// What folds.
    children: Children,
) -> impl IntoView {
    let state = State::expect();
    let details = state
        .site()
        .labels
        .filled(Label::Details, &[("name", &name)]);
    let matching = state.matching(id);
    let is_open = RwSignal::new(false);
    let article = NodeRef::<html::Article>::new();
    use_marks(article, vec![id]);
    view! {
        <article
            class="entry"
            id=entry_id(id)
            data-entry=id
            data-match=matching
            data-open=present(is_open)
            node_ref=article
        >
            <div class="entry-head">
                {heading}
                <Unfold class="unfold" is_open name=Some(details)/>
            </div>
            <div class="entry-body">{children()}</div>
        </article>
    }
}
