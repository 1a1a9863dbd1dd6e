//! A technology as something to click.

use leptos::prelude::*;

use super::Shown;

/// A list of chips as the file writes their names, if there are any.
#[component]
pub fn Chips<'a>(
    /// What is shown.
    shown: &'a Shown,
    /// The names, keywords of the file.
    keywords: &'a [String],
    /// Whether each says how many entries it would leave.
    #[prop(optional)]
    counted: bool,
) -> impl IntoView + use<> {
    let chips: Vec<_> = keywords
        .iter()
        .map(|name| chip(shown, name, counted))
        .collect();
    (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> })
}

fn chip(shown: &Shown, name: &str, counted: bool) -> impl IntoView + use<> {
    let name = name.to_owned();
    let Some(id) = shown.index.named(&name) else {
        return view! { <li>{name}</li> }.into_any();
    };
    let tag = &shown.index.tags()[id];
    let entries = tag.entries.count_ones(..);
    let title = format!(
        "{} · {entries} {}",
        tag.name,
        if entries == 1 { "entry" } else { "entries" }
    );
    let count = counted.then(|| {
        let count = shown.count(id);
        view! { " "<span class="count">{count}</span> }
    });
    view! {
        <li>
            <a class="chip" data-tag=tag.slug.clone() href=format!("?tag={}", tag.slug) title=title aria-current=shown.current(id)>
                {name}{count}
            </a>
        </li>
    }
    .into_any()
}
