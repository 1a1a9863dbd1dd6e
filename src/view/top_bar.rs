//! The bar on top: the way to each section, and the switch between light and dark.

use super::element::{View, element};
use crate::{
    labels::{Label, Labels},
    resume::Heading,
};

/// The bar on top of the page. `src/loader.js` does what its button says, with or without the app.
pub fn top_bar(headings: &[Heading], labels: &Labels) -> View {
    // With a target, the router leaves the link to the browser, which moves the focus as well.
    let link = |heading: &Heading| {
        let link = element("a")
            .attribute("href", ["#", &heading.id].concat())
            .attribute("target", "_self");
        element("li").with([link.saying(&heading.title)])
    };
    let links: Vec<_> = headings.iter().map(link).collect();
    let theme = element("button")
        .class("theme")
        .attribute("aria-label", labels.word(Label::Theme));
    element("nav")
        .class("top-bar")
        .attribute("aria-label", labels.word(Label::Page))
        .with([element("ul").with(links), theme.empty()])
}
