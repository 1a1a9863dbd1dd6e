//! The plot of what was used when: a list for who cannot see it, a drawing for who can.

use super::{
    Shown,
    chip::toggle,
    element::{View, drawing, element, in_turn, nothing, text},
};
use crate::{
    labels::Label,
    timeline::{Bar, Row, Tick, Timeline},
};

/// How many jobs, and how many technologies, are drawn at first.
const FIRST: usize = 8;

/// The jobs, and under them the technologies, along the years. `src/loader.js` shows the rest of them.
pub fn timeline(shown: &'static Shown) -> View {
    let (resume, index) = (&shown.resume, &shown.index);
    let Some(plot) = Timeline::new(resume, index, &shown.history, &shown.labels, shown.today)
    else {
        return nothing();
    };
    let (jobs, technologies) = (plot.jobs, plot.technologies);
    let label = match jobs.len() > FIRST {
        true => Label::AllJobs,
        false => Label::AllTechnologies,
    };
    let count = [jobs.len().to_string(), technologies.len().to_string()];
    let all = shown
        .labels
        .filled(label, &[("jobs", &count[0]), ("n", &count[1])]);
    let has_rest = jobs.len().max(technologies.len()) > FIRST;
    let more = element("button")
        .class("more action")
        .attribute("aria-expanded", "false");
    element("div").class("timeline").with([
        element("div").class("plot").with([
            grid(&plot.ticks),
            rows(shown, "jobs", jobs, job),
            rows(shown, "technologies", technologies, technology),
        ]),
        match has_rest {
            true => more.saying(all),
            false => nothing(),
        },
    ])
}

/// What a link to a job ends with.
pub fn job_id(number: usize) -> String {
    format!("job-{}", number + 1)
}

fn rows(
    shown: &'static Shown,
    class: &'static str,
    rows: Vec<Row>,
    draw: fn(&'static Shown, &Row, bool) -> View,
) -> View {
    if rows.is_empty() {
        return nothing();
    }
    let rows = rows.into_iter().zip(0..);
    let rows = rows.map(|(row, at)| in_turn(&shown.turns, move || draw(shown, &row, at >= FIRST)));
    element("ol").class(class).with(rows.collect::<Vec<_>>())
}

fn job(shown: &'static Shown, row: &Row, is_rest: bool) -> View {
    let (name, _) = shown.resume.work[row.of].heading();
    let link = element("a")
        .attribute("href", ["#", &job_id(row.of)].concat())
        .attribute("target", "_self");
    let class = if is_rest { "rest" } else { "" };
    row_view(class, link.saying(name), row, &row.text)
}

fn technology(shown: &'static Shown, row: &Row, is_rest: bool) -> View {
    let link = toggle(shown, row.of).saying(&shown.index.tags()[row.of].name);
    let class = match (is_rest, row.is_mention) {
        (false, false) => "",
        (false, true) => "mention",
        (true, false) => "rest",
        (true, true) => "rest mention",
    };
    match row.is_mention {
        true => {
            let tip = shown
                .labels
                .filled(Label::MentionedOnly, &[("period", &row.text)]);
            row_view(class, link, row, &tip)
        }
        false => row_view(class, link, row, &row.text),
    }
}

/// A name that leads somewhere, the bars beside it, and what they show in words.
fn row_view(class: &'static str, link: View, row: &Row, tip: &str) -> View {
    let bar = |bar: &Bar| {
        drawing("rect")
            .attribute("x", bar.start.percent())
            .attribute("width", bar.width.percent())
            .attribute("height", "100%")
            .empty()
    };
    let bars: Vec<_> = row.bars.iter().map(bar).collect();
    let drawn = drawing("svg")
        .class("track")
        .attribute("aria-hidden", "true");
    // What no date is known of is said in the place of bars.
    let (track, tip_class) = match bars.is_empty() {
        true => (nothing(), "undated"),
        false => (drawn.with(bars), "tip"),
    };
    let tip = element("p").class(tip_class).saying(tip);
    element("li")
        .class(class)
        .with([link, text(" "), track, tip])
}

/// The years, as lines behind the rows and as labels under them.
fn grid(ticks: &[Tick]) -> View {
    let mut marks = Vec::new();
    for Tick { at, label } in ticks {
        let share = at.percent();
        let line = drawing("rect").attribute("x", &share);
        let line = line.attribute("width", "1").attribute("height", "100%");
        marks.push(line.empty());
        // What would leave the plot on a phone is left out, but for the only one, before its line.
        let leaves = 10_000 - at.0 < 400 * label.len() as u32;
        if leaves && ticks.len() > 1 {
            continue;
        }
        let words = drawing("text").attribute("x", share).attribute("y", "100%");
        let words = words.attribute_if("text-anchor", leaves.then_some("end"));
        marks.push(words.saying(label));
    }
    drawing("svg")
        .class("grid")
        .attribute("aria-hidden", "true")
        .with(marks)
}
