//! How to reach the person.

use leptos::prelude::*;

use super::{
    Shown,
    part::{element, linked, nothing, text, words},
};

/// The text, and every address that the file has.
#[component]
pub fn Contact<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> AnyView {
    let basics = &shown.resume.basics;
    let place: Vec<_> = basics.location.parts().collect();
    let mut ways = Vec::new();
    let mut add = |label: &str, way: &str, url: &str| {
        if !way.is_empty() {
            let parts = (
                element("dt", "", text(label)),
                text(" "),
                element("dd", "", linked(way, url)),
            );
            ways.push(element("div", "", parts));
        }
    };
    add("E-mail", &basics.email, &format!("mailto:{}", basics.email));
    add(
        "Phone",
        &basics.phone,
        &format!("tel:{}", dialled(&basics.phone)),
    );
    add("Web", &basics.url, &basics.url);
    for profile in &basics.profiles {
        let name = match profile.username.is_empty() {
            true => &profile.url,
            false => &profile.username,
        };
        add(&profile.network, name, &profile.url);
    }
    add("Location", &place.join(", "), "");
    let list = match ways.is_empty() {
        true => nothing(),
        false => element("dl", "ways", ways),
    };
    let invitation = words("invitation", &shown.resume.settings.contact);
    view! { {invitation}{list} }.into_any()
}

fn dialled(phone: &str) -> String {
    phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect()
}
