use leptos::{either::Either, prelude::*};

use super::{
    chip::Chips,
    dates::{Dates, Moment},
    entry::Entry,
    extras::Extras,
    prose::{Highlights, Prose, Words},
    title::Title,
};
use crate::{evidence::DOT, resume::Item, state::State};

/// One of the standard's further sections, such as education or awards, or one that no standard has.
#[component]
pub fn Items(
    /// The document's name of the section.
    key: String,
) -> impl IntoView {
    let site = State::expect().site();
    let is_school = key == "education";
    let sections = site.resume.sections.iter().filter(|it| it.key == key);
    let items = sections.flat_map(|section| section.items.clone());
    let items = items.map(|item| view! { <ItemEntry item is_school/> });
    view! { <div class="items">{items.collect_view()}</div> }
}

/// One thing in a section, which is an entry if there is more to it than names and dates.
#[component]
fn ItemEntry(
    /// The thing.
    item: Item,
    /// Whether it is a school.
    is_school: bool,
) -> impl IntoView {
    let details: Vec<_> = item.details.into_iter().map(|(_, text)| text).collect();
    let details = details.join(DOT);
    let (name, details) = if item.name.is_empty() {
        (details, String::new())
    } else {
        (item.name, details)
    };
    let (class, title) = if is_school {
        ("item-head p-education h-event", Some("p-name"))
    } else {
        ("item-head", None)
    };
    let date = item
        .date
        .map(|when| view! { <p class="dates"><Moment when/></p> });
    let heading = view! {
        <div class=class>
            <Title level=3 name=name.clone() url=item.url class=title/>
            <Words class="facts" text=details/>
            <Dates period=item.period is_event=is_school/>
            {date}
        </div>
    }
    .into_any();
    match item.entry {
        None => Either::Left(heading),
        Some(id) => Either::Right(view! {
            <Entry id name heading>
                <Chips keywords=item.keywords/>
                <Prose text=item.summary/>
                <Highlights sentences=item.highlights/>
                <Extras extras=item.more/>
            </Entry>
        }),
    }
}
