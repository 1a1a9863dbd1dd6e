//! Who this is about.

use super::{
    Shown,
    element::{View, element, nothing},
    part::{prose, words},
};
use crate::{
    labels::{Label, Labels},
    metadata::title,
};

/// The first thing on the page: the greeting, who it is, what they do.
pub fn hero(shown: &'static Shown) -> View {
    let (basics, settings) = (&shown.resume.basics, &shown.resume.settings);
    let portrait = match basics.own_image() {
        Some(image) => {
            let portrait = element("img").class("portrait").attribute("src", image);
            let portrait = portrait.attribute("alt", &settings.image_description);
            let portrait = portrait
                .attribute("width", "112")
                .attribute("height", "112");
            portrait.empty()
        }
        None => nothing(),
    };
    // Every page has a heading: who has no name has what the document is called.
    let (name, label) = match basics.name.is_empty() {
        true => (title(&shown.resume, &shown.labels), ""),
        false => (basics.name.clone(), basics.label.as_str()),
    };
    let card = element("span").class("p-contact h-card");
    let name = element("h1").class("p-name").with([card.saying(name)]);
    element("header").class("hero").with([
        portrait,
        words("greeting", &settings.greeting),
        name,
        words("label", label),
        prose("summary p-summary", &basics.summary),
        actions(&shown.labels),
    ])
}

/// What a reader may want to do with the whole. `src/loader.js` does what the button says; `make pdf`
/// makes the file and has the link shown.
fn actions(labels: &Labels) -> View {
    let print = element("button").class("print action");
    let pdf = element("a")
        .class("pdf action")
        .attribute("href", "resume.pdf")
        .attribute("download", "");
    element("p").class("actions").with([
        print.saying(labels.word(Label::Print)),
        pdf.saying(labels.word(Label::Download)),
    ])
}
