use leptos::prelude::*;

use super::{extras::ExtraField, linked::Linked, prose::Prose};
use crate::{
    labels::Label,
    resume::{href, mail_address, phone_address, without_scheme},
    state::{Site, State},
};

/// A way to reach the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What it is: “E-mail”, the name of a network.
    pub kind: String,
    /// As the file writes it.
    pub text: String,
    /// In a word or two, for where there is little room.
    pub short: String,
    /// Whether that says where it leads.
    pub is_address: bool,
    /// Where it leads; empty where it leads nowhere.
    pub url: String,
}

/// Every way to reach the person that the file has.
pub fn ways(site: &Site) -> Vec<Way> {
    let basics = &site.resume.basics;
    let way = |label: Label, text: &str, short: &str, url: String| Way {
        kind: site.labels.word(label).to_owned(),
        text: text.to_owned(),
        short: short.to_owned(),
        is_address: true,
        url,
    };
    let (mail, phone) = (&basics.email, &basics.phone);
    let mail_url = mail_address(mail).unwrap_or_default();
    let phone_url = phone_address(phone).unwrap_or_default();
    let site_name = basics.url.split_once("://").map_or(&*basics.url, |it| it.1);
    let site_name = site_name.trim_end_matches('/');
    let short_mail = without_scheme("mailto:", mail);
    let short_phone = without_scheme("tel:", phone);
    let mut ways = vec![
        way(Label::Email, mail, short_mail, mail_url),
        way(Label::Phone, phone, short_phone, phone_url),
        way(Label::Web, &basics.url, site_name, basics.url.clone()),
    ];
    ways.extend(basics.profiles.iter().map(|profile| {
        let (network, username, url) = (&profile.network, &profile.username, &profile.url);
        let first = |names: [&String; 3]| {
            let name = names.into_iter().find(|name| !name.is_empty());
            name.cloned().unwrap_or_default()
        };
        Way {
            kind: network.clone(),
            text: first([username, url, network]),
            short: first([network, username, url]),
            is_address: false,
            url: url.clone(),
        }
    }));
    ways.retain(|way| !way.text.is_empty());
    ways
}

/// The ways that lead somewhere.
pub fn links(site: &Site) -> Vec<Way> {
    let mut ways = ways(site);
    ways.retain(|way| href(&way.url).is_some());
    ways
}

/// How to reach the person: the text, and every address that the file has.
#[component]
pub fn Contact() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let basics = &site.resume.basics;
    let ways = ways(&site).into_iter();
    let mut ways: Vec<_> = ways.map(|way| (way.kind, way.text, way.url)).collect();
    let place: Vec<_> = basics.location.parts().collect();
    if !place.is_empty() {
        ways.push((state.word(Label::Location), place.join(", "), String::new()));
    }
    let of_profiles = basics.profiles.iter().flat_map(|profile| &profile.more);
    let extras = of_profiles.chain(&basics.location.more).chain(&basics.more);
    let extras: Vec<_> = extras.cloned().collect();
    let has_ways = !(ways.is_empty() && extras.is_empty());
    let ways = ways.into_iter().map(|(label, name, url)| {
        // Numbers and addresses are read from the left on a page from the right, too.
        view! {
            <div>
                <dt>{label}</dt>
                " "
                <dd>
                    <bdi>
                        <Linked name url/>
                    </bdi>
                </dd>
            </div>
        }
    });
    let ways = ways.collect_view();
    let extras = extras.into_iter();
    let extras = extras.map(|extra| view! { <ExtraField extra/> });
    let extras = extras.collect_view();
    view! {
        <Prose class="invitation" text=site.resume.settings.contact.clone()/>
        {has_ways.then(|| view! { <dl class="ways">{ways} {extras}</dl> })}
    }
}
