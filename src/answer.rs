//! The answer to “show me where”: for what is chosen, each place where it was, with the sentence that says most of it.

use std::{cmp::Reverse, ops::Range};

use crate::{
    evidence::{History, Place, Used},
    filter::{Filter, Selection},
    labels::Labels,
    resume::{
        Entry, EntryId, Project, Resume, Work,
        date::{Date, Last},
    },
    tags::{Index, TagId},
    timeline::period_text,
};

/// So many places are named; of more there is only the number.
pub const MOST: usize = 5;

/// So many entries of a place are read for its sentence.
const READ: usize = 10;

/// Where one of the things is that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The technology; `None` for words.
    pub tag: Option<TagId>,
    /// What was asked for, in words.
    pub name: String,
    /// What there is of a technology, at a glance.
    pub facts: String,
    /// The first of its places, in the order of the page.
    pub proofs: Vec<Proof>,
    /// How many places there are besides.
    pub more: usize,
}

/// A place, and what is said there.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The employer, or what the entry is called.
    pub place: String,
    /// From which year to which.
    pub years: String,
    /// The entry that says most of it.
    pub entry: EntryId,
    /// The sentence, without markup; where no entry has any, what the first is called.
    pub sentence: String,
    /// Where the sentence has what was asked for, in its bytes.
    pub marks: Vec<Range<usize>>,
}

impl Answer {
    /// For each chosen technology, and for the words, as far as there is anything: of what all that was asked for has in
    /// common, or where that is nothing, of each by itself.
    pub fn all(
        selection: &Selection,
        resume: &Resume,
        index: &Index,
        history: &History,
        labels: &Labels,
    ) -> Vec<Self> {
        let Some(found) = &selection.found else {
            return Vec::new();
        };
        let entries = resume.entries();
        let asked = |part: Filter| {
            let mut has = part.entries(index);
            if !found.is_clear() {
                has.intersect_with(found);
            }
            let tag = part.tags.first().copied();
            let places = history.places_of(&has);
            let first = places.iter().take(MOST);
            let proof = |of: &Vec<EntryId>| proof(of, &part, &entries, index, history, labels);
            Self {
                tag,
                name: part.names(index, labels),
                facts: tag.map_or_else(String::new, |tag| {
                    history.glance(&index.tags()[tag], labels)
                }),
                proofs: first.map(proof).collect(),
                more: places.len().saturating_sub(MOST),
            }
        };
        let mut answers: Vec<_> = selection.answered().parts().map(asked).collect();
        answers.retain(|answer| !answer.proofs.is_empty());
        answers
    }
}

fn proof(
    of_place: &[EntryId],
    asked: &Filter,
    entries: &[Entry],
    index: &Index,
    history: &History,
    labels: &Labels,
) -> Proof {
    let read = of_place.iter().take(READ);
    let sentences = read.flat_map(|&id| {
        let sentences = entries[id].sentences();
        sentences.into_iter().map(move |sentence| (id, sentence))
    });
    let said = sentences.map(|(id, sentence)| {
        let marks = asked.marks(index, &sentence, true);
        (id, sentence, marks)
    });
    // What names it, with a figure that is not the name's if there is one; else what comes first.
    let strength = |(_, sentence, marks): &(EntryId, String, Vec<Range<usize>>)| {
        let is_name = |at| marks.iter().any(|mark| mark.contains(&at));
        let mut signs = sentence.char_indices();
        let has_figure = signs.any(|(at, sign)| sign.is_numeric() && !is_name(at));
        Reverse((
            asked.count_in(index, sentence),
            !marks.is_empty() && has_figure,
        ))
    };
    let (entry, sentence, marks) = said.min_by_key(strength).unwrap_or_else(|| {
        let only = of_place[0];
        (only, history.entries[only].name.clone(), Vec::new())
    });
    let used: Vec<_> = of_place.iter().map(|&id| &history.entries[id]).collect();
    Proof {
        place: place(&used, history),
        years: years(&used, labels),
        entry,
        sentence,
        marks,
    }
}

/// The sentence that says most of a job, of itself or of its projects: the first with a figure, or else the first.
pub fn best_sentence(job: &Work) -> Option<String> {
    let projects = job.projects.iter().flat_map(Project::sentences);
    let sentences = projects.chain(job.sentences());
    sentences.min_by_key(|sentence| !has_figure(sentence))
}

/// Whether a text has a number that is no part of a word, as in “S3”.
fn has_figure(text: &str) -> bool {
    let mut last = ' ';
    text.chars().any(|sign| {
        let is_figure = sign.is_numeric() && !last.is_ascii_alphabetic();
        last = sign;
        is_figure
    })
}

fn place(used: &[&Used], history: &History) -> String {
    match &history.places[used[0].place] {
        Place::Section(title) if used[0].name.is_empty() => title.clone(),
        Place::Section(_) => used[0].name.clone(),
        Place::Job(name) => name.clone(),
    }
}

