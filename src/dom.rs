//! What no component can do by itself: the address, the clock, the clipboard, taking the prerendered page's place, and
//! keeping what is read in its place on the screen. It touches the browser, so natively nothing of it may be called
//! but what only sets up effects.

mod marks;
mod place;
mod slides;
#[cfg(feature = "csr")]
pub mod take_over;

use std::{borrow::Cow, rc::Rc};

use leptos::{ev, html, prelude::*, tachys::html::event::EventDescriptor};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, FocusOptions, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, PopStateEvent, ResizeObserver,
};

pub use self::{
    marks::use_marks,
    place::{follow_jumps, go_to_main, keep_focus_on_back, keep_place, keep_reading, step},
    slides::come_to_rest,
};
use crate::resume::date::Date;

/// `<html>`
fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Only a name with a space in it could be refused.
        _ = root.set_attribute(name, value);
    }
}

/// The reader's date.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).ok(),
        day: u8::try_from(now.get_date()).ok(),
    }
}

/// The path of the page's address.
pub fn path() -> String {
    // The page's own location is always readable.
    location().pathname().unwrap_or_default()
}

/// Puts a query into the page's address, as a new step of the history or in the place of the present one, and tells the
/// router. Where the browser refuses that, it goes there itself.
///
/// The router's `navigate` would leave the address as it is if it was the last that the router itself has entered,
/// which it need not be after Back and Forward; and it panics where the browser refuses.
pub fn enter(query: &str, replace: bool) {
    let address = path() + query;
    let entered = window().history().and_then(|history| {
        if replace {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    });
    let told = entered.and_then(|()| PopStateEvent::new("popstate"));
    let told = told.and_then(|event| window().dispatch_event(&event));
    if told.is_err() {
        // An address of this page can be gone to.
        _ = location().set_href(&address);
    }
}

/// Listens to the window until the present component goes.
pub fn on_window<E>(event: E, act: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    listen(
        event.name(),
        Rc::new(move |event| act(event.unchecked_into())),
    );
}

/// Apart from [`on_window`], so that it is compiled once for all events. In an effect, as there is no window natively.
fn listen(event: Cow<'static, str>, act: Rc<dyn Fn(web_sys::Event)>) {
    Effect::new(move |_| {
        let act = act.clone();
        let listener = window_event_listener_untyped(&event, move |event| act(event));
        on_cleanup(move || listener.remove());
    });
}

/// The link that was clicked, if the reader saw it; a script may click on what is off screen.
pub fn seen_link(event: &ev::MouseEvent) -> Option<Element> {
    let link: Element = event.current_target()?.dyn_into().ok()?;
    let has_focus = document().active_element().as_ref() == Some(&link);
    (event.detail() > 0 || has_focus).then_some(link)
}

/// Follows whether an element is scrolled out of view, behind the bar on top of the page, once the page is live.
pub fn follow_view(element: NodeRef<html::H1>, is_live: RwSignal<bool>, is_out: RwSignal<bool>) {
    Effect::new(move |_| {
        let Some(element) = element.get().filter(|_| is_live.get()) else {
            return;
        };
        let follow = move |entries: js_sys::Array| {
            let latest = entries.pop().unchecked_into::<IntersectionObserverEntry>();
            is_out.set(!latest.is_intersecting());
        };
        let follow: Closure<dyn Fn(js_sys::Array)> = Closure::new(follow);
        let options = IntersectionObserverInit::new();
        // As tall as the bar is at the usual size of text.
        options.set_root_margin("-52px 0px 0px");
        // The observer lives as long as what it observes, and so has its callback.
        let follow = follow.into_js_value();
        let observer = IntersectionObserver::new_with_options(follow.unchecked_ref(), &options);
        if let Ok(observer) = observer {
            observer.observe(&element);
        }
    });
}

/// Whether a key is for a text that is being written, or for the browser.
pub fn is_writing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let fields = "input, textarea, select, [contenteditable]";
    let is_field = target.is_some_and(|it| it.matches(fields).unwrap_or(false));
    is_field || event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Whether an element has a box on the screen.
fn is_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot have the focus leaves it where it is.
    _ = element.focus_with_options(&options);
}

/// Whether a popover is open.
pub fn is_popover_open(popover: NodeRef<html::Div>) -> bool {
    let popover = popover.get_untracked();
    popover.is_some_and(|popover| popover.matches(":popover-open").unwrap_or(false))
}

/// Closes a popover that is open.
pub fn close_popover(popover: NodeRef<html::Div>) {
    if let Some(popover) = popover.get_untracked() {
        // One that is closed already stays so.
        _ = popover.hide_popover();
    }
}

