//! The page as HTML, before any script, at build time.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::{components::Router, location::RequestUrl};

use crate::{
    components::{FilterBar, Main, Page, Section, TagPanel, Tags, Top},
    filter::Filter,
    labels::Labels,
    language::{labelled, language},
    metadata::{address::Address, colours, head::head, json_ld::json_ld},
    resume::{Resume, Theme, date::Date},
    state::{Site, State},
    tags::TagId,
    theme::{look, properties},
};

/// What a [template](super::template) has a place for.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerendered {
    /// The page's language, a tag of BCP 47.
    pub lang: String,
    /// The name of its look.
    pub look: &'static str,
    /// Elements of the `<head>`: title, description, what else machines want to know.
    pub head: String,
    /// The style sheet that is this page's alone.
    pub style: String,
    /// The page's tags, for links that filter it. First a line with the number of each entry's place, by which the script knows
    /// how many there are; then a line for each tag, in which tabs stand between the entries that a filter for
    /// it leaves, how many they are in words, the sentence that is said of them, the name of what is no technology, and what links may call it. `src/head.js` reads it.
    pub tags: String,
    /// The page.
    pub page: String,
    /// The page and the person as JSON-LD.
    pub data: String,
}

/// Renders a résumé without a filter, for a page at this address, as far as that is known;
/// `has_picture` is whether there is one beside it.
pub fn prerender(
    resume: Resume,
    today: Date,
    address: Option<&Address>,
    has_picture: bool,
) -> Prerendered {
    render(resume, today, address, has_picture, "")
}

/// Renders a résumé as a query filters it.
pub fn prerender_filtered(resume: Resume, today: Date, query: &str) -> Prerendered {
    render(resume, today, None, false, query)
}

fn render(
    resume: Resume,
    today: Date,
    address: Option<&Address>,
    has_picture: bool,
    query: &str,
) -> Prerendered {
    let lang = language(&resume);
    let labels = Labels::of(labelled(&lang));
    let site = Site::new(resume, labels, today);
    let Site {
        resume,
        index,
        labels,
        ..
    } = &site;
    Prerendered {
        look: look(&resume.settings.theme),
        head: head(resume, index, labels, &lang, today, address, has_picture),
        style: style(&resume.settings.theme),
        tags: tags(&site),
        data: json_ld(resume, index, labels, &lang, today, address),
        page: page(Arc::new(site), query),
        lang,
    }
}

fn tags(site: &Site) -> String {
    // Else the script knows the words from the bar.
    let is_mixed = site.history.is_mixed();
    let line = |(id, names): (TagId, Vec<&str>)| {
        let selection = Filter::default().toggled(id).select(&site.index);
        let found = selection.found.iter().flat_map(|found| found.ones());
        let entries: Vec<_> = found.map(|entry| entry.to_string()).collect();
        let shown = is_mixed.then(|| site.history.shown(selection.found.as_ref(), &site.labels));
        let sentence = site.history.sentence(&selection, &site.index, &site.labels);
        // A name may be written with a tab or a line's end in it; what links may call it has neither.
        let on_one_line = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        // That of a technology is in the panel.
        let tag = &site.index.tags()[id];
        let name = if tag.is_technology { "" } else { &tag.name };
        let parts = [
            &entries.join(" "),
            &shown.unwrap_or_default(),
            &on_one_line(&sentence),
            &on_one_line(name),
            &names.join("\t"),
        ];
        parts.map(String::as_str).join("\t")
    };
    let places = (0..site.index.entries()).map(|entry| site.history.place_of(entry).to_string());
    let mut lines = vec![places.collect::<Vec<_>>().join(" ")];
    lines.extend((0..).zip(site.index.links()).map(line));
    lines.join("\n")
}

/// The page as a query filters it.
fn page(site: Arc<Site>, query: &str) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&format!("/{query}")));
        let page = move || {
            State::provide(site.clone());
            let sections = site.headings.clone().into_iter();
            let sections = sections.map(|heading| view! { <Section heading/> });
            let bar = NodeRef::new();
            let filter = site.has_filter().then(|| {
                view! {
                    <FilterBar bar/>
                    <TagPanel bar><Tags/></TagPanel>
                }
            });
            view! {
                <Page>
                    <Top/>
                    <Main>{sections.collect_view()}</Main>
                    {filter}
                </Page>
            }
        };
        view! { <Router>{page()}</Router> }.to_html()
    });
    owner.cleanup();
    without_empty_classes(&without_markers(&html))
}

/// HTML without the comments by which Leptos would find its way when it hydrates. Two texts stay two, as in the browser: as
/// one they would not be as wide, by a hair.
fn without_markers(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    for part in html.split("<!>").filter(|part| !part.is_empty()) {
        if !(plain.is_empty() || plain.ends_with('>') || part.starts_with('<')) {
            plain.push_str("<!---->");
        }
        plain.push_str(part);
    }
    plain
}

/// HTML without the empty `class` that Leptos writes for an element that has none.
fn without_empty_classes(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    for part in html.split_inclusive('>') {
        // In texts, `<` is a reference.
        let (text, tag) = part.split_at(part.rfind('<').unwrap_or(part.len()));
        plain.push_str(text);
        plain.push_str(&tag.replace(" class=\"\"", ""));
    }
    plain
}

/// What the file says of colours and fonts, as a style sheet; nothing where it says nothing.
fn style(theme: &Theme) -> String {
    // As a number: what a file says is not put into a style sheet.
    let accent = colours::colour(&theme.accent).map(colours::hex);
    let properties = properties(&accent.unwrap_or_default(), &theme.font);
    let rules = properties.iter().map(|(name, value)| {
        // Browsers that do not know a value would lose the one of the style sheet.
        // The live page has what a newer file says, and nothing where that says nothing.
        let rule = format!(":root:not([data-state=live]){{{name}:{value}}}");
        if name.starts_with("--font") {
            rule
        } else {
            format!("@supports(color:{value}){{{rule}}}")
        }
    });
    rules.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_class_goes_where_it_is_no_text() {
        assert_eq!(
            without_empty_classes("<p class=\"\" id=\"a\"> class=\"\"</p>"),
            "<p id=\"a\"> class=\"\"</p>"
        );
    }

    #[test]
    fn texts_stay_apart_and_nothing_else_is_left_of_the_markers() {
        for (html, plain) in [
            ("<b>a<!>b</b><!>", "<b>a<!---->b</b>"),
            ("<!><i>a</i><!><!>b<!>", "<i>a</i>b"),
            ("a<!><!>b", "a<!---->b"),
        ] {
            assert_eq!(without_markers(html), plain);
        }
    }
}
