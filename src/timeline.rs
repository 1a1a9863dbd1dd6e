//! The plot of what was used when: its geometry, in parts of the plot's width.

use fixedbitset::FixedBitSet;

use crate::{
    evidence::{History, Used},
    labels::{Label, Labels},
    resume::{
        EntryId, Resume, Work,
        date::{Date, Last, Length, Span, union},
    },
    tags::{Index, TagId},
};

/// How many entries a text names, where there are many.
const SOME: usize = 5;

/// Jobs and technologies along the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Points in time that have a label, from left to right.
    pub ticks: Vec<Tick>,
    /// The jobs that have a date, as the résumé orders them, by their numbers in [`Resume::work`].
    pub jobs: Vec<Row>,
    /// Technologies with evidence of which a date is known, strongest first, by their tags' numbers.
    pub technologies: Vec<Row>,
}

/// A label on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: Share,
    /// A year, or a month where years are too far apart.
    pub label: String,
}

/// What was at which times.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose row it is, by number.
    pub of: usize,
    /// Its times, from left to right.
    pub bars: Vec<Bar>,
    /// Whether entries only speak of it, and none names it as a keyword.
    pub is_mention: bool,
    /// What the bars show, in words: “Oct 2024 – now · 2 yrs 2 mos: …”.
    pub text: String,
}

/// A stretch of time as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it starts.
    pub start: Share,
    /// How wide it is.
    pub width: Share,
}

impl Bar {
    fn end(self) -> Share {
        Share(self.start.0 + self.width.0)
    }
}

/// A part of the width, in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub u32);

