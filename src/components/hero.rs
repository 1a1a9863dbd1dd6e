use leptos::prelude::*;

use super::prose::{Prose, Words};
use crate::{labels::Label, metadata::title, state::State};

/// Who this is about: the greeting, the name, what they do, and what a reader may want to do with the whole.
#[component]
pub fn Hero() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let (basics, settings) = (&site.resume.basics, &site.resume.settings);
    // Every page has a heading: who has no name has what the document is called.
    let (name, label) = if basics.name.is_empty() {
        (title(&site.resume, &site.labels), String::new())
    } else {
        (basics.name.clone(), basics.label.clone())
    };
    let portrait = basics.own_image().map(|image| {
        view! {
            <img
                class="portrait"
                src=image.to_owned()
                alt=settings.image_description.clone()
                width="112"
                height="112"
            />
        }
    });
    view! {
        <header class="hero">
            {portrait}
            <Words class="greeting" text=settings.greeting.clone()/>
            <h1 class="p-name">
                <span class="p-contact h-card">{name}</span>
            </h1>
            <Words class="label" text=label/>
            <Prose class="summary p-summary" text=basics.summary.clone()/>
            <p class="actions">
                // A page that cannot be printed is not.
                <button class="print action" on:click=|_| _ = window().print()>
                    {state.word(Label::Print)}
                </button>
                <a class="pdf action" href="resume.pdf" download="">
                    {state.word(Label::Download)}
                </a>
            </p>
        </header>
    }
}
