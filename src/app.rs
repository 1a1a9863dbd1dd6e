//! The live page: loads the résumé, mounts the page outside the document, and takes the prerendered page's place.

use std::sync::{Arc, OnceLock};

use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use leptos::{html, mount::mount_to, prelude::*};
use leptos_router::components::Router;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, RequestCache};

use crate::{
    components::{FilterBar, Main, Page, Section, TagPanel, Tags, Top},
    dom::{
        self,
        take_over::{self, Face, give_up, new_page},
    },
    labels::Labels,
    language::{direction, labelled, language},
    resume::Resume,
    state::{Site, State},
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
    // Reading the WebAssembly has been a long task already.
    pause().await;
    let name = "resume.json";
    let text = fetch(name).await?;
    let (resume, _) = Resume::read(&text).map_err(|unusable| format!("{name}: {unusable}"))?;
    let lang = language(&resume);
    let labels = labels(labelled(&lang)).await?;
    pause().await;
    let site = Arc::new(Site::new(resume, labels, dom::today()));
    pause().await;
    let page = new_page()?;
    let (state, owner) = mount(&page, site.clone()).await?;
    let theme = &site.resume.settings.theme;
    let face = Face {
        title: &untrack(|| state.title()),
        lang: &lang,
        dir: direction(&lang),
        look: look(theme),
        properties: &properties(&theme.accent, &theme.font),
    };
    if let Err(reason) = take_over::take_over(&page, &face, site.is_long()) {
        // The router must not answer for the prerendered page.
        owner.cleanup();
        return Err(reason);
    }
    for section in take_over::sections(&page) {
        pause().await;
        take_over::lay_out(&section);
    }
    state.is_live.set(true);
    take_over::announce(&text);
    Ok(())
}

/// Mounts the page in an element, its parts one by one: engines compile a function when it is first called, so that
/// each part is a task for the browser, and all at once would be a long one. They live as long as the document, or until
/// the owner that it answers with is cleaned up.
async fn mount(root: &HtmlElement, site: Arc<Site>) -> Result<(State, Owner), String> {
    let page = NodeRef::<html::Div>::new();
    let main = NodeRef::<html::Main>::new();
    let bar = NodeRef::<html::Section>::new();
    let panel = NodeRef::<html::Div>::new();
    // The parts are mounted below the router and the state, too.
    let below = Arc::new(OnceLock::new());
    let frame = {
        let (below, site) = (below.clone(), site.clone());
        move || {
            dom::keep_focus_on_back();
            view! {
                <Router base=dom::path()>
                    {
                        let is_short = site.is_brief && dom::is_short();
                        let state = State::provide(site);
                        state.is_short.set(is_short);
                        _ = below.set((Owner::current(), state));
                        view! { <Page page/> }
                    }
                </Router>
            }
        }
    };
    mount_to(root.clone(), frame).forget();
    let missing = || "the page was not mounted".to_owned();
    let Some((Some(owner), state)) = below.get() else {
        return Err(missing());
    };
    let page = page.get_untracked().ok_or_else(missing)?;
    mount_part(owner, &page, || view! { <Top/> }).await;
    mount_part(owner, &page, move || view! { <Main main/> }).await;
    let main = main.get_untracked().ok_or_else(missing)?;
    for heading in site.headings.clone() {
        mount_part(owner, &main, move || view! { <Section heading/> }).await;
    }
    if site.has_filter() {
        mount_part(owner, &page, move || view! { <FilterBar bar/> }).await;
        mount_part(owner, &page, move || view! { <TagPanel bar panel/> }).await;
        let panel = panel.get_untracked().ok_or_else(missing)?;
        mount_part(owner, &panel, || view! { <Tags/> }).await;
    }
    pause().await;
    Ok((*state, owner.clone()))
}

async fn mount_part<V: IntoView + 'static>(
    owner: &Owner,
    place: &HtmlElement,
    part: impl FnOnce() -> V + 'static,
) {
    pause().await;
    owner.with(|| mount_to(place.clone(), part).forget());
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
