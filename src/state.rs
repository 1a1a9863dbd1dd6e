//! What the page shows, as signals: the résumé, which never changes, and the filter, which is what the address says.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use leptos::{ev::MouseEvent, prelude::*};
use leptos_router::hooks::use_location;

use crate::{
    dom,
    evidence::{History, Status},
    filter::{Filter, Selection},
    labels::{Label, Labels},
    metadata,
    resume::{EntryId, Heading, Resume, date::Date, outline},
    tags::{Index, TagId},
    timeline::Timeline,
};

/// More entries than this are a long page.
const LONG: usize = 50;

/// More lines than this of entries, which are some two thirds of a page, make more than four screens of a phone.
const FOUR_SCREENS: usize = 80;

/// What never changes while the page lives.
#[derive(Debug)]
pub struct Site {
    /// The résumé.
    pub resume: Resume,
    /// Its technologies.
    pub index: Index,
    /// The page's own words.
    pub labels: Labels,
    /// Its sections.
    pub headings: Vec<Heading>,
    /// Where and when its entries were.
    pub history: History,
    /// All tags, strongest first.
    pub by_strength: Vec<TagId>,
    /// The plot of its jobs and technologies, if dates of any are known.
    pub timeline: Option<Timeline>,
    /// What “Present” means.
    pub today: Date,
    /// Whether there is so much to read that a phone shows it in short at first: see `style/brief.css`.
    pub is_brief: bool,
}

impl Site {
    /// Everything about a résumé, as of `today`.
    pub fn new(resume: Resume, labels: Labels, today: Date) -> Self {
        let index = Index::new(&resume);
        let history = History::new(&resume, &labels, today);
        let by_strength = history.by_strength(&index);
        let timeline = Timeline::new(&resume, &index, &by_strength, &history, &labels, today);
        let mut headings = outline(&resume, &labels);
        headings.retain(|heading| heading.key != "timeline" || timeline.is_some());
        Self {
            is_brief: resume.lines() > FOUR_SCREENS,
            resume,
            index,
            labels,
            headings,
            history,
            by_strength,
            timeline,
            today,
        }
    }

    /// Whether there are so many entries that the browser skips those that are off screen: see `style/page.css`.
    pub fn is_long(&self) -> bool {
        self.index.entries() > LONG
    }

    /// Whether there is anything to filter by, or to search in.
    pub fn has_filter(&self) -> bool {
        !self.index.tags().is_empty() || self.index.entries() > 0
    }
}

/// The value of an attribute that is not always there.
pub type Mark = Memo<Option<&'static str>>;

/// The state of the page, provided as context: see [`State::provide`].
#[derive(Clone, Copy, Debug)]
pub struct State {
    site: StoredValue<Arc<Site>>,
    /// The filter that the address asks for, and what follows from it.
    pub selection: Memo<Selection>,
    /// The same in words.
    pub status: Memo<Status>,
    /// For each tag, its `aria-current`: a toggle wakes the chips of that tag alone.
    current: StoredValue<Vec<Mark>>,
    /// For each tag, whether one that is broader is chosen.
    narrower: StoredValue<Vec<Mark>>,
    /// `Some` while the page is shown in short, and nothing is found by a choice.
    folded: Mark,
    /// Whether the page is shown in short, as long as nothing is chosen.
    pub is_short: RwSignal<bool>,
    /// What stands in the search field; the address follows when the reader pauses.
    pub words: RwSignal<String>,
    /// Whether the address has some of what is being typed. What is typed in one go is one step of the history.
    pub is_typing: RwSignal<bool>,
    /// Whether the name at the head of the page is scrolled out of view.
    pub is_below_name: RwSignal<bool>,
    /// Whether the list of technologies is open as a popover.
    pub is_panel_open: RwSignal<bool>,
    /// Whether the page is in the document: what is not needed for that waits for it.
    pub is_live: RwSignal<bool>,
}

