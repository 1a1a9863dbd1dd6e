//! From JSON to the typed résumé: takes fields by their names, in whatever shape they come, and
//! reports what does not fit.

use std::mem::take;

use super::{
    date::{Period, When},
    href,
    json::Json,
    problem::{Kind, MOST, Path, Problem, Shape, WANTED},
    written::{self, Written},
};

/// A field that has no place of its own on the page: its name, and a value that is not empty.
pub type Extra = (String, Json);

/// An object that is being read. Each field is taken once; what nobody took is [`Fields::rest`].
pub(super) struct Fields<'a> {
    /// Where it stands in the document.
    pub path: Path,
    fields: Vec<Field>,
    /// The names that were asked for, and whether they were there.
    known: Vec<(&'static str, bool)>,
    /// What is odd so far.
    pub problems: &'a mut Vec<Problem>,
}

struct Field {
    /// Its name in the document.
    written: String,
    /// The standard's present name of it, where that is another.
    now: Option<&'static str>,
    value: Json,
    /// Whether there is nothing more to say about it.
    is_reported: bool,
}

impl Field {
    /// Whether it is for programs, not for readers: what is true or false, identifiers, and numbers by which to sort.
    fn is_data(&self) -> bool {
        let name = self.written.to_ascii_lowercase();
        let is_id = ["id", "uuid", "guid"].contains(&name.trim_start_matches(['_', '@', '$']));
        let is_order = ["order", "index", "sort", "weight"].contains(&&*name);
        match self.value {
            Json::Bool(_) => true,
            Json::Number(_) => is_id || is_order || name.starts_with(['_', '$']),
            Json::Text(_) => is_id || name.starts_with(['_', '$']),
            _ => false,
        }
    }

    fn name(&self) -> &str {
        self.now.unwrap_or(&self.written)
    }
}

/// Names of fields that say nothing but that there is a value.
const NAMELESS: [&str; 4] = ["name", "text", "title", "value"];

/// What a reading function looks like.
type Read<'r, T> = &'r dyn Fn(&mut Fields) -> T;

impl<'a> Fields<'a> {
    /// The fields of `object`, none of them taken.
    pub fn new(object: Vec<Extra>, path: Path, problems: &'a mut Vec<Problem>) -> Self {
        let field = |(written, value): Extra| Field {
            written,
            now: None,
            value,
            is_reported: false,
        };
        Self {
            path,
            fields: object.into_iter().map(field).collect(),
            known: Vec::new(),
            problems,
        }
    }

    /// Gives a field of an earlier version of the standard its present name. Where the object has both
    /// and they differ, both are kept as they are.
    pub fn rename(&mut self, former: &str, now: &'static str) {
        let Some(old) = self.position(former) else {
            return;
        };
        let path = self.path.field(former);
        match self.position(now) {
            Some(new) if self.fields[new].value == self.fields[old].value => {
                self.fields.remove(old);
            }
            Some(new) if !self.fields[new].value.is_empty() => return,
            new => {
                self.fields[old].now = Some(now);
                new.map(|new| self.fields.remove(new));
            }
        }
        self.report(path, Kind::Former(now));
    }

    /// The text of a field of an earlier version of the standard that is a part of what is now called so.
    pub fn former(&mut self, name: &str, now: &'static str) -> String {
        match self.position(name) {
            Some(_) => {
                self.report(self.path_of(name), Kind::Former(now));
                self.named(name)
            }
            None => String::new(),
        }
    }

    /// The fields that nobody took, those that have a value. What is data for programs is left out, and reported.
    pub fn rest(&mut self) -> Vec<Extra> {
        let (data, words) = take(&mut self.fields).into_iter().partition(Field::is_data);
        self.fields = data;
        self.rest_as(|_| Kind::Data);
        self.fields = words;
        let known = self.missing();
        self.rest_as(|is_twice| {
            if is_twice {
                Kind::Twice
            } else {
                Kind::Unknown(known.clone())
            }
        })
    }

