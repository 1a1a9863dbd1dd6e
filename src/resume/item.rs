//! The standard's further sections, which are lists of much the same thing.

use super::{
    EntryId,
    date::{Period, When},
    read::Fields,
};

/// One of the standard's sections that have no type of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The standard's name of it, such as `education`.
    pub key: &'static str,
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
    /// What is to be said of it in a word or two: who gave it, which degree, how fluently.
    pub details: Vec<String>,
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
    /// The item as an entry, where it has anything that a filter could match.
    pub entry: Option<EntryId>,
}

impl Item {
    /// Whether there is more to it than names and dates.
    pub(super) fn has_words(&self) -> bool {
        !(self.summary.is_empty() && self.highlights.is_empty() && self.keywords.is_empty())
    }
}

type Read = fn(&mut Fields) -> Item;

const SECTIONS: [(&str, Read); 8] = [
    ("volunteer", |fields| Item {
        name: fields.text("position"),
        details: details(fields, &["organization"]),
        ..described(fields)
    }),
    ("education", |fields| Item {
        name: fields.text("institution"),
        details: details(fields, &["studyType", "area", "score"]),
        highlights: fields.texts("courses"),
        url: fields.text("url"),
        period: fields.period(),
        ..Item::default()
    }),
    ("awards", |fields| Item {
        name: fields.text("title"),
        details: details(fields, &["awarder"]),
        date: fields.when("date"),
        ..described(fields)
    }),
    ("certificates", |fields| Item {
        name: fields.text("name"),
        details: details(fields, &["issuer"]),
        date: fields.when("date"),
        ..described(fields)
    }),
    ("publications", |fields| Item {
        name: fields.text("name"),
        details: details(fields, &["publisher"]),
        date: fields.when("releaseDate"),
        ..described(fields)
    }),
    ("languages", |fields| Item {
        name: fields.text("language"),
        details: details(fields, &["fluency"]),
        ..Item::default()
    }),
    ("interests", |fields| Item {
        name: fields.text("name"),
        keywords: fields.texts("keywords"),
        ..Item::default()
    }),
    ("references", |fields| Item {
        name: fields.text("name"),
        summary: fields.text("reference"),
        ..Item::default()
    }),
];

fn described(fields: &mut Fields) -> Item {
    Item {
        url: fields.text("url"),
        period: fields.period(),
        summary: fields.text("summary"),
        highlights: fields.texts("highlights"),
        keywords: fields.texts("keywords"),
        ..Item::default()
    }
}

fn details(fields: &mut Fields, names: &[&str]) -> Vec<String> {
    names
        .iter()
        .map(|name| fields.text(name))
        .filter(|text| !text.is_empty())
        .collect()
}

/// The sections that have anything.
pub(super) fn sections(fields: &mut Fields) -> Vec<Section> {
    SECTIONS
        .iter()
        .map(|(key, read)| Section {
            key,
            items: fields.list(key, *read),
        })
        .filter(|section| !section.items.is_empty())
        .collect()
}
