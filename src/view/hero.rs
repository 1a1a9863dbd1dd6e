//! Who this is about.

use leptos::prelude::*;

use super::part::{element, nothing, text, words};
use crate::resume::Basics;

/// The first thing on the page.
#[component]
pub fn Hero<'a>(
    /// Who it is about.
    basics: &'a Basics,
    /// What stands before the name.
    greeting: &'a str,
) -> AnyView {
    // A picture on another host would be a request to it.
    let own =
        !basics.image.is_empty() && !basics.image.contains(':') && !basics.image.starts_with("//");
    let image = match own {
        true => view! { <img class="portrait" src=basics.image.clone() alt="" width="112" height="112"/> }.into_any(),
        false => nothing(),
    };
    let parts = (
        image,
        words("greeting", greeting),
        element("h1", "", text(&basics.name)),
        words("label", &basics.label),
        words("summary", &basics.summary),
    );
    element("div", "hero", parts)
}
