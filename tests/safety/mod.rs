//! What a page may be made of, whatever the file says. `make fuzz` asserts it too.

use scraper::{Html, Node};
use url::Url;
use vitae::{
    resume::{Resume, date::Date},
    site::prerender::{Prerendered, prerender},
};

/// A page as a browser reads it.
pub fn page_of(resume: Resume) -> Html {
    let today = Date::parse("2026-11-22").expect("a date");
    let Prerendered {
        lang, head, page, ..
    } = prerender(resume, today, None, false);
    Html::parse_document(&format!(
        "<!DOCTYPE html><html lang={lang}><head>{head}</head><body>{page}"
    ))
}

const ELEMENTS: [&str; 44] = [
    "a", "article", "bdi", "body", "br", "button", "code", "data", "dd", "details", "div", "dl",
    "dt", "em", "h1", "h2", "h3", "h4", "h5", "head", "header", "html", "img", "input", "kbd",
    "li", "link", "main", "meta", "nav", "noscript", "ol", "p", "rect", "search", "section",
    "span", "strong", "summary", "svg", "text", "time", "title", "ul",
];

const ATTRIBUTES: [&str; 29] = [
    "alt",
    "autocomplete",
    "class",
    "content",
    "datetime",
    "download",
    "height",
    "hidden",
    "href",
    "id",
    "lang",
    "name",
    "placeholder",
    "popover",
    "popovertarget",
    "property",
    "rel",
    "role",
    "spellcheck",
    "src",
    "tabindex",
    "target",
    "text-anchor",
    "title",
    "type",
    "value",
    "width",
    "x",
    "y",
];

/// Asserts that a page has the elements and attributes of pages and no others, and leads only to
/// addresses that are safe to follow, as browsers read addresses.
pub fn assert_safe(page: &Html) {
    for node in page.tree.nodes() {
        let Node::Element(element) = node.value() else {
            continue;
        };
        let name = element.name();
        assert!(ELEMENTS.contains(&name), "<{name}>: {}", page.html());
        for (attribute, value) in element.attrs() {
            let is_known = ATTRIBUTES.contains(&attribute)
                || ["aria-", "data-"]
                    .iter()
                    .any(|start| attribute.starts_with(start));
            assert!(is_known, "<{name} {attribute}>: {}", page.html());
            match attribute {
                "href" => assert!(is_safe(value), "leads to {value:?}"),
                "src" => assert!(is_beside(value), "loads {value:?}"),
                _ => {}
            }
        }
    }
}

const HERE: &str = "https://here.example/folder/";

fn read(address: &str) -> Option<Url> {
    // What browsers cannot read leads nowhere.
    Url::parse(HERE).expect("an address").join(address).ok()
}

fn is_safe(address: &str) -> bool {
    let schemes = ["http", "https", "mailto", "tel"];
    read(address).is_none_or(|url| schemes.contains(&url.scheme()))
}

fn is_beside(address: &str) -> bool {
    read(address).is_some_and(|url| url.as_str().starts_with("https://here.example/"))
}
