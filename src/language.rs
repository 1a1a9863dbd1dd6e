//! The language that a résumé is written in, as far as its letters tell, and its direction.

use crate::{labels::LANGUAGES, resume::Resume};

/// The page's language, a tag of [BCP 47](https://www.rfc-editor.org/info/bcp47): the one that
/// `meta.vitae.lang` names, else the one of the script that most of the résumé is written in. A script
/// that many languages share, as the Latin, is taken for English.
pub fn language(resume: &Resume) -> String {
    let lang = &resume.settings.lang;
    if is_tag(lang) {
        return lang.clone();
    }
    let mut counts = [0_u32; SCRIPTS.len()];
    let mut count = |text: &str| {
        for letter in text.chars() {
            let script = SCRIPTS
                .iter()
                .position(|(from, to, _)| (*from..=*to).contains(&letter));
            if let Some(script) = script {
                // A Chinese character stands for a word or half of one, and so weighs as much as several letters.
                counts[script] += if SCRIPTS[script].0 == HAN { 3 } else { 1 };
            }
        }
    };
    let basics = &resume.basics;
    for text in [&basics.name, &basics.label, &basics.summary] {
        count(text);
    }
    for entry in resume.entries().into_iter().take(ENOUGH) {
        entry.words().iter().for_each(|text| count(text));
    }
    let total = |language: &str| {
        let scripts = SCRIPTS.iter().zip(counts);
        let of_it = scripts.filter(|((.., other), _)| *other == language);
        of_it.map(|(_, count)| count).sum::<u32>()
    };
    let most = SCRIPTS.iter().map(|(.., language)| *language);
    // `max_by_key` returns the last of equals; reversed, that is the first of `SCRIPTS`.
    let most = most
        .rev()
        .max_by_key(|language| total(language))
        .unwrap_or("en");
    // Japanese mixes Chinese signs with its own, and Persian has four letters that Arabic has not.
    match most {
        "zh" if total("ja") * 10 > total("zh") => "ja",
        "ar" if total("fa") * 50 > total("ar") => "fa",
        other => other,
    }
    .to_owned()
}

/// How many entries are read at most to tell the language.
const ENOUGH: usize = 100;

const HAN: char = '\u{4e00}';

/// Ranges of letters, and the language that they are taken for.
const SCRIPTS: [(char, char, &str); 16] = [
    ('A', '\u{24f}', "en"),
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{590}', '\u{5ff}', "he"),
    ('پ', 'پ', "fa"),
    ('چ', 'چ', "fa"),
    ('ژ', 'ژ', "fa"),
    ('ک', 'ک', "fa"),
    ('گ', 'گ', "fa"),
    ('ی', 'ی', "fa"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{1100}', '\u{11ff}', "ko"),
    ('\u{ac00}', '\u{d7a3}', "ko"),
    ('\u{3040}', '\u{30ff}', "ja"),
    (HAN, '\u{9fff}', "zh"),
];

/// Whether a text can be a language's tag.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let language = parts.next().unwrap_or_default();
    let is_language = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    language.len() > 1 && is_part(language) && is_language(language) && parts.all(is_part)
}

/// Which of the languages that there are labels in a page of this language has.
pub fn labelled(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or_default();
    let known = LANGUAGES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(primary));
    known.copied().unwrap_or("en")
}

/// How a language is written, as HTML's `dir` says it.
pub fn direction(tag: &str) -> &'static str {
    let primary = tag
        .split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_rtl =
        ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&primary.as_str());
    if is_rtl { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_language(json: &str, expected: &str, dir: &str) {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let found = language(&resume);
        assert_eq!((found.as_str(), direction(&found)), (expected, dir));
    }

    #[test]
    fn the_script_tells_the_language() {
        for (summary, expected, dir) in [
            ("Backend engineer", "en", "ltr"),
            ("Ingénieure à Montréal", "en", "ltr"),
            ("", "en", "ltr"),
            ("2014 – 2016", "en", "ltr"),
            ("مهندس برمجيات في القاهرة", "ar", "rtl"),
            (
                "برنامه‌نویس و توسعه‌دهنده‌ی وب با تجربه‌ی کار گروهی",
                "fa",
                "rtl",
            ),
            ("बैकएंड इंजीनियर", "hi", "ltr"),
            ("后端工程师,熟悉 Kafka 和 Go", "zh", "ltr"),
            ("バックエンドエンジニアとして開発を担当", "ja", "ltr"),
            ("백엔드 엔지니어", "ko", "ltr"),
            ("מהנדס תוכנה", "he", "rtl"),
        ] {
            assert_language(
                &format!(r#"{{"basics": {{"summary": "{summary}"}}}}"#),
                expected,
                dir,
            );
        }
    }

    #[test]
    fn most_of_the_text_decides_unless_the_file_says() {
        assert_language(
            r#"{"basics": {"name": "张伟", "summary": "Backend engineer at many companies"}}"#,
            "en",
            "ltr",
        );
        assert_language(
            r#"{"basics": {"name": "Zhang Wei"}, "work": [{"name": "阿里巴巴", "highlights": ["负责支付系统的设计与开发"]}]}"#,
            "zh",
            "ltr",
        );
        assert_language(
            r#"{"basics": {"summary": "Ingeniero"}, "meta": {"vitae": {"lang": "es-MX"}}}"#,
            "es-MX",
            "ltr",
        );
        assert_language(
            r#"{"basics": {"summary": "Engineer"}, "meta": {"vitae": {"lang": "not a language"}}}"#,
            "en",
            "ltr",
        );
    }

    #[test]
    fn a_language_of_another_region_has_the_same_labels() {
        assert_eq!(labelled("es-MX"), "es");
        assert_eq!(labelled("ZH-Hant"), "zh");
        assert_eq!(labelled("tlh"), "en");
    }
}
