//! The filter: what is chosen, and all there is to choose.

use leptos::prelude::*;

use super::{
    Shown,
    chip::{chip, count},
    element::{changing_text, element, group, nothing, text},
};
use crate::{filter::Match, tags::TagId};

/// The bar that says what is shown, and the list of all tags. `hide` is whether entries that do not
/// match are hidden, not folded.
pub fn filter_bar(shown: &Shown, hide: RwSignal<bool>) -> AnyView {
    if shown.index.tags().is_empty() {
        return nothing();
    }
    let selection = shown.selection;
    let chosen = selection_chips(shown);
    let hidden_below = |at_least: usize| {
        move || selection.with(|now| (now.filter.tags.len() < at_least).then_some(""))
    };
    let hidden_when_chosen = move || selection.with(|now| (!now.filter.is_empty()).then_some(""));
    let switch = element("button")
        .class("hide")
        .attribute("role", "switch")
        .changing("aria-checked", move || {
            Some(if hide.get() { "true" } else { "false" })
        })
        .changing("hidden", hidden_below(1))
        .on_click(move |_| hide.update(|hide| *hide = !*hide));
    let bar = element("section")
        .class("filter-bar")
        .attribute("aria-label", "Filter")
        .attribute("tabindex", "-1")
        .with([
            element("button")
                .class("filter-open")
                .attribute("popovertarget", "tags")
                .saying("Filter"),
            element("p")
                .class("status")
                .attribute("role", "status")
                .with([
                    changing_text(move || selection.with(|now| now.status.shown.clone())),
                    element("span")
                        .class("status-tags")
                        .with([changing_text(move || {
                            selection.with(|now| now.status.names.clone())
                        })]),
                    changing_text(move || selection.with(|now| now.status.note.to_owned())),
                ]),
            element("p")
                .class("hint")
                .changing("hidden", hidden_when_chosen)
                .saying("Choose a technology to see where it was used."),
            element("ul")
                .class("chips chosen")
                .changing("hidden", hidden_below(1))
                .with([chosen]),
            element("div")
                .class("modes")
                .attribute("role", "group")
                .attribute("aria-label", "Entries must have")
                .changing("hidden", hidden_below(2))
                .with([
                    mode(shown, Match::All, "all"),
                    mode(shown, Match::Any, "any"),
                ]),
            switch.saying("Hide the rest"),
            element("a")
                .class("clear")
                .attribute("href", "?")
                .changing("hidden", hidden_below(1))
                .saying("Clear all"),
        ]);
    let tags = shown.index.by_strength().into_iter();
    let tags: Vec<_> = tags.map(|tag| tag_view(shown, tag)).collect();
    let all = element("div")
        .attribute("id", "tags")
        .class("tags")
        .attribute("popover", "auto")
        .attribute("role", "region")
        .attribute("aria-label", "Technologies");
    group([
        bar,
        all.with([
            element("h2").saying("Technologies"),
            element("ul").class("chips").with(tags),
        ]),
    ])
}

/// The chosen tags: a click takes one away.
fn selection_chips(shown: &Shown) -> AnyView {
    let shown = shown.clone();
    let chosen = move || {
        let tags = shown.selection.with(|now| now.filter.tags.clone());
        let chips = tags.into_iter().map(|id| {
            let tag = &shown.index.tags()[id];
            let remove = element("span")
                .class("remove")
                .attribute("role", "img")
                .attribute("aria-label", "remove");
            let chip = chip(&tag.slug)
                .attribute("aria-current", "true")
                .leading_to(after_click(&shown, id));
            element("li").with([chip.with([text(&tag.name), text(" "), remove.saying("✕")])])
        });
        chips.collect::<Vec<_>>()
    };
    chosen.into_any()
}

/// One of the two ways in which several tags go together.
fn mode(shown: &Shown, matching: Match, label: &'static str) -> AnyView {
    let selection = shown.selection;
    let index = shown.index.clone();
    element("a")
        .class("mode")
        .leading_to(move || selection.with(|now| now.filter.matching(matching).to_query(&index)))
        .changing("aria-current", move || {
            selection.with(|now| (now.filter.matching == matching).then_some("true"))
        })
        .saying(label)
}

fn tag_view(shown: &Shown, id: TagId) -> AnyView {
    let tag = &shown.index.tags()[id];
    let chip = chip(&tag.slug)
        .leading_to(after_click(shown, id))
        .changing("aria-current", shown.current(id));
    element("li").with([chip.with([text(&tag.name), text(" "), count(shown, id)])])
}

/// The address of the state after a click on a tag; `?` alone is the page without a filter.
fn after_click(shown: &Shown, tag: TagId) -> impl Fn() -> String + use<> {
    let selection = shown.selection;
    let index = shown.index.clone();
    move || {
        let query = selection.with(|now| now.filter.toggled(tag).to_query(&index));
        match query.is_empty() {
            true => "?".to_owned(),
            false => query,
        }
    }
}
