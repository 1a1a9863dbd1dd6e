use std::mem::take;

use leptos::{ev, prelude::*};

use super::{
    chip::Chip,
    unfold::{Unfold, present},
};
use crate::{
    dom,
    labels::Label,
    state::State,
    timeline::{Bar, Row, Tick},
};

/// How many jobs, and how many technologies, are shown at first.
const FIRST: usize = 8;

/// How many technologies there are at a glance.
const STRONGEST: usize = 4;

/// How much of a plot's width on a phone a letter in a bar takes, in ten-thousandths.
const LETTER: usize = 270;

/// What a link to a job ends with.
pub fn job_id(number: usize) -> String {
    format!("job-{}", number + 1)
}

/// The jobs, and under them the technologies, along the years: a list for who cannot see it, a drawing for who can.
#[component]
pub fn TimelineSection() -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let plot = site.timeline.as_ref()?;
    let counts = [plot.jobs.len(), plot.technologies.len()];
    // The entries of each job: itself, or its projects, wherever they are written.
    let mut of_jobs = vec![Vec::new(); site.resume.work.len()];
    for (id, entry) in site.resume.entries().iter().enumerate() {
        if let Some(job) = entry.job {
            of_jobs[job].push(id);
        }
    }
    let jobs = plot.jobs.iter().zip(0..).map(|(row, at)| {
        let job = &site.resume.work[row.of];
        let (name, _) = job.heading();
        let of_job = take(&mut of_jobs[row.of]);
        let numbers: Vec<_> = of_job.iter().map(ToString::to_string).collect();
        let is_aside = state.leaves_out(of_job);
        let link = view! {
            <a href=format!("#{}", job_id(row.of)) target="_self">
                {name.to_owned()}
            </a>
        };
        let class = (at >= FIRST).then_some("rest");
        let tip = row.text.clone();
        view! {
            <li
                class=class
                data-entries=numbers.join(" ")
                data-aside=is_aside
            >
                {link}
                " "
                <Track bars=row.bars.clone()/>
                <p class="tip">{tip}</p>
            </li>
        }
    });
    let jobs = jobs.collect_view();
    let technologies = plot.technologies.iter().zip(0..).map(|(row, at)| {
        let is_rest = at >= FIRST;
        view! { <Technology row=row.clone() is_rest/> }
    });
    let technologies = technologies.collect_view();
    let shows_all = RwSignal::new(false);
    let more = (counts[0].max(counts[1]) > FIRST).then(|| {
        let label = if counts[0] > FIRST {
            Label::AllJobs
        } else {
            Label::AllTechnologies
        };
        let counts = counts.map(|count| count.to_string());
        let all = [("jobs", counts[0].as_str()), ("n", counts[1].as_str())];
        let words = site.labels.filled(label, &all);
        view! { <Unfold class="more action" is_open=shows_all words/> }
    });
    // Esc and a click put the tips away, until something else is pointed at or has the focus.
    let is_quiet = RwSignal::new(false);
    dom::on_window(ev::keydown, move |event| {
        if event.key() == "Escape" {
            is_quiet.set(true);
        }
    });
    Some(view! {
        <div
            class="timeline"
            data-all=present(shows_all)
            data-quiet=present(is_quiet)
            on:mousemove=move |event| {
                // Browsers say so, too, when the page moves below a pointer that rests.
                if event.movement_x() != 0 || event.movement_y() != 0 {
                    is_quiet.set(false);
                }
            }
            on:click=move |_| is_quiet.set(true)
            on:focusin=move |_| is_quiet.set(false)
        >
            <div class="plot">
                <Grid ticks=plot.ticks.clone()/>
                {(counts[0] > 0).then(|| view! { <ol class="jobs">{jobs}</ol> })}
                {(counts[1] > 0).then(|| view! { <ol class="technologies">{technologies}</ol> })}
            </div>
            {more}
        </div>
    })
}

