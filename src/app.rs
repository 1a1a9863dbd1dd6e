//! The live page: loads the résumé, takes the prerendered page's place, and turns the address into
//! state and clicks into addresses.

use std::{cell::Cell, rc::Rc, sync::Arc};

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    mount::mount_to,
    prelude::*,
};
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::RequestCache;

use crate::{
    browser::{self, Marks},
    filter::{Filter, Selection},
    labels::Labels,
    language::{direction, labelled, language},
    metadata,
    resume::Resume,
    tags::{Index, TagId},
    view::{Page, Search, Shown, Turns},
};

/// Starts it. Until the résumé is here and accepted, and if it never is, the prerendered page stays.
pub fn start() {
    spawn_local(async {
        if let Err(reason) = run().await {
            browser::give_up(&reason);
        }
    });
}

async fn run() -> Result<(), String> {
    let name = "resume.json";
    let text = browser::fetch(name, RequestCache::ForceCache).await?;
    let (resume, _) = Resume::read(&text).map_err(|unusable| format!("{name}: {unusable}"))?;
    let lang = language(&resume);
    let labels = labels(labelled(&lang)).await?;
    let title = metadata::title(&resume, &labels);
    let page = browser::new_page()?;
    browser::breathe().await;
    // The page is drawn where nobody sees it, and with pauses in which the reader is heard.
    let turns = Turns::one_by_one();
    let parts = turns.clone();
    let live = ArcRwSignal::new(false);
    let is_live = live.clone();
    mount_to(
        page.clone(),
        move || view! { <Router><App resume labels turns is_live/></Router> },
    )
    .forget();
    while parts.next() {
        browser::breathe().await;
    }
    browser::take_over(&page, &title, &lang, direction(&lang));
    live.set(true);
    Ok(())
}

/// The page's own words in a language that there is a file for.
async fn labels(language: &str) -> Result<Labels, String> {
    if language == "en" {
        return Ok(Labels::english());
    }
    let name = ["locales/", language, ".json"].concat();
    let text = browser::fetch(&name, RequestCache::Default).await?;
    Labels::read(&text).map_err(|reason| [&name, ": ", &reason].concat())
}

#[component]
fn App(resume: Resume, labels: Labels, turns: Turns, is_live: ArcRwSignal<bool>) -> impl IntoView {
    let index = Arc::new(Index::new(&resume));
    let query = use_location().search;
    let shown = Shown::new(
        Arc::new(resume),
        index.clone(),
        labels,
        browser::today(),
        turns,
        {
            let index = index.clone();
            move || query.with(|query| Filter::from_query(query, &index))
        },
    );
    let navigate = use_navigate();
    let reader = Reader {
        index,
        selection: shown.selection,
        search: shown.search,
        navigate: Rc::new(move |query, replace| {
            let here = NavigateOptions {
                resolve: false,
                scroll: false,
                replace,
                ..NavigateOptions::default()
            };
            navigate(&format!("{}{query}", browser::path()), here);
        }),
        typing: Rc::default(),
    };
    reader.clone().listen(is_live);
    let follow = move |event: MouseEvent| reader.click(&event);
    view! { <Page shown on_click=follow/> }
}

/// What the reader does, and what it leads to.
#[derive(Clone)]
struct Reader {
    index: Arc<Index>,
    selection: Memo<Selection>,
    search: Search,
    navigate: Rc<dyn Fn(String, bool)>,
    /// While the reader is typing: how many times so far, and whether the address has followed yet.
    typing: Rc<Cell<Option<(u32, bool)>>>,
}

impl Reader {
    fn listen(self, is_live: ArcRwSignal<bool>) {
        let reader = self.clone();
        browser::on("input", move |event| {
            if let Some(words) = browser::typed(&event) {
                reader.clone().type_in(words);
            }
        });
        let reader = self.clone();
        browser::on("keydown", move |event| reader.press(event.unchecked_ref()));
        let search = self.search;
        browser::on("focusout", move |event| {
            if browser::is_search_field(&event) {
                search.suggest(Vec::new());
            }
        });
        // The field keeps the focus while a suggestion is clicked.
        browser::on("mousedown", |event| {
            if browser::suggestion(&event).is_some() {
                event.prevent_default();
            }
        });
        let mut marks = Marks::default();
        // What is not Leptos' own follows the state, once it is in the document.
        Effect::new(move |was_live: Option<bool>| {
            let filter = self.selection.with(|now| now.filter.clone());
            let is_live = is_live.get();
            if is_live {
                // Words that were typed before the app was there stay.
                let is_ours = was_live == Some(true) || browser::words().is_empty();
                if is_ours && browser::show_words(&filter.q) {
                    self.typing.set(None);
                }
                let index = self.index.clone();
                marks.set(move |text, is_sentence| filter.marks(&index, text, is_sentence));
            }
            is_live
        });
    }

    fn click(&self, event: &MouseEvent) {
        if let Some(slug) = browser::suggestion(event) {
            if let Some(tag) = self.index.linked(&slug) {
                self.choose(tag);
            }
            return;
        }
        let Some(link) = browser::state_link(event) else {
            return;
        };
        event.prevent_default();
        let tag = link.tag.and_then(|slug| self.index.linked(&slug));
        let filter = match tag {
            // Words that were typed just now count as well.
            Some(tag) => self.filter().searching(&browser::words()).toggled(tag),
            None => Filter::from_query(&link.query, &self.index),
        };
        self.search.suggest(Vec::new());
        browser::show_words(&filter.q);
        self.typing.set(None);
        let query = filter.to_query(&self.index);
        browser::keep_place(&link.element, || (self.navigate)(query, false));
    }

    fn press(&self, event: &KeyboardEvent) {
        let key = event.key();
        match (browser::is_search_field(event), key.as_str()) {
            _ if event.is_composing() => return,
            (true, "ArrowDown" | "ArrowUp") => {
                if self.search.is_closed() {
                    self.suggest(&browser::words());
                }
                self.search.pick(key == "ArrowDown");
            }
            (true, "Enter") => match self.search.picked() {
                Some(tag) => self.choose(tag),
                None => {
                    self.search.suggest(Vec::new());
                    browser::close_list();
                }
            },
            (true, "Escape") if !browser::words().is_empty() => {
                self.search.suggest(Vec::new());
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
    fn type_in(self, words: String) {
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
        let mut tags = self.index.suggested(words);
        let chosen = self.filter().tags;
        tags.retain(|tag| !chosen.contains(tag));
        self.search.suggest(tags);
    }

    /// Chooses a technology in place of the words that led to it.
    fn choose(&self, tag: TagId) {
        let goes_on = self.typing.take().is_some_and(|(_, goes_on)| goes_on);
        self.search.suggest(Vec::new());
        browser::show_words("");
        browser::close_list();
        self.go(&self.filter().searching("").with(tag), goes_on);
    }

    fn go(&self, filter: &Filter, replace: bool) {
        if *filter != self.filter() {
            let query = filter.to_query(&self.index);
            browser::keep_reading(|| (self.navigate)(query, replace));
        }
    }

    fn filter(&self) -> Filter {
        self.selection.with_untracked(|now| now.filter.clone())
    }
}
