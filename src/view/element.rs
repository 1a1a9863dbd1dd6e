//! What views are made of: elements and texts, as HTML or in the browser.
//!
//! Leptos' own views have a type for each kind of element and value, and the browser has to load code
//! for each of them. These have one type for all, which is a third of the app less to load. What
//! changes in them is Leptos' as ever: a closure that reads signals.

use std::mem::forget;

use leptos::prelude::RenderEffect;
#[cfg(feature = "csr")]
use leptos::tachys::renderer::{Rndr, types};
#[cfg(feature = "csr")]
use wasm_bindgen::{JsCast, JsValue, throw_val};

use super::Turns;

/// A part of the page, or several, one after the other.
pub struct View(Part);

enum Part {
    Element(Element),
    Text(String),
    ChangingText(Box<dyn Changing<String>>),
    Group(Vec<View>),
    InTurn(
        #[cfg_attr(
            not(feature = "csr"),
            expect(dead_code, reason = "HTML is written at once")
        )]
        Turns,
        Box<dyn FnOnce() -> View>,
    ),
}

/// An element in the making, boxed because it is handed from call to call.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    is_drawing: bool,
    attributes: Vec<(&'static str, Value)>,
    children: Children,
}

enum Value {
    Fixed(String),
    Changing(Box<dyn Changing<Option<&'static str>>>),
    Address(Box<dyn Changing<String>>),
}

enum Children {
    Fixed(Vec<View>),
    Changing(Box<dyn Changing<Vec<View>>>),
}

/// A closure that reads signals. A `dyn Fn` would do, but has a function more for each of them.
trait Changing<T> {
    /// What it is now.
    fn now(&self) -> T;
}

impl<T, F: Fn() -> T> Changing<T> for F {
    fn now(&self) -> T {
        self()
    }
}

/// An HTML element of this name.
pub fn element(tag: &'static str) -> Element {
    part(tag, false)
}

/// An SVG element of this name.
pub fn drawing(tag: &'static str) -> Element {
    part(tag, true)
}

fn part(tag: &'static str, is_drawing: bool) -> Element {
    Element(Box::new(Parts {
        tag,
        is_drawing,
        attributes: Vec::new(),
        children: Children::Fixed(Vec::new()),
    }))
}

impl Element {
    /// With a class, or several.
    pub fn class(self, class: &'static str) -> Self {
        self.attribute_if("class", (!class.is_empty()).then_some(class))
    }

    /// With an attribute that stays as it is.
    pub fn attribute(self, name: &'static str, value: impl Into<String>) -> Self {
        self.and(name, Value::Fixed(value.into()))
    }

    /// With an attribute that stays as it is, if it has a value.
    pub fn attribute_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    fn and(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// With an attribute that changes, and is there while it has a value.
    pub fn changing(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        self.and(name, Value::Changing(Box::new(value)))
    }

    /// With an address that changes.
    pub fn leading_to(self, href: impl Fn() -> String + 'static) -> Self {
        self.and("href", Value::Address(Box::new(href)))
    }

    /// With these children, which completes it.
    pub fn with(self, children: impl Into<Vec<View>>) -> View {
        self.around(Children::Fixed(children.into()))
    }

    /// With children that change, which completes it. Nothing in them may change by itself: it would be followed
    /// when they are long gone.
    pub fn listing(self, children: impl Fn() -> Vec<View> + 'static) -> View {
        self.around(Children::Changing(Box::new(children)))
    }

    /// With a text in it, which completes it.
    pub fn saying(self, words: impl Into<String>) -> View {
        self.with([text(words)])
    }

    /// With nothing in it, which completes it.
    pub fn empty(self) -> View {
        self.with([])
    }

    fn around(mut self, children: Children) -> View {
        self.0.children = children;
        View(Part::Element(self))
    }
}

/// The value of an attribute that says whether something is so, as WAI-ARIA has them.
pub fn state(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// A text as a view.
pub fn text(words: impl Into<String>) -> View {
    View(Part::Text(words.into()))
}

/// A text that changes.
pub fn changing_text(words: impl Fn() -> String + 'static) -> View {
    View(Part::ChangingText(Box::new(words)))
}

/// Several views, one after the other.
pub fn group(views: impl Into<Vec<View>>) -> View {
    View(Part::Group(views.into()))
}

/// Nothing, where something might have been.
pub fn nothing() -> View {
    group([])
}

/// A view that is drawn in its turn.
pub fn in_turn(turns: &Turns, draw: impl FnOnce() -> View + 'static) -> View {
    View(Part::InTurn(turns.clone(), Box::new(draw)))
}

#[cfg(feature = "ssr")]
impl View {
    /// It as HTML, as it is now.
    pub fn to_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html, &mut false);
        html
    }

