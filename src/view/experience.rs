//! Jobs, and what was built in them.

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    element::{element, group},
    entry::entry,
    part::{dates, highlights, linked, words},
    projects::project_entry,
    timeline::job_id,
};

/// All jobs.
pub fn experience(shown: &Shown) -> AnyView {
    let job = |number: usize| {
        let part = shown.clone();
        let draw = move || job_view(&part, number);
        shown.turns.part(draw)
    };
    let jobs: Vec<_> = (0..shown.resume.work.len()).map(job).collect();
    group(jobs)
}

fn job_view(shown: &Shown, number: usize) -> AnyView {
    let job = &shown.resume.work[number];
    let (name, role) = job.heading();
    let heading = element("div").class("job-head").with([
        element("h3").with([linked(name, &job.url)]),
        words("role", role),
        dates(&job.period, shown.today),
        words("place", &job.location),
    ]);
    let body = [
        words("words", &job.description),
        chips(shown, &job.keywords),
        words("words", &job.summary),
        highlights(&job.highlights),
    ];
    let mut parts = Vec::new();
    match job.entry {
        Some(id) => parts.push(entry(shown, id, name, heading, body)),
        None => {
            parts.push(heading);
            parts.extend(body);
            let projects = job.projects.iter();
            parts.extend(projects.map(|project| project_entry(shown, project, false)));
        }
    }
    let job = element("div").class("job");
    job.attribute("id", job_id(number)).with(parts)
}
