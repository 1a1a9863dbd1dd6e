//! What a filter can match: folds to its heading while the filter does not match it.

use super::{
    Shown,
    element::{View, element},
};
use crate::{labels::Label, resume::EntryId};

/// An entry of the résumé. When it folds, its heading stays; its name is for the button that unfolds
/// it, which `src/loader.js` does.
pub fn entry(
    shown: &'static Shown,
    entry: EntryId,
    name: &str,
    heading: View,
    body: impl Into<Vec<View>>,
) -> View {
    let label = shown.labels.filled(Label::Details, &[("name", name)]);
    let unfold = element("button")
        .class("unfold")
        .attribute("aria-label", label)
        .attribute("aria-expanded", "false");
    element("article")
        .class("entry")
        .attribute("data-entry", entry.to_string())
        .attribute_if("data-match", shown.drawn.matching(entry))
        .with([
            element("div")
                .class("entry-head")
                .with([heading, unfold.empty()]),
            element("div").class("entry-body").with(body),
        ])
}
