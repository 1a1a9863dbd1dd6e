//! Elements, made piece by piece.
//!
//! `view!` gives every element a type of its own, and the browser has to load code for each of them.
//! The elements that are made here share one type, which makes the page's code a third smaller.

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

/// An element in the making.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
}

/// An element of this name.
pub fn element(tag: &'static str) -> Element {
    let attributes = Vec::new();
    Element { tag, attributes }
}

impl Element {
    /// With a class, or several.
    pub fn class(self, class: &'static str) -> Self {
        self.attribute("class", class)
    }

    /// With an attribute that stays as it is.
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let attribute = custom_attribute(name, value.into());
        self.attributes.push(attribute.into_any_attr());
        self
    }

    /// With an attribute that changes, and is there while it has a value.
    pub fn changing(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + Send + 'static,
    ) -> Self {
        let attribute = custom_attribute(name, value.into_attribute_value());
        self.attributes.push(attribute.into_any_attr());
        self
    }

    /// With an address that changes.
    pub fn leading_to(mut self, href: impl Fn() -> String + Send + 'static) -> Self {
        let attribute = custom_attribute("href", href.into_attribute_value());
        self.attributes.push(attribute.into_any_attr());
        self
    }

    /// With something to do at a click.
    pub fn on_click(mut self, act: impl FnMut(MouseEvent) + 'static) -> Self {
        let act: Box<dyn FnMut(MouseEvent)> = Box::new(act);
        self.attributes.push(on(ev::click, act).into_any_attr());
        self
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
        html::custom(self.tag)
            .add_any_attr(self.attributes)
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
