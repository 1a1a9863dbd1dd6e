//! What goes wrong on the way to a reader: the page stays, its links work, the console says why, and nothing
//! is tried again.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::{join, time::sleep};

use crate::{
    host::{Fault, Host, built},
    page::{PATIENCE, Page},
};

crate::list! {
    On stays_when_the_resume_cannot_be_fetched,
    On stays_when_the_resume_is_not_acceptable,
    On stays_without_the_words_of_its_language,
    On stays_when_the_app_cannot_be_fetched,
    On stays_where_webassembly_is_forbidden,
    On stays_in_an_old_browser,
    On stays_where_nothing_may_be_kept,
    On stays_while_the_resume_does_not_come,
    On is_whole_in_a_narrow_window_before_the_app_comes,
    On lands_where_a_link_says_without_the_app,
    On stays_when_the_app_panics_while_it_draws,
    On comes_back_when_the_app_panics,
    On goes_live_from_webassembly_of_another_type,
    On goes_live_from_javascript_of_another_type,
    On goes_live_though_a_picture_does_not_come,
    On changes_colours_where_cookies_are_refused,
    On shows_injections_as_text,
}

async fn stays_when_the_resume_cannot_be_fetched(page: Page) {
    for (fault, why) in [
        (Fault::Status(404), "resume.json: the host answers 404"),
        (Fault::Status(500), "resume.json: the host answers 500"),
        (Fault::Unreachable, "resume.json: "),
    ] {
        assert_stays(&page, ("resume.json", fault), why).await;
    }
}

async fn stays_when_the_resume_is_not_acceptable(page: Page) {
    let whole = built("resume.json");
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    for content in [
        "",
        "<!DOCTYPE html><title>Sign in</title>",
        "[]",
        "{}",
        r#"{"meta": {"format": "FRESH@1.0.0"}, "skills": {"list": []}}"#,
        r#"{"name": "left-pad", "version": "1.3.0", "main": "index.js"}"#,
        &half,
    ] {
        let fault = Fault::Content(content.to_owned());
        assert_stays(&page, ("resume.json", fault), "resume.json: ").await;
    }
    assert_stays(&page, ("resume.json", Fault::Truncated), "resume.json: ").await;
}

async fn stays_without_the_words_of_its_language(page: Page) {
    let persian = r#"{"basics": {"name": "سارا", "summary": "توسعه‌دهنده‌ی وب"}, "work": [{"name": "شرکت", "startDate": "2020-03"}]}"#;
    let words = "/fa.json";
    let resume = ("resume.json", Fault::Content(persian.to_owned()));
    let host = Host::start(
        "",
        &[resume, (words, Fault::Held), (words, Fault::Status(404))],
    );
    page.open(&host, "?tag=kafka").await;
    listen(&page).await;
    assert_fails(&page, &host, "/fa.json: the host answers 404").await;
}

async fn stays_when_the_app_cannot_be_fetched(page: Page) {
    for file in [".wasm", ".js"] {
        for fault in [Fault::Status(404), Fault::Truncated, Fault::Unreachable] {
            assert_stays(&page, (file, fault), STAYS).await;
        }
    }
    let page_instead = Fault::Content("<!DOCTYPE html><title>Not found</title>".to_owned());
    assert_stays(&page, (".wasm", page_instead.clone()), STAYS).await;
    assert_stays(&page, (".js", page_instead), STAYS).await;
}

async fn stays_where_webassembly_is_forbidden(page: Page) {
    let policy = Fault::Header(
        "Content-Security-Policy",
        "script-src 'self' 'unsafe-inline'",
    );
    let host = Host::start("", &[(".html", policy), (".wasm", Fault::Held)]);
    // WebKit forbids nothing of the kind to the first page of a window.
    page.open(&Host::start("", &[]), "").await;
    page.open(&host, "?tag=kafka").await;
    listen(&page).await;
    assert_fails(&page, &host, STAYS).await;
}

async fn stays_in_an_old_browser(page: Page) {
    for missing in [
        "delete window.WebAssembly",
        "delete window.fetch",
        "delete window.PerformanceObserver; delete window.WebAssembly",
        "delete PerformanceObserver.supportedEntryTypes; delete Element.prototype.replaceWith",
    ] {
        let lacking = format!("<script>{missing}; {LISTEN}</script><title>");
        let html = built("index.html").replacen("<title>", &lacking, 1);
        // Its policy would not let this be done to it.
        let html = html.replacen("http-equiv=Content-Security-Policy", "", 1);
        let host = Host::start("", &[("index.html", Fault::Content(html))]);
        page.open(&host, "index.html?tag=kafka").await;
        assert_fails(&page, &host, STAYS).await;
    }
}

