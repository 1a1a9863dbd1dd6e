//! The Markdown that people write into the texts of a résumé, as values.
//!
//! It follows [CommonMark 0.31](https://spec.commonmark.org/0.31.2/): backslash escapes (2.4), lists (5.2,
//! 5.3), code spans (6.1), emphasis (6.2), links (6.3), images (6.4, as links) and autolinks (6.5); and, for
//! addresses without brackets, the extension of
//! [GitHub](https://github.github.com/gfm/#autolinks-extension-). All else is text as it stands: headings,
//! quotes, rules, tables, entities, HTML, links by reference. No word is lost.
//!
//! Where it differs, it takes people at their word:
//!
//! - A line ends where it ends in the file.
//! - A list is indented as far as one likes, and what is inside of an item by two or more. Its bullets have
//!   text beside them. Its numbers are 1, 2, 3, or all 1, and there are two or more: “1. Platz” is a
//!   sentence, and so is “2014. A good year”.
//! - A link has a text and an address, and the address no spaces and no backslashes. Its title is text
//!   after it. In links of links, the inner one is the link.
//! - An address in angle brackets is one of the web, of mail or of a telephone: `<std::string>` is none.

use std::borrow::Cow;
use std::mem;
use std::ops::Range;

use crate::words::{Kind, kind};

/// How deep lists, and marks of one line, are inside of each other. What is deeper is text, so that no text
/// can use up the stack.
const DEEPEST: usize = 12;

/// A part of a text that stands on lines of its own.
#[derive(Debug, PartialEq)]
pub enum Block<'a> {
    /// Lines without a blank one between them.
    Paragraph(Vec<Inline<'a>>),
    /// Things one below the other.
    List {
        /// Whether they are numbered, from 1 on.
        ordered: bool,
        /// What each of them says: a paragraph, and sometimes more paragraphs and lists.
        items: Vec<Vec<Block<'a>>>,
    },
}

/// A part of a paragraph.
#[derive(Debug, PartialEq)]
pub enum Inline<'a> {
    /// Words as they stand.
    Text(&'a str),
    /// The end of a line that is not the last one.
    Break,
    /// Words as they stand, of a program.
    Code(&'a str),
    /// What is said with stress.
    Emphasis(Vec<Inline<'a>>),
    /// What is important.
    Strong(Vec<Inline<'a>>),
    /// What leads to an address.
    Link {
        /// What is read. It has no links in it.
        content: Vec<Inline<'a>>,
        /// The address as it was written, which may be unsafe to follow. One of mail has no `mailto:`
        /// unless that was written.
        url: &'a str,
    },
}

/// A text with its markup understood.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(Line::new(line, at));
        at += line.len();
    }
    parse(text, &mut lines, 0)
}

/// A text without its markup, as a search or a mention finds it; the same text if it has none.
pub fn plain(text: &str) -> Cow<'_, str> {
    // Most texts have none, which their signs tell at a glance.
    let is_list = text.trim_start().starts_with(['-', '+']);
    if !is_list && !text.contains(['*', '_', '`', '[', '<', '\\', '\n']) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    write_blocks(&blocks(text), &mut plain);
    let signs = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
    if signs(&plain) == signs(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(plain)
    }
}

fn write_blocks(blocks: &[Block], plain: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(content) => {
                if !plain.is_empty() {
                    plain.push('\n');
                }
                write_inlines(content, plain);
            }
            Block::List { items, .. } => items.iter().for_each(|item| write_blocks(item, plain)),
        }
    }
}

fn write_inlines(content: &[Inline], plain: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => plain.push_str(text),
            Inline::Break => plain.push('\n'),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                write_inlines(content, plain);
            }
        }
    }
}

/// A line without the spaces around it; in bytes of the text.
struct Line {
    start: usize,
    end: usize,
    indent: usize,
    marker: Option<Marker>,
}

/// What is before an item of a list.
#[derive(Clone, Copy)]
struct Marker {
    sign: u8,
    number: Option<u8>,
    length: usize,
}

impl Line {
    fn new(line: &str, at: usize) -> Self {
        let content = line.trim_start();
        let (space, _) = line.split_at(line.len() - content.len());
        let start = at + space.len();
        let content = content.trim_end();
        Self {
            start,
            end: start + content.len(),
            indent: space.len() + 3 * space.matches('\t').count(),
            marker: Marker::new(content),
        }
    }

    fn is_blank(&self) -> bool {
        self.start == self.end
    }
}

