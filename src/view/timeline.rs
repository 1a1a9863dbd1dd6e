//! The plot of what was used when: a list for who cannot see it, a drawing for who can.

use leptos::prelude::*;

use super::{
    Shown,
    chip::toggle,
    element::{Element, drawing, element, nothing, text},
};
use crate::timeline::{Bar, Row, Tick, Timeline};

/// How many technologies are drawn at first.
const FIRST: usize = 8;

/// The jobs, and under them the technologies, along the years. `src/loader.js` shows the rest of them.
pub fn timeline(shown: &Shown) -> AnyView {
    let (resume, index) = (&shown.resume, &shown.index);
    let Some(plot) = Timeline::new(resume, index, &shown.history, shown.today) else {
        return nothing();
    };
    let mut jobs = Vec::new();
    for (number, bar) in &plot.jobs {
        let job = &resume.work[*number];
        let name = if job.name.is_empty() {
            &job.position
        } else {
            &job.name
        };
        let link = element("a")
            .attribute("href", format!("#{}", job_id(*number)))
            .attribute("target", "_self");
        let tip = match job.name.is_empty() {
            true => bar.period.clone(),
            false => format!("{}: {}", bar.period, job.position),
        };
        let bars = std::slice::from_ref(bar);
        jobs.push(row(
            element("li"),
            link.saying(name),
            bars,
            tip.trim_end_matches(": "),
        ));
    }
    let technologies = plot.technologies.iter().enumerate();
    let technologies: Vec<_> = technologies
        .map(|(at, row)| technology(shown, row, at >= FIRST))
        .collect();
    let count = technologies.len();
    let more = element("button")
        .class("more action")
        .attribute("aria-expanded", "false");
    element("div").class("timeline").with([
        element("div").class("plot").with([
            grid(&plot.ticks),
            element("ol").class("jobs").with(jobs),
            element("ol").class("technologies").with(technologies),
        ]),
        match count > FIRST {
            true => more.saying(format!("All {count} technologies")),
            false => nothing(),
        },
    ])
}

/// What a link to a job ends with.
pub fn job_id(number: usize) -> String {
    format!("job-{}", number + 1)
}

fn technology(
    shown: &Shown,
    Row {
        tag,
        bars,
        is_mention,
        text,
    }: &Row,
    is_rest: bool,
) -> AnyView {
    let link = toggle(shown, *tag).saying(&shown.index.tags()[*tag].name);
    let class = match (is_rest, is_mention) {
        (false, false) => "",
        (false, true) => "mention",
        (true, false) => "rest",
        (true, true) => "rest mention",
    };
    let tip = match is_mention {
        true => format!("mentioned, {text}"),
        false => text.clone(),
    };
    row(element("li").class(class), link, bars, &tip)
}

/// A name that leads somewhere, the bars beside it, and what they show in words.
fn row(item: Element, link: AnyView, bars: &[Bar], tip: &str) -> AnyView {
    let bar = |bar: &Bar| {
        drawing("rect")
            .attribute("x", bar.start.to_string())
            .attribute("width", bar.width.to_string())
            .attribute("height", "100%")
            .with([])
    };
    let bars: Vec<_> = bars.iter().map(bar).collect();
    item.with([
        link,
        text(" "),
        drawing("svg")
            .class("track")
            .attribute("aria-hidden", "true")
            .with(bars),
        element("p").class("tip").with([text(tip)]),
    ])
}

/// The years, as lines behind the rows and as labels under them.
fn grid(ticks: &[Tick]) -> AnyView {
    let mut marks = Vec::new();
    for Tick { at, label } in ticks {
        let at = at.to_string();
        let line = drawing("rect").attribute("x", &at);
        let line = line.attribute("width", "1").attribute("height", "100%");
        marks.push(line.with([]));
        let label_view = drawing("text").attribute("x", at).attribute("y", "100%");
        marks.push(label_view.saying(label));
    }
    drawing("svg")
        .class("grid")
        .attribute("aria-hidden", "true")
        .with(marks)
}
