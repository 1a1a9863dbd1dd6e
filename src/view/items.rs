//! The standard's further sections: education, awards, languages …

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    entry::entry,
    part::{dates, element, highlights, linked, moment, nothing, words},
};
use crate::resume::Item;

/// A section's items.
#[component]
pub fn Items<'a>(
    /// Which section.
    key: &'a str,
    /// What is shown.
    shown: &'a Shown,
) -> AnyView {
    let sections = shown.resume.sections.iter();
    let items = sections
        .filter(|section| section.key == key)
        .flat_map(|section| &section.items);
    let items: Vec<_> = items.map(|item| item_view(shown, item)).collect();
    element("div", "items", items)
}

fn item_view(shown: &Shown, item: &Item) -> AnyView {
    let name = match item.name.is_empty() {
        true => item.details.join(" · "),
        false => item.name.clone(),
    };
    let details = match item.name.is_empty() {
        true => String::new(),
        false => item.details.join(" · "),
    };
    let date = |when| element("p", "dates", moment(when));
    let heading = (
        element("h3", "", linked(&name, &item.url)),
        words("facts", &details),
        dates(&item.period, shown.today),
        item.date.as_ref().map_or_else(nothing, date),
    );
    let heading = element("div", "item-head", heading);
    let Some(id) = item.entry else {
        return heading;
    };
    let body = (
        chips(shown, &item.keywords, false),
        words("words", &item.summary),
        highlights(&item.highlights),
    );
    let body = body.into_any();
    entry(shown, id, &name, heading, body)
}
