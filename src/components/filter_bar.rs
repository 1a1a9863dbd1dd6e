use leptos::{ev, html, prelude::*};

use super::search::Search;
use crate::{
    dom,
    evidence::Status,
    filter::{Filter, Match},
    groups::{Branch, Groups},
    labels::Label,
    state::State,
    tags::{Tag, TagId},
};

/// The bar that says what is shown and what is chosen, and opens the [`TagPanel`]. Where both stand is the style's: before
/// the sections, they would hold up the first paint.
#[component]
pub fn FilterBar(
    /// Its element.
    bar: NodeRef<html::Section>,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let has_technologies = site.index.tags().iter().any(|tag| tag.is_technology);
    let shows_answer =
        move || state.is_panel_open.get() && !state.is_whole() && !state.finds_nothing();
    let open = move || {
        if shows_answer() {
            state.site().labels.counted(Label::Show, state.left())
        } else {
            state.word(Label::OpenFilter)
        }
    };
    let go_to_answer = move || {
        if untrack(shows_answer) {
            dom::go_to_main();
        }
    };
    let hint = has_technologies.then(|| {
        view! {
            <p class="hint" hidden=move || !state.is_whole()>
                {state.word(Label::Hint)}
            </p>
        }
    });
    // For `src/head.js`, which knows the number before the app is there, and the words where all entries are alike.
    let found = site.history.shown_of_all("{n}", &site.labels);
    let nothing = Status::nothing(&site.labels);
    view! {
        <section
            id="filter"
            class="filter-bar"
            aria-label=state.word(Label::Filter)
            tabindex="-1"
            node_ref=bar
        >
            <p class="sentence" hidden=move || state.is_whole()>
                {state.said(|status| &status.sentence)}
            </p>
            <button class="filter-open" popovertarget="tags" on:click=move |_| go_to_answer()>
                {open}
            </button>
            <p class="status" role="status" data-found=found data-nothing=nothing>
                {state.said(|status| &status.shown)}
                <span class="status-tags">{state.said(|status| &status.names)}</span>
                {state.said(|status| &status.note)}
            </p>
            {hint}
            <Chosen/>
            <Steps/>
            <div
                class="modes"
                role="group"
                aria-label=state.word(Label::Match)
                hidden=move || state.selection.with(|now| now.filter.tags.len() < 2)
            >
                <Mode class="mode" matching=Match::All label=Label::All/>
                <Mode class="mode" matching=Match::Any label=Label::Any/>
            </div>
            <a
                class="clear"
                href="?"
                hidden=move || state.is_whole()
                on:click=move |event| state.follow(&event, Filter::default())
            >
                {state.word(Label::Clear)}
            </a>
        </section>
    }
}

/// The search field and the [`Tags`]: beside the text where there is room, else a popover.
#[component]
pub fn TagPanel(
    /// The bar that it stands on as a popover.
    bar: NodeRef<html::Section>,
    /// Its element, for who mounts the tags by themselves.
    #[prop(optional)]
    panel: NodeRef<html::Div>,
    /// The tags, where they are there at once.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = State::expect();
    dom::stand_on(panel, bar);
    // As much room as the largest number takes without a filter.
    let site = state.site();
    let tags = site.index.tags().iter();
    let largest = tags.map(|tag| tag.evidence.count_ones(..)).max();
    let digits = largest.unwrap_or_default().to_string().len();
    view! {
        <div
            id="tags"
            class="tags"
            popover="auto"
            role="region"
            data-digits=digits
            aria-label=state.word(Label::FilterPanel)
            on:toggle=move |_| state.is_panel_open.set(dom::is_popover_open(panel))
            node_ref=panel
        >
            <Search panel/>
            {children.map(|children| children())}
        </div>
    }
}

/// All tags by the résumé's own groups.
#[component]
pub fn Tags() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let Groups { proven, listed } = Groups::new(&site.resume, &site.index, &site.by_strength);
    let is_grouped = proven.len() > 1;
    let groups = proven.into_iter().map(|group| {
        let name = if group.name.is_empty() {
            state.word(Label::OtherTechnologies)
        } else {
            group.name
        };
        let branches = group.branches.into_iter();
        let branches = branches.map(|branch| view! { <TagBranch branch/> });
        view! {
            {is_grouped.then(|| view! { <h3>{name}</h3> })}
            <ul class="chips">{branches.collect_view()}</ul>
        }
    });
    let groups: Vec<_> = groups.collect();
    let listed = (!listed.is_empty()).then(|| {
        let tags = listed.into_iter();
        let tags = tags.map(|tag| view! { <li><TagCount tag/></li> });
        view! {
            <details>
                <summary>{state.word(Label::AlsoListed)}</summary>
                <ul class="chips">{tags.collect_view()}</ul>
            </details>
        }
    });
    (!groups.is_empty() || listed.is_some()).then(|| {
        view! {
            <h2>{state.word(Label::Technologies)}</h2>
            {groups}
            {listed}
        }
    })
}

