//! Where on the web the page stands.

use std::fmt;

use url::Url;

use crate::resume::{Resume, href};

/// The address that the page is published at: a folder's, which ends with a slash, or that of a file
/// `….html` in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads an address of the web, with its scheme. One that does not end with a slash or in `.html` gets
    /// the slash, as hosts add it: the page's own addresses are relative to its folder.
    ///
    /// # Errors
    ///
    /// When it is not an address that a page can stand at, in words for who wrote it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let refused = |why: &str| {
            Err(format!(
                "“{text}” {why}: write it like https://example.com/me/"
            ))
        };
        let is_web = |url: &Url| matches!(url.scheme(), "http" | "https");
        let has_slashes = |(scheme, rest): (&str, &str)| {
            rest.starts_with("//") && scheme.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let mut url = match Url::parse(text) {
            // `Url::parse` would accept `https:example.com` and mend it; that is refused.
            Ok(url) if is_web(&url) && text.split_once(':').is_some_and(has_slashes) => url,
            _ => return refused("is not an address of the web, http:// or https://"),
        };
        if text.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\') {
            return refused("has a space or a backslash in it");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refused("has a “?” or “#” in it, which no folder's address has");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refused("has a user's name or password in it, which everyone would read");
        }
        let path = url.path();
        if !path.ends_with('/') && !path.ends_with(".html") {
            let path = format!("{path}/");
            url.set_path(&path);
        }
        Ok(Self(url))
    }

    /// What the résumé gives as the person's web site, unless that is one of the profiles elsewhere, or no
    /// address that a page can stand at.
    pub fn of(resume: &Resume) -> Option<Self> {
        let read = |url: &str| Self::parse(&href(url)?).ok();
        let address = read(&resume.basics.url)?;
        let profiles = resume.basics.profiles.iter();
        let mut profiles = profiles.filter_map(|profile| read(&profile.url));
        (!profiles.any(|profile| profile == address)).then_some(address)
    }

    /// The address of a file beside the page.
    pub fn file(&self, name: &str) -> String {
        // A name is always a relative address; a failure leaves the page's own.
        self.0
            .join(name)
            .unwrap_or_else(|_| self.0.clone())
            .to_string()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_ends_with_a_slash_whoever_leaves_it_out() {
        for (text, address, picture) in [
            (
                "https://example.com",
                "https://example.com/",
                "https://example.com/p.png",
            ),
            (
                "https://example.com/",
                "https://example.com/",
                "https://example.com/p.png",
            ),
            (
                "https://example.com/a/b",
                "https://example.com/a/b/",
                "https://example.com/a/b/p.png",
            ),
            (
                "http://localhost:8080/a/",
                "http://localhost:8080/a/",
                "http://localhost:8080/a/p.png",
            ),
            (
                "HTTPS://example.com/cv.html",
                "https://example.com/cv.html",
                "https://example.com/p.png",
            ),
            (
                "https://bücher.example/ü",
                "https://xn--bcher-kva.example/%C3%BC/",
                "https://xn--bcher-kva.example/%C3%BC/p.png",
            ),
        ] {
            let read = Address::parse(text).expect(text);
            assert_eq!(
                (read.to_string(), read.file("p.png")),
                (address.to_owned(), picture.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_what_to_write() {
        for (text, why) in [
            ("example.com", "is not an address of the web"),
            ("ftp://example.com", "is not an address of the web"),
            ("javascript:alert(1)", "is not an address of the web"),
            ("https:example.com", "is not an address of the web"),
            ("https://", "is not an address of the web"),
            (" https://example.com", "is not an address of the web"),
            ("https://exam ple.com", "is not an address of the web"),
            (
                "https://example.com/a b",
                "has a space or a backslash in it",
            ),
            ("https://example.com\\a", "has a space or a backslash in it"),
            ("https://example.com/?p=1", "has a “?”"),
            ("https://example.com/#me", "has a “?”"),
            ("https://a:b@example.com", "has a user's name"),
        ] {
            let message = Address::parse(text).expect_err(text);
            assert!(
                message.starts_with(&format!("“{text}” {why}"))
                    && message.ends_with(": write it like https://example.com/me/"),
                "{message}"
            );
        }
    }

    #[test]
    fn a_website_is_the_pages_address_and_a_profile_is_not() {
        for (basics, address) in [
            (
                r#"{"url": "example.com/me"}"#,
                Some("https://example.com/me/"),
            ),
            (r#"{"name": "A"}"#, None),
            (r#"{"url": "mailto:a@example.com"}"#, None),
            (r#"{"url": "https://example.com/?p=1"}"#, None),
            (
                r#"{"url": "https://github.com/a", "profiles": [{"url": "https://github.com/a/"}]}"#,
                None,
            ),
        ] {
            let json = format!(r#"{{"basics": {basics}}}"#);
            let (resume, _) = Resume::read(&json).expect("a résumé");
            let found = Address::of(&resume).map(|found| found.to_string());
            assert_eq!(found.as_deref(), address, "{basics}");
        }
    }
}
