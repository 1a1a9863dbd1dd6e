//! Résumés as people have them: what each of them is as a page and to the checker, and that nothing
//! of any is lost.
//!
//! After a change that is meant, `INSTA_UPDATE=always cargo test --test fixtures` writes the snapshots
//! anew: read what has changed in them.

mod safety;

use std::fs;

use insta::assert_snapshot;
use proptest::prelude::*;
use safety::{assert_safe, page_of};
use scraper::{ElementRef, Html, Node};
use serde_json::{Map, Value, json};
use vitae::{
    check::{Checked, Colours, Diagnostic, Source, check, export, fix, render},
    markup::plain,
    resume::{
        Resume,
        problem::{Path, Step},
    },
};

fn diagnostics(text: &str, checked: &Checked) -> String {
    let source = Source::new("resume.json", text);
    let all = checked.diagnostics.iter();
    let all: Vec<_> = all.map(|it| render(it, &source, Colours::Plain)).collect();
    all.join("\n")
}

#[test]
fn every_fixture_is_the_page_and_has_the_diagnostics_that_it_should() {
    insta::glob!("fixtures/resumes/*.json", |path| {
        let text = fs::read_to_string(path).expect("a fixture");
        let checked = check(&text);
        let page = checked.resume.clone().map(|resume| lines(&page_of(resume)));
        let page = page.unwrap_or("no page\n".to_owned());
        let diagnostics = diagnostics(&text, &checked);
        assert_snapshot!(format!("{page}\n=====\n\n{diagnostics}"));
        assert_eq!(lost(&text), <[String; 0]>::default());
    });
}

#[test]
fn what_is_mended_has_nothing_left_to_mend_and_loses_nothing() {
    insta::glob!("fixtures/resumes/*.json", |path| {
        let text = fs::read_to_string(path).expect("a fixture");
        let checked = check(&text);
        if checked.resume.is_some() {
            let mended = fix(&text, &checked.diagnostics).expect("JSON");
            let again = check(&mended);
            assert_eq!(fix(&mended, &again.diagnostics).expect("JSON"), mended);
            assert!(again.resume.is_some());
            assert!(again.diagnostics.len() <= checked.diagnostics.len());
            let lost = missing(&text, &checked.diagnostics, &texts_of(&mended));
            assert_eq!(lost, <[String; 0]>::default());
            assert_snapshot!(mended);
        }
    });
}

#[test]
fn what_is_exported_passes_the_official_schema_and_loses_nothing() {
    let schema = fs::read_to_string("tests/fixtures/jsonresume-1.3.1.schema.json").expect("it");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the official schema");
    insta::glob!("fixtures/resumes/*.json", |path| {
        let text = fs::read_to_string(path).expect("a fixture");
        let checked = check(&text);
        if let Some(resume) = checked.resume {
            let exported = export(&resume);
            let document: Value = serde_json::from_str(&exported).expect("JSON");
            let errors = validator.iter_errors(&document);
            let errors: Vec<_> = errors
                .map(|it| format!("{}: {it}", it.instance_path()))
                .collect();
            assert_eq!(errors, <[String; 0]>::default());
            let lost = missing(&text, &checked.diagnostics, &texts_of(&exported));
            assert_eq!(lost, <[String; 0]>::default());
            assert_snapshot!(exported);
        }
    });
}

