//! How to reach the person.

use super::{
    Shown,
    element::{View, element, group, nothing, text},
    part::{extra, linked, prose},
};
use crate::{
    labels::Label,
    resume::{mail_address, phone_address},
};

/// The text, and every address that the file has.
pub fn contact(shown: &'static Shown) -> View {
    let basics = &shown.resume.basics;
    let labels = &shown.labels;
    let mut ways = Vec::new();
    let mut add = |label: &str, way: &str, url: &str| {
        if !way.is_empty() {
            let label = element("dt").saying(label);
            // Numbers and addresses are read from the left on a page from the right, too.
            let way = element("bdi").with([linked(way, url)]);
            let way = element("dd").with([way]);
            ways.push(element("div").with([label, text(" "), way]));
        }
    };
    let mail = mail_address(&basics.email).unwrap_or_default();
    add(labels.word(Label::Email), &basics.email, &mail);
    let phone = phone_address(&basics.phone).unwrap_or_default();
    add(labels.word(Label::Phone), &basics.phone, &phone);
    add(labels.word(Label::Web), &basics.url, &basics.url);
    for profile in &basics.profiles {
        let names = [&profile.username, &profile.url, &profile.network];
        let name = names.into_iter().find(|name| !name.is_empty());
        add(&profile.network, name.map_or("", |name| name), &profile.url);
    }
    let place: Vec<_> = basics.location.parts().collect();
    add(labels.word(Label::Location), &place.join(", "), "");
    for profile in &basics.profiles {
        ways.extend(profile.more.iter().map(extra));
    }
    ways.extend(basics.location.more.iter().map(extra));
    ways.extend(basics.more.iter().map(extra));
    let ways = match ways.is_empty() {
        true => nothing(),
        false => element("dl").class("ways").with(ways),
    };
    group([prose("invitation", &shown.resume.settings.contact), ways])
}
