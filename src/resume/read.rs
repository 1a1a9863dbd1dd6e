//! From JSON to the typed résumé: takes fields by their names and reports what does not fit.

use std::fmt;

use super::{
    date::{Period, When},
    json::Json,
};

/// Where in a document a value stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// One step down into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into an object's field.
    Field(String),
    /// Into a list's item, counted from 0.
    Item(usize),
}

impl fmt::Display for Path {
    /// As JavaScript would write it: `work[1].projects[0].startDate`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if depth > 0 => write!(f, ".{name}")?,
                Step::Field(name) => f.write_str(name)?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something of the résumé would be lost: the file is not accepted.
    Error,
    /// The page can be made, with something in it that its owner will want to know.
    Warning,
}

/// Something in a document that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The value it is about; the document itself where empty.
    pub path: Path,
    /// What is wrong and what to do.
    pub message: String,
}

/// An object that is being read. Each field is taken once; those that nobody took are reported when
/// the reading of the object is done.
pub(super) struct Fields<'a> {
    path: Path,
    fields: Vec<(String, Json)>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// Reads `object` with `read`.
    pub fn of<T>(
        object: Vec<(String, Json)>,
        path: Path,
        problems: &'a mut Vec<Problem>,
        read: fn(&mut Fields) -> T,
    ) -> T {
        let mut fields = Fields {
            path,
            fields: object,
            problems,
        };
        let value = read(&mut fields);
        fields.report_rest();
        value
    }

    fn report_rest(mut self) {
        for (name, _) in std::mem::take(&mut self.fields) {
            let path = self.below(Step::Field(name));
            self.report(
                Severity::Warning,
                path,
                "is not shown: JSON Resume has no such field here, or it is there twice",
            );
        }
    }

    /// The fields that are left, by name: for objects whose names are data.
    pub fn names(&self) -> Vec<String> {
        self.fields.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Takes a field that the page has no use for.
    pub fn ignore(&mut self, name: &str) {
        self.take(name);
    }

    /// A text, trimmed; a number or a truth value is taken as it is written; empty where missing.
    pub fn text(&mut self, name: &str) -> String {
        let path = self.below(Step::Field(name.to_owned()));
        let value = self.take(name);
        self.as_text(value, path)
    }

    /// A list of texts, without empty ones; a single text is a list of one.
    pub fn texts(&mut self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (path, item) in self.items(name) {
            texts.push(self.as_text(Some(item), path));
        }
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// A date, or the text that stands in its place.
    pub fn when(&mut self, name: &str) -> Option<When> {
        Some(self.text(name))
            .filter(|text| !text.is_empty())
            .map(When::read)
    }

    /// `startDate` and `endDate`.
    pub fn period(&mut self) -> Period {
        Period {
            start: self.when("startDate"),
            end: self.when("endDate"),
        }
    }

    /// A list of objects; a single object is a list of one.
    pub fn list<T>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for (path, item) in self.items(name) {
            if let Some(object) = self.as_object(item, path.clone()) {
                list.push(Fields::of(object, path, self.problems, read));
            }
        }
        list
    }

    /// An object, or what an empty one would give.
    pub fn object<T: Default>(&mut self, name: &str, read: fn(&mut Fields) -> T) -> T {
        let path = self.below(Step::Field(name.to_owned()));
        let value = self.take(name).unwrap_or(Json::Null);
        match self.as_object(value, path.clone()) {
            Some(object) => Fields::of(object, path, self.problems, read),
            None => T::default(),
        }
    }

    /// Reports a problem with a field.
    pub fn warn(&mut self, name: &str, message: &str) {
        let path = self.below(Step::Field(name.to_owned()));
        self.report(Severity::Warning, path, message);
    }

    /// A list's items and where each stands; what is no list is a list of one.
    fn items(&mut self, name: &str) -> Vec<(Path, Json)> {
        let path = self.below(Step::Field(name.to_owned()));
        let items = match self.take(name) {
            Some(Json::List(items)) => items,
            other => other.into_iter().collect(),
        };
        let mut placed = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let mut path = path.clone();
            path.0.push(Step::Item(index));
            placed.push((path, item));
        }
        placed
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let index = self.fields.iter().position(|(field, _)| field == name)?;
        Some(self.fields.remove(index).1)
    }

    fn as_text(&mut self, value: Option<Json>, path: Path) -> String {
        match value {
            None | Some(Json::Null) => String::new(),
            Some(Json::Text(text)) => text.trim().to_owned(),
            Some(Json::Number(number)) => number,
            Some(Json::Bool(value)) => value.to_string(),
            Some(other) => {
                self.mismatch(path, "a text", &other);
                String::new()
            }
        }
    }

    fn as_object(&mut self, value: Json, path: Path) -> Option<Vec<(String, Json)>> {
        match value {
            Json::Null => None,
            Json::Object(fields) => Some(fields),
            other => {
                self.mismatch(path, "an object", &other);
                None
            }
        }
    }

    fn mismatch(&mut self, path: Path, expected: &str, found: &Json) {
        let message = format!("must be {expected}, and is {}", found.kind());
        self.report(Severity::Error, path, &message);
    }

    fn report(&mut self, severity: Severity, path: Path, message: &str) {
        self.problems.push(Problem {
            severity,
            path,
            message: message.to_owned(),
        });
    }

    fn below(&self, step: Step) -> Path {
        let mut path = self.path.clone();
        path.0.push(step);
        path
    }
}
