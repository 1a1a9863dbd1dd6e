//! Who this is about.

use leptos::prelude::*;

use super::{
    element::{element, nothing},
    part::words,
};
use crate::resume::Basics;

/// The first thing on the page: the greeting, who it is, what they do.
pub fn hero(basics: &Basics, greeting: &str) -> AnyView {
    let portrait = match basics.own_image() {
        Some(image) => {
            let portrait = element("img").class("portrait").attribute("src", image);
            let portrait = portrait.attribute("alt", "");
            let portrait = portrait
                .attribute("width", "112")
                .attribute("height", "112");
            portrait.void()
        }
        None => nothing(),
    };
    let name = match basics.name.is_empty() {
        true => nothing(),
        false => element("h1").saying(&basics.name),
    };
    element("header").class("hero").with([
        portrait,
        words("greeting", greeting),
        name,
        words("label", &basics.label),
        words("summary", &basics.summary),
        actions(),
    ])
}

/// What a reader may want to do with the whole. `src/loader.js` does what the button says; `make pdf`
/// makes the file and has the link shown.
fn actions() -> AnyView {
    let print = element("button").class("print action");
    let pdf = element("a")
        .class("pdf action")
        .attribute("href", "resume.pdf")
        .attribute("download", "");
    element("p")
        .class("actions")
        .with([print.saying("Print / PDF"), pdf.saying("Download PDF")])
}
