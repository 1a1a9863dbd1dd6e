//! A technology as something to click.

use leptos::prelude::*;

use super::{
    Shown,
    element::{Element, changing_text, element, text},
    part::list,
};
use crate::tags::TagId;

/// A list of chips as the file writes their names, if there are any. With `counted`, each says how
/// many entries it would leave.
pub fn chips(shown: &Shown, keywords: &[String], counted: bool) -> AnyView {
    let chip = |name: &String| element("li").with([keyword(shown, name, counted)]);
    list("chips", keywords.iter().map(chip).collect())
}

fn keyword(shown: &Shown, name: &str, counted: bool) -> AnyView {
    let Some(id) = shown.index.named(name) else {
        return text(name);
    };
    let tag = &shown.index.tags()[id];
    let entries = tag.entries.count_ones(..);
    let entries = format!(
        "{entries} {}",
        if entries == 1 { "entry" } else { "entries" }
    );
    let mut parts = vec![text(name)];
    if counted {
        parts.extend([text(" "), count(shown, id)]);
    }
    chip(&tag.slug)
        .attribute("href", format!("?tag={}", tag.slug))
        .attribute("title", format!("{} · {entries}", tag.name))
        .changing("aria-current", shown.current(id))
        .with(parts)
}

/// A link that toggles the tag with this slug.
pub fn chip(slug: &str) -> Element {
    element("a").class("chip").attribute("data-tag", slug)
}

/// How many entries a click on the tag would leave.
pub fn count(shown: &Shown, tag: TagId) -> AnyView {
    let selection = shown.selection;
    let count = changing_text(move || selection.with(|now| now.counts[tag].to_string()));
    element("span").class("count").with([count])
}