/// Gives a field the focus, and opens the popover that it is in, if it is not shown.
pub fn focus_in_popover(field: NodeRef<html::Input>, popover: NodeRef<html::Div>) {
    let (Some(field), Some(popover)) = (field.get_untracked(), popover.get_untracked()) else {
        return;
    };
    if !is_shown(&field) {
        // One that is open already stays so.
        _ = popover.show_popover();
    }
    focus_in_place(&field);
}

/// Puts the page's address on the clipboard, without a fragment. Whether that was allowed.
pub async fn copy_address() -> bool {
    let query = location().search().unwrap_or_default();
    let written = window()
        .navigator()
        .clipboard()
        .write_text(&(address() + &query));
    JsFuture::from(written).await.is_ok()
}

/// The page's address, without query and fragment.
fn address() -> String {
    location().origin().unwrap_or_default() + &path()
}

/// Has a print say where the whole page is: `style/print.css` reads `--address`.
pub fn say_address_in_print() {
    on_window(ev::Custom::<web_sys::Event>::new("beforeprint"), |_| {
        if let Some(root) = root() {
            // A custom property takes any value; an address has no quotes.
            let address = format!("\"{}\"", address());
            _ = HtmlElement::style(&root).set_property("--address", &address);
        }
    });
}

/// Has a popover stand on a bar at the window's edge, however tall that is: `style/states.css` reads `--bar-now`.
pub fn stand_on(panel: NodeRef<html::Div>, bar: NodeRef<html::Section>) {
    Effect::new(move |_| {
        let (Some(panel), Some(bar)) = (panel.get(), bar.get()) else {
            return;
        };
        let stand = {
            let (panel, bar) = (panel.clone(), bar.clone());
            move || {
                if panel.matches(":popover-open").unwrap_or(false) {
                    let height = format!("{}px", bar.offset_height());
                    // A custom property takes any value.
                    _ = HtmlElement::style(&panel).set_property("--bar-now", &height);
                } else {
                    // An attribute that is not there is gone already.
                    _ = panel.remove_attribute("style");
                }
            }
        };
        let stand: Closure<dyn Fn()> = Closure::new(stand);
        // The observer lives as long as what it observes, and so has its callback.
        if let Ok(observer) = ResizeObserver::new(stand.into_js_value().unchecked_ref()) {
            observer.observe(&bar);
            observer.observe(&panel);
        }
    });
}

/// The attribute of `<html>` that says how much is shown at first.
const DEPTH: &str = "data-depth";

/// The part of the query that asks for all that there is to read.
pub const READ_ALL: &str = "read=all";

/// Whether all is shown that there is to read: `src/head.js` has said so before the first paint, or the reader since.
pub fn reads_all() -> bool {
    root().is_some_and(|root| root.get_attribute(DEPTH).as_deref() == Some("all"))
}

/// Whether the page would be shown in short: on a phone, whose reader has not asked for all.
pub fn is_short() -> bool {
    // As `style/brief.css` has it.
    let is_narrow = window().match_media("(width < 44rem)");
    is_narrow.is_ok_and(|query| query.is_some_and(|query| query.matches())) && !reads_all()
}

/// Shows all that there is to read, or all in short, and remembers it in a cookie, which `src/head.js` reads before the first
/// paint.
pub fn remember_depth(all: bool) {
    set_root(DEPTH, if all { "all" } else { "short" });
    remember("vitae-depth", "all", all);
}

/// Keeps something in a cookie for a year, or no longer. Where nothing may be kept, it holds until the page is left.
fn remember(name: &str, value: &str, is_kept: bool) {
    let seconds = if is_kept { 365 * 24 * 60 * 60 } else { 0 };
    let cookie = format!("{name}={value}; max-age={seconds}; samesite=lax");
    _ = document()
        .unchecked_into::<web_sys::HtmlDocument>()
        .set_cookie(&cookie);
}

/// Switches between light and dark, and remembers it in a cookie, which `src/head.js` reads before the first paint.
pub fn switch_theme() {
    let Some(root) = root() else { return };
    let is_dark = window().match_media("(prefers-color-scheme: dark)");
    let is_dark = is_dark.ok().flatten().is_some_and(|query| query.matches());
    let system = if is_dark { "dark" } else { "light" };
    let present = root.get_attribute("data-theme");
    let next = match present.as_deref().unwrap_or(system) {
        "dark" => "light",
        _ => "dark",
    };
    // What the system has by itself is not remembered, so that the page follows it again.
    if next == system {
        // An attribute that is not there is gone already.
        _ = root.remove_attribute("data-theme");
    } else {
        set_root("data-theme", next);
    }
    remember("vitae-theme", next, next != system);
}
