//! Taking the prerendered page's place, in one step: what had the focus there has it here, what was open is open, what
//! was typed is heard, and what was being read stays where it was.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Element, Event, EventInit, HtmlElement, HtmlInputElement, console,
};

use super::{
    focus_in_place,
    place::{FRAMES, in_view, land, scroll_by, top},
    root, set_root,
};

/// Where the page is, in the prerendered markup as in the live one.
const PAGE_ID: &str = "page";

/// What the document says of the live page.
pub struct Face<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its language, a tag of BCP 47.
    pub lang: &'a str,
    /// Its direction, `ltr` or `rtl`.
    pub dir: &'a str,
    /// The name of its look.
    pub look: &'a str,
    /// Custom properties that the file sets, and their values in CSS.
    pub properties: &'a [(&'static str, String)],
}

impl Face<'_> {
    fn show(&self) {
        document().set_title(self.title);
        let Some(root) = root() else { return };
        root.set_lang(self.lang);
        root.set_dir(self.dir);
        set_root("data-look", self.look);
        for (name, value) in self.properties {
            // What the browser does not know leaves the style sheet's.
            let is_font = name.starts_with("--font");
            if is_font || web_sys::css::supports_with_value("color", value).unwrap_or(false) {
                // A custom property takes any value.
                _ = root.style().set_property(name, value);
            }
        }
    }
}

/// Leaves the prerendered page as it is: `data-state` becomes `failed`, and the console says why.
pub fn give_up(reason: &str) {
    console::error_1(&format!("vitae: the page stays as it was built: {reason}").into());
    set_root("data-state", "failed");
}

/// An element to mount the live page in, not yet in the document.
///
/// # Errors
///
/// When the document has no prerendered page to take the place of.
pub fn new_page() -> Result<HtmlElement, String> {
    let page = document().get_element_by_id(PAGE_ID);
    let page = page.and_then(|page| page.clone_node().ok()?.dyn_into().ok());
    page.ok_or_else(|| format!("there is no element #{PAGE_ID}"))
}

/// Puts the live page in the place of the prerendered one; `is_long` is whether the browser skips what is off screen.
///
/// # Errors
///
/// When the document has no prerendered page any more, or does not let it be replaced.
pub fn take_over(page: &HtmlElement, face: &Face, is_long: bool) -> Result<(), String> {
    let old = document().get_element_by_id(PAGE_ID);
    let old = old.ok_or("it is gone from the document")?;
    let focus = document().active_element().and_then(|it| route(&old, it));
    // Parts off screen are as tall as estimated until they are seen, so what is in view may move.
    let is_at_top = window().scroll_y().is_ok_and(|y| y < 1.0);
    let seen: Vec<_> = if is_at_top {
        Vec::new()
    } else {
        let seen = in_view().into_iter();
        seen.filter_map(|it| Some((top(&it), route(&old, it)?)))
            .collect()
    };
    // The aim of a fragment: nobody else knows which element it names. Who has gone elsewhere stays there; in a long page, the
    // aim moves while what is above it turns out taller than estimated.
    let reach = if is_long { 3_000.0 } else { 600.0 };
    let aim = old.query_selector(":target").ok().flatten();
    let aim = aim.filter(|aim| top(aim).abs() < reach);
    let panel = document().get_element_by_id("tags");
    let is_open = panel.is_some_and(|panel| panel.matches(":popover-open").unwrap_or(false));
    let is_unfolded = old.query_selector("details[open]").ok().flatten().is_some();
    let typed = search_field().map(|field| field.value());
    let replaced = old.replace_with_with_node_1(page);
    replaced.map_err(|_| "the document cannot be changed")?;
    face.show();
    if let Some(root) = root() {
        // The app has searched for the words that the sections have waited for. An attribute that is not there is gone.
        _ = root.remove_attribute("data-pending");
    }
    if !is_at_top && let Some(root) = root() {
        // All is laid out at once: what is being read must not move. An attribute that is not there is gone already.
        _ = root.remove_attribute("data-lazy");
    }
    let seen = seen.into_iter();
    let mut seen = seen.filter_map(|(before, route)| Some((before, follow(page, &route)?)));
    let aim = aim.and_then(|aim| document().get_element_by_id(&aim.id()));
    if let Some(aim) = aim {
        land(aim, if is_long { FRAMES } else { 0 });
    } else if let Some((before, element)) = seen.next() {
        scroll_by(top(&element) - before);
    }
    // The list of what is only listed.
    if is_unfolded && let Ok(Some(listed)) = page.query_selector("details") {
        // Only a name with a space in it could be refused.
        _ = listed.set_attribute("open", "");
    }
    if is_open && let Some(panel) = document().get_element_by_id("tags") {
        // One that is open already stays so.
        _ = panel.unchecked_into::<HtmlElement>().show_popover();
    }
    if let Some(element) = focus.and_then(|route| follow(page, &route)) {
        focus_in_place(&element);
    }
    if let (Some(field), Some(typed)) = (search_field(), typed.filter(|typed| !typed.is_empty())) {
        field.set_value(&typed);
        let options = EventInit::new();
        options.set_bubbles(true);
        send(Event::new_with_event_init_dict("input", &options), &field);
    }
    Ok(())
}

/// The sections of a page.
pub fn sections(page: &HtmlElement) -> Vec<HtmlElement> {
    let sections = page.get_elements_by_class_name("section");
    let sections = (0..sections.length()).filter_map(|at| sections.item(at)?.dyn_into().ok());
    sections.collect()
}

/// Lays out a section that was not, being off screen: see `style/page.css`.
pub fn lay_out(section: &HtmlElement) {
    // Only a name with a space in it could be refused.
    _ = section.set_attribute("data-laid-out", "");
    // Now, and not with all others when the next frame is drawn.
    section.offset_height();
}

/// Says that the page is live: `data-state` becomes `live`, and the window hears of it by an event `vitae:live`, whose
/// detail is the text of the résumé.
pub fn announce(resume: &str) {
    set_root("data-state", "live");
    let detail = CustomEventInit::new();
    detail.set_detail(&resume.into());
    let event = CustomEvent::new_with_event_init_dict("vitae:live", &detail);
    send(event.map(Into::into), &window());
}

fn send(event: Result<Event, wasm_bindgen::JsValue>, to: &web_sys::EventTarget) {
    if let Ok(event) = event {
        // Nobody cancels it.
        _ = to.dispatch_event(&event);
    }
}

fn search_field() -> Option<HtmlInputElement> {
    document().get_element_by_id("search")?.dyn_into().ok()
}

/// The way from `ancestor` down to `element`, as positions among siblings from the bottom up.
fn route(ancestor: &Element, element: Element) -> Option<Vec<u32>> {
    let mut steps = Vec::new();
    let mut at = element;
    while &at != ancestor {
        let mut before = 0;
        let mut sibling = at.previous_element_sibling();
        while let Some(element) = sibling {
            before += 1;
            sibling = element.previous_element_sibling();
        }
        steps.push(before);
        at = at.parent_element()?;
    }
    Some(steps)
}

fn follow(ancestor: &Element, route: &[u32]) -> Option<HtmlElement> {
    let mut at = ancestor.clone();
    for &step in route.iter().rev() {
        at = at.children().item(step)?;
    }
    at.dyn_into().ok()
}