    /// Says of the fields that nobody took that they have no effect.
    pub fn no_settings(&mut self) {
        if !WANTED {
            return;
        }
        let known = self.missing();
        for field in self.fields.iter().filter(|field| field.is_reported) {
            let path = self.path.field(&field.written);
            let problems = self.problems.iter_mut();
            for problem in problems.filter(|problem| problem.path.0.starts_with(&path.0)) {
                problem.kind = match problem.kind {
                    Kind::Shape(shape) => Kind::LostShape(shape),
                    ref other => other.clone(),
                };
            }
        }
        self.rest_as(|_| Kind::NoSetting(known.clone()));
    }

    /// The fields that nobody took: says of them that they are about the document.
    pub fn about_document(&mut self) -> Vec<Extra> {
        self.rest_as(|_| Kind::AboutDocument)
    }

    fn rest_as(&mut self, kind: impl Fn(bool) -> Kind) -> Vec<Extra> {
        let mut rest = Vec::new();
        for field in take(&mut self.fields) {
            if WANTED && !field.is_reported && !field.value.is_empty() {
                let is_twice = self.known.iter().any(|(known, _)| *known == field.name());
                self.report(self.path.field(&field.written), kind(is_twice));
            }
            if !field.value.is_empty() {
                rest.push((field.written, field.value));
            }
        }
        rest
    }

    fn knows(&mut self, name: &'static str) {
        if WANTED {
            let is_there = self.position(name).is_some();
            self.known.push((name, is_there));
        }
    }

