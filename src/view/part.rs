//! Small parts that several sections share: texts, lists, links, dates, and what has no place of its
//! own.

use super::{
    Shown,
    element::{View, element, group, nothing, text},
};
use crate::{
    labels::Label,
    markup::{self, Block, Inline},
    resume::{
        Extra, Json,
        date::{Period, When},
        href,
        outline::in_words,
    },
};

/// A paragraph of a name or a few words, if there are any.
pub fn words(class: &'static str, words: &str) -> View {
    match words.is_empty() {
        true => nothing(),
        false => element("p").class(class).saying(words),
    }
}

/// Sentences with their markup, if there are any.
pub fn prose(class: &'static str, text: &str) -> View {
    let blocks = markup::blocks(text);
    group(
        blocks
            .iter()
            .map(|part| block(class, part))
            .collect::<Vec<_>>(),
    )
}

fn block(class: &'static str, block: &Block) -> View {
    match block {
        Block::Paragraph(parts) => element("p").class(class).with(inlines(parts)),
        Block::List { ordered, items } => {
            let list = element(if *ordered { "ol" } else { "ul" });
            let items = items.iter().map(|item| element("li").with(within(item)));
            list.class(class).with(items.collect::<Vec<_>>())
        }
    }
}

/// What is within a list's item: its first paragraph without an element of its own.
fn within(blocks: &[Block]) -> Vec<View> {
    let mut parts = Vec::new();
    let mut rest = blocks;
    if let [Block::Paragraph(first), others @ ..] = blocks {
        parts.extend(inlines(first));
        rest = others;
    }
    parts.extend(rest.iter().map(|part| block("words", part)));
    parts
}

fn inlines(parts: &[Inline]) -> Vec<View> {
    let inline = |part: &Inline| match part {
        Inline::Text(words) => text(*words),
        Inline::Break => element("br").empty(),
        Inline::Code(words) => element("code").saying(*words),
        Inline::Emphasis(parts) => element("em").with(inlines(parts)),
        Inline::Strong(parts) => element("strong").with(inlines(parts)),
        Inline::Link { content, url } => link_around(
            inlines(content),
            url,
            matches!(content.as_slice(), [Inline::Text(words)] if words == url),
        ),
    };
    parts.iter().map(inline).collect()
}

/// A list, if it has any items.
pub fn list(class: &'static str, items: Vec<View>) -> View {
    match items.is_empty() {
        true => nothing(),
        false => element("ul").class(class).with(items),
    }
}

/// A list of sentences with their markup, if there are any.
pub fn highlights(sentences: &[String]) -> View {
    let item = |sentence: &String| element("li").with(within(&markup::blocks(sentence)));
    list("highlights", sentences.iter().map(item).collect())
}

/// A text that leads to an address where that is safe to follow. An address that is not is shown
/// behind the text.
pub fn linked(name: &str, url: &str) -> View {
    let name = if name.is_empty() { url } else { name };
    let is_address = name == url || url.strip_prefix("mailto:") == Some(name);
    link_around(vec![text(name)], url, is_address)
}

fn link_around(content: Vec<View>, url: &str, is_address: bool) -> View {
    match href(url) {
        Some(href) => {
            // On paper, the address is said as well, unless that is what the text is.
            let is_said = is_address || !(url.contains('/') || url.contains('.'));
            let link = element("a").class(if is_said { "" } else { "leads" });
            link.attribute("href", href).with(content)
        }
        None if url.is_empty() || is_address => group(content),
        None => {
            let address = element("span").class("address").saying(url);
            group([group(content), text(" "), address])
        }
    }
}

/// When and how long, if anything is known of it; `is_event` is whether it says when an `h-event` was.
pub fn dates(shown: &'static Shown, period: &Period, is_event: bool) -> View {
    let moment = |class, when| moment(shown, when, class);
    let (from, to) = match is_event {
        true => ("dt-start", "dt-end"),
        false => ("", ""),
    };
    let mut parts = Vec::new();
    match (&period.start, &period.end) {
        (None, None) => return nothing(),
        (None, Some(end)) => parts.push(moment(to, end)),
        (Some(start), None) if !period.is_ongoing() => parts.push(moment(from, start)),
        (Some(start), None) => {
            parts.extend([moment(from, start), text(" – "), moment(to, &When::Now)]);
        }
        (Some(start), Some(end)) => {
            parts.extend([moment(from, start), text(" – "), moment(to, end)]);
        }
    }
    if let Some(length) = period.length(shown.today) {
        let dot = element("span").class("dot").saying("· ");
        let length = text(shown.labels.length(length));
        let length = element("span").class("length").with([dot, length]);
        parts.extend([text(" "), length]);
    }
    element("p").class("dates").with(parts)
}

/// A point in time: a date, or what stands in its place.
pub fn moment(shown: &'static Shown, when: &When, class: &'static str) -> View {
    match when {
        When::Date(date) => {
            let time = element("time").class(class);
            let time = time.attribute("datetime", date.to_string());
            time.saying(shown.labels.date(*date))
        }
        When::Now => text(shown.labels.word(Label::Present)),
        When::Text(words) => text(words),
    }
}

/// What the file says of something beyond what has a place of its own: names and values, in the
/// file's order.
pub fn more(extras: &[Extra]) -> View {
    let extras = extras.iter().filter(|(_, value)| !value.is_empty());
    let extras: Vec<_> = extras.map(extra).collect();
    match extras.is_empty() {
        true => nothing(),
        false => element("dl").class("extras").with(extras),
    }
}

/// A name and its value, as they stand in a list of such.
pub fn extra((name, value): &Extra) -> View {
    let name = in_words(name);
    let mut parts = Vec::new();
    if !name.is_empty() {
        parts.extend([element("dt").saying(name), text(" ")]);
    }
    parts.push(element("dd").with([any_value(value)]));
    element("div").with(parts)
}

fn any_value(value: &Json) -> View {
    match value {
        Json::List(items) => {
            let items = items.iter().filter(|item| !item.is_empty());
            let item = |item: &Json| element("li").with([any_value(item)]);
            list("values", items.map(item).collect())
        }
        Json::Object(fields) => more(fields),
        scalar => {
            let words = scalar.scalar().unwrap_or_default();
            linked(&words, &words)
        }
    }
}
