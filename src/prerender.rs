//! The page as HTML, before any script, at build time.

use leptos::prelude::*;

use crate::{
    evidence::History,
    filter::Filter,
    labels::Labels,
    language::{direction, labelled, language},
    metadata::{address::Address, colours, head::head, json_ld::json_ld},
    resume::{Resume, Theme, date::Date},
    tags::Index,
    theme::{LOOKS, look, properties},
    view::{Shown, page},
};

/// What a [`template`](fill) has a place for.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerendered {
    /// The page's language, a tag of BCP 47.
    pub lang: String,
    /// The name of its look.
    pub look: &'static str,
    /// Elements of the `<head>`: title, description, what else machines want to know.
    pub head: String,
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
    let index = Index::new(&resume);
    let mut head = head(&resume, &index, &labels, &lang, today, address, has_picture);
    head.push_str(&style(&resume.settings.theme));
    let look = look(&resume.settings.theme);
    let data = json_ld(&resume, &index, &labels, &lang, today, address);
    let history = History::new(&resume, &labels, today);
    let filter = |index: &Index| Filter::from_query(query, index);
    let shown = Shown::new(resume, index, history, labels, today, filter);
    Prerendered {
        lang,
        look,
        head,
        page: page(shown).to_html(),
        data,
    }
}

/// What the file says of colours and fonts, as a style element; nothing where it says nothing.
fn style(theme: &Theme) -> String {
    // As a number: what a file says is not put into a style sheet.
    let accent = colours::colour(&theme.accent).map(colours::hex);
    let properties = properties(&accent.unwrap_or_default(), &theme.font);
    let rules = properties.iter().map(|(name, value)| {
        // Browsers that do not know a value would lose the one of the style sheet.
        // The live page has what a newer file says, and nothing where that says nothing.
        let rule = format!(":root:not([data-state=live]){{{name}:{value}}}");
        match name.starts_with("--font") {
            true => rule,
            false => format!("@supports(color:{value}){{{rule}}}"),
        }
    });
    let rules: String = rules.collect();
    match rules.is_empty() {
        true => rules,
        false => format!("<style>{rules}</style>"),
    }
}

/// A page without a résumé, for who builds none: it shows what is put beside it, and says so where it cannot.
pub fn empty() -> Prerendered {
    Prerendered {
        lang: "en".to_owned(),
        look: LOOKS[0],
        head: "<title>Résumé</title>".to_owned(),
        page: EMPTY_PAGE.to_owned(),
        data: "{}".to_owned(),
    }
}

const EMPTY_PAGE: &str = r#"<style>
    .empty { max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
    html:not([data-state="failed"]) .without { display: none }
  </style>
  <main class="empty">
    <h1>Résumé</h1>
    <noscript><p>This page shows the résumé in <a href="resume.json">resume.json</a> with JavaScript and
      WebAssembly, which are off here.</p></noscript>
    <div class="without" role="alert">
      <p>There is no résumé to show: <a href="resume.json">resume.json</a> is missing, or it cannot be used.</p>
      <p>If it is your page, put your <a href="https://jsonresume.org/schema">JSON Resume</a> beside
        <code>index.html</code>, named <code>resume.json</code>, and look at it on a web host: from a folder,
        browsers let no page read files. What is wrong with the file, the browser’s console says.</p>
    </div>
  </main>"#;

/// What stands beside a page for who is writing it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Which file, and how much there is to say.
    pub title: String,
    /// What there is to say, in lines as a compiler prints them; empty where there is nothing.
    pub diagnostics: String,
    /// Whether any of it should be seen at once.
    pub is_urgent: bool,
}

impl Draft {
    fn html(&self) -> String {
        if self.diagnostics.is_empty() {
            return String::new();
        }
        let owner = Owner::new();
        let html = owner.with(|| {
            view! {
                <aside class="draft" aria-label="Diagnostics">
                    <details open=self.is_urgent>
                        <summary>{self.title.clone()}</summary>
                        <pre>{self.diagnostics.clone()}</pre>
                    </details>
                </aside>
            }
            .to_html()
        });
        owner.cleanup();
        [DRAFT_STYLE, &html].concat()
    }
}

const DRAFT_STYLE: &str = "<style>
    .draft { position: fixed; inset: auto 1rem 1rem auto; z-index: 9; max-width: min(60rem, 100vw - 2rem);
      border: 1px solid; border-radius: 0.5rem; background: Canvas; color: CanvasText; font-size: 0.8125rem }
    .draft summary { padding: 0.5rem 0.75rem; font-weight: 600; cursor: pointer }
    .draft pre { max-height: 40vh; margin: 0; padding: 0 0.75rem 0.75rem; overflow: auto }
    @media print { .draft { display: none } }
  </style>";

/// Puts the parts into a template that has `<title>{{head}}</title>`, `{{page}}`, `{{lang}}`, `{{dir}}`, `{{look}}`,
/// `<script …>{{labels}}</script>` and `<script …>{{data}}</script>`, each once, and a draft's diagnostics after it all.
///
/// # Errors
///
/// When the template does not have one of them exactly once.
pub fn fill(template: &str, parts: &Prerendered, draft: Option<&Draft>) -> Result<String, String> {
    // Nothing in JSON may end the script that it stands in, or begin a comment.
    let safe = |json: &str| json.replace('<', "\\u003c");
    let data = format!(">{}</script>", safe(&parts.data));
    let language = labelled(&parts.lang);
    let labels: String = Labels::file(language).lines().map(str::trim).collect();
    let labels = format!(" id=\"labels-{language}\">{}</script>", safe(&labels));
    // The page first: what the head and the data say may look like the page's place, but not the other way
    // round, as there is no unescaped `<` in a page's text.
    let places = [
        ("{{page}}", parts.page.as_str()),
        (">{{data}}</script>", &data),
        (">{{labels}}</script>", &labels),
        ("<title>{{head}}</title>", &parts.head),
        ("{{lang}}", &parts.lang),
        ("{{look}}", parts.look),
        ("{{dir}}", direction(&parts.lang)),
    ];
    let mut html = template.to_owned();
    for (place, _) in places {
        let count = template.matches(place).count();
        if count != 1 {
            return Err(format!(
                "index.html must have {place} once, and has it {count} times"
            ));
        }
    }
    for (place, part) in places {
        html = html.replacen(place, part, 1);
    }
    html.push_str(&draft.map_or(String::new(), Draft::html));
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_each_place_once() {
        let parts = Prerendered {
            lang: "fa".into(),
            look: "classic",
            head: "<title>{{page}}</title>".into(),
            page: "{{page}} {{data}} <b>".into(),
            data: "[\"{{page}} {{lang}}\"]".into(),
        };
        let html = fill(
            "<html lang={{lang}} dir={{dir}} data-look={{look}}><title>{{head}}</title>\
                <body>{{page}}<script>{{labels}}</script><script>{{data}}</script>",
            &parts,
            None,
        )
        .expect("a page");
        let (page, labels) = html
            .split_once("<script id=\"labels-fa\">")
            .expect("labels");
        let (labels, data) = labels.split_once("</script>").expect("labels");
        assert_eq!(
            (page, data),
            (
                "<html lang=fa dir=rtl data-look=classic><title>{{page}}</title><body>{{page}} {{data}} <b>",
                "<script>[\"{{page}} {{lang}}\"]</script>"
            )
        );
        assert_eq!(Labels::read(labels), Ok(Labels::of("fa")));
        assert_eq!(
            fill("<title>{{head}}</title>", &parts, None),
            Err("index.html must have {{page}} once, and has it 0 times".to_owned())
        );
    }
}
