//! The bundled résumé, and files that cannot be used.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};
use vitae::{
    filter::Filter,
    metadata::colours::Colours,
    resume::{Resume, problem::Kind},
    tags::Index,
    theme::LOOKS,
};

fn bundled() -> Resume {
    let text = fs::read_to_string("tests/fixtures/resume.json").expect("the bundled résumé");
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
    let mut document = read("tests/fixtures/resume.json");
    // It names our schema by its path, which is what editors follow; the official one wants a whole URL
    // there. `vitae export` writes that.
    assert_eq!(document["$schema"], "./resume.schema.json");
    document
        .as_object_mut()
        .expect("an object")
        .remove("$schema");
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
fn what_is_too_much_is_refused_with_the_limit() {
    let limits =
        "a résumé has at most 50 MB, 2,000,000 values and 1,000 sections, and this has more";
    let basics = |more: &str| format!(r#"{{"basics": {{"name": "A"}}, {more}}}"#);
    assert_unusable(&"[".repeat(50_000_001), limits);
    assert_unusable(
        &basics(&format!("\"x\": [0{}]", ",0".repeat(2_000_000))),
        limits,
    );
    let sections: Vec<_> = (0..1_000)
        .map(|number| format!("\"x{number}\": 1"))
        .collect();
    assert_unusable(&basics(&sections.join(",")), limits);
    let words = "word ".repeat(200_000);
    let projects = "{\"name\": \"P\"},".repeat(101);
    assert_unusable(
        &format!(r#"{{"work": [{{"summary": "{words}", "projects": [{projects} {{}}]}}]}}"#),
        "what is said of a whole job is said of each of its projects, and here that comes to more than 100 MB",
    );
    // Signs in a text are no values.
    let signs = "[{,".repeat(700_000);
    assert!(Resume::read(&basics(&format!(r#""x": "\"{signs}\"""#))).is_ok());
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

fn our_schema() -> Value {
    let text = fs::read_to_string("public/resume.schema.json").expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// The names of fields that the reader knows at a place, besides those that are there: it says so of
/// a field that it does not know.
fn known_at(document: &Value, place: &str) -> BTreeSet<String> {
    let mut document = document.clone();
    let object = document.pointer_mut(place).expect(place);
    object["zzz"] = json!("?");
    let (_, problems) = Resume::read(&document.to_string()).expect("a résumé");
    let known = problems.into_iter().find_map(|problem| match problem.kind {
        Kind::Unknown(known) | Kind::NoSetting(known) => Some(known),
        _ => None,
    });
    let known = known.expect(place).into_iter().map(str::to_owned);
    known.collect()
}

#[test]
fn our_schema_has_the_fields_that_the_reader_knows() {
    let schema = our_schema();
    // In each object of the document one field, whose name is added again below.
    let document = json!({
        "basics": {"name": "A", "location": {"city": "C"}, "profiles": [{"network": "N"}]},
        "work": [{"name": "W", "projects": [{"name": "P"}]}],
        "volunteer": [{"position": "V"}],
        "education": [{"institution": "E"}],
        "awards": [{"title": "A"}],
        "certificates": [{"name": "C"}],
        "publications": [{"name": "P"}],
        "skills": [{"name": "S"}],
        "languages": [{"language": "L"}],
        "interests": [{"name": "I"}],
        "references": [{"name": "R"}],
        "projects": [{"name": "P"}],
        "meta": {"vitae": {"lang": "en", "tags": {"T": {"aliases": ["U"]}}}},
    });
    let items = |section: &str| {
        (
            format!("/{section}/0"),
            format!("/properties/{section}/items/properties"),
        )
    };
    let mut places = vec![
        (String::new(), "/properties".to_owned()),
        (
            "/basics".to_owned(),
            "/properties/basics/properties".to_owned(),
        ),
        (
            "/basics/location".to_owned(),
            "/properties/basics/properties/location/properties".to_owned(),
        ),
        (
            "/basics/profiles/0".to_owned(),
            "/properties/basics/properties/profiles/items/properties".to_owned(),
        ),
        (
            "/work/0/projects/0".to_owned(),
            "/properties/projects/items/properties".to_owned(),
        ),
        (
            "/meta/vitae".to_owned(),
            "/properties/meta/properties/vitae/properties".to_owned(),
        ),
        (
            "/meta/vitae/tags/T".to_owned(),
            "/properties/meta/properties/vitae/properties/tags/additionalProperties/properties"
                .to_owned(),
        ),
    ];
    let sections = [
        "work",
        "volunteer",
        "education",
        "awards",
        "certificates",
        "publications",
        "skills",
        "languages",
        "interests",
        "references",
        "projects",
    ];
    places.extend(sections.map(items));
    for (place, properties) in places {
        let object = document.pointer(&place).expect("an object");
        let mut known = known_at(&document, &place);
        known.extend(
            object
                .as_object()
                .into_iter()
                .flat_map(|object| object.keys().cloned()),
        );
        let properties = schema.pointer(&properties).expect("properties");
        let properties = properties.as_object().expect("an object").keys().cloned();
        assert_eq!(known, properties.collect(), "{place}");
    }
}

#[test]
fn our_schema_takes_what_the_checker_does_and_underlines_what_it_warns_of() {
    let schema = jsonschema::options()
        .should_validate_formats(true)
        .build(&our_schema())
        .expect("a schema");
    let read = |path: &str| -> Value {
        let text = fs::read_to_string(path).expect(path);
        serde_json::from_str(&text).expect(path)
    };
    for path in [
        "tests/fixtures/resume.json",
        "tests/fixtures/resumes/every-section.json",
        "tests/fixtures/resumes/roles.json",
        "tests/fixtures/resumes/german.json",
    ] {
        let document = read(path);
        let errors: Vec<_> = schema
            .iter_errors(&document)
            .map(|it| it.to_string())
            .collect();
        assert_eq!(errors, <[String; 0]>::default(), "{path}");
    }
    for path in ["former-names", "shapes", "dates", "fields-of-their-own"] {
        let document = read(&format!("tests/fixtures/resumes/{path}.json"));
        assert!(!schema.is_valid(&document), "{path}");
    }
}

#[test]
fn every_look_has_its_file_its_link_and_its_word_in_the_schema() {
    let schema = our_schema();
    let words = &schema["properties"]["meta"]["properties"]["vitae"]["properties"]["theme"];
    assert_eq!(words["properties"]["look"]["enum"], json!(LOOKS));
    let page = fs::read_to_string("index.html").expect("the template");
    let others = &LOOKS[1..];
    let files = fs::read_dir("style/looks").expect("the looks").flatten();
    let names = files.map(|file| file.file_name().into_string().expect("a name"));
    let expected = others.iter().map(|look| format!("{look}.css"));
    assert_eq!(
        names.collect::<BTreeSet<_>>(),
        expected.collect::<BTreeSet<_>>()
    );
    for look in others {
        assert!(
            page.contains(&format!("href=\"style/looks/{look}.css\"")),
            "{look}"
        );
        let [own, usual] = [*look, LOOKS[0]].map(|look| Colours::of_look(look).expect("colours"));
        assert_ne!(own, usual, "the picture of {look} has its colours");
    }
}
