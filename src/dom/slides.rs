//! Filtering moves calmly: what is in view slides from where it was, and what unfolds comes up.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

use super::is_shown;

/// What slides as one. What is in an entry moves with it.
const PARTS: &str = "main :is(h2, .proof, .employer, .job-head, .entry, .skill, .plot, .more, .invitation, .ways):not(.entry *)";

/// Where the parts of the page are before a change.
pub struct Slides(Vec<Part>);

struct Part {
    element: HtmlElement,
    was: DomRect,
    /// What folds of it, and whether it was there.
    body: Option<(HtmlElement, bool)>,
}

impl Slides {
    /// Looks where everything is, and brings what still slides to where it belongs. Nothing will slide for who wants little motion, and in a long page, where to look costs
    /// more than the filter.
    pub fn before() -> Self {
        let calm = window().match_media("(prefers-reduced-motion: no-preference)");
        let is_calm = calm.ok().flatten().is_some_and(|query| query.matches());
        // The parts are of all sections, which know nothing of each other.
        let is_long = document().query_selector("[data-long]");
        if !is_calm || !matches!(is_long, Ok(None)) {
            return Self(Vec::new());
        }
        let Ok(parts) = document().query_selector_all(PARTS) else {
            return Self(Vec::new());
        };
        let parts = (0..parts.length()).filter_map(|at| parts.item(at)?.dyn_into().ok());
        let parts = parts.map(|element: HtmlElement| {
            let body = element.class_list().contains("entry");
            let body = body.then(|| element.last_element_child()).flatten();
            let body = body.and_then(|body| body.dyn_into().ok());
            Part {
                was: element.get_bounding_client_rect(),
                body: body.map(|body: HtmlElement| (body.clone(), is_shown(&body))),
                element,
            }
        });
        let parts: Vec<Part> = parts.collect();
        for Part { element, .. } in &parts {
            come_to_rest(element);
        }
        Self(parts)
    }

    /// Has everything slide from where it was to where it is now.
    pub fn start(self) {
        let height = window().inner_height().ok();
        let height = height
            .and_then(|height| height.as_f64())
            .unwrap_or_default();
        let is_seen = |place: &DomRect| place.top() < height && place.bottom() > 0.0;
        // All is measured before anything moves.
        let now = self
            .0
            .iter()
            .map(|part| part.element.get_bounding_client_rect());
        let now: Vec<_> = now.collect();
        let mut moves = Vec::new();
        for (Part { element, was, body }, now) in self.0.into_iter().zip(now) {
            if now.height() == 0.0 || !(is_seen(&was) || is_seen(&now)) {
                continue;
            }
            // Not `clamp`, whose panic would write numbers with fractions: 5 kB that nothing else needs.
            let way = was.top() - now.top();
            let way = way.abs().min(height).copysign(way);
            if was.height() == 0.0 {
                moves.push((element, "opacity", "0".to_owned()));
            } else if way.abs() > 1.0 {
                moves.push((element, "translate", format!("0 {}px", way as i32)));
            }
            if let Some((body, false)) = body
                && is_shown(&body)
            {
                moves.push((body, "opacity", "0".to_owned()));
            }
        }
        for (element, property, from) in &moves {
            set(element, "transition", "none");
            set(element, property, from);
        }
        // A transition starts from what has been styled.
        if let Some((element, ..)) = moves.first() {
            element.get_bounding_client_rect();
        }
        for (element, property, _) in &moves {
            let transition = format!("{property} var(--slide) var(--ease)");
            set(element, "transition", &transition);
            set(element, property, "");
        }
    }
}

/// Takes away what an element slides by. Nothing else on the page has a style of its own.
pub fn come_to_rest(element: &Element) {
    // An attribute that is not there is gone already.
    _ = element.remove_attribute("style");
}

/// Sets a property of an element's own style; the style sheet's holds again where the value is empty.
fn set(element: &HtmlElement, property: &str, value: &str) {
    // A browser that does not know the property does not slide.
    _ = HtmlElement::style(element).set_property(property, value);
}
