//! The page as HTML: what is in the file is on it, and nothing else.

use std::fs;

use scraper::{ElementRef, Html, Selector};
use vitae::{
    resume::{Resume, date::Date},
    site::prerender::{Prerendered, prerender_filtered},
};

struct Page(Html);

impl Page {
    fn of(json: &str) -> Self {
        Self::filtered(json, "")
    }

    fn filtered(json: &str, query: &str) -> Self {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let today = Date::parse("2026-11-22").expect("a date");
        let Prerendered {
            lang, head, page, ..
        } = prerender_filtered(resume, today, query);
        let html = Html::parse_document(&format!(
            "<!DOCTYPE html><html lang={lang}><head>{head}</head><body>{page}"
        ));
        Self(html)
    }

    fn bundled(query: &str) -> Self {
        Self::filtered(
            &fs::read_to_string("tests/fixtures/resume.json").expect("the bundled résumé"),
            query,
        )
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    #[track_caller]
    fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} is there once");
        texts.concat()
    }

    fn attributes(&self, selector: &str, name: &str) -> Vec<Option<&str>> {
        self.all(selector)
            .into_iter()
            .map(|element| element.attr(name))
            .collect()
    }
}

fn text(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn who_has_no_name_has_a_heading_all_the_same() {
    for (basics, heading, label) in [
        (r#"{"name": "A", "label": "B"}"#, "A", 1),
        (r#"{"label": "B"}"#, "B", 0),
        ("{}", "Résumé", 0),
    ] {
        let page = Page::filtered(&format!(r#"{{"basics": {basics}, "work": []}}"#), "");
        assert_eq!(page.text("h1"), heading);
        assert_eq!(page.count(".label"), label);
    }
    assert_eq!(Page::bundled("").count("[class='']"), 0);
}

#[test]
fn every_word_of_the_source_is_on_the_page() {
    let page = Page::bundled("");
    let shown = page.text("main") + &page.text(".hero");
    let source = fs::read_to_string("tests/fixtures/source.txt").expect("the source");
    let missing: Vec<_> = source
        .split(|letter: char| letter.is_whitespace() || letter == '•')
        .filter(|word| *word != "-" && !shown.contains(word))
        .collect();
    assert_eq!(missing, <[&str; 0]>::default());
    let sentences = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("• "));
    assert_eq!(
        page.texts("main .highlights li"),
        sentences.collect::<Vec<_>>()
    );
}

#[test]
fn the_page_has_its_sections_in_order_with_a_link_to_each() {
    let page = Page::bundled("");
    assert_eq!(
        page.text("title"),
        "Cariappa K Ganapathi · Backend Engineer"
    );
    assert_eq!(page.text("h1"), "Cariappa K Ganapathi");
    assert_eq!(page.text(".greeting"), "Hi, I'm");
    assert_eq!(
        page.texts("main h2"),
        [
            "Experience",
            "Projects",
            "Skills",
            "Timeline",
            "Get In Touch"
        ]
    );
    for link in page.attributes("nav li a", "href") {
        assert_eq!(page.count(link.expect("an address")), 1);
    }
}

#[test]
fn a_job_has_its_employer_role_dates_and_length() {
    let page = Page::bundled("");
    assert_eq!(page.texts(".job-head h3"), ["Superleap", "Orange Health"]);
    assert_eq!(
        page.texts(".job-head .dates"),
        [
            "Oct 2024 – Present · 2 yrs 2 mos",
            "May 2022 – Oct 2024 · 2 yrs 6 mos"
        ]
    );
    assert_eq!(
        page.attributes("time", "datetime"),
        [Some("2024-10"), Some("2022-05"), Some("2024-10")]
    );
}

#[test]
fn the_head_says_where_how_long_and_how_to_reach() {
    let basics = r#""name": "A", "location": {"address": "Street 1", "postalCode": "10115", "city": "Berlin", "countryCode": "DE"},
        "email": "a@b.example", "phone": "+49 30 1", "url": "https://www.a.example/",
        "profiles": [{"network": "GitHub", "username": "a", "url": "https://github.com/a"},
                     {"network": "Odd", "username": "x", "url": "javascript:x"}, {"network": "Elsewhere"}]"#;
    let work = r#""work": [{"name": "B", "startDate": "2015-01", "endDate": "2019-12"},
        {"name": "C", "startDate": "2018-01", "endDate": "2020-11"}, {"name": "D", "startDate": "2028-01"}]"#;
    let page = Page::of(&format!(r#"{{"basics": {{{basics}}}, {work}}}"#));
    assert_eq!(
        page.texts(".glance li"),
        [
            "Berlin, DE",
            "5 years of experience",
            "a@b.example",
            "+49 30 1",
            "www.a.example",
            "GitHub"
        ],
        "months that overlap count once, and nothing that leads nowhere is there"
    );
    assert_eq!(
        page.attributes(".glance a", "href"),
        [
            Some("mailto:a@b.example"),
            Some("tel:+49301"),
            Some("https://www.a.example/"),
            Some("https://github.com/a")
        ]
    );
    assert_eq!(
        page.texts(".glance .leads"),
        ["GitHub"],
        "on paper its address is said as well"
    );
    assert_eq!(page.texts(".who a"), ["A", "E-mail"]);
    let hidden = r#""meta": {"vitae": {"years": false}}"#;
    let page = Page::of(&format!(r#"{{"basics": {{}}, {work}, {hidden}}}"#));
    assert_eq!(page.count(".glance"), 0);
}

#[test]
fn entries_carry_the_contract() {
    let page = Page::bundled("");
    assert_eq!(page.count("article[data-entry]"), 10);
    assert_eq!(page.count("article[data-match]"), 0);
    assert_eq!(
        page.count("[aria-current]"),
        page.count(".mode[aria-current]")
    );
    assert_eq!(page.count("[role=status]"), 1);
    assert_eq!(page.text("[role=status]"), "10 projects");
}

#[test]
fn a_filter_marks_entries_and_chips_and_says_so() {
    let page = Page::bundled("?tag=postgres&tag=kafka");
    assert_eq!(
        page.texts("[data-match=yes] h4"),
        ["Asynchronous Architecture", "Workflow Builder"]
    );
    assert_eq!(page.count("[data-match=no]"), 8);
    assert_eq!(
        page.text("[role=status]"),
        "2 of 10 projects: PostgreSQL and Kafka"
    );
    let chips = page.attributes("a[data-tag=postgresql]", "aria-current");
    assert_eq!(
        chips.len(),
        3 + 4,
        "three entries, skills, the timeline, the bar and the list"
    );
    assert!(chips.iter().all(|current| *current == Some("true")));
    assert_eq!(page.texts(".chosen li"), ["PostgreSQL ✕", "Kafka ✕"]);
    assert_eq!(
        page.attributes(".chosen a", "href"),
        [Some("?tag=kafka"), Some("?tag=postgresql")]
    );
    assert_eq!(
        page.attributes("main a[data-tag=golang]", "href")[0],
        Some("?tag=golang")
    );
    assert_eq!(
        page.attributes(".tags a[data-tag=golang]", "href"),
        [Some("?tag=postgresql&tag=kafka&tag=golang")]
    );
}

#[test]
fn a_chip_says_how_many_entries_it_would_leave() {
    let page = Page::bundled("?tag=kafka");
    assert_eq!(page.text(".tags a[data-tag=redis] .count"), "1");
    assert_eq!(page.text(".tags a[data-tag=golang] .count"), "2");
    let page = Page::bundled("?tag=kafka&match=any");
    assert_eq!(page.text(".tags a[data-tag=redis] .count"), "3");
}

#[test]
fn a_tag_that_no_entry_has_leaves_the_whole_page() {
    let page = Page::bundled("?tag=docker");
    assert_eq!(
        page.text("[role=status]"),
        "0 of 10 projects: Docker. The whole résumé is shown."
    );
    assert_eq!(page.count(".page[data-nothing]"), 1);
}

#[test]
fn a_skill_shows_its_evidence() {
    let page = Page::bundled("");
    let skills = page.texts("#skills li");
    for skill in [
        "Golang 9 projects · 4 yrs 7 mos · now",
        "Python 1 project",
        "MySQL 1 project · 2 yrs 6 mos · until Oct 2024",
        "SNS & SQS 3 projects · 2 yrs 6 mos · until Oct 2024",
        "River mentioned in 1 project · 2 yrs 2 mos · now",
        "Prometheus mentioned in 1 project · 2 yrs 2 mos · now",
        "Webhooks 1 project · 2 yrs 6 mos · until Oct 2024 · mentioned in 2 more",
    ] {
        assert!(skills.contains(&skill.to_owned()), "{skill} in {skills:?}");
    }
    let listed = page.texts("#skills .listed");
    assert_eq!(
        listed,
        ["Also: Docker, S3"],
        "what nothing proves has no numbers"
    );
}

#[test]
fn a_groups_heading_leads_to_any_of_its_skills() {
    let databases = "?tag=postgresql&tag=cassandra&tag=mysql&tag=clickhouse&tag=redis&match=any";
    let page = Page::bundled("");
    assert_eq!(page.attributes("#skills h3 a", "href")[1], Some(databases));
    let page = Page::bundled(databases);
    assert_eq!(
        page.attributes("#skills h3 a[aria-current=true]", "href"),
        [Some("?")]
    );
    assert_eq!(page.count("[data-match=yes]"), 5);
}

#[test]
fn what_is_found_is_said_in_a_sentence() {
    assert_eq!(Page::bundled("").count(".proof[hidden]"), 1);
    for (query, sentence) in [
        (
            "?tag=go",
            "Golang: 9 projects at Superleap, Orange Health and in projects · 4 yrs 7 mos · in use today",
        ),
        (
            "?tag=river",
            "River: mentioned in 1 project at Superleap · 2 yrs 2 mos · in use today",
        ),
        (
            "?tag=s3",
            "S3 is listed as a skill; no job or project names it",
        ),
        (
            "?q=lakh",
            "“lakh”: 2 projects at Orange Health · 2 yrs 6 mos · until Oct 2024",
        ),
        (
            "?q=postgresql",
            "“postgresql”: 3 projects at Superleap · 2 yrs 2 mos · now",
        ),
    ] {
        let page = Page::bundled(query);
        assert_eq!(
            page.text(".proof:not([hidden]) > .sentence"),
            sentence,
            "{query}"
        );
    }
}

#[test]
fn what_proves_it_is_quoted_and_leads_to_its_entry() {
    let page = Page::bundled("?tag=kafka&tag=redis&match=any");
    assert_eq!(
        page.texts(".card .asked"),
        [
            "Kafka 2 projects · 2 yrs 2 mos · now",
            "Redis 3 projects · 4 yrs 7 mos · now"
        ]
    );
    let quotes = page.texts(".card li");
    assert_eq!(
        quotes[0],
        "Superleap 2024 – now Built Kafka consumers in Go capable of processing over 1 million events in 30 seconds."
    );
    assert_eq!(page.texts(".card mark"), ["Kafka", "Redis", "Redis"]);
    assert_eq!(page.count(".card rect"), 2);
    for link in page.attributes(".quote", "href") {
        assert_eq!(
            page.count(&format!("[data-match=yes]{}", link.expect("an address"))),
            1
        );
    }
    assert_eq!(Page::bundled("").count(".card"), 0);
}

#[test]
fn the_timeline_is_there_at_a_glance() {
    let page = Page::bundled("");
    assert_eq!(
        page.texts(".strip .jobs li"),
        ["Experience Orange HealthSuperleap"]
    );
    assert_eq!(
        page.attributes(".strip .jobs a", "href"),
        [Some("#experience")]
    );
    let technologies = page.attributes(".strip .technologies a", "data-tag");
    assert_eq!(
        technologies,
        ["golang", "redis", "sns", "sqs"].map(Some),
        "those with the longest bars"
    );
    let brief = Page::of(
        r#"{"work": [{"name": "Acme", "startDate": "2020", "endDate": "2024"}, {"name": "A long name", "startDate": "2024-02", "endDate": "2024-03"}]}"#,
    );
    assert_eq!(
        brief.texts(".strip text"),
        ["2020", "2021", "2022", "2023", "Acme"],
        "names that have room"
    );
    assert_eq!(
        Page::of(r#"{"work": [{"name": "Acme"}]}"#).count(".strip"),
        0
    );
}

#[test]
fn the_timeline_is_a_drawing_and_a_list() {
    let page = Page::bundled("");
    assert_eq!(
        page.texts(".timeline .jobs li"),
        [
            "Superleap Oct 2024 – now · 2 yrs 2 mos: Software Development Engineer 2 | Founding Member | Back End",
            "Orange Health May 2022 – Oct 2024 · 2 yrs 6 mos: Software Development Engineer 1 | Back End"
        ]
    );
    for link in page.attributes(".timeline .jobs a", "href") {
        assert_eq!(page.count(link.expect("an address")), 1);
    }
    let technologies = page.texts(".timeline .technologies li");
    assert!(
        technologies[0].starts_with("Golang May 2022 – now · 4 yrs 7 mos: Asynchronous Arch"),
        "{technologies:?}"
    );
    assert!(
        !technologies.iter().any(|row| row.starts_with("Python")),
        "a row has a bar"
    );
    assert!(
        !technologies.iter().any(|row| row.starts_with("Docker")),
        "there is nothing to draw"
    );
    assert_eq!(
        page.attributes(".timeline .jobs rect", "x"),
        [Some("52.72%"), Some("0.00%")]
    );
    assert_eq!(
        page.count("svg:not([aria-hidden=true], [aria-hidden=true] svg)"),
        0
    );
    assert_eq!(
        Page::of(r#"{"work": [{"name": "A", "keywords": ["Go"]}]}"#).count("#timeline"),
        0
    );
}

#[test]
fn a_resume_without_tags_can_be_searched() {
    let page = Page::filtered(
        r#"{"projects": [{"name": "Apple"}, {"name": "Pear"}]}"#,
        "?q=pea",
    );
    assert_eq!(page.text("[role=status]"), "1 of 2 projects: “pea”");
    assert_eq!(page.texts("[data-match=yes]"), ["Pear"]);
    assert_eq!(page.count("search input[role=combobox]"), 1);
    assert_eq!(page.count(".tags h2"), 0);
}

#[test]
fn a_section_without_data_is_not_there() {
    let page = Page::of(r#"{"basics": {"name": "A"}, "work": [], "awards": [{"title": "S"}]}"#);
    assert_eq!(page.texts("main h2"), ["Awards"]);
    assert_eq!(page.count("p:empty, ul:empty, dl:empty"), 0);
    let page = Page::of(r#"{"basics": {}}"#);
    assert_eq!(page.text("title"), "Résumé");
    assert_eq!(page.count("main > *"), 0);
}

#[test]
fn a_job_without_projects_is_an_entry_and_keeps_its_head() {
    let page = Page::filtered(
        r#"{"work": [{"name": "One", "position": "P", "startDate": "2020", "keywords": ["Go"], "summary": "S", "highlights": ["H"]}],
            "skills": [{"keywords": ["Rust"]}]}"#,
        "?tag=go",
    );
    assert_eq!(page.count("article[data-match=yes]"), 1);
    assert_eq!(page.text("article .entry-head h3"), "One");
    assert_eq!(
        page.text("article .entry-head .dates"),
        "2020 – Present · 6 yrs"
    );
    assert_eq!(page.texts("article .entry-body > *"), ["Go", "S", "H"]);
}

#[test]
fn addresses_and_profiles_are_shown_as_soon_as_they_are_known() {
    let page = Page::of(
        r#"{"basics": {"email": "a@example.com", "phone": "+1 (23) 45", "url": "https://example.com",
                       "location": {"city": "Bengaluru", "countryCode": "IN"},
                       "profiles": [{"network": "GitHub", "username": "a", "url": "https://github.com/a"},
                                    {"network": "IRC", "username": "b"}]}}"#,
    );
    assert_eq!(
        page.texts(".ways dt"),
        ["E-mail", "Phone", "Web", "GitHub", "IRC", "Location"]
    );
    assert_eq!(
        page.texts(".ways dd"),
        [
            "a@example.com",
            "+1 (23) 45",
            "https://example.com",
            "a",
            "b",
            "Bengaluru, IN"
        ]
    );
    assert_eq!(
        page.attributes(".ways a", "href"),
        [
            Some("mailto:a@example.com"),
            Some("tel:+12345"),
            Some("https://example.com"),
            Some("https://github.com/a")
        ]
    );
}

#[test]
fn the_standards_other_sections_are_shown() {
    let page = Page::of(
        r#"{"education": [{"institution": "E", "studyType": "B.Sc.", "area": "CS", "score": "1.0", "courses": ["C"], "startDate": "2010", "endDate": "2014"}],
            "volunteer": [{"organization": "O", "position": "V", "summary": "S"}],
            "awards": [{"title": "T", "awarder": "W", "date": "2020-02"}],
            "languages": [{"language": "Kannada", "fluency": "Native"}],
            "interests": [{"name": "I", "keywords": ["Chess"]}],
            "references": [{"name": "R", "reference": "Good."}]}"#,
    );
    assert_eq!(
        page.texts("#education :is(h2, h3, p, li)"),
        [
            "Education",
            "E",
            "B.Sc. · CS · 1.0",
            "2010 – 2014 · 4 yrs",
            "C"
        ]
    );
    assert_eq!(
        page.count(
            "#volunteering article, #interests article, #references article, #education article"
        ),
        4
    );
    assert_eq!(
        page.texts("#languages .item-head > *"),
        ["Kannada", "Native"]
    );
    assert_eq!(page.text("#awards .dates"), "Feb 2020");
    assert_eq!(page.text("#interests .chip"), "Chess");
}

#[test]
fn hostile_text_is_text() {
    let evil = r#"<script>alert(1)</script><img src=x onerror=alert(1)> \" ' & --> ]]> </title>"#;
    let page = Page::of(&format!(
        r#"{{"basics": {{"name": "{evil}", "label": "{evil}", "summary": "{evil}", "url": "javascript:alert(1)",
              "image": "javascript:alert(1)", "profiles": [{{"network": "{evil}", "username": "{evil}", "url": "data:text/html,{evil}"}}]}},
            "work": [{{"name": "{evil}", "position": "{evil}", "startDate": "{evil}", "url": "javascript:alert(1)",
              "keywords": ["{evil}"], "projects": [{{"name": "{evil}", "highlights": ["{evil}"], "keywords": ["{evil}"]}}]}}],
            "education": [{{"institution": "{evil}", "area": "{evil}"}}],
            "skills": [{{"name": "{evil}", "level": "{evil}", "keywords": ["{evil}"]}}],
            "meta": {{"vitae": {{"greeting": "{evil}", "contact": "{evil}", "titles": {{"work": "{evil}"}}}}}}}}"#
    ));
    assert_eq!(page.count("script, img, [onerror]"), 0);
    assert_eq!(page.count("[href^=javascript], [href^=data], [src]"), 0);
    let expected = evil.replace("\\\"", "\"");
    assert_eq!(page.text("h1"), expected);
    assert_eq!(page.text("title"), format!("{expected} · {expected}"));
    assert_eq!(page.text("#experience .highlights li"), expected);
}

#[test]
fn a_narrow_choice_of_words_is_kept_where_it_stands() {
    let page = Page::bundled("");
    assert_eq!(page.texts("#skills a[data-tag=postgresql]"), ["PostgreSQL"]);
    assert_eq!(
        page.texts("#experience a[data-tag=postgresql]"),
        ["Postgres"; 3]
    );
    assert_eq!(
        page.texts("#experience a[data-tag=cdc-pipelines]"),
        ["CDC Pipeline"]
    );
}

#[test]
fn headings_outline_the_page() {
    for file in [
        "tests/fixtures/resume.json",
        "tests/fixtures/resumes/every-section.json",
        "tests/fixtures/resumes/projects-of-jobs.json",
        "tests/fixtures/resumes/roles.json",
        "tests/fixtures/resumes/sample.json",
    ] {
        let page = Page::of(&fs::read_to_string(file).expect(file));
        let headings = page.all("h1, h2, h3, h4, h5, h6");
        let levels: Vec<_> = headings
            .iter()
            .map(|heading| heading.value().name())
            .collect();
        assert_eq!(levels[0], "h1", "{file}");
        assert_eq!(page.count("h1"), 1, "{file}");
        let skipped = levels
            .windows(2)
            .find(|pair| pair[1].as_bytes()[1] > pair[0].as_bytes()[1] + 1);
        assert_eq!(skipped, None, "{file}: {levels:?}");
    }
}
