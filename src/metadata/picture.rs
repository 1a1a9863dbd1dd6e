//! The picture that goes with a shared link: the page's first screen, drawn without a browser.

use std::sync::Arc;

use html_escape::encode_text;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{GlyphId, Group, Node, Options, Text, Tree, fontdb::Database},
};

use super::{
    colours::Colours,
    head::{PICTURE_HEIGHT as HEIGHT, PICTURE_WIDTH as WIDTH},
    person::technologies,
    title, words,
};
use crate::{labels::Labels, language::direction, resume::Resume, tags::Index};

const RIGHT: f32 = WIDTH as f32;
const BOTTOM: f32 = HEIGHT as f32;
const MARGIN: f32 = 88.0;
/// As wide as a line may be.
const INNER: f32 = RIGHT - 2.0 * MARGIN;
/// As high as everything may be.
const FULL: f32 = BOTTOM - 80.0;

/// The sizes that a name may have, each with the lines that it may take then, best first.
const NAMES: [(f32, usize); 6] = [
    (96.0, 1),
    (84.0, 1),
    (72.0, 1),
    (84.0, 2),
    (72.0, 2),
    (62.0, 2),
];
/// The size of one that fits none of them, which may be cut.
const LONG_NAME: (f32, usize) = (54.0, 3);
const NAME_HEIGHT: f32 = 1.15;
const LABEL: Style = Style {
    size: 38.0,
    height: 50.0,
    gap: 16.0,
};
const SUMMARY: Style = Style {
    size: 30.0,
    height: 44.0,
    gap: 24.0,
};
const CHIP: Style = Style {
    size: 24.0,
    height: 48.0,
    gap: 36.0,
};

/// How lines of a kind stand: their letters' size, what a line takes, what is above the first.
struct Style {
    size: f32,
    height: f32,
    gap: f32,
}

