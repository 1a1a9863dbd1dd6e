//! What the page says of itself: to browsers' tabs, to search engines, to who shares it.

use crate::{
    labels::{Label, Labels},
    markup::plain,
    resume::Resume,
};

/// The document's title: name and label.
pub fn title(resume: &Resume, labels: &Labels) -> String {
    let parts = [&resume.basics.name, &resume.basics.label];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect();
    match parts.is_empty() {
        true => labels.word(Label::Resume).to_owned(),
        false => parts.join(" · "),
    }
}

/// The document's description: the summary's words on one line.
pub fn description(resume: &Resume) -> String {
    let summary = plain(&resume.basics.summary);
    let words: Vec<_> = summary.split_whitespace().collect();
    words.join(" ")
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
    fn a_description_is_one_line() {
        let (resume, _) =
            Resume::read(r#"{"basics": {"summary": "One\n\ntwo"}}"#).expect("a résumé");
        assert_eq!(description(&resume), "One two");
    }
}
