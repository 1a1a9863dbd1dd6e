//! How to reach the person.

use super::{
    Shown,
    element::{View, element, group, nothing, text},
    part::{extra, linked, prose},
};
use crate::labels::Label;

/// The text, and every address that the file has.
pub fn contact(shown: &'static Shown) -> View {
    let basics = &shown.resume.basics;
    let labels = &shown.labels;
    let mut ways = Vec::new();
    let mut add = |label: &str, way: &str, url: &str| {
        if !way.is_empty() {
            let label = element("dt").saying(label);
            let way = element("dd").with([linked(way, url)]);
            ways.push(element("div").with([label, text(" "), way]));
        }
    };
    add(
        labels.word(Label::Email),
        &basics.email,
        &scheme_added("mailto:", &basics.email, |email| {
            email.contains('@') && !email.contains(char::is_whitespace)
        }),
    );
    add(
        labels.word(Label::Phone),
        &basics.phone,
        &scheme_added("tel:", &basics.phone, |number| {
            number.bytes().any(|sign| sign.is_ascii_digit())
                && number
                    .chars()
                    .all(|sign| "+0123456789 ()-./\u{a0}".contains(sign))
        }),
    );
    add(labels.word(Label::Web), &basics.url, &basics.url);
    for profile in &basics.profiles {
        let names = [&profile.username, &profile.url, &profile.network];
        let name = names.into_iter().find(|name| !name.is_empty());
        add(&profile.network, name.map_or("", |name| name), &profile.url);
    }
    let place: Vec<_> = basics.location.parts().collect();
    add(labels.word(Label::Location), &place.join(", "), "");
    let profiles = basics.profiles.iter().flat_map(|profile| &profile.more);
    let more = profiles.chain(&basics.location.more).chain(&basics.more);
    ways.extend(more.map(extra));
    let ways = match ways.is_empty() {
        true => nothing(),
        false => element("dl").class("ways").with(ways),
    };
    group([prose("invitation", &shown.resume.settings.contact), ways])
}

/// The address behind what one writes, which may have the scheme already; empty if it is none.
fn scheme_added(scheme: &str, text: &str, is_address: fn(&str) -> bool) -> String {
    let address = text.strip_prefix(scheme).unwrap_or(text);
    match is_address(address) {
        true => {
            let signs = address.chars();
            let signs = signs.filter(|sign| scheme != "tel:" || !" ()-./\u{a0}".contains(*sign));
            scheme.chars().chain(signs).collect()
        }
        false => String::new(),
    }
}