/// The picture as a PNG.
///
/// # Errors
///
/// When it cannot be drawn, which says why.
pub fn png(
    resume: &Resume,
    index: &Index,
    labels: &Labels,
    lang: &str,
    colours: &Colours,
) -> Result<Vec<u8>, String> {
    let mut words = Words::of(resume, index, labels);
    let mut fonts = Fonts::shipped();
    if !words.all().all(|text| fonts.width(text, 1.0).is_some()) {
        fonts = fonts.with_those_of_the_system();
        words.each(|text| *text = fonts.drawable(text));
        if words.name.is_empty() {
            return Err(format!(
                "there is no font on this machine for “{}”: install one, such as Noto's for its script",
                title(resume, labels)
            ));
        }
    }
    let svg = svg(&words, direction(lang) == "rtl", colours, &fonts);
    let tree = Tree::from_str(&svg, &fonts.options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or("there is no room for it")?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

/// What the picture says.
struct Words {
    name: String,
    label: String,
    summary: String,
    technologies: Vec<String>,
}

impl Words {
    fn of(resume: &Resume, index: &Index, labels: &Labels) -> Self {
        // More than fits into the picture; without a limit, a very long text would take long to measure.
        let beginning = |text: &str| text.chars().take(400).collect::<String>();
        let basics = &resume.basics;
        let (name, label) = if basics.name.is_empty() {
            (title(resume, labels), String::new())
        } else {
            (basics.name.clone(), basics.label.clone())
        };
        let technologies = technologies(index).into_iter().take(12);
        Self {
            name: beginning(&name),
            label: beginning(&label),
            summary: beginning(&words(&basics.summary)),
            technologies: technologies.map(beginning).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        [&self.name, &self.label, &self.summary]
            .into_iter()
            .chain(&self.technologies)
    }

    fn each(&mut self, change: impl FnMut(&mut String)) {
        let texts = [&mut self.name, &mut self.label, &mut self.summary];
        texts
            .into_iter()
            .chain(&mut self.technologies)
            .for_each(change);
    }
}

/// The picture as a drawing.
fn svg(words: &Words, is_rtl: bool, colours: &Colours, fonts: &Fonts) -> String {
    let (size, name) = fonts.name(&words.name);
    let label = fonts.lines(&words.label, LABEL.size, 2);
    let chips = fonts.chips(&words.technologies);
    let block = |lines: usize, style: &Style| match lines {
        0 => 0.0,
        lines => style.gap + lines as f32 * style.height,
    };
    let name_style = Style {
        size,
        height: size * NAME_HEIGHT,
        gap: 0.0,
    };
    let others = block(name.len(), &name_style)
        + block(label.len(), &LABEL)
        + block(chips.len().min(1), &CHIP);
    let room = ((FULL - others - SUMMARY.gap) / SUMMARY.height).clamp(0.0, 3.0) as usize;
    let summary = fonts.lines(&words.summary, SUMMARY.size, room);

    let mut drawing = Drawing {
        svg: String::new(),
        is_rtl,
        fonts,
    };
    drawing.rectangle(0.0, 0.0, RIGHT, BOTTOM, 0.0, &colours.paper);
    drawing.rectangle(0.0, 0.0, 20.0, BOTTOM, 0.0, &colours.accent);
    let mut y = (BOTTOM - others - block(summary.len(), &SUMMARY)) / 2.0;
    for (lines, style, colour) in [
        (&name, &name_style, &colours.ink),
        (&label, &LABEL, &colours.accent),
        (&summary, &SUMMARY, &colours.soft),
    ] {
        y += if lines.is_empty() { 0.0 } else { style.gap };
        for line in lines {
            // The middle of the letters is about a third of the font size above the baseline.
            drawing.text(
                line,
                MARGIN,
                y + style.height / 2.0 + style.size * 0.34,
                style.size,
                colour,
            );
            y += style.height;
        }
    }
    y += CHIP.gap;
    let mut x = MARGIN;
    for (name, width) in &chips {
        drawing.rectangle(x, y, *width, CHIP.height, CHIP.height / 2.0, &colours.tint);
        let base = y + CHIP.height / 2.0 + CHIP.size * 0.34;
        drawing.text(name, x + CHIP_SIDE, base, CHIP.size, &colours.accent);
        x += width + CHIP_SPACE;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">{}</svg>",
        drawing.svg
    )
}

/// What is beside a chip's letters, within it.
const CHIP_SIDE: f32 = 20.0;
/// What is between two chips.
const CHIP_SPACE: f32 = 12.0;

/// A drawing whose places count from where its lines begin, left or right.
struct Drawing<'a> {
    svg: String,
    is_rtl: bool,
    fonts: &'a Fonts,
}

impl Drawing<'_> {
    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, radius: f32, colour: &str) {
        let x = if self.is_rtl { RIGHT - x - width } else { x };
        self.svg += &format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{colour}\"/>"
        );
    }

    fn text(&mut self, words: &str, x: f32, y: f32, size: f32, colour: &str) {
        self.svg += &if self.is_rtl {
            // Between these two characters (right-to-left embedding), a line runs from right to left whatever it
            // begins with.
            let words = format!("\u{202b}{words}\u{202c}");
            self.fonts.text(&words, RIGHT - x, y, size, "end", colour)
        } else {
            self.fonts.text(words, x, y, size, "start", colour)
        };
    }
}

/// Covers most languages of Europe. It is in the program, so that the picture looks the same wherever it
/// is made.
const FONT: &[u8] = include_bytes!("font/Literata-SemiBold.ttf");

/// The fonts that there are.
struct Fonts {
    options: Options<'static>,
}

impl Fonts {
    fn shipped() -> Self {
        let mut fonts = Database::new();
        fonts.load_font_data(FONT.to_vec());
        Self::of(fonts)
    }

    /// And those of the machine, for the scripts that the shipped one does not have.
    fn with_those_of_the_system(self) -> Self {
        let mut fonts = Arc::unwrap_or_clone(self.options.fontdb);
        fonts.load_system_fonts();
        Self::of(fonts)
    }