/// Where the host has the page in a sandbox, even to ask for a cookie is an error.
async fn stays_where_nothing_may_be_kept(page: Page) {
    let policy = Fault::Header(
        "Content-Security-Policy",
        "sandbox allow-scripts allow-top-navigation",
    );
    let host = Host::start("", &[(".html", policy)]);
    page.open(&host, "index.html?tag=kafka").await;
    page.wait_for("html[data-state=failed]").await;
    assert_finds(&page, 2, "Kafka").await;
}

async fn stays_while_the_resume_does_not_come(page: Page) {
    let host = Host::start("", &[("resume.json", Fault::Held)]);
    page.open(&host, "?tag=kafka").await;
    listen(&page).await;
    page.wait_for("html[data-said*='still waiting'][data-state=prerendered]")
        .await;
    assert_finds(&page, 2, "Kafka").await;
    assert_eq!(host.requests("resume.json"), 1);
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
}

/// What is below the first screen waits for its paint, not for the app.
async fn is_whole_in_a_narrow_window_before_the_app_comes(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    let before = page.resize((450, 800)).await;
    page.open(&host, "").await;
    page.wait_for("html[data-state=prerendered]").await;
    let shown = |parts| {
        format!(
            "return [...document.querySelectorAll('{parts}')].every(part => part.checkVisibility({{ contentVisibilityProperty: true }}))"
        )
    };
    page.until(&shown(".section > h2, .job-head, .best, .read-all"))
        .await;
    page.click(".read-all").await;
    page.until(&shown(".section > h2, .job-head, .entry-body > *"))
        .await;
    page.resize(before).await;
    host.release();
}

async fn lands_where_a_link_says_without_the_app(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Status(404))]);
    let before = page.resize((450, 800)).await;
    page.open(&host, "#skills").await;
    page.wait_for("html[data-state=failed]").await;
    page.until("const { top } = document.querySelector(location.hash).getBoundingClientRect(); return top > 40 && top < 130")
        .await;
    page.resize(before).await;
}

async fn stays_when_the_app_panics_while_it_draws(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open(&host, "?tag=kafka").await;
    listen(&page).await;
    page.run(REFUSE_ELEMENTS).await;
    host.release();
    assert_says_why(&page, &host, STAYS).await;
    page.click("article a[data-tag=redis]").await;
    page.wait_for_status("3 of 10 projects: Redis").await;
}

async fn comes_back_when_the_app_panics(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka").await;
    page.run(REFUSE_ELEMENTS).await;
    page.run("document.querySelector('#skills a[data-tag=redis]').click()")
        .await;
    page.wait_for("html[data-state=failed]").await;
    assert_finds(&page, 2, "Kafka").await;
    assert_eq!(page.query().await, "tag=kafka");
    page.click("article a[data-tag=redis]").await;
    page.wait_for("html[data-state=live]").await;
    page.wait_for_status("3 of 10 projects: Redis").await;
}

async fn goes_live_from_webassembly_of_another_type(page: Page) {
    for content_type in ["application/octet-stream", "text/html"] {
        let host = Host::start(
            "",
            &[
                (".wasm", Fault::Held),
                (".wasm", Fault::Header("Content-Type", content_type)),
            ],
        );
        page.open(&host, "?tag=kafka").await;
        listen(&page).await;
        host.release();
        page.wait_for("html[data-state=live][data-said*='MIME type']")
            .await;
    }
}

async fn goes_live_though_a_picture_does_not_come(page: Page) {
    let page_with_picture = built("index.html").replacen("<main", "<img src=me.png><main", 1);
    let host = Host::start(
        "",
        &[
            (".html", Fault::Content(page_with_picture)),
            ("me.png", Fault::Held),
        ],
    );
    // The driver waits for the picture.
    let release = async {
        let start = Instant::now();
        while host.requests(".js") == 0 {
            assert!(start.elapsed() < PATIENCE, "the app waits for the picture");
            sleep(Duration::from_millis(50)).await;
        }
        host.release();
    };
    join!(page.open(&host, "index.html?tag=kafka"), release);
    page.wait_for("html[data-state=live]").await;
}

/// Unless the host forbids it, as `_headers` does by `nosniff`: what it is, its integrity says.
async fn goes_live_from_javascript_of_another_type(page: Page) {
    let host = Host::start("", &[(".js", Fault::Header("Content-Type", "text/html"))]);
    page.open_live(&host, "?tag=kafka").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
}

async fn changes_colours_where_cookies_are_refused(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    page.client.delete_all_cookies().await.expect("none");
    page.open_live(&host, "").await;
    page.run("Object.defineProperty(document, 'cookie', { set() { throw new DOMException('refused', 'SecurityError') } })")
        .await;
    page.click(".theme").await;
    page.wait_for("html[data-theme][data-state=live]").await;
    page.click(".theme").await;
    page.wait_for("html[data-state=live]:not([data-theme])")
        .await;
}

