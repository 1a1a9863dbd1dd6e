//! What entries prove of a technology: where it was used, for how long, and when last.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use crate::{
    filter::{Match, Selection},
    labels::{Label, Labels},
    resume::{
        EntryId, Resume,
        date::{Date, Last, Length, Span, union},
        outline,
    },
    tags::{Index, Tag},
    unicode::lower_case,
};

/// Where and when every entry was.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The entries, by their numbers.
    pub entries: Vec<Used>,
    /// What [`Used::place`] counts.
    pub places: Vec<Place>,
}

/// Where and when an entry was.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// What the entry is called.
    pub name: String,
    /// Its place's number.
    pub place: usize,
    /// Its time so far, where both ends are known.
    pub span: Option<Span>,
    /// Where to draw it, as far as that is known.
    pub extent: Option<Span>,
    /// Its first date.
    pub start: Option<Date>,
    /// When it ended, as far as that has come.
    pub last: Option<Last>,
    /// When it ends, be that still to come.
    pub end: Option<Last>,
    /// When it began, if nobody knows whether it has ended.
    pub open: Option<Last>,
}

/// A job, or a section of the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// An employer, by name.
    Job(String),
    /// A section, by its title.
    Section(String),
}

impl History {
    /// Of all entries, as of `today`.
    pub fn new(resume: &Resume, labels: &Labels, today: Date) -> Self {
        let mut places = Vec::new();
        let mut numbers = HashMap::new();
        let mut number = |place: Place| {
            *numbers.entry(place).or_insert_with_key(|place| {
                places.push(place.clone());
                places.len() - 1
            })
        };
        let entries = resume.entries().into_iter().map(|entry| {
            let job = entry.job.map(|job| &resume.work[job]);
            let job = job.filter(|job| !job.name.is_empty());
            let section = || Place::Section(outline::title(resume, labels, entry.section));
            let start = entry.period.start.as_ref().and_then(|start| start.date());
            let last = entry.period.last(today);
            let begun = start.map(Last::On).filter(|_| last.is_none());
            Used {
                name: entry.name.to_owned(),
                place: number(job.map_or_else(section, |job| Place::Job(job.name.clone()))),
                span: entry.period.past(today),
                extent: entry.period.extent(today),
                start,
                last,
                end: entry.period.until(),
                open: begun.filter(|start| *start <= Last::On(today)),
            }
        });
        let entries = entries.collect();
        Self { entries, places }
    }

    /// What the entries prove, `keyword` by what they name and `mention` by what they only speak of.
    /// Its time is that of the stronger kind, where there is any.
    pub fn evidence(&self, keyword: &FixedBitSet, mention: &FixedBitSet) -> Evidence {
        let stronger = if keyword.is_clear() { mention } else { keyword };
        let used: Vec<_> = stronger
            .ones()
            .map(|entry: EntryId| &self.entries[entry])
            .collect();
        let mut places = FixedBitSet::with_capacity(self.places.len());
        places.extend(used.iter().map(|used| used.place));
        let spans = union(&mut used.iter().filter_map(|used| used.span));
        let last = used.iter().filter_map(|used| used.last).max();
        Evidence {
            keyword: keyword.count_ones(..),
            mention: mention.count_ones(..),
            places: places.ones().collect(),
            months: spans.into_iter().map(Span::months).sum(),
            last: last.filter(|last| used.iter().all(|used| used.open < Some(*last))),
        }
    }

    /// What there is of a tag, at a glance: “9 entries · 4 yrs 7 mos · now”.
    pub fn glance(&self, tag: &Tag, labels: &Labels) -> String {
        let evidence = self.evidence(&tag.entries, &tag.mentions);
        let last = match evidence.last {
            Some(Last::Now) => labels.word(Label::Now).to_owned(),
            Some(Last::On(date)) => labels.filled(Label::Until, &[("date", &labels.date(date))]),
            None => String::new(),
        };
        evidence.with(labels, "", [evidence.length(labels), last])
    }

