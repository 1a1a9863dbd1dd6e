//! Which addresses may become links.

/// The address as a link's `href`, if it is of a scheme that is safe to follow (http, https, mailto,
/// tel); anything else, `javascript:` and addresses without a scheme among it, is shown as text.
pub fn href(address: &str) -> Option<&str> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let safe = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.starts_with("//"),
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    };
    (safe && !address.contains(char::is_control)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::href;

    #[test]
    fn only_safe_schemes_are_links() {
        for address in [
            "https://example.com/a?b=c#d",
            "HTTP://example.com",
            "mailto:a@example.com",
            "tel:+49-30-1",
        ] {
            assert_eq!(href(address), Some(address));
        }
        for address in [
            "",
            "example.com",
            "/here",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "https:example.com",
            "https://exa\u{0}mple.com",
            "mailto:",
            " javascript:alert(1)",
        ] {
            assert_eq!(href(address), None, "{address:?}");
        }
        assert_eq!(href(" https://example.com "), Some("https://example.com"));
    }
}
