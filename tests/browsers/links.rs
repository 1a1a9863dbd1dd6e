//! Links that start filtered: the page shows what they ask for before the app is there, and without it.

use std::fs;

use serde_json::json;
use vitae::{
    filter::{Filter, Match},
    resume::{Resume, date::Date},
    site::prerender::{Prerendered, prerender},
    tags::Index,
};

use crate::{
    host::{Fault, Host},
    page::Page,
};

crate::list! {
    On filters_before_the_app_comes,
    On shows_the_same_before_the_app_and_with_it,
    On moves_nothing_when_the_app_comes,
    On filters_by_links_without_the_app,
    On finds_before_the_app_what_the_app_finds,
    On takes_no_name_for_markup_or_style,
}

async fn filters_before_the_app_comes(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open_in_part(&host, "?tag=Go&tag=redis&match=any&tag=nobodys")
        .await;
    page.wait_for_status("9 of 10 projects: Golang or Redis")
        .await;
    page.wait_for("html[data-state=prerendered]").await;
    page.assert_matches(9, 1).await;
    assert_eq!(page.visible("[data-match=yes] .entry-body").await, 9);
    assert_eq!(page.visible("[data-match=no] .entry-body").await, 0);
    assert_eq!(page.visible("[data-match=no] :is(h3, h4)").await, 1);
    page.open_in_part(&host, "?tag=kafka").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    let sentence = "return document.querySelector('.filter-bar .sentence').innerText";
    let sentence = page.run(sentence).await;
    assert!(
        sentence
            .as_str()
            .expect("words")
            .starts_with("Kafka: 2 projects at Superleap"),
        "{sentence}"
    );
    host.release();
}

/// All by which a reader sees what is chosen and found, and where links lead.
const SEEN: &str = "return [
    [...document.querySelectorAll('[data-entry]')].map(entry => entry.dataset.match ?? null),
    [...document.querySelectorAll('main a:not(.quote), .tags a:not([aria-current]), .mode')].map(link => [link.textContent, link.ariaCurrent]),
    [...document.querySelectorAll('.chosen a, .mode, .clear, .tags a, .group')].map(link => new URL(link.href).search),
    [...document.querySelectorAll('.chosen a')].map(link => [link.dataset.tag, link.firstChild.data]),
    [...document.querySelectorAll('.proof, .nearest, .sentence, .steps, .chosen, .modes, .clear, .hint')].map(part => part.hidden),
    [...document.querySelectorAll('.card')].map(card => card.querySelectorAll('li').length),
    [...document.querySelectorAll('.timeline .jobs > li')].map(row => row.dataset.aside ?? null),
    document.title,
    document.querySelector('.status').textContent.trim(),
    document.querySelector('.page').dataset.nothing ?? null,
]";

async fn shows_the_same_before_the_app_and_with_it(page: Page) {
    for query in [
        "?tag=kafka",
        "?tag=kafka&tag=redis&match=any",
        "?tag=redis&tag=kafka",
        "?tag=golang&tag=docker",
        "?tag=docker",
        "?tag=golang&q=+",
        "?match=any&tag=POSTGRES",
        "?tag=nobodys",
        "?tag=",
        "?tag=sns+%26+sqs&tag=sqs",
        "?tag=postgresql&tag=mysql&tag=cassandra&tag=clickhouse&match=any",
    ] {
        assert_stays_the_same(&page, query, SEEN).await;
    }
}

async fn moves_nothing_when_the_app_comes(page: Page) {
    let places = "return [...document.querySelectorAll('h1, h2, h3, h4, .card, .card li, .copy, .filter-bar, .chosen a, .mode, .clear, .tags a')]
        .map(it => [it.dataset.tag ?? (it.id || it.className || (it.matches('li') ? 'li' : it.textContent)), it.getBoundingClientRect()])
        .filter(([, place]) => place.height > 0 && place.top < innerHeight)
        .map(([it, { left, top }]) => [it, Math.round(left), Math.round(top)])";
    let size_before = page.resize((500, 900)).await;
    for size in [(500, 900), (1280, 900)] {
        page.resize(size).await;
        for query in [
            "?tag=kafka",
            "?tag=kafka&tag=redis&match=any",
            "?tag=golang&tag=docker",
            "?tag=sns&tag=kafka",
            "?tag=postgresql&tag=mysql&tag=cassandra&tag=clickhouse&match=any",
        ] {
            assert_stays_the_same(&page, query, places).await;
        }
    }
    page.resize(size_before).await;
}

