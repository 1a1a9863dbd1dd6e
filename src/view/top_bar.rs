//! The bar on top: the way to each section, and the switch between light and dark.

use leptos::prelude::*;

use crate::resume::Heading;

/// The bar on top of the page.
#[component]
pub fn TopBar(
    /// The sections.
    headings: Vec<Heading>,
    /// The reader asked for the other of light and dark.
    on_theme: Callback<()>,
) -> impl IntoView {
    // With a target, the router leaves the link to the browser, which moves the focus as well.
    let link = |heading: Heading| {
        view! { <li><a href=format!("#{}", heading.id) target="_self">{heading.title}</a></li> }
    };
    view! {
        <header class="top-bar">
            <nav aria-label="Sections">
                <ul>{headings.into_iter().map(link).collect_view()}</ul>
            </nav>
            <button class="theme" type="button" aria-label="Switch between light and dark" on:click=move |_| on_theme.run(())/>
        </header>
    }
}
