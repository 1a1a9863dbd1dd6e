//! What the checker says of each problem: all its words are here.

use super::{Diagnostic, Edit, Severity};
use crate::{
    labels::Labels,
    resume::{
        Unusable, href,
        problem::{Kind, MOST, Path, Problem, Shape, Step},
    },
};

const AS_WRITTEN: &str = "as it is written";
const UNDER_ITS_NAME: &str = "under its name";
const DATES: &str = "write YYYY-MM-DD, or YYYY-MM or YYYY where that is all there is to say";

/// What is said in the place of what is too much to be said.
pub fn more() -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        path: Path::default(),
        span: None,
        message: format!("there is more to say of this file than these {MOST}"),
        shown: String::new(),
        help: "mend these first".to_owned(),
        edits: Vec::new(),
    }
}

/// What there is to say of a problem, whose value is `value` in the text of the document.
pub fn words(problem: &Problem, value: &str) -> Diagnostic {
    let path = &problem.path;
    let name = last_field(path);
    let text = serde_json::from_str::<String>(value).unwrap_or_else(|_| value.to_owned());
    let text = text.trim();
    let of = |severity, message: String, shown: &str, help: String| Diagnostic {
        severity,
        path: path.clone(),
        span: None,
        message,
        shown: shown.to_owned(),
        help,
        edits: Vec::new(),
    };
    let error = |message, shown, help| of(Severity::Error, message, shown, help);
    let warning = |message, shown, help| of(Severity::Warning, message, shown, help);
    let with = |diagnostic, edit| Diagnostic {
        edits: vec![edit],
        ..diagnostic
    };
    match &problem.kind {
        Kind::Unknown(known) => warning(
            format!("JSON Resume has no field `{name}` here"),
            UNDER_ITS_NAME,
            meant(name, known),
        ),
        Kind::Twice => warning(
            format!("the field `{name}` is here a second time"),
            UNDER_ITS_NAME,
            "leave one of the two".to_owned(),
        ),
        Kind::Former(now) if matches!(name, "firstName" | "lastName") => with(
            warning(
                format!("JSON Resume has one field `{now}` in place of `{name}`"),
                "as a part of the name",
                format!("write the whole name as `{now}`"),
            ),
            Edit::JoinNames,
        ),
        Kind::Former(now) => with(
            warning(
                format!("an earlier version of JSON Resume had `{name}`: it is `{now}` now"),
                &format!("as `{now}`"),
                format!("rename it to `{now}`"),
            ),
            Edit::Rename(now),
        ),
        Kind::LostShape(shape) => error(
            format!(
                "{} belongs here, and this is {}",
                shape_words(*shape),
                kind_of(value)
            ),
            "as without it",
            String::new(),
        ),
        Kind::Shape(shape) => warning(
            format!(
                "{} belongs here, and this is {}",
                shape_words(*shape),
                kind_of(value)
            ),
            "as it is",
            String::new(),
        ),
        Kind::NotText => with(
            warning(
                format!("a text belongs here, and this is {}", kind_of(value)),
                AS_WRITTEN,
                format!("write \"{text}\""),
            ),
            Edit::Text(text.to_owned()),
        ),
        Kind::NotList => with(
            warning(
                format!("a list belongs here, and this is {}", kind_of(value)),
                "as a list of one",
                "put it into brackets: [ … ]".to_owned(),
            ),
            Edit::Wrap,
        ),
        Kind::NotIso(date) => with(
            warning(
                format!("JSON Resume writes this date `{date}`"),
                &format!("“{}”", Labels::english().date(*date)),
                format!("write \"{date}\""),
            ),
            Edit::Text(date.to_string()),
        ),
        // A project without an end has its job's.
        Kind::Present if path.0.contains(&Step::Field("projects".to_owned())) => {
            warning(format!("“{text}” is no date"), "as going on", String::new())
        }
        Kind::Present => with(
            warning(
                format!("“{text}” is no date: what is going on has no `{name}`"),
                "as going on",
                format!("remove `{name}`"),
            ),
            Edit::Remove,
        ),
        Kind::TwoDates => warning(
            format!("“{text}” has a start and an end in one field"),
            "as the two",
            "write them as `startDate` and `endDate`".to_owned(),
        ),
        Kind::AmbiguousDate => warning(
            format!("“{text}” can be read in two ways"),
            AS_WRITTEN,
            DATES.to_owned(),
        ),
        Kind::ImpossibleDate => error(
            format!("no calendar has the date “{text}”"),
            AS_WRITTEN,
            DATES.to_owned(),
        ),
        Kind::NoDate => warning(
            format!("“{text}” is no date that can be reckoned with"),
            AS_WRITTEN,
            DATES.to_owned(),
        ),
        Kind::EndBeforeStart => error(
            format!("the end, {text}, is before the start"),
            "both as they are, without a length of time",
            "look which of the two is meant otherwise".to_owned(),
        ),
        Kind::UnsafeLink => error(
            format!("“{text}” is not safe to follow"),
            "as text, not as a link",
            "links begin with https://, http://, mailto: or tel:".to_owned(),
        ),
        Kind::NoScheme => {
            let link = href(text).unwrap_or_default();
            with(
                warning(
                    format!("“{text}” is no whole address"),
                    &format!("as a link to {link}"),
                    format!("write \"{link}\""),
                ),
                Edit::Text(link.to_string()),
            )
        }
        Kind::NoLink => warning(
            format!("“{text}” is no address"),
            "as text, not as a link",
            "links begin with https://".to_owned(),
        ),
        Kind::ImageElsewhere => warning(
            "the picture is no file beside the page".to_owned(),
            "nothing of it",
            "put it into `public/` and write its file's name here".to_owned(),
        ),
        Kind::Data => of(
            Severity::Note,
            format!("`{name}`, {text}, is for programs, not for readers"),
            "nothing of it",
            String::new(),
        ),
        Kind::AboutDocument => of(
            Severity::Note,
            if value.starts_with(['{', '[']) {
                format!("`{name}` says something of the document, not of the person")
            } else {
                format!("`{name}`, {text}, says something of the document, not of the person")
            },
            "nothing of it",
            String::new(),
        ),
        Kind::NoSetting(known) => warning(
            format!("there is no setting `{name}`"),
            "as without it",
            meant(name, known),
        ),
        Kind::NoSection => warning(
            format!(
                "the page has no section `{}`",
                if matches!(path.0.last(), Some(Step::Field(_))) {
                    name
                } else {
                    text
                }
            ),
            "as without it",
            "the sections are called as in the document: `work`, `projects`, `skills` …".to_owned(),
        ),
    }
}

