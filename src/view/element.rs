//! Elements, made piece by piece.
//!
//! `view!` gives every element a type of its own, and the browser has to load code for each of them.
//! The elements that are made here share one type: 15 kB less of it, in brotli.

use leptos::{
    ev::{self, MouseEvent},
    html,
    prelude::*,
    svg,
    tachys::{
        html::{
            attribute::{
                any_attribute::{AnyAttribute, IntoAnyAttribute},
                custom::custom_attribute,
            },
            event::on,
        },
        view::iterators::StaticVec,
    },
};

macro_rules! complete {
    ($element:expr, $attributes:expr, $children:expr) => {
        $element
            .add_any_attr($attributes)
            .child($children)
            .into_any()
    };
}

/// An element in the making, boxed because it is handed from call to call.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    is_drawing: bool,
    attributes: Vec<AnyAttribute>,
}

/// An HTML element of this name.
pub fn element(tag: &'static str) -> Element {
    part(tag, false)
}

/// An SVG element: `svg`, `rect` or `text`.
pub fn drawing(tag: &'static str) -> Element {
    part(tag, true)
}

fn part(tag: &'static str, is_drawing: bool) -> Element {
    Element(Box::new(Parts {
        tag,
        is_drawing,
        attributes: Vec::new(),
    }))
}

impl Element {
    /// With a class, or several.
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", class)
    }

    /// With an attribute that stays as it is.
    pub fn attribute(self, name: &'static str, value: impl Into<String>) -> Self {
        self.text_attribute(name, value.into())
    }

    fn text_attribute(self, name: &'static str, value: String) -> Self {
        self.and(custom_attribute(name, value).into_any_attr())
    }

    fn and(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// With an attribute that changes, and is there while it has a value.
    pub fn changing(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + Send + 'static,
    ) -> Self {
        let attribute = custom_attribute(name, value.into_attribute_value());
        self.and(attribute.into_any_attr())
    }

    /// With an address that changes.
    pub fn leading_to(self, href: impl Fn() -> String + Send + 'static) -> Self {
        let attribute = custom_attribute("href", href.into_attribute_value());
        self.and(attribute.into_any_attr())
    }

    /// With something to do at a click.
    pub fn on_click(self, act: impl FnMut(MouseEvent) + 'static) -> Self {
        let act: Box<dyn FnMut(MouseEvent)> = Box::new(act);
        self.and(on(ev::click, act).into_any_attr())
    }

    /// With these children, which completes it.
    pub fn with(self, children: impl Into<Vec<AnyView>>) -> AnyView {
        self.around(children.into())
    }

    /// Without an end, as `<img>` and `<input>` are, which completes it.
    pub fn void(self) -> AnyView {
        let attributes = self.0.attributes;
        match self.0.tag {
            "img" => html::img().add_any_attr(attributes).into_any(),
            "br" => html::br().add_any_attr(attributes).into_any(),
            _ => html::input().add_any_attr(attributes).into_any(),
        }
    }

    /// With a text in it, which completes it.
    pub fn saying(self, words: impl Into<String>) -> AnyView {
        self.with([text(words)])
    }

    fn around(self, children: Vec<AnyView>) -> AnyView {
        let Parts {
            tag,
            is_drawing,
            attributes,
        } = *self.0;
        let children = StaticVec::from(children);
        match (is_drawing, tag) {
            (false, _) => complete!(html::custom(tag), attributes, children),
            (true, "svg") => complete!(svg::svg(), attributes, children),
            (true, "rect") => complete!(svg::rect(), attributes, children),
            (true, _) => complete!(svg::text(), attributes, children),
        }
    }
}

/// The value of an attribute that says whether something is so, as WAI-ARIA has them.
pub fn state(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// A text as a view.
pub fn text(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// A text that changes.
pub fn changing_text(words: impl Fn() -> String + Send + 'static) -> AnyView {
    let words: Box<dyn Fn() -> String + Send> = Box::new(words);
    (move || words()).into_any()
}

/// Several views, one after the other.
pub fn group(views: impl Into<Vec<AnyView>>) -> AnyView {
    StaticVec::from(views.into()).into_any()
}

/// Nothing, where something might have been.
pub fn nothing() -> AnyView {
    group([])
}
