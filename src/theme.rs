//! How a page looks, as far as its file says so: one of the looks that there are, an accent and a font.

use crate::resume::Theme;

/// The looks, the usual one first. Each other one is a file in `style/looks/`.
pub const LOOKS: &[&str] = &["margin", "classic", "compact"];

/// The look that is asked for, or else the usual one.
pub fn look(theme: &Theme) -> &'static str {
    let usual = LOOKS[0];
    let asked = LOOKS.iter().copied().find(|look| *look == theme.look);
    asked.unwrap_or(usual)
}

/// The custom properties of `style/tokens.css` that the file sets, and their values in CSS. The accent has
/// to be a colour of CSS.
///
/// Of the accent, hue and strength are taken, and the lightness from `style/tokens.css`, so that it can be
/// read on paper in light and in dark, whichever it is.
pub fn properties(accent: &str, font: &str) -> Vec<(&'static str, String)> {
    let mut properties = Vec::new();
    if !accent.is_empty() {
        for (name, light, dark) in ACCENTED {
            let (light, dark) = (tone(accent, light), tone(accent, dark));
            properties.push((name, format!("light-dark({light}, {dark})")));
        }
    }
    if let Some(families) = families(font) {
        properties.push(("--font-display", families.clone()));
        properties.push(("--font-text", families));
    }
    properties
}

/// Lightness, and the most chroma, of a colour in OKLCH, as CSS writes them.
pub type Tone = (&'static str, &'static str);

/// What the accent colours, in light and in dark.
pub const ACCENTED: [(&str, Tone, Tone); 3] = [
    ("--accent", ("0.39", "0.13"), ("0.84", "0.11")),
    ("--tint", ("0.952", "0.016"), ("0.27", "0.03")),
    ("--bar-fill", ("0.64", "0.08"), ("0.54", "0.08")),
];

fn tone(colour: &str, (lightness, chroma): Tone) -> String {
    format!("oklch(from {colour} {lightness} min(c, {chroma}) h)")
}

/// Keywords of CSS, which name a font only if they are quoted.
const WORDS: [&str; 6] = [
    "default",
    "inherit",
    "initial",
    "revert",
    "revert-layer",
    "unset",
];

/// A list of fonts' names as CSS has it; `None` where it is empty or says more than names.
pub fn families(font: &str) -> Option<String> {
    let mut families = String::new();
    for name in font.split(',') {
        let name = name.trim();
        let bare = ['"', '\'']
            .iter()
            .find_map(|quote| name.strip_prefix(*quote)?.strip_suffix(*quote))
            .unwrap_or(name);
        let is_name = |sign: char| {
            !sign.is_ascii() || sign.is_ascii_alphanumeric() || matches!(sign, ' ' | '-' | '_')
        };
        if bare.trim().is_empty() || !bare.chars().all(is_name) {
            return None;
        }
        if !families.is_empty() {
            families.push_str(", ");
        }
        // Generic names, such as `serif`, must not be quoted. Keywords of CSS, such as `inherit`, must be if they are
        // meant as names, and so must names with spaces or digits in them.
        let is_plain = bare
            .chars()
            .all(|sign| sign.is_ascii_alphabetic() || sign == '-');
        if !is_plain || WORDS.contains(&bare) {
            families.extend(["\"", bare, "\""]);
        } else {
            families.push_str(bare);
        }
    }
    Some(families)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_that_there_is_not_is_the_usual_one() {
        let asked = |look: &str| {
            super::look(&Theme {
                look: look.to_owned(),
                ..Theme::default()
            })
        };
        assert_eq!(
            ["", "classic", "compact", "Classic", "neon"].map(asked),
            ["margin", "classic", "compact", "margin", "margin"]
        );
    }

    #[test]
    fn fonts_are_names_and_nothing_else() {
        for (font, css) in [
            ("Georgia, serif", Some("Georgia, serif")),
            (
                "'Iowan Old Style',  \"Inter\"",
                Some("\"Iowan Old Style\", Inter"),
            ),
            ("ui-serif", Some("ui-serif")),
            ("inherit", Some("\"inherit\"")),
            ("源ノ明朝, 3270", Some("\"源ノ明朝\", \"3270\"")),
            ("", None),
            ("Georgia,", None),
            ("x; } body { display: none", None),
            ("\"Georgia", None),
            ("url(//evil.example/f.woff2)", None),
            ("</style><script>", None),
        ] {
            assert_eq!(families(font).as_deref(), css, "{font}");
        }
    }

    #[test]
    fn what_a_file_does_not_say_is_left_to_the_style_sheet() {
        assert_eq!(properties("", ""), []);
        let properties = properties("teal", "");
        let names: Vec<_> = properties.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["--accent", "--tint", "--bar-fill"]);
        assert_eq!(
            properties[0].1,
            "light-dark(oklch(from teal 0.39 min(c, 0.13) h), oklch(from teal 0.84 min(c, 0.11) h))"
        );
    }
}
