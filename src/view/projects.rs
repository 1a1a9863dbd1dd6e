//! Projects, those of a job and those of none.

use super::{
    Shown,
    chip::chips,
    element::{View, element, in_turn, nothing},
    entry::entry,
    in_batches,
    part::{dates, highlights, linked, more, prose, words},
};
use crate::{resume::Project, words::has_words};

/// The projects that are not written under a job.
pub fn projects(shown: &'static Shown) -> View {
    let projects = shown.resume.projects.iter();
    let projects = projects.map(|project| {
        in_turn(&shown.turns, move || {
            project_entry(shown, project, "h3", None)
        })
    });
    in_batches(shown, projects.collect())
}

/// A project as an entry, under a heading of this level; `employer` is whose heading it stands below.
pub fn project_entry(
    shown: &'static Shown,
    project: &Project,
    level: &'static str,
    employer: Option<&str>,
) -> View {
    let heading = match project.name.is_empty() && project.url.is_empty() {
        true => nothing(),
        false => element(level).with([linked(&project.name, &project.url)]),
    };
    // Where the heading above or the name has it, the organisation has been said.
    let is_said = employer == Some(&project.entity) || has_words(&project.name, &project.entity);
    let mut facts = vec![project.kind.as_str()];
    facts.extend(project.roles.iter().map(String::as_str));
    facts.extend((!is_said).then_some(project.entity.as_str()));
    facts.retain(|fact| !fact.is_empty());
    let body = [
        words("facts", &facts.join(" · ")),
        dates(shown, &project.period, false),
        chips(shown, &project.keywords),
        prose("words", &project.description),
        highlights(&project.highlights),
        more(&project.more),
    ];
    entry(shown, project.entry, &project.name, heading, body)
}