/// Strings that have become markup, script or an address of script in other pages.
const INJECTIONS: [&str; 16] = [
    "<script>hit = 1</script>",
    "</script><script>hit = 1</script>",
    "<img src=x onerror='hit = 1'>",
    "<svg onload='hit = 1'>",
    "\"><iframe srcdoc='<script>parent.hit = 1</script>'>",
    "' autofocus onfocus='hit = 1' x='",
    "</title></style></textarea><b>bold</b>",
    "<!--<img src='--><img src=x onerror='hit = 1'>",
    "javascript:hit=1",
    " JaVaScRiPt\t:hit=1",
    "java\nscript:hit=1",
    "&#106;avascript:hit=1",
    "data:text/html,<script>parent.hit=1</script>",
    "[click](javascript:hit=1) ![x](javascript:hit=1)",
    "<a href='javascript:hit=1'>x</a> <https://x.example/\"onclick=hit=1>",
    "{{constructor.constructor('hit = 1')()}} ${hit = 1} \u{202e}\u{0}]]>",
];

/// Each field of a résumé has each of them once, and the page has no more elements that could do anything
/// than if they were plain words.
async fn shows_injections_as_text(page: Page) {
    let whole = include_str!("../fixtures/resumes/every-section.json");
    let whole: Value = serde_json::from_str(whole).expect("a fixture");
    let dangerous = "return [window.hit ?? null, document.scripts.length, document.querySelectorAll('iframe, object, embed, base, form, style ~ style').length, [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length, [...document.querySelectorAll('[href], [src]')].map(e => e.href?.baseVal ?? e.href ?? e.src).filter(a => !/^(https?|mailto|tel):|^data:image\\/png;base64/.test(a))]";
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let harmless = page.run(dangerous).await;
    for injection in INJECTIONS {
        let mut resume = whole.clone();
        fill(&mut resume, injection);
        let host = Host::start("", &[("resume.json", Fault::Content(resume.to_string()))]);
        page.open_live(&host, "").await;
        page.painted().await;
        assert_eq!(page.run(dangerous).await, harmless, "{injection}");
        let seen = "return document.querySelector('h1').textContent.length";
        assert_ne!(page.run(seen).await, json!(0), "{injection}");
    }
}

/// Puts a text in the place of every other one.
fn fill(value: &mut Value, text: &str) {
    match value {
        Value::String(string) => *string = text.to_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, text)),
        _ => {}
    }
}

/// What the console says first of all, whatever the reason is.
const STAYS: &str = "the page stays as it was built: ";

/// Takes from the app what it takes for granted.
const REFUSE_ELEMENTS: &str = "Document.prototype.createElement = Node.prototype.cloneNode = () => { throw new Error('refused') }";

/// With such a fault on the host, the page stays, and the console says why.
async fn assert_stays(page: &Page, (file, fault): (&'static str, Fault), why: &str) {
    let host = Host::start("", &[(file, Fault::Held), (file, fault)]);
    page.open_in_part(&host, "?tag=kafka").await;
    listen(page).await;
    assert_fails(page, &host, why).await;
}

/// Once what is held is sent, the page stays, and so does the next one, to which its links lead.
async fn assert_fails(page: &Page, host: &Host, why: &str) {
    host.release();
    assert_says_why(page, host, why).await;
    page.run("document.documentElement.dataset.left = ''").await;
    page.click("article a[data-tag=redis]").await;
    page.wait_for("html[data-state=failed]:not([data-left])")
        .await;
    assert_eq!(page.query().await, "tag=redis");
    assert_finds(page, 3, "Redis").await;
}

/// The page has failed, says so, is filtered by its links, and asks for nothing again.
async fn assert_says_why(page: &Page, host: &Host, why: &str) {
    page.wait_for("html[data-state=failed]").await;
    page.wait_for(&format!("html[data-said*='{STAYS}']")).await;
    page.wait_for(&format!("html[data-said*='{why}']")).await;
    assert_finds(page, 2, "Kafka").await;
    for file in ["resume.json", ".js", ".wasm"] {
        let requests = host.requests(file);
        assert!(requests <= 1, "{file} is asked for {requests} times");
    }
}

/// The prerendered page is there, filtered for this technology.
async fn assert_finds(page: &Page, yes: usize, name: &str) {
    page.wait_for_status(&format!("{yes} of 10 projects: {name}"))
        .await;
    page.assert_matches(yes, 10 - yes).await;
    assert_eq!(page.visible("[data-entry] .entry-body").await, yes);
    assert_eq!(page.visible("#skills h2").await, 1);
}

/// Has what the console says be seen on the root element.
pub async fn listen(page: &Page) {
    page.run(LISTEN).await;
}

const LISTEN: &str = "for (const level of ['error', 'warn']) console[level] = (...words) => { document.documentElement.dataset.said = (document.documentElement.dataset.said ?? '') + words.join(' ') }";
