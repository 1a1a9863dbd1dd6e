//! Diagnostics as compilers print them.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};

/// Whether to print in colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// For terminals.
    Styled,
    /// For files and tests.
    Plain,
}

/// Severity, message, place, source line, what is shown instead, and how to mend it.
pub fn render(diagnostic: &Diagnostic, name: &str, text: &str, colours: Colours) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = diagnostic.path.to_string();
    let title = level.primary_title(diagnostic.message.as_str());
    let mut group = match &diagnostic.span {
        Some(span) => {
            let (line, _) = diagnostic.position(text).unwrap_or_default();
            let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[span.start..]
                .find('\n')
                .map_or(text.len(), |at| span.start + at);
            let mark = span.start - start..span.end.min(end).max(span.start) - start;
            let source = Snippet::source(&text[start..end])
                .path(name)
                .line_start(line);
            title.element(source.annotation(AnnotationKind::Primary.span(mark).label(path)))
        }
        None => title.element(Origin::path(name)),
    };
    if !diagnostic.shown.is_empty() {
        group = group.element(
            Level::NOTE
                .with_name("shown")
                .message(diagnostic.shown.as_str()),
        );
    }
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(diagnostic.help.as_str()));
    }
    let renderer = match colours {
        Colours::Styled => Renderer::styled(),
        Colours::Plain => Renderer::plain(),
    };
    format!("{}\n", renderer.render(&[group]))
}
