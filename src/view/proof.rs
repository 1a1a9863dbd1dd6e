//! What the filter has found, in one sentence, on top of the sections.

use super::{
    Shown,
    element::{View, changing_text, element, nothing},
};
use crate::labels::Label;

/// The sentence, and a way to share what it is about. `src/loader.js` does what the button says.
pub fn proof(shown: &'static Shown) -> View {
    if shown.index.entries() == 0 {
        return nothing();
    }
    let labels = &shown.labels;
    let copy = element("button")
        .class("copy action")
        .attribute("data-copied", labels.word(Label::Copied))
        .attribute("data-not-copied", labels.word(Label::NotCopied))
        .saying(labels.word(Label::Copy));
    // The button keeps its name, so that the answer is heard once and its end not at all.
    let answer = element("span")
        .class("answer")
        .attribute("aria-live", "polite");
    let selection = &shown.selection;
    let sentence = move || selection.with(|now| shown.history.sentence(now, shown.index, labels));
    element("div")
        .class("proof")
        .attribute("data-whole", labels.word(Label::WholeIsAt))
        .changing("hidden", move || {
            selection.with(|now| now.found.is_none().then_some(""))
        })
        .with([
            element("p").with([changing_text(sentence)]),
            copy,
            answer.empty(),
        ])
}