impl Marker {
    fn new(line: &str) -> Option<Self> {
        let digit = |sign: u8| sign.is_ascii_digit().then(|| sign - b'0');
        let (sign, number, rest) = match *line.as_bytes() {
            [sign @ (b'-' | b'*' | b'+'), ref rest @ ..] => (sign, None, rest),
            [one, sign @ (b'.' | b')'), ref rest @ ..] => (sign, Some(digit(one)?), rest),
            [ten, one, sign @ (b'.' | b')'), ref rest @ ..] => {
                (sign, Some(digit(ten)? * 10 + digit(one)?), rest)
            }
            _ => return None,
        };
        let content = rest.trim_ascii_start();
        // “* * *” is a line between paragraphs.
        let has_text = content.iter().any(|sign| !b" \t-*+".contains(sign));
        (content.len() < rest.len() && has_text).then_some(Self {
            sign,
            number,
            length: line.len() - content.len(),
        })
    }

    fn starts_list(self) -> bool {
        self.number.is_none_or(|number| number == 1)
    }

    /// Whether it goes on with a list, which has as many items already.
    fn continues(self, first: Self, items: usize) -> bool {
        let is_next = |number| number == 1 || usize::from(number) == items + 1;
        self.sign == first.sign && self.number.is_none_or(is_next)
    }
}

fn parse<'a>(text: &'a str, lines: &mut [Line], depth: usize) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut paragraph: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let ends = if depth < DEEPEST {
            ends_of_items(lines, at)
        } else {
            Vec::new()
        };
        if ends.is_empty() && !line.is_blank() {
            paragraph.get_or_insert(line.start..line.end).end = line.end;
            at += 1;
            continue;
        }
        blocks.extend(paragraph.take().map(|place| inlines(text, place)));
        if ends.is_empty() {
            at += 1;
            continue;
        }
        let mut items = Vec::with_capacity(ends.len());
        let mut ordered = false;
        for end in ends {
            // An item has a line at least, the one that starts it.
            let item = &mut lines[at..end];
            if let Some(marker) = item[0].marker.take() {
                item[0].start += marker.length;
                ordered = marker.number.is_some();
            }
            items.push(parse(text, item, depth + 1));
            at = end;
        }
        blocks.push(Block::List { ordered, items });
    }
    blocks.extend(paragraph.map(|place| inlines(text, place)));
    blocks
}

/// Where the items of the list end that starts with a line; none if no list does.
fn ends_of_items(lines: &[Line], start: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let Some(first) = lines[start].marker.filter(|marker| marker.starts_list()) else {
        return ends;
    };
    let mut indent = lines[start].indent;
    let mut is_after_blank = false;
    let mut end = start + 1;
    while let Some(line) = lines.get(end) {
        if !line.is_blank() && line.indent < indent + 2 {
            match line.marker {
                Some(marker) if marker.continues(first, ends.len() + 1) => {
                    ends.push(end);
                    indent = line.indent;
                }
                Some(marker) if marker.starts_list() => break,
                _ if is_after_blank => break,
                _ => {}
            }
        }
        is_after_blank = line.is_blank();
        end += 1;
    }
    ends.push(end);
    // “1. Platz” is a sentence.
    if first.number.is_some() && ends.len() == 1 {
        ends.clear();
    }
    ends
}

/// A place in a paragraph that is not words.
#[derive(Clone, Copy)]
struct Mark<'a> {
    start: usize,
    end: usize,
    role: Role<'a>,
}

#[derive(Clone, Copy)]
enum Role<'a> {
    /// Words after all.
    Text,
    Hidden,
    Break,
    Code(&'a str),
    Address(&'a str),
    /// The start of what goes on until [`Role::Close`].
    Open(Wrap<'a>),
    Close,
}

#[derive(Clone, Copy)]
enum Wrap<'a> {
    Emphasis,
    Strong,
    Link(&'a str),
}

/// Asterisks or underscores side by side.
struct Run {
    sign: u8,
    /// The mark of the first one that is not used yet, and how many there are; each has a mark.
    first: usize,
    count: usize,
    length: usize,
    opens: bool,
    closes: bool,
}

/// A `[` that may be the start of a link.
struct Bracket {
    mark: usize,
    /// How many runs are before it.
    runs: usize,
}

/// A paragraph, read from its start on.
///
/// All that is looked for is ASCII, so that each place in bytes is between two characters.
struct Scan<'a> {
    text: &'a str,
    marks: Vec<Mark<'a>>,
    runs: Vec<Run>,
    brackets: Vec<Bracket>,
}

fn inlines(text: &str, place: Range<usize>) -> Block<'_> {
    let mut scan = Scan {
        text: &text[place],
        marks: Vec::new(),
        runs: Vec::new(),
        brackets: Vec::new(),
    };
    let mut at = 0;
    while let Some(sign) = scan.text.as_bytes().get(at) {
        at = scan.step(at, *sign);
    }
    scan.pair(0);
    // Before it are the last words.
    scan.mark(at, at, Role::Hidden);
    Block::Paragraph(scan.tree())
}

