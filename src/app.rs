//! The live page: loads the résumé, takes the prerendered page's place, and turns the address into
//! state and clicks into addresses.

use std::cell::Cell;

use any_spawner::Executor;
use leptos::ev::{KeyboardEvent, MouseEvent};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::{
    browser::{self, Face, Pace, Places},
    evidence::History,
    filter::{Filter, Selection},
    labels::Labels,
    language::{direction, labelled, language},
    metadata,
    resume::Resume,
    tags::{Index, TagId},
    theme::{look, properties},
    view::{self, Shown},
};

/// Where the languages' files are. The release build names the folder by what is in it, so that a page gets those
/// of its own build or none.
const LOCALES: &str = match option_env!("LOCALES") {
    Some(folder) => folder,
    None => "locales",
};

/// Starts it. Until the résumé is here and accepted, and if it never is, the prerendered page stays.
pub fn start() {
    spawn_local(async {
        // The task that brings the app has done enough: engines compile a function when it is called, and all that follows
        // is a large one of its own.
        browser::breathe().await;
        spawn_local(async {
            if let Err(reason) = run().await {
                browser::give_up(&reason);
            }
        });
    });
}

async fn run() -> Result<(), String> {
    let name = "resume.json";
    let text = browser::resume(name).await?;
    // Each step of a long résumé takes its time, and the reader is heard between them.
    let pace = Pace::urgent();
    let (resume, _) = Resume::read(&text).map_err(|unusable| format!("{name}: {unusable}"))?;
    pace.pause().await;
    let lang = language(&resume);
    let labels = labels(labelled(&lang)).await?;
    pace.pause().await;
    let index = Index::new(&resume);
    let history = History::new(&resume, &labels, browser::today());
    pace.pause().await;
    let title = metadata::title(&resume, &labels);
    let theme = &resume.settings.theme;
    let (look, properties) = (look(theme), properties(&theme.accent, &theme.font));
    let page = browser::new_page()?;
    // Nobody else sets it.
    _ = Executor::init_wasm_bindgen();
    let reader = Reader::new(resume, index, history, labels);
    pace.pause().await;
    // The page is drawn where nobody sees it.
    view::page(reader.shown).draw(&page, None);
    while reader.shown.turns.next() {
        pace.pause().await;
    }
    let places = Places::new(&page, reader.shown.index);
    let face = Face {
        title: &title,
        lang: &lang,
        dir: direction(&lang),
        look,
        properties: &properties,
    };
    browser::make_way().await;
    browser::take_over(&page, &face, || reader.listen())?;
    reader.watch(places);
    Ok(())
}

/// The page's own words in a language that there is a file for: the page has those of the résumé that it was built with.
async fn labels(language: &str) -> Result<Labels, String> {
    let id = ["labels-", language].concat();
    let (name, text) = match browser::text(&id) {
        Some(text) => (id, text),
        None => {
            let name = [LOCALES, "/", language, ".json"].concat();
            let text = browser::fetch(&name).await?;
            (name, text)
        }
    };
    Labels::read(&text).map_err(|reason| [&name, ": ", &reason].concat())
}

/// What the reader does, and what it leads to.
struct Reader {
    shown: &'static Shown,
    /// While the reader is typing: how many times so far, and whether the address has followed yet.
    typing: Cell<Option<(u32, bool)>>,
}

