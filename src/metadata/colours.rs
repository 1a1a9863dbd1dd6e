//! The page's colours, for what is drawn without a browser.

use csscolorparser::Color;

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
    /// Those of this page.
    ///
    /// # Errors
    ///
    /// As [`Colours::read`].
    pub fn of_page() -> Result<Self, String> {
        Self::read(include_str!("../../style/tokens.css"))
    }

    /// Reads them from a style sheet that has them as custom properties.
    ///
    /// # Errors
    ///
    /// When one is not there, or is none that can be known without a browser.
    pub fn read(tokens: &str) -> Result<Self, String> {
        let colour = |name: &str| {
            let found = light(tokens, name);
            let found =
                found.and_then(|text| csscolorparser::parse(&text.to_ascii_lowercase()).ok());
            let found =
                found.map(|colour| Color { a: 1.0, ..colour }.clamp().to_css_hex().to_string());
            found.ok_or_else(|| {
                format!("`{name}` is not a colour, or light-dark() of two, that can be read")
            })
        };
        Ok(Self {
            paper: colour("--paper")?,
            ink: colour("--ink")?,
            soft: colour("--soft")?,
            accent: colour("--accent")?,
            tint: colour("--tint")?,
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

    #[test]
    fn the_pages_colours_are_read() {
        let colours = Colours::of_page().expect("colours");
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
