//! Who this is about.

use leptos::prelude::*;

use super::{
    element::{element, nothing},
    part::words,
};
use crate::resume::Basics;

/// The first thing on the page: the greeting, who it is, what they do.
pub fn hero(basics: &Basics, greeting: &str) -> AnyView {
    let portrait = match basics.own_image() {
        Some(image) => {
            let image = image.to_owned();
            view! { <img class="portrait" src=image alt="" width="112" height="112"/> }.into_any()
        }
        None => nothing(),
    };
    let name = match basics.name.is_empty() {
        true => nothing(),
        false => element("h1").saying(&basics.name),
    };
    element("header").class("hero").with([
        portrait,
        words("greeting", greeting),
        name,
        words("label", &basics.label),
        words("summary", &basics.summary),
    ])
}
