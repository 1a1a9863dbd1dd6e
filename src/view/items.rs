//! The standard's further sections: education, awards, languages …

use leptos::prelude::*;

use super::{
    Shown,
    chip::Chips,
    entry::Entry,
    part::{Dates, Highlights, Linked, Moment, Words},
};
use crate::resume::Item;

/// A section's items.
#[component]
pub fn Items<'a>(
    /// Which section.
    key: &'a str,
    /// What is shown.
    shown: &'a Shown,
) -> impl IntoView + use<> {
    let sections = shown.resume.sections.iter();
    let items = sections
        .filter(|section| section.key == key)
        .flat_map(|section| &section.items);
    let items = items.map(|item| item_view(shown, item)).collect_view();
    view! { <div class="items">{items}</div> }
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
    let heading = view! {
        <div class="item-head">
            <h3><Linked text=name.clone() url=item.url.clone()/></h3>
            <Words class="facts" text=details/>
            <Dates period=&item.period today=shown.today/>
            <Moment when=&item.date/>
        </div>
    }
    .into_any();
    let Some(entry) = item.entry else {
        return heading.into_any();
    };
    let body = view! {
        <Chips shown keywords=&item.keywords/>
        <Words text=item.summary.clone()/>
        <Highlights items=item.highlights.clone()/>
    }
    .into_any();
    view! { <Entry shown entry name=&name heading body/> }.into_any()
}
