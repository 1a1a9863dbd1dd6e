//! The field that searches for words and suggests technologies: a combobox with a list, as
//! [WAI-ARIA's pattern](https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) has it.

use super::{
    Current, Shown,
    element::{View, element, state, text},
};
use crate::{labels::Label, tags::TagId};

/// The suggestions' ids; there are no more suggestions than these.
const IDS: [&str; 8] = [
    "suggestion-1",
    "suggestion-2",
    "suggestion-3",
    "suggestion-4",
    "suggestion-5",
    "suggestion-6",
    "suggestion-7",
    "suggestion-8",
];

/// What is suggested for what is being typed.
#[derive(Default)]
pub struct Search(Current<Suggestions>);

#[derive(Clone, Default)]
struct Suggestions {
    tags: Vec<TagId>,
    picked: Option<usize>,
}

impl Search {
    /// Suggests these technologies, as many as there is room for; with none, the list is closed.
    pub fn suggest(&self, mut tags: Vec<TagId>) {
        tags.truncate(IDS.len());
        self.0.set(Suggestions { tags, picked: None });
    }

    /// Whether there is nothing to pick.
    pub fn is_closed(&self) -> bool {
        self.0.once(|now| now.tags.is_empty())
    }

    /// Picks the next suggestion, or the one before, around the ends.
    pub fn pick(&self, forward: bool) {
        self.0.update(|Suggestions { tags, picked }| {
            let count = tags.len();
            *picked = match (*picked, forward) {
                _ if count == 0 => None,
                (None, true) => Some(0),
                (None, false) => Some(count - 1),
                (Some(at), true) => Some((at + 1) % count),
                (Some(at), false) => Some((at + count - 1) % count),
            };
        });
    }

    /// The suggestion that is picked.
    pub fn picked(&self) -> Option<TagId> {
        self.0.once(|now| now.tags.get(now.picked?).copied())
    }
}

/// The field and its list. What is done in it is the app's to answer.
pub fn search(shown: &'static Shown) -> View {
    let Search(suggestions) = &shown.search;
    let labels = &shown.labels;
    let is_open = move || suggestions.with(|now| !now.tags.is_empty());
    let field = element("input")
        .attribute("id", "search")
        .class("search-field")
        .attribute("type", "text")
        .attribute("role", "combobox")
        .attribute("aria-label", labels.word(Label::Search))
        .attribute("aria-autocomplete", "list")
        .attribute("aria-controls", "suggestions")
        .attribute("aria-owns", "suggestions")
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("placeholder", labels.word(Label::SearchShort))
        .changing("aria-expanded", move || Some(state(is_open())))
        .changing("aria-activedescendant", move || {
            suggestions.with(|now| IDS.get(now.picked?).copied())
        });
    let options = move || {
        let Suggestions { tags, picked } = suggestions.with(Clone::clone);
        let tags = tags.into_iter().enumerate();
        tags.map(|(at, tag)| option(shown, at, tag, picked == Some(at)))
            .collect()
    };
    let list = element("ul")
        .class("suggestions")
        .attribute("id", "suggestions")
        .attribute("role", "listbox")
        .attribute("aria-label", labels.word(Label::Technologies))
        .changing("hidden", move || (!is_open()).then_some(""))
        .listing(options);
    let key = element("kbd").attribute("aria-hidden", "true").saying("/");
    let search = element("search").class("search");
    search.with([field.empty(), key, list])
}

fn option(shown: &'static Shown, at: usize, tag: TagId, is_picked: bool) -> View {
    let tag_itself = &shown.index.tags()[tag];
    let left = shown.selection.once(|now| {
        let filter = now.filter.with(tag).searching("");
        let left = filter.entries(shown.index).count_ones(..);
        shown.labels.counted(Label::Entries, left)
    });
    element("li")
        .attribute("id", IDS[at])
        .attribute("role", "option")
        .attribute("aria-selected", state(is_picked))
        .attribute("data-tag", &tag_itself.slug)
        .with([
            text(&tag_itself.name),
            text(" "),
            element("span").class("count").saying(left),
        ])
}
