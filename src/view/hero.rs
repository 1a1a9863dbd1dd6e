//! Who this is about.

use leptos::prelude::*;

use super::part::Words;
use crate::resume::Basics;

/// The first thing on the page.
#[component]
pub fn Hero<'a>(
    /// Who it is about.
    basics: &'a Basics,
    /// What stands before the name.
    greeting: &'a str,
) -> impl IntoView + use<> {
    // A picture on another host would be a request to it.
    let own =
        !basics.image.is_empty() && !basics.image.contains(':') && !basics.image.starts_with("//");
    let image = own.then(|| view! { <img class="portrait" src=basics.image.clone() alt="" width="112" height="112"/> });
    view! {
        <div class="hero">
            {image}
            <Words class="greeting" text=greeting.to_owned()/>
            <h1>{basics.name.clone()}</h1>
            <Words class="label" text=basics.label.clone()/>
            <Words class="summary" text=basics.summary.clone()/>
        </div>
    }
}