/// The page's words, a line for each block, links with where they lead.
fn lines(page: &Html) -> String {
    let mut text = String::new();
    let body = scraper::Selector::parse("html, .hero, main").expect("a selector");
    for part in page.select(&body) {
        match part.value().name() {
            "html" => text.push_str(&format!("lang={}\n", part.attr("lang").unwrap_or_default())),
            _ => write_lines(part, &mut text),
        }
    }
    let lines = text.lines().map(|line| line.split_whitespace());
    let lines = lines.map(|line| line.collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .fold(String::new(), |all, line| all + &line + "\n")
}

fn write_lines(element: ElementRef, text: &mut String) {
    let name = element.value().name();
    let is_block = !matches!(
        name,
        "a" | "bdi" | "em" | "strong" | "code" | "span" | "time" | "dt" | "dd"
    );
    if matches!(name, "button" | "svg")
        || element.attr("hidden").is_some()
        || element.attr("class") == Some("pdf action")
    {
        return;
    }
    if is_block {
        text.push('\n');
    }
    match (name, element.attr("class")) {
        ("h1" | "h2" | "h3" | "h4" | "h5", _) => {
            text.push_str(&"#".repeat(name[1..].parse().expect("a level")))
        }
        ("li", _) => text.push('-'),
        ("article", _) => text.push_str("[entry]"),
        _ => {}
    }
    if is_block {
        text.push(' ');
    }
    if name == "img" {
        text.push_str(&format!(
            "image {} “{}”",
            element.attr("src").unwrap_or_default(),
            element.attr("alt").unwrap_or_default()
        ));
    }
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(_) => write_lines(ElementRef::wrap(child).expect("an element"), text),
            _ => {}
        }
    }
    match (name, element.attr("href")) {
        ("a", Some(href)) if !href.starts_with(['?', '#']) => text.push_str(&format!(" <{href}>")),
        ("strong", _) => text.push_str(" (strong)"),
        ("em", _) => text.push_str(" (stressed)"),
        ("code", _) => text.push_str(" (code)"),
        _ => {}
    }
    if is_block {
        text.push('\n');
    }
}

/// What can be read on a page, and the values of its attributes.
fn all_of(page: &Html) -> String {
    let (mut texts, mut attributes) = (String::new(), String::new());
    for node in page.tree.nodes() {
        match node.value() {
            Node::Text(words) => texts.push_str(words),
            Node::Element(element) => {
                for (_, value) in element.attrs() {
                    attributes.push_str(&format!("{value}\n"));
                }
            }
            _ => {}
        }
    }
    texts + "\n" + &attributes
}

/// The paths of the leaf values that are neither on the page, which is safe, nor in a diagnostic.
fn lost(text: &str) -> Vec<String> {
    match check(text) {
        Checked {
            resume: Some(resume),
            diagnostics,
        } => {
            let page = page_of(resume);
            assert_safe(&page);
            missing(text, &diagnostics, &all_of(&page))
        }
        refused => {
            assert!(!refused.diagnostics.is_empty(), "a reason");
            Vec::new()
        }
    }
}

/// The paths of the leaf values that are neither in `shown` nor in a diagnostic. What says which
/// schema the document follows is no part of the résumé, and settings are shown by their effect.
fn missing(text: &str, diagnostics: &[Diagnostic], shown: &str) -> Vec<String> {
    let shown = without_space(shown);
    let mut leaves = Vec::new();
    let document = serde_json::from_str(text).expect("JSON");
    leaves_of(&document, &mut Vec::new(), &mut leaves);
    leaves.retain(|(path, leaf)| {
        let is_about = |it: &Diagnostic| !it.path.0.is_empty() && path.starts_with(&it.path.0);
        let is_reported = diagnostics.iter().any(is_about);
        // HTML has no place for control characters.
        let leaf = leaf.replace(
            |sign: char| sign.is_control() && !sign.is_whitespace(),
            "\u{fffd}",
        );
        let is_shown = [&*leaf, &*plain(&leaf)]
            .iter()
            .any(|leaf| shown.contains(&without_space(leaf)));
        let names: Vec<_> = path
            .iter()
            .map_while(|step| match step {
                Step::Field(name) => Some(name.as_str()),
                Step::Item(_) => None,
            })
            .collect();
        let is_setting = matches!(names.as_slice(), ["$schema"] | ["meta", "vitae", ..]);
        !(is_reported || is_shown || is_setting)
    });
    let leaves = leaves.into_iter();
    leaves
        .map(|(path, leaf)| format!("{}: {leaf}", Path(path)))
        .collect()
}

