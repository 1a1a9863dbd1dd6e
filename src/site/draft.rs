//! What the checker has to say, beside the page.

use leptos::prelude::*;

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
    /// It as HTML, to stand behind the page's; nothing where there is nothing to say.
    pub fn html(&self) -> String {
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
        [STYLE, &html].concat()
    }
}

const STYLE: &str = "<style>
    .draft { position: fixed; inset: auto 1rem 1rem auto; z-index: 9; max-width: min(60rem, 100vw - 2rem);
      border: 1px solid; border-radius: 0.5rem; background: Canvas; color: CanvasText; font-size: 0.8125rem }
    .draft summary { padding: 0.5rem 0.75rem; font-weight: 600; cursor: pointer }
    .draft pre { max-height: 40vh; margin: 0; padding: 0 0.75rem 0.75rem; overflow: auto }
    @media print { .draft { display: none } }
  </style>";
