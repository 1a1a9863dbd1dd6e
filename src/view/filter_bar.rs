//! The filter: what is chosen, and all there is to choose.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Shown,
    part::{element, text},
};
use crate::{
    filter::{Filter, Match},
    tags::{Index, TagId},
};

/// The bar that says what is shown, and the list of all tags.
#[component]
pub fn FilterBar<'a>(
    /// What is shown.
    shown: &'a Shown,
    /// Whether entries that do not match are hidden, not folded.
    hide: RwSignal<bool>,
) -> impl IntoView + use<> {
    if shown.index.tags().is_empty() {
        return None;
    }
    let filter = shown.filter;
    let index = shown.index.clone();
    let status = Memo::new(move |_| filter.with(|filter| filter.status(&index)));
    let index = shown.index.clone();
    let chosen = move || {
        let chip = |tag| chosen_tag(&index, filter, tag);
        filter
            .with(|filter| filter.tags.clone())
            .into_iter()
            .map(chip)
            .collect_view()
    };
    let number = Memo::new(move |_| filter.with(|filter| filter.tags.len()));
    let off = move |at_least: usize| move || (number.get() < at_least).then_some("");
    let tags = shown.index.by_strength().into_iter();
    let tags: Vec<_> = tags.map(|tag| tag_view(shown, tag)).collect();
    let all = (
        element("h2", "", text("Technologies")),
        element("ul", "chips", tags),
    );
    Some(view! {
        <section class="filter-bar" aria-label="Filter">
            <button class="filter-open" type="button" popovertarget="tags">"Filter"</button>
            <p class="status" role="status">
                {move || status.get().shown}
                <span class="status-tags">{move || status.get().tags}</span>
                {move || status.get().note}
            </p>
            <p class="hint" hidden=move || (number.get() > 0).then_some("")>"Choose a technology to see where it was used."</p>
            <ul class="chips chosen" hidden=off(1)>{chosen}</ul>
            <div class="modes" role="group" aria-label="Entries must have" hidden=off(2)>
                {mode(shown, Match::All, "all")}
                {mode(shown, Match::Any, "any")}
            </div>
            <label class="hide" hidden=off(1)>
                <input type="checkbox" role="switch" prop:checked=move || hide.get() on:change=move |event| hide.set(event_target_checked(&event))/>
                "Hide the rest"
            </label>
            <a class="clear" href="?" hidden=off(1)>"Clear all"</a>
        </section>
        <div id="tags" class="tags" popover="auto" role="region" aria-label="Technologies">
            {all}
        </div>
    })
}

/// A chosen tag: a click takes it away.
fn chosen_tag(index: &Arc<Index>, filter: Memo<Filter>, tag: TagId) -> AnyView {
    let slug = index.tags()[tag].slug.clone();
    let name = text(&index.tags()[tag].name);
    let link = view! {
        <a class="chip" data-tag=slug href=after_click(index, filter, tag) aria-current="true">
            {name}" "<span class="remove" aria-label="remove" role="img">"✕"</span>
        </a>
    };
    element("li", "", link)
}

/// One of the two ways in which several tags go together.
fn mode(shown: &Shown, matching: Match, label: &'static str) -> AnyView {
    let filter = shown.filter;
    let index = shown.index.clone();
    let href = move || filter.with(|filter| filter.matching(matching).to_query(&index));
    let current = move || filter.with(|filter| (filter.matching == matching).then_some("true"));
    view! { <a class="mode" href=href aria-current=current>{text(label)}</a> }.into_any()
}

fn tag_view(shown: &Shown, id: TagId) -> AnyView {
    let index = &shown.index;
    let tag = &index.tags()[id];
    let slug = tag.slug.clone();
    let count = element("span", "count", shown.count(id));
    let link = view! {
        <a class="chip" data-tag=slug href=after_click(index, shown.filter, id) aria-current=shown.current(id)>
            {text(&tag.name)}" "{count}
        </a>
    };
    element("li", "", link)
}

/// The address of the state after a click on a tag; `?` alone is the page without a filter.
fn after_click(
    index: &Arc<Index>,
    filter: Memo<Filter>,
    tag: TagId,
) -> impl Fn() -> String + use<> {
    let index = index.clone();
    move || {
        let query = filter.with(|filter| filter.toggled(tag).to_query(&index));
        if query.is_empty() {
            "?".to_owned()
        } else {
            query
        }
    }
}
