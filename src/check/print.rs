//! Diagnostics as compilers print them.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity, Source};

/// Whether to print in colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// For terminals.
    Styled,
    /// For files and tests.
    Plain,
}

/// A line with more bytes than this is long.
const LONG: usize = 400;

/// How many characters of a long line stand before what is pointed at, and twice as many after it.
const AROUND: usize = 80;

/// Severity, message, place, source line, what is shown instead, and how to mend it.
pub fn render(diagnostic: &Diagnostic, source: &Source, colours: Colours) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = diagnostic.path.to_string();
    let title = level.primary_title(diagnostic.message.as_str());
    let position = source.position(diagnostic);
    // The library counts columns in the text that it is given, which is only a part of a long line.
    let mut columns = None;
    let mut group = match (&diagnostic.span, position) {
        (Some(span), Some((line, column))) => {
            let (start, end) = around(source, span.start);
            let mark = span.start - start..span.end.min(end).max(span.start) - start;
            let part = &source.text[start..end];
            columns = Some((part[..mark.start].chars().count() + 1, column));
            let part = Snippet::source(part).path(source.name).line_start(line);
            title.element(part.annotation(AnnotationKind::Primary.span(mark).label(path)))
        }
        _ => title.element(Origin::path(source.name)),
    };
    if !diagnostic.shown.is_empty() {
        let shown = Level::NOTE.with_name("shown");
        group = group.element(shown.message(diagnostic.shown.as_str()));
    }
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(diagnostic.help.as_str()));
    }
    let renderer = match colours {
        Colours::Styled => Renderer::styled(),
        Colours::Plain => Renderer::plain(),
    };
    let mut text = renderer.render(&[group]);
    if let (Some((reckoned, column)), Some((line, _))) = (columns, position)
        && reckoned != column
    {
        let place = |column| format!("{}:{line}:{column}", source.name);
        text = text.replacen(&place(reckoned), &place(column), 1);
    }
    text.push('\n');
    text
}

/// The line around a byte, or as much of it as can be read at once: a file may be one long line.
fn around(source: &Source, at: usize) -> (usize, usize) {
    let (line, start) = source.lines.line(at);
    let end = source.lines.end(line).unwrap_or(source.text.len());
    if end - start <= LONG {
        return (start, end);
    }
    let before = source.text[start..at].char_indices().rev();
    let from = before
        .take(AROUND)
        .last()
        .map_or(at, |(from, _)| start + from);
    let line = &source.text[at..end];
    let to = line
        .char_indices()
        .nth(2 * AROUND)
        .map_or(line.len(), |(to, _)| to);
    (from, at + to)
}
