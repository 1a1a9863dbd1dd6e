use leptos::prelude::*;

use crate::resume::href;

/// A text that leads to an address, if that is safe to follow. One that is not is shown behind the text.
#[component]
pub fn Linked(
    /// The text; the address stands for an empty one.
    name: String,
    /// The address; empty where there is none.
    url: String,
) -> impl IntoView {
    let name = if name.is_empty() { url.clone() } else { name };
    let is_address = name == url || url.strip_prefix("mailto:") == Some(&name);
    link_around(name.into_any(), &url, is_address)
}

/// The same around any content; `is_address` is whether that says the address already.
pub fn link_around(content: AnyView, url: &str, is_address: bool) -> AnyView {
    match href(url) {
        Some(href) => {
            // On paper, the address is said as well, unless that is what the text is.
            let is_said = is_address || !(url.contains('/') || url.contains('.'));
            let class = (!is_said).then_some("leads");
            // The router would take an address of the page's own host for one of its own.
            view! {
                <a class=class href=href.into_owned() rel="external">
                    {content}
                </a>
            }
            .into_any()
        }
        None if url.is_empty() || is_address => content,
        None => view! {
            {content}
            " "
            <span class="address">{url.to_owned()}</span>
        }
        .into_any(),
    }
}
