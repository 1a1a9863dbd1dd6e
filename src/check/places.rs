//! From paths back to the places in the text.

use std::{collections::HashMap, ops::Range, rc::Rc};

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{ObjectProp, Value},
    common::Ranged,
    parse_to_ast,
};

use crate::resume::problem::{Kind, Path, Problem, Step};

/// Where the values of a document stand.
pub struct Places {
    values: HashMap<Rc<Path>, Vec<Place>>,
    texts: Vec<(Rc<Path>, String, Range<usize>)>,
}

struct Place {
    name: Option<Range<usize>>,
    value: Range<usize>,
}

impl Places {
    /// Goes through a text that is JSON.
    pub fn new(text: &str) -> Self {
        let mut places = Self {
            values: HashMap::new(),
            texts: Vec::new(),
        };
        let ast = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        // It accepts all that serde_json accepts, and that has read the text before.
        if let Some(value) = ast.ok().and_then(|ast| ast.value) {
            places.add(Path::default(), None, &value);
        }
        places
    }

    fn add(&mut self, path: Path, prop: Option<&ObjectProp>, value: &Value) {
        let path = Rc::new(path);
        let range = |range: jsonc_parser::common::Range| range.start..range.end;
        let place = Place {
            name: prop.map(|prop| range(prop.name.range())),
            value: range(value.range()),
        };
        match value {
            Value::StringLit(text) => {
                let text = text.value.trim().to_owned();
                self.texts.push((path.clone(), text, place.value.clone()));
            }
            Value::Array(list) => {
                for (index, item) in list.elements.iter().enumerate() {
                    self.add(path.item(index), None, item);
                }
            }
            Value::Object(object) => {
                for prop in &object.properties {
                    self.add(path.field(prop.name.as_str()), Some(prop), &prop.value);
                }
            }
            Value::NumberLit(number) => {
                let text = number.value.to_owned();
                self.texts.push((path.clone(), text, place.value.clone()));
            }
            _ => {}
        }
        self.values.entry(path).or_default().push(place);
    }

    /// The places of a path, or of what it leads into.
    fn near(&self, path: &Path) -> Option<&Vec<Place>> {
        let mut path = path.clone();
        while !path.0.is_empty() {
            if let Some(places) = self.values.get(&path) {
                return Some(places);
            }
            path.0.pop();
        }
        None
    }

    /// Where a problem is: the name of a field whose name is the problem, else the value.
    pub fn span(&self, problem: &Problem) -> Option<Range<usize>> {
        let places = self.near(&problem.path)?;
        let place = match problem.kind {
            Kind::Twice => places.last(),
            _ => places.first(),
        }?;
        let is_about_name = matches!(
            problem.kind,
            Kind::Unknown(_)
                | Kind::Twice
                | Kind::Former(_)
                | Kind::NoSetting(_)
                | Kind::AboutDocument
        );
        match &place.name {
            Some(name) if is_about_name => Some(name.clone()),
            _ => Some(place.value.clone()),
        }
    }

    /// Where the value at a path stands.
    pub fn value(&self, path: &Path) -> Option<Range<usize>> {
        let places = self.values.get(path)?;
        places.first().map(|place| place.value.clone())
    }

    /// The texts of the document with their paths and places, in its order.
    pub fn texts(&self) -> impl Iterator<Item = (&Path, &str, Range<usize>)> {
        let texts = self.texts.iter();
        texts.map(|(path, text, place)| (&**path, text.as_str(), place.clone()))
    }

    /// The texts in a field of this name, or in a list in it.
    pub fn texts_in<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a Path, &'a str, Range<usize>)> {
        self.texts().filter(move |(path, ..)| {
            let mut steps = path.0.iter().rev();
            let last = steps.find(|step| matches!(step, Step::Field(_)));
            matches!(last, Some(Step::Field(field)) if field == name)
        })
    }
}

/// The byte at which a line and a column are, counted from 1 and in bytes as serde_json does. Column 0
/// is the end of the line before.
pub fn offset(text: &str, line: usize, column: usize) -> usize {
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let start = std::iter::once(0)
        .chain(starts)
        .nth(line - 1)
        .unwrap_or(text.len());
    let mut offset = (start + column).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Where the sign at a byte ends.
pub fn end_of_sign(text: &str, start: usize) -> usize {
    start + text[start..].chars().next().map_or(0, char::len_utf8)
}

/// Where the lines of a text start.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Goes through a text once.
    pub fn new(text: &str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(starts).collect())
    }

    /// The line that a byte is in, counted from 1, and where it starts.
    pub fn line(&self, at: usize) -> (usize, usize) {
        let line = self.0.partition_point(|start| *start <= at);
        (line, self.0[line.saturating_sub(1)])
    }

    /// Where the line with this number ends, if another follows.
    pub fn end(&self, line: usize) -> Option<usize> {
        self.0.get(line).map(|next| next - 1)
    }
}