    /// The names that were asked for in vain.
    fn missing(&self) -> Vec<&'static str> {
        if !WANTED {
            return Vec::new();
        }
        let known = self.known.iter();
        known
            .filter(|(_, is_there)| !is_there)
            .map(|(name, _)| *name)
            .collect()
    }

    /// Reads each of the fields that are left by its name: for objects whose names are data.
    pub fn each_named(&mut self, read: &mut dyn FnMut(&mut Self, String)) {
        let mut left = Vec::new();
        for field in take(&mut self.fields) {
            let name = field.name().to_owned();
            self.fields.push(field);
            read(self, name);
            left.append(&mut self.fields);
        }
        self.fields = left;
    }

    /// Takes a field that the page has no use for.
    pub fn ignore(&mut self, name: &'static str) {
        self.take(name);
    }

    /// A text, trimmed; a number or a truth value is taken as it is written; empty where missing.
    pub fn text(&mut self, name: &'static str) -> String {
        self.knows(name);
        self.named(name)
    }

    /// The same of a field whose name is data.
    pub fn named(&mut self, name: &str) -> String {
        match self.remove(name) {
            Some(field) => self.as_text(field).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// The text of a field, unless its shape is another, in which case it is put back.
    fn as_text(&mut self, mut field: Field) -> Option<String> {
        let path = self.path.field(&field.written);
        let (text, kind) = match (field.value.scalar(), &field.value) {
            (Some(text), Json::Text(_) | Json::Null) => return Some(text),
            (Some(text), _) => (Some(text), Kind::NotText),
            (None, Json::List(items)) if items.iter().all(|item| item.scalar().is_some()) => {
                let mut texts: Vec<_> = items.iter().filter_map(Json::scalar).collect();
                texts.retain(|text| !text.is_empty());
                (Some(texts.join(", ")), Kind::Shape(Shape::Text))
            }
            _ => {
                field.is_reported = true;
                self.fields.push(field);
                (None, Kind::Shape(Shape::Text))
            }
        };
        self.report(path, kind);
        text
    }

    /// `true` or `false`, where there is either.
    pub fn truth(&mut self, name: &'static str) -> Option<bool> {
        let mut field = self.take(name)?;
        match field.value {
            Json::Null => None,
            Json::Bool(truth) => Some(truth),
            _ => {
                self.report(self.path.field(&field.written), Kind::Shape(Shape::Truth));
                field.is_reported = true;
                self.fields.push(field);
                None
            }
        }
    }

    /// A list of texts, without empty ones; a single text is a list of one.
    pub fn texts(&mut self, name: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        self.each(name, Shape::Text, &mut |fields, item, path| {
            // `{"name": "Go"}` in a list of texts is read as "Go".
            let inner = match &item {
                Json::Object(only) => match only.as_slice() {
                    [(name, text)] if NAMELESS.contains(&name.as_str()) => text.scalar(),
                    _ => None,
                },
                _ => None,
            };
            let kind = match (&item, inner.is_some()) {
                (Json::Text(_), _) => None,
                (_, true) => Some(Kind::Shape(Shape::Text)),
                (_, false) => Some(Kind::NotText),
            };
            let Some(text) = item.scalar().or(inner) else {
                return Some(item);
            };
            if let Some(kind) = kind {
                fields.report(path, kind);
            }
            texts.push(text);
            None
        });
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// A list of objects; a single object is a list of one, and a text the field `text` of one.
    pub fn list<T>(&mut self, name: &'static str, read: Read<T>, text: &'static str) -> Vec<T> {
        let mut list = Vec::new();
        self.each(name, Shape::Object, &mut |fields, item, path| {
            fields.within(item, path, text, &mut |item| list.push(read(item)))
        });
        list
    }

    /// Reads an object, or a text as the field `text` of one, if that has a name. Gives back what is neither.
    fn within(
        &mut self,
        value: Json,
        path: Path,
        text: &'static str,
        read: &mut dyn FnMut(&mut Fields),
    ) -> Option<Json> {
        match (value.scalar(), value) {
            (_, Json::Object(object)) => read(&mut Fields::new(object, path, self.problems)),
            (Some(value), _) => {
                self.report(path.clone(), Kind::Shape(Shape::Object));
                // Its shape has been reported; problems with the text itself are not reported as well.
                let object = vec![(text.to_owned(), Json::Text(value))];
                if !text.is_empty() {
                    read(&mut Fields::new(object, path, &mut Vec::new()));
                }
            }
            (_, other) => return Some(other),
        }
        None
    }

    /// Hands over a list's items with their places, or a single value as if it were the only one.
    /// What `read` gives back is put back.
    fn each(
        &mut self,
        name: &'static str,
        shape: Shape,
        read: &mut dyn FnMut(&mut Self, Json, Path) -> Option<Json>,
    ) {
        self.knows(name);
        let Some(mut field) = self.remove(name) else {
            return;
        };
        let path = self.path.field(&field.written);
        let (items, is_list) = match take(&mut field.value) {
            Json::List(items) => (items, true),
            single => {
                let is_item = match shape {
                    Shape::Text => single.scalar().is_some(),
                    Shape::Object => matches!(single, Json::Object(_)),
                    Shape::Truth => matches!(single, Json::Bool(_)),
                };
                if is_item && !single.is_empty() {
                    self.report(path.clone(), Kind::NotList);
                }
                (vec![single], false)
            }
        };
        let mut left = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            if item.is_empty() {
                continue;
            }
            let path = if is_list {
                path.item(index)
            } else {
                path.clone()
            };
            if let Some(item) = read(self, item, path.clone()) {
                self.report(path, Kind::Shape(shape));
                left.push(item);
            }
        }
        if !left.is_empty() {
            field.value = Json::List(left);
            field.is_reported = true;
            self.fields.push(field);
        }
    }

    /// An object, or what an empty one would give; a text is the field `text` of one, if that has a name.
    pub fn object<T: Default>(
        &mut self,
        name: &'static str,
        read: Read<T>,
        text: &'static str,
    ) -> T {
        self.knows(name);
        self.object_named(name, read, text)
    }

    /// The same of a field whose name is data.
    pub fn object_named<T: Default>(&mut self, name: &str, read: Read<T>, text: &'static str) -> T {
        let mut object = T::default();
        self.one(name, text, &mut |fields| object = read(fields));
        object
    }

    fn one(&mut self, name: &str, text: &'static str, read: &mut dyn FnMut(&mut Fields)) {
        let Some(mut field) = self.remove(name) else {
            return;
        };
        let path = self.path.field(&field.written);
        let value = take(&mut field.value);
        if matches!(value, Json::Null) {
            return;
        }
        if let Some(value) = self.within(value, path.clone(), text, read) {
            self.report(path, Kind::Shape(Shape::Object));
            field.value = value;
            field.is_reported = true;
            self.fields.push(field);
        }
    }

    /// An address. One that nobody should follow is reported.
    pub fn url(&mut self, name: &'static str) -> String {
        let path = self.path_of(name);
        let url = self.text(name);
        if !WANTED {
            return url;
        }
        let is_unsafe = url.split_once(':').is_some_and(|(scheme, _)| {
            let is_usual = ["http", "https", "mailto", "tel"].contains(&scheme);
            !is_usual && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        let kind = match (url.is_empty(), href(&url)) {
            (true, _) => None,
            (_, Some(href)) => (href != url).then_some(Kind::NoScheme),
            (_, None) if is_unsafe => Some(Kind::UnsafeLink),
            (_, None) => Some(Kind::NoLink),
        };
        if let Some(kind) = kind {
            self.report(path, kind);
        }
        url
    }

    /// A date, or the text that stands in its place.
    pub fn when(&mut self, name: &'static str) -> Option<When> {
        self.moment(name, false)
    }

    fn moment(&mut self, name: &'static str, may_be_now: bool) -> Option<When> {
        let path = self.path_of(name);
        // In the number 2020.1 a final zero may have been lost: it was October or January.
        let is_cut = self.position(name).is_some_and(
            |field| matches!(&self.fields[field].value, Json::Number(number) if number.contains('.')),
        );
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let when = match written::read(&text) {
            Written::Date(_) if is_cut => {
                // The fix for `NotText`, to write it as a text, would settle on one of the readings.
                self.forget(&path);
                Kind::AmbiguousDate
            }
            Written::Date(date) => {
                if WANTED && date.to_string() != text {
                    self.report(path, Kind::NotIso(date));
                }
                return Some(When::Date(date));
            }
            Written::Now if may_be_now => {
                self.report(path, Kind::Present);
                return Some(When::Now);
            }
            Written::Ambiguous => Kind::AmbiguousDate,
            Written::Impossible => Kind::ImpossibleDate,
            Written::Now | Written::Text => Kind::NoDate,
        };
        self.report(path, when);
        Some(When::Text(text))
    }

    /// `startDate` and `endDate`.
    pub fn period(&mut self) -> Period {
        let (start_path, end_path) = (self.path_of("startDate"), self.path_of("endDate"));
        let start = self.when("startDate");
        let end = self.moment("endDate", start.is_some());
        let mut period = Period { start, end };
        if let (Some(When::Text(text)), None) = (&period.start, &period.end)
            && let Some(both) = range(text)
        {
            self.forget(&start_path);
            self.report(start_path, Kind::TwoDates);
            period = both;
        }
        if period.is_backwards() {
            self.report(end_path, Kind::EndBeforeStart);
        }
        period
    }

    fn take(&mut self, name: &'static str) -> Option<Field> {
        self.knows(name);
        self.remove(name)
    }

    fn remove(&mut self, name: &str) -> Option<Field> {
        let position = self.position(name)?;
        Some(self.fields.remove(position))
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name() == name)
    }

    /// Where the field of this name stands.
    pub fn path_of(&self, name: &str) -> Path {
        if !WANTED {
            return Path::default();
        }
        let field = self.fields.iter().find(|field| field.name() == name);
        self.path
            .field(field.map_or(name, |field| field.written.as_str()))
    }

    /// Reports a problem.
    pub fn report(&mut self, path: Path, kind: Kind) {
        // One more than the limit, so that the checker knows that there are more.
        if WANTED && self.problems.len() <= MOST {
            self.problems.push(Problem { path, kind });
        }
    }

    /// Takes back what was reported of a value.
    fn forget(&mut self, path: &Path) {
        if WANTED {
            self.problems.retain(|problem| problem.path != *path);
        }
    }
}

/// The two dates of “2015 – 2017”, if that is what a text is.
fn range(text: &str) -> Option<Period> {
    const BETWEEN: [&str; 16] = [
        "–", "—", "→", "～", "~", " - ", " to ", " until ", " till ", " bis ", " à ", " a ",
        " al ", " hasta ", " 至 ", "-",
    ];
    let parts = BETWEEN
        .into_iter()
        .find_map(|between| text.split_once(between))?;
    let when = |text: &str| match written::read(text) {
        Written::Date(date) => Some(When::Date(date)),
        Written::Now => Some(When::Now),
        _ => None,
    };
    Some(Period {
        start: Some(when(parts.0).filter(|start| *start != When::Now)?),
        end: Some(when(parts.1)?),
    })
}
