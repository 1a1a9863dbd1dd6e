//! What the filter has found, in one sentence, on top of the sections.

use leptos::prelude::*;

use super::{
    Shown,
    element::{changing_text, element, nothing},
};

/// The sentence, and a way to share what it is about. `src/loader.js` does what the button says.
pub fn proof(shown: &Shown) -> AnyView {
    if shown.index.entries() == 0 {
        return nothing();
    }
    let (selection, index, history) = (shown.selection, shown.index.clone(), shown.history.clone());
    let sentence = move || selection.with(|now| history.sentence(now, &index));
    let copy = element("button").class("copy action").saying("Copy link");
    element("div")
        .class("proof")
        .changing("hidden", move || {
            selection.with(|now| now.found.is_none().then_some(""))
        })
        .with([element("p").with([changing_text(sentence)]), copy])
}
