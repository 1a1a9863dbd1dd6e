use leptos::{html, prelude::*};

use super::{
    contact::links,
    linked::link_around,
    prose::{Prose, Words},
    timeline::Strip,
    unfold::{Unfold, present},
};
use crate::{
    dom,
    labels::Label,
    metadata::title,
    state::{Site, State},
};

/// A summary of more characters than this is read like the text, and on a phone begins with a few lines.
const LONG: usize = 280;

/// Who this is about: the greeting, the name, what they do, where, for how long, and how to reach them; and what a reader may
/// want to do with the whole.
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
    let heading = NodeRef::<html::H1>::new();
    dom::follow_view(heading, state.is_live, state.is_below_name);
    view! {
        <header class="hero">
            {portrait}
            <Words class="greeting" text=settings.greeting.clone()/>
            <h1 class="p-name" node_ref=heading>
                <span class="p-contact h-card">{name}</span>
            </h1>
            <Words class="label" text=label/>
            <Glance/>
            <Summary/>
            <p class="actions">
                {site.is_brief.then(|| view! { <Depth/> })}
                // A page that cannot be printed is not.
                <button class="print action" on:click=|_| _ = window().print()>
                    {state.word(Label::Print)}
                </button>
                <a class="pdf action" href="resume.pdf" download="">
                    {state.word(Label::Download)}
                </a>
            </p>
            <Strip/>
        </header>
    }
}

/// A few sentences about the person. On a phone, many of them begin with a few lines.
#[component]
fn Summary() -> impl IntoView {
    let state = State::expect();
    let text = state.site().resume.basics.summary.clone();
    let is_long = text.chars().count() > LONG;
    let is_open = RwSignal::new(false);
    let more = is_long.then(|| {
        let words = state.word(Label::ReadMore);
        view! { <Unfold class="more read-more action" is_open words/> }
    });
    view! {
        <div class=is_long.then_some("long-summary") data-open=present(is_open)>
            <Prose class="summary p-summary" text/>
        </div>
        {more}
    }
}

/// The ways from the page in short, which a phone shows first, to all that there is to read, and back.
#[component]
fn Depth() -> impl IntoView {
    let state = State::expect();
    view! {
        <a
            class="read-all action"
            href=format!("?{}", dom::READ_ALL)
            on:click=move |event| state.read(&event, true)
        >
            {state.word(Label::ReadAll)}
        </a>
        <a class="in-short action" href="?" on:click=move |event| state.read(&event, false)>
            {state.word(Label::InShort)}
        </a>
    }
}

/// Where the person is, for how long they have worked, and how to reach them, as far as the file says.
#[component]
fn Glance() -> impl IntoView {
    let site = State::expect().site();
    let area = site.resume.basics.location.area().join(", ");
    let mut facts = vec![area, years(&site)];
    facts.retain(|fact| !fact.is_empty());
    let facts = facts.into_iter().map(IntoAny::into_any);
    let ways = links(&site)
        .into_iter()
        .map(|way| link_around(way.short.into_any(), &way.url, way.is_address));
    // Numbers and addresses are read from the left on a page from the right, too.
    let item = |content: AnyView| view! { <li><bdi>{content}</bdi></li> };
    let items: Vec<_> = facts.chain(ways).map(item).collect();
    (!items.is_empty()).then(|| view! { <ul class="glance">{items}</ul> })
}

/// “4 years of experience”, if there is one at least and the file does not hide it.
fn years(site: &Site) -> String {
    let years = site.resume.experience(site.today).months / 12;
    if years == 0 || site.resume.settings.hides_years {
        return String::new();
    }
    site.labels.counted(Label::Experience, years as usize)
}
