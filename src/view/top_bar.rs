//! The bar on top: the way to each section, and the switch between light and dark.

use leptos::prelude::*;

use super::part::{element, text};
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
        let link =
            view! { <a href=format!("#{}", heading.id) target="_self">{text(heading.title)}</a> };
        element("li", "", link)
    };
    let links: Vec<_> = headings.into_iter().map(link).collect();
    let links = element("ul", "", links);
    view! {
        <header class="top-bar">
            <nav aria-label="Sections">{links}</nav>
            <button class="theme" type="button" aria-label="Switch between light and dark" on:click=move |_| on_theme.run(())/>
        </header>
    }
}