/// Why a file cannot be used, and what to do about it. `start` is where it stops being JSON.
pub fn unusable(unusable: &Unusable, text: &str, start: Option<usize>) -> (String, String) {
    let help = match start {
        None if text.trim_start().starts_with('{') => {
            "https://jsonresume.org/schema says what one looks like"
        }
        None => "",
        Some(_) if text.trim().is_empty() => "the file is empty",
        Some(start) => hint(&unusable.reason, text, start),
    };
    (unusable.reason.clone(), help.to_owned())
}

fn hint(reason: &str, text: &str, start: usize) -> &'static str {
    let rest = &text[start..];
    let is_about = |words: &str| reason.contains(words);
    match rest.chars().next() {
        None => "the file ends too early: is a bracket or a brace not closed?",
        Some('/' | '#') => "JSON has no comments",
        Some('\'' | '“' | '”' | '„' | '‘' | '’') => {
            "texts stand in straight double quotes: \"…\""
        }
        Some('<') => "this looks like HTML",
        Some('\t') if is_about("control character") => "write a tab in a text as \\t",
        Some('=') => "a name and its value stand on the two sides of a colon",
        _ if is_about("trailing comma")
            || rest.starts_with([']', '}']) && is_about("expected value") =>
        {
            "take away the comma before it"
        }
        Some('"' | '{' | '[') if is_about("expected `,`") => "put a comma before it",
        _ if is_about("expected `,`") => {
            "put a comma between the values, or take away what is too much"
        }
        _ if is_about("key must be a string") => "names of fields stand in double quotes",
        _ if is_about("control character") => "a text cannot go on in the next line: write \\n",
        _ if is_about("invalid escape") => "write a backslash as \\\\",
        _ if is_about("recursion limit") => "lists and objects are at most 127 deep in each other",
        _ if is_about("EOF") => "the file ends too early: is a text not closed?",
        _ if is_about("trailing characters") => {
            "the document has ended before it: is there a brace or a bracket too many?"
        }
        _ if is_about("invalid number") => "a number has no zero before it, and ends in a digit",
        _ if is_about("surrogate") || is_about("code point") => {
            "\\uD800 to \\uDFFF come in pairs: write the sign itself"
        }
        _ if is_about("expected value") || is_about("expected ident") => {
            "a value is a text in double quotes, a number, true, false or null, a list or an object"
        }
        _ => "",
    }
}

