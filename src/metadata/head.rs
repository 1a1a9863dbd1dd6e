//! What the document's `<head>` says to search engines and to who shares the page.

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::{address::Address, person::technologies, title, vcard::vcard, words};
use crate::{
    labels::Labels,
    resume::{Resume, date::Date},
    tags::Index,
};

/// The file of the picture that goes with a shared link.
pub const PICTURE: &str = "preview.png";
/// Its width in pixels, which those who show it ask for.
pub const PICTURE_WIDTH: u32 = 1200;
/// Its height.
pub const PICTURE_HEIGHT: u32 = 630;

/// As much of a description as anyone shows.
const SHOWN: usize = 300;

/// The document's description on one line: the summary; without one, what the person is and works with.
pub fn description(resume: &Resume, index: &Index) -> String {
    let summary = words(&resume.basics.summary);
    if summary.is_empty() {
        let mut facts = vec![resume.basics.label.as_str()];
        facts.extend(technologies(index).into_iter().take(8));
        facts.retain(|fact| !fact.is_empty());
        return facts.join(" · ");
    }
    match summary.char_indices().nth(SHOWN) {
        None => summary,
        Some((end, _)) => {
            let shown = &summary[..end];
            let shown = shown.rsplit_once(' ').map_or(shown, |(shown, _)| shown);
            format!("{shown}…")
        }
    }
}

/// The elements of the `<head>` that follow from the résumé. What needs the page's address is there where
/// that is known; `has_picture` is whether there is one beside the page.
pub fn head(
    resume: &Resume,
    index: &Index,
    labels: &Labels,
    lang: &str,
    today: Date,
    address: Option<&Address>,
    has_picture: bool,
) -> String {
    let title = title(resume, labels);
    let description = description(resume, index);
    let mut head = format!("<title>{}</title>", encode_text(&title));
    let mut tag = |start: &str, value: &str| {
        if !value.is_empty() {
            let value = encode_double_quoted_attribute(value);
            head.extend([start, "\"", &value, "\">"]);
        }
    };
    tag("<meta name=\"description\" content=", &description);
    if let Some(address) = address {
        tag("<link rel=\"canonical\" href=", &address.to_string());
    }
    let link = "<link rel=\"alternate\" type=\"application/json\" href=";
    tag(link, "resume.json");
    if vcard(resume, today).is_some() {
        let link = "<link rel=\"alternate\" type=\"text/vcard\" href=";
        tag(link, "contact.vcf");
    }
    let icon = "<link rel=\"apple-touch-icon\" href=";
    tag(icon, "apple-touch-icon.png");

    let mut property = |name: &str, value: &str| {
        tag(&format!("<meta property=\"og:{name}\" content="), value);
    };
    property("type", "profile");
    property("title", &title);
    property("description", &description);
    property("locale", &locale(lang));
    property("url", &address.map_or_else(String::new, Address::to_string));
    let image = address.filter(|_| has_picture);
    let image = image.map(|address| address.file(PICTURE));
    if let Some(image) = &image {
        property("image", image);
        property("image:type", "image/png");
        property("image:width", &PICTURE_WIDTH.to_string());
        property("image:height", &PICTURE_HEIGHT.to_string());
        property("image:alt", &title);
    }
    let mut twitter = |name: &str, value: &str| {
        tag(&format!("<meta name=\"twitter:{name}\" content="), value);
    };
    let card = match image {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    twitter("card", card);
    twitter("title", &title);
    twitter("description", &description);
    if let Some(image) = &image {
        twitter("image", image);
        twitter("image:alt", &title);
    }
    // Browsers ask for it before the first paint: where there are scripts, the loader links to it after that.
    head + "<noscript><link rel=\"manifest\" href=\"manifest.webmanifest\"></noscript>"
}

/// A language with its region as Open Graph writes it, `pt_BR`; empty without a region.
fn locale(lang: &str) -> String {
    let mut parts = lang.split('-');
    let language = parts.next().unwrap_or_default();
    let is_region =
        |part: &&str| part.len() == 2 && part.bytes().all(|it| it.is_ascii_alphabetic());
    let region = parts.find(is_region);
    region.map_or_else(String::new, |region| {
        format!("{}_{}", language.to_lowercase(), region.to_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_the_summary_or_what_there_is() {
        let described = |json: &str| {
            let (resume, _) = Resume::read(json).expect("a résumé");
            description(&resume, &Index::new(&resume))
        };
        assert_eq!(
            described(r#"{"basics": {"summary": "One\n\n*two*"}}"#),
            "One two"
        );
        assert_eq!(
            described(
                r#"{"basics": {"label": "Cook"}, "skills": [{"keywords": ["Soup", "Salt"]}]}"#
            ),
            "Cook · Soup · Salt"
        );
        assert_eq!(described(r#"{"basics": {}}"#), "");
        let long = described(&format!(
            r#"{{"basics": {{"summary": "{}"}}}}"#,
            "word ".repeat(200)
        ));
        assert!(
            long.chars().count() <= SHOWN + 1 && long.ends_with("word…"),
            "{long}"
        );
    }

    #[test]
    fn a_locale_has_a_region() {
        for (lang, expected) in [
            ("pt-BR", "pt_BR"),
            ("zh-Hant-tw", "zh_TW"),
            ("en", ""),
            ("zh-Hant", ""),
        ] {
            assert_eq!(locale(lang), expected);
        }
    }
}