/// The texts that a JSON document has, without its own signs.
fn texts_of(json: &str) -> String {
    let mut leaves = Vec::new();
    let document = serde_json::from_str(json).expect("JSON");
    leaves_of(&document, &mut Vec::new(), &mut leaves);
    let texts: Vec<_> = leaves.into_iter().map(|(_, leaf)| leaf).collect();
    texts.join("\n")
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

fn leaves_of(value: &Value, path: &mut Vec<Step>, leaves: &mut Vec<(Vec<Step>, String)>) {
    let below = |step, value: &Value, path: &mut Vec<Step>, leaves: &mut Vec<_>| {
        path.push(step);
        leaves_of(value, path, leaves);
        path.pop();
    };
    match value {
        Value::Null => {}
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(Step::Item(index), item, path, leaves);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                below(Step::Field(name.clone()), value, path, leaves);
            }
        }
        Value::String(text) if text.trim().is_empty() => {}
        Value::String(text) => leaves.push((path.clone(), text.clone())),
        other => leaves.push((path.clone(), other.to_string())),
    }
}

/// What has been used to smuggle scripts, markup and addresses into pages.
const INJECTIONS: [&str; 44] = [
    "<script>alert(1)</script>",
    "</title></head><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script xlink:href=data:,alert(1) />",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "<a href=javascript:alert(1)>x</a>",
    "<!-- --!> <b>",
    "]]><b>",
    "</textarea></script></style></noscript><b>",
    "\" onmouseover=alert(1) x=\"",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    "x\"><b>",
    "&lt;b&gt;&#60;b&#x3e;",
    "{{page}} {{head}} {{lang}}",
    "\u{0}<b\u{0}>",
    "\u{202e}<b>\u{2066}",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \u{1}javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "javascript\u{a}:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "&#106;avascript:alert(1)",
    "%6aavascript:alert(1)",
    "javascript：alert(1)",
    "javascript\u{fe55}alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "//evil.example/x.png",
    "\\\\evil.example\\x.png",
    "/\\evil.example/x.png",
    "/\t/evil.example/x.png",
    "https://example.com@evil.example/\u{202e}",
    "[a](javascript:alert(1)) [b](java\\script:x) ![c](data:text/html,x)",
    "<javascript:alert(1)> [<b>](https://example.com/\"onclick=alert(1))",
    "[a](\u{1}javascript:alert(1)) [b](//evil.example) [c](JAVASCRIPT&colon;x)",
];

#[test]
fn each_address_that_is_not_followed_is_reported_where_it_stands() {
    let links = scraper::Selector::parse(".ways a, h3 a").expect("a selector");
    for injection in INJECTIONS {
        for path in ["basics.email", "basics.phone", "basics.url", "work[0].url"] {
            let field = path.rsplit('.').next().unwrap_or(path);
            let object = json!({ field: injection, "name": "A" });
            let document = match path.starts_with("work") {
                true => json!({ "work": [object] }),
                false => json!({ "basics": object }),
            };
            let text = document.to_string();
            let checked = check(&text);
            let page = page_of(checked.resume.expect("a résumé"));
            let is_followed = page.select(&links).next().is_some();
            let is_about = |it: &Diagnostic| it.path.to_string() == path;
            let is_reported = checked.diagnostics.iter().any(is_about);
            assert!(is_followed || is_reported, "{text}");
        }
    }
}

/// A document with its texts replaced: all of them, or the one of this number.
fn with_texts(document: &Value, only: Option<usize>, injection: &str) -> Value {
    fn replace(value: &mut Value, number: &mut usize, only: Option<usize>, injection: &str) {
        match value {
            Value::String(text) => {
                if only.is_none_or(|only| only == *number) {
                    *text = injection.to_owned();
                }
                *number += 1;
            }
            Value::Array(items) => {
                let items = items.iter_mut();
                items.for_each(|item| replace(item, number, only, injection));
            }
            Value::Object(fields) => {
                let values = fields.iter_mut().map(|(_, value)| value);
                values.for_each(|value| replace(value, number, only, injection));
            }
            _ => {}
        }
    }
    let mut document = document.clone();
    replace(&mut document, &mut 0, only, injection);
    document
}