impl State {
    /// Makes the state of a page, and provides it as context. It has to be called below `<Router>`, whose location it
    /// follows.
    pub fn provide(site: Arc<Site>) -> Self {
        let search = use_location().search;
        let tags = site.index.tags().len();
        let site = StoredValue::new(site);
        let selection = Memo::new(move |_| {
            let index = &site.get_value().index;
            // The router's own query is decoded twice, and has one value for each name.
            search.with(|query| Filter::from_query(query, index).select(index))
        });
        let status = Memo::new(move |_| {
            let site = site.get_value();
            selection.with(|now| site.history.status(now, &site.index, &site.labels))
        });
        let current = |tag: TagId| {
            let is_chosen = move |now: &Selection| now.filter.tags.contains(&tag);
            Memo::new(move |_| selection.with(is_chosen).then_some("true"))
        };
        let current = (0..tags).map(current).collect();
        let index = &site.get_value().index;
        let broad: Vec<_> = (0..tags).filter(|&tag| index.is_broad(tag)).collect();
        let narrower = |tag: TagId| {
            let is_broader = |&other: &TagId| other != tag && index.covers(other, tag);
            let broader: Vec<_> = broad.iter().copied().filter(is_broader).collect();
            let is_chosen =
                move |now: &Selection| broader.iter().any(|tag| now.filter.tags.contains(tag));
            Memo::new(move |_| selection.with(&is_chosen).then_some(""))
        };
        let narrower = (0..tags).map(narrower).collect();
        let is_short = RwSignal::new(false);
        let folded = Memo::new(move |_| {
            let finds = |now: &Selection| now.found.as_ref().is_some_and(|found| !found.is_clear());
            (is_short.get() && !selection.with(finds)).then_some("until-found")
        });
        let state = Self {
            site,
            selection,
            folded,
            is_short,
            status,
            current: StoredValue::new(current),
            narrower: StoredValue::new(narrower),
            words: RwSignal::new(selection.with_untracked(|now| now.filter.q.clone())),
            is_typing: RwSignal::new(false),
            is_below_name: RwSignal::new(false),
            is_panel_open: RwSignal::new(false),
            is_live: RwSignal::new(false),
        };
        provide_context(state);
        state
    }

    /// The state that is provided above the present component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The document's title: what the page is filtered by, which tells it from others in tabs and in the history, and whose
    /// page it is.
    pub fn title(self) -> String {
        let site = self.site();
        let names = |now: &Selection| now.filter.names(&site.index, &site.labels);
        let mut title = self.selection.with(names);
        if !title.is_empty() {
            title += " · ";
        }
        title + &metadata::title(&site.resume, &site.labels)
    }

    /// What never changes.
    pub fn site(self) -> Arc<Site> {
        self.site.get_value()
    }

    /// A part of the [`Status`].
    pub fn said(self, part: fn(&Status) -> &String) -> impl Fn() -> String + Copy + Send + Sync {
        move || self.status.with(|now| part(now).clone())
    }

    /// A text of the page's own as it is.
    pub fn word(self, label: Label) -> String {
        self.site().labels.word(label).to_owned()
    }

    /// The present filter, without following it.
    pub fn filter(self) -> Filter {
        self.selection.with_untracked(|now| now.filter.clone())
    }

    /// Whether nothing is chosen and nothing searched for.
    pub fn is_whole(self) -> bool {
        self.selection.with(|now| now.filter.is_empty())
    }

    /// How many entries the filter leaves.
    pub fn left(self) -> usize {
        let left = |now: &Selection| now.found.as_ref().map_or(0, |found| found.count_ones(..));
        self.selection.with(left)
    }

    /// Whether the filter leaves no entry.
    pub fn finds_nothing(self) -> bool {
        let is_clear = |now: &Selection| now.found.as_ref().is_some_and(FixedBitSet::is_clear);
        self.selection.with(is_clear)
    }

    /// An entry's `data-match`.
    pub fn matching(self, entry: EntryId) -> Mark {
        Memo::new(move |_| self.selection.with(|now| now.matching(entry)))
    }

