//! What the filter has found, in one sentence, on top of the sections.

use leptos::prelude::*;

use super::{
    Shown,
    element::{changing_text, element, nothing},
};
use crate::labels::Label;

/// The sentence, and a way to share what it is about. `src/loader.js` does what the button says.
pub fn proof(shown: &Shown) -> AnyView {
    if shown.index.entries() == 0 {
        return nothing();
    }
    let labels = shown.labels.clone();
    let copy = element("button")
        .class("copy action")
        .attribute("data-copied", labels.word(Label::Copied))
        .attribute("data-not-copied", labels.word(Label::NotCopied))
        .saying(labels.word(Label::Copy));
    let whole = labels.word(Label::WholeIsAt).to_owned();
    let (selection, index, history) = (shown.selection, shown.index.clone(), shown.history.clone());
    let sentence = move || selection.with(|now| history.sentence(now, &index, &labels));
    element("div")
        .class("proof")
        .attribute("data-whole", whole)
        .changing("hidden", move || {
            selection.with(|now| now.found.is_none().then_some(""))
        })
        .with([element("p").with([changing_text(sentence)]), copy])
}
