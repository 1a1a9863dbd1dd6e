//! The page's template, `index.html` as Trunk leaves it, and what comes into its places.
//!
//! | place | what comes there |
//! | --- | --- |
//! | `{{lang}}`, `{{dir}}`, `{{look}}` | the page's language, its direction and its look, as attributes |
//! | `{{policy}}` | the content security policy |
//! | `<title>{{head}}</title>` | title, description and what else stands in the head, and the page's own style sheet |
//! | `{{tags}}` | the page's tags, for links that filter it |
//! | `{{page}}` | the page |
//! | `{{labelled}}`, `{{labels}}` | the language of the page's own words, and the words as JSON |
//! | `{{data}}` | the page and the person as JSON-LD |
//! | `{{glue}}`, `{{binary}}` | the names of the app's JavaScript and WebAssembly |
//! | `{{glue_integrity}}`, `{{binary_integrity}}` | what browsers compare them to |
//! | `{{worker}}`, `{{manifest}}` | the names of these files, empty where there is none |
//!
//! Each of them is there once. `{{tags}}` and the last six are in the patterns of `Trunk.toml`.

use html_escape::encode_double_quoted_attribute;

use super::{app::App, prerender::Prerendered};
use crate::{
    labels::Labels,
    language::{direction, labelled},
};

/// Stands where a place is filled last, because what comes there depends on the others.
const POLICY: &str = "{{policy}}";

/// A template with all that comes into its places but the policy.
#[derive(Clone, Debug)]
pub struct Filled<'a> {
    template: &'a str,
    style: &'a str,
    values: Vec<(&'static str, String)>,
}

impl<'a> Filled<'a> {
    /// A template filled with a page and what that knows of the app.
    ///
    /// # Errors
    ///
    /// When the template does not have each place exactly once.
    pub fn new(template: &'a str, page: &'a Prerendered, app: &App) -> Result<Self, String> {
        let attribute = |text: &str| encode_double_quoted_attribute(text).into_owned();
        // Nothing in JSON may end the script that it stands in, or begin a comment.
        let json = |text: &str| text.replace('<', "\\u003c");
        let language = labelled(&page.lang);
        let labels: String = Labels::file(language).lines().map(str::trim).collect();
        let style = match page.style.as_str() {
            "" => String::new(),
            style => format!("<style>{style}</style>"),
        };
        let values = vec![
            ("{{lang}}", attribute(&page.lang)),
            ("{{dir}}", attribute(direction(&page.lang))),
            ("{{look}}", attribute(page.look)),
            ("<title>{{head}}</title>", [&page.head, &*style].concat()),
            ("{{tags}}", attribute(&page.tags)),
            ("{{page}}", page.page.clone()),
            ("{{labelled}}", attribute(language)),
            ("{{labels}}", json(&labels)),
            ("{{data}}", json(&page.data)),
            ("{{glue}}", attribute(&app.glue)),
            ("{{binary}}", attribute(&app.binary)),
            ("{{glue_integrity}}", attribute(&app.glue_integrity)),
            ("{{binary_integrity}}", attribute(&app.binary_integrity)),
            ("{{worker}}", attribute(app.worker)),
            ("{{manifest}}", attribute(app.manifest)),
        ];
        for place in values.iter().map(|(place, _)| *place).chain([POLICY]) {
            let count = template.matches(place).count();
            if count != 1 {
                return Err(format!(
                    "the page must have {place} once, and has it {count} times: put it back where src/site/template.rs \
                     says, here or into Trunk.toml’s patterns"
                ));
            }
        }
        Ok(Self {
            template,
            style: &page.style,
            values,
        })
    }

    /// The texts of all scripts in the page.
    pub fn scripts(&self) -> Vec<String> {
        let scripts = contents(self.template, "script").into_iter();
        scripts.map(|script| fill(script, &self.values)).collect()
    }

    /// The texts of all style sheets in the page.
    pub fn styles(&self) -> Vec<String> {
        let own = (!self.style.is_empty()).then_some(self.style);
        let styles = contents(self.template, "style").into_iter().chain(own);
        styles.map(str::to_owned).collect()
    }

    /// The page.
    pub fn html(mut self, policy: &str) -> String {
        let policy = encode_double_quoted_attribute(policy).into_owned();
        self.values.push((POLICY, policy));
        fill(self.template, &self.values)
    }
}

/// Puts values into their places. What looks like a place in a value is none.
fn fill(text: &str, values: &[(&'static str, String)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    let next = |rest: &str| {
        let found = values
            .iter()
            .filter_map(|(place, value)| Some((rest.find(place)?, *place, value)));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, place, value)) = next(rest) {
        filled.push_str(&rest[..at]);
        // Trunk takes the quotes from attributes where that makes no difference.
        if filled.ends_with('=') {
            filled.extend(["\"", value, "\""]);
        } else {
            filled.push_str(value);
        }
        rest = &rest[at + place.len()..];
    }
    filled + rest
}

