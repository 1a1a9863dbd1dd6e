//! What entries prove of a technology: where it was used, for how long, and when last.

use std::{cmp::Reverse, collections::HashMap};

use fixedbitset::FixedBitSet;

use crate::{
    filter::{Match, Selection},
    labels::{Label, Labels},
    resume::{
        EntryId, EntryKind, Resume,
        date::{Date, Last, Length, Span, union},
        outline,
    },
    tags::{Index, Tag, TagId},
    unicode::lower_case,
};

/// Between two facts: a line may end behind it, not before it.
pub const DOT: &str = "\u{a0}· ";

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
    /// What it is.
    pub kind: EntryKind,
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
                kind: entry.kind(),
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
            keyword: self.count(keyword.ones()),
            mention: self.count(mention.ones()),
            places: places.ones().collect(),
            months: spans.into_iter().map(Span::months).sum(),
            last: last.filter(|last| used.iter().all(|used| used.open < Some(*last))),
        }
    }

    /// The entries by where they were: those of an employer together, each of the others by itself; in the order of the page.
    pub fn places_of(&self, entries: &FixedBitSet) -> Vec<Vec<EntryId>> {
        let mut places: Vec<Vec<EntryId>> = Vec::new();
        let mut numbers = vec![None; self.places.len() + self.entries.len()];
        for entry in entries.ones() {
            let number = *numbers[self.place_of(entry)].get_or_insert(places.len());
            if number == places.len() {
                places.push(Vec::new());
            }
            places[number].push(entry);
        }
        places
    }

    /// What is the same number for entries of one employer alone.
    pub fn place_of(&self, entry: EntryId) -> usize {
        let place = self.entries[entry].place;
        match self.places[place] {
            Place::Job(_) => place,
            Place::Section(_) => self.places.len() + entry,
        }
    }

    /// How many jobs, projects and others the entries are.
    pub fn count(&self, entries: impl Iterator<Item = EntryId>) -> Counts {
        let mut counts = Counts::default();
        for entry in entries {
            match self.entries[entry].kind {
                EntryKind::Job => counts.jobs += 1,
                EntryKind::Project => counts.projects += 1,
                EntryKind::Item => counts.items += 1,
            }
        }
        counts
    }

    /// All tags, strongest first: those that jobs and projects prove before others, keywords before mentions, longer
    /// time before shorter, later before earlier, more entries before fewer, and then as the document comes to them.
    pub fn by_strength(&self, index: &Index) -> Vec<TagId> {
        let strength = |tag: &Tag| {
            let evidence = self.evidence(&tag.entries, &tag.mentions);
            let is_keyword = evidence.keyword.total() > 0;
            let counts = if is_keyword {
                evidence.keyword
            } else {
                evidence.mention
            };
            let is_of_work = counts.jobs + counts.projects > 0;
            let time = (evidence.months, evidence.last);
            (is_of_work, is_keyword, time, counts.total())
        };
        let tags = index.tags().iter().enumerate();
        let mut order: Vec<_> = tags.map(|(id, tag)| (Reverse(strength(tag)), id)).collect();
        order.sort_unstable();
        order.into_iter().map(|(_, id)| id).collect()
    }

    /// How many entries are shown, in words: “2 of 10 projects”, “3 jobs and 2 projects”.
    pub fn shown(&self, found: Option<&FixedBitSet>, labels: &Labels) -> String {
        let Some(found) = found else {
            return self.count(0..self.entries.len()).said(labels);
        };
        let found = self.count(found.ones());
        if found.total() > 0 && self.is_mixed() {
            found.said(labels)
        } else {
            self.shown_of_all(&found.total().to_string(), labels)
        }
    }

    /// Whether there are entries of several kinds.
    pub fn is_mixed(&self) -> bool {
        let mut pairs = self.entries.windows(2);
        pairs.any(|pair| pair[0].kind != pair[1].kind)
    }

    /// “{n} of 10 projects”
    pub fn shown_of_all(&self, n: &str, labels: &Labels) -> String {
        let all = self.count(0..self.entries.len()).said(labels);
        labels.filled(Label::Found, &[("n", n), ("all", &all)])
    }

    /// What is shown, in words.
    pub fn status(&self, selection: &Selection, index: &Index, labels: &Labels) -> Status {
        let found = selection.found.as_ref();
        let shown = self.shown(found, labels);
        let Some(found) = found else {
            return Status {
                shown,
                ..Status::default()
            };
        };
        Status {
            shown,
            names: format!(": {}", selection.answered().names(index, labels)),
            sentence: self.sentence(selection, index, labels),
            note: match selection.in_vain(index, labels) {
                _ if found.is_clear() => Status::nothing(labels),
                Some(in_vain) => format!(". {in_vain}"),
                None => String::new(),
            },
        }
    }

    /// What there is of a tag, at a glance: “9 projects · 4 yrs 7 mos · now”. Empty where there is nothing.
    pub fn glance(&self, tag: &Tag, labels: &Labels) -> String {
        let evidence = self.evidence(&tag.entries, &tag.mentions);
        evidence.with(
            labels,
            "",
            [evidence.length(labels), evidence.until(labels)],
        )
    }

    /// What a filter has found, in a sentence: “Golang: 9 projects at Superleap, Orange Health and in
    /// projects · 4 yrs 7 mos · in use today”. Empty while there is none.
    pub fn sentence(&self, selection: &Selection, index: &Index, labels: &Labels) -> String {
        let Some(found) = &selection.found else {
            return String::new();
        };
        let sentence = self.sentence_of(found, selection, index, labels);
        match selection.in_vain(index, labels) {
            Some(in_vain) => format!("{in_vain}. {sentence}"),
            None => sentence,
        }
    }

    fn sentence_of(
        &self,
        found: &FixedBitSet,
        selection: &Selection,
        index: &Index,
        labels: &Labels,
    ) -> String {
        let filter = selection.answered();
        let names = filter.names(index, labels);
        let tags = &filter.tags;
        if found.is_clear() {
            let is_skill = tags.iter().all(|&tag| index.tags()[tag].is_skill);
            let is_any = filter.matching == Match::Any;
            let none = match (tags.len(), filter.q.is_empty()) {
                (1, true) if is_skill => Label::OnlyASkill,
                (1, true) => Label::NothingNamesIt,
                (_, true) if is_any && is_skill => Label::OnlySkills,
                (_, true) if is_any => Label::NothingNamesThem,
                (0, false) => Label::NothingHasWords,
                _ => Label::NothingHasAll,
            };
            let all = filter.matching(Match::All).names(index, labels);
            let mut sentence = labels.filled(none, &[("names", &names), ("all", &all)]);
            if matches!(none, Label::NothingHasAll) && filter.q.is_empty() {
                // What there is of each, as the nearest to what was asked for.
                let of_each = tags.iter().map(|&tag| {
                    let Tag { name, evidence, .. } = &index.tags()[tag];
                    format!("{name}: {}", evidence.count_ones(..))
                });
                let of_each: Vec<_> = of_each.collect();
                sentence = format!("{sentence}. {}", of_each.join(DOT));
            }
            return sentence;
        }
        let mentions = found.difference(&selection.proof).collect();
        let evidence = self.evidence(&selection.proof, &mentions);
        let places = self.names(&evidence.places, labels);
        // Words are not used.
        let last = if tags.is_empty() {
            evidence.until(labels)
        } else {
            evidence.last_used(labels)
        };
        let facts = [evidence.length(labels), last];
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

/// What is shown, in words: “2 of 10 projects: Golang and Kafka”. In parts, because the chosen tags
/// stand beside it as chips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// How many of what.
    pub shown: String,
    /// What was asked for, with what leads to it.
    pub names: String,
    /// What else the reader should know.
    pub note: String,
    /// What that proves, in a [sentence](History::sentence).
    pub sentence: String,
}