    /// `Some` where the filter leaves none of these entries.
    pub fn leaves_out(self, entries: Vec<EntryId>) -> Mark {
        Memo::new(move |_| {
            let is_left = |now: &Selection| match &now.found {
                Some(found) => entries.iter().any(|&entry| found.contains(entry)),
                None => true,
            };
            (!self.selection.with(is_left)).then_some("")
        })
    }

    /// A tag's `aria-current`.
    pub fn current(self, tag: TagId) -> Mark {
        self.current.with_value(|current| current[tag])
    }

    /// `Some` where a tag that is broader than this one is chosen.
    pub fn narrower(self, tag: TagId) -> Mark {
        self.narrower.with_value(|narrower| narrower[tag])
    }

    /// The `hidden` of what the page in short folds, which the browser's own search is to find.
    pub fn hidden_unless(
        self,
        is_open: RwSignal<bool>,
    ) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync {
        move || self.folded.get().filter(|_| !is_open.get())
    }

    /// The filter by which to mark words in any of these entries; `None` while there are none to be marked.
    pub fn marking(self, entries: &[EntryId]) -> Option<Filter> {
        let site = self.site();
        self.selection.with(|now| {
            let mut entries = entries.iter();
            let is_marked = entries.any(|&entry| now.is_marked(entry, &site.index));
            is_marked.then(|| now.answered().clone())
        })
    }

    /// Goes to a state of the page: a new step of the history, or with `replace` in the place of the present one.
    pub fn go(self, filter: &Filter, replace: bool) {
        if *filter != self.filter() {
            self.enter(filter, replace);
        }
    }

    fn enter(self, filter: &Filter, replace: bool) {
        let mut query = filter.to_query(&self.site().index);
        if dom::reads_all() {
            query += if query.is_empty() { "?" } else { "&" };
            query += dom::READ_ALL;
        }
        dom::enter(&query, replace);
    }

    /// Follows a link to all that there is to read, or to all in short, and remembers which.
    pub fn read(self, event: &MouseEvent, all: bool) {
        if is_for_browser(event) {
            return;
        }
        event.prevent_default();
        dom::remember_depth(all);
        dom::keep_reading(|| self.is_short.set(!all));
        self.enter(&self.filter(), true);
    }

    /// Follows a link to a state, unless the reader wants it elsewhere: in a new tab, in a window, as a download.
    pub fn follow(self, event: &MouseEvent, filter: Filter) {
        if is_for_browser(event) {
            return;
        }
        event.prevent_default();
        let go = || {
            self.words.set(filter.q.clone());
            self.is_typing.set(false);
            self.go(&filter, false);
        };
        match dom::seen_link(event) {
            Some(link) => dom::keep_place(&link, go),
            None => dom::keep_reading(go),
        }
    }

    /// Chooses a tag, or no longer. Words that have been typed but not searched for yet count as well.
    pub fn toggle(self, event: &MouseEvent, tag: TagId) {
        let words = self.words.get_untracked();
        self.follow(event, self.filter().searching(&words).toggled(tag));
    }

    /// Searches for what stands in the search field.
    pub fn search(self) {
        let present = self.filter();
        let filter = present.searching(&self.words.get_untracked());
        // One letter is nothing to search for yet, and the address has nothing of it.
        if filter == present {
            return;
        }
        let replace = self.is_typing.get_untracked();
        self.is_typing.set(true);
        dom::keep_reading(|| self.enter(&filter, replace));
    }

    /// Chooses a tag in the place of the words that led to it.
    pub fn choose(self, tag: TagId) {
        let filter = self.filter().searching("").with(tag);
        let replace = self.is_typing.get_untracked();
        self.words.set(String::new());
        self.is_typing.set(false);
        dom::keep_reading(|| self.go(&filter, replace));
    }

    /// Searches for nothing any more.
    pub fn clear_words(self) {
        self.words.set(String::new());
        self.is_typing.set(false);
        dom::keep_reading(|| self.go(&self.filter().searching(""), false));
    }
}

/// Whether a click wants a link elsewhere: in a new tab, in a window, as a download.
fn is_for_browser(event: &MouseEvent) -> bool {
    let is_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    is_elsewhere || event.button() != 0
}
