//! Small parts that several sections share: texts, lists, links, dates.

use leptos::prelude::*;

use super::element::{element, group, nothing, text};
use crate::resume::{
    date::{Date, Period, When},
    href,
};

/// A paragraph, if there is anything to say; its line breaks are kept.
pub fn words(class: &'static str, words: &str) -> AnyView {
    match words.is_empty() {
        true => nothing(),
        false => element("p").class(class).saying(words),
    }
}

/// A list, if it has any items.
pub fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    match items.is_empty() {
        true => nothing(),
        false => element("ul").class(class).with(items),
    }
}

/// A list of sentences, if there are any.
pub fn highlights(sentences: &[String]) -> AnyView {
    let item = |sentence: &String| element("li").saying(sentence);
    list("highlights", sentences.iter().map(item).collect())
}

/// A text that leads to an address where that is safe to follow. An address that is not is shown
/// behind the text.
pub fn linked(name: &str, url: &str) -> AnyView {
    let name = if name.is_empty() { url } else { name };
    match href(url) {
        // On paper, the address is said as well, unless that is what the text is.
        Some(href) if name == url || !url.contains("//") => {
            element("a").attribute("href", href).saying(name)
        }
        Some(href) => {
            let link = element("a").class("leads").attribute("href", href);
            link.saying(name)
        }
        None if url.is_empty() || url == name => text(name),
        None => {
            let address = element("span").class("address").saying(url);
            group([text(name), text(" "), address])
        }
    }
}

/// When and how long, if anything is known of it; `today` is the end of what is ongoing.
pub fn dates(period: &Period, today: Date) -> AnyView {
    let mut parts = Vec::new();
    match (&period.start, &period.end) {
        (None, None) => return nothing(),
        (None, Some(end)) => parts.push(moment(end)),
        (Some(start), None) => parts.extend([moment(start), text(" – Present")]),
        (Some(start), Some(end)) => parts.extend([moment(start), text(" – "), moment(end)]),
    }
    if let Some(length) = period.length(today) {
        let length = element("span")
            .class("length")
            .saying(format!("· {length}"));
        parts.extend([text(" "), length]);
    }
    element("p").class("dates").with(parts)
}

/// A point in time: a date, or what stands in its place.
pub fn moment(when: &When) -> AnyView {
    match when {
        When::Date(date) => {
            let time = element("time").attribute("datetime", date.to_string());
            time.saying(date.label())
        }
        When::Text(words) => text(words),
    }
}
