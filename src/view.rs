//! The page as it is drawn, the same natively and in the browser: one function for each section
//! and a few shared parts. [`Page`] lists them in order.

mod chip;
mod contact;
mod element;
mod entry;
mod experience;
mod filter_bar;
mod hero;
mod items;
mod part;
mod projects;
mod proof;
mod search;
mod skills;
mod timeline;
mod top_bar;
mod turns;

use fixedbitset::FixedBitSet;
use leptos::{ev::MouseEvent, prelude::*};

use self::{
    contact::contact, element::element, experience::experience, filter_bar::filter_bar, hero::hero,
    items::items, projects::projects, proof::proof, skills::skills, timeline::timeline,
    top_bar::top_bar,
};

pub use self::{search::Search, turns::Turns};
use crate::{
    evidence::History,
    filter::{Filter, Selection},
    labels::{Label, Labels},
    resume::{EntryId, Heading, Resume, date::Date, outline},
    tags::{Index, TagId},
};

/// What the sections draw: a résumé, and the present filter as signals. It lives as long as the page:
/// what may change holds on to it without counting.
pub struct Shown {
    /// The résumé.
    pub resume: Resume,
    /// Its technologies.
    pub index: &'static Index,
    /// The page's own words.
    pub labels: Labels,
    /// Where and when its entries were.
    pub history: History,
    /// What “Present” means.
    pub today: Date,
    /// The present filter and what follows from it.
    pub selection: Memo<Selection>,
    /// What is suggested for what is being typed into the search field.
    pub search: Search,
    /// When its parts are drawn.
    pub turns: Turns,
    chosen: Vec<Memo<bool>>,
}

impl Shown {
    /// The résumé under a filter that may change.
    pub fn new(
        resume: Resume,
        labels: Labels,
        today: Date,
        turns: Turns,
        filter: impl Fn(&Index) -> Filter + Send + Sync + 'static,
    ) -> &'static Self {
        let index: &Index = Box::leak(Box::new(Index::new(&resume)));
        let selection = Memo::new(move |_| filter(index).select(index));
        // One memo a tag: a toggle then reaches the chips of that tag alone.
        let is_chosen =
            |tag| Memo::new(move |_| selection.with(|now| now.filter.tags.contains(&tag)));
        Box::leak(Box::new(Self {
            history: History::new(&resume, &labels, today),
            chosen: (0..index.tags().len()).map(is_chosen).collect(),
            resume,
            index,
            labels,
            search: Search::default(),
            today,
            selection,
            turns,
        }))
    }

    /// An entry's `data-match`: `None` while nothing is chosen.
    fn matching(&self, entry: EntryId) -> impl Fn() -> Option<&'static str> + use<> {
        let selection = self.selection;
        move || {
            selection.with(|now| {
                let found = now.found.as_ref()?;
                Some(if found.contains(entry) { "yes" } else { "no" })
            })
        }
    }

    /// Whether a tag is chosen, as `aria-current` says it.
    fn current(&self, tag: TagId) -> impl Fn() -> Option<&'static str> + use<> {
        let chosen = self.chosen[tag];
        move || chosen.get().then_some("true")
    }
}

/// With more entries than this, the browser is to skip those that are off screen.
const LONG: usize = 50;

/// The whole page.
#[component]
pub fn Page(
    /// What to draw.
    shown: &'static Shown,
    /// What to do when something on the page was clicked.
    on_click: impl Fn(MouseEvent) + 'static,
) -> AnyView {
    let resume = &shown.resume;
    let headings = outline(resume, &shown.labels);
    let hide = RwSignal::new(false);
    let selection = shown.selection;
    let nothing_found =
        move || selection.with(|now| now.found.as_ref().is_some_and(FixedBitSet::is_clear));
    let filtered = move || selection.with(|now| now.found.is_some());
    let filter = shown.turns.part(move || filter_bar(shown, hide));
    let sections = headings.iter().cloned();
    let sections = sections.map(|heading| shown.turns.part(move || section(&heading, shown)));
    let mut parts = vec![proof(shown)];
    parts.extend(sections);
    let main = element("main")
        .attribute("id", "main")
        .attribute("tabindex", "-1");
    let skip = element("a")
        .class("skip")
        .attribute("href", "#main")
        .attribute("target", "_self");
    let page = element("div").class("page");
    let page = match shown.index.entries() > LONG {
        true => page.attribute("data-long", ""),
        false => page,
    };
    page.changing("data-hide", move || hide.get().then_some(""))
        .changing("data-nothing", move || nothing_found().then_some(""))
        .changing("data-filtered", move || filtered().then_some(""))
        .on_click(on_click)
        .with([
            skip.saying(shown.labels.word(Label::Skip)),
            top_bar(&headings, &shown.labels),
            hero(shown),
            main.with(parts),
            // Where it stands is the style's; here it would keep the first entry from the first paint.
            filter,
        ])
}

fn section(heading: &Heading, shown: &'static Shown) -> AnyView {
    let content = match heading.key.as_str() {
        "work" => experience(shown),
        "projects" => projects(shown),
        "skills" => skills(shown),
        "timeline" => timeline(shown),
        "contact" => contact(shown),
        key => items(key, shown),
    };
    let label = format!("{}-title", heading.id);
    let title = element("h2").attribute("id", label.clone());
    element("section")
        .attribute("id", &heading.id)
        .class("section")
        .attribute("aria-labelledby", label)
        .with([title.saying(&heading.title), content])
}
