//! Which sections the page has, in which order and under which titles.

use super::Resume;

/// A section's place in the outline of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The standard's name of the section, or `timeline` or `contact`.
    pub key: &'static str,
    /// What a link to the section ends with, after its `#`.
    pub id: &'static str,
    /// What stands above it.
    pub title: String,
}

/// Key, id and title of every section that a page can have, in the usual order.
const HEADINGS: [(&str, &str, &str); 13] = [
    ("work", "experience", "Experience"),
    ("projects", "projects", "Projects"),
    ("volunteer", "volunteering", "Volunteering"),
    ("education", "education", "Education"),
    ("awards", "awards", "Awards"),
    ("certificates", "certificates", "Certificates"),
    ("publications", "publications", "Publications"),
    ("skills", "skills", "Skills"),
    ("timeline", "timeline", "Timeline"),
    ("languages", "languages", "Languages"),
    ("interests", "interests", "Interests"),
    ("references", "references", "References"),
    ("contact", "contact", "Get In Touch"),
];

/// What a link to the section with this key ends with.
pub fn id(key: &str) -> &'static str {
    let heading = HEADINGS.iter().find(|(known, ..)| *known == key);
    heading.map_or("", |(_, id, _)| id)
}

/// Whether a page can have a section with this key.
pub(super) fn is_key(key: &str) -> bool {
    HEADINGS.iter().any(|(known, ..)| *known == key)
}

/// The sections that have anything, as `meta.vitae` orders and names them.
pub fn outline(resume: &Resume) -> Vec<Heading> {
    let settings = &resume.settings;
    let asked = settings.order.iter();
    let first = asked.filter_map(|key| HEADINGS.iter().find(|(known, ..)| known == key));
    let mut headings: Vec<Heading> = Vec::new();
    for &(key, id, title) in first.chain(&HEADINGS) {
        let there = headings.iter().any(|heading| heading.key == key);
        if !there && has_anything(resume, key) {
            let own = settings
                .titles
                .iter()
                .find(|(section, title)| section == key && !title.is_empty());
            let title = own.map_or(title, |(_, title)| title).to_owned();
            headings.push(Heading { key, id, title });
        }
    }
    headings
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
            texts.iter().any(|text| !text.is_empty())
                || !basics.profiles.is_empty()
                || basics.location.parts().next().is_some()
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
        let outline = outline(&resume);
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
    fn the_file_orders_and_names_them() {
        assert_outline(
            r#"{"work": [{}], "skills": [{}], "projects": [{}],
                "meta": {"vitae": {"sections": ["skills", "skills", "awards", "work"],
                                   "titles": {"work": "Career"}}}}"#,
            &["Skills", "Career", "Projects"],
        );
    }
}
