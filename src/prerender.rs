//! The page as HTML, before any script, at build time.

use leptos::prelude::*;

use crate::{
    evidence::History,
    filter::Filter,
    labels::Labels,
    language::{direction, labelled, language},
    metadata,
    resume::{Resume, date::Date},
    tags::Index,
    view::{Shown, page},
};

/// What a [`template`](fill) has a place for.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerendered {
    /// The page's language, a tag of BCP 47.
    pub lang: String,
    /// Elements of the `<head>`: title and description.
    pub head: String,
    /// The page.
    pub page: String,
}

/// Renders a résumé without a filter.
pub fn prerender(resume: Resume, today: Date) -> Prerendered {
    prerender_filtered(resume, today, "")
}

/// Renders a résumé as a query filters it.
pub fn prerender_filtered(resume: Resume, today: Date, query: &str) -> Prerendered {
    let owner = Owner::new();
    let lang = language(&resume);
    let labels = Labels::of(labelled(&lang));
    let html = owner.with(|| {
        let description = metadata::description(&resume);
        let description = (!description.is_empty())
            .then(|| view! { <meta name="description" content=description/> });
        let head =
            view! { <title>{metadata::title(&resume, &labels)}</title> {description} }.to_html();
        let query = query.to_owned();
        let filter = move |index: &Index| Filter::from_query(&query, index);
        let index = Index::new(&resume);
        let history = History::new(&resume, &labels, today);
        let shown = Shown::new(resume, index, history, labels, today, filter);
        let page = page(shown).to_html();
        Prerendered { lang, head, page }
    });
    owner.cleanup();
    html
}

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

/// Puts the parts into a template that has `<title>{{head}}</title>`, `{{page}}`, `{{lang}}` and
/// `{{dir}}`, each once, and a draft's diagnostics after it all.
///
/// # Errors
///
/// When the template does not have one of them exactly once.
pub fn fill(template: &str, parts: &Prerendered, draft: Option<&Draft>) -> Result<String, String> {
    // The page first: what the head says may look like the page's place, but not the other way round,
    // as there is no unescaped `<` in a page's text.
    let places = [
        ("{{page}}", parts.page.as_str()),
        ("<title>{{head}}</title>", &parts.head),
        ("{{lang}}", &parts.lang),
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
            head: "<title>{{page}}</title>".into(),
            page: "{{page}} <b>".into(),
        };
        assert_eq!(
            fill(
                "<html lang={{lang}} dir={{dir}}><title>{{head}}</title><body>{{page}}",
                &parts,
                None
            )
            .as_deref(),
            Ok("<html lang=fa dir=rtl><title>{{page}}</title><body>{{page}} <b>")
        );
        assert_eq!(
            fill("<title>{{head}}</title>", &parts, None),
            Err("index.html must have {{page}} once, and has it 0 times".to_owned())
        );
    }
}