impl Share {
    /// In per cent, as SVG has it: `12.50%`.
    pub fn percent(self) -> String {
        format!("{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// The time that the plot shows.
struct Axis(Span);

impl Axis {
    /// From the first month to the last, and at least a year.
    fn around(extents: impl Iterator<Item = Span>) -> Option<Self> {
        let all = extents.reduce(|all, span| Span {
            from: all.from.min(span.from),
            to: all.to.max(span.to),
        })?;
        let from = all.from.min(all.to.saturating_sub(12));
        Some(Self(Span { from, ..all }))
    }

    fn at(&self, month: u32) -> Share {
        Share((month - self.0.from) * 10_000 / self.0.months())
    }

    fn ticks(&self, labels: &Labels) -> Vec<Tick> {
        let Span { from, to } = self.0;
        // So many labels fit beside each other on a phone.
        let fits = |step: &u32| self.0.months() / step <= if *step < 12 { 2 } else { 5 };
        let steps = [3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];
        let step = steps.into_iter().find(fits).unwrap_or(24_000);
        let months = (from.next_multiple_of(step)..to).step_by(step as usize);
        let tick = |month: u32| {
            let date = Date {
                year: u16::try_from(month / 12).unwrap_or(u16::MAX),
                month: u8::try_from(month % 12 + 1).ok().filter(|_| step < 12),
                day: None,
            };
            Tick {
                at: self.at(month),
                label: labels.date(date),
            }
        };
        months.map(tick).collect()
    }

    fn bar(&self, extent: Span) -> Bar {
        let start = self.at(extent.from);
        Bar {
            start,
            width: Share(self.at(extent.to).0 - start.0),
        }
    }
}

impl Timeline {
    /// The bars of all jobs, of which each has one, as they lie on each other in one row, the widest lowest: of which job, and how
    /// much is seen from the start on.
    pub fn piled(&self) -> Vec<(usize, Bar, Share)> {
        let mut others: Vec<_> = self.jobs.iter().collect();
        let mut rows = Vec::new();
        // Jobs are few, and a sort is 1 kB more for the browser.
        while let Some(widest) = (0..others.len()).max_by_key(|&at| others[at].bars[0].width) {
            rows.push(others.swap_remove(widest));
        }
        let seen = |at: usize, bar: Bar| {
            let above = rows[at + 1..].iter().map(|row| row.bars[0]);
            let above = above.filter(|above| above.end() > bar.start && above.start < bar.end());
            let end = above.map(|above| above.start.max(bar.start)).min();
            Share(end.unwrap_or(bar.end()).0 - bar.start.0)
        };
        let piled = rows.iter().enumerate();
        let piled = piled.map(|(at, row)| (row.of, row.bars[0], seen(at, row.bars[0])));
        piled.collect()
    }

    /// The plot of a résumé, with its technologies in the given order; `None` where no dates of any are known.
    pub fn new(
        resume: &Resume,
        index: &Index,
        order: &[TagId],
        history: &History,
        labels: &Labels,
        today: Date,
    ) -> Option<Self> {
        let jobs = resume.work.iter().enumerate();
        let jobs: Vec<_> = jobs
            .filter_map(|(number, job)| Some((number, job, job.period.extent(today)?)))
            .collect();
        let used = history.entries.iter().filter_map(|used| used.extent);
        let axis = Axis::around(jobs.iter().map(|(.., extent)| *extent).chain(used))?;
        let job_row = |(number, job, extent): (usize, &Work, Span)| {
            let start = job.period.start.as_ref().and_then(|start| start.date());
            let span = job.period.span(today);
            let period = period_text(labels, start, job.period.until(), span);
            let (_, role) = job.heading();
            Row {
                of: number,
                bars: vec![axis.bar(extent)],
                is_mention: false,
                text: if role.is_empty() {
                    period
                } else {
                    format!("{period}: {role}")
                },
            }
        };
        let jobs: Vec<_> = jobs.into_iter().map(job_row).collect();
        let technologies = order.iter().filter(|&&tag| index.tags()[tag].is_technology);
        let technologies = technologies.filter_map(|&tag| axis.row(tag, index, history, labels));
        let technologies: Vec<_> = technologies.collect();
        let is_empty = jobs.is_empty() && technologies.is_empty();
        (!is_empty).then(|| Self {
            ticks: axis.ticks(labels),
            jobs,
            technologies,
        })
    }
}

impl Axis {
    /// A tag's row, if there is any evidence of it of which a date is known.
    fn row(&self, tag: TagId, index: &Index, history: &History, labels: &Labels) -> Option<Row> {
        let (keyword, mention) = (&index.tags()[tag].entries, &index.tags()[tag].mentions);
        let is_mention = keyword.is_clear();
        let entries: &FixedBitSet = if is_mention { mention } else { keyword };
        let used: Vec<&Used> = entries
            .ones()
            .map(|entry| &history.entries[entry])
            .collect();
        let (mut bars, mut texts) = (Vec::new(), Vec::new());
        for stretch in union(&mut used.iter().filter_map(|used| used.extent)) {
            let within = |used: &&Used| {
                used.extent
                    .is_some_and(|extent| stretch.from <= extent.from && extent.to <= stretch.to)
            };
            let used: Vec<&Used> = used.iter().copied().filter(within).collect();
            let first = used
                .iter()
                .min_by_key(|used| used.extent.map(|extent| extent.from));
            let start = first.and_then(|used| match (used.start, used.end) {
                (None, Some(Last::On(only))) => Some(only),
                (start, _) => start,
            });
            let end = used.iter().filter_map(|used| used.end.max(used.open)).max();
            // A length of time is given only if there is no gap in it and both ends of every entry are known.
            let spans = union(&mut used.iter().filter_map(|used| used.span));
            let is_known = spans.len() == 1 && used.iter().all(|used| used.span.is_some());
            let span = spans.first().filter(|_| is_known).copied();
            let period = period_text(labels, start, end, span);
            let mut names: Vec<_> = used.iter().map(|used| used.name.as_str()).collect();
            let more = labels.counted(Label::More, names.len().saturating_sub(SOME));
            if names.len() > SOME + 1 {
                names.truncate(SOME);
                names.push(&more);
            }
            texts.push(format!("{period}: {}", labels.listed(&names, Label::And)));
            bars.push(self.bar(stretch));
        }
        if bars.is_empty() {
            return None;
        }
        let is_undated = |entry: &EntryId| history.entries[*entry].extent.is_none();
        let undated = history.count(entries.ones().filter(is_undated));
        if undated.total() > 0 {
            let places = undated.said(labels);
            texts.push(labels.filled(Label::WithoutDate, &[("places", &places)]));
        }
        Some(Row {
            of: tag,
            bars,
            is_mention,
            text: texts.join("; "),
        })
    }
}

/// “Oct 2024 – now · 2 yrs 2 mos”, as far as it is known.
pub fn period_text(
    labels: &Labels,
    start: Option<Date>,
    last: Option<Last>,
    span: Option<Span>,
) -> String {
    let end = last.map(|last| match last {
        Last::Now => labels.word(Label::Now).to_owned(),
        Last::On(date) => labels.date(date),
    });
    let start = start.map(|start| labels.date(start));
    let mut ends = Vec::from_iter(start);
    ends.extend(end);
    ends.dedup();
    let mut text = ends.join(" – ");
    if let Some(span) = span {
        let months = span.months();
        text.push_str(" · ");
        text.push_str(&labels.length(Length { months }));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn timeline(json: &str) -> Option<Timeline> {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let today = Date::parse("2026-11-22").expect("a date");
        let labels = Labels::english();
        let history = History::new(&resume, &labels, today);
        let index = Index::new(&resume);
        let order = history.by_strength(&index);
        Timeline::new(&resume, &index, &order, &history, &labels, today)
    }

    fn jobs(dates: &[(&str, &str)]) -> String {
        let job = |(start, end): &(&str, &str)| {
            format!(
                r#"{{"name": "J", "startDate": "{start}", "endDate": "{end}", "keywords": ["Go"]}}"#
            )
        };
        let jobs: Vec<_> = dates.iter().map(job).collect();
        format!(r#"{{"work": [{}]}}"#, jobs.join(","))
    }

    #[track_caller]
    fn assert_bars(dates: &[(&str, &str)], bars: &[(u32, u32, &str)]) {
        let timeline = timeline(&jobs(dates)).expect("a plot");
        let found = timeline
            .jobs
            .iter()
            .map(|row| (row.bars[0], row.text.as_str()));
        let found: Vec<_> = found
            .map(|(bar, text)| (bar.start.0, bar.width.0, text))
            .collect();
        assert_eq!(found, bars, "{dates:?}");
    }

    #[track_caller]
    fn assert_ticks(dates: &[(&str, &str)], labels: &[&str]) {
        let timeline = timeline(&jobs(dates)).expect("a plot");
        let found: Vec<_> = timeline
            .ticks
            .iter()
            .map(|tick| tick.label.as_str())
            .collect();
        assert_eq!(found, labels, "{dates:?}");
    }

    #[test]
    fn in_one_row_no_job_hides_another() {
        let piled = |dates: &[(&str, &str)]| {
            let bars = timeline(&jobs(dates)).expect("a plot").piled();
            let bars = bars.into_iter();
            bars.map(|(job, bar, seen)| (job, bar.start.0, seen.0))
                .collect::<Vec<_>>()
        };
        // Both in October: the shorter lies on the end of the longer.
        assert_eq!(
            piled(&[("2024-10", ""), ("2022-05", "2024-10")]),
            [(1, 0, 5272), (0, 5272, 4728)]
        );
        // One beside another, and one from its beginning on.
        assert_eq!(
            piled(&[("2020", "2024"), ("2022", "2022"), ("2020-01", "2020-06")]),
            [(0, 0, 0), (1, 4897, 2449), (2, 0, 1224)]
        );
    }

    #[test]
    fn bars_lie_where_the_time_was() {
        assert_bars(
            &[("2024-10", ""), ("2022-05", "2024-10")],
            &[
                (5272, 4728, "Oct 2024 – now · 2 yrs 2 mos"),
                (0, 5454, "May 2022 – Oct 2024 · 2 yrs 6 mos"),
            ],
        );
        assert_bars(&[("2026-11", "")], &[(9166, 834, "Nov 2026 – now · 1 mo")]);
        assert_bars(
            &[("1986", "1990"), ("2016", "2026")],
            &[
                (0, 1018, "1986 – 1990 · 4 yrs"),
                (7484, 2516, "2016 – 2026 · 10 yrs"),
            ],
        );
        assert_bars(
            &[("2014", "2014"), ("2015-01", "soon"), ("", "2016-12")],
            &[
                (0, 3333, "2014"),
                (3333, 278, "Jan 2015"),
                (9722, 278, "Dec 2016"),
            ],
        );
    }

    #[test]
    fn what_is_said_of_a_bar_is_what_it_shows() {
        for (dates, text) in [
            (
                &[("2010", "unknown"), ("", "2009")][..],
                "2009 – 2010: J and J",
            ),
            (
                &[("2013", "2013"), ("2014", "2018")],
                "2013 – 2018: J and J",
            ),
            (&[("2027-05", "2028-01")], "May 2027 – Jan 2028: J"),
        ] {
            let timeline = timeline(&jobs(dates)).expect("a plot");
            assert_eq!(timeline.technologies[0].text, text);
        }
    }

    #[test]
    fn an_axis_has_a_few_round_labels() {
        assert_ticks(&[("2026-11", "")], &["Jan 2026", "Jul 2026"]);
        assert_ticks(&[("2022-05", "")], &["2023", "2024", "2025", "2026"]);
        assert_ticks(&[("1986", "")], &["1990", "2000", "2010", "2020"]);
        assert_ticks(&[("2025-03", "2026-10")], &["2026"]);
    }

    #[test]
    fn without_dates_there_is_no_plot() {
        assert_eq!(timeline(&jobs(&[("", ""), ("spring", "soon")])), None);
        assert_eq!(timeline(r#"{"projects": [{"keywords": ["Go"]}]}"#), None);
    }

    #[test]
    fn a_technology_has_a_bar_for_each_stretch_and_the_strongest_comes_first() {
        let timeline = timeline(
            r#"{"work": [
                {"name": "A", "startDate": "2020-01", "endDate": "2020-12", "projects": [
                    {"name": "P", "keywords": ["Redis", "Go"]}, {"name": "Q", "keywords": ["Go"], "highlights": ["River"]}]},
                {"name": "B", "startDate": "2022-01", "endDate": "2023-12", "keywords": ["Go"]}],
                "projects": [{"name": "R", "keywords": ["Zig", "Go"]}],
                "skills": [{"keywords": ["River", "Docker"]}]}"#,
        );
        let rows: Vec<_> = timeline
            .expect("a plot")
            .technologies
            .into_iter()
            .map(|row| (row.of, row.bars.len(), row.is_mention, row.text))
            .collect();
        let row = |tag, bars, is_mention, text: &str| (tag, bars, is_mention, text.to_owned());
        assert_eq!(
            rows,
            [
                row(
                    1,
                    2,
                    false,
                    "Jan 2020 – Dec 2020 · 1 yr: P and Q; Jan 2022 – Dec 2023 · 2 yrs: B; 1 project without a date"
                ),
                row(0, 1, false, "Jan 2020 – Dec 2020 · 1 yr: P"),
                row(3, 1, true, "Jan 2020 – Dec 2020 · 1 yr: Q"),
            ]
        );
    }

    proptest! {
        #[test]
        fn everything_lies_within_the_plot(dates in proptest::collection::vec((1900..2101_u16, 0..13_u8, 1900..2101_u16, 0..13_u8), 1..5)) {
            let date = |year: u16, month: u8| match month {
                0 => format!("{year:04}"),
                month => format!("{year:04}-{month:02}"),
            };
            let dates: Vec<_> = dates.into_iter().map(|(from, month, to, last)| (date(from, month), date(to, last))).collect();
            let dates: Vec<_> = dates.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
            let timeline = timeline(&jobs(&dates)).expect("a plot");
            let bars = timeline.technologies.iter().flat_map(|row| &row.bars).chain(timeline.jobs.iter().flat_map(|row| &row.bars));
            for bar in bars {
                prop_assert!(bar.start.0 + bar.width.0 <= 10_000);
            }
            prop_assert!(timeline.ticks.len() <= 6);
            prop_assert!(timeline.ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
            for row in timeline.technologies {
                prop_assert!(row.bars.windows(2).all(|pair| pair[0].start.0 + pair[0].width.0 <= pair[1].start.0));
            }
        }
    }
}
