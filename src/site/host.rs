//! A host on this machine like those that sites are put on: it compresses, sends the headers of `_headers`, may be below a
//! path, and has nothing that is not in the folder.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, StatusCode, Uri,
        header::{CACHE_CONTROL, InvalidHeaderName, InvalidHeaderValue},
    },
    response::{IntoResponse, Redirect, Response},
};
use tower::ServiceExt;
use tower_http::{compression::CompressionLayer, services::ServeDir};

use super::{Error, headers};

struct Host {
    site: PathBuf,
    /// Begins and ends with a slash.
    base: String,
}

/// Serves the site in a folder below a path, such as [`/me/`](base).
///
/// # Errors
///
/// When there is no site in the folder.
pub fn host(site: &Path, base: &str) -> Result<Router, Error> {
    let file = site.join(headers::FILE);
    fs::metadata(&file).map_err(|error| {
        Error::new(&file, format!("{error}: `make build` has a site put there"))
    })?;
    let (site, base) = (site.to_owned(), self::base(base));
    let router = Router::new().fallback(answer);
    let router = router.with_state(Arc::new(Host { site, base }));
    Ok(router.layer(CompressionLayer::new()))
}

/// A path as hosts have it: with a slash at its beginning and at its end.
pub fn base(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

async fn answer(State(host): State<Arc<Host>>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let query = request.uri().query().map(|query| format!("?{query}"));
    let query = query.unwrap_or_default();
    if format!("{path}/") == host.base {
        return Redirect::permanent(&[&host.base, &*query].concat()).into_response();
    }
    // The file as the site knows it.
    let own = path.strip_prefix(&host.base).map(|file| format!("/{file}"));
    let Some(own) = own.filter(|own| own.trim_start_matches('/') != headers::FILE) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(uri) = [&own, &*query].concat().parse::<Uri>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let Ok(answer) = ServeDir::new(&host.site).oneshot(request).await;
    let mut answer = answer.map(Body::new);
    if answer.status().is_client_error() {
        return answer;
    }
    // Read anew for each answer, as another build may be there.
    let rules = fs::read_to_string(host.site.join(headers::FILE)).unwrap_or_default();
    for (name, value) in of(&rules, &own) {
        answer.headers_mut().insert(name, value);
    }
    let caching = answer.headers_mut().entry(CACHE_CONTROL);
    caching.or_insert(HeaderValue::from_static("no-cache"));
    answer
}

/// The headers that rules have for a file. A rule is a path, which may end in `*`, and below it its headers, indented.
fn of(rules: &str, file: &str) -> Vec<(HeaderName, HeaderValue)> {
    let mut found = Vec::new();
    let mut applies = false;
    for line in rules.lines() {
        if !line.starts_with(' ') {
            applies = line
                .strip_suffix('*')
                .map_or(line == file, |start| file.starts_with(start));
        } else if let Some((name, value)) = line.trim().split_once(": ").filter(|_| applies) {
            found.extend(header(name, value).ok());
        }
    }
    found
}

fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), axum::http::Error> {
    let name: Result<HeaderName, InvalidHeaderName> = name.parse();
    let value: Result<HeaderValue, InvalidHeaderValue> = value.parse();
    Ok((name?, value?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::tests::folder;

    fn site(name: &str) -> PathBuf {
        let page = "<!doctype html>".repeat(100);
        let headers = headers::headers("default-src 'none'");
        folder(
            name,
            &[
                ("index.html", &page),
                ("_headers", &headers),
                ("page-1_bg.wasm", "code"),
                ("robots.txt", "all"),
            ],
        )
    }

    async fn ask(name: &str, base: &str, address: &str) -> Response {
        let host = host(&site(name), base).expect("a site");
        let request = Request::get(address).header("accept-encoding", "br");
        let request = request.body(Body::empty()).expect("a request");
        let Ok(answer) = host.oneshot(request).await;
        answer
    }

    fn said<'a>(answer: &'a Response, header: &str) -> Option<&'a str> {
        answer
            .headers()
            .get(header)
            .map(|value| value.to_str().expect("text"))
    }

    #[tokio::test]
    async fn the_page_is_compressed_and_under_its_policy() {
        for address in ["/a/b/", "/a/b/?tag=rust", "/a/b/index.html"] {
            let answer = ask("host", "a/b", address).await;
            assert_eq!(answer.status(), 200, "{address}");
            assert_eq!(said(&answer, "content-encoding"), Some("br"));
            let policy = said(&answer, "content-security-policy");
            assert_eq!(policy, Some("default-src 'none';frame-ancestors 'none'"));
        }
    }

    #[tokio::test]
    async fn files_are_kept_as_the_site_says() {
        let code = ask("host-files", "/", "/page-1_bg.wasm").await;
        assert_eq!(said(&code, "content-type"), Some("application/wasm"));
        assert_eq!(
            said(&code, "cache-control"),
            Some("public, max-age=31536000, immutable")
        );
        let other = ask("host-others", "/", "/robots.txt").await;
        assert_eq!(said(&other, "cache-control"), Some("no-cache"));
        assert_eq!(said(&other, "x-content-type-options"), Some("nosniff"));
        assert_eq!(said(&other, "content-security-policy"), None);
    }

    #[tokio::test]
    async fn nothing_is_there_but_the_site() {
        for address in [
            "/",
            "/me/_headers",
            "/me/../Cargo.toml",
            "/me/%2e%2e/Cargo.toml",
            "/other/",
        ] {
            assert_eq!(
                ask("host-nothing", "/me/", address).await.status(),
                404,
                "{address}"
            );
        }
        let missing = ask("host-missing", "/", "/page-2.js").await;
        assert_eq!(said(&missing, "cache-control"), None, "it may come yet");
        let answer = ask("host-redirect", "/me/", "/me?tag=rust").await;
        assert_eq!(said(&answer, "location"), Some("/me/?tag=rust"));
    }

    #[test]
    fn a_folder_without_a_site_is_not_served() {
        let error = host(&folder("host-none", &[]), "/").expect_err("no site");
        assert!(
            error
                .to_string()
                .contains("`make build` has a site put there"),
            "{error}"
        );
    }
}
