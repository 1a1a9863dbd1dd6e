//! The small files beside the page that crawlers, home screens and address books ask for.

use html_escape::encode_text;
use serde_json::json;

use super::{address::Address, colours::Colours, modified, title, vcard::vcard};
use crate::{
    labels::Labels,
    language::direction,
    resume::{Resume, date::Date},
};

/// The files that there are for a résumé, by their names.
pub fn files(
    resume: &Resume,
    labels: &Labels,
    lang: &str,
    today: Date,
    address: Option<&Address>,
    colours: &Colours,
) -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("robots.txt", robots(address)),
        (
            "manifest.webmanifest",
            manifest(resume, labels, lang, colours),
        ),
    ];
    files.extend(address.map(|address| ("sitemap.xml", sitemap(resume, address))));
    files.extend(vcard(resume, today).map(|card| ("contact.vcf", card)));
    files
}

/// `robots.txt`: everyone may read everything.
fn robots(address: Option<&Address>) -> String {
    let sitemap = address.map(|address| format!("\nSitemap: {}\n", address.file("sitemap.xml")));
    "User-agent: *\nAllow: /\n".to_owned() + &sitemap.unwrap_or_default()
}

/// `sitemap.xml`: the one page that there is.
fn sitemap(resume: &Resume, address: &Address) -> String {
    let changed = modified(resume).map(|date| format!("<lastmod>{date}</lastmod>"));
    let (page, changed) = (address.to_string(), changed.unwrap_or_default());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         <url><loc>{}</loc>{changed}</url>\n\
         </urlset>\n",
        encode_text(&page)
    )
}

/// `manifest.webmanifest`: what the page is called and looks like on a home screen.
fn manifest(resume: &Resume, labels: &Labels, lang: &str, colours: &Colours) -> String {
    let title = title(resume, labels);
    let name = if resume.basics.name.is_empty() {
        &title
    } else {
        &resume.basics.name
    };
    let icon = |file: &str, size: &str, purpose: &str| json!({ "src": file, "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": title,
        "short_name": name,
        "lang": lang,
        "dir": direction(lang),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": colours.paper,
        "theme_color": colours.paper,
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable.png", "512x512", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}