    /// `after_text` is whether the last thing written is a text.
    fn write(self, html: &mut String, after_text: &mut bool) {
        match self.0 {
            Part::Element(element) => {
                element.write(html);
                *after_text = false;
            }
            Part::Text(words) => write_text(&words, html, after_text),
            Part::ChangingText(words) => write_text(&words.now(), html, after_text),
            Part::Group(views) => {
                for view in views {
                    view.write(html, after_text);
                }
            }
            Part::InTurn(_, draw) => draw().write(html, after_text),
        }
    }
}

#[cfg(feature = "ssr")]
fn write_text(words: &str, html: &mut String, after_text: &mut bool) {
    if words.is_empty() {
        return;
    }
    // Two texts stay two, as in the browser: as one they would not be as wide, by a hair.
    if *after_text {
        html.push_str("<!---->");
    }
    html_escape::encode_text_to_string(words, html);
    *after_text = true;
}

#[cfg(feature = "ssr")]
impl Element {
    fn write(self, html: &mut String) {
        let Parts {
            tag,
            is_drawing,
            attributes,
            children,
        } = *self.0;
        html.extend(["<", tag]);
        for (name, value) in attributes {
            let value = match value {
                Value::Fixed(value) => Some(value),
                Value::Changing(value) => value.now().map(str::to_owned),
                Value::Address(value) => Some(value.now()),
            };
            if let Some(value) = value {
                html.extend([" ", name, "=\""]);
                html_escape::encode_double_quoted_attribute_to_string(value, html);
                html.push('"');
            }
        }
        html.push('>');
        if !is_drawing && matches!(tag, "br" | "img" | "input") {
            return;
        }
        let children = match children {
            Children::Fixed(children) => children,
            Children::Changing(children) => children.now(),
        };
        let mut after_text = false;
        for child in children {
            child.write(html, &mut after_text);
        }
        html.extend(["</", tag, ">"]);
    }
}

/// What a view says of itself for the browser to make: `draw` in `src/loader.js` reads it. A call from
/// WebAssembly for each element and attribute would cost more than they do.
#[cfg(feature = "csr")]
#[derive(Default)]
struct Sketch {
    /// Steps, each a sign and what it is about, with U+0000 after it.
    steps: String,
    /// What changes, in the order in which `draw` answers with its nodes.
    changes: Vec<Change>,
}

#[cfg(feature = "csr")]
enum Change {
    Attribute(&'static str, Box<dyn Changing<Option<&'static str>>>),
    Address(&'static str, Box<dyn Changing<String>>),
    Children(Box<dyn Changing<Vec<View>>>),
    Text(Box<dyn Changing<String>>),
    InTurn(Turns, Box<dyn FnOnce() -> View>),
}

#[cfg(feature = "csr")]
impl Sketch {
    fn step(&mut self, sign: &str, about: &[&str]) {
        self.steps.push_str(sign);
        for words in about {
            // HTML has no U+0000 either.
            self.steps.extend(words.split('\0'));
        }
        self.steps.push('\0');
    }

    fn change(&mut self, sign: &str, change: Change) {
        self.step(sign, &[]);
        self.changes.push(change);
    }

    fn view(&mut self, view: View) {
        match view.0 {
            Part::Element(element) => self.element(*element.0),
            Part::Text(words) => self.step("\"", &[&words]),
            Part::ChangingText(words) => self.change("~", Change::Text(words)),
            Part::Group(views) => self.views(views),
            Part::InTurn(turns, draw) => self.change("!", Change::InTurn(turns, draw)),
        }
    }

    fn views(&mut self, views: Vec<View>) {
        for view in views {
            self.view(view);
        }
    }

