//! The page as it is drawn, the same natively and in the browser: one function for each section
//! and a few shared parts. [`page`] lists them in order.

mod chip;
mod contact;
mod current;
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

use self::{
    contact::contact,
    element::{element, group, in_turn},
    experience::experience,
    filter_bar::{filter_bar, has_filter},
    hero::hero,
    items::items,
    projects::projects,
    proof::proof,
    skills::skills,
    timeline::timeline,
    top_bar::top_bar,
};

pub use self::{
    current::Current,
    element::{View, follow},
    search::Search,
    turns::Turns,
};
use crate::{
    evidence::History,
    filter::{Filter, Selection},
    labels::{Label, Labels},
    resume::{Heading, Resume, date::Date, outline},
    tags::Index,
};

/// What the sections draw: a résumé under a filter. It lives as long as the page: what may change holds
/// on to it without counting.
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
    pub selection: Current<Selection>,
    /// The filter that the page is drawn with. What there are many of, entries and chips, is drawn once:
    /// the app writes to those that a change reaches.
    pub drawn: Selection,
    /// Whether entries that do not match are hidden, not folded.
    pub hide: Current<bool>,
    /// What is suggested for what is being typed into the search field.
    pub search: Search,
    /// When its parts are drawn.
    pub turns: Turns,
}

impl Shown {
    /// The résumé, its technologies and its history, under a filter that may change.
    pub fn new(
        resume: Resume,
        index: Index,
        history: History,
        labels: Labels,
        today: Date,
        filter: impl FnOnce(&Index) -> Filter,
    ) -> &'static Self {
        let index: &Index = Box::leak(Box::new(index));
        let drawn = filter(index).select(index);
        Box::leak(Box::new(Self {
            resume,
            index,
            history,
            labels,
            hide: Current::default(),
            search: Search::default(),
            today,
            selection: Current::new(drawn.clone()),
            drawn,
            turns: Turns::default(),
        }))
    }
}

/// With more entries than this, the browser is to skip those that are off screen.
const LONG: usize = 50;

/// So many parts of a long section are skipped as one.
const SOME: usize = 20;

/// Parts of a section, in batches if the page is a long one: to skip each by itself is work, too.
fn in_batches(shown: &Shown, mut parts: Vec<View>) -> View {
    if shown.index.entries() <= LONG {
        return group(parts);
    }
    let mut batches = Vec::new();
    while !parts.is_empty() {
        let others = parts.split_off(parts.len().min(SOME));
        batches.push(element("div").class("batch").with(parts));
        parts = others;
    }
    group(batches)
}

/// The whole page.
pub fn page(shown: &'static Shown) -> View {
    let headings = outline(&shown.resume, &shown.labels);
    let nothing_found = || {
        let found = |now: &Selection| now.found.as_ref().is_some_and(FixedBitSet::is_clear);
        shown.selection.with(found)
    };
    let top_bar = top_bar(&headings, &shown.labels);
    let has_timeline = headings.iter().any(|heading| heading.key == "timeline");
    let mut parts = vec![proof(shown)];
    let sections = headings.into_iter();
    parts.extend(sections.map(|heading| in_turn(&shown.turns, move || section(&heading, shown))));
    let main = element("main")
        .attribute("id", "main")
        .attribute("tabindex", "-1");
    let skip = |to: &str, words| {
        let link = element("a").class("skip").attribute("href", to);
        link.attribute("target", "_self")
            .saying(shown.labels.word(words))
    };
    let is_long = shown.index.entries() > LONG;
    element("div")
        .class("page h-resume")
        .attribute_if("data-long", is_long.then_some(""))
        // What has a column or a row of its own has it before it is parsed.
        .attribute_if("data-timeline", has_timeline.then_some(""))
        .attribute_if("data-filter", has_filter(shown).then_some(""))
        .changing("data-hide", move || {
            shown.hide.with(|hide| hide.then_some(""))
        })
        .changing("data-nothing", move || nothing_found().then_some(""))
        .with([
            skip("#main", Label::Skip),
            skip("#filter", Label::OpenFilter),
            top_bar,
            hero(shown),
            main.with(parts),
            // Where it stands is the style's; here it would keep the first entry from the first paint.
            in_turn(&shown.turns, move || filter_bar(shown)),
        ])
}

fn section(heading: &Heading, shown: &'static Shown) -> View {
    let content = match heading.key.as_str() {
        "work" => experience(shown),
        "projects" => projects(shown),
        "skills" => skills(shown),
        "timeline" => timeline(shown),
        "contact" => contact(shown),
        key => items(key, shown),
    };
    let label = [&heading.id, "-title"].concat();
    let title = element("h2").attribute("id", &label);
    element("section")
        .attribute("id", &heading.id)
        .class("section")
        .attribute("aria-labelledby", label)
        .with([title.saying(&heading.title), content])
}
