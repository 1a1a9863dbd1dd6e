//! Projects, those of a job and those of none.

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    element::{element, group},
    entry::entry,
    part::{dates, highlights, linked, words},
};
use crate::resume::Project;

/// The projects that are not written under a job.
pub fn projects(shown: &Shown) -> AnyView {
    let projects = shown.resume.projects.iter();
    let projects: Vec<_> = projects
        .map(|project| project_entry(shown, project, true))
        .collect();
    group(projects)
}

/// A project as an entry. It may stand for itself, `top_level`, or under a job's heading.
pub fn project_entry(shown: &Shown, project: &Project, top_level: bool) -> AnyView {
    let heading = element(if top_level { "h3" } else { "h4" });
    let heading = heading.with([linked(&project.name, &project.url)]);
    // Under a job, and where the name has it, the organisation has been said.
    let said = !top_level || project.name.contains(&project.entity);
    let entity = (!said).then_some(&project.entity);
    let mut facts = vec![project.kind.as_str()];
    facts.extend(project.roles.iter().map(String::as_str));
    facts.extend(entity.map(String::as_str));
    facts.retain(|fact| !fact.is_empty());
    let body = [
        words("facts", &facts.join(" · ")),
        dates(&project.period, shown.today),
        chips(shown, &project.keywords),
        words("words", &project.description),
        highlights(&project.highlights),
    ];
    entry(shown, project.entry, &project.name, heading, body)
}