    /// What a filter has found, in a sentence: “Golang: 9 entries at Superleap, Orange Health and in
    /// projects · 4 yrs 7 mos · in use today”. Empty while there is none.
    pub fn sentence(&self, selection: &Selection, index: &Index, labels: &Labels) -> String {
        let Some(found) = &selection.found else {
            return String::new();
        };
        let names = selection.filter.names(index, labels);
        let tags = &selection.filter.tags;
        if found.is_clear() {
            let is_skill = tags.iter().all(|&tag| index.tags()[tag].is_skill);
            let is_any = selection.filter.matching == Match::Any;
            let none = match (tags.len(), selection.filter.q.is_empty()) {
                (1, true) if is_skill => Label::OnlyASkill,
                (1, true) => Label::NoEntry,
                (_, true) if is_any && is_skill => Label::OnlySkills,
                (_, true) if is_any => Label::NoEntryOfAny,
                (0, false) => Label::NoEntryHasWords,
                _ => Label::NoEntryHasAll,
            };
            return format!("{names}: {}", labels.word(none));
        }
        let mentions = found.difference(&selection.proof).collect();
        let evidence = self.evidence(&selection.proof, &mentions);
        let places = self.names(&evidence.places, labels);
        // For a search without tags, a length of time would say nothing.
        let facts = if tags.is_empty() {
            [String::new(), String::new()]
        } else {
            [evidence.length(labels), evidence.last_used(labels)]
        };
        format!("{names}: {}", evidence.with(labels, &places, facts))
    }

    /// Where that is: “at Superleap and in projects”.
    fn names(&self, places: &[usize], labels: &Labels) -> String {
        let places = places.iter().map(|&place| &self.places[place]);
        let (mut jobs, mut sections) = (Vec::new(), Vec::new());
        for place in places {
            match place {
                Place::Job(name) => jobs.push(name.as_str()),
                Place::Section(name) => sections.push(name.as_str()),
            }
        }
        // More than three names are too many for a sentence that is read at a glance.
        let rest = jobs.len().saturating_sub(3);
        let more = labels.counted(Label::More, rest);
        if rest > 1 {
            jobs.truncate(3);
            jobs.push(&more);
        }
        let (jobs, label) = match (jobs.is_empty(), sections.is_empty()) {
            (true, _) => (String::new(), Label::In),
            (false, true) => (labels.listed(&jobs, Label::And), Label::At),
            (false, false) => (jobs.join(labels.word(Label::Comma)), Label::AtAndIn),
        };
        let sections = labels.listed(&sections, Label::And);
        let in_sentence = lower_case(&sections);
        labels.filled(
            label,
            &[
                ("jobs", &jobs),
                ("sections", &in_sentence),
                ("Sections", &sections),
            ],
        )
    }
}

/// What there is to say for a technology.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// How many entries have it as a keyword.
    pub keyword: usize,
    /// How many others speak of it in their own words.
    pub mention: usize,
    /// Where, in the order of the page.
    pub places: Vec<usize>,
    /// For how many months; time that overlaps counts once.
    pub months: u32,
    /// When last, unless that may have been later.
    pub last: Option<Last>,
}

