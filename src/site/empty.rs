//! The page of the archive, which has no résumé yet.

use super::prerender::Prerendered;
use crate::theme::LOOKS;

/// A page without a résumé, for who builds none: it shows what is put beside it, and says so where it cannot.
pub fn empty() -> Prerendered {
    Prerendered {
        lang: "en".to_owned(),
        look: LOOKS[0],
        head: "<title>Résumé</title>".to_owned(),
        style: STYLE.to_owned(),
        tags: String::new(),
        page: PAGE.to_owned(),
        data: "{}".to_owned(),
    }
}

const PAGE: &str = r#"<main class="empty">
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

const STYLE: &str = r#"
    .empty { max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
    html:not([data-state="failed"]) .without { display: none }
  "#;
