use leptos::prelude::*;

use super::{extras::ExtraField, linked::Linked, prose::Prose};
use crate::{
    labels::Label,
    resume::{mail_address, phone_address},
    state::State,
};

/// How to reach the person: the text, and every address that the file has.
#[component]
pub fn Contact() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let basics = &site.resume.basics;
    // What it is, how it is written, and where it leads.
    let mut ways = vec![
        (
            state.word(Label::Email),
            basics.email.clone(),
            mail_address(&basics.email).unwrap_or_default(),
        ),
        (
            state.word(Label::Phone),
            basics.phone.clone(),
            phone_address(&basics.phone).unwrap_or_default(),
        ),
        (
            state.word(Label::Web),
            basics.url.clone(),
            basics.url.clone(),
        ),
    ];
    for profile in &basics.profiles {
        let names = [&profile.username, &profile.url, &profile.network];
        let name = names.into_iter().find(|name| !name.is_empty());
        let name = name.cloned().unwrap_or_default();
        ways.push((profile.network.clone(), name, profile.url.clone()));
    }
    let place: Vec<_> = basics.location.parts().collect();
    ways.push((state.word(Label::Location), place.join(", "), String::new()));
    ways.retain(|(_, way, _)| !way.is_empty());
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
