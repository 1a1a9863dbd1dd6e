//! What the page says of itself: to browsers' tabs, to search engines, to who shares it.

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod colours;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod json_ld;
#[cfg(feature = "ssr")]
mod person;
#[cfg(feature = "publish")]
pub mod picture;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod vcard;

use crate::{
    labels::{Label, Labels},
    markup::plain,
    resume::{Resume, date::Date},
    words::spaced,
};

/// The document's title: name and label.
pub fn title(resume: &Resume, labels: &Labels) -> String {
    let (name, label) = (&resume.basics.name, &resume.basics.label);
    match (name.is_empty(), label.is_empty()) {
        (true, true) => labels.word(Label::Resume).to_owned(),
        (false, false) => format!("{name} · {label}"),
        _ => [name.as_str(), label].concat(),
    }
}

/// A text's words on one line, without markup.
pub fn words(text: &str) -> String {
    spaced(&plain(text))
}

/// When the file says that it was changed last: the day of its `meta.lastModified`.
pub fn modified(resume: &Resume) -> Option<Date> {
    let mut about = resume.settings.about.iter();
    let (_, changed) = about.find(|(name, _)| name == "lastModified")?;
    let changed = changed.scalar()?;
    let day = changed.split(['T', ' ']).next()?;
    Date::parse(day).filter(|date| date.day.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_leaves_no_gap() {
        let titled = |json| {
            let (resume, _) = Resume::read(json).expect("a résumé");
            title(&resume, &Labels::english())
        };
        assert_eq!(
            titled(r#"{"basics": {"name": "A", "label": "B"}}"#),
            "A · B"
        );
        assert_eq!(titled(r#"{"basics": {"label": "B"}}"#), "B");
        assert_eq!(titled(r#"{"work": []}"#), "Résumé");
    }

    #[test]
    fn words_are_one_line() {
        assert_eq!(words("One\n\n**two**"), "One two");
    }

    #[test]
    fn a_day_is_known_where_the_file_says_it() {
        for (written, day) in [
            ("2024-02-29T15:53:00Z", Some("2024-02-29")),
            ("2024-02-29 15:53", Some("2024-02-29")),
            ("2024-02-29", Some("2024-02-29")),
            ("2024-02", None),
            ("2023-02-29", None),
            ("yesterday", None),
        ] {
            let json = format!(r#"{{"basics": {{}}, "meta": {{"lastModified": "{written}"}}}}"#);
            let (resume, _) = Resume::read(&json).expect("a résumé");
            let found = modified(&resume).map(|date| date.to_string());
            assert_eq!(found.as_deref(), day, "{written}");
        }
    }
}
