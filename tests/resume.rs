//! The bundled résumé, and files that cannot be used.

use std::fs;

use vitae::{
    filter::Filter,
    resume::{
        Resume, Severity,
        date::{Date, When},
    },
    tags::Index,
};

fn bundled() -> Resume {
    let text = fs::read_to_string("public/resume.json").expect("the bundled résumé");
    let (resume, problems) = Resume::read(&text).expect("a résumé");
    assert_eq!(problems, [], "nothing about it is odd");
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
    assert_unusable("", "line 1, column 0: not JSON: EOF while parsing a value");
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
fn what_is_no_resume_is_refused() {
    assert_unusable("[]", "a résumé is an object, and this is a list");
    assert_unusable(
        r#"{"name": "left-pad", "version": "1.0.0"}"#,
        "this is JSON, but no JSON Resume: it has none of `basics`, `work`, `education`, \
         `projects`, `skills` …",
    );
}

#[test]
fn what_would_be_lost_is_refused_with_its_path() {
    assert_unusable(
        r#"{"work": "none", "projects": [{"name": "P", "keywords": [["a"]]}], "basics": {"name": {}}}"#,
        "basics.name must be a text, and is an object\n\
         work[0] must be an object, and is a text\n\
         projects[0].keywords[0] must be a text, and is a list",
    );
}

#[test]
fn what_is_odd_is_read_all_the_same_and_reported() {
    let (resume, problems) = Resume::read(
        r#"{"basics": {"name": " A ", "phone": 123, "label": null, "fax": "1"},
            "work": {"name": "One", "highlights": "did it", "startDate": 2020},
            "meta": {"vitae": {"sections": ["jobs"]}}}"#,
    )
    .expect("a résumé");
    assert_eq!(resume.basics.name, "A");
    assert_eq!(resume.basics.phone, "123");
    assert_eq!(resume.work[0].highlights, ["did it"]);
    let start = resume.work[0].period.start.as_ref();
    assert_eq!(start.and_then(When::date), Date::parse("2020"));
    let places: Vec<_> = problems
        .iter()
        .map(|problem| problem.path.to_string())
        .collect();
    assert_eq!(places, ["basics.fax", "meta.vitae.sections"]);
    assert!(
        problems
            .iter()
            .all(|problem| problem.severity == Severity::Warning)
    );
}

#[test]
fn a_field_that_is_there_twice_is_reported() {
    let (_, problems) =
        Resume::read(r#"{"basics": {"name": "A", "name": "B"}}"#).expect("a résumé");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].path.to_string(), "basics.name");
}

#[test]
fn a_byte_order_mark_is_no_error() {
    assert!(Resume::read("\u{feff}{\"basics\": {}}").is_ok());
}
