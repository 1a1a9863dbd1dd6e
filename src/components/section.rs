use leptos::{either::EitherOf6, prelude::*};

use super::{
    contact::Contact, experience::Experience, items::Items, projects::Projects, skills::Skills,
    timeline::TimelineSection,
};
use crate::resume::Heading;

/// A section under its heading.
#[component]
pub fn Section(
    /// Which section it is, its id and its title.
    heading: Heading,
) -> impl IntoView {
    let title = format!("{}-title", heading.id);
    let content = match heading.key.as_str() {
        "work" => EitherOf6::A(view! { <Experience/> }),
        "projects" => EitherOf6::B(view! { <Projects/> }),
        "skills" => EitherOf6::C(view! { <Skills/> }),
        "timeline" => EitherOf6::D(view! { <TimelineSection/> }),
        "contact" => EitherOf6::E(view! { <Contact/> }),
        _ => EitherOf6::F(view! { <Items key=heading.key/> }),
    };
    view! {
        <section id=heading.id class="section" aria-labelledby=title.clone()>
            <h2 id=title.clone()>{heading.title}</h2>
            {content}
        </section>
    }
}
