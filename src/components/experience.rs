use leptos::{either::Either, ev, html, prelude::*};

use super::{
    chip::Chips,
    dates::Dates,
    entry::{Entry, FoldHead},
    extras::Extras,
    projects::ProjectEntry,
    prose::{Highlights, Prose, Words},
    timeline::job_id,
    title::Title,
    unfold::present,
};
use crate::{
    answer::best_sentence,
    dom::use_marks,
    resume::{EntryId, Work},
    state::State,
};

/// All jobs. Those that follow each other at one employer stand under its name.
#[component]
pub fn Experience() -> impl IntoView {
    let site = State::expect().site();
    let is_same = |one: &Work, next: &Work| !one.name.is_empty() && one.name == next.name;
    let mut number = 0;
    let employer = |jobs: &[Work]| {
        let first = number;
        number += jobs.len();
        match jobs {
            [job] => Either::Left(view! { <Job job=job.clone() number=first/> }),
            jobs => Either::Right(view! { <Employment jobs=jobs.to_vec() first/> }),
        }
    };
    let employers = site.resume.work.chunk_by(is_same).map(employer);
    employers.collect_view()
}

/// Several jobs at one employer.
#[component]
fn Employment(
    /// The jobs.
    jobs: Vec<Work>,
    /// The number of the first.
    first: usize,
) -> impl IntoView {
    let name = jobs[0].name.clone();
    let heading = NodeRef::<html::H3>::new();
    use_marks(heading, jobs.iter().flat_map(entries).collect());
    let jobs = jobs.into_iter().zip(first..);
    let jobs = jobs.map(|(job, number)| view! { <Job job number is_under_employer=true/> });
    view! {
        <div class="employment">
            <h3 class="employer" node_ref=heading>
                {name}
            </h3>
            {jobs.collect_view()}
        </div>
    }
}

/// A job, which is an entry if it has no projects. Below its employer's name, it says the role alone.
#[component]
fn Job(
    /// The job.
    job: Work,
    /// Its number, counted from 0.
    number: usize,
    /// Whether the employer's name stands above it.
    #[prop(optional)]
    is_under_employer: bool,
) -> impl IntoView {
    let (name, role) = if is_under_employer && !job.position.is_empty() {
        (job.position.clone(), String::new())
    } else {
        let (name, role) = job.heading();
        (name.to_owned(), role.to_owned())
    };
    let level = if is_under_employer { 4 } else { 3 };
    // What stands first names the event, or whose it was.
    let class = if role.is_empty() { "p-name" } else { "p-org" };
    let entries = entries(&job).collect();
    let state = State::expect();
    let is_brief = state.site().is_brief;
    let best = is_brief.then(|| best_sentence(&job)).flatten();
    let best = best.map(|best| view! { <p class="best">{best}</p> });
    let heading = view! {
        <div class="job-head">
            <Title level name=name.clone() url=job.url class=Some(class)/>
            <Words class="role p-name" text=role/>
            <Dates period=job.period is_event=true/>
            <Words class="place" text=job.location/>
            {best}
        </div>
    }
    .into_any();
    let body = view! {
        <Prose text=job.description/>
        <Chips keywords=job.keywords/>
        <Prose text=job.summary/>
        <Highlights sentences=job.highlights/>
        <Extras extras=job.more/>
    };
    let element = NodeRef::<html::Div>::new();
    let is_open = RwSignal::new(false);
    let content = match job.entry {
        Some(id) => Either::Left(view! { <Entry id name heading>{body}</Entry> }),
        None => {
            use_marks(element, entries);
            let employer = job.name.clone();
            let projects = job.projects.into_iter().map(|project| {
                view! { <ProjectEntry project level=level + 1 employer=employer.clone()/> }
            });
            let projects = projects.collect_view();
            Either::Right(view! {
                <FoldHead name heading is_open/>
                <div
                    class="job-body fold"
                    hidden=state.hidden_unless(is_open)
                    on:beforematch=move |_: ev::Event| is_open.set(true)
                >
                    {body}
                    {projects}
                </div>
            })
        }
    };
    // The employer's name stands above the event.
    let employer = is_under_employer.then(|| view! { <data class="p-org" value=job.name></data> });
    view! {
        <div class="job p-experience h-event" id=job_id(number) data-open=present(is_open) node_ref=element>
            {employer}
            {content}
        </div>
    }
}

/// The entries that a job is, or has.
fn entries(job: &Work) -> impl Iterator<Item = EntryId> {
    let projects = job.projects.iter().map(|project| project.entry);
    job.entry.into_iter().chain(projects)
}
