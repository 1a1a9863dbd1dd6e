use std::time::Duration;

use leptos::{ev, html, prelude::*};

use crate::{
    dom,
    labels::Label,
    state::State,
    tags::{Index, TagId},
    words::folded,
};

/// The search follows when the reader pauses for so long, as browsers limit how often an address may change.
const PAUSE: Duration = Duration::from_millis(120);

/// How many technologies are suggested at most.
const MOST: usize = 8;

/// What is suggested for what is being typed.
#[derive(Clone, Debug, Default)]
struct Suggestions {
    tags: Vec<TagId>,
    /// The one that has the focus, by its place among them.
    active: Option<usize>,
}

impl Suggestions {
    /// Moves to the next one, or to the one before, around the ends.
    fn step(&mut self, is_forward: bool) {
        let count = self.tags.len();
        self.active = match (self.active, is_forward) {
            _ if count == 0 => None,
            (None, true) => Some(0),
            (None, false) => Some(count - 1),
            (Some(at), true) => Some((at + 1) % count),
            (Some(at), false) => Some((at + count - 1) % count),
        };
    }

    /// The one that Enter takes: that which has the focus, the only one, or the first, if its name begins with what is typed.
    fn meant(&self, typed: &str, index: &Index) -> Option<TagId> {
        if let Some(at) = self.active {
            return self.tags.get(at).copied();
        }
        let first = *self.tags.first()?;
        let begins = folded(&index.tags()[first].name).starts_with(&folded(typed.trim()));
        (self.tags.len() == 1 || begins).then_some(first)
    }
}

/// The field that searches for words and suggests technologies: a combobox with a listbox, as
/// [WAI-ARIA's pattern](https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) has it.
#[component]
pub fn Search(
    /// What it is in, which may be a popover.
    panel: NodeRef<html::Div>,
) -> impl IntoView {
    let state = State::expect();
    let field = NodeRef::<html::Input>::new();
    let list = RwSignal::new(Suggestions::default());
    let is_open = move || list.with(|list| !list.tags.is_empty());
    let close = move || list.set(Suggestions::default());
    let suggest = move || {
        let site = state.site();
        let suggested = |words: &String| site.index.suggested(words, &site.by_strength);
        let mut tags = state.words.with_untracked(suggested);
        let chosen = state.filter().tags;
        tags.retain(|tag| !chosen.contains(tag));
        tags.truncate(MOST);
        list.set(Suggestions { tags, active: None });
    };
    let choose = move |tag| {
        close();
        dom::close_popover(panel);
        state.choose(tag);
    };
    let mut search_later = debounce(PAUSE, move |()| state.search());
    let mut type_in = move |words: String| {
        state.words.set(words);
        suggest();
        search_later(());
    };
    let press = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let is_empty = state.words.with_untracked(String::is_empty);
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                if !untrack(is_open) {
                    suggest();
                }
                list.update(|list| list.step(key == "ArrowDown"));
            }
            "Enter" => {
                let index = &state.site().index;
                let meant = |list: &Suggestions| {
                    state.words.with_untracked(|typed| list.meant(typed, index))
                };
                match list.with_untracked(meant) {
                    Some(tag) => choose(tag),
                    None => {
                        close();
                        dom::close_popover(panel);
                    }
                }
            }
            "Escape" if untrack(is_open) => close(),
            "Escape" if !is_empty => state.clear_words(),
            _ => return,
        }
        event.prevent_default();
    };
    // What Back and Forward lead to stands in the field, too.
    Effect::new(move |_| {
        let q = state.selection.with(|now| now.filter.q.clone());
        let is_same = |words: &String| words.split_whitespace().eq(q.split_whitespace());
        if !state.words.with_untracked(is_same) {
            state.words.set(q);
            state.is_typing.set(false);
        }
    });
    dom::on_window(ev::keydown, move |event| {
        if event.key() == "/" && !event.is_composing() && !dom::is_writing(&event) {
            event.prevent_default();
            dom::focus_in_popover(field, panel);
        }
    });
    let options = move || {
        let tags = list.with(|list| list.tags.clone()).into_iter().enumerate();
        tags.map(|(at, tag)| {
            let is_active = move || list.with(|list| list.active == Some(at));
            view! { <Suggestion id=option_id(at) tag is_active on_choose=choose/> }
        })
        .collect_view()
    };
    view! {
        <search class="search">
            <input
                id="search"
                class="search-field"
                type="text"
                role="combobox"
                aria-label=state.word(Label::Search)
                aria-autocomplete="list"
                aria-controls="suggestions"
                aria-owns="suggestions"
                autocomplete="off"
                spellcheck="false"
                placeholder=state.word(Label::SearchShort)
                aria-expanded=move || is_open().to_string()
                aria-activedescendant=move || list.with(|list| list.active.map(option_id))
                prop:value=state.words
                on:input:target=move |event| type_in(event.target().value())
                on:keydown=press
                on:focusout=move |_| close()
                node_ref=field
            />
            <kbd aria-hidden="true">"/"</kbd>
            <ul
                class="suggestions"
                id="suggestions"
                role="listbox"
                aria-label=state.word(Label::Technologies)
                hidden=move || !is_open()
            >
                {options}
            </ul>
        </search>
    }
}

fn option_id(at: usize) -> String {
    format!("suggestion-{}", at + 1)
}

/// A technology that is suggested, with the number of entries that it would leave.
#[component]
fn Suggestion(
    /// Its element's id.
    id: String,
    /// The technology.
    tag: TagId,
    /// Whether it has the focus of the list.
    is_active: impl Fn() -> bool + Send + Sync + 'static,
    /// What happens when it is chosen.
    on_choose: impl Fn(TagId) + 'static,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let filter = state.filter().with(tag).searching("");
    let left = filter.entries(&site.index);
    let tag_itself = &site.index.tags()[tag];
    // Of what is only listed there is nothing to count.
    let left = (!tag_itself.evidence.is_clear())
        .then(|| site.history.count(left.ones()).said(&site.labels));
    view! {
        // The field keeps the focus while it is clicked.
        <li
            id=id
            role="option"
            aria-selected=move || is_active().to_string()
            data-tag=tag_itself.slug.clone()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| on_choose(tag)
        >
            {tag_itself.name.clone()}
            " "
            <span class="count">{left}</span>
        </li>
    }
}
