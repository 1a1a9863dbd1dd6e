//! The page as HTML, before any script: Leptos' server rendering, at build time.

use std::sync::Arc;

use any_spawner::Executor;
use leptos::prelude::*;

use crate::{
    filter::Filter,
    metadata,
    resume::{Resume, date::Date},
    tags::Index,
    view::{Page, Shown, Turns},
};

/// What a [`template`](fill) has a place for.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerendered {
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
    // Set by the first call and the same for all of them.
    _ = Executor::init_futures_executor();
    let owner = Owner::new();
    let html = owner.with(|| {
        let description = metadata::description(&resume);
        let description = (!description.is_empty())
            .then(|| view! { <meta name="description" content=description/> });
        let head = view! { <title>{metadata::title(&resume)}</title> {description} }.to_html();
        let index = Arc::new(Index::new(&resume));
        let filter = Filter::from_query(query, &index);
        let shown = Shown::new(
            Arc::new(resume),
            index,
            today,
            Turns::at_once(),
            move || filter.clone(),
        );
        let page = view! { <Page shown on_click=|_| ()/> }.to_html();
        Prerendered { head, page }
    });
    owner.cleanup();
    html
}

/// Puts the parts into a template that has `<title>{{head}}</title>` and `{{page}}`, each once.
///
/// # Errors
///
/// When the template does not have one of them exactly once.
pub fn fill(template: &str, parts: &Prerendered) -> Result<String, String> {
    // The page first: what the head says may look like the page's place, but not the other way round,
    // as there is no unescaped `<` in a page's text.
    let places = [
        ("{{page}}", &parts.page),
        ("<title>{{head}}</title>", &parts.head),
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
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_each_place_once() {
        let parts = Prerendered {
            head: "<title>{{page}}</title>".into(),
            page: "{{page}} <b>".into(),
        };
        assert_eq!(
            fill("<title>{{head}}</title><body>{{page}}", &parts).as_deref(),
            Ok("<title>{{page}}</title><body>{{page}} <b>")
        );
        assert_eq!(
            fill("<title>{{head}}</title>", &parts),
            Err("index.html must have {{page}} once, and has it 0 times".to_owned())
        );
    }
}
