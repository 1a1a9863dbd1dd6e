//! Jobs, and what was built in them.

use leptos::prelude::*;

use super::{
    Shown,
    chip::Chips,
    entry::Entry,
    part::{Dates, Highlights, Linked, Words},
    projects::ProjectEntry,
};
use crate::resume::Work;

/// All jobs.
#[component]
pub fn Experience<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> impl IntoView + use<> {
    let jobs = shown.resume.work.iter();
    jobs.map(|job| job_view(shown, job)).collect_view()
}

fn job_view(shown: &Shown, job: &Work) -> AnyView {
    let heading = view! {
        <div class="job-head">
            <h3><Linked text=job.name.clone() url=job.url.clone()/></h3>
            <Words class="role" text=job.position.clone()/>
            <Dates period=&job.period today=shown.today/>
            <Words class="place" text=job.location.clone()/>
        </div>
    }
    .into_any();
    let body = view! {
        <Words text=job.description.clone()/>
        <Chips shown keywords=&job.keywords/>
        <Words text=job.summary.clone()/>
        <Highlights items=job.highlights.clone()/>
    }
    .into_any();
    match job.entry {
        Some(entry) => view! {
            <div class="job">
                <Entry shown entry name=&job.name heading body/>
            </div>
        }
        .into_any(),
        None => view! {
            <div class="job">
                {heading}
                {body}
                {job.projects.iter().map(|project| view! { <ProjectEntry shown project/> }).collect_view()}
            </div>
        }
        .into_any(),
    }
}