fn last_field(path: &Path) -> &str {
    let mut steps = path.0.iter().rev();
    steps
        .find_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item(_) => None,
        })
        .unwrap_or_default()
}

fn shape_words(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::Object => "an object",
        Shape::Truth => "true or false",
    }
}

fn kind_of(value: &str) -> &'static str {
    match value.chars().next() {
        Some('"') => "a text",
        Some('{') => "an object",
        Some('[') => "a list",
        Some('t' | 'f') => "true or false",
        Some('n') => "null",
        _ => "a number",
    }
}

/// What people call fields that the standard calls otherwise.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("certificates", &["certifications", "certs", "licenses"]),
    ("description", &["about", "details", "overview"]),
    ("email", &["mail", "emailaddress"]),
    ("endDate", &["end", "to", "until", "finish", "enddate"]),
    (
        "highlights",
        &[
            "achievements",
            "accomplishments",
            "bullets",
            "duties",
            "responsibilities",
            "tasks",
        ],
    ),
    ("image", &["avatar", "photo", "portrait"]),
    ("institution", &["college", "school", "university"]),
    (
        "keywords",
        &["skills", "stack", "tags", "tech", "technologies", "tools"],
    ),
    (
        "label",
        &["headline", "jobtitle", "role", "tagline", "title"],
    ),
    ("location", &["city", "place"]),
    (
        "name",
        &["company", "employer", "fullname", "organization", "title"],
    ),
    ("phone", &["cell", "mobile", "tel", "telephone"]),
    ("position", &["job", "jobtitle", "role", "title"]),
    ("score", &["grade", "marks"]),
    ("startDate", &["begin", "from", "since", "start"]),
    ("studyType", &["degree"]),
    ("area", &["field", "fieldofstudy", "major", "subject"]),
    (
        "summary",
        &["about", "bio", "objective", "profile", "statement"],
    ),
    ("url", &["homepage", "link", "site", "web", "website"]),
    ("volunteer", &["volunteering"]),
    (
        "work",
        &["employment", "experience", "jobs", "workexperience"],
    ),
];

/// “did you mean `name`?”, if one of the known names is near, or means the same.
pub fn meant(name: &str, known: &[&str]) -> String {
    let lower = name.to_lowercase();
    let plain = lower.replace(['_', '-', ' '], "");
    let same = SYNONYMS
        .iter()
        .find(|(meant, names)| known.contains(meant) && names.contains(&plain.as_str()));
    let likeness = |known: &str| {
        let likeness = strsim::normalized_damerau_levenshtein(&lower, &known.to_lowercase());
        (likeness * 100.0) as u32
    };
    let near = known.iter().max_by_key(|known| likeness(known));
    let near = near.filter(|known| likeness(known) >= 60);
    match near.or(same.map(|(meant, _)| meant)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => String::new(),
    }
}
