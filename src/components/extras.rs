use leptos::prelude::*;

use super::linked::Linked;
use crate::resume::{Extra, Json, outline::in_words};

/// What the file says beyond what has a place of its own: names and values, in the file's order, if there are any.
#[component]
pub fn Extras(
    /// Names and values.
    extras: Vec<Extra>,
) -> impl IntoView {
    let extras = extras.into_iter().filter(|(_, value)| !value.is_empty());
    let extras: Vec<_> = extras.collect();
    (!extras.is_empty()).then(|| {
        let extra = |extra| view! { <ExtraField extra/> };
        view! { <dl class="extras">{extras.into_iter().map(extra).collect_view()}</dl> }
    })
}

/// A name and its value, as they stand in a list of such.
#[component]
pub fn ExtraField(
    /// The name, which may be empty, and the value.
    extra: Extra,
) -> impl IntoView {
    let (name, value) = extra;
    let name = in_words(&name);
    let name = (!name.is_empty()).then(|| {
        view! {
            <dt>{name}</dt>
            " "
        }
    });
    view! { <div>{name} <dd>{any_value(value)}</dd></div> }
}

fn any_value(value: Json) -> AnyView {
    match value {
        Json::List(items) => {
            let items = items.into_iter().filter(|item| !item.is_empty());
            let items = items.map(|item| view! { <li>{any_value(item)}</li> });
            view! { <ul class="values">{items.collect_view()}</ul> }.into_any()
        }
        Json::Object(extras) => view! { <Extras extras/> }.into_any(),
        scalar => {
            let words = scalar.scalar().unwrap_or_default();
            view! { <Linked name=words.clone() url=words/> }.into_any()
        }
    }
}
