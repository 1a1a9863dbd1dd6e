//! Which addresses may become links.

use std::borrow::Cow;

use crate::words::{Kind, kind};

/// What a file's name ends with: a name with one of these is no host.
const FILES: [&str; 9] = [
    "doc", "docx", "htm", "html", "jpeg", "jpg", "pdf", "png", "txt",
];

/// The address as a link's `href`, if it is of a scheme that is safe to follow (http, https, mailto,
/// tel). The address of a host or a mailbox whose scheme is left out, as in `example.com/me`, gets it.
/// Anything else, `javascript:` among it, is shown as text.
pub fn href(address: &str) -> Option<Cow<'_, str>> {
    let address = address.trim();
    if address.contains(|sign: char| sign.is_control() || sign.is_whitespace()) {
        return None;
    }
    let scheme = address.split_once(':').filter(|(scheme, rest)| {
        // `example.com:8080` has a port and no scheme.
        !(scheme.contains('.') && rest.starts_with(|sign: char| sign.is_ascii_digit()))
    });
    if let Some((scheme, rest)) = scheme {
        let safe = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest.starts_with("//") && rest.len() > 2,
            "mailto" | "tel" => !rest.is_empty(),
            _ => false,
        };
        return safe.then_some(Cow::Borrowed(address));
    }
    let host = address
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or_default();
    match host.split_once('@') {
        Some((mailbox, host)) if host.len() + mailbox.len() + 1 == address.len() => {
            (is_host(host) && !mailbox.is_empty()).then(|| format!("mailto:{address}").into())
        }
        None if is_host(host) => Some(format!("https://{address}").into()),
        _ => None,
    }
}

/// The address of a mailbox, with or without its `mailto:`, as a link's `href`.
pub fn mail_address(text: &str) -> Option<String> {
    let address = without_scheme("mailto:", text);
    let is_one = address.contains('@') && !address.contains(char::is_whitespace);
    is_one.then(|| format!("mailto:{address}"))
}

/// An address without its scheme, which it may have, as `mailto:` or in capitals.
pub fn without_scheme<'a>(scheme: &str, text: &'a str) -> &'a str {
    match text.split_at_checked(scheme.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(scheme) => rest,
        _ => text,
    }
}

/// A telephone's number, with or without its `tel:`, as a link's `href`.
pub fn phone_address(text: &str) -> Option<String> {
    let number = without_scheme("tel:", text);
    let is_space = |sign| " ()-./\u{a0}".contains(sign);
    let is_one = number.bytes().any(|sign| sign.is_ascii_digit())
        && number
            .chars()
            .all(|sign| sign == '+' || sign.is_ascii_digit() || is_space(sign));
    is_one.then(|| {
        let signs = number.chars().filter(|sign| !is_space(*sign));
        "tel:".chars().chain(signs).collect()
    })
}

/// Whether a host's name can have it, digits aside.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic()
        || !(sign.is_ascii() || matches!(kind(sign), Kind::Space | Kind::Sign))
}

fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        let is_part = |sign: char| sign == '-' || is_letter(sign) || sign.is_ascii_digit();
        !label.is_empty() && label.chars().all(is_part)
    };
    name.rsplit_once('.').is_some_and(|(labels, last)| {
        let is_domain = last.len() > 1 && last.chars().all(is_letter);
        is_domain && labels.split('.').all(is_label) && !FILES.contains(&last)
    })
}

#[cfg(test)]
mod tests {
    use super::{href, mail_address, phone_address};

    #[test]
    fn a_scheme_may_be_there_already() {
        for (text, address) in [
            ("a@b.example", Some("mailto:a@b.example")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("MAILTO:a@b.example", Some("mailto:a@b.example")),
            ("ask me", None),
            ("é", None),
        ] {
            assert_eq!(mail_address(text).as_deref(), address, "{text}");
        }
        for (text, address) in [
            ("+49 (30) 1-2", Some("tel:+493012")),
            ("Tel:+49 30", Some("tel:+4930")),
            ("ask me", None),
        ] {
            assert_eq!(phone_address(text).as_deref(), address, "{text}");
        }
    }

    #[test]
    fn only_safe_schemes_are_links() {
        for address in [
            "https://example.com/a?b=c#d",
            "HTTP://example.com",
            "mailto:a@example.com",
            "tel:+49-30-1",
        ] {
            assert_eq!(href(address).as_deref(), Some(address));
        }
        for address in [
            "",
            "here",
            "/here",
            "//example.com",
            "cv.pdf",
            "e.g.",
            "v1.0",
            "example.com is mine",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "javascript.x:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "https:example.com",
            "https://",
            "https://exa\u{0}mple.com",
            "mailto:",
            "@example.com",
            "example.com\u{a0}x",
            "example.com/a b",
            "https://exa mple.com",
            "https://a.example, https://b.example",
            " javascript:alert(1)",
        ] {
            assert_eq!(href(address), None, "{address:?}");
        }
        assert_eq!(
            href(" https://example.com ").as_deref(),
            Some("https://example.com")
        );
    }

    #[test]
    fn a_scheme_that_is_left_out_is_put_in() {
        for (address, link) in [
            ("example.com", "https://example.com"),
            ("www.example.com/me?a#b", "https://www.example.com/me?a#b"),
            ("example.com:8080/me", "https://example.com:8080/me"),
            ("github.com/a@b", "https://github.com/a@b"),
            ("bücher.example", "https://bücher.example"),
            ("a.b@example.com", "mailto:a.b@example.com"),
        ] {
            assert_eq!(href(address).as_deref(), Some(link));
        }
    }
}