/// What the scripts or the styles of a template have in them, but for those that have nothing.
fn contents<'a>(template: &'a str, wanted: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = template;
    // Each to its end before the next, because a script may speak of styles.
    while let Some((at, element)) = ["script", "style"]
        .into_iter()
        .filter_map(|element| Some((rest.find(&format!("<{element}"))?, element)))
        .min()
    {
        let Some((_, behind)) = rest[at..].split_once('>') else {
            break;
        };
        let end = format!("</{element}");
        let (content, behind) = behind.split_once(&end).unwrap_or((behind, ""));
        if element == wanted && !content.is_empty() {
            found.push(content);
        }
        rest = behind;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("../../tests/fixtures/template.html");

    fn page() -> Prerendered {
        Prerendered {
            lang: "fa".to_owned(),
            look: "classic",
            head: "<title>{{page}}</title>".to_owned(),
            style: "a{}".to_owned(),
            tags: "0 1\tgo\n2\t\"c\"".to_owned(),
            page: "{{page}} {{policy}} <b> <script>".to_owned(),
            data: r#"["{{page}} {{lang}} </script>"]"#.to_owned(),
        }
    }

    fn app() -> App {
        App {
            glue: "page-1.js".to_owned(),
            binary: "page-1_bg.wasm".to_owned(),
            glue_integrity: "sha256-1=".to_owned(),
            binary_integrity: "sha256-2=".to_owned(),
            worker: "sw.js",
            manifest: "",
        }
    }

    fn filled(template: &str) -> String {
        let (page, app) = (page(), app());
        let filled = Filled::new(template, &page, &app).expect("a page");
        filled.html("script-src 'self'")
    }

    /// What stands between two texts.
    fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
        let (_, rest) = html.split_once(start).expect(start);
        rest.split_once(end).expect(end).0
    }

    #[test]
    fn everything_has_its_place() {
        let html = filled(TEMPLATE);
        for part in [
            r#"<html lang="fa" dir="rtl" data-look="classic" data-state="prerendered">"#,
            r#"<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"#,
            "<title>{{page}}</title><style>a{}</style>",
            "<script data-tags=\"0 1\tgo\n2\t&quot;c&quot;\">",
            r#"<script data-js="page-1.js" data-js-integrity="sha256-1=" "#,
            r#"data-wasm="page-1_bg.wasm" data-wasm-integrity="sha256-2=" data-worker="sw.js" data-manifest="">"#,
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let words = between(&html, r#"id="labels-fa">"#, "</script>");
        assert_eq!(Labels::read(words), Ok(Labels::of("fa")));
    }

    #[test]
    fn what_looks_like_a_place_in_a_resume_is_none() {
        let html = filled(TEMPLATE);
        let page = between(&html, "<div id=\"page\">", "</div>");
        assert_eq!(page, "{{page}} {{policy}} <b> <script>");
        let data = between(&html, "ld+json\">", "</script>");
        assert_eq!(data, r#"["{{page}} {{lang}} \u003c/script>"]"#);
    }

    #[test]
    fn attributes_that_have_lost_their_quotes_have_them_again() {
        let mut template = TEMPLATE.to_owned();
        for place in [
            "{{lang}}",
            "{{policy}}",
            "{{glue_integrity}}",
            "{{binary_integrity}}",
            "{{manifest}}",
        ] {
            template = template.replace(&format!("\"{place}\""), place);
        }
        assert_ne!(template, TEMPLATE);
        assert_eq!(filled(&template), filled(TEMPLATE));
    }

    #[test]
    fn each_place_is_there_once() {
        let (page, app) = (page(), app());
        let refused = |template: &str| Filled::new(template, &page, &app).expect_err("a template");
        let none = refused(&TEMPLATE.replace("{{worker}}", ""));
        assert!(
            none.starts_with("the page must have {{worker}} once, and has it 0 times"),
            "{none}"
        );
        let two = refused(&[TEMPLATE, TEMPLATE].concat());
        assert!(two.contains("has it 2 times"), "{two}");
    }

    #[test]
    fn scripts_and_styles_are_those_of_the_template_with_what_comes_into_them() {
        let template = TEMPLATE.replace(
            "</head>",
            "<style>b{}</style><script>'<style>'</script></head>",
        );
        let (page, app) = (page(), app());
        let filled = Filled::new(&template, &page, &app).expect("a page");
        let words: String = Labels::file("fa").lines().map(str::trim).collect();
        assert_eq!(
            filled.scripts(),
            [
                "head()",
                "'<style>'",
                &words,
                "start()",
                r#"["{{page}} {{lang}} \u003c/script>"]"#,
            ]
        );
        assert_eq!(filled.styles(), ["b{}", "a{}"]);
    }
}
