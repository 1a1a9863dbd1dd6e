use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast};

use super::{hero::Hero, proof::Proof, top_bar::TopBar};
use crate::{dom, labels::Label, state::State};

/// The element that all parts of the page stand in: [`Top`], [`Main`], [`FilterBar`](super::FilterBar) and
/// [`TagPanel`](super::TagPanel), in this order.
#[component]
pub fn Page(
    /// Its element, for who mounts the parts one by one.
    #[prop(optional)]
    page: NodeRef<html::Div>,
    /// The parts, where they are there at once.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    if site.is_long() {
        dom::follow_jumps();
    }
    let has_timeline = site.headings.iter().any(|it| it.key == "timeline");
    view! {
        // What has a column or a row of its own has it before it is parsed.
        <div
            class="page h-resume"
            data-long=site.is_long().then_some("")
            data-brief=site.is_brief.then_some("")
            data-timeline=has_timeline.then_some("")
            data-filter=site.has_filter().then_some("")
            data-nothing=move || state.finds_nothing().then_some("")
            node_ref=page
        >
            {children.map(|children| children())}
        </div>
    }
}

/// What stands above the text: the ways to the parts of the page, and who it is about.
#[component]
pub fn Top() -> impl IntoView {
    let state = State::expect();
    Effect::new(move |_| {
        let title = state.title();
        if state.is_live.get() {
            document().set_title(&title);
        }
    });
    view! {
        <a class="skip" href="#main" target="_self">
            {state.word(Label::Skip)}
        </a>
        <a class="skip" href="#filter" target="_self">
            {state.word(Label::OpenFilter)}
        </a>
        <TopBar/>
        <Hero/>
    }
}

/// The text: what the filter has found, and the sections.
#[component]
pub fn Main(
    /// Its element, for who mounts the sections one by one.
    #[prop(optional)]
    main: NodeRef<html::Main>,
    /// The sections, where they are there at once.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <main
            id="main"
            tabindex="-1"
            on:transitionend=move |event| come_to_rest(&event)
            on:transitioncancel=move |event| come_to_rest(&event)
            node_ref=main
        >
            <Proof/>
            {children.map(|children| children())}
        </main>
    }
}

/// What slid when the filter changed is where it belongs.
fn come_to_rest(event: &ev::TransitionEvent) {
    if let Some(element) = event.target().and_then(|it| it.dyn_into().ok()) {
        dom::come_to_rest(&element);
    }
}
