//! The page's own words, in the résumé's language.
//!
//! Each language is a file of texts, `public/locales/en.json` and others, for anyone to edit. The
//! page has those of its own in it, and asks for others when a newer résumé is written in another.

use std::collections::HashMap;

use crate::resume::{
    Json, Unusable,
    date::{Date, Length},
};

macro_rules! labels {
    ($($label:ident $key:literal,)*) => {
        /// A text in every language's file, by its key there.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Label { $($label,)* }

        const KEYS: &[&str] = &[$($key,)*];
    };
}

labels! {
    MonthNames "month-names",
    Month "month",
    Day "day",
    Present "present",
    Now "now",
    Years "years",
    Months "months",
    Resume "resume",
    Work "work",
    Projects "projects",
    Volunteer "volunteer",
    Education "education",
    Awards "awards",
    Certificates "certificates",
    Publications "publications",
    Skills "skills",
    Timeline "timeline",
    Languages "languages",
    Interests "interests",
    References "references",
    Contact "contact",
    Skip "skip",
    Page "page",
    Theme "theme",
    ReadMore "read-more",
    ReadAll "read-all",
    InShort "in-short",
    Print "print",
    Download "download",
    Email "email",
    Phone "phone",
    Web "web",
    Location "location",
    Experience "experience",
    Details "details",
    Filter "filter",
    OpenFilter "open-filter",
    Hint "hint",
    Match "match",
    All "all",
    Any "any",
    Clear "clear",
    Remove "remove",
    Previous "previous",
    Next "next",
    Show "show",
    ShowAny "show-any",
    FilterPanel "filter-panel",
    Technologies "technologies",
    OtherTechnologies "other-technologies",
    AlsoListed "also-listed",
    Also "also",
    Search "search",
    SearchShort "search-short",
    CountedJobs "counted-jobs",
    CountedProjects "counted-projects",
    CountedPlaces "counted-places",
    Found "found",
    WholeIsShown "whole-is-shown",
    WholeIsAt "whole-is-at",
    Copy "copy",
    Copied "copied",
    NotCopied "not-copied",
    Comma "comma",
    And "and",
    Or "or",
    Quoted "quoted",
    WithWords "with-words",
    At "at",
    In "in",
    AtAndIn "at-and-in",
    More "more",
    Mentioned "mentioned",
    MentionedToo "mentioned-too",
    InUse "in-use",
    LastUsed "last-used",
    Until "until",
    NothingNamesIt "nothing-names-it",
    NothingNamesThem "nothing-names-them",
    OnlyASkill "only-a-skill",
    OnlySkills "only-skills",
    NothingHasWords "nothing-has-words",
    NothingHasAll "nothing-has-all",
    AllTechnologies "all-technologies",
    AllJobs "all-jobs",
    MentionedOnly "mentioned-only",
    WithoutDate "without-date",
}

macro_rules! languages {
    ($($language:literal)*) => {
        /// The languages that there is a file for.
        pub const LANGUAGES: &[&str] = &[$($language,)*];

        /// Their files.
        #[cfg(feature = "ssr")]
        const FILES: &[(&str, &str)] =
            &[$(($language, include_str!(concat!("../public/locales/", $language, ".json"))),)*];
    };
}

languages!["ar" "de" "en" "es" "fa" "fr" "hi" "ja" "ko" "zh"];

/// The texts of one language, in the order of [`Label`].
#[derive(Clone, Debug, PartialEq)]
pub struct Labels(Vec<Forms>);

/// A text, or several for different numbers: `("1", "1 job"), ("*", "{n} jobs")`.
type Forms = Vec<(String, String)>;