fn years(used: &[&Used], labels: &Labels) -> String {
    let start = used.iter().filter_map(|used| used.start).min();
    let last = used.iter().filter_map(|used| used.end.max(used.open)).max();
    let last = last.map(|last| match last {
        Last::On(date) => Last::On(date.to_year()),
        Last::Now => Last::Now,
    });
    period_text(labels, start.map(Date::to_year), last, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(resume: &str, query: &str) -> Vec<Answer> {
        let (resume, _) = Resume::read(resume).expect("a résumé");
        let labels = Labels::english();
        let today = Date::parse("2026-11-22").expect("a date");
        let history = History::new(&resume, &labels, today);
        let index = Index::new(&resume);
        let selection = Filter::from_query(query, &index).select(&index);
        Answer::all(&selection, &resume, &index, &history, &labels)
    }

    /// What the answers say, a line for each place: “Kafka: Acme, 2020 – now: Built it.”
    fn said(resume: &str, query: &str) -> Vec<String> {
        let said = answers(resume, query).into_iter().flat_map(|answer| {
            let line = move |proof: Proof| {
                let Proof {
                    place,
                    years,
                    sentence,
                    ..
                } = proof;
                format!("{}: {place}, {years}: {sentence}", answer.name)
            };
            answer.proofs.into_iter().map(line)
        });
        said.collect()
    }

    const JOBS: &str = r#"{
        "work": [
            {"name": "Acme", "startDate": "2020-03", "highlights": ["Ran **Kafka**.", "Moved 5 services to Kafka.", "Led 9 people."],
             "keywords": ["Kafka", "Go"]},
            {"name": "Bolt", "startDate": "2015", "endDate": "2019-06", "summary": "A shop. Its queues were Redis, e.g. for mails. We had 20 shops.",
             "projects": [{"name": "Till", "keywords": ["Redis"], "startDate": "2016", "endDate": "2017"}, {"name": "Stock", "keywords": ["Redis", "Go"]}]}],
        "projects": [{"name": "Own", "keywords": ["Redis"]}],
        "skills": [{"keywords": ["Docker"]}]}"#;

    #[test]
    fn a_place_is_told_by_the_sentence_that_names_it_best_with_a_figure() {
        assert_eq!(
            said(JOBS, "?tag=kafka"),
            ["Kafka: Acme, 2020 – now: Moved 5 services to Kafka."]
        );
        assert_eq!(
            said(JOBS, "?tag=go"),
            [
                "Go: Acme, 2020 – now: Ran Kafka.",
                "Go: Bolt, 2015 – 2019: A shop."
            ],
            "where none names it, by the first"
        );
    }

    #[test]
    fn the_figure_is_not_the_names_and_all_words_are_better_than_one() {
        let resume = r#"{"work": [{"name": "A", "keywords": ["S3"], "highlights": ["Used S3 for backups.",
            "Moved 40 TB to S3.", "Ran 9 cluster upgrades.", "Built a queue cluster. It grew."]}]}"#;
        assert_eq!(said(resume, "?tag=s3"), ["S3: A, : Moved 40 TB to S3."]);
        assert_eq!(
            said(resume, "?q=queue+cluster"),
            ["“queue cluster”: A, : Built a queue cluster."]
        );
    }

    #[test]
    fn an_employer_is_one_place_and_what_has_none_is_its_own() {
        assert_eq!(
            said(JOBS, "?tag=redis"),
            [
                "Redis: Bolt, 2015 – 2019: Its queues were Redis, e.g. for mails.",
                "Redis: Own, : Own"
            ]
        );
    }

    #[test]
    fn each_thing_has_its_answer_of_what_all_have_in_common() {
        assert_eq!(
            said(JOBS, "?tag=redis&tag=go&q=shop"),
            [
                "Redis: Bolt, 2015 – 2019: Its queues were Redis, e.g. for mails.",
                "Go: Bolt, 2015 – 2019: A shop.",
                "“shop”: Bolt, 2015 – 2019: We had 20 shops.",
            ]
        );
    }

    #[test]
    fn where_nothing_has_all_each_answers_for_itself() {
        assert_eq!(
            said(JOBS, "?tag=kafka&tag=redis"),
            [
                "Kafka: Acme, 2020 – now: Moved 5 services to Kafka.",
                "Redis: Bolt, 2015 – 2019: Its queues were Redis, e.g. for mails.",
                "Redis: Own, : Own"
            ]
        );
        assert!(answers(JOBS, "?tag=docker").is_empty());
        assert!(answers(JOBS, "").is_empty());
    }

    #[test]
    fn of_many_places_there_is_the_number() {
        let jobs: Vec<_> = (0..8)
            .map(|job| format!(r#"{{"name": "J{job}", "keywords": ["Go"]}}"#))
            .collect();
        let resume = format!(r#"{{"work": [{}]}}"#, jobs.join(","));
        let answers = answers(&resume, "?tag=go");
        assert_eq!((answers[0].proofs.len(), answers[0].more), (5, 3));
    }

    #[test]
    fn a_job_is_told_by_its_first_sentence_with_a_figure() {
        for (job, sentence) in [
            (
                r#"{"summary": "Ran things.", "highlights": ["Used S3.", "Halved 30 bills."]}"#,
                Some("Halved 30 bills."),
            ),
            (
                r#"{"summary": "In 2 teams.", "projects": [{"highlights": ["Built **it**.", "Grew it by 4×."]}]}"#,
                Some("Grew it by 4×."),
            ),
            (
                r#"{"summary": "Used S3 daily. Also EC2."}"#,
                Some("Used S3 daily."),
            ),
            (r#"{"name": "A"}"#, None),
        ] {
            let (resume, _) = Resume::read(&format!(r#"{{"work": [{job}]}}"#)).expect("a résumé");
            assert_eq!(best_sentence(&resume.work[0]).as_deref(), sentence, "{job}");
        }
    }

    #[test]
    fn marks_are_where_the_sentence_has_it() {
        let proof = &answers(JOBS, "?tag=kafka")[0].proofs[0];
        let marked = proof.marks.iter().map(|mark| &proof.sentence[mark.clone()]);
        assert_eq!(marked.collect::<Vec<_>>(), ["Kafka"]);
    }
}
