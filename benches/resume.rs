//! What a résumé costs as it grows: reading, indexing, one toggle, one search.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use vitae::{
    evidence::History,
    filter::Filter,
    labels::Labels,
    resume::{Resume, date::Date},
    tags::Index,
};

const SIZES: [usize; 3] = [10, 1_000, 100_000];

/// A résumé with so many entries, four to a job, of 60 technologies.
fn made_up(entries: usize) -> String {
    let mut seed = 12_345_u32;
    let mut tag = || {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
        seed % 60
    };
    let mut project = |number: usize| {
        format!(
            r#"{{"name": "Project {number}", "keywords": ["Tech{:02}", "Tech{:02}", "Tech{:02}"],
                "highlights": ["Built part {number} with care and measured it under load for a year.",
                    "Cut the cost of step {number} by half with Tech{:02} and kept it there."]}}"#,
            tag(),
            tag(),
            tag(),
            tag()
        )
    };
    let mut job = |first: usize| {
        let projects: Vec<_> = (first..entries.min(first + 4)).map(&mut project).collect();
        let year = 2024 - first / 4 % 30;
        format!(
            r#"{{"name": "Company {}", "startDate": "{year}-01", "endDate": "{year}-12", "projects": [{}]}}"#,
            first / 4,
            projects.join(",")
        )
    };
    let jobs: Vec<_> = (0..entries).step_by(4).map(&mut job).collect();
    let tags: Vec<_> = (0..60).map(|tag| format!(r#""Tech{tag:02}""#)).collect();
    format!(
        r#"{{"work": [{}], "skills": [{{"keywords": [{}]}}]}}"#,
        jobs.join(","),
        tags.join(",")
    )
}

fn costs(criterion: &mut Criterion) {
    let today = Date::parse("2026-11-22").expect("a date");
    for entries in SIZES {
        let text = made_up(entries);
        let (resume, _) = Resume::read(&text).expect("a résumé");
        let index = Index::new(&resume);
        let tag = index.linked("tech03").expect("a tag");
        let mut group = criterion.benchmark_group("résumé");
        group
            .sample_size(10)
            .throughput(Throughput::Elements(entries as u64));
        let mut measure = |what: &str, act: &dyn Fn()| {
            group.bench_function(BenchmarkId::new(what, entries), |bencher| bencher.iter(act));
        };
        measure("reading", &|| _ = black_box(Resume::read(&text)));
        measure("indexing", &|| _ = black_box(Index::new(&resume)));
        measure("history", &|| {
            _ = black_box(History::new(&resume, &Labels::english(), today));
        });
        measure("toggle", &|| {
            _ = black_box(Filter::default().toggled(tag).select(&index));
        });
        measure("search", &|| {
            _ = black_box(Filter::default().searching("cost load").select(&index));
        });
        group.finish();
    }
}

criterion_group!(benches, costs);
criterion_main!(benches);
