//! That everybody can read the page and work with it: what axe-core and the Nu checker say of it, and
//! what they cannot see.

use std::{env, fs, path::PathBuf, process::Command};

use fantoccini::key::Key;
use serde_json::{Value, json};
use vitae::theme::LOOKS;

use crate::{
    engine::Engine,
    host::{Fault, Host},
    looks::themed,
    page::Page,
};

crate::list! {
    On satisfies_axe,
    On satisfies_the_html_checker,
    On targets_are_large_enough,
    On nothing_is_wider_than_a_narrow_window,
    On tells_what_has_changed_once,
    On tips_can_be_pointed_at_and_put_away,
}

/// A phone and a desk.
const SIZES: [(u32, u32); 2] = [(390, 844), (1280, 900)];

/// What readers see of the page.
#[derive(Clone, Copy, Debug)]
enum State {
    Plain,
    Filtered,
    Searching,
    TimelineFocused,
    Failed,
}

impl State {
    const ALL: [Self; 5] = [
        Self::Plain,
        Self::Filtered,
        Self::Searching,
        Self::TimelineFocused,
        Self::Failed,
    ];

    /// Brings the page into it.
    async fn reach(self, page: &Page, host: &Host) {
        match self {
            Self::Plain => page.open_live(host, "").await,
            Self::Filtered => {
                page.open_live(host, "?tag=kafka&tag=redis&match=any").await;
                page.wait_for("mark").await;
            }
            Self::Searching => {
                page.open_live(host, "").await;
                page.type_in("/").await;
                page.wait_for(".search-field:focus").await;
                page.type_in("po").await;
                page.press(&[Key::Down]).await;
                page.wait_for("[role=option][aria-selected=true]").await;
                page.wait_for("mark").await;
            }
            Self::TimelineFocused => {
                page.open_live(host, "").await;
                page.click(".more").await;
                page.run("document.querySelector('.timeline .technologies a').focus()")
                    .await;
                page.wait_for(".timeline .technologies a:focus").await;
            }
            Self::Failed => {
                let host = Host::start("", &[(".wasm", Fault::Status(404))]);
                page.open(&host, "").await;
                page.wait_for("html[data-state=failed]").await;
            }
        }
    }
}

/// A file that `scripts/tools` installs for the tests. Without it a test is skipped, aloud, but not where
/// everything has to be there.
fn tool(variable: &str) -> Option<PathBuf> {
    let file = env::var_os(variable).map(PathBuf::from);
    let file = file.filter(|file| file.is_file());
    if file.is_none() {
        skip(&format!("the file that {variable} names"));
    }
    file
}

fn skip(missing: &str) {
    let must = env::var("CI").is_ok_and(|ci| ci == "true");
    assert!(!must, "missing: {missing}");
    println!("skipped: a test, without {missing}");
}

async fn satisfies_axe(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let Some(axe) = tool("AXE") else { return };
    let axe = fs::read_to_string(axe).expect("axe-core");
    let looks = LOOKS.iter().map(|look| themed(json!({"look": look})));
    let looks: Vec<_> = looks.collect();
    let (usual, others) = looks.split_first().expect("a look");
    let others = others.iter().map(|host| (State::Filtered, host));
    let all: Vec<_> = State::ALL
        .map(|state| (state, usual))
        .into_iter()
        .chain(others)
        .collect();
    let mut found = Vec::new();
    for size in SIZES {
        for (state, host) in &all {
            page.show_in(size, "light").await;
            state.reach(&page, host).await;
            page.run(&axe).await;
            for scheme in ["light", "dark"] {
                page.show_in(size, scheme).await;
                page.painted().await;
                // All rules, also those for AAA and those that are only good practice.
                let judge = "const done = arguments[0]; const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])); axe.run(document, { rules, resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))), error => done([String(error)]))";
                for fault in texts(page.run_until_done(judge).await) {
                    found.push(format!("{state:?}, {scheme}, {} px: {fault}", size.0));
                }
            }
        }
    }
    page.show_as_usual().await;
    assert!(found.is_empty(), "{}", found.join("\n"));
}

async fn satisfies_the_html_checker(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let Some(checker) = tool("VNU") else { return };
    let check = |options: &[&str], files: &[PathBuf]| {
        let mut java = Command::new("java");
        let java = java.arg("-jar").arg(&checker).arg("--Werror");
        java.args(options).args(files).output()
    };
    if check(&["--version"], &[]).is_err() {
        return skip("java");
    }
    let built = PathBuf::from(env::var_os("PAGE").expect("PAGE names the built page"));
    let mut pages = vec![built.join("index.html")];
    let host = Host::start("", &[]);
    let live = env::temp_dir().join(format!("vitae-live-{}", std::process::id()));
    fs::create_dir_all(&live).expect("a folder");
    for state in State::ALL {
        state.reach(&page, &host).await;
        // What slides has a style of its own until it comes to rest.
        page.still().await;
        let html = page.run("return document.documentElement.outerHTML").await;
        let html = html.as_str().expect("HTML");
        let file = live.join(format!("{state:?}.html"));
        fs::write(&file, format!("<!DOCTYPE html>{html}")).expect("a file");
        pages.push(file);
    }
    let styles = [built.as_path(), "style".as_ref(), "style/looks".as_ref()].into_iter();
    let styles = styles.flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let styles = styles.map(|file| file.expect("a file").path());
    let styles: Vec<_> = styles
        .filter(|file| file.extension().is_some_and(|end| end == "css"))
        .collect();
    let results = [check(&[], &pages), check(&["--css"], &styles)];
    let faults = results.map(|result| {
        let result = result.expect("the checker runs");
        let words = String::from_utf8_lossy(&result.stderr).into_owned();
        assert_eq!(result.status.success(), words.is_empty(), "{words}");
        words
    });
    _ = fs::remove_dir_all(&live);
    assert!(faults.concat().is_empty(), "{}", faults.concat());
}

