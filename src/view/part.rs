//! Small parts that several sections share: texts, links, dates.

use leptos::{html, prelude::*};

use crate::resume::{
    date::{Date, Period, When},
    href,
};

/// An element with a class, which may be empty, and children. `view!` gives every element a type of
/// its own, and the browser gets code for each; those that are made here share theirs.
pub fn element(tag: &'static str, class: &'static str, children: impl IntoAny) -> AnyView {
    element_around(tag, class, children.into_any())
}

fn element_around(tag: &'static str, class: &'static str, children: AnyView) -> AnyView {
    html::custom(tag)
        .attr("class", (!class.is_empty()).then_some(class))
        .child(children)
        .into_any()
}

/// A text as a view.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// Nothing, where something might have been.
pub fn nothing() -> AnyView {
    None::<AnyView>.into_any()
}

/// A paragraph, if there is anything to say; its line breaks are kept.
pub fn words(class: &'static str, words: &str) -> AnyView {
    match words.is_empty() {
        true => nothing(),
        false => element("p", class, text(words)),
    }
}

/// A list, if it has any items.
pub fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    match items.is_empty() {
        true => nothing(),
        false => element("ul", class, items),
    }
}

/// A list of sentences, if there are any.
pub fn highlights(sentences: &[String]) -> AnyView {
    let item = |sentence: &String| element("li", "", text(sentence));
    list("highlights", sentences.iter().map(item).collect())
}

/// A text that leads to an address where that is safe to follow. An address that is not is shown
/// behind the text.
pub fn linked(name: &str, url: &str) -> AnyView {
    match href(url) {
        Some(href) => view! { <a href=href.to_owned()>{text(name)}</a> }.into_any(),
        None if url.is_empty() || url == name => text(name),
        None => {
            let address = element("span", "address", text(url));
            (text(name), text(" "), address).into_any()
        }
    }
}

/// When and how long, if anything is known of it; `today` is the end of what is ongoing.
pub fn dates(period: &Period, today: Date) -> AnyView {
    if period.is_empty() {
        return nothing();
    }
    let start = period.start.as_ref().map_or_else(nothing, moment);
    let end = match (&period.start, &period.end) {
        (_, None) => text(" – Present"),
        (None, Some(end)) => moment(end),
        (Some(_), Some(end)) => (text(" – "), moment(end)).into_any(),
    };
    let length = match period.length(today) {
        Some(length) => {
            let length = element("span", "length", text(format!("· {length}")));
            (text(" "), length).into_any()
        }
        None => nothing(),
    };
    element("p", "dates", (start, end, length))
}

/// A point in time: a date, or what stands in its place.
pub fn moment(when: &When) -> AnyView {
    match when {
        When::Date(date) => {
            view! { <time datetime=date.to_string()>{text(date.label())}</time> }.into_any()
        }
        When::Text(words) => text(words),
    }
}
