//! A technology as something to click.

use super::{
    Shown,
    element::{Element, View, element, text},
    part::list,
};
use crate::{labels::Label, tags::TagId};

/// A list of chips as the file writes their names, if there are any.
pub fn chips(shown: &'static Shown, keywords: &[String]) -> View {
    let chip = |name: &String| element("li").with([keyword(shown, name, "chip")]);
    list("chips", keywords.iter().map(chip).collect())
}

/// A technology as the file writes its name.
pub fn keyword(shown: &'static Shown, name: &str, class: &'static str) -> View {
    let Some(id) = shown.index.named(name) else {
        return text(name);
    };
    let tag = &shown.index.tags()[id];
    let count = tag.evidence.count_ones(..);
    let entries = shown.labels.counted(Label::Entries, count);
    toggle(shown, id)
        .class(class)
        .attribute("title", [&tag.name, " · ", &entries].concat())
        .saying(name)
}

/// A link that chooses a tag, or no longer does: good by itself, without the app.
pub fn toggle(shown: &'static Shown, id: TagId) -> Element {
    let slug = &shown.index.tags()[id].slug;
    element("a")
        .attribute("data-tag", slug)
        .attribute("href", ["?tag=", slug].concat())
        .attribute_if("aria-current", shown.drawn.current(id))
}

/// A link that toggles the tag with this slug.
pub fn chip(slug: &str) -> Element {
    element("a").class("chip").attribute("data-tag", slug)
}
