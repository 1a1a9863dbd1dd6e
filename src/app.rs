//! The live page: loads the résumé, mounts the page outside the document, and takes the prerendered page's place.

use std::sync::{Arc, OnceLock};

use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use leptos::{html, mount::mount_to, prelude::*};
use leptos_router::components::Router;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, RequestCache};

use crate::{
    components::{Page, Section},
    dom::{
        self,
        take_over::{self, Face, give_up, new_page},
    },
    evidence::History,
    labels::Labels,
    language::{direction, labelled, language},
    metadata::title,
    resume::{Resume, outline},
    state::{Site, State},
    tags::Index,
    theme::{look, properties},
};

/// Starts it. Until the résumé is here and accepted, and if it never is, the prerendered page stays.
pub fn start() {
    // Leptos' own `spawn_local` wants something to be mounted.
    spawn_local(async {
        if let Err(reason) = run().await {
            give_up(&reason);
        }
    });
}

async fn run() -> Result<(), String> {
    let name = "resume.json";
    let text = fetch(name).await?;
    let (resume, _) = Resume::read(&text).map_err(|unusable| format!("{name}: {unusable}"))?;
    let lang = language(&resume);
    let labels = labels(labelled(&lang)).await?;
    pause().await;
    let today = dom::today();
    let index = Index::new(&resume);
    let history = History::new(&resume, &labels, today);
    let site = Arc::new(Site {
        resume,
        index,
        labels,
        history,
        today,
    });
    pause().await;
    let page = new_page()?;
    let (state, owner) = mount(&page, site.clone()).await?;
    let theme = &site.resume.settings.theme;
    let face = Face {
        title: &title(&site.resume, &site.labels),
        lang: &lang,
        dir: direction(&lang),
        look: look(theme),
        properties: &properties(&theme.accent, &theme.font),
    };
    let taken = take_over::take_over(&page, &face, &text);
    if taken.is_ok() {
        state.is_live.set(true);
    } else {
        // The router must not answer for the prerendered page.
        owner.cleanup();
    }
    taken
}

/// Mounts the page in an element, its sections one by one: engines compile a function when it is first called, so that
/// each section is a task for the browser, and all at once would be a long one. They live as long as
/// the document, or until the owner that it answers with is cleaned up.
async fn mount(page: &HtmlElement, site: Arc<Site>) -> Result<(State, Owner), String> {
    let headings = outline(&site.resume, &site.labels);
    let main = NodeRef::<html::Main>::new();
    // Sections are mounted below the router and the state, too.
    let below = Arc::new(OnceLock::new());
    let frame = {
        let (below, headings) = (below.clone(), headings.clone());
        move || {
            dom::keep_focus_on_back();
            view! {
                <Router base=dom::path()>
                    {
                        let state = State::provide(site);
                        _ = below.set((Owner::current(), state));
                        view! { <Page headings main/> }
                    }
                </Router>
            }
        }
    };
    mount_to(page.clone(), frame).forget();
    let (Some((Some(owner), state)), Some(main)) = (below.get(), main.get_untracked()) else {
        return Err("the page was not mounted".to_owned());
    };
    for heading in headings {
        pause().await;
        let main = main.clone();
        owner.with(|| mount_to(main, move || view! { <Section heading/> }).forget());
    }
    pause().await;
    Ok((*state, owner.clone()))
}

/// Lets the browser do what has come up meanwhile.
async fn pause() {
    TimeoutFuture::new(0).await;
}

/// The page's own words in a language that there is a file for: the page has those of the résumé that it was built with.
async fn labels(language: &str) -> Result<Labels, String> {
    let id = format!("labels-{language}");
    let built = document().get_element_by_id(&id);
    let (name, text) = match built.and_then(|it| it.text_content()) {
        Some(text) => (id, text),
        None => {
            let name = format!("locales/{language}.json");
            let text = fetch(&name).await?;
            (name, text)
        }
    };
    Labels::read(&text).map_err(|reason| format!("{name}: {reason}"))
}

/// The text of a file beside the page: a newer one on the host wins over one in a cache.
async fn fetch(name: &str) -> Result<String, String> {
    let failed = |error: gloo_net::Error| format!("{name}: {error}");
    let request = Request::get(name).cache(RequestCache::NoCache);
    let response = request.send().await.map_err(failed)?;
    if !response.ok() {
        let (status, text) = (response.status(), response.status_text());
        return Err(format!("{name}: the host answers {status} {text}"));
    }
    response.text().await.map_err(failed)
}