impl<'a> Scan<'a> {
    /// Reads what starts at a place, and says where it ends.
    fn step(&mut self, at: usize, sign: u8) -> usize {
        let text = self.text;
        if !sign.is_ascii() {
            return at + 1;
        }
        let (before, rest) = text.split_at(at);
        let after = &rest[1..];
        match sign {
            b'\\' if after.starts_with(|sign: char| sign.is_ascii_punctuation()) => {
                self.mark(at, at + 1, Role::Hidden);
                at + 2
            }
            b'\\' if after.starts_with(['\r', '\n']) => self.mark(at, at + 1, Role::Hidden),
            b'\n' => {
                let end = text.len() - after.trim_start().len();
                self.mark(before.trim_end().len(), end, Role::Break)
            }
            b'`' => self.code(at, rest),
            b'*' | b'_' => self.run(sign, before, rest),
            b'[' => self.bracket(at, at + 1),
            b'!' if after.starts_with('[') => self.bracket(at, at + 2),
            b']' => self.link(at, after),
            b'<' => match bracketed(after) {
                Some(url) => self.mark(at, at + url.len() + 2, Role::Address(url)),
                None => at + 1,
            },
            b'h' if is_apart(beside(before.chars().next_back())) => match bare(rest) {
                Some(url) => self.mark(at, at + url.len(), Role::Address(url)),
                None => at + 1,
            },
            _ => at + 1,
        }
    }

    fn mark(&mut self, start: usize, end: usize, role: Role<'a>) -> usize {
        self.marks.push(Mark { start, end, role });
        end
    }

    fn code(&mut self, at: usize, rest: &'a str) -> usize {
        let length = repeated(rest);
        let mut end = length;
        while let Some(between) = rest[end..].find('`') {
            let start = end + between;
            end = start + repeated(&rest[start..]);
            if end - start == length {
                let code = &rest[length..start];
                let inner = code
                    .strip_prefix(' ')
                    .and_then(|code| code.strip_suffix(' '));
                let code = inner
                    .filter(|inner| !inner.trim().is_empty())
                    .unwrap_or(code);
                return self.mark(at, at + end, Role::Code(code));
            }
        }
        at + length
    }

    fn run(&mut self, sign: u8, before: &str, rest: &str) -> usize {
        let length = repeated(rest);
        let last = beside(before.chars().next_back());
        let next = beside(rest[length..].chars().next());
        let is_left = next != Kind::Space && (next != Kind::Sign || is_apart(last));
        let is_right = last != Kind::Space && (last != Kind::Sign || is_apart(next));
        // An underscore in a word is part of it.
        let (opens, closes) = match sign {
            b'_' => (
                is_left && (!is_right || last == Kind::Sign),
                is_right && (!is_left || next == Kind::Sign),
            ),
            _ => (is_left, is_right),
        };
        if opens || closes {
            self.runs.push(Run {
                sign,
                first: self.marks.len(),
                count: length,
                length,
                opens,
                closes,
            });
            for at in before.len()..before.len() + length {
                self.mark(at, at + 1, Role::Text);
            }
        }
        before.len() + length
    }

    fn bracket(&mut self, start: usize, end: usize) -> usize {
        self.brackets.push(Bracket {
            mark: self.marks.len(),
            runs: self.runs.len(),
        });
        self.mark(start, end, Role::Text)
    }

    /// Makes a link of a `]` and what is before and after it, if it is one.
    fn link(&mut self, at: usize, after: &'a str) -> usize {
        let (Some(bracket), Some((url, title, length))) = (self.brackets.pop(), target(after))
        else {
            return at + 1;
        };
        let (open, inside) = match self.marks[bracket.mark..].split_first_mut() {
            Some((open, inside)) if open.end < at => (open, inside),
            _ => return at + 1,
        };
        open.role = Role::Open(Wrap::Link(url));
        for mark in inside {
            if let Role::Address(_) = mark.role {
                mark.role = Role::Text;
            }
        }
        self.pair(bracket.runs);
        self.brackets.clear();
        let next = at + 1;
        self.mark(at, next + title.start, Role::Close);
        self.mark(next + title.end, next + length, Role::Hidden)
    }

    /// Finds which runs, from one on, belong together.
    fn pair(&mut self, from: usize) {
        let mut openers: Vec<Run> = Vec::new();
        for mut run in self.runs.drain(from..) {
            while run.closes && run.count > 0 {
                // Nobody has more of them open, and to look at all again and again would take long.
                let mut near = openers.iter().rev().take(64);
                let Some(between) = near.position(|opener| opener.pairs_with(&run)) else {
                    break;
                };
                openers.truncate(openers.len() - between);
                let Some(opener) = openers.last_mut() else {
                    break;
                };
                let (width, wrap) = if opener.count > 1 && run.count > 1 {
                    (2, Wrap::Strong)
                } else {
                    (1, Wrap::Emphasis)
                };
                opener.count -= width;
                let start = opener.first + opener.count;
                for (first, role) in [(start, Role::Open(wrap)), (run.first, Role::Close)] {
                    let mark = &mut self.marks[first];
                    mark.end = mark.start + width;
                    mark.role = role;
                }
                run.first += width;
                run.count -= width;
                if opener.count == 0 {
                    openers.pop();
                }
            }
            if run.opens && run.count > 0 {
                openers.push(run);
            }
        }
    }

