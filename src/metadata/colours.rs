//! The page's colours, for what is drawn without a browser.

use csscolorparser::Color;

use crate::theme::ACCENTED;

/// Some of `style/tokens.css`, in light, as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub paper: String,
    /// What is written.
    pub ink: String,
    /// What is written less strongly.
    pub soft: String,
    /// What stands out.
    pub accent: String,
    /// Behind a chip.
    pub tint: String,
}

impl Colours {
    /// Those of a look.
    ///
    /// # Errors
    ///
    /// As [`Colours::read`].
    pub fn of_look(look: &str) -> Result<Self, String> {
        let own = match look {
            "classic" => include_str!("../../style/looks/classic.css"),
            "compact" => include_str!("../../style/looks/compact.css"),
            _ => "",
        };
        // The first definition of a property is used, so the look overrides the tokens.
        Self::read(&[own, include_str!("../../style/tokens.css")].concat())
    }

    /// These, with another accent, as [`crate::theme`] has it in light.
    pub fn accented(mut self, accent: &str) -> Self {
        let Some(accent) = colour(accent) else {
            return self;
        };
        let [_, chroma, hue, _] = accent.to_oklcha();
        for (name, (lightness, most), _) in ACCENTED {
            // `ACCENTED` has numbers only.
            let number = |text: &str| text.parse().unwrap_or_default();
            let (lightness, chroma) = (number(lightness), chroma.min(number(most)));
            let tone = hex(Color::from_oklcha(lightness, chroma, hue, 1.0));
            match name {
                "--accent" => self.accent = tone,
                "--tint" => self.tint = tone,
                _ => {}
            }
        }
        self
    }

    /// Reads them from a style sheet that has them as custom properties.
    ///
    /// # Errors
    ///
    /// When one is not there, or is none that can be known without a browser.
    pub fn read(tokens: &str) -> Result<Self, String> {
        let read = |name: &str| {
            let found = light(tokens, name);
            let found = found.and_then(colour).map(hex);
            found.ok_or_else(|| {
                format!("`{name}` is not a colour, or light-dark() of two, that can be read")
            })
        };
        Ok(Self {
            paper: read("--paper")?,
            ink: read("--ink")?,
            soft: read("--soft")?,
            accent: read("--accent")?,
            tint: read("--tint")?,
        })
    }
}

impl Default for Colours {
    /// Black on white.
    fn default() -> Self {
        let [black, white] = ["#000000", "#ffffff"].map(str::to_owned);
        Self {
            paper: white.clone(),
            ink: black.clone(),
            soft: black.clone(),
            accent: black,
            tint: white,
        }
    }
}

/// A colour as CSS writes it, as far as that can be known without a browser.
pub fn colour(text: &str) -> Option<Color> {
    // The parser takes a number without its `#` as well, which CSS does not.
    let is_number = text.chars().all(|sign| sign.is_ascii_hexdigit());
    let colour = csscolorparser::parse(&text.to_ascii_lowercase()).ok();
    colour.filter(|_| !is_number)
}

/// A colour as `#rrggbb`.
pub fn hex(colour: Color) -> String {
    Color { a: 1.0, ..colour }.clamp().to_css_hex().to_string()
}

/// The value of a custom property where light and dark differ: the light one.
fn light<'a>(tokens: &'a str, name: &str) -> Option<&'a str> {
    let mut places = tokens.split(name).skip(1);
    let value = places.find_map(|rest| rest.trim_start().strip_prefix(':'))?;
    let value = value.split(';').next()?.trim();
    let Some(both) = value.strip_prefix("light-dark(") else {
        return Some(value);
    };
    // The comma between the two is the first outside of brackets.
    let mut depth = 0;
    let end = both.find(|sign| {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        sign == ',' && depth == 0
    });
    Some(both[..end?].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much lighter one is than the other, as WCAG reckons it.
    fn contrast(one: &str, other: &str) -> f32 {
        let luminance = |text: &str| {
            let [red, green, blue, _] = colour(text).expect("a colour").to_linear_rgba();
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn any_accent_can_be_read() {
        for hue in 0..360 {
            let colours = Colours::of_look("margin").expect("colours");
            let colours = colours.accented(&format!("oklch(70% 0.3 {hue})"));
            for behind in [&colours.paper, &colours.tint] {
                let found = contrast(&colours.accent, behind);
                assert!(found >= 7.0, "hue {hue} on {behind}: {found}");
            }
        }
        let colours = Colours::of_look("margin").expect("colours");
        assert_eq!(colours.clone().accented("no colour"), colours);
    }

    #[test]
    fn the_pages_colours_are_read() {
        let colours = Colours::of_look("margin").expect("colours");
        assert_eq!(colours.accent, "#005760");
        let written = "--paper: WHITE; --ink: light-dark(rgb(1, 2, 3), #fff); --soft:#123; --accent:\
                       oklch(0.5 0.1 200 / 50%); --tint: hsl(0 0% 50%);";
        let colours = Colours::read(written).expect("colours");
        assert_eq!(
            [colours.paper, colours.ink, colours.soft, colours.tint],
            ["#ffffff", "#010203", "#112233", "#808080"]
        );
        assert_eq!(
            Colours::read(&written.replace("WHITE", "var(--other)")),
            Err("`--paper` is not a colour, or light-dark() of two, that can be read".to_owned())
        );
    }
}
