//! The checker: what in a résumé is wrong or odd, where, what the page shows instead, and how to mend
//! it.
//!
//! [`check`] reads a file of any quality. [`fix`] makes the changes that need no decision of the
//! owner's, [`export`] writes what other tools read, [`render`] prints as a compiler does.

mod export;
mod fix;
mod places;
mod print;
mod review;
mod twins;
mod words;

use std::ops::Range;

pub use export::export;
pub use fix::fix;
pub use print::{Colours, render};

use crate::resume::{
    Resume,
    problem::{MOST, Path, Problem},
};
use places::{Lines, Places};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is lost, or cannot be as it is written.
    Error,
    /// Something may not be as it is meant.
    Warning,
    /// Something that the owner may want to know.
    Note,
}

impl Severity {
    /// As compilers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Something to say about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The value that it is about, such as `work[1].projects[0].startDate`; empty where it is the
    /// whole file.
    pub path: Path,
    /// Where that stands, in bytes of the file's text; `None` where it is the whole file.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// What the page shows; empty where that goes without saying.
    pub shown: String,
    /// How to mend it; empty where that goes without saying.
    pub help: String,
    /// What [`fix`] does about it.
    edits: Vec<Edit>,
}

/// A file that is talked about.
pub struct Source<'a> {
    name: &'a str,
    text: &'a str,
    lines: Lines,
}

impl<'a> Source<'a> {
    /// A file of this name and text.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            lines: Lines::new(text),
        }
    }

    /// The line and column of what a diagnostic is about, counted from 1 and in characters.
    pub fn position(&self, diagnostic: &Diagnostic) -> Option<(usize, usize)> {
        let at = diagnostic.span.as_ref()?.start;
        let (line, start) = self.lines.line(at);
        Some((line, self.text[start..at].chars().count() + 1))
    }
}

/// A change to a document, at the path of the diagnostic that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Edit {
    /// The field is called so.
    Rename(&'static str),
    /// The value is this text.
    Text(String),
    /// The value is the only item of a list.
    Wrap,
    /// The field is not there.
    Remove,
    /// The field `firstName` or `lastName` is part of `name`.
    JoinNames,
    /// In `meta.vitae.tags`, the first name has the second as an alias.
    Alias(String, String),
}

/// What there is to say about a file.
#[derive(Clone, Debug)]
pub struct Checked {
    /// All of it, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The résumé; `None` where the page cannot be made from the file.
    pub resume: Option<Resume>,
}

impl Checked {
    /// A file that cannot even be read as text.
    pub fn unusable(reason: String) -> Self {
        Self::refused(reason, String::new(), None)
    }

    fn refused(message: String, help: String, span: Option<Range<usize>>) -> Self {
        Self {
            diagnostics: vec![Diagnostic {
                severity: Severity::Error,
                path: Path::default(),
                span,
                message,
                shown: "nothing: there is no page of this file".to_owned(),
                help,
                edits: Vec::new(),
            }],
            resume: None,
        }
    }

    /// How many diagnostics matter so much.
    pub fn count(&self, severity: Severity) -> usize {
        let diagnostics = self.diagnostics.iter();
        diagnostics.filter(|it| it.severity == severity).count()
    }
}

/// Reads a file's text and says what is wrong or odd in it. `text` has no byte order mark.
pub fn check(text: &str) -> Checked {
    match Resume::read(text) {
        Err(unusable) => {
            let start = unusable
                .position
                .map(|(line, column)| places::offset(text, line, column));
            let (message, help) = words::unusable(&unusable, text, start);
            let span = start.map(|start| start..places::end_of_sign(text, start));
            Checked::refused(message, help, span)
        }
        Ok((resume, problems)) => {
            let places = Places::new(text);
            let mut diagnostics: Vec<_> = problems
                .iter()
                .map(|problem| of_problem(problem, &places, text))
                .collect();
            diagnostics.extend(review::review(&resume, &places));
            // What is about the whole file comes last.
            diagnostics.sort_by_key(|it| it.span.as_ref().map_or(usize::MAX, |span| span.start));
            if diagnostics.len() > MOST {
                diagnostics.truncate(MOST);
                diagnostics.push(words::more());
            }
            Checked {
                diagnostics,
                resume: Some(resume),
            }
        }
    }
}

fn of_problem(problem: &Problem, places: &Places, text: &str) -> Diagnostic {
    let span = places.span(problem);
    let value = places.value(&problem.path).map_or("", |span| &text[span]);
    let mut diagnostic = words::words(problem, value);
    diagnostic.span = span;
    diagnostic
}
