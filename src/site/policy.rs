//! The page's content security policy.

use super::app::integrity;

/// Allows the scripts and styles that are in the page, by their hashes, and the files beside it, and nothing that would be
/// put into it.
///
/// What it does not ask for is trusted types: Leptos makes its elements from templates, by `innerHTML`, and
/// `src/start.js` adds a script.
pub fn policy(scripts: &[String], styles: &[String]) -> String {
    let hashes = |texts: &[String]| -> String {
        let hashes = texts.iter().map(|text| integrity(text.as_bytes()));
        hashes.map(|hash| format!(" '{hash}'")).collect()
    };
    // Also those of the data, which nothing runs: the HTML checker asks for it.
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        &format!("style-src 'self'{styles}"),
        "connect-src 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_page_is_allowed_by_its_hash() {
        let policy = policy(&["alert(1)".to_owned()], &["a{}", "b{}"].map(str::to_owned));
        let of = |text: &str| integrity(text.as_bytes());
        let script = format!(
            ";script-src 'self' 'wasm-unsafe-eval' '{}';",
            of("alert(1)")
        );
        let styles = format!(";style-src 'self' '{}' '{}';", of("a{}"), of("b{}"));
        assert!(policy.starts_with("default-src 'none';"), "{policy}");
        assert!(
            policy.contains(&script) && policy.contains(&styles),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }
}