/// All jobs in one row, and below it the strongest technologies: the timeline at a glance, at the end of the head where there is
/// no room for it beside the text.
#[component]
pub fn Strip() -> impl IntoView {
    let site = State::expect().site();
    let plot = site.timeline.as_ref()?;
    let heading = |key| site.headings.iter().find(move |it| it.key == key);
    let title = heading("timeline").map(|timeline| timeline.title.clone());
    let jobs = heading("work").filter(|_| !plot.jobs.is_empty());
    let jobs = jobs.map(|work| {
        let bars = plot.piled().into_iter().map(|(job, bar, seen)| {
            let (name, _) = site.resume.work[job].heading();
            let fits = seen.0 as usize >= LETTER * (name.chars().count() + 1);
            view! { <NamedBar bar name=fits.then(|| name.to_owned())/> }
        });
        view! {
            <ol class="jobs">
                <li>
                    <a href=format!("#{}", work.id) target="_self">
                        {work.title.clone()}
                    </a>
                    " "
                    <svg class="track" aria-hidden="true">
                        {bars.collect_view()}
                    </svg>
                </li>
            </ol>
        }
    });
    let strongest = plot.technologies.iter().take(STRONGEST);
    let technologies: Vec<_> = strongest
        .map(|row| view! { <Technology row=row.clone() has_tip=false/> })
        .collect();
    Some(view! {
        <div class="strip plot" role="group" aria-label=title>
            <Grid ticks=plot.ticks.clone()/>
            {jobs}
            {(!technologies.is_empty())
                .then(|| view! { <ol class="technologies">{technologies}</ol> })}
        </div>
    })
}

/// When a technology was used.
#[component]
fn Technology(
    /// Its row.
    row: Row,
    /// Whether it is shown only with all others.
    #[prop(optional)]
    is_rest: bool,
    /// Whether it says in words what its bars show.
    #[prop(default = true)]
    has_tip: bool,
) -> impl IntoView {
    let site = State::expect().site();
    let name = site.index.tags()[row.of].name.clone();
    let class = match (is_rest, row.is_mention) {
        (false, false) => None,
        (false, true) => Some("mention"),
        (true, false) => Some("rest"),
        (true, true) => Some("rest mention"),
    };
    let tip = has_tip.then(|| {
        let tip = if row.is_mention {
            let period = [("period", row.text.as_str())];
            site.labels.filled(Label::MentionedOnly, &period)
        } else {
            row.text
        };
        view! { <p class="tip">{tip}</p> }
    });
    view! {
        <li class=class>
            <Chip tag=row.of name/>
            " "
            <Track bars=row.bars/>
            {tip}
        </li>
    }
}

/// A job's bar among others in one row.
#[component]
fn NamedBar(
    /// The bar.
    bar: Bar,
    /// The employer, where there is room for it.
    name: Option<String>,
) -> impl IntoView {
    // The inner drawing cuts what is wider than it was thought to be.
    let name = name.map(|name| {
        view! {
            <svg x=bar.start.percent() width=bar.width.percent()>
                <text x="6" y="50%">
                    {name}
                </text>
            </svg>
        }
    });
    view! {
        <rect x=bar.start.percent() width=bar.width.percent() height="100%"></rect>
        {name}
    }
}

/// The bars of a row.
#[component]
pub fn Track(
    /// The bars, from left to right.
    bars: Vec<Bar>,
) -> impl IntoView {
    let bars = bars.into_iter().map(|bar| {
        view! { <rect x=bar.start.percent() width=bar.width.percent() height="100%"></rect> }
    });
    view! {
        <svg class="track" aria-hidden="true">
            {bars.collect_view()}
        </svg>
    }
}

/// The years, as lines behind the rows and as labels under them.
#[component]
fn Grid(
    /// The years, from left to right.
    ticks: Vec<Tick>,
) -> impl IntoView {
    let is_only = ticks.len() == 1;
    let mark = |Tick { at, label }: Tick| {
        // What would leave the plot on a phone is left out, but for the only one, before its line.
        let leaves = 10_000 - at.0 < 400 * label.len() as u32;
        let anchor = leaves.then_some("end");
        let words = (!leaves || is_only).then(|| {
            view! {
                <text x=at.percent() y="100%" text-anchor=anchor>
                    {label}
                </text>
            }
        });
        view! {
            <rect x=at.percent() width="1" height="100%"></rect>
            {words}
        }
    };
    view! {
        <svg class="grid" aria-hidden="true">
            {ticks.into_iter().map(mark).collect_view()}
        </svg>
    }
}