    fn of(fonts: Database) -> Self {
        let family = fonts.faces().next().and_then(|face| face.families.first());
        let family = family.map(|(name, _)| name.clone());
        Self {
            options: Options {
                font_family: family.unwrap_or_default(),
                fontdb: Arc::new(fonts),
                ..Options::default()
            },
        }
    }

    fn text(&self, words: &str, x: f32, y: f32, size: f32, anchor: &str, colour: &str) -> String {
        let family = &self.options.font_family;
        let words = encode_text(words);
        format!(
            "<text x=\"{x}\" y=\"{y}\" font-family=\"{family}\" font-weight=\"600\" font-size=\"{size}\" \
             text-anchor=\"{anchor}\" fill=\"{colour}\" xml:space=\"preserve\">{words}</text>"
        )
    }

    /// How wide a text is; `None` where no font has one of its letters.
    fn width(&self, words: &str, size: f32) -> Option<f32> {
        let text = self.text(words, 0.0, 0.0, size, "start", "#000");
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">{text}</svg>"
        );
        let tree = Tree::from_str(&svg, &self.options).ok()?;
        let Some(text) = first_text(tree.root()) else {
            return words.trim().is_empty().then_some(0.0);
        };
        let spans = text.layouted().iter();
        let mut glyphs = spans.flat_map(|span| &span.positioned_glyphs);
        let is_complete = glyphs.all(|glyph| glyph.id != GlyphId(0));
        is_complete.then(|| text.bounding_box().width())
    }

    fn fits(&self, words: &str, size: f32) -> bool {
        self.width(words, size).is_some_and(|width| width <= INNER)
    }

    /// What there are fonts for.
    fn drawable(&self, words: &str) -> String {
        if self.width(words, 1.0).is_some() {
            return words.to_owned();
        }
        let has = |sign: &char| self.width(&sign.to_string(), 1.0).is_some();
        words
            .chars()
            .filter(has)
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// A name in the best size that has all of it, and its lines.
    fn name(&self, name: &str) -> (f32, Vec<String>) {
        for (size, most) in NAMES {
            let is_whole = name.split_whitespace().all(|word| self.fits(word, size));
            let lines = self.wrapped(name, size);
            if is_whole && lines.len() <= most {
                return (size, lines);
            }
        }
        let (size, most) = LONG_NAME;
        (size, self.lines(name, size, most))
    }

    /// A text in lines, of which there may be so many.
    fn lines(&self, words: &str, size: f32, most: usize) -> Vec<String> {
        let mut lines = self.wrapped(words, size);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !self.fits(&format!("{last}…"), size) && last.pop().is_some() {}
                last.truncate(last.trim_end().len());
                last.push('…');
            }
        }
        lines
    }

    fn wrapped(&self, words: &str, size: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words.split_whitespace() {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.fits(&longer, size) {
                    *line = longer;
                    continue;
                }
            }
            lines.push(String::new());
            // A word longer than a line (Chinese and Japanese sentences have no spaces) may break after any letter.
            let is_long = !self.fits(word, size);
            for sign in word.chars() {
                if let Some(line) = lines.last_mut() {
                    line.push(sign);
                    if is_long && !self.fits(line, size) {
                        line.pop();
                        lines.push(sign.to_string());
                    }
                }
            }
        }
        lines
    }

    /// As many chips as one line has, with their widths.
    fn chips<'a>(&self, names: &'a [String]) -> Vec<(&'a str, f32)> {
        let mut room = INNER;
        let mut chips = Vec::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            let Some(width) = self
                .width(name, CHIP.size)
                .map(|width| width + 2.0 * CHIP_SIDE)
            else {
                continue;
            };
            if width > room {
                break;
            }
            room -= width + CHIP_SPACE;
            chips.push((name.as_str(), width));
        }
        chips
    }
}

fn first_text(group: &Group) -> Option<&Text> {
    group.children().iter().find_map(|node| match node {
        Node::Text(text) => Some(&**text),
        Node::Group(group) => first_text(group),
        _ => None,
    })
}
