//! What a filter can match: folds to its heading while the filter does not match it.

use leptos::prelude::*;

use super::Shown;
use crate::resume::EntryId;

/// An entry of the résumé.
#[component]
pub fn Entry<'a>(
    /// What is shown.
    shown: &'a Shown,
    /// Which entry it is.
    entry: EntryId,
    /// Its name, for the button that unfolds it.
    name: &'a str,
    /// What stays when it folds.
    heading: AnyView,
    /// What folds.
    body: AnyView,
) -> impl IntoView + use<> {
    let open = RwSignal::new(false);
    view! {
        <article class="entry" data-entry data-match=shown.matching(entry) data-open=move || open.get().then_some("")>
            <div class="entry-head">
                {heading}
                <button class="unfold" type="button" aria-label=format!("Details of {name}")
                    aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)/>
            </div>
            <div class="entry-body">{body}</div>
        </article>
    }
}