/// A script's value is the same before the app has come and when it is there.
async fn assert_stays_the_same(page: &Page, query: &str, script: &str) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open_in_part(&host, query).await;
    page.wait_for("html[data-state=prerendered]").await;
    let before = page.run(script).await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    let size = page.run("return [innerWidth, innerHeight]").await;
    assert_eq!(before, page.run(script).await, "{query} at {size}");
}

async fn filters_by_links_without_the_app(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Status(404))]);
    page.open(&host, "").await;
    page.wait_for("html[data-state=failed]").await;
    page.click("article a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.wait_for("html[data-state=failed]").await;
    assert_eq!(page.query().await, "tag=kafka");
    page.assert_matches(2, 8).await;
    for inert in [
        ".search", ".copy", ".unfold", ".theme", ".print", ".steps", ".card",
    ] {
        assert_eq!(page.visible(inert).await, 0, "{inert}");
    }
    page.click("#skills a[data-tag=redis]").await;
    page.wait_for_status("3 of 10 projects: Redis").await;
    page.click(".chosen a[data-tag=redis]").await;
    page.wait_for_status("10 projects").await;
    assert_eq!(page.query().await, "");
    page.open(&host, "?tag=kafka&tag=redis").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    page.click(".mode:last-child").await;
    page.wait_for_status("4 of 10 projects: Kafka or Redis")
        .await;
    page.click(".clear").await;
    page.wait_for_status("10 projects").await;
    assert_eq!(
        page.count("[data-match], [aria-current=true]:not(.mode)")
            .await,
        0
    );
}

/// Runs the page's script for a document that is not shown, as it would be for each of these queries.
const RUN_HEAD: &str = "
    const [html, tags, queries] = arguments;
    const words = JSON.stringify({ comma: ', ', and: ' and ', or: ' or ' });
    const page = new DOMParser().parseFromString(html + `<script id=labels-en>${words}</script>`, 'text/html');
    return queries.map((search) => {
        let parsed = () => {};
        const root = { dataset: {}, lang: 'en', style: { setProperty() {} } };
        const document = {
            documentElement: root,
            currentScript: { dataset: { tags } },
            cookie: '',
            querySelector: (selector) => page.querySelector(selector),
            querySelectorAll: (selector) => page.querySelectorAll(selector),
            createElement: (name) => page.createElement(name),
        };
        const location = { search, hash: '', origin: '', pathname: '/' };
        const addEventListener = (type, listener) => { if (type === 'DOMContentLoaded') parsed = listener };
        class MutationObserver { observe() {} disconnect() {} }
        for (const element of page.querySelectorAll('[data-match]')) delete element.dataset.match;
        for (const element of page.querySelectorAll('[data-tag]')) element.ariaCurrent = null;
        page.querySelector('.chosen').replaceChildren();
        HEAD
        parsed();
        return [
            [...page.querySelectorAll('[data-entry]')].map(entry => entry.dataset.match ?? ''),
            [...page.querySelectorAll('.chosen a')].map(chip => chip.dataset.tag),
            [...page.querySelectorAll('.tags [aria-current]')].map(chip => chip.dataset.tag).sort(),
            page.querySelectorAll('b, style').length,
        ];
    });
";

/// For every choice of up to three of a file's technologies, together and any of them.
async fn finds_before_the_app_what_the_app_finds(page: Page) {
    page.open_live(&Host::start("", &[]), "").await;
    let mut files = 0;
    for file in ["tests/fixtures", "tests/fixtures/resumes"]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect(folder))
    {
        let path = file.expect("a file").path();
        let read = fs::read_to_string(&path)
            .ok()
            .and_then(|json| Resume::read(&json).ok());
        let Some((resume, _)) = read else { continue };
        let index = Index::new(&resume);
        // Of thirty, there are some 9,000 choices.
        if (1..=30).contains(&index.tags().len()) {
            files += 1;
            assert_finds_as_the_app(&page, resume, &choices(&index)).await;
        }
    }
    assert!(files > 10, "{files} files have technologies");
}