    fn tree(self) -> Vec<Inline<'a>> {
        let mut outer = Vec::new();
        let mut content = Vec::new();
        let mut depth = 0;
        let mut done = 0;
        for mark in self.marks {
            let is_too_deep = match mark.role {
                Role::Text => continue,
                Role::Open(_) => {
                    depth += 1;
                    depth > DEEPEST
                }
                Role::Close => {
                    depth -= 1;
                    depth >= DEEPEST
                }
                _ => false,
            };
            if is_too_deep {
                continue;
            }
            let words = self.text.get(done..mark.start).unwrap_or_default();
            if !words.is_empty() {
                content.push(Inline::Text(words));
            }
            done = mark.end;
            let inline = match mark.role {
                Role::Text | Role::Hidden => continue,
                Role::Break => Inline::Break,
                Role::Code(code) => Inline::Code(code),
                Role::Address(url) => Inline::Link {
                    content: vec![Inline::Text(url)],
                    url,
                },
                Role::Open(wrap) => {
                    outer.push((wrap, mem::take(&mut content)));
                    continue;
                }
                Role::Close => {
                    let Some((wrap, before)) = outer.pop() else {
                        continue;
                    };
                    let content = mem::replace(&mut content, before);
                    match wrap {
                        Wrap::Emphasis => Inline::Emphasis(content),
                        Wrap::Strong => Inline::Strong(content),
                        Wrap::Link(url) => Inline::Link { content, url },
                    }
                }
            };
            content.push(inline);
        }
        content
    }
}

impl Run {
    /// Whether it is the start of what another run ends.
    fn pairs_with(&self, end: &Run) -> bool {
        // If one of them could be start and end alike, the standard wants this.
        let fits = !(self.closes || end.opens)
            || self.length.is_multiple_of(3)
            || !(self.length + end.length).is_multiple_of(3);
        self.sign == end.sign && fits
    }
}

/// How often a text has its first sign, which is ASCII, before another.
fn repeated(text: &str) -> usize {
    let signs = text.as_bytes();
    signs
        .iter()
        .take_while(|sign| Some(*sign) == signs.first())
        .count()
}

/// What a character is to asterisks and underscores beside it.
fn beside(sign: Option<char>) -> Kind {
    match sign {
        None => Kind::Space,
        Some('_') => Kind::Sign,
        Some(sign) => kind(sign),
    }
}

fn is_apart(kind: Kind) -> bool {
    matches!(kind, Kind::Space | Kind::Sign)
}

