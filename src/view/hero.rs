//! Who this is about.

use leptos::prelude::*;

use super::{
    element::{element, nothing},
    part::words,
};
use crate::resume::Basics;

/// The first thing on the page: the greeting, who it is, what they do.
pub fn hero(basics: &Basics, greeting: &str) -> AnyView {
    let image = &basics.image;
    // A picture on another host would be a request to it.
    let own = !image.is_empty() && !image.contains(':') && !image.starts_with("//");
    let portrait = match own {
        true => view! { <img class="portrait" src=image.clone() alt="" width="112" height="112"/> }
            .into_any(),
        false => nothing(),
    };
    element("div").class("hero").with([
        portrait,
        words("greeting", greeting),
        element("h1").saying(&basics.name),
        words("label", &basics.label),
        words("summary", &basics.summary),
    ])
}
