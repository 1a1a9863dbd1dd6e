//! The standard's further sections, education, awards, languages …, and those that no standard has.

use super::{
    Shown,
    chip::chips,
    element::{View, element, in_turn, nothing},
    entry::entry,
    part::{dates, highlights, linked, moment, more, prose, words},
};
use crate::resume::Item;

/// The items of the section with this key.
pub fn items(key: &str, shown: &'static Shown) -> View {
    let is_school = key == "education";
    let mut items = Vec::new();
    for section in &shown.resume.sections {
        if section.key == key {
            let view = |item| in_turn(&shown.turns, move || item_view(shown, item, is_school));
            items.extend(section.items.iter().map(view));
        }
    }
    element("div").class("items").with(items)
}

fn item_view(shown: &'static Shown, item: &Item, is_school: bool) -> View {
    let details = item.details.iter().map(|(_, text)| text.as_str());
    let details = details.collect::<Vec<_>>().join(" · ");
    let (name, details) = match item.name.is_empty() {
        true => (details.as_str(), ""),
        false => (item.name.as_str(), details.as_str()),
    };
    let date = |when| element("p").class("dates").with([moment(shown, when, "")]);
    let (class, name_class) = match is_school {
        true => ("item-head p-education h-event", "p-name"),
        false => ("item-head", ""),
    };
    let title = match name.is_empty() && item.url.is_empty() {
        true => nothing(),
        false => element("h3")
            .class(name_class)
            .with([linked(name, &item.url)]),
    };
    let heading = element("div").class(class).with([
        title,
        words("facts", details),
        dates(shown, &item.period, is_school),
        item.date.as_ref().map_or_else(nothing, date),
    ]);
    let Some(id) = item.entry else {
        return heading;
    };
    let body = [
        chips(shown, &item.keywords),
        prose("words", &item.summary),
        highlights(&item.highlights),
        more(&item.more),
    ];
    entry(shown, id, name, heading, body)
}