impl Labels {
    /// Those of a language's file.
    ///
    /// # Errors
    ///
    /// When it is not JSON, or not an object with a text for every label.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut fields: HashMap<_, _> = match serde_json::from_str(text) {
            Ok(Json::Object(fields)) => fields.into_iter().collect(),
            Ok(_) => return Err("not an object".to_owned()),
            Err(error) => return Err(Unusable::not_json(&error).to_string()),
        };
        let texts = KEYS.iter().map(|key| {
            let text = fields.remove(*key).and_then(forms);
            text.ok_or_else(|| format!("there is no text for `{key}`"))
        });
        texts.collect::<Result<_, _>>().map(Self)
    }

    /// A text as it is.
    pub fn word(&self, label: Label) -> &str {
        let forms = self.0.get(label as usize);
        forms
            .and_then(|forms| forms.last())
            .map_or("", |(_, form)| form)
    }

    /// A text with its `{names}` filled in.
    pub fn filled(&self, label: Label, names: &[(&str, &str)]) -> String {
        fill(self.word(label), names)
    }

    /// A text for a number of things, its `{n}`.
    pub fn counted(&self, label: Label, n: usize) -> String {
        let forms = self.0.get(label as usize).into_iter().flatten();
        let form = forms.into_iter().find(|(numbers, _)| fits(numbers, n));
        let form = form.map_or("", |(_, form)| form);
        fill(form, &[("n", &n.to_string())])
    }

    /// “A”, “A and B”, “A, B and C”; `joint` is what stands before the last.
    pub fn listed(&self, names: &[&str], joint: Label) -> String {
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => [
                &others.join(self.word(Label::Comma)),
                self.word(joint),
                last,
            ]
            .concat(),
        }
    }

    /// A date: “2020”, “Mar 2020”, “14 Mar 2020”.
    pub fn date(&self, date: Date) -> String {
        let year = date.year.to_string();
        let mut months = self.word(Label::MonthNames).split(' ');
        let Some(month) = date
            .month
            .and_then(|month| months.nth(usize::from(month) - 1))
        else {
            return year;
        };
        let names = [("year", year.as_str()), ("month", month)];
        match date.day {
            None => self.filled(Label::Month, &names),
            Some(day) => {
                let day = day.to_string();
                self.filled(Label::Day, &[names[0], names[1], ("day", &day)])
            }
        }
    }

    /// A length of time: “2 yrs 2 mos”, “1 yr”, “8 mos”.
    pub fn length(&self, Length { months }: Length) -> String {
        let parts = [(Label::Years, months / 12), (Label::Months, months % 12)];
        let parts = parts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<_> = parts
            .map(|(label, count)| self.counted(label, count as usize))
            .collect();
        parts.join(" ")
    }
}

/// The key of the form for all numbers that no other form is for.
const ANY: &str = "*";

/// Whether a form is for a number: `1`, `3-10` or `*`.
fn fits(numbers: &str, n: usize) -> bool {
    let (from, to) = numbers.split_once('-').unwrap_or((numbers, numbers));
    match (from.parse(), to.parse()) {
        (Ok(from), Ok(to)) => (from..=to).contains(&n),
        _ => true,
    }
}

/// A label's text, or its texts for different numbers.
fn forms(value: Json) -> Option<Forms> {
    match value {
        Json::Text(text) => Some(vec![(ANY.to_owned(), text)]),
        Json::Object(forms) => {
            let forms = forms.into_iter();
            let forms = forms.filter_map(|(number, form)| Some((number, form.scalar()?)));
            Some(forms.collect())
        }
        _ => None,
    }
}

fn fill(form: &str, names: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut parts = form.split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or(("", part));
        let known = names.iter().find(|(known, _)| *known == name);
        text.push_str(known.map_or("", |(_, value)| value));
        text.push_str(rest);
    }
    text
}

#[cfg(feature = "ssr")]
mod files {
    use super::{FILES, Labels};

    impl Labels {
        /// The file of a language; English's where there is none for it.
        pub fn file(language: &str) -> &'static str {
            let of = |language: &str| FILES.iter().find(|(name, _)| *name == language);
            of(language).or(of("en")).map_or("", |(_, text)| text)
        }

        /// Those of a language; the English ones where there is no file for it.
        pub fn of(language: &str) -> Self {
            // The files are part of the program, and a test reads each of them.
            Self::read(Self::file(language)).unwrap_or(Self(Vec::new()))
        }