#[test]
fn whatever_stands_in_a_field_is_text() {
    let full = fs::read_to_string("tests/fixtures/resumes/every-section.json").expect("it");
    let full: Value = serde_json::from_str(&full).expect("JSON");
    let mut leaves = Vec::new();
    leaves_of(&full, &mut Vec::new(), &mut leaves);
    for injection in INJECTIONS {
        let everywhere = with_texts(&full, None, injection);
        assert_eq!(lost(&everywhere.to_string()), <[String; 0]>::default());
    }
    for number in 0..leaves.len() {
        let injection = INJECTIONS[number % INJECTIONS.len()];
        let once = with_texts(&full, Some(number), injection);
        assert_eq!(lost(&once.to_string()), <[String; 0]>::default());
    }
}

/// Names of fields that mean something somewhere, and some that do nowhere.
const NAMES: [&str; 58] = [
    "address",
    "area",
    "awarder",
    "awards",
    "basics",
    "bio",
    "certificates",
    "city",
    "company",
    "countryCode",
    "courses",
    "custom",
    "date",
    "description",
    "education",
    "email",
    "endDate",
    "entity",
    "firstName",
    "fluency",
    "gpa",
    "highlights",
    "hobbies",
    "image",
    "institution",
    "interests",
    "issuer",
    "keywords",
    "label",
    "language",
    "languages",
    "lastName",
    "level",
    "location",
    "meta",
    "name",
    "network",
    "phone",
    "picture",
    "position",
    "postalCode",
    "profiles",
    "projects",
    "publications",
    "reference",
    "references",
    "releaseDate",
    "roles",
    "score",
    "skills",
    "startDate",
    "studyType",
    "summary",
    "title",
    "type",
    "url",
    "website",
    "work",
];

fn any_value() -> impl Strategy<Value = Value> {
    let texts = prop_oneof![
        "[a-zA-Z0-9 .,;:/#*_`\\[\\]()<>&\"'\\\\\\n-]{0,24}".prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?".prop_map(Value::from),
        Just(json!("present")),
        Just(json!("https://example.com/a")),
        Just(json!("javascript:alert(1)")),
        Just(json!("2015 – 2017")),
        Just(json!("**bold** and [a](https://b.example)")),
    ];
    let leaf = prop_oneof![
        6 => texts,
        1 => any::<i32>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let name = proptest::sample::select(&NAMES[..]).prop_map(str::to_owned);
        prop_oneof![
            1 => proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            3 => proptest::collection::hash_map(name, inner, 0..7)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A document that is a résumé at least in part.
fn any_document() -> impl Strategy<Value = Value> {
    let name = proptest::sample::select(&NAMES[..]).prop_map(str::to_owned);
    proptest::collection::hash_map(name, any_value(), 0..6).prop_map(|fields| {
        let mut fields: Map<_, _> = fields.into_iter().collect();
        fields.entry("basics").or_insert(json!({"name": "A"}));
        Value::Object(fields)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_document_is_lost(document in any_document()) {
        let text = document.to_string();
        prop_assert_eq!(lost(&text), Vec::<String>::new());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,64}") {
        let checked = check(&text);
        prop_assert!(checked.resume.is_some() || !checked.diagnostics.is_empty());
        diagnostics(&text, &checked);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64), tail in "[\\[{\":,0-9eE.+\\\\u}\\] -]{0,64}") {
        for text in [String::from_utf8_lossy(&bytes).into_owned(), tail] {
            for text in [format!("{{\"basics\": {text}"), text] {
                let checked = check(&text);
                prop_assert!(checked.resume.is_some() || !checked.diagnostics.is_empty());
                diagnostics(&text, &checked);
            }
        }
    }

    #[test]
    fn any_document_can_be_mended_and_exported(document in any_document()) {
        let text = document.to_string();
        let checked = check(&text);
        diagnostics(&text, &checked);
        let mended = fix(&text, &checked.diagnostics).expect("JSON");
        let again = check(&mended);
        prop_assert!(again.resume.is_some(), "{}", mended);
        let lost = missing(&text, &checked.diagnostics, &texts_of(&mended));
        prop_assert_eq!(lost, Vec::<String>::new());
        if let Some(resume) = checked.resume {
            let exported = export(&resume);
            prop_assert!(Resume::read(&exported).is_ok());
            let lost = missing(&text, &checked.diagnostics, &texts_of(&exported));
            prop_assert_eq!(lost, Vec::<String>::new());
        }
    }
}