/// The address in brackets that a text starts with, where its title is, and where all of it ends.
fn target(text: &str) -> Option<(&str, Range<usize>, usize)> {
    let inner = text.strip_prefix('(')?.trim_start_matches(' ');
    let mut depth = 0;
    let end = inner.bytes().position(|sign| {
        match sign {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        // Without a bound, all brackets of a text may be open to its end.
        sign <= b' ' || sign == b'\\' || sign == b'<' || !(0..=32).contains(&depth)
    })?;
    let (url, rest) = inner.split_at(end);
    let words = rest.trim_start_matches(' ');
    let mut title = text.len() - words.len()..text.len() - words.len();
    if let Some(quote @ (b'"' | b'\'')) = words.bytes().next() {
        let length = words.bytes().skip(1).position(|sign| sign == quote)?;
        // With the space that ends the address.
        title.start -= 1;
        title.end += length + 2;
    }
    let rest = text[title.end..]
        .trim_start_matches(' ')
        .strip_prefix(')')?;
    (!url.is_empty() && depth <= 0).then_some((url, title, text.len() - rest.len()))
}

/// The address in angle brackets that a text is in.
fn bracketed(text: &str) -> Option<&str> {
    let end = text
        .bytes()
        .position(|sign| sign <= b' ' || sign == b'<' || sign == b'>')?;
    let (url, rest) = text.split_at(end);
    let is_mail = |at| {
        let is_known = |sign: u8| sign.is_ascii_alphanumeric() || b"@.-_+%".contains(&sign);
        0 < at && at + 1 < url.len() && url.bytes().all(is_known)
    };
    let is_other = |scheme: &&str| url.len() > scheme.len() && url.starts_with(*scheme);
    let mut schemes = ["https://", "http://", "mailto:", "tel:"].iter();
    let is_address = url.find('@').is_some_and(is_mail) || schemes.any(is_other);
    (is_address && rest.starts_with('>')).then_some(url)
}

/// The address of the web that a text starts with, without what ends the sentence around it.
fn bare(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme))?;
    let end = text.find(|sign: char| {
        sign.is_whitespace() || matches!(sign, '<' | '>' | '[' | ']' | '"' | '`')
    });
    let mut url = text.get(..end.unwrap_or(text.len()))?;
    let count = |sign: u8| url.bytes().filter(|other| *other == sign).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    while let Some(last) = url.chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '~' | '\'' => {}
            _ if !last.is_ascii() && kind(last) == Kind::Sign => {}
            _ => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    (url.len() > scheme.len()).then_some(url)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::time::{Duration, Instant};

    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::*;

    /// As something like HTML.
    fn written(text: &str) -> String {
        let mut written = String::new();
        write_all(&blocks(text), &mut written);
        written
    }

    fn write_all(blocks: &[Block], out: &mut String) {
        for block in blocks {
            match block {
                Block::Paragraph(content) => {
                    out.push_str("<p>");
                    write_line(content, out);
                }
                Block::List { ordered, items } => {
                    let name = if *ordered { "ol" } else { "ul" };
                    _ = write!(out, "<{name}>");
                    for item in items {
                        out.push_str("<li>");
                        write_all(item, out);
                    }
                    _ = write!(out, "</{name}>");
                }
            }
        }
    }

    fn write_line(content: &[Inline], out: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Break => out.push_str("<br>"),
                Inline::Code(code) => _ = write!(out, "<code>{code}</code>"),
                Inline::Emphasis(content) => {
                    out.push_str("<em>");
                    write_line(content, out);
                    out.push_str("</em>");
                }
                Inline::Strong(content) => {
                    out.push_str("<strong>");
                    write_line(content, out);
                    out.push_str("</strong>");
                }
                Inline::Link { content, url } => {
                    _ = write!(out, "<a {url}>");
                    write_line(content, out);
                    out.push_str("</a>");
                }
            }
        }
    }

    /// The same of a line, by another reader.
    fn written_by_other(line: &str) -> String {
        let mut out = String::new();
        for event in Parser::new(line) {
            match event {
                Event::Start(Tag::Paragraph) => out.push_str("<p>"),
                Event::Start(Tag::Emphasis) => out.push_str("<em>"),
                Event::Start(Tag::Strong) => out.push_str("<strong>"),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    _ = write!(out, "<a {dest_url}>");
                }
                Event::End(TagEnd::Emphasis) => out.push_str("</em>"),
                Event::End(TagEnd::Strong) => out.push_str("</strong>"),
                Event::End(TagEnd::Link | TagEnd::Image) => out.push_str("</a>"),
                Event::Text(text) => out.push_str(&text),
                Event::Code(code) => _ = write!(out, "<code>{code}</code>"),
                _ => {}
            }
        }
        out.trim_end().to_owned()
    }

    #[track_caller]
    fn assert_written(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(written(text), format!("<p>{expected}"), "{text}");
        }
    }

    #[track_caller]
    fn assert_are_text(texts: &[&str]) {
        for text in texts {
            let expected = [Block::Paragraph(vec![Inline::Text(text)])];
            assert_eq!(blocks(text), expected, "{text}");
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == *text));
        }
    }

    #[test]
    fn what_is_no_markup_is_text() {
        assert_are_text(&[
            "Plain words, and “others”: naïve, 日本語.",
            "snake_case_name and a_b_c, trailing_, _private",
            "2 * 3 * 4, C*, 5*, *args, **kwargs",
            "**unclosed, __unclosed, [unclosed, ``un`closed",
            "[text] alone, [text][1], [text] (aside), [x]: y, f[0](), [](here), [a](b c), [a](b( )",
            "<br>, <b>bold</b>, <script>alert(1)</script>, a < b > c, <std::string>, <https://>, <@me>, <a@>",
            "&amp; &lt;",
            "C:\\Users\\me, \\o/",
            "http://, https://… and xhttps://example.com",
            "# heading",
            "> quote",
            "| a | b |",
            "***",
            "* * *",
            "---",
            "- - -",
            "_ _ _",
            "-",
            "--",
            "-5 degrees",
            "+49 30 1234",
            "• bullet",
            "1.",
            "1.5 years",
            "1. Platz",
            "2014. Was a good year",
            "14. Juli",
        ]);
    }

    #[test]
    fn stress_follows_what_is_beside_it() {
        assert_written(&[
            (
                "*a* _b_ **c** __d__",
                "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>",
            ),
            (
                "***a*** *b **c***",
                "<em><strong>a</strong></em> <em>b <strong>c</strong></em>",
            ),
            ("un*frigging*believable", "un<em>frigging</em>believable"),
            (
                "__init__.py, my__init__py",
                "<strong>init</strong>.py, my__init__py",
            ),
            ("(_a_), “*b*”", "(<em>a</em>), “<em>b</em>”"),
            ("*a_b*c_", "<em>a_b</em>c_"),
            ("a*\"b\"*", "a*\"b\"*"),
            ("**a* b", "*<em>a</em> b"),
            ("a***b***c", "a<em><strong>b</strong></em>c"),
            ("*one\ntwo*", "<em>one<br>two</em>"),
            ("*one\n\ntwo*", "*one<p>two*"),
        ]);
    }

    #[test]
    fn code_is_as_it_stands() {
        assert_written(&[
            ("`a*b*` and `c`", "<code>a*b*</code> and <code>c</code>"),
            (
                "`` a`b `` ` ` `\\`",
                "<code>a`b</code> <code> </code> <code>\\</code>",
            ),
            ("a`  `", "a<code>  </code>"),
            ("*a `b* c`", "*a <code>b* c</code>"),
            (
                "`https://example.com` `[a](b)`",
                "<code>https://example.com</code> <code>[a](b)</code>",
            ),
            ("[a `](b)`", "[a <code>](b)</code>"),
        ]);
    }

    #[test]
    fn escapes_are_of_punctuation() {
        assert_written(&[
            ("\\*a\\* \\_ \\\\ \\[b](c) \\`d`", "*a* _ \\ [b](c) `d`"),
            ("\\a \\1 \\é", "\\a \\1 \\é"),
            ("a\\\nb\\", "a<br>b\\"),
            ("\\- a", "- a"),
            ("1\\. a\n2\\. b", "1. a<br>2. b"),
        ]);
    }

    #[test]
    fn links_have_a_text_and_an_address() {
        assert_written(&[
            (
                "[a](b), [*c*](/d?e=f)",
                "<a b>a</a>, <a /d?e=f><em>c</em></a>",
            ),
            (
                "[Rust](https://en.org/wiki/Rust_(x))",
                "<a https://en.org/wiki/Rust_(x)>Rust</a>",
            ),
            ("[a](b \"The *b*\")!", "<a b>a</a> \"The *b*\"!"),
            ("[a]( b 'c' )", "<a b>a</a> 'c'"),
            ("[a](b \"c\" d) [a](b \"c)", "[a](b \"c\" d) [a](b \"c)"),
            ("![alt](image.png) ![x] !", "<a image.png>alt</a> ![x] !"),
            ("\\![a](b)", "!<a b>a</a>"),
            ("[![badge](b.svg)](c)", "[<a b.svg>badge</a>](c)"),
            ("[x [a](b)", "[x <a b>a</a>"),
            ("*[a*](b)", "*<a b>a*</a>"),
            ("**[a](b)**", "<strong><a b>a</a></strong>"),
            ("[a [1]](b)", "<a b>a [1]</a>"),
            (
                "[https://a.org](https://b.org)",
                "<a https://b.org>https://a.org</a>",
            ),
            ("[see <https://a.org>](b)", "<a b>see <https://a.org></a>"),
        ]);
    }

    #[test]
    fn addresses_are_links() {
        assert_written(&[
            (
                "<https://a.org/b?c> <me@a.org>",
                "<a https://a.org/b?c>https://a.org/b?c</a> <a me@a.org>me@a.org</a>",
            ),
            (
                "<mailto:me@a.org> <tel:+4930>",
                "<a mailto:me@a.org>mailto:me@a.org</a> <a tel:+4930>tel:+4930</a>",
            ),
            (
                "See https://a.org/b_c_d.",
                "See <a https://a.org/b_c_d>https://a.org/b_c_d</a>.",
            ),
            (
                "http://a.org, https://b.org?!",
                "<a http://a.org>http://a.org</a>, <a https://b.org>https://b.org</a>?!",
            ),
            (
                "(https://a.org/b_(c))",
                "(<a https://a.org/b_(c)>https://a.org/b_(c)</a>)",
            ),
            (
                "(at https://a.org/b).",
                "(at <a https://a.org/b>https://a.org/b</a>).",
            ),
            ("“https://a.org”…", "“<a https://a.org>https://a.org</a>”…"),
            (
                "**https://a.org**",
                "<strong><a https://a.org>https://a.org</a></strong>",
            ),
            (
                "<b>https://a.org</b>",
                "<b><a https://a.org>https://a.org</a></b>",
            ),
            ("[https://a.org]", "[<a https://a.org>https://a.org</a>]"),
            (
                "https://日本.jp/",
                "<a https://日本.jp/>https://日本.jp/</a>",
            ),
        ]);
    }

    #[test]
    fn lines_and_paragraphs_are_the_authors() {
        assert_written(&[
            ("a\nb\r\nc", "a<br>b<br>c"),
            ("a  \n  b\n", "a<br>b"),
            ("a\n\n\nb\r\n\r\nc", "a<p>b<p>c"),
            ("\n \n a \n\t\nb", "a<p>b"),
            ("Title\n---\ntext", "Title<br>---<br>text"),
        ]);
        assert_eq!(written(""), "");
        assert_eq!(written(" \r\n\n"), "");
    }

    #[test]
    fn lists_start_lines() {
        for (text, expected) in [
            ("- a", "<ul><li><p>a</ul>"),
            ("* a\n* *b*", "<ul><li><p>a<li><p><em>b</em></ul>"),
            (
                "Did:\n+ a\n+ b\n\nThen",
                "<p>Did:<ul><li><p>a<li><p>b</ul><p>Then",
            ),
            ("-\ta\r\n-\tb\r\n", "<ul><li><p>a<li><p>b</ul>"),
            ("- a\n  b\nc\n- d", "<ul><li><p>a<br>b<br>c<li><p>d</ul>"),
            (
                "- a\n\n- b\n\n\n  c\n\nd",
                "<ul><li><p>a<li><p>b<p>c</ul><p>d",
            ),
            ("- a\n* b", "<ul><li><p>a</ul><ul><li><p>b</ul>"),
            (
                "- a\n  - b\n  - c\n- d",
                "<ul><li><p>a<ul><li><p>b<li><p>c</ul><li><p>d</ul>",
            ),
            ("- a\n\t- b", "<ul><li><p>a<ul><li><p>b</ul></ul>"),
            ("- a\n - b\n  - c", "<ul><li><p>a<li><p>b<li><p>c</ul>"),
            ("1. a\n2. b", "<ol><li><p>a<li><p>b</ol>"),
            ("1) a\n1) b\n1) c", "<ol><li><p>a<li><p>b<li><p>c</ol>"),
            (
                "1. a\n   - b\n2. c",
                "<ol><li><p>a<ul><li><p>b</ul><li><p>c</ol>",
            ),
            (
                "1. a\n2. b\n2014. A year",
                "<ol><li><p>a<li><p>b<br>2014. A year</ol>",
            ),
            ("1. a\n\n2. b\n\n4. c", "<ol><li><p>a<li><p>b</ol><p>4. c"),
            ("1. a\n3. b", "<p>1. a<br>3. b"),
            ("1. a\n2) b", "<p>1. a<br>2) b"),
            ("0. a\n1. b\n2. c", "<p>0. a<ol><li><p>b<li><p>c</ol>"),
            ("- 1. a", "<ul><li><p>1. a</ul>"),
            ("- [x] a", "<ul><li><p>[x] a</ul>"),
            ("a - b\n-c", "<p>a - b<br>-c"),
            ("- \n  - ", "<p>-<br>-"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
        let ten: String = (1..=12).map(|number| format!("{number}. a\n")).collect();
        assert_eq!(blocks(&ten).len(), 1);
    }

    #[test]
    fn plain_text_is_what_is_read() {
        for (text, expected) in [
            (
                "**Go** and `Rust`, [Kafka](https://kafka.org)",
                "Go and Rust, Kafka",
            ),
            ("Did:\n\n- *a*\n  b\n- c", "Did:\na\nb\nc"),
            ("a\\_b", "a_b"),
        ] {
            assert_eq!(plain(text), expected);
        }
        let same = " See https://a.org  \r\n\r\n2 * 3 ";
        assert!(matches!(plain(same), Cow::Borrowed(text) if text == same));
    }

    #[test]
    fn what_is_too_deep_is_text() {
        let more = 40 - DEEPEST;
        let text = "*a ".repeat(40) + "c" + &" b*".repeat(40);
        let inside = "*a ".repeat(more) + "c" + &" b*".repeat(more);
        let expected = "<em>a ".repeat(DEEPEST) + &inside + &" b</em>".repeat(DEEPEST);
        assert_written(&[(&text, &expected)]);
        let stairs: String = (0..40)
            .map(|depth| format!("{:1$}- a\n", "", 2 * depth))
            .collect();
        let text = written(&stairs);
        assert_eq!(text.matches("<ul>").count(), DEEPEST);
        assert!(text.contains("<p>a<br>- a<br>- a"), "{text}");
    }

    #[test]
    fn long_texts_take_no_longer_than_they_are() {
        for part in [
            "*",
            "_",
            "`",
            "[",
            "]",
            "(",
            "<",
            "!",
            "\\",
            "h",
            "\n",
            "*a ",
            "a* ",
            "a*b",
            "_a ",
            "*a_ ",
            "a**b_ ",
            "**a *",
            "a***b ",
            "[a](b",
            "[a](b \"",
            "[a](",
            "![",
            "](a)",
            "[a](b)",
            "[[a](b)",
            "<a",
            "<http://",
            "http://",
            "http://a",
            "http://(",
            "http://.",
            "https://a) ",
            "- a\n",
            "1. a\n",
            "1. a\n\n",
            "1. a\n1) a\n",
            "- a\n\n",
            "a\n",
            "a \n\n",
            "`a``",
            "\\`",
        ] {
            let text = part.repeat(100_000 / part.len());
            assert_quick(&text, part);
        }
        let stairs: String = (0..440)
            .map(|indent| format!("{:indent$}1. a\n", ""))
            .collect();
        assert_quick(&stairs, "stairs");
        let ticks: String = (1..440)
            .map(|length| format!("{}a", "`".repeat(length)))
            .collect();
        assert_quick(&ticks, "ticks");
        for (open, close) in [
            ("*a ", " a*"),
            ("**", "**"),
            ("*a **a ", " a** a*"),
            ("[", "](a)"),
            ("`", "`"),
            ("(", ")"),
        ] {
            let count = 100_000 / (open.len() + close.len());
            let text = format!("{}x{}", open.repeat(count), close.repeat(count));
            assert_quick(&text, open);
        }
    }

    #[track_caller]
    fn assert_quick(text: &str, name: &str) {
        let start = Instant::now();
        let _ = plain(text);
        let took = start.elapsed();
        // Milliseconds, in truth. Work that grows with the square of the text would take minutes.
        assert!(took < Duration::from_secs(20), "{name:?} takes {took:?}");
    }

    /// All letters and digits that are in the blocks; with those of addresses that are not read, and of
    /// numbers of items, if it is to be all that was written.
    fn words(blocks: &[Block], is_all: bool) -> String {
        let mut words = String::new();
        for block in blocks {
            match block {
                Block::Paragraph(content) => words += &words_of_line(content, is_all),
                Block::List { ordered, items } => {
                    for (item, number) in items.iter().zip(1..) {
                        if *ordered && is_all {
                            _ = write!(words, "{number}");
                        }
                        words += &self::words(item, is_all);
                    }
                }
            }
        }
        words
    }

    fn words_of_line(content: &[Inline], is_all: bool) -> String {
        let mut words = String::new();
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::Code(text) => words += &letters(text),
                Inline::Break => {}
                Inline::Emphasis(content) | Inline::Strong(content) => {
                    words += &words_of_line(content, is_all);
                }
                Inline::Link { content, url } => {
                    words += &words_of_line(content, is_all);
                    if is_all && *content != [Inline::Text(url)] {
                        words += &letters(url);
                    }
                }
            }
        }
        words
    }

    fn letters(text: &str) -> String {
        text.chars().filter(|sign| sign.is_alphanumeric()).collect()
    }

    /// Texts full of markup, which seldom is what it seems to be.
    fn odd_text() -> impl Strategy<Value = String> {
        let parts = [
            "a",
            "b",
            "é",
            "“",
            "日",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "](",
            "](u)",
            "](u \"t\")",
            "!",
            "<",
            ">",
            "\\",
            "\"",
            "'",
            ".",
            "https://",
            "http://w",
            "<https://x>",
            "<m@n>",
            "\n- ",
            "\n  * ",
            "\n1. ",
            "\n2. ",
            "\n1) ",
            "\n\n",
            "3",
            "&amp;",
        ];
        proptest::collection::vec(proptest::sample::select(parts.to_vec()), 0..40)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_word_is_lost(text in prop_oneof![odd_text(), "(\\PC|\\s){0,40}"]) {
            let all = words(&blocks(&text), true);
            // Where all numbers of a list are 1, the page counts.
            let without_digits = |text: &str| text.replace(|sign: char| sign.is_ascii_digit(), "");
            prop_assert_eq!(without_digits(&all), without_digits(&letters(&text)));
            prop_assert_eq!(all.len(), letters(&text).len());
        }

        #[test]
        fn plain_text_has_all_that_is_read(text in odd_text()) {
            prop_assert_eq!(letters(&plain(&text)), words(&blocks(&text), false));
        }

        #[test]
        fn text_without_signs_stays_as_it_is(text in "[\\pL ,;:.?!'“”()/&%#\n]{0,60}") {
            prop_assert!(matches!(plain(&text), Cow::Borrowed(same) if same == text));
            for block in blocks(&text) {
                let Block::Paragraph(content) = block else {
                    panic!("{block:?}");
                };
                for (inline, place) in content.iter().zip(0..) {
                    prop_assert_eq!(matches!(inline, Inline::Text(_)), place % 2 == 0);
                    prop_assert_eq!(*inline == Inline::Break, place % 2 == 1);
                }
            }
        }

        #[test]
        fn stress_and_code_are_as_others_read_them(text in "[*_ab `\"é“\\\\]{0,24}") {
            let line = format!("a {text}");
            prop_assert_eq!(written(&line), written_by_other(&line));
        }

        #[test]
        fn links_are_as_others_read_them(text in "([a*_` ]|\\[|a\\]|a\\]\\(b\\)){0,16}") {
            let line = format!("a {text}");
            prop_assert_eq!(written(&line), written_by_other(&line));
        }
    }
}
