//! The standard's further sections, which are lists of much the same thing, and sections that no
//! standard has.

use super::{
    EntryId, Extra, Json,
    date::{Period, When},
    fields::Fields,
    outline,
    problem::{Kind, MOST, Path, Problem, WANTED},
};

/// A section that has no type of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The document's name of it, such as `education`.
    pub key: String,
    /// What it lists; never empty.
    pub items: Vec<Item>,
}

/// One thing in a section: a school, an award, a language …
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// Its address on the web.
    pub url: String,
    /// What is to be said of it in a word or two: who gave it, which degree, how fluently; by the names
    /// of the fields.
    pub details: Vec<(&'static str, String)>,
    /// When it was, for what lasted.
    pub period: Period,
    /// When it was, for what happened once.
    pub date: Option<When>,
    /// What is to be said of it in sentences.
    pub summary: String,
    /// What is to be listed.
    pub highlights: Vec<String>,
    /// Technologies and topics.
    pub keywords: Vec<String>,
    /// What else the file says of it.
    pub more: Vec<Extra>,
    /// The item as an entry, where it has anything that a filter could match.
    pub entry: Option<EntryId>,
}

impl Item {
    /// Whether there is more to it than names and dates.
    pub(super) fn has_words(&self) -> bool {
        !(self.summary.is_empty()
            && self.highlights.is_empty()
            && self.keywords.is_empty()
            && self.more.is_empty())
    }
}

/// Where an item's parts stand in the document: the names of their fields.
pub struct Names {
    /// [`Item::name`]
    pub name: &'static str,
    details: &'static [&'static str],
    /// [`Item::date`]
    pub date: &'static str,
    /// [`Item::summary`]
    pub summary: &'static str,
    /// [`Item::highlights`]
    pub highlights: &'static str,
    /// Names of earlier versions, each with what it is called now.
    former: &'static [(&'static str, &'static str)],
}

impl Names {
    /// All of them.
    pub fn all(&self) -> Vec<&'static str> {
        let mut names = vec![self.name, self.date, self.summary, self.highlights];
        names.extend(["url", "startDate", "endDate", "keywords"]);
        names.extend(self.details);
        names
    }

    /// Those of the section with this key.
    pub fn of(section: &str) -> &'static Self {
        let known = SECTIONS.iter().find(|(key, _)| *key == section);
        known.map_or(&NAMES, |(_, names)| names)
    }
}

const NAMES: Names = Names {
    name: "name",
    details: &[],
    date: "date",
    summary: "summary",
    highlights: "highlights",
    former: &[("website", "url")],
};

/// What a section that no standard has may call them.
const FURTHER: Names = Names {
    former: &[
        ("website", "url"),
        ("title", "name"),
        ("description", "summary"),
    ],
    ..NAMES
};

static SECTIONS: [(&str, Names); 8] = [
    (
        "volunteer",
        Names {
            name: "position",
            details: &["organization"],
            ..NAMES
        },
    ),
    (
        "education",
        Names {
            name: "institution",
            details: &["studyType", "area", "score"],
            highlights: "courses",
            former: &[("website", "url"), ("gpa", "score")],
            ..NAMES
        },
    ),
    (
        "awards",
        Names {
            name: "title",
            details: &["awarder"],
            former: &[("website", "url"), ("name", "title")],
            ..NAMES
        },
    ),
    (
        "certificates",
        Names {
            details: &["issuer"],
            ..NAMES
        },
    ),
    (
        "publications",
        Names {
            details: &["publisher"],
            date: "releaseDate",
            ..NAMES
        },
    ),
    (
        "languages",
        Names {
            name: "language",
            details: &["fluency"],
            former: &[("name", "language"), ("level", "fluency")],
            ..NAMES
        },
    ),
    ("interests", NAMES),
    (
        "references",
        Names {
            summary: "reference",
            ..NAMES
        },
    ),
];

/// Reads an item of a section.
fn item(fields: &mut Fields, names: &Names) -> Item {
    for (former, now) in names.former {
        fields.rename(former, now);
    }
    let details = names.details.iter().map(|name| (*name, fields.text(name)));
    Item {
        details: details.filter(|(_, text)| !text.is_empty()).collect(),
        name: fields.text(names.name),
        url: fields.url("url"),
        period: fields.period(),
        date: fields.when(names.date),
        summary: fields.text(names.summary),
        highlights: fields.texts(names.highlights),
        keywords: fields.texts("keywords"),
        more: fields.rest(),
        entry: None,
    }
}

/// Reads the standard's further sections, and those that no standard has: what is left of the document.
pub(super) fn sections(fields: &mut Fields) -> Vec<Section> {
    let mut sections = Vec::new();
    for (key, names) in &SECTIONS {
        let items = fields.list(key, &|fields| item(fields, names), names.name);
        sections.push(Section {
            key: (*key).to_owned(),
            items,
        });
    }
    sections.retain(|section| !section.items.is_empty());
    for (key, value) in fields.rest() {
        let path = fields.path.field(&key);
        let section = further_section(key, value, &path, fields.problems);
        sections.push(section);
    }
    sections
}

/// Reads a section that no standard has: a list, or the one thing that it is.
fn further_section(
    mut key: String,
    value: Json,
    path: &Path,
    problems: &mut Vec<Problem>,
) -> Section {
    // What is left of a section that the page has: a second field of its name, or values of another shape.
    while outline::is_key(&key) || key == "basics" || key == "meta" {
        key.push_str(outline::SECOND);
    }
    let mut items = Vec::new();
    match value {
        Json::List(values) => {
            for (index, value) in values.into_iter().enumerate() {
                if !value.is_empty() {
                    items.push(further_item(value, path.item(index), problems));
                }
            }
        }
        single => items.push(further_item(single, path.clone(), problems)),
    }
    Section { key, items }
}

/// Reads an item of a section that no standard has.
fn further_item(value: Json, path: Path, problems: &mut Vec<Problem>) -> Item {
    match (value.scalar(), value) {
        (Some(name), _) => Item {
            name,
            ..Item::default()
        },
        (_, Json::Object(object)) => {
            let mut odd = Vec::new();
            let further = item(&mut Fields::new(object, path, &mut odd), &FURTHER);
            if WANTED {
                // That the standard does not have the section is reported once, not for each of its fields.
                odd.retain(|problem| !matches!(problem.kind, Kind::Unknown(_) | Kind::Former(_)));
                problems.append(&mut odd);
                problems.truncate(MOST + 1);
            }
            further
        }
        (_, other) => Item {
            more: vec![(String::new(), other)],
            ..Item::default()
        },
    }
}
