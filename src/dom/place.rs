//! Keeping what is being read in its place on the screen while the filter changes what is above it, and the focus.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::{focus_in_place, is_shown, on_window, root, slides::Slides};

/// Makes a change of the page that leaves the clicked link, or else the text that is being read, where it is on the
/// screen.
pub fn keep_place(clicked: &Element, change: impl FnOnce()) {
    keep(anchors(clicked), change);
}

/// Makes a change of the page that leaves the text that is being read where it is on the screen; who is at the top stays
/// there.
pub fn keep_reading(change: impl FnOnce()) {
    let is_at_top = window().scroll_y().is_ok_and(|y| y < 1.0);
    keep(if is_at_top { Vec::new() } else { in_view() }, change);
}

/// Has the focus stay where it was, or nearby if that place is gone, whenever the address of the page changes. It has to
/// be called before the router listens, which changes the page.
pub fn keep_focus_on_back() {
    let listener = window_event_listener(ev::popstate, |_| {
        let focused = document().active_element();
        let focused = focused.filter(|element| element.tag_name() != "BODY");
        request_animation_frame(move || {
            if focused.is_some_and(|element| !is_shown(&element)) {
                focus_nearby();
            }
        });
    });
    on_cleanup(move || listener.remove());
}

/// The last of the chosen chips is gone from the bar when one is no longer chosen, and the focus with it, if it had that: it goes
/// to the one that is the last now, or to the bar.
fn focus_nearby() {
    // Which of them there is, is known once the change is drawn.
    let near = [".chosen li:last-child a", ".filter-bar"].into_iter();
    let mut near = near.filter_map(|selector| document().query_selector(selector).ok()?);
    if let Some(element) = near.find(is_shown) {
        focus_in_place(element.unchecked_ref());
    }
}

/// By then all has slid to its place: longer than `--slide` in `style/tokens.css`.
const SLID: Duration = Duration::from_millis(300);

fn keep(anchors: Vec<Element>, change: impl FnOnce()) {
    let slides = Slides::before();
    let anchors: Vec<_> = anchors.into_iter().map(|it| (top(&it), it)).collect();
    // The browser's own anchoring would correct the same shift a second time.
    let is_kept = !anchors.is_empty();
    if is_kept {
        anchor_by_browser(false);
    }
    change();
    request_animation_frame(move || {
        if let Some((before, element)) = anchors.iter().find(|(_, element)| is_shown(element)) {
            scroll_by(top(element) - before);
        }
        slides.start();
        if is_kept {
            // Firefox would take what slides for what is to stay in its place.
            set_timeout(|| anchor_by_browser(true), SLID);
        }
    });
}

/// Has a jump within the page land where its aim is once all that comes into view on the way is as tall as it is.
pub fn follow_jumps() {
    on_window(ev::hashchange, |_| {
        // Nobody else knows which element a fragment names.
        if let Ok(Some(aim)) = document().query_selector(":target") {
            land(aim, FRAMES);
        }
    });
}

/// Goes to the text's beginning, where the answer is.
pub fn go_to_main() {
    if let Some(main) = document().get_element_by_id("main") {
        focus_in_place(main.unchecked_ref());
        land(main, FRAMES);
    }
}

/// Goes to the next entry that matches, or to the one before: from the one that has the focus, if it is in view, else
/// from what is in view; behind the last comes the first.
pub fn step(is_next: bool) {
    // The entries know nothing of each other.
    let Ok(found) = document().query_selector_all("[data-match=yes]") else {
        return;
    };
    let found = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
    let found: Vec<_> = found.collect();
    let Some(last) = found.len().checked_sub(1) else {
        return;
    };
    let height = window().inner_height().ok().and_then(|it| it.as_f64());
    let height = height.unwrap_or_default();
    let focused = document().active_element();
    let here = found.iter().position(|entry| {
        let area = entry.get_bounding_client_rect();
        entry.contains(focused.as_deref()) && area.bottom() > 0.0 && area.top() < height
    });
    // What begins in the upper third is what is being read, unless the bars on top cover its beginning.
    let is_below = |entry: &HtmlElement| top(entry) > height / 3.0;
    let next = match here {
        Some(here) if is_next => (here + 1) % found.len(),
        Some(here) => here.checked_sub(1).unwrap_or(last),
        None if is_next => found.iter().position(is_below).unwrap_or(0),
        None => found
            .iter()
            .rposition(|entry| top(entry) < height / 8.0)
            .unwrap_or(last),
    };
    let entry = &found[next];
    entry.set_tab_index(-1);
    focus_in_place(entry);
    land(entry.clone().into(), FRAMES);
}

/// For how many frames a jump in a long page follows its aim.
pub const FRAMES: u8 = 8;

/// Scrolls to an element, and again for so many frames: what comes into view above it may not be as tall as estimated.
pub fn land(element: Element, frames: u8) {
    element.scroll_into_view();
    if frames > 0 {
        request_animation_frame(move || land(element, frames - 1));
    }
}

/// How far below the window's top an element begins, in pixels.
pub fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Scrolls down so many pixels, at once.
pub fn scroll_by(distance: f64) {
    if distance != 0.0 {
        let options = ScrollToOptions::new();
        options.set_top(distance);
        options.set_behavior(ScrollBehavior::Instant);
        window().scroll_by_with_scroll_to_options(&options);
    }
}

fn anchor_by_browser(is_wanted: bool) {
    if let Some(root) = root() {
        let value = if is_wanted { "" } else { "none" };
        // A browser that does not know the property has no anchoring of its own.
        _ = root.style().set_property("overflow-anchor", value);
    }
}

/// What should stay in its place, best first: a link in the text with what it stands in, else what is being read.
fn anchors(clicked: &Element) -> Vec<Element> {
    let closest = |selector| clicked.closest(selector).ok().flatten();
    if closest("main").is_none() {
        return in_view();
    }
    let mut anchors = vec![clicked.clone()];
    anchors.extend(
        [".entry", ".job", ".section"]
            .into_iter()
            .filter_map(closest),
    );
    anchors
}

/// Headings and entries of the text that is in view, from the top down.
pub fn in_view() -> Vec<Element> {
    let Some(main) = document().get_element_by_id("main") else {
        return Vec::new();
    };
    let height = window().inner_height().ok();
    let height = height
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    let column = main.get_bounding_client_rect();
    let middle = column.left() + column.width() / 2.0;
    let heading_at = |tenths: u8| {
        let y = height * f64::from(tenths) / 10.0;
        let element = document().element_from_point(middle as f32, y as f32)?;
        element
            .closest(".entry-head, .job-head, h2, h3, article")
            .ok()?
    };
    (2..10).step_by(2).filter_map(heading_at).collect()
}
