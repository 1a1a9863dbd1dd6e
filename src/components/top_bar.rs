use leptos::prelude::*;

use crate::{dom, labels::Label, resume::Heading, state::State};

/// The bar on top of the page: the way to each section, and the switch between light and dark.
#[component]
pub fn TopBar() -> impl IntoView {
    let state = State::expect();
    let headings = state.site().headings.clone();
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
            <button
                class="theme"
                aria-label=state.word(Label::Theme)
                on:click=|_| dom::switch_theme()
            ></button>
        </nav>
    }
}