/// The chosen tags and words: a click takes one away.
#[component]
fn Chosen() -> impl IntoView {
    let state = State::expect();
    let chips = move || {
        let site = state.site();
        let now = state.selection.with(|now| now.filter.clone());
        let mut chips: Vec<_> = now
            .tags
            .iter()
            .map(|&id| {
                let Tag { name, slug, .. } = &site.index.tags()[id];
                let (name, slug, without) = (name.clone(), Some(slug.clone()), now.toggled(id));
                view! { <ChosenChip name slug without/> }
            })
            .collect();
        if !now.q.is_empty() {
            let name = site.labels.filled(Label::Quoted, &[("words", &now.q)]);
            chips.push(view! { <ChosenChip name slug=None without=now.searching("")/> });
        }
        chips
    };
    view! {
        <ul class="chips chosen" hidden=move || state.is_whole()>
            {chips}
        </ul>
    }
}

/// A chosen tag, or the words.
#[component]
fn ChosenChip(
    /// What it is called.
    name: String,
    /// The tag's, if it is one.
    slug: Option<String>,
    /// The filter without it.
    without: Filter,
) -> impl IntoView {
    let state = State::expect();
    view! {
        <li>
            <a
                class="chip"
                data-tag=slug
                href=without.to_link(&state.site().index)
                aria-current="true"
                on:click=move |event| state.follow(&event, without.clone())
            >
                {name}
                " "
                <span class="remove" role="img" aria-label=state.word(Label::Remove)>
                    "✕"
                </span>
            </a>
        </li>
    }
}

/// From place to place of what is found: on the page, and by keys.
#[component]
fn Steps() -> impl IntoView {
    let state = State::expect();
    let is_idle = move || state.is_whole() || state.finds_nothing();
    let is_off = move || is_idle() || state.is_panel_open.get();
    dom::on_window(ev::keydown, move |event| {
        let is_next = match event.key().as_str() {
            "n" => true,
            "p" => false,
            _ => return,
        };
        if !dom::is_writing(&event) && !untrack(is_off) {
            dom::step(is_next);
        }
    });
    view! {
        <div class="steps" hidden=is_idle>
            <button
                class="previous"
                aria-label=state.word(Label::Previous)
                aria-keyshortcuts="p"
                on:click=|_| dom::step(false)
            ></button>
            <button
                class="next"
                aria-label=state.word(Label::Next)
                aria-keyshortcuts="n"
                on:click=|_| dom::step(true)
            ></button>
        </div>
    }
}

/// One of the two ways in which several tags go together.
#[component]
pub fn Mode(
    /// Its classes.
    class: &'static str,
    /// The way.
    matching: Match,
    /// What it is called.
    label: Label,
) -> impl IntoView {
    let state = State::expect();
    let href = move || {
        let filter = state.selection.with(|now| now.filter.matching(matching));
        filter.to_query(&state.site().index)
    };
    let current = move || {
        let is_current = state.selection.with(|now| now.filter.matching == matching);
        is_current.then_some("true")
    };
    view! {
        <a
            class=class
            href=href
            aria-current=current
            on:click=move |event| state.follow(&event, state.filter().matching(matching))
        >
            {state.word(label)}
        </a>
    }
}

/// A tag, and under it what is narrower.
#[component]
fn TagBranch(
    /// The tag, and what is narrower.
    branch: Branch,
) -> impl IntoView {
    let narrower = branch.narrower.into_iter();
    let narrower = narrower.map(|tag| view! { <li><TagCount tag/></li> });
    let narrower: Vec<_> = narrower.collect();
    let narrower =
        (!narrower.is_empty()).then(|| view! { <ul class="chips narrower">{narrower}</ul> });
    view! { <li><TagCount tag=branch.tag/> {narrower}</li> }
}

/// A tag with the number of entries that a click would leave, or that it has by itself where any of the tags will do; without
/// where there is none of it.
#[component]
fn TagCount(
    /// The tag.
    tag: TagId,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let this = &site.index.tags()[tag];
    let href = move || {
        let filter = state.selection.with(|now| now.filter.toggled(tag));
        filter.to_link(&state.site().index)
    };
    let is_listed = this.evidence.is_clear();
    let left = move || {
        let index = &state.site().index;
        (!is_listed).then(|| state.selection.with(|now| now.left_by(tag, index)))
    };
    view! {
        <a
            class="chip"
            data-tag=this.slug.clone()
            href=href
            data-left=left
            aria-current=state.current(tag)
            data-narrower=state.narrower(tag)
            on:click=move |event| state.toggle(&event, tag)
        >
            {this.name.clone()}
            " "
            <span class="count">{left}</span>
        </a>
    }
}