    fn element(&mut self, element: Parts) {
        self.step(if element.is_drawing { "{" } else { "<" }, &[element.tag]);
        for (name, value) in element.attributes {
            match value {
                Value::Fixed(value) => self.step("=", &[name, "=", &value]),
                Value::Changing(value) => self.change("*", Change::Attribute(name, value)),
                Value::Address(value) => self.change("*", Change::Address(name, value)),
            }
        }
        match element.children {
            Children::Fixed(children) => self.views(children),
            Children::Changing(children) => self.change("*", Change::Children(children)),
        }
        self.step(">", &[]);
    }
}

#[cfg(feature = "csr")]
impl View {
    /// Draws it at the end of an element, or before a node in it. What changes in it follows the signals
    /// from then on.
    pub fn draw(self, parent: &types::Element, before: Option<&types::Node>) {
        let mut sketch = Sketch::default();
        sketch.view(self);
        let nodes = made(&sketch.steps);
        Rndr::insert_node(parent, nodes.get(0).unchecked_ref(), before);
        for (change, place) in sketch.changes.into_iter().zip(1..) {
            change.follow(nodes.get(place));
        }
    }
}

/// A fragment with what the steps lead to, and then each node that changes.
#[cfg(feature = "csr")]
fn made(steps: &str) -> js_sys::Array {
    let draw = js_sys::Reflect::get(&leptos::prelude::window(), &"draw".into()).unwrap_or_default();
    let draw: &js_sys::Function = draw.unchecked_ref();
    match draw.call1(&JsValue::UNDEFINED, &steps.into()) {
        Ok(nodes) => nodes.unchecked_into(),
        // Who cannot make elements has no page of ours.
        Err(error) => throw_val(error),
    }
}

#[cfg(feature = "csr")]
impl Change {
    fn follow(self, node: JsValue) {
        match self {
            Self::Attribute(name, value) => {
                let element: types::Element = node.unchecked_into();
                let mut last = None;
                follow(Box::new(move || {
                    let now = value.now();
                    if now != last {
                        match now {
                            Some(value) => Rndr::set_attribute(&element, name, value),
                            None => Rndr::remove_attribute(&element, name),
                        }
                        last = now;
                    }
                }));
            }
            Self::Address(name, value) => {
                let element: types::Element = node.unchecked_into();
                let mut last = String::new();
                follow(Box::new(move || {
                    let now = value.now();
                    if now != last {
                        Rndr::set_attribute(&element, name, &now);
                        last = now;
                    }
                }));
            }
            Self::Children(children) => {
                let element: types::Element = node.unchecked_into();
                follow(Box::new(move || {
                    let children = group(children.now());
                    Rndr::clear_children(&element);
                    children.draw(&element, None);
                }));
            }
            Self::Text(words) => {
                let text: types::Text = node.unchecked_into();
                let mut last = String::new();
                follow(Box::new(move || {
                    let now = words.now();
                    if now != last {
                        Rndr::set_text(&text, &now);
                        last = now;
                    }
                }));
            }
            Self::InTurn(turns, draw) => {
                turns.wait(Box::new(move || {
                    let place: &types::Node = node.unchecked_ref();
                    if let Some(parent) = place.parent_element() {
                        draw().draw(&parent, Some(place));
                        Rndr::remove(place);
                    }
                }));
            }
        }
    }
}

/// Does it, and again whenever a signal has changed that it read, for as long as the page lives.
pub fn follow(mut act: Box<dyn FnMut()>) {
    forget(RenderEffect::new(move |_| act()));
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn html_is_what_the_browser_would_draw() {
        for (view, html) in [
            (text("<b> & “c”"), "&lt;b&gt; &amp; “c”"),
            (
                group([
                    text("a"),
                    group([text(""), text("b")]),
                    element("br").empty(),
                    text("c"),
                ]),
                "a<!---->b<br>c",
            ),
            (
                element("a")
                    .attribute("title", "\"<&")
                    .attribute_if("id", None)
                    .saying("x"),
                "<a title=\"&quot;&lt;&amp;\">x</a>",
            ),
            (
                element("ul")
                    .changing("hidden", || Some(""))
                    .listing(|| vec![text("a")]),
                "<ul hidden=\"\">a</ul>",
            ),
            (
                element("p")
                    .changing("hidden", || None)
                    .with([changing_text(String::new)]),
                "<p></p>",
            ),
            (
                drawing("svg").with([in_turn(&Turns::default(), || drawing("rect").empty())]),
                "<svg><rect></rect></svg>",
            ),
        ] {
            assert_eq!(view.to_html(), html);
        }
    }
}
