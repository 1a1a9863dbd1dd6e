//! Jobs, and what was built in them.

use super::{
    Shown,
    chip::chips,
    element::{View, element, in_turn, nothing},
    entry::entry,
    in_batches,
    part::{dates, highlights, linked, more, prose, words},
    projects::project_entry,
    timeline::job_id,
};
use crate::resume::Work;

/// All jobs. Those that follow each other at one employer stand under its name.
pub fn experience(shown: &'static Shown) -> View {
    let is_same = |one: &Work, next: &Work| !one.name.is_empty() && one.name == next.name;
    let mut first = 0;
    let employer = |jobs: &[Work]| {
        let numbers = first..first + jobs.len();
        first = numbers.end;
        in_turn(&shown.turns, move || match numbers.len() {
            1 => job_view(shown, numbers.start, "h3"),
            _ => {
                let name = &shown.resume.work[numbers.start].name;
                let roles = numbers.clone().map(|number| job_view(shown, number, "h4"));
                let mut parts = vec![element("h3").class("employer").saying(name)];
                parts.extend(roles);
                element("div").class("employment").with(parts)
            }
        })
    };
    let employers = shown.resume.work.chunk_by(is_same).map(employer);
    in_batches(shown, employers.collect())
}

/// A job under a heading of this level: below the employer's, it says the role alone.
fn job_view(shown: &'static Shown, number: usize, level: &'static str) -> View {
    let job = &shown.resume.work[number];
    let (name, role) = match (level, job.position.is_empty()) {
        ("h4", false) => (job.position.as_str(), ""),
        _ => job.heading(),
    };
    // What stands first names the event, or whose it was.
    let class = if role.is_empty() { "p-name" } else { "p-org" };
    let has_title = !(name.is_empty() && job.url.is_empty());
    let heading = element("div").class("job-head").with([
        match has_title {
            true => element(level).class(class).with([linked(name, &job.url)]),
            false => nothing(),
        },
        words("role p-name", role),
        dates(shown, &job.period, true),
        words("place", &job.location),
    ]);
    let body = [
        prose("words", &job.description),
        chips(shown, &job.keywords),
        prose("words", &job.summary),
        highlights(&job.highlights),
        more(&job.more),
    ];
    let mut parts = Vec::new();
    if level == "h4" {
        // The employer's name stands above the event.
        let employer = element("data").class("p-org");
        parts.push(employer.attribute("value", &job.name).empty());
    }
    match job.entry {
        Some(id) => parts.push(entry(shown, id, name, heading, body)),
        None => {
            parts.push(heading);
            parts.extend(body);
            let below = if level == "h3" { "h4" } else { "h5" };
            let projects = job.projects.iter();
            let entity = Some(job.name.as_str());
            parts.extend(projects.map(|project| project_entry(shown, project, below, entity)));
        }
    }
    let job = element("div").class("job p-experience h-event");
    job.attribute("id", job_id(number)).with(parts)
}
