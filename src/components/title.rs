use leptos::{either::EitherOf3, prelude::*};

use super::linked::Linked;

/// A heading of level 3, 4 or 5 that leads to an address, if there is either.
#[component]
pub fn Title(
    /// Its level: all that is more than 4 is 5.
    level: u8,
    /// Its text.
    name: String,
    /// The address; empty where there is none.
    url: String,
    /// Its classes.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
) -> impl IntoView {
    (!(name.is_empty() && url.is_empty())).then(|| {
        let link = view! { <Linked name url/> };
        match level {
            3 => EitherOf3::A(view! { <h3 class=class>{link}</h3> }),
            4 => EitherOf3::B(view! { <h4 class=class>{link}</h4> }),
            _ => EitherOf3::C(view! { <h5 class=class>{link}</h5> }),
        }
    })
}
