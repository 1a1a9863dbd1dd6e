//! The bundled résumé, and files that cannot be used.

use std::fs;

use vitae::{filter::Filter, resume::Resume, tags::Index};

fn bundled() -> Resume {
    let text = fs::read_to_string("public/resume.json").expect("the bundled résumé");
    let (resume, problems) = Resume::read(&text).expect("a résumé");
    assert_eq!(problems, [], "every field of it has its place");
    resume
}

#[test]
fn the_bundled_file_passes_the_official_schema() {
    let read = |path| {
        let text = fs::read_to_string(path).expect(path);
        serde_json::from_str::<serde_json::Value>(&text).expect(path)
    };
    let schema = read("tests/fixtures/jsonresume-1.3.1.schema.json");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the official schema");
    let document = read("public/resume.json");
    let errors: Vec<_> = validator
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, <[String; 0]>::default());
    assert!(!validator.is_valid(&serde_json::json!({"work": [{"startDate": "May 2022"}]})));
}

#[test]
fn links_into_the_bundled_resume_find_what_they_should() {
    let resume = bundled();
    let index = Index::new(&resume);
    for (query, found) in [
        ("", 10),
        ("?tag=kafka", 2),
        ("?tag=kafka&tag=redis", 1),
        ("?tag=kafka&tag=redis&match=any", 4),
        ("?tag=golang", 9),
        ("?tag=Go", 9),
        ("?tag=postgresql", 3),
        ("?tag=postgres", 3),
        ("?tag=distributed-systems", 1),
        ("?tag=sns-sqs", 3),
        ("?tag=cdc-pipeline", 1),
        ("?tag=docker", 0),
    ] {
        let filter = Filter::from_query(query, &index);
        assert_eq!(filter.entries(&index).count_ones(..), found, "{query}");
    }
}

#[track_caller]
fn assert_unusable(text: &str, message: &str) {
    let unusable = Resume::read(text).expect_err(text);
    assert_eq!(unusable.to_string(), message);
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    assert_unusable("", "line 1, column 1: not JSON: EOF while parsing a value");
    assert_unusable(
        "{\"basics\": {\n  \"name\": \"A\"\n  \"label\": \"B\"}}",
        "line 3, column 3: not JSON: expected `,` or `}`",
    );
    assert_unusable(
        "<!DOCTYPE html>",
        "line 1, column 1: not JSON: expected value",
    );
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_unusable(
        &deep,
        "line 1, column 128: not JSON: recursion limit exceeded",
    );
}

#[test]
fn what_is_no_resume_is_refused_by_its_name() {
    for (text, message) in [
        (
            "[]",
            "a résumé is an object, in braces: { … }, and this is none",
        ),
        (
            "\"x\"",
            "a résumé is an object, in braces: { … }, and this is none",
        ),
        (
            r#"{"name": "left-pad", "version": "1.0.0", "license": "MIT"}"#,
            "this is a package.json, not a JSON Resume",
        ),
        (
            r#"{"name": "J", "meta": {"format": "FRESH@0.1.0"}, "info": {}, "skills": {"list": []}}"#,
            "this is a FRESH résumé, not a JSON Resume",
        ),
        (
            r#"{"name": "J", "employment": {"history": []}, "skills": {"list": []}}"#,
            "this is a FRESH résumé, not a JSON Resume",
        ),
        (
            r#"{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"basics": {}}}"#,
            "this is a JSON Schema, not a JSON Resume",
        ),
        (
            "{}",
            "this is JSON, but no JSON Resume: it has none of `basics`, `work`, `education`, \
             `projects`, `skills` …",
        ),
    ] {
        assert_unusable(text, message);
    }
}

#[test]
fn a_byte_order_mark_is_no_error() {
    assert!(Resume::read("\u{feff}{\"basics\": {}}").is_ok());
}
