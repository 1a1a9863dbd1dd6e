//! Elements, made piece by piece.
//!
//! `view!` gives every element a type of its own, and the browser has to load code for each of them.
//! The elements that are made here share one type: 15 kB less of it, in brotli.

use leptos::{
    ev::{self, MouseEvent},
    html,
    prelude::*,
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

/// An element in the making, boxed because it is handed from call to call.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
}

/// An element of this name.
pub fn element(tag: &'static str) -> Element {
    let attributes = Vec::new();
    Element(Box::new(Parts { tag, attributes }))
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

    /// With a text in it, which completes it.
    pub fn saying(self, words: impl Into<String>) -> AnyView {
        self.with([text(words)])
    }

    fn around(self, children: Vec<AnyView>) -> AnyView {
        html::custom(self.0.tag)
            .add_any_attr(self.0.attributes)
            .child(StaticVec::from(children))
            .into_any()
    }
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