        /// The English ones.
        pub fn english() -> Self {
            Self::of("en")
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::labels::{ANY, KEYS, Label, fits};
        use crate::resume::Json;
        use crate::resume::date::{Date, Length};

        fn names_in(form: &str) -> Vec<&str> {
            let parts = form.split('{').skip(1);
            let mut names: Vec<_> = parts
                .filter_map(|part| Some(part.split_once('}')?.0))
                .collect();
            names.sort_unstable();
            names
        }

        #[test]
        fn every_language_has_every_text_with_what_is_filled_in() {
            let english = Labels::english();
            for (language, text) in FILES {
                let labels = Labels::read(text).expect(language);
                let Ok(Json::Object(fields)) = serde_json::from_str(text) else {
                    panic!("{language} is not an object");
                };
                let mut keys: Vec<_> = fields.iter().map(|(key, _)| key.as_str()).collect();
                keys.sort_unstable();
                let mut expected = KEYS.to_vec();
                expected.sort_unstable();
                assert_eq!(
                    keys, expected,
                    "{language}: its texts are to be those of `labels!`, each once"
                );
                assert_eq!(
                    labels.word(Label::MonthNames).split(' ').count(),
                    12,
                    "{language}"
                );
                for (key, (forms, english)) in KEYS.iter().zip(labels.0.iter().zip(&english.0)) {
                    let form =
                        |forms: &[(String, String)]| forms.last().expect(key).1.to_lowercase();
                    assert_eq!(
                        names_in(&form(forms)),
                        names_in(&form(english)),
                        "{language}: {key}"
                    );
                    assert_eq!(
                        forms.last().map(|form| form.0.as_str()),
                        Some(ANY),
                        "{language}: {key}"
                    );
                    assert!(
                        forms.iter().all(|(_, form)| !form.is_empty()),
                        "{language}: {key}"
                    );
                }
            }
        }

        #[test]
        fn what_is_no_file_of_a_language_is_refused() {
            let now = r#""now": "heute","#;
            let with = |other: &str| {
                let text = Labels::file("de");
                assert!(text.contains(now));
                text.replace(now, other)
            };
            for (text, reason) in [
                ("[]", "not an object"),
                (&with(""), "there is no text for `now`"),
                (&with(r#""now": 1,"#), "there is no text for `now`"),
            ] {
                assert_eq!(Labels::read(text), Err(reason.to_owned()));
            }
            assert!(Labels::read("{").is_err());
        }

        #[test]
        fn a_text_is_found_wherever_it_stands() {
            let text = Labels::file("de");
            let Ok(Json::Object(mut fields)) = serde_json::from_str(text) else {
                panic!("not an object");
            };
            fields.reverse();
            let turned = serde_json::to_string(&Json::Object(fields)).expect("JSON");
            assert_eq!(Labels::read(&turned), Labels::read(text));
        }

        #[test]
        fn a_number_has_its_form() {
            assert!(fits("1", 1) && !fits("1", 2) && !fits("1", 11));
            assert!(fits("3-10", 3) && fits("3-10", 10) && !fits("3-10", 11));
            assert!(fits("*", 0));
            let labels = Labels::english();
            assert_eq!(labels.counted(Label::CountedJobs, 0), "0 jobs");
            assert_eq!(labels.counted(Label::CountedJobs, 1), "1 job");
            assert_eq!(labels.counted(Label::CountedJobs, 21), "21 jobs");
        }

        #[test]
        fn dates_and_lengths_are_said_as_the_language_says_them() {
            let date = |text| Date::parse(text).expect(text);
            for (language, day, month) in [
                ("en", "14 Mar 2020", "Mar 2020"),
                ("de", "14. März 2020", "März 2020"),
                ("zh", "2020年3月14日", "2020年3月"),
                ("ja", "2020年3月14日", "2020年3月"),
                ("ko", "2020년 3월 14일", "2020년 3월"),
            ] {
                let labels = Labels::of(language);
                assert_eq!(labels.date(date("2020-03-14")), day);
                assert_eq!(labels.date(date("2020-03")), month);
                assert_eq!(labels.date(date("2020")), "2020");
            }
            let length = |months| Labels::english().length(Length { months });
            assert_eq!(
                [length(26), length(12), length(1)],
                ["2 yrs 2 mos", "1 yr", "1 mo"]
            );
        }

        #[test]
        fn what_was_filled_in_is_not_filled_in_again() {
            let names = [("names", "{words}"), ("words", "x")];
            assert_eq!(
                Labels::english().filled(Label::WithWords, &names),
                "{words}, with x"
            );
        }

        #[test]
        fn names_are_listed() {
            let listed = |names: &[&str]| Labels::english().listed(names, Label::Or);
            assert_eq!(listed(&[]), "");
            assert_eq!(listed(&["A"]), "A");
            assert_eq!(listed(&["A", "B", "C"]), "A, B or C");
        }
    }
}
