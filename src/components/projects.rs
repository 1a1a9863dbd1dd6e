use leptos::prelude::*;

use super::{
    chip::Chips,
    dates::Dates,
    entry::Entry,
    extras::Extras,
    prose::{Highlights, Prose, Words},
    title::Title,
};
use crate::{evidence::DOT, resume::Project, state::State, words::has_words};

/// The projects that are not written under a job.
#[component]
pub fn Projects() -> impl IntoView {
    let projects = State::expect().site().resume.projects.clone();
    let project = |project| view! { <ProjectEntry project level=3/> };
    projects.into_iter().map(project).collect_view()
}

/// A project as an entry.
#[component]
pub fn ProjectEntry(
    /// The project.
    project: Project,
    /// The level of its heading.
    level: u8,
    /// Whose heading it stands below.
    #[prop(optional, into)]
    employer: Option<String>,
) -> impl IntoView {
    // Where the heading above or the name has it, the organisation has been said.
    let is_said =
        employer.as_ref() == Some(&project.entity) || has_words(&project.name, &project.entity);
    let mut facts = vec![project.kind];
    facts.extend(project.roles);
    facts.extend((!is_said).then_some(project.entity));
    facts.retain(|fact| !fact.is_empty());
    let name = project.name;
    let heading = view! { <Title level name=name.clone() url=project.url/> }.into_any();
    view! {
        <Entry id=project.entry name heading>
            <Words class="facts" text=facts.join(DOT)/>
            <Dates period=project.period/>
            <Chips keywords=project.keywords/>
            <Prose text=project.description/>
            <Highlights sentences=project.highlights/>
            <Extras extras=project.more/>
        </Entry>
    }
}
