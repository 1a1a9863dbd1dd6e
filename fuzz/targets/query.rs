//! Any query is read, and what it was read as survives its own query.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vitae::{filter::Filter, resume::Resume, tags::Index};

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let text = include_str!("../../tests/fixtures/resumes/technologies.json");
    Index::new(&Resume::read(text).expect("a résumé").0)
});

fuzz_target!(|query: &str| {
    let filter = Filter::from_query(query, &INDEX);
    assert_eq!(Filter::from_query(&filter.to_query(&INDEX), &INDEX), filter);
    filter.select(&INDEX);
});
