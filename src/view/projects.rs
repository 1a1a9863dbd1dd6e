//! Projects, those of a job and those of none.

use leptos::prelude::*;

use super::{
    Shown,
    chip::Chips,
    entry::Entry,
    part::{Dates, Highlights, Linked, Words},
};
use crate::resume::Project;

/// The projects that are not written under a job.
#[component]
pub fn Projects<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> impl IntoView + use<> {
    let projects = shown.resume.projects.iter();
    projects
        .map(|project| view! { <ProjectEntry shown project top_level=true/> })
        .collect_view()
}

/// A project as an entry.
#[component]
pub fn ProjectEntry<'a>(
    /// What is shown.
    shown: &'a Shown,
    /// The project.
    project: &'a Project,
    /// Whether it stands for itself, not under a job's heading.
    #[prop(optional)]
    top_level: bool,
) -> impl IntoView + use<> {
    let title = view! { <Linked text=project.name.clone() url=project.url.clone()/> };
    let heading = match top_level {
        true => view! { <h3>{title}</h3> }.into_any(),
        false => view! { <h4>{title}</h4> }.into_any(),
    };
    // Under a job, and where the name has it, the organisation has been said.
    let said = !top_level || project.name.contains(&project.entity);
    let entity = (!said).then(|| project.entity.clone());
    let facts: Vec<_> = [project.kind.clone()]
        .into_iter()
        .chain(project.roles.clone())
        .chain(entity)
        .filter(|fact| !fact.is_empty())
        .collect();
    let body = view! {
        <Words class="facts" text=facts.join(" · ")/>
        <Dates period=&project.period today=shown.today/>
        <Chips shown keywords=&project.keywords/>
        <Words text=project.description.clone()/>
        <Highlights items=project.highlights.clone()/>
    }
    .into_any();
    view! { <Entry shown entry=project.entry name=&project.name heading body/> }.into_any()
}
