//! The page's own words, in the résumé's language.
//!
//! Each language is a file of texts, `public/locales/en.json` and others, for anyone to edit. The
//! page has those of its own in it, and asks for others when a newer résumé is written in another.

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
    Print "print",
    Download "download",
    Email "email",
    Phone "phone",
    Web "web",
    Location "location",
    Details "details",
    Filter "filter",
    OpenFilter "open-filter",
    Hint "hint",
    MustHave "must-have",
    All "all",
    Any "any",
    Hide "hide",
    Clear "clear",
    Remove "remove",
    FilterPanel "filter-panel",
    Technologies "technologies",
    Search "search",
    SearchShort "search-short",
    Entries "entries",
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
    NoEntry "no-entry",
    NoEntryOfAny "no-entry-of-any",
    OnlyASkill "only-a-skill",
    OnlySkills "only-skills",
    NoEntryHasWords "no-entry-has-words",
    NoEntryHasAll "no-entry-has-all",
    AllTechnologies "all-technologies",
    AllJobs "all-jobs",
    MentionedOnly "mentioned-only",
    WithoutDate "without-date",
}

/// The languages that there is a file for.
pub const LANGUAGES: [&str; 10] = ["en", "ar", "de", "es", "fa", "fr", "hi", "ja", "ko", "zh"];

/// The texts of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels(Vec<Forms>);

/// A text, or several for different numbers: `("1", "1 entry"), ("*", "{n} entries")`.
type Forms = Vec<(String, String)>;

impl Labels {
    /// Those of a language's file, which has them in the order of English's.
    ///
    /// # Errors
    ///
    /// When it is not JSON, or not an object with so many texts.
    pub fn read(text: &str) -> Result<Self, String> {
        let fields = match serde_json::from_str(text) {
            Ok(Json::Object(fields)) => fields,
            Ok(_) => return Err("not an object".to_owned()),
            Err(error) => return Err(Unusable::not_json(&error).to_string()),
        };
        if fields.len() != KEYS.len() {
            let (has, needs) = (fields.len(), KEYS.len());
            return Err(format!("{has} texts, where the page has {needs}"));
        }
        let texts = fields.into_iter().map(|(key, value)| forms(&key, value));
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

/// What stands for all numbers that no other form is for.
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
fn forms(key: &str, value: Json) -> Result<Forms, String> {
    match value {
        Json::Text(text) => Ok(vec![(ANY.to_owned(), text)]),
        Json::Object(forms) => {
            let forms = forms.into_iter();
            let forms = forms.filter_map(|(number, form)| Some((number, form.scalar()?)));
            Ok(forms.collect())
        }
        _ => Err(format!("there is no text for `{key}`")),
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
    use super::Labels;

    macro_rules! files {
        ($($language:literal)*) => {
            &[$(($language, include_str!(concat!("../public/locales/", $language, ".json"))),)*]
        };
    }

    const FILES: &[(&str, &str)] = files!["ar" "de" "en" "es" "fa" "fr" "hi" "ja" "ko" "zh"];

    impl Labels {
        /// The file of a language; English's where there is none for it.
        pub fn file(language: &str) -> &'static str {
            let of = |language: &str| FILES.iter().find(|(name, _)| *name == language);
            of(language).or(of("en")).map_or("", |(_, text)| text)
        }

        /// Those of a language; the English ones where there is no file for it.
        pub fn of(language: &str) -> Self {
            // A test reads each file.
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
        use crate::labels::{ANY, KEYS, LANGUAGES, Label, fits};
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
            assert!(FILES.iter().all(|(name, _)| LANGUAGES.contains(name)));
            for language in LANGUAGES {
                let (_, text) = FILES
                    .iter()
                    .find(|(name, _)| *name == language)
                    .expect(language);
                let labels = Labels::read(text).expect(language);
                let Ok(Json::Object(fields)) = serde_json::from_str(text) else {
                    panic!("{language} is not an object");
                };
                // They are found by their places.
                assert!(
                    fields.iter().map(|(key, _)| key).eq(KEYS),
                    "{language}: its texts are to stand in the order of `labels!`"
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
            let [has, needs] = [KEYS.len() - 1, KEYS.len()];
            for (text, reason) in [
                ("[]".to_owned(), "not an object".to_owned()),
                (with(""), format!("{has} texts, where the page has {needs}")),
                (
                    with(r#""now": 1,"#),
                    "there is no text for `now`".to_owned(),
                ),
            ] {
                assert_eq!(Labels::read(&text), Err(reason));
            }
            assert!(Labels::read("{").is_err());
        }

        #[test]
        fn a_number_has_its_form() {
            assert!(fits("1", 1) && !fits("1", 2) && !fits("1", 11));
            assert!(fits("3-10", 3) && fits("3-10", 10) && !fits("3-10", 11));
            assert!(fits("*", 0));
            let labels = Labels::english();
            assert_eq!(labels.counted(Label::Entries, 0), "0 entries");
            assert_eq!(labels.counted(Label::Entries, 1), "1 entry");
            assert_eq!(labels.counted(Label::Entries, 21), "21 entries");
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
