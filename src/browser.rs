//! The browser: the only module that reaches for it.

mod places;

use std::{
    cell::Cell,
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use gloo_net::http::Response;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent,
    ScrollBehavior, ScrollToOptions, Window, console,
};

pub use self::places::Places;
use crate::resume::date::Date;

/// Where the page is, in the prerendered markup as in the live one.
const PAGE_ID: &str = "page";

fn window() -> Window {
    leptos::tachys::dom::window()
}

fn document() -> Document {
    leptos::tachys::dom::document()
}

fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Says on the console what a panic says; the loader puts the prerendered page back.
pub fn report_panics() {
    // In the release build a panic ends all at once.
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|panic| {
            console::error_1(&panic.to_string().into())
        }));
    }
}

/// Leaves the prerendered page as it is: `data-state` becomes `failed`, the reason goes to the
/// console.
pub fn give_up(reason: &str) {
    console::error_1(
        &["vitae: the page stays as it was built: ", reason]
            .concat()
            .into(),
    );
    set_state("failed");
}

fn set_state(state: &str) {
    set_root("data-state", state);
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Only a name with a space in it could be refused.
        _ = root.set_attribute(name, value);
    }
}

/// The text of the résumé, for which the loader has asked: past all caches, so that a newer one on the host
/// wins.
///
/// # Errors
///
/// When it cannot be fetched, or the host answers with anything but success.
pub async fn resume(name: &str) -> Result<String, String> {
    let asked = js_sys::Reflect::get(&window(), &"resume".into()).unwrap_or_default();
    text_of(name, js_sys::Promise::resolve(&asked)).await
}

/// The text of a file beside the page.
///
/// # Errors
///
/// When it cannot be fetched, or the host answers with anything but success.
pub async fn fetch(name: &str) -> Result<String, String> {
    text_of(name, window().fetch_with_str(name)).await
}

async fn text_of(name: &str, answer: js_sys::Promise) -> Result<String, String> {
    let failed = |reason: &str| [name, ": ", reason].concat();
    let answer = JsFuture::from(answer).await;
    let response = answer.and_then(|answer| answer.dyn_into::<web_sys::Response>());
    let response = response.map_err(|error| {
        let error = error.dyn_into::<js_sys::Error>();
        let reason = error.map(|error| String::from(error.message()));
        failed(&reason.unwrap_or_else(|_| "nobody has asked for it".to_owned()))
    })?;
    let response = Response::from(response);
    if !response.ok() {
        let status = [&response.status().to_string(), " ", &response.status_text()].concat();
        return Err(failed(&["the host answers ", &status].concat()));
    }
    let text = response.text().await;
    // Its other errors, which bring words of their own, are none of a text's.
    text.map_err(|error| match error {
        gloo_net::Error::JsError(error) => failed(&error.message),
        _ => failed("it cannot be read"),
    })
}

