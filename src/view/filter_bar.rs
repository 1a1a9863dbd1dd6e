//! The filter: what is chosen, and all there is to choose.

use super::{
    Shown,
    chip::chip,
    element::{Element, View, changing_text, element, group, nothing, state, text},
    search::search,
};
use crate::{
    filter::{Match, Status},
    labels::Label,
    tags::TagId,
};

/// Whether there is anything to filter.
pub fn has_filter(shown: &Shown) -> bool {
    !shown.index.tags().is_empty() || shown.index.entries() > 0
}

/// The bar that says what is shown, and the list of all tags.
pub fn filter_bar(shown: &'static Shown) -> View {
    if !has_filter(shown) {
        return nothing();
    }
    let has_tags = !shown.index.tags().is_empty();
    let selection = &shown.selection;
    let labels = &shown.labels;
    let hidden_when_empty = move || selection.with(|now| now.filter.is_empty().then_some(""));
    let hidden_below = |at_least: usize| {
        move || selection.with(|now| (now.filter.tags.len() < at_least).then_some(""))
    };
    let hidden_when_chosen = move || selection.with(|now| (!now.filter.is_empty()).then_some(""));
    let switch = element("button")
        .class("hide")
        .attribute("type", "button")
        .attribute("role", "switch")
        .changing("aria-checked", move || {
            Some(shown.hide.with(|hide| state(*hide)))
        })
        .changing("hidden", hidden_when_empty);
    let status = |part: fn(Status) -> String| {
        changing_text(move || part(selection.with(|now| now.status(shown.index, labels))))
    };
    let bar = element("section")
        .attribute("id", "filter")
        .class("filter-bar")
        .attribute("aria-label", labels.word(Label::Filter))
        .attribute("tabindex", "-1")
        .with([
            element("button")
                .class("filter-open")
                .attribute("popovertarget", "tags")
                .saying(labels.word(Label::OpenFilter)),
            element("p")
                .class("status")
                .attribute("role", "status")
                .with([
                    status(|status| status.shown),
                    element("span")
                        .class("status-tags")
                        .with([status(|status| status.names)]),
                    status(|status| status.note),
                ]),
            match has_tags {
                true => element("p")
                    .class("hint")
                    .changing("hidden", hidden_when_chosen)
                    .saying(labels.word(Label::Hint)),
                false => nothing(),
            },
            element("ul")
                .class("chips chosen")
                .changing("hidden", hidden_when_empty)
                .listing(move || selection_chips(shown)),
            element("div")
                .class("modes")
                .attribute("role", "group")
                .attribute("aria-label", labels.word(Label::MustHave))
                .changing("hidden", hidden_below(2))
                .with([
                    mode(shown, Match::All, Label::All),
                    mode(shown, Match::Any, Label::Any),
                ]),
            switch.saying(labels.word(Label::Hide)),
            element("a")
                .class("clear")
                .attribute("href", "?")
                .changing("hidden", hidden_when_empty)
                .saying(labels.word(Label::Clear)),
        ]);
    let tags = shown.index.by_strength().into_iter();
    let tags: Vec<_> = tags.map(|tag| tag_view(shown, tag)).collect();
    // As much room as the largest number takes without a filter.
    let most = shown.index.tags().iter();
    let most = most.map(|tag| tag.evidence.count_ones(..)).max();
    let widest = most.unwrap_or_default().to_string().len();
    let all = element("div")
        .attribute("id", "tags")
        .class("tags")
        .attribute("popover", "auto")
        .attribute("role", "region")
        .attribute("data-digits", widest.to_string())
        .attribute("aria-label", labels.word(Label::FilterPanel));
    let all_tags = match has_tags {
        true => group([
            element("h2").saying(labels.word(Label::Technologies)),
            element("ul").class("chips").with(tags),
        ]),
        false => nothing(),
    };
    group([bar, all.with([search(shown), all_tags])])
}

/// The chosen tags: a click takes one away.
fn selection_chips(shown: &'static Shown) -> Vec<View> {
    let filter = shown.selection.with(|now| now.filter.clone());
    let mut chips = Vec::new();
    for &id in &filter.tags {
        let tag = &shown.index.tags()[id];
        let link = chip(&tag.slug).attribute("href", filter.toggled(id).to_link(shown.index));
        chips.push(removable(shown, link, &tag.name));
    }
    if !filter.q.is_empty() {
        let without = filter.searching("").to_link(shown.index);
        let link = element("a").class("chip").attribute("href", without);
        let words = shown.labels.filled(Label::Quoted, &[("words", &filter.q)]);
        chips.push(removable(shown, link, &words));
    }
    chips
}

fn removable(shown: &'static Shown, link: Element, name: &str) -> View {
    let remove = element("span")
        .class("remove")
        .attribute("role", "img")
        .attribute("aria-label", shown.labels.word(Label::Remove));
    let link = link.attribute("aria-current", "true");
    element("li").with([link.with([text(name), text(" "), remove.saying("✕")])])
}

/// One of the two ways in which several tags go together.
fn mode(shown: &'static Shown, matching: Match, label: Label) -> View {
    let selection = &shown.selection;
    let index = shown.index;
    element("a")
        .class("mode")
        .leading_to(move || selection.with(|now| now.filter.matching(matching).to_query(index)))
        .changing("aria-current", move || {
            selection.with(|now| (now.filter.matching == matching).then_some("true"))
        })
        .saying(shown.labels.word(label))
}

/// A tag with the number of entries that a click would leave.
fn tag_view(shown: &'static Shown, id: TagId) -> View {
    let tag = &shown.index.tags()[id];
    let chip = chip(&tag.slug)
        .attribute("href", shown.drawn.filter.toggled(id).to_link(shown.index))
        .attribute_if("aria-current", shown.drawn.current(id));
    let count = element("span").class("count");
    let count = count.saying(shown.drawn.counts[id].to_string());
    element("li").with([chip.with([text(&tag.name), text(" "), count])])
}
