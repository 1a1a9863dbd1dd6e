//! Which sections the page has, in which order and under which titles.

use super::Resume;
use crate::{
    labels::{Label, Labels},
    words::spaced,
};

/// A section's place in the outline of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The document's name of the section, or `timeline` or `contact`.
    pub key: String,
    /// What a link to the section ends with, after its `#`.
    pub id: String,
    /// What stands above it.
    pub title: String,
}

/// Key, id and title of every section that the standard and this project have, in the usual order.
const HEADINGS: [(&str, &str, Label); 13] = [
    ("work", "experience", Label::Work),
    ("projects", "projects", Label::Projects),
    ("volunteer", "volunteering", Label::Volunteer),
    ("education", "education", Label::Education),
    ("awards", "awards", Label::Awards),
    ("certificates", "certificates", Label::Certificates),
    ("publications", "publications", Label::Publications),
    ("skills", "skills", Label::Skills),
    ("timeline", "timeline", Label::Timeline),
    ("languages", "languages", Label::Languages),
    ("interests", "interests", Label::Interests),
    ("references", "references", Label::References),
    ("contact", "contact", Label::Contact),
];

/// What sets the key of a section apart from one that the page has already.
pub(super) const SECOND: &str = " 2";

/// Whether every page can have a section with this key.
pub(super) fn is_key(key: &str) -> bool {
    HEADINGS.iter().any(|(known, ..)| *known == key)
}

/// The title of the section with this key.
pub fn title(resume: &Resume, labels: &Labels, key: &str) -> String {
    let mut titles = resume.settings.titles.iter();
    let own = titles.find(|(section, title)| section == key && !title.is_empty());
    let known = HEADINGS.iter().find(|(known, ..)| *known == key);
    match (own, known) {
        (Some((_, title)), _) => title.clone(),
        (None, Some((.., label))) => labels.word(*label).to_owned(),
        (None, None) => {
            let mut name = key;
            while let Some(first) = name.strip_suffix(SECOND) {
                name = first;
            }
            in_words(name)
        }
    }
}

/// The sections that have anything, as `meta.vitae` orders and names them.
pub fn outline(resume: &Resume, labels: &Labels) -> Vec<Heading> {
    let usual = HEADINGS.iter().map(|(key, ..)| *key);
    // Sections that no standard has come after all others but `contact`.
    let further = resume.sections.iter().map(|section| section.key.as_str());
    let (last, standard) = (usual.clone().next_back(), usual.take(HEADINGS.len() - 1));
    let asked = resume.settings.order.iter().map(String::as_str);
    let mut headings: Vec<Heading> = Vec::new();
    for key in asked.chain(standard).chain(further).chain(last) {
        let there = headings.iter().any(|heading| heading.key == key);
        if !there && has_anything(resume, key) {
            headings.push(Heading {
                key: key.to_owned(),
                id: id(key),
                title: title(resume, labels, key),
            });
        }
    }
    headings
}

/// What a link to a section ends with; one that no standard has keeps clear of the page's own ids.
fn id(key: &str) -> String {
    let known = HEADINGS.iter().find(|(known, ..)| *known == key);
    known.map_or_else(
        || format!("section-{}", spaced(key).replace(' ', "-")),
        |(_, id, _)| (*id).to_owned(),
    )
}

/// A field's name as words: `yearsOfExperience` and `years_of_experience` are “Years of experience”.
/// What is written otherwise, as PostgreSQL and macOS are, stays so.
pub fn in_words(name: &str) -> String {
    let signs = name.as_bytes();
    let is_lower = |at: usize| signs.get(at).is_some_and(u8::is_ascii_lowercase);
    let is_capital = |at: usize| signs[at].is_ascii_uppercase();
    let is_gap = |at: usize| matches!(signs[at], b'_' | b'-');
    // Words are told apart only where each has two letters or more and the first is in lower case.
    let is_part = |at: usize| at > 1 && is_lower(at - 1) && is_lower(at + 1);
    let is_plain = (0..signs.len()).all(|at| {
        if is_capital(at) || is_gap(at) {
            is_part(at)
        } else {
            signs[at].is_ascii_lowercase() || signs[at].is_ascii_digit()
        }
    });
    if !is_plain {
        return name.to_owned();
    }
    let mut words = String::new();
    for (at, sign) in name.char_indices() {
        match at {
            0 => words.push(sign.to_ascii_uppercase()),
            _ if is_gap(at) => words.push(' '),
            _ if is_capital(at) => words.extend([' ', sign.to_ascii_lowercase()]),
            _ => words.push(sign),
        }
    }
    words
}