fn choices(index: &Index) -> Vec<String> {
    let count = index.tags().len();
    let mut choices = Vec::new();
    for one in 0..count {
        choices.push(vec![one]);
        for two in one + 1..count {
            choices.push(vec![two, one]);
            choices.extend((two + 1..count).map(|three| vec![one, three, two]));
        }
    }
    let queries = choices.into_iter().flat_map(|tags| {
        let all = Filter {
            tags,
            ..Filter::default()
        };
        let any = all.matching(Match::Any);
        [all, any].map(|filter| filter.to_query(index))
    });
    queries.collect()
}

async fn assert_finds_as_the_app(page: &Page, resume: Resume, queries: &[String]) {
    let index = Index::new(&resume);
    let today = Date {
        year: 2026,
        month: Some(11),
        day: Some(27),
    };
    let Prerendered {
        page: html, tags, ..
    } = prerender(resume, today, None, false);
    let script = RUN_HEAD.replace("HEAD", include_str!("../../src/head.js"));
    let mut all_found = Vec::new();
    // A driver lets a script run for half a minute.
    for some in queries.chunks(1_000) {
        let arguments = vec![json!(html), json!(tags), json!(some)];
        let found = page.client.execute(&script, arguments).await;
        let found = found.expect("it runs");
        all_found.extend_from_slice(found.as_array().expect("one for each query"));
    }
    assert_eq!(all_found.len(), queries.len());
    let found = &all_found;
    for (query, found) in queries.iter().zip(found) {
        let selection = Filter::from_query(query, &index).select(&index);
        let matches =
            (0..index.entries()).map(|entry| selection.matching(entry).unwrap_or_default());
        let slug = |tag: &usize| index.tags()[*tag].slug.as_str();
        let chosen: Vec<_> = selection.filter.tags.iter().map(slug).collect();
        let chosen_tags = selection.filter.tags.iter();
        let technologies = chosen_tags.filter(|tag| index.tags()[**tag].is_technology);
        let mut current: Vec<_> = technologies.map(slug).collect();
        current.sort_unstable();
        let expected = json!([matches.collect::<Vec<_>>(), chosen, current, 0]);
        assert_eq!(found, &expected, "{query}");
    }
}

async fn takes_no_name_for_markup_or_style(page: Page) {
    page.open_live(&Host::start("", &[]), "").await;
    let names = [
        "\"><b>",
        "a\\",
        "x]",
        "*/ {",
        "}}",
        "🦀 🚀",
        "C++",
        "C#",
        ".NET",
        " .net ",
        "${hit}",
        "{n}",
        "&amp;",
        "'",
        "İstanbul",
        "ΟΔΟΣ",
        "日本 語",
        "a,b",
        "$&",
        "A\u{a0}B",
        "-",
        "--x",
    ];
    let resume = json!({"projects": [
        {"name": "One", "keywords": names},
        {"name": "Two", "keywords": names[..11]},
        {"name": "Three", "keywords": ["\\", "]", "c"]},
    ], "meta": {"vitae": {"tags": {"🦀 🚀": {"aliases": ["Rust \"lang\"", "*/"]}}}}});
    let (resume, _) = Resume::read(&resume.to_string()).expect("a résumé");
    let odd = [
        "\u{feff}c#",
        "c\u{85}plus",
        "rust%20\"lang\"",
        "*/",
        "%",
        "\\",
        "body{display:none}",
        "]",
        "</script>",
    ];
    let mut queries = Vec::new();
    for name in names.iter().chain(&odd) {
        for name in [
            name.to_string(),
            name.to_uppercase(),
            name.to_lowercase(),
            format!(" {name}  "),
        ] {
            let query = url::form_urlencoded::Serializer::new("?".to_owned())
                .append_pair("tag", &name)
                .finish();
            queries.push(query);
            queries.push(format!("?tag={name}"));
            queries.push(format!("?tag=c&tag={name}&match=any"));
        }
    }
    assert_finds_as_the_app(&page, resume, &queries).await;
}
