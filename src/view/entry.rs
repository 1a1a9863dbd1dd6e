//! What a filter can match: folds to its heading while the filter does not match it.

use leptos::prelude::*;

use super::{Shown, part::element};
use crate::resume::EntryId;

/// An entry of the résumé. When it folds, its heading stays; its name is for the button that unfolds it.
pub fn entry(
    shown: &Shown,
    entry: EntryId,
    name: &str,
    heading: AnyView,
    body: AnyView,
) -> AnyView {
    let open = RwSignal::new(false);
    let unfold = view! {
        <button class="unfold" type="button" aria-label=format!("Details of {name}")
            aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)/>
    };
    view! {
        <article class="entry" data-entry data-match=shown.matching(entry) data-open=move || open.get().then_some("")>
            {element("div", "entry-head", (heading, unfold.into_any()))}
            {element("div", "entry-body", body)}
        </article>
    }
    .into_any()
}
