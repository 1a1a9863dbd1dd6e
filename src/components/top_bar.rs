use leptos::prelude::*;

use super::{contact::links, linked::link_around};
use crate::{dom, labels::Label, resume::Heading, state::State};

/// The bar on top of the page: the way to each section, who it is about and how to reach them once the head is scrolled
/// out of view, and the switch between light and dark.
#[component]
pub fn TopBar() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let headings = site.headings.clone();
    let way = links(&site).into_iter().next();
    let way = way.map(|way| {
        // Beside the name, what it is says enough.
        let words = if way.kind.is_empty() {
            way.short
        } else {
            way.kind
        };
        link_around(words.into_any(), &way.url, true)
    });
    let name = site.resume.basics.name.clone();
    let who = (!name.is_empty()).then(|| {
        view! {
            <p class="who" hidden=move || !state.is_below_name.get()>
                <a href="#page" target="_self">
                    {name}
                </a>
                " "
                {way}
            </p>
        }
    });
    let link = |heading: Heading| {
        // With a target, the router leaves the link to the browser, which moves the focus as well.
        view! {
            <li>
                <a href=format!("#{}", heading.id) target="_self">
                    {heading.title}
                </a>
            </li>
        }
    };
    view! {
        <nav class="top-bar" aria-label=state.word(Label::Page)>
            <ul>{headings.into_iter().map(link).collect_view()}</ul>
            <div class="bar-end">
                {who}
                <button
                    class="theme"
                    aria-label=state.word(Label::Theme)
                    on:click=|_| dom::switch_theme()
                ></button>
            </div>
        </nav>
    }
}