/// What an element says, if the document has it.
pub fn text(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Lets the browser do what has come up meanwhile, most of all what the reader does: `pause` in `src/loader.js`.
pub async fn breathe() {
    wait("pause").await;
}

/// Waits until the place can be taken: `makeWay` in `src/loader.js`.
pub async fn make_way() {
    wait("makeWay").await;
}

/// Waits for what a function of `src/loader.js` promises. Without it nothing is waited for.
async fn wait(name: &str) {
    let function = js_sys::Reflect::get(&window(), &name.into()).unwrap_or_default();
    let function: &js_sys::Function = function.unchecked_ref();
    let over = function.call0(&JsValue::UNDEFINED).unwrap_or_default();
    _ = JsFuture::from(js_sys::Promise::resolve(&over)).await;
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let pause = js_sys::Promise::new(&mut |resolve, _| {
        let timer =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        // Without a timer the wait is over at once.
        if timer.is_err() {
            _ = resolve.call0(&JsValue::NULL);
        }
    });
    // It has no way to fail.
    _ = JsFuture::from(pause).await;
}

/// Keeps the browser from anything else for a frame at most, from the first pause on.
pub struct Pace {
    /// Until when, in milliseconds since the page was opened.
    until: Cell<f64>,
    /// Whether timers and frames may wait for what is done.
    is_urgent: bool,
}

impl Pace {
    /// Of what the reader waits for.
    pub fn urgent() -> Self {
        Self {
            until: Cell::default(),
            is_urgent: true,
        }
    }

    /// Of what has time until the page is painted and timers have gone off.
    pub fn calm() -> Self {
        Self {
            until: Cell::default(),
            is_urgent: false,
        }
    }

    /// Lets the browser do what has come up meanwhile, if it is time.
    pub async fn pause(&self) {
        if now() > self.until.get() {
            match self.is_urgent {
                true => breathe().await,
                false => pause(0).await,
            }
            self.until.set(now() + 16.0);
        }
    }
}

fn now() -> f64 {
    // Every browser that runs WebAssembly has a clock.
    window().performance().map_or(0.0, |clock| clock.now())
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

/// The query of the page's address, with its `?`.
pub fn query() -> String {
    // The page's own location is always readable.
    window().location().search().unwrap_or_default()
}

/// The path of the page's address.
pub fn path() -> String {
    // The page's own location is always readable.
    window().location().pathname().unwrap_or_default()
}

/// Puts an address of this page into the address bar, as a new step of the history or in the place of
/// the present one. Where the browser refuses that, it goes there itself.
pub fn enter(address: &str, replace: bool) {
    let entered = window().history().and_then(|history| {
        let (state, address) = (JsValue::NULL, Some(address));
        match replace {
            true => history.replace_state_with_url(&state, "", address),
            false => history.push_state_with_url(&state, "", address),
        }
    });
    if entered.is_err() {
        // An address of this page can be gone to.
        _ = window().location().set_href(address);
    }
}

/// An element to mount the live page in, not yet in the document.
///
/// # Errors
///
/// When the document has no prerendered page to take the place of.
pub fn new_page() -> Result<HtmlElement, String> {
    let page = document().get_element_by_id(PAGE_ID);
    let page = page.and_then(|page| page.clone_node().ok());
    page.and_then(|page| page.dyn_into().ok())
        .ok_or_else(|| ["there is no element #", PAGE_ID].concat())
}

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

/// Puts the live page in the place of the prerendered one, in one step, and has it `listen`: what had the
/// focus there has it here, what was open is open, and what was typed is heard.
///
/// # Errors
///
/// When the document has no prerendered page any more, or does not let it be replaced.
pub fn take_over(page: &HtmlElement, face: &Face, listen: impl FnOnce()) -> Result<(), String> {
    let old = document().get_element_by_id(PAGE_ID);
    let old = old.ok_or("it is gone from the document")?;
    // Now, while nothing has to be laid out for it.
    watch_scrolling();
    let focus = document()
        .active_element()
        .and_then(|element| route(&old, element));
    let is_further_down = HAS_SCROLLED.load(Relaxed);
    // Off-screen parts are as tall as estimated until they are seen, so what is in view may move.
    let seen: Vec<_> = being_read()
        .into_iter()
        .filter_map(|element| {
            let top = top(&element);
            Some((route(&old, element)?, top))
        })
        .collect();
    let open = old.query_selector("#tags:popover-open").ok().flatten();
    let open = open.and_then(|element| route(&old, element));
    let typed = words();
    let is_unfolded = old
        .query_selector("#timeline [data-all]")
        .ok()
        .flatten()
        .is_some();
    let replaced = old.replace_with_with_node_1(page);
    replaced.map_err(|_| "the document cannot be changed")?;
    listen();
    face.show();
    set_state("live");
    match is_further_down {
        false => set_root("data-settling", ""),
        // All that is above has to be there.
        true => _ = root().map(|root| root.remove_attribute("data-settling")),
    }
    let seen = seen
        .iter()
        .find_map(|(route, before)| Some((follow(page, route)?, *before)));
    if let Some((element, before)) = seen {
        scroll_by(top(&element) - before);
    }
    if let Some(popover) = open.and_then(|route| follow(page, &route)) {
        // One that is open already stays so.
        _ = popover.show_popover();
    }
    if let Some(element) = focus.and_then(|route| follow(page, &route)) {
        focus_in_place(&element);
    }
    if is_unfolded {
        for (selector, name, value) in [
            (".timeline", "data-all", ""),
            (".more", "aria-expanded", "true"),
        ] {
            if let Ok(Some(element)) = page.query_selector(selector) {
                // Only a name with a space in it could be refused.
                _ = element.set_attribute(name, value);
            }
        }
    }
    if let (Some(field), false) = (search_field(), typed.is_empty()) {
        field.set_value(&typed);
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(input) = Event::new_with_event_init_dict("input", &options) {
            // Nobody cancels it.
            _ = field.dispatch_event(&input);
        }
    }
    Ok(())
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

fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot have the focus leaves it where it is.
    _ = element.focus_with_options(&options);
}

/// Whether the switch that hides what does not match was clicked.
pub fn is_hide_switch(event: &Event) -> bool {
    let switch = target(event).and_then(|target| target.closest(".hide").ok()?);
    switch.is_some()
}

/// Listens to the whole window, for good.
pub fn on(event: &str, act: impl Fn(Event) + 'static) {
    listen(event, Box::new(act));
}

fn listen(event: &str, act: Box<dyn Fn(Event)>) {
    let act = Closure::wrap(act).into_js_value();
    // It fails for what is no function.
    _ = window().add_event_listener_with_callback(event, act.unchecked_ref());
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn search_field() -> Option<HtmlInputElement> {
    let field = document().get_element_by_id("search")?;
    field.dyn_into().ok()
}

/// What stands in the search field.
pub fn words() -> String {
    search_field().map_or(String::new(), |field| field.value())
}

/// Puts words into the search field, unless it has them, spaces aside. Whether it had not.
pub fn show_words(words: &str) -> bool {
    search_field().is_some_and(|field| {
        let value = field.value();
        let differs = !value.split_whitespace().eq(words.split_whitespace());
        if differs {
            field.set_value(words);
        }
        differs
    })
}

/// Whether something happens in the search field.
pub fn is_search_field(event: &Event) -> bool {
    target(event).is_some_and(|target| target.matches(".search-field").unwrap_or(false))
}

/// What stands in the search field, if that is where something was typed.
pub fn typed(event: &Event) -> Option<String> {
    is_search_field(event).then(words)
}

/// The slug of the suggestion that the pointer is on.
pub fn suggestion(event: &Event) -> Option<String> {
    let option = target(event)?.closest("[role=option]").ok()??;
    option.get_attribute("data-tag")
}

/// Whether a key is for a text that is being written, or for the browser.
pub fn is_writing(event: &KeyboardEvent) -> bool {
    let writes = "input, textarea, select, [contenteditable]";
    let is_field = target(event).is_some_and(|target| target.matches(writes).unwrap_or(false));
    is_field || event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Closes what the search field is in, where that lies over the page.
pub fn close_list() {
    let list = document().query_selector("#tags:popover-open");
    if let Some(list) = list.ok().flatten() {
        // It is open.
        _ = list.unchecked_ref::<HtmlElement>().hide_popover();
    }
}

/// Goes to the search field, and opens what it is in.
pub fn focus_search() {
    let Some(field) = search_field() else { return };
    if !still_shown(&field) {
        let list = document().get_element_by_id("tags");
        if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
            // One that is open already stays so.
            _ = list.show_popover();
        }
    }
    focus_in_place(&field);
}

/// A link to another state of the page.
pub struct StateLink {
    /// The link.
    pub element: Element,
    /// Whether the reader saw it when it was clicked; a script may click on what is off screen.
    pub is_seen: bool,
    /// The tag that it toggles, as a slug; a link without one leads to the state in its `query`.
    pub tag: Option<String>,
    /// The query of its address, with the `?`.
    pub query: String,
}

/// The link to another state that was clicked, unless the reader wants it elsewhere (in a new tab,
/// in a window, as a download).
pub fn state_link(event: &MouseEvent) -> Option<StateLink> {
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if elsewhere || event.button() != 0 {
        return None;
    }
    let element = target(event)?.closest("a[href^='?']").ok()??;
    Some(StateLink {
        tag: element.get_attribute("data-tag"),
        query: element.get_attribute("href")?,
        is_seen: event.detail() > 0 || document().active_element().as_ref() == Some(&element),
        element,
    })
}

/// Makes a change of the page that leaves the clicked link, or else the text that is being read,
/// where it is on the screen, and the focus where it was or, when that place is gone, nearby.
pub fn keep_place(clicked: &Element, change: impl Fn()) {
    keep(Some(anchors(clicked)), &change);
}

/// Makes a change of the page that leaves the text that is being read where it is on the screen; who
/// is at the top stays there.
pub fn keep_reading(change: impl Fn()) {
    keep(Some(being_read()), &change);
}

/// Makes a change of the page that leaves the focus where it was or, when that place is gone, nearby.
pub fn keep_focus(change: impl Fn()) {
    keep(None, &change);
}

/// Whether the page has ever been scrolled: to ask it where it is would have it laid out.
static HAS_SCROLLED: AtomicBool = AtomicBool::new(false);

/// Remembers from now on whether the page has been scrolled.
fn watch_scrolling() {
    HAS_SCROLLED.store(!is_at_top(), Relaxed);
    on("scroll", |_| HAS_SCROLLED.store(true, Relaxed));
}

fn is_at_top() -> bool {
    window().scroll_y().is_ok_and(|y| y < 1.0)
}

/// The text that should stay where it is: none for who is at the top.
fn being_read() -> Vec<Element> {
    match HAS_SCROLLED.load(Relaxed) && !is_at_top() {
        true => in_view(),
        false => Vec::new(),
    }
}

fn keep(anchors: Option<Vec<Element>>, change: &dyn Fn()) {
    // Back and Forward scroll by themselves: nothing would slide from where it was.
    let slides = anchors.is_some();
    let anchors: Vec<_> = anchors
        .unwrap_or_default()
        .into_iter()
        .map(|element| (top(&element), element))
        .collect();
    let focused = document().active_element();
    let focused = focused.filter(|element| element.tag_name() != "BODY");
    // The browser's own anchoring would correct the same shift a second time.
    let is_kept = !anchors.is_empty();
    if is_kept {
        anchor_by_browser(false);
    }
    if slides {
        tell("changing");
    }
    change();
    before_paint(move || {
        if let Some((before, element)) = anchors.iter().find(|(_, element)| still_shown(element)) {
            let moved = top(element) - before;
            if moved != 0.0 {
                scroll_by(moved);
            }
        }
        if is_kept {
            anchor_by_browser(true);
        }
        if focused.is_some_and(|element| !still_shown(&element)) {
            focus_nearby();
        }
        if slides {
            tell("changed");
        }
    });
}

fn before_paint(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    // It fails for what is no function.
    _ = window().request_animation_frame(act.unchecked_ref());
}

/// Tells the page's scripts: `src/loader.js` lets what moves be followed with the eyes.
fn tell(event: &str) {
    if let Ok(event) = Event::new(event) {
        // Nobody cancels it.
        _ = window().dispatch_event(&event);
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

fn scroll_by(distance: f64) {
    let options = ScrollToOptions::new();
    options.set_top(distance);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_by_with_scroll_to_options(&options);
}

fn anchor_by_browser(on: bool) {
    if let Some(root) = root() {
        // A browser that does not know the property has no anchoring of its own.
        _ = root
            .style()
            .set_property("overflow-anchor", if on { "" } else { "none" });
    }
}

/// What should stay in its place, best first: a link in the text with what it stands in, else what is
/// being read.
fn anchors(clicked: &Element) -> Vec<Element> {
    match clicked.closest("main") {
        Ok(Some(_)) => {
            let mut anchors = vec![clicked.clone()];
            for part in [".entry", ".job", ".section"] {
                anchors.extend(clicked.closest(part).ok().flatten());
            }
            anchors
        }
        _ => in_view(),
    }
}

/// Headings and entries of the text that is in view, from the top down.
fn in_view() -> Vec<Element> {
    let Ok(Some(main)) = document().query_selector("main") else {
        return Vec::new();
    };
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let column = main.get_bounding_client_rect();
    let middle = (column.left() + column.width() / 2.0) as f32;
    let heading_at = |tenths: u8| {
        let y = height? * f64::from(tenths) / 10.0;
        let element = document().element_from_point(middle, y as f32)?;
        let heading = element.closest(".entry-head, .job-head, h2, h3, article");
        heading.ok()?
    };
    (2..10).step_by(2).filter_map(heading_at).collect()
}

/// A chip that is no longer chosen is gone from the bar, and the focus with it: it goes to the last
/// one that is, or to the bar.
fn focus_nearby() {
    let near = [".chosen li:last-child a", ".filter-bar"]
        .into_iter()
        .find_map(|selector| {
            let element = document().query_selector(selector).ok()??;
            still_shown(&element).then(|| element.dyn_into().ok())?
        });
    if let Some(element) = near {
        focus_in_place(&element);
    }
}

fn still_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}
