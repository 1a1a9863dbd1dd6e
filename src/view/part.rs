//! Small parts that several sections share: texts, links, dates.

use leptos::prelude::*;

use crate::resume::{
    date::{Date, Period, When},
    href,
};

/// A paragraph, if there is anything to say; its line breaks are kept.
#[component]
pub fn Words(
    /// What to say.
    text: String,
    /// A class for the paragraph.
    #[prop(default = "words")]
    class: &'static str,
) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <p class=class>{text}</p> })
}

/// A list of sentences, if there are any.
#[component]
pub fn Highlights(
    /// The sentences.
    items: Vec<String>,
) -> impl IntoView {
    let items = (!items.is_empty()).then_some(items)?;
    let item = |text| view! { <li>{text}</li> };
    Some(view! { <ul class="highlights">{items.into_iter().map(item).collect_view()}</ul> })
}

/// A text that leads to an address where that is safe to follow. An address that is not is shown
/// behind the text.
#[component]
pub fn Linked(
    /// The text.
    text: String,
    /// The address; may be empty.
    url: String,
) -> impl IntoView {
    match href(&url) {
        Some(href) => view! { <a href=href.to_owned()>{text}</a> }.into_any(),
        None if url.is_empty() || url == text => text.into_any(),
        None => view! { {text}" "<span class="address">{url}</span> }.into_any(),
    }
}

/// When and how long, if anything is known of it.
#[component]
pub fn Dates<'a>(
    /// The time.
    period: &'a Period,
    /// The end of what is ongoing.
    today: Date,
) -> impl IntoView + use<> {
    if period.is_empty() {
        return None;
    }
    let length = period.length(today).map(|length| {
        view! { " "<span class="length">{format!("· {length}")}</span> }
    });
    let end = match (&period.start, &period.end) {
        (Some(_), None) => Some(view! { " – Present" }.into_any()),
        (None, Some(end)) => Some(moment(end)),
        (_, end) => end
            .as_ref()
            .map(|end| view! { " – "{moment(end)} }.into_any()),
    };
    Some(view! { <p class="dates">{period.start.as_ref().map(moment)}{end}{length}</p> })
}

/// A point in time, if there is one.
#[component]
pub fn Moment<'a>(
    /// The date, or what stands in its place.
    when: &'a Option<When>,
) -> impl IntoView + use<> {
    when.as_ref()
        .map(|when| view! { <p class="dates">{moment(when)}</p> })
}

fn moment(when: &When) -> AnyView {
    match when {
        When::Date(date) => {
            view! { <time datetime=date.to_string()>{date.label()}</time> }.into_any()
        }
        When::Text(text) => text.clone().into_any(),
    }
}
