//! Jobs, and what was built in them.

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    entry::entry,
    part::{dates, element, highlights, linked, words},
    projects::project_entry,
};
use crate::resume::Work;

/// All jobs.
#[component]
pub fn Experience<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> AnyView {
    let jobs = shown.resume.work.iter();
    let jobs: Vec<_> = jobs.map(|job| job_view(shown, job)).collect();
    jobs.into_any()
}

fn job_view(shown: &Shown, job: &Work) -> AnyView {
    let heading = (
        element("h3", "", linked(&job.name, &job.url)),
        words("role", &job.position),
        dates(&job.period, shown.today),
        words("place", &job.location),
    );
    let heading = element("div", "job-head", heading);
    let body = (
        words("words", &job.description),
        chips(shown, &job.keywords, false),
        words("words", &job.summary),
        highlights(&job.highlights),
    );
    let body = body.into_any();
    match job.entry {
        Some(id) => element("div", "job", entry(shown, id, &job.name, heading, body)),
        None => {
            let project = |project| project_entry(shown, project, false);
            let projects: Vec<_> = job.projects.iter().map(project).collect();
            element("div", "job", (heading, body, projects))
        }
    }
}
