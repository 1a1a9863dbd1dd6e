use leptos::{either::Either, prelude::*};

use crate::{state::State, tags::TagId};

/// A link that chooses a tag, or no longer does. Its address is good by itself, without the app.
#[component]
pub fn Chip(
    /// The tag.
    tag: TagId,
    /// What it is called here.
    name: String,
    /// Its classes.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
    /// What is said of it under the pointer.
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    let state = State::expect();
    let slug = state.site().index.tags()[tag].slug.clone();
    view! {
        <a
            class=class
            data-tag=slug.clone()
            href=format!("?tag={slug}")
            title=title
            aria-current=state.current(tag)
            data-narrower=state.narrower(tag)
            on:click=move |event| state.toggle(&event, tag)
        >
            {name}
        </a>
    }
}

/// A technology as the file writes its name: a chip, if it is a tag.
#[component]
pub fn Keyword(
    /// How the file writes it.
    name: String,
    /// The chip's classes.
    #[prop(default = "chip")]
    class: &'static str,
) -> impl IntoView {
    let site = State::expect().site();
    let Some(id) = site.index.named(&name) else {
        return Either::Left(name);
    };
    let tag = &site.index.tags()[id];
    let mut title = tag.name.clone();
    if !tag.evidence.is_clear() {
        title += " · ";
        title += &site.history.count(tag.evidence.ones()).said(&site.labels);
    }
    Either::Right(view! { <Chip tag=id name class=Some(class) title/> })
}

/// A list of technologies, if there are any.
#[component]
pub fn Chips(
    /// How the file writes them.
    keywords: Vec<String>,
) -> impl IntoView {
    (!keywords.is_empty()).then(|| {
        let chip = |name| view! { <li><Keyword name/></li> };
        view! { <ul class="chips">{keywords.into_iter().map(chip).collect_view()}</ul> }
    })
}
