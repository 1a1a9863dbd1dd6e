//! What can be odd in a document, and where.

use std::fmt;

use super::date::Date;

/// Whether problems and their paths are recorded. Only the native checker reports them; the page reads
/// the same way without.
pub(super) const WANTED: bool = cfg!(feature = "ssr");

/// How many problems are reported at most. Nobody reads more, and a file may have millions.
pub const MOST: usize = 1_000;

/// Where in a document a value stands. In the browser, where nobody asks, a path is always empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(pub Steps);

#[cfg(feature = "ssr")]
type Steps = Vec<Step>;
#[cfg(not(feature = "ssr"))]
type Steps = [Step; 0];

/// One step down into a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into an object's field.
    Field(String),
    /// Into a list's item, counted from 0.
    Item(usize),
}

impl Path {
    /// The path to a field of the object that is here.
    pub fn field(&self, name: &str) -> Self {
        self.below(|| Step::Field(name.to_owned()))
    }

    /// The path to an item of the list that is here.
    pub fn item(&self, index: usize) -> Self {
        self.below(|| Step::Item(index))
    }

    #[cfg(feature = "ssr")]
    fn below(&self, step: impl FnOnce() -> Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step());
        Self(steps)
    }

    #[cfg(not(feature = "ssr"))]
    fn below(&self, _: impl FnOnce() -> Step) -> Self {
        Self::default()
    }
}

impl fmt::Display for Path {
    /// As JavaScript would write it: `work[1].projects[0].startDate`, `basics["a.b"]`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let is_sign = |sign: char| matches!(sign, '.' | '[' | ']' | '"' | ' ');
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if name.is_empty() || name.contains(is_sign) => {
                    write!(f, "[\"{}\"]", name.replace('"', "\\\""))?;
                }
                Step::Field(name) if depth > 0 => write!(f, ".{name}")?,
                Step::Field(name) => f.write_str(name)?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Something in a document that is not as it should be. The checker has the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The value it is about; the document itself where empty.
    pub path: Path,
    /// What it is.
    pub kind: Kind,
}

/// What is not as it should be with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The standard has no such field here. It is shown under its name. These fields there are, and
    /// the object does not have them.
    Unknown(Vec<&'static str>),
    /// The object has had a field of this name before. It is shown under its name.
    Twice,
    /// An earlier version of the standard had this name for what is now called so.
    Former(&'static str),
    /// It has not the shape that belongs here, and is shown as it is.
    Shape(Shape),
    /// It has not the shape that belongs here, and has no effect.
    LostShape(Shape),
    /// It is a number, `true` or `false` where a text belongs, and is shown as it is written.
    NotText,
    /// It is a single value where a list belongs, and is read as a list of one.
    NotList,
    /// A date, not written as the standard has it.
    NotIso(Date),
    /// An `endDate` that says in words that there is none yet.
    Present,
    /// A start and an end where a start belongs.
    TwoDates,
    /// A date that can be read in two ways. It is shown as it is written.
    AmbiguousDate,
    /// A date that no calendar has. It is shown as it is written.
    ImpossibleDate,
    /// What is no date, where one belongs. It is shown as it is written.
    NoDate,
    /// The end is earlier than the start.
    EndBeforeStart,
    /// An address that is not safe to follow. It is shown as text.
    UnsafeLink,
    /// An address without its `https://`.
    NoScheme,
    /// An address that leads nowhere by itself. It is shown as text.
    NoLink,
    /// A picture that is no file beside the page.
    ImageElsewhere,
    /// It is for programs, not for readers, and is not shown.
    Data,
    /// It says something of the document, not of the person, and is not shown.
    AboutDocument,
    /// `meta.vitae` has no such setting: it has no effect, as nothing that is left in it has. These
    /// settings there are, and the file does not have them.
    NoSetting(Vec<&'static str>),
    /// A section that the page does not have.
    NoSection,
}

/// What belongs where something else is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// An object.
    Object,
    /// `true` or `false`.
    Truth,
}
