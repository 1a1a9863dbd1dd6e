//! The standard's further sections: education, awards, languages …

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    element::{element, nothing},
    entry::entry,
    part::{dates, highlights, linked, moment, words},
};
use crate::resume::Item;

/// The items of the section with this key.
pub fn items(key: &str, shown: &Shown) -> AnyView {
    let sections = shown.resume.sections.iter();
    let items = sections
        .filter(|section| section.key == key)
        .flat_map(|section| &section.items);
    let items: Vec<_> = items.map(|item| item_view(shown, item)).collect();
    element("div").class("items").with(items)
}

fn item_view(shown: &Shown, item: &Item) -> AnyView {
    let details = item.details.join(" · ");
    let (name, details) = match item.name.is_empty() {
        true => (details.as_str(), ""),
        false => (item.name.as_str(), details.as_str()),
    };
    let date = |when| element("p").class("dates").with([moment(when)]);
    let heading = element("div").class("item-head").with([
        element("h3").with([linked(name, &item.url)]),
        words("facts", details),
        dates(&item.period, shown.today),
        item.date.as_ref().map_or_else(nothing, date),
    ]);
    let Some(id) = item.entry else {
        return heading;
    };
    let body = [
        chips(shown, &item.keywords),
        words("words", &item.summary),
        highlights(&item.highlights),
    ];
    entry(shown, id, name, heading, body)
}
