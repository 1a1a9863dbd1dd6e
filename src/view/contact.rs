//! How to reach the person.

use leptos::prelude::*;

use super::{
    Shown,
    part::{Linked, Words},
};

/// The text, and every address that the file has.
#[component]
pub fn Contact<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> impl IntoView + use<> {
    let basics = &shown.resume.basics;
    let own = [
        ("E-mail", &basics.email, format!("mailto:{}", basics.email)),
        (
            "Phone",
            &basics.phone,
            format!("tel:{}", dialled(&basics.phone)),
        ),
        ("Web", &basics.url, basics.url.clone()),
    ];
    let own = own.map(|(label, text, url)| (label.to_owned(), text.clone(), url));
    let profiles = basics.profiles.iter().map(|profile| {
        let text = if profile.username.is_empty() {
            &profile.url
        } else {
            &profile.username
        };
        (profile.network.clone(), text.clone(), profile.url.clone())
    });
    let place: Vec<_> = basics.location.parts().collect();
    let place = ("Location".to_owned(), place.join(", "), String::new());
    let ways = own.into_iter().chain(profiles).chain([place]);
    let ways = ways
        .filter(|(_, text, _)| !text.is_empty())
        .map(|(label, text, url)| {
            view! { <div><dt>{label}</dt>" "<dd><Linked text url/></dd></div> }
        });
    let ways: Vec<_> = ways.collect();
    let list = (!ways.is_empty()).then(|| view! { <dl class="ways">{ways}</dl> });
    view! {
        <Words class="invitation" text=shown.resume.settings.contact.clone()/>
        {list}
    }
}

fn dialled(phone: &str) -> String {
    phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect()
}