impl Reader {
    fn new(resume: Resume, index: Index, history: History, labels: Labels) -> &'static Self {
        let filter = |index: &Index| Filter::from_query(&browser::query(), index);
        Box::leak(Box::new(Self {
            shown: Shown::new(resume, index, history, labels, browser::today(), filter),
            typing: Cell::default(),
        }))
    }

    fn listen(&'static self) {
        // It may have changed meanwhile.
        self.follow();
        browser::on("popstate", |_| {
            // A jump within the page is told as well, and changes nothing.
            if self.asked().is_some() {
                browser::keep_focus(|| self.follow());
            }
        });
        browser::on("click", |event| self.click(event.unchecked_ref()));
        browser::on("input", |event| {
            if let Some(words) = browser::typed(&event) {
                self.type_in(words);
            }
        });
        browser::on("keydown", |event| self.press(event.unchecked_ref()));
        browser::on("focusout", |event| {
            if browser::is_search_field(&event) {
                self.shown.search.suggest(Vec::new());
            }
        });
        // The field keeps the focus while a suggestion is clicked.
        browser::on("mousedown", |event| {
            if browser::suggestion(&event).is_some() {
                event.prevent_default();
            }
        });
    }

    /// Has what is not drawn anew follow the state.
    fn watch(&'static self, places: Places) {
        let index = self.shown.index;
        let places: &Places = Box::leak(Box::new(places));
        let mut was: Option<Selection> = None;
        view::follow(Box::new(move || {
            let now = self.shown.selection.with(Clone::clone);
            let before = was.replace(now.clone());
            places.show(index, before.as_ref().unwrap_or(&self.shown.drawn), &now);
            // Words that were typed before the app was there stay.
            let is_ours = before.is_some() || browser::words().is_empty();
            if is_ours && browser::show_words(&now.filter.q) {
                self.typing.set(None);
            }
            let (filter, entries) = (now.filter.clone(), now.marked(index));
            spawn_local(async move {
                let find = |text: &str, is_sentence| filter.marks(index, text, is_sentence);
                places.mark(entries.ones().collect(), find).await;
            });
        }));
    }

    /// Shows what the address says.
    fn follow(&self) {
        if let Some(filter) = self.asked() {
            self.shown.selection.set(filter.select(self.shown.index));
        }
    }

    /// The filter that the address asks for, where that is another than the present one.
    fn asked(&self) -> Option<Filter> {
        let filter = Filter::from_query(&browser::query(), self.shown.index);
        (filter != self.filter()).then_some(filter)
    }

    fn navigate(&self, query: &str, replace: bool) {
        browser::enter(&(browser::path() + query), replace);
        self.follow();
    }

    fn click(&self, event: &MouseEvent) {
        if browser::is_hide_switch(event) {
            browser::keep_reading(|| self.shown.hide.update(|hide| *hide = !*hide));
        }
        if let Some(slug) = browser::suggestion(event) {
            if let Some(tag) = self.shown.index.linked(&slug) {
                self.choose(tag);
            }
            return;
        }
        let Some(link) = browser::state_link(event) else {
            return;
        };
        event.prevent_default();
        let tag = link.tag.and_then(|slug| self.shown.index.linked(&slug));
        let filter = match tag {
            // Words that were typed just now count as well.
            Some(tag) => self.filter().searching(&browser::words()).toggled(tag),
            None => Filter::from_query(&link.query, self.shown.index),
        };
        self.shown.search.suggest(Vec::new());
        browser::show_words(&filter.q);
        self.typing.set(None);
        let query = filter.to_query(self.shown.index);
        match link.is_seen {
            true => browser::keep_place(&link.element, || self.navigate(&query, false)),
            false => browser::keep_reading(|| self.navigate(&query, false)),
        }
    }

    fn press(&self, event: &KeyboardEvent) {
        let key = event.key();
        match (browser::is_search_field(event), key.as_str()) {
            _ if event.is_composing() => return,
            (true, "ArrowDown" | "ArrowUp") => {
                if self.shown.search.is_closed() {
                    self.suggest(&browser::words());
                }
                self.shown.search.pick(key == "ArrowDown");
            }
            (true, "Enter") => match self.shown.search.picked() {
                Some(tag) => self.choose(tag),
                None => {
                    self.shown.search.suggest(Vec::new());
                    browser::close_list();
                }
            },
            (true, "Escape") if !self.shown.search.is_closed() => {
                self.shown.search.suggest(Vec::new());
            }
            (true, "Escape") if !browser::words().is_empty() => {
                browser::show_words("");
                self.typing.set(None);
                self.go(&self.filter().searching(""), false);
            }
            (false, "/") if !browser::is_writing(event) => browser::focus_search(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Suggests at once; searches when the reader pauses, as browsers limit how often an address may
    /// change. What is typed in one go is one step in the history.
    fn type_in(&'static self, words: String) {
        self.suggest(&words);
        let (inputs, goes_on) = self.typing.get().unwrap_or_default();
        self.typing.set(Some((inputs + 1, goes_on)));
        spawn_local(async move {
            browser::pause(120).await;
            if self.typing.get() == Some((inputs + 1, goes_on)) {
                self.typing.set(Some((inputs + 1, true)));
                self.go(&self.filter().searching(&browser::words()), goes_on);
            }
        });
    }

    fn suggest(&self, words: &str) {
        let mut tags = self.shown.index.suggested(words);
        let chosen = self.filter().tags;
        tags.retain(|tag| !chosen.contains(tag));
        self.shown.search.suggest(tags);
    }

    /// Chooses a technology in place of the words that led to it.
    fn choose(&self, tag: TagId) {
        let goes_on = self.typing.take().is_some_and(|(_, goes_on)| goes_on);
        self.shown.search.suggest(Vec::new());
        browser::show_words("");
        browser::close_list();
        self.go(&self.filter().searching("").with(tag), goes_on);
    }

    fn go(&self, filter: &Filter, replace: bool) {
        if *filter != self.filter() {
            let query = filter.to_query(self.shown.index);
            browser::keep_reading(|| self.navigate(&query, replace));
        }
    }

    fn filter(&self) -> Filter {
        self.shown.selection.once(|now| now.filter.clone())
    }
}