async fn targets_are_large_enough(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let host = Host::start("", &[]);
    for size in SIZES {
        page.show_in(size, "light").await;
        for state in State::ALL {
            state.reach(&page, &host).await;
            let small = "return [...document.querySelectorAll('a, button, input, [role=option]')].map(target => [target, target.getBoundingClientRect()]).filter(([target, { width, height }]) => target.checkVisibility({ visibilityProperty: true }) && (width < 24 || height < 24)).map(([target, { width, height }]) => `${target.outerHTML}: ${width} × ${height}`)";
            let small = texts(page.run(small).await);
            assert!(small.is_empty(), "{state:?}, {} px: {small:#?}", size.0);
        }
    }
    page.show_as_usual().await;
}

async fn nothing_is_wider_than_a_narrow_window(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(2);
    let long = json!({
        "basics": {"name": word, "label": word, "summary": word, "url": format!("https://example.com/{word}")},
        "work": [{"name": word, "position": word, "location": word, "startDate": "2020", "keywords": [word, "p"],
                  "highlights": [word], "projects": [{"name": word}]}],
        "skills": [{"name": word, "keywords": [word, "p"]}],
        "languages": [{"language": word, "fluency": word}],
        "meta": {"vitae": {"contact": word}},
        "patents": [{word.as_str(): word}],
    });
    let bundled = Host::start("", &[]);
    let long = Host::start("", &[("resume.json", Fault::Content(long.to_string()))]);
    // 1280 × 1024 at four times the size.
    page.show_in((320, 256), "light").await;
    let wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
    for state in State::ALL {
        state.reach(&page, &bundled).await;
        assert_eq!(page.run(wide).await, json!(0), "{state:?}");
    }
    for rest in ["", "?tag=p"] {
        page.open_live(&long, rest).await;
        assert_eq!(page.run(wide).await, json!(0), "long words, {rest:?}");
    }
    page.show_as_usual().await;
}

async fn tells_what_has_changed_once(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    // What a screen reader is told of: what a live region says when something in it has changed.
    page.run("navigator.clipboard.writeText = async () => {}; window.told = []; for (const region of document.querySelectorAll('[role=status], [aria-live=polite]')) new MutationObserver(() => region.textContent && told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true })")
        .await;
    page.click("article a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.click(".copy").await;
    page.wait_for_class("answer", "Copied").await;
    page.wait_for_class("answer", "").await;
    page.run("const field = document.querySelector('.search-field'); field.value = 'lakh'; field.dispatchEvent(new Event('input', { bubbles: true }))")
        .await;
    page.wait_for_status("0 of 10 projects: Kafka, with “lakh”. The whole résumé is shown.")
        .await;
    page.click(".clear").await;
    page.wait_for_status("10 projects").await;
    page.painted().await;
    page.assert_script(
        "return told",
        json!([
            "2 of 10 projects: Kafka",
            "Copied",
            "0 of 10 projects: Kafka, with “lakh”. The whole résumé is shown.",
            "10 projects"
        ]),
    )
    .await;
    page.assert_script(
        "return document.querySelectorAll('[aria-live=assertive], [role=alert]').length",
        json!(0),
    )
    .await;
}

async fn tips_can_be_pointed_at_and_put_away(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let tip = "const { opacity, pointerEvents } = getComputedStyle(document.querySelector('.timeline .technologies .tip')); return [opacity, pointerEvents]";
    let (shown, away) = (json!(["1", "auto"]), json!(["0", "none"]));
    page.assert_script(tip, away.clone()).await;
    page.run("document.querySelector('.timeline .technologies a').focus()")
        .await;
    page.assert_script(tip, shown.clone()).await;
    page.press(&[Key::Escape]).await;
    page.assert_script(tip, away).await;
    page.assert_script(
        "return document.activeElement.closest('.timeline .technologies') !== null",
        json!(true),
    )
    .await;
    page.run("document.querySelector('.timeline .jobs a').focus(); document.querySelector('.timeline .technologies a').focus()")
        .await;
    page.assert_script(tip, shown).await;
    page.click(".timeline .technologies a").await;
    page.wait_for_status("9 of 10 projects: Golang").await;
    page.assert_script(tip, json!(["0", "none"])).await;
}

fn texts(value: Value) -> Vec<String> {
    serde_json::from_value(value).expect("texts")
}