impl Evidence {
    /// The facts behind what they are about: entries, or else mentions.
    fn with(&self, labels: &Labels, places: &str, facts: [String; 2]) -> String {
        let entries = |count| labels.counted(Label::Entries, count);
        let what = match (self.keyword, self.mention) {
            (0, 0) => return labels.word(Label::NoEntry).to_owned(),
            (0, mention) => labels.filled(Label::Mentioned, &[("entries", &entries(mention))]),
            (keyword, _) => entries(keyword),
        };
        let space = if places.is_empty() { "" } else { " " };
        let mut parts = vec![format!("{what}{space}{places}")];
        parts.extend(facts);
        if self.keyword > 0 && self.mention > 0 {
            parts.push(labels.counted(Label::MentionedToo, self.mention));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    fn length(&self, labels: &Labels) -> String {
        match self.months {
            0 => String::new(),
            months => labels.length(Length { months }),
        }
    }

    fn last_used(&self, labels: &Labels) -> String {
        match self.last {
            Some(Last::Now) => labels.word(Label::InUse).to_owned(),
            Some(Last::On(date)) => labels.filled(Label::LastUsed, &[("date", &labels.date(date))]),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Filter;

    struct Case {
        index: Index,
        history: History,
    }

    fn case(json: &str) -> Case {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let today = Date::parse("2026-11-22").expect("a date");
        Case {
            index: Index::new(&resume),
            history: History::new(&resume, &Labels::english(), today),
        }
    }

    impl Case {
        #[track_caller]
        fn assert_glance(&self, tag: &str, expected: &str) {
            let tag = self.index.linked(tag).expect(tag);
            assert_eq!(
                self.history
                    .glance(&self.index.tags()[tag], &Labels::english()),
                expected
            );
        }

        #[track_caller]
        fn assert_sentence(&self, query: &str, expected: &str) {
            let selection = Filter::from_query(query, &self.index).select(&self.index);
            assert_eq!(
                self.history
                    .sentence(&selection, &self.index, &Labels::english()),
                expected
            );
        }
    }

    #[test]
    fn time_that_overlaps_counts_once() {
        let case = case(
            r#"{"work": [
                {"name": "A", "startDate": "2022-05", "endDate": "2024-10", "keywords": ["Go"]},
                {"name": "B", "startDate": "2024-10", "projects": [
                    {"keywords": ["Go"]},
                    {"keywords": ["Rust"], "startDate": "2025-01", "endDate": "2025-03"}]},
                {"name": "C", "startDate": "2010", "endDate": "2012", "keywords": ["Perl"]}],
                "projects": [{"keywords": ["Go", "Zig"]}, {"keywords": ["Perl"], "startDate": "2011-06", "endDate": "2012-02"}]}"#,
        );
        for (tag, glance) in [
            ("go", "3 entries · 4 yrs 7 mos · now"),
            ("rust", "1 entry · 3 mos · until Mar 2025"),
            ("perl", "2 entries · 2 yrs 2 mos · until Feb 2012"),
            ("zig", "1 entry"),
        ] {
            case.assert_glance(tag, glance);
        }
    }

    #[test]
    fn a_mention_is_weaker_and_says_so() {
        let case = case(
            r#"{"work": [{"name": "A", "startDate": "2020-01", "endDate": "2020-06", "projects": [
                    {"name": "P", "keywords": ["Kafka"], "highlights": ["River"]},
                    {"name": "Kafka again"}]},
                 {"name": "B", "startDate": "2021-01", "summary": "Kafka"}],
                "skills": [{"keywords": ["Kafka", "River", "Docker"]}]}"#,
        );
        case.assert_glance(
            "kafka",
            "1 entry · 6 mos · until Jun 2020 · mentioned in 2 more",
        );
        case.assert_glance("river", "mentioned in 1 entry · 6 mos · until Jun 2020");
        case.assert_glance("docker", "no entry mentions it");
        case.assert_sentence(
            "?tag=kafka",
            "Kafka: 1 entry at A · 6 mos · last used Jun 2020 · mentioned in 2 more",
        );
        case.assert_sentence(
            "?tag=river",
            "River: mentioned in 1 entry at A · 6 mos · last used Jun 2020",
        );
        case.assert_sentence(
            "?tag=docker",
            "Docker: listed as a skill; no entry mentions it",
        );
        case.assert_sentence(
            "?tag=docker&tag=river",
            "Docker and River: no entry has all of this",
        );
        case.assert_sentence("", "");
    }

    #[test]
    fn what_nothing_proves_says_so_for_any_and_for_all() {
        let case = case(
            r#"{"projects": [{"keywords": ["C"]}], "skills": [{"keywords": ["A", "B"]}],
                "meta": {"vitae": {"tags": {"D": {}}}}}"#,
        );
        for (query, sentence) in [
            ("?tag=a&tag=b", "A and B: no entry has all of this"),
            (
                "?tag=a&tag=b&match=any",
                "A or B: listed as skills; no entry mentions any of them",
            ),
            (
                "?tag=a&tag=d&match=any",
                "A or D: no entry mentions any of them",
            ),
            ("?tag=d", "D: no entry mentions it"),
            (
                "?tag=c&q=nothing",
                "C, with “nothing”: no entry has all of this",
            ),
        ] {
            case.assert_sentence(query, sentence);
        }
    }

    #[test]
    fn time_to_come_and_time_of_others_prove_nothing() {
        let case = case(
            r#"{"work": [
                {"name": "A", "startDate": "2015-01", "endDate": "2020-01", "projects": [
                    {"keywords": ["Go"], "startDate": "2019-12"}, {"keywords": ["C"], "endDate": "2015-02"}]},
                {"name": "B", "startDate": "2025-01", "endDate": "2029-12", "keywords": ["Zig"]},
                {"name": "C", "startDate": "2028-01", "endDate": "2029-12", "keywords": ["Ada"]}]}"#,
        );
        case.assert_glance("go", "1 entry · 2 mos · until Jan 2020");
        case.assert_glance("c", "1 entry · 2 mos · until Feb 2015");
        case.assert_glance("zig", "1 entry · 1 yr 11 mos · now");
        case.assert_glance("ada", "1 entry");
    }

    #[test]
    fn what_may_have_been_later_is_not_said_to_be_the_last() {
        let case = case(
            r#"{"work": [
                {"name": "A", "startDate": "2020-01", "endDate": "unknown", "keywords": ["Go", "C"]},
                {"name": "B", "startDate": "2012-01", "endDate": "2014-06", "keywords": ["Go"]},
                {"name": "C", "startDate": "2021-01", "endDate": "2021-06", "keywords": ["C"]}]}"#,
        );
        case.assert_glance("go", "2 entries · 2 yrs 6 mos");
        case.assert_glance("c", "2 entries · 6 mos · until Jun 2021");
    }

    #[test]
    fn what_a_job_says_is_said_of_its_projects() {
        let case = case(
            r#"{"work": [{"name": "A", "summary": "Docker everywhere", "projects": [{"name": "P"}]}],
                "skills": [{"keywords": ["Docker"]}]}"#,
        );
        case.assert_glance("docker", "mentioned in 1 entry");
        case.assert_sentence("?q=everywhere", "“everywhere”: 1 entry at A");
    }

    #[test]
    fn many_employers_are_not_all_named() {
        let jobs: Vec<_> = ('A'..='F')
            .map(|name| format!(r#"{{"name": "{name}", "keywords": ["Go"]}}"#))
            .collect();
        let case = case(&format!(r#"{{"work": [{}]}}"#, jobs.join(",")));
        case.assert_sentence("?tag=go", "Go: 6 entries at A, B, C and 3 more");
    }

    #[test]
    fn a_sentence_says_where() {
        let case = case(
            r#"{"work": [{"name": "A", "keywords": ["X", "Z"]}, {"name": "B", "keywords": ["X", "Y", "Z"]}, {"name": "B", "keywords": ["X"]},
                         {"keywords": ["W"]}],
                "projects": [{"keywords": ["X"]}, {"name": "own", "entity": "A", "keywords": ["Y"]}],
                "education": [{"institution": "E", "courses": ["X", "V"]}]}"#,
        );
        for (query, sentence) in [
            (
                "?tag=x",
                "X: 5 entries at A, B and in projects · mentioned in 1 more",
            ),
            ("?tag=z", "Z: 3 entries at A and B"),
            ("?tag=y", "Y: 2 entries at A and B"),
            ("?tag=w", "W: 1 entry in experience"),
            ("?tag=x&tag=y", "X and Y: 2 entries at A and B"),
            (
                "?tag=y&tag=w&match=any",
                "Y or W: 3 entries at A, B and in experience",
            ),
            ("?q=own", "“own”: 1 entry at A"),
            ("?tag=y&q=own", "Y, with “own”: 1 entry at A"),
            (
                "?q=nothing+such",
                "“nothing such”: no entry has these words",
            ),
        ] {
            case.assert_sentence(query, sentence);
        }
    }
}
