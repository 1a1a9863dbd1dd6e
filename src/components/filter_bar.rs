use leptos::{html, prelude::*};

use super::search::Search;
use crate::{
    dom,
    evidence::Status,
    filter::{Filter, Match},
    groups::{Branch, Groups},
    labels::Label,
    state::State,
    tags::TagId,
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
    let status = Memo::new(move |_| {
        let site = state.site();
        let status = |now: &_| site.history.status(now, &site.index, &site.labels);
        state.selection.with(status)
    });
    let part = move |part: fn(&Status) -> &String| move || status.with(|now| part(now).clone());
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
            <button class="filter-open" popovertarget="tags">
                {state.word(Label::OpenFilter)}
            </button>
            <p class="status" role="status" data-found=found data-nothing=nothing>
                {part(|status| &status.shown)}
                <span class="status-tags">{part(|status| &status.names)}</span>
                {part(|status| &status.note)}
            </p>
            {hint}
            <Chosen/>
            <div
                class="modes"
                role="group"
                aria-label=state.word(Label::Match)
                hidden=move || state.selection.with(|now| now.filter.tags.len() < 2)
            >
                <Mode matching=Match::All label=Label::All/>
                <Mode matching=Match::Any label=Label::Any/>
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

/// The search field and all tags: beside the text where there is room, else a popover.
#[component]
pub fn TagPanel(
    /// The bar that it stands on as a popover.
    bar: NodeRef<html::Section>,
) -> impl IntoView {
    let state = State::expect();
    let panel = NodeRef::<html::Div>::new();
    dom::stand_on(panel, bar);
    let site = state.site();
    let index = &site.index;
    // As much room as the largest number takes without a filter.
    let counts = index.tags().iter().map(|tag| tag.evidence.count_ones(..));
    let digits = counts.max().unwrap_or_default().to_string().len();
    let Groups { proven, listed } = Groups::new(&site.resume, index, &site.by_strength);
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
    let tags = (!groups.is_empty() || listed.is_some()).then(|| {
        view! {
            <h2>{state.word(Label::Technologies)}</h2>
            {groups}
            {listed}
        }
    });
    view! {
        <div
            id="tags"
            class="tags"
            popover="auto"
            role="region"
            data-digits=digits
            aria-label=state.word(Label::FilterPanel)
            node_ref=panel
        >
            <Search panel/>
            {tags}
        </div>
    }
}

/// The chosen tags and words: a click takes one away.
#[component]
fn Chosen() -> impl IntoView {
    let state = State::expect();
    let chips = move || {
        let site = state.site();
        let now = state.selection.with(|now| now.filter.clone());
        let tag = |&id: &TagId| {
            let tag = &site.index.tags()[id];
            (tag.name.clone(), Some(tag.slug.clone()), now.toggled(id))
        };
        let mut chips: Vec<_> = now.tags.iter().map(tag).collect();
        if !now.q.is_empty() {
            let words = site.labels.filled(Label::Quoted, &[("words", &now.q)]);
            chips.push((words, None, now.searching("")));
        }
        chips
    };
    view! {
        <ul class="chips chosen" hidden=move || state.is_whole()>
            // Each leads to all the others, so that it is another one whenever they change.
            <For
                each=chips
                key=move |(name, _, without)| (name.clone(), without.to_link(&state.site().index))
                let((name, slug, without))
            >
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
            </For>
        </ul>
    }
}

/// One of the two ways in which several tags go together.
#[component]
fn Mode(
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
            class="mode"
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
    let count = Memo::new(move |_| {
        let index = &state.site().index;
        state.selection.with(|now| now.left_by(tag, index))
    });
    let left = move || (!is_listed).then(|| count.get());
    view! {
        <a
            class="chip"
            data-tag=this.slug.clone()
            href=href
            data-left=left
            aria-current=state.current(tag)
            on:click=move |event| state.toggle(&event, tag)
        >
            {this.name.clone()}
            " "
            <span class="count">{left}</span>
        </a>
    }
}
