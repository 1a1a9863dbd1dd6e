use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast};

use super::{filter_bar::FilterBar, hero::Hero, proof::Proof, top_bar::TopBar};
use crate::{dom, labels::Label, resume::Heading, state::State};

/// With more entries than this, the browser skips those that are off screen: see `style/page.css`.
const LONG: usize = 50;

/// The frame of the page: all but its sections.
#[component]
pub fn Page(
    /// The sections' headings, for the links to them.
    headings: Vec<Heading>,
    /// The element that the sections stand in, for who mounts them one by one.
    #[prop(optional)]
    main: NodeRef<html::Main>,
    /// The sections, where they are there at once.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = State::expect();
    let index = &state.site().index;
    let is_long = index.entries() > LONG;
    if is_long {
        dom::follow_jumps();
    }
    let has_filter = !index.tags().is_empty() || index.entries() > 0;
    let has_timeline = headings.iter().any(|heading| heading.key == "timeline");
    view! {
        // What has a column or a row of its own has it before it is parsed.
        <div
            class="page h-resume"
            data-long=is_long.then_some("")
            data-timeline=has_timeline.then_some("")
            data-filter=has_filter.then_some("")
            data-hide=move || state.hide.get().then_some("")
            data-nothing=move || state.finds_nothing().then_some("")
        >
            <a class="skip" href="#main" target="_self">
                {state.word(Label::Skip)}
            </a>
            <a class="skip" href="#filter" target="_self">
                {state.word(Label::OpenFilter)}
            </a>
            <TopBar headings/>
            <Hero/>
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
            // Where it stands is the style's; before the sections it would hold up the first paint.
            {has_filter.then(|| view! { <FilterBar/> })}
        </div>
    }
}

/// What slid when the filter changed is where it belongs.
fn come_to_rest(event: &ev::TransitionEvent) {
    if let Some(element) = event.target().and_then(|it| it.dyn_into().ok()) {
        dom::come_to_rest(&element);
    }
}