fn has_anything(resume: &Resume, key: &str) -> bool {
    let basics = &resume.basics;
    match key {
        "work" => !resume.work.is_empty(),
        "projects" => !resume.projects.is_empty(),
        "skills" => !resume.skills.is_empty(),
        "timeline" => {
            let jobs = resume.work.iter().map(|job| job.period.has_date());
            let entries = resume.entries().into_iter();
            jobs.chain(entries.map(|entry| entry.period.has_date()))
                .any(|has_date| has_date)
        }
        "contact" => {
            let texts = [
                &resume.settings.contact,
                &basics.email,
                &basics.phone,
                &basics.url,
            ];
            let more = [&basics.more, &basics.location.more];
            texts.iter().any(|text| !text.is_empty())
                || !basics.profiles.is_empty()
                || basics.location.parts().next().is_some()
                || more.iter().any(|more| !more.is_empty())
        }
        _ => resume.sections.iter().any(|section| section.key == key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_outline(json: &str, titles: &[&str]) {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let outline = outline(&resume, &Labels::english());
        let found: Vec<_> = outline
            .iter()
            .map(|heading| heading.title.as_str())
            .collect();
        assert_eq!(found, titles);
    }

    #[test]
    fn sections_without_data_are_not_there() {
        assert_outline(
            r#"{"basics": {"name": "A"}, "work": [], "skills": null}"#,
            &[],
        );
        assert_outline(r#"{"education": [{"institution": "E"}]}"#, &["Education"]);
        assert_outline(
            r#"{"basics": {"email": "a@example.com"}}"#,
            &["Get In Touch"],
        );
    }

    #[test]
    fn sections_that_no_standard_has_come_after_those_that_it_has() {
        assert_outline(
            r#"{"sideQuests": ["A"], "work": ["W"], "patents": {"name": "P"}, "references": ["R"],
                "basics": {"phone": "1"}, "meta": {"vitae": {"titles": {"patents": "My patents"}}}}"#,
            &[
                "Experience",
                "References",
                "Side quests",
                "My patents",
                "Get In Touch",
            ],
        );
        assert_outline(
            r#"{"patents": ["P"], "work": ["W"], "meta": {"vitae": {"sections": ["patents"]}}}"#,
            &["Patents", "Experience"],
        );
    }

    #[test]
    fn a_fields_name_is_said_in_words() {
        for (name, words) in [
            ("tags", "Tags"),
            ("yearsOfExperience", "Years of experience"),
            ("years_of_experience", "Years of experience"),
            ("GPA", "GPA"),
            ("PostgreSQL", "PostgreSQL"),
            ("JavaScript", "JavaScript"),
            ("macOS", "macOS"),
            ("eBay", "eBay"),
            ("GitHub", "GitHub"),
            ("__proto__", "__proto__"),
            ("A plan", "A plan"),
            ("team-size", "Team size"),
            ("名前", "名前"),
            ("_", "_"),
        ] {
            assert_eq!(in_words(name), words);
        }
    }

    #[test]
    fn the_file_orders_and_names_them() {
        assert_outline(
            r#"{"work": ["A"], "skills": ["B"], "projects": ["C"],
                "meta": {"vitae": {"sections": ["skills", "skills", "awards", "work"],
                                   "titles": {"work": "Career"}}}}"#,
            &["Skills", "Career", "Projects"],
        );
    }
}
