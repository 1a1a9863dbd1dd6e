//! What a filter can match: folds to its heading while the filter does not match it.

use leptos::prelude::*;

use super::{
    Shown,
    element::{element, state},
};
use crate::{labels::Label, resume::EntryId};

/// An entry of the résumé. When it folds, its heading stays; its name is for the button that unfolds
/// it.
pub fn entry(
    shown: &'static Shown,
    entry: EntryId,
    name: &str,
    heading: AnyView,
    body: impl Into<Vec<AnyView>>,
) -> AnyView {
    let open = RwSignal::new(false);
    let unfold = element("button")
        .class("unfold")
        .attribute(
            "aria-label",
            shown.labels.filled(Label::Details, &[("name", name)]),
        )
        .changing("aria-expanded", move || Some(state(open.get())))
        .on_click(move |_| open.update(|open| *open = !*open))
        .with([]);
    element("article")
        .class("entry")
        .attribute("data-entry", entry.to_string())
        .changing("data-match", shown.matching(entry))
        .changing("data-open", move || open.get().then_some(""))
        .with([
            element("div").class("entry-head").with([heading, unfold]),
            element("div").class("entry-body").with(body),
        ])
}
