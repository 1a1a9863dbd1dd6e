//! The page as it is drawn, the same natively and in the browser: one component for each section
//! and a few shared parts. [`Page`] lists them in order.

mod chip;
mod contact;
mod entry;
mod experience;
mod filter_bar;
mod hero;
mod items;
mod part;
mod projects;
mod skills;
mod top_bar;

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use leptos::{ev::MouseEvent, prelude::*};

use crate::{
    filter::Filter,
    resume::{EntryId, Heading, Resume, date::Date, outline},
    tags::{Index, TagId},
};

/// What the sections draw: a résumé, and the present filter as signals.
#[derive(Clone)]
pub struct Shown {
    /// The résumé.
    pub resume: Arc<Resume>,
    /// Its technologies.
    pub index: Arc<Index>,
    /// What “Present” means.
    pub today: Date,
    /// The present filter.
    pub filter: Memo<Filter>,
    found: Memo<Option<FixedBitSet>>,
    counts: Memo<Vec<usize>>,
    chosen: Arc<[Memo<bool>]>,
}

impl Shown {
    /// The résumé under a filter that may change.
    pub fn new(
        resume: Arc<Resume>,
        index: Arc<Index>,
        today: Date,
        filter: impl Fn() -> Filter + Send + Sync + 'static,
    ) -> Self {
        let filter = Memo::new(move |_| filter());
        let found = Memo::new({
            let index = index.clone();
            move |_| filter.with(|filter| (!filter.is_empty()).then(|| filter.entries(&index)))
        });
        let counts = Memo::new({
            let index = index.clone();
            move |_| {
                let left_by = |tag| filter.with(|filter| filter.toggled(tag).entries(&index));
                let tags = 0..index.tags().len();
                tags.map(|tag| left_by(tag).count_ones(..)).collect()
            }
        });
        // One memo a tag: a toggle then reaches the chips of that tag alone.
        let is_chosen = |tag| Memo::new(move |_| filter.with(|filter| filter.tags.contains(&tag)));
        let chosen = (0..index.tags().len()).map(is_chosen).collect();
        Self {
            resume,
            index,
            today,
            filter,
            found,
            counts,
            chosen,
        }
    }

    /// An entry's `data-match`: `None` while nothing is chosen.
    fn matching(&self, entry: EntryId) -> impl Fn() -> Option<&'static str> + use<> {
        let found = self.found;
        move || {
            found.with(|found| {
                let found = found.as_ref()?;
                Some(if found.contains(entry) { "yes" } else { "no" })
            })
        }
    }

    /// Whether a tag is chosen, as `aria-current` says it.
    fn current(&self, tag: TagId) -> impl Fn() -> Option<&'static str> + use<> {
        let chosen = self.chosen[tag];
        move || chosen.get().then_some("true")
    }

    /// How many entries a click on a tag would leave.
    fn count(&self, tag: TagId) -> impl Fn() -> usize + use<> {
        let counts = self.counts;
        move || counts.with(|counts| counts[tag])
    }
}

/// The whole page.
#[component]
pub fn Page(
    /// What to draw.
    shown: Shown,
    /// Something on the page was clicked.
    on_click: Callback<MouseEvent>,
    /// The reader asked for the other of light and dark.
    on_theme: Callback<()>,
) -> impl IntoView {
    let headings = outline(&shown.resume);
    let hide = RwSignal::new(false);
    let found = shown.found;
    let nothing = move || found.with(|found| found.as_ref().is_some_and(FixedBitSet::is_clear));
    let sections: Vec<_> = headings
        .iter()
        .map(|heading| section(heading, &shown))
        .collect();
    view! {
        <div class="page" data-hide=move || hide.get().then_some("") data-nothing=move || nothing().then_some("") on:click=move |event| on_click.run(event)>
            <a class="skip" href="#main" target="_self">"Skip to the résumé"</a>
            <top_bar::TopBar headings=headings.clone() on_theme/>
            <hero::Hero basics=&shown.resume.basics greeting=&shown.resume.settings.greeting/>
            <filter_bar::FilterBar shown=&shown hide/>
            <main id="main" tabindex="-1">
                {sections}
            </main>
        </div>
    }
}

fn section(heading: &Heading, shown: &Shown) -> AnyView {
    let content = match heading.key {
        "work" => view! { <experience::Experience shown/> },
        "projects" => view! { <projects::Projects shown/> },
        "skills" => view! { <skills::Skills shown/> },
        "contact" => view! { <contact::Contact shown/> },
        key => view! { <items::Items key shown/> },
    };
    let id = heading.id;
    let label = format!("{id}-title");
    view! {
        <section id=id class="section" data-section=heading.key aria-labelledby=label>
            <h2 id=label.clone()>{part::text(&heading.title)}</h2>
            {content}
        </section>
    }
    .into_any()
}
