use leptos::{ev, html, prelude::*};

use super::unfold::{Unfold, present};
use crate::{dom::use_marks, labels::Label, resume::EntryId, state::State};

/// What a link to an entry ends with.
pub fn entry_id(id: EntryId) -> String {
    format!("entry-{}", id + 1)
}

/// A heading, with the button that unfolds what stands under it.
#[component]
pub fn FoldHead(
    /// What is unfolded, for the button.
    name: String,
    /// The heading.
    heading: AnyView,
    /// Whether it is unfolded.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let labels = &State::expect().site().labels;
    let details = labels.filled(Label::Details, &[("name", &name)]);
    view! {
        <div class="entry-head">
            {heading}
            <Unfold class="unfold" is_open name=Some(details)/>
        </div>
    }
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
            <FoldHead name heading is_open/>
            // The browser's own search may find something in it.
            <div
                class="entry-body fold"
                hidden=state.hidden_unless(is_open)
                on:beforematch=move |_: ev::Event| is_open.set(true)
            >
                {children()}
            </div>
        </article>
    }
}