impl Status {
    /// What else to say where nothing is found.
    pub fn nothing(labels: &Labels) -> String {
        format!(". {}", labels.word(Label::WholeIsShown))
    }
}

/// How many entries of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Jobs that have no projects.
    pub jobs: usize,
    /// Projects, in jobs or not.
    pub projects: usize,
    /// Items of other sections.
    pub items: usize,
}

impl Counts {
    /// How many there are in all.
    pub fn total(self) -> usize {
        self.jobs + self.projects + self.items
    }

    /// “3 jobs and 2 projects”, “0 places”
    pub fn said(self, labels: &Labels) -> String {
        if self.total() == 0 {
            return labels.counted(Label::CountedPlaces, 0);
        }
        let kinds = [
            (self.jobs, Label::CountedJobs),
            (self.projects, Label::CountedProjects),
            (self.items, Label::CountedPlaces),
        ];
        let kinds = kinds.into_iter().filter(|(count, _)| *count > 0);
        let kinds: Vec<_> = kinds
            .map(|(count, label)| labels.counted(label, count))
            .collect();
        let kinds: Vec<_> = kinds.iter().map(String::as_str).collect();
        labels.listed(&kinds, Label::And)
    }
}

/// What there is to say for a technology.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// How many entries have it as a keyword.
    pub keyword: Counts,
    /// How many others speak of it in their own words.
    pub mention: Counts,
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
        let what = match (self.keyword.total(), self.mention.total()) {
            (0, 0) => return String::new(),
            (0, _) => {
                let places = self.mention.said(labels);
                labels.filled(Label::Mentioned, &[("places", &places)])
            }
            _ => self.keyword.said(labels),
        };
        let space = if places.is_empty() { "" } else { " " };
        let mut parts = vec![format!("{what}{space}{places}")];
        parts.extend(facts);
        let mentions = self.mention.total();
        if self.keyword.total() > 0 && mentions > 0 {
            parts.push(labels.counted(Label::MentionedToo, mentions));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(DOT)
    }

    fn length(&self, labels: &Labels) -> String {
        match self.months {
            0 => String::new(),
            months => labels.length(Length { months }),
        }
    }

    fn until(&self, labels: &Labels) -> String {
        match self.last {
            Some(Last::Now) => labels.word(Label::Now).to_owned(),
            Some(Last::On(date)) => labels.filled(Label::Until, &[("date", &labels.date(date))]),
            None => String::new(),
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
            let tag = &self.index.tags()[tag];
            let glance = self.history.glance(tag, &Labels::english());
            assert_eq!(glance, expected.replace(" ·", "\u{a0}·"));
        }

        #[track_caller]
        fn assert_sentence(&self, query: &str, expected: &str) {
            let selection = Filter::from_query(query, &self.index).select(&self.index);
            let labels = Labels::english();
            let sentence = self.history.sentence(&selection, &self.index, &labels);
            assert_eq!(sentence, expected.replace(" ·", "\u{a0}·"));
        }
    }

    #[test]
    fn the_status_says_what_is_shown() {
        let projects = r#""projects": [{"keywords": ["Kafka", "Redis"]}, {"keywords": ["Redis"]}, {"keywords": ["Kafka"]}, {"keywords": ["C"]}],
                "skills": [{"keywords": ["Docker"]}]"#;
        let jobs = r#""work": [{"name": "A", "keywords": ["Kafka"]}, {"name": "B"}], "volunteer": [{"organization": "V", "summary": "Redis"}]"#;
        let alike = format!("{{{projects}}}");
        let mixed = format!("{{{jobs}, {projects}}}");
        for (json, query, status) in [
            (&alike, "", "4 projects"),
            (&alike, "?tag=kafka", "2 of 4 projects: Kafka"),
            (
                &alike,
                "?tag=kafka&tag=redis",
                "1 of 4 projects: Kafka and Redis",
            ),
            (
                &alike,
                "?tag=kafka&tag=redis&tag=docker&match=any",
                "3 of 4 projects: Kafka, Redis or Docker",
            ),
            (
                &alike,
                "?tag=docker",
                "0 of 4 projects: Docker. The whole résumé is shown.",
            ),
            (&alike, "?q=kaf", "2 of 4 projects: “kaf”"),
            (
                &alike,
                "?tag=kafka&q=redis",
                "1 of 4 projects: Kafka, with “redis”",
            ),
            (&mixed, "", "2 jobs, 4 projects and 1 place"),
            (&mixed, "?tag=kafka", "1 job and 2 projects: Kafka"),
            (&mixed, "?tag=redis", "2 projects and 1 place: Redis"),
            (
                &mixed,
                "?tag=docker",
                "0 of 2 jobs, 4 projects and 1 place: Docker. The whole résumé is shown.",
            ),
        ] {
            let Case { index, history } = case(json);
            let selection = Filter::from_query(query, &index).select(&index);
            let Status {
                shown, names, note, ..
            } = history.status(&selection, &index, &Labels::english());
            assert_eq!([shown, names, note].concat(), status);
        }
    }

    #[test]
    fn the_strongest_technology_is_what_work_proves_longest_and_latest() {
        let Case { index, history } = case(
            r#"{"work": [
                {"name": "A", "startDate": "2010-01", "endDate": "2015-12", "keywords": ["Perl", "Cobol"], "summary": "River"},
                {"name": "B", "startDate": "2020-01", "endDate": "2020-12", "keywords": ["Go"]},
                {"name": "C", "startDate": "2025-01", "endDate": "2025-12", "keywords": ["Zig"]}],
                "projects": [{"name": "P", "keywords": ["Cobol", "Tcl"]}],
                "volunteer": [{"organization": "V", "startDate": "1990", "endDate": "2009", "keywords": ["Ada"]}],
                "interests": [{"name": "Animals", "keywords": ["Ferrets"]}],
                "skills": [{"keywords": ["Docker", "River"]}]}"#,
        );
        let names = history.by_strength(&index).into_iter();
        let names: Vec<_> = names.map(|tag| index.tags()[tag].name.as_str()).collect();
        let order = [
            "Cobol", "Perl", "Zig", "Go", "Tcl", "River", "Ada", "Ferrets", "Docker",
        ];
        assert_eq!(names, order);
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
            ("go", "1 job and 2 projects · 4 yrs 7 mos · now"),
            ("rust", "1 project · 3 mos · until Mar 2025"),
            ("perl", "1 job and 1 project · 2 yrs 2 mos · until Feb 2012"),
            ("zig", "1 project"),
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
            "1 project · 6 mos · until Jun 2020 · mentioned in 2 more",
        );
        case.assert_glance("river", "mentioned in 1 project · 6 mos · until Jun 2020");
        case.assert_glance("docker", "");
        case.assert_sentence(
            "?tag=kafka",
            "Kafka: 1 project at A · 6 mos · last used Jun 2020 · mentioned in 2 more",
        );
        case.assert_sentence(
            "?tag=river",
            "River: mentioned in 1 project at A · 6 mos · last used Jun 2020",
        );
        case.assert_sentence(
            "?tag=docker",
            "Docker is listed as a skill; no job or project names it",
        );
        case.assert_sentence(
            "?tag=docker&tag=river",
            "Docker and River: nothing here has all of this. Docker: 0 · River: 1",
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
            (
                "?tag=a&tag=b",
                "A and B: nothing here has all of this. A: 0 · B: 0",
            ),
            (
                "?tag=a&tag=b&match=any",
                "A and B are listed as skills; no job or project names any of them",
            ),
            (
                "?tag=a&tag=d&match=any",
                "A or D: no job or project names any of them",
            ),
            ("?tag=d", "D: no job or project names it"),
            (
                "?tag=c&q=nothing",
                "C, with “nothing”: nothing here has all of this",
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
        case.assert_glance("go", "1 project · 2 mos · until Jan 2020");
        case.assert_glance("c", "1 project · 2 mos · until Feb 2015");
        case.assert_glance("zig", "1 job · 1 yr 11 mos · now");
        case.assert_glance("ada", "1 job");
    }

    #[test]
    fn what_may_have_been_later_is_not_said_to_be_the_last() {
        let case = case(
            r#"{"work": [
                {"name": "A", "startDate": "2020-01", "endDate": "unknown", "keywords": ["Go", "C"]},
                {"name": "B", "startDate": "2012-01", "endDate": "2014-06", "keywords": ["Go"]},
                {"name": "C", "startDate": "2021-01", "endDate": "2021-06", "keywords": ["C"]}]}"#,
        );
        case.assert_glance("go", "2 jobs · 2 yrs 6 mos");
        case.assert_glance("c", "2 jobs · 6 mos · until Jun 2021");
    }

    #[test]
    fn what_a_job_says_is_said_of_its_projects() {
        let case = case(
            r#"{"work": [{"name": "A", "summary": "Docker everywhere", "projects": [{"name": "P"}]}],
                "skills": [{"keywords": ["Docker"]}]}"#,
        );
        case.assert_glance("docker", "mentioned in 1 project");
        case.assert_sentence("?q=everywhere", "“everywhere”: 1 project at A");
    }

    #[test]
    fn a_typing_error_is_forgiven_and_said() {
        let case = case(
            r#"{"work": [{"name": "A", "keywords": ["Kafka"], "summary": "Ran it in Düsseldorf, as per scale, with trust"},
                         {"name": "B", "keywords": ["Kafkaesque"]}]}"#,
        );
        for (query, sentence) in [
            (
                "?q=kafak",
                "“kafak”: nothing here has these words. “kafka”: 2 jobs at A and B",
            ),
            (
                "?q=kafak+Dusseldrof",
                "“kafak Dusseldrof”: nothing here has these words. “kafka dusseldorf”: 1 job at A",
            ),
            ("?q=Kafka", "“Kafka”: 2 jobs at A and B"),
            ("?q=kafaks", "“kafaks”: nothing here has these words"),
            ("?q=perl", "“perl”: nothing here has these words"),
            ("?q=scala", "“scala”: nothing here has these words"),
            ("?q=rust", "“rust”: nothing here has these words"),
            (
                "?q=dusseldorf+kafkaesqeu",
                "“dusseldorf kafkaesqeu”: nothing here has these words",
            ),
            (
                "?tag=kafkaesque&q=dusseldrof",
                "“dusseldrof”: nothing here has these words. Kafkaesque, with “dusseldorf”: nothing here has all of this",
            ),
        ] {
            case.assert_sentence(query, sentence);
        }
        let selection = Filter::from_query("?q=kafak", &case.index).select(&case.index);
        let status = case
            .history
            .status(&selection, &case.index, &Labels::english());
        assert_eq!(status.names, ": “kafka”");
        assert_eq!(status.note, ". “kafak”: nothing here has these words");
    }

    #[test]
    fn many_employers_are_not_all_named() {
        let jobs: Vec<_> = ('A'..='F')
            .map(|name| format!(r#"{{"name": "{name}", "keywords": ["Go"]}}"#))
            .collect();
        let case = case(&format!(r#"{{"work": [{}]}}"#, jobs.join(",")));
        case.assert_sentence("?tag=go", "Go: 6 jobs at A, B, C and 3 more");
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
                "X: 3 jobs and 2 projects at A, B and in projects · mentioned in 1 more",
            ),
            ("?tag=z", "Z: 2 jobs and 1 project at A and B"),
            ("?tag=y", "Y: 1 job and 1 project at A and B"),
            ("?tag=w", "W: 1 job in experience"),
            ("?tag=x&tag=y", "X and Y: 1 job and 1 project at A and B"),
            (
                "?tag=y&tag=w&match=any",
                "Y or W: 2 jobs and 1 project at A, B and in experience",
            ),
            ("?q=own", "“own”: 1 project at A"),
            ("?tag=y&q=own", "Y, with “own”: 1 project at A"),
            (
                "?q=nothing+such",
                "“nothing such”: nothing here has these words",
            ),
        ] {
            case.assert_sentence(query, sentence);
        }
    }
}
