//! The live page: loads the résumé, takes the prerendered page's place, and turns the address into
//! state and clicks into addresses.

use std::sync::Arc;

use leptos::{mount::mount_to, prelude::*};
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate},
};
use wasm_bindgen_futures::spawn_local;

use crate::{
    browser,
    filter::Filter,
    metadata,
    resume::Resume,
    tags::Index,
    view::{Page, Shown, Turns},
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
    let text = browser::fetch(name).await?;
    let (resume, _) = Resume::read(&text).map_err(|unusable| format!("{name}: {unusable}"))?;
    let title = metadata::title(&resume);
    let page = browser::new_page()?;
    browser::breathe().await;
    // The page is drawn where nobody sees it, and with pauses in which the reader is heard.
    let turns = Turns::one_by_one();
    let parts = turns.clone();
    mount_to(
        page.clone(),
        move || view! { <Router><App resume turns/></Router> },
    )
    .forget();
    while parts.next() {
        browser::breathe().await;
    }
    browser::take_over(&page, &title);
    Ok(())
}

#[component]
fn App(resume: Resume, turns: Turns) -> impl IntoView {
    let index = Arc::new(Index::new(&resume));
    let search = use_location().search;
    let shown = Shown::new(Arc::new(resume), index.clone(), browser::today(), turns, {
        let index = index.clone();
        move || search.with(|query| Filter::from_query(query, &index))
    });
    let selection = shown.selection;
    let navigate = use_navigate();
    let follow = move |event: leptos::ev::MouseEvent| {
        let Some(link) = browser::state_link(&event) else {
            return;
        };
        event.prevent_default();
        let tag = link.tag.and_then(|slug| index.linked(&slug));
        let query = match tag {
            Some(tag) => selection.with_untracked(|now| now.filter.toggled(tag).to_query(&index)),
            None => link.query.trim_end_matches('?').to_owned(),
        };
        browser::keep_place(&link.element, || {
            let here = NavigateOptions {
                resolve: false,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&format!("{}{query}", browser::path()), here);
        });
    };
    view! { <Page shown on_click=follow/> }
}
