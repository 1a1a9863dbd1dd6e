//! How to reach the person.

use leptos::prelude::*;

use super::{
    Shown,
    element::{element, group, nothing, text},
    part::{linked, words},
};

/// The text, and every address that the file has.
pub fn contact(shown: &Shown) -> AnyView {
    let basics = &shown.resume.basics;
    let mut ways = Vec::new();
    let mut add = |label: &str, way: &str, url: &str| {
        if !way.is_empty() {
            let label = element("dt").saying(label);
            let way = element("dd").with([linked(way, url)]);
            ways.push(element("div").with([label, text(" "), way]));
        }
    };
    let dialled = basics
        .phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+');
    let dialled: String = dialled.collect();
    add("E-mail", &basics.email, &format!("mailto:{}", basics.email));
    add("Phone", &basics.phone, &format!("tel:{dialled}"));
    add("Web", &basics.url, &basics.url);
    for profile in &basics.profiles {
        let name = match profile.username.is_empty() {
            true => &profile.url,
            false => &profile.username,
        };
        add(&profile.network, name, &profile.url);
    }
    let place: Vec<_> = basics.location.parts().collect();
    add("Location", &place.join(", "), "");
    let ways = match ways.is_empty() {
        true => nothing(),
        false => element("dl").class("ways").with(ways),
    };
    group([words("invitation", &shown.resume.settings.contact), ways])
}
