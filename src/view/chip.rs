//! A technology as something to click.

use leptos::prelude::*;

use super::{
    Shown,
    part::{element, list, nothing, text},
};

/// A list of chips as the file writes their names, if there are any.
pub fn chips(shown: &Shown, keywords: &[String], counted: bool) -> AnyView {
    let chip = |name: &String| element("li", "", chip(shown, name, counted));
    list("chips", keywords.iter().map(chip).collect())
}

fn chip(shown: &Shown, name: &str, counted: bool) -> AnyView {
    let Some(id) = shown.index.named(name) else {
        return text(name);
    };
    let tag = &shown.index.tags()[id];
    let entries = tag.entries.count_ones(..);
    let title = format!(
        "{} · {entries} {}",
        tag.name,
        if entries == 1 { "entry" } else { "entries" }
    );
    let count = match counted {
        true => {
            let count = element("span", "count", shown.count(id));
            (text(" "), count).into_any()
        }
        false => nothing(),
    };
    view! {
        <a class="chip" data-tag=tag.slug.clone() href=format!("?tag={}", tag.slug) title=title aria-current=shown.current(id)>
            {text(name)}{count}
        </a>
    }
    .into_any()
}
