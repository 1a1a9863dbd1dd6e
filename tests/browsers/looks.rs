//! How the page looks and moves.

use serde_json::{Value, json};
use vitae::{
    resume::{Resume, date::Date},
    site::prerender::prerender,
};

use crate::{
    engine::Engine,
    host::{Fault, Host, built},
    page::Page,
};

crate::list! {
    On filters_calmly,
    On jumps_without_sliding,
    On goes_back_without_sliding,
    On lands_where_a_link_says,
    On stays_where_a_link_said_when_the_app_comes,
    On lands_on_a_section_of_a_long_page,
    On bars_and_years_of_the_timeline_agree,
    On the_list_of_technologies_stands_on_the_bar,
    On wears_what_its_file_says,
    On has_filter_and_timeline_beside_the_text_where_there_is_room,
}

/// Clicks a chip and says how many parts of the page move in the frames after that.
const MOVING: &str = "const done = arguments[0]; document.querySelector('article a[data-tag=kafka]').click(); let most = 0, frames = 0; const look = () => { most = Math.max(most, document.getAnimations().length); if (++frames < 5) requestAnimationFrame(look); else done(most) }; requestAnimationFrame(look)";

/// A host whose file has this theme.
pub fn themed(theme: Value) -> Host {
    let mut resume: Value = serde_json::from_str(&built("resume.json")).expect("JSON");
    resume["meta"]["vitae"]["theme"] = theme;
    Host::start("", &[("resume.json", Fault::Content(resume.to_string()))])
}

async fn filters_calmly(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let moving = page.run_until_done(MOVING).await;
    assert_ne!(moving, json!(0), "what folds can be followed");
    page.still().await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    if page.engine != Engine::Chromium {
        return;
    }
    page.reduce_motion(true).await;
    page.open_live(&host, "").await;
    let moving = page.run_until_done(MOVING).await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.reduce_motion(false).await;
    assert_eq!(moving, json!(0), "nothing moves for who wants that");
}

async fn jumps_without_sliding(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let moving = MOVING.replace("article a[data-tag=kafka]", "nav a[href=\"#skills\"]");
    assert_eq!(page.run_until_done(&moving).await, json!(0));
    page.wait_for("#skills:target").await;
}

async fn goes_back_without_sliding(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    page.click("#skills a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.still().await;
    let back = MOVING.replace(
        "document.querySelector('article a[data-tag=kafka]').click()",
        "scrollTo(0, 0); history.back()",
    );
    assert_eq!(page.run_until_done(&back).await, json!(0));
    page.wait_for_status("10 projects").await;
}

async fn lands_where_a_link_says(page: Page) {
    let host = Host::start("", &[]);
    for link in ["#skills", "?tag=kafka#projects", "?tag=kafka#job-2"] {
        page.leave_for(&host.url(link)).await;
        page.wait_for("html[data-state=live]").await;
        let seen = "const { top } = document.querySelector(location.hash).getBoundingClientRect(); return top > 40 && top < 200";
        page.until(seen).await;
    }
}

async fn stays_where_a_link_said_when_the_app_comes(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open(&host, "#skills").await;
    page.until("const { top } = document.querySelector('#skills').getBoundingClientRect(); return top > 40 && top < 200")
        .await;
    page.painted().await;
    page.run("window.moves = []; addEventListener('scroll', () => moves.push(scrollY))")
        .await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.landed().await;
    page.assert_script("return moves", json!([])).await;
}

async fn lands_on_a_section_of_a_long_page(page: Page) {
    let there = "const { top } = document.querySelector('#skills').getBoundingClientRect(); return location.hash === '#skills' && top > 40 && top < 200";
    let host = open_long(&page, "").await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.click("nav a[href=\"#skills\"]").await;
    page.landed().await;
    assert_eq!(page.run(there).await, json!(true), "from the top");
    let host = open_long(&page, "#skills").await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.landed().await;
    assert_eq!(page.run(there).await, json!(true), "from elsewhere");
}

async fn bars_and_years_of_the_timeline_agree(page: Page) {
    let arabic = include_str!("../fixtures/resumes/arabic.json").to_owned();
    for resume in [built("resume.json"), arabic] {
        let host = Host::start("", &[("resume.json", Fault::Content(resume))]);
        page.open_live(&host, "").await;
        let sides = "const [grid, track] = ['.timeline .grid', '.timeline .track'].map(part => document.querySelector(part).getBoundingClientRect()); return Math.abs(grid.left - track.left) < 1 && Math.abs(grid.right - track.right) < 1";
        page.until(sides).await;
    }
}

async fn the_list_of_technologies_stands_on_the_bar(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let host = Host::start("", &[]);
    for width in [320, 390, 480, 736] {
        page.show_in((width, 844), "light").await;
        for link in ["", "?tag=kafka", "?tag=kafka&tag=redis&match=any"] {
            page.open_live(&host, link).await;
            page.click(".filter-open").await;
            page.until("const [list, bar] = ['#tags', '.filter-bar'].map(part => document.querySelector(part).getBoundingClientRect()); return Math.abs(list.bottom - bar.top) < 1")
                .await;
        }
    }
    page.show_as_usual().await;
}

async fn wears_what_its_file_says(page: Page) {
    let seen = "const style = getComputedStyle(document.querySelector('.label')); return [document.documentElement.dataset.look, style.color, style.fontFamily]";
    let of = async |theme: Value| {
        page.open_live(&themed(theme), "").await;
        page.run(seen).await
    };
    let usual = of(json!({})).await;
    assert_eq!(usual[0], "margin");
    let classic = of(json!({"look": "classic"})).await;
    assert_eq!(classic[0], "classic");
    assert_ne!(classic[1], usual[1]);
    let odd = of(json!({"look": "x", "accent": "x; color: red", "font": "url(//x.example)"})).await;
    assert_eq!(odd, usual);
    let own = of(json!({"accent": "crimson", "font": "Georgia, serif"})).await;
    assert_eq!(own[2], "Georgia, serif");
    assert_ne!(own[1], usual[1]);
}

async fn has_filter_and_timeline_beside_the_text_where_there_is_room(page: Page) {
    if page.engine != Engine::Chromium {
        return;
    }
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let places = "const [timeline, text, tags] = ['.timeline .plot', '.section', '#tags'].map(part => document.querySelector(part).getBoundingClientRect()); return [timeline.right < text.left, tags.left > text.right, document.querySelector('.strip').checkVisibility(), document.documentElement.scrollWidth > innerWidth]";
    for (width, beside) in [
        (1280, [false, true, true, false]),
        (1440, [true, true, false, false]),
        (1920, [true, true, false, false]),
    ] {
        page.show_in((width, 900), "light").await;
        page.painted().await;
        assert_eq!(page.run(places).await, json!(beside), "{width} px");
    }
    page.show_as_usual().await;
}

/// Opens a page of so many jobs that it is long, at a place in it; the app comes when the host is told.
async fn open_long(page: &Page, place: &str) -> Host {
    let mut file: Value = serde_json::from_str(&built("resume.json")).expect("JSON");
    let jobs = file["work"].as_array().expect("jobs");
    file["work"] = vec![jobs.clone(); 30].concat().into();
    let file = file.to_string();
    let (resume, _) = Resume::read(&file).expect("a résumé");
    let today = Date::parse("2026-11-22").expect("a date");
    let long = prerender(resume, today, None, false).page;
    // The built page but for what is in it.
    let short = built("index.html");
    let (head, rest) = short.split_once("<div id=page>").expect("a page");
    let end = &rest[rest.find("<script id=").expect("scripts")..];
    let html = format!("{head}<div id=page>{long}</div>{end}");
    let host = Host::start(
        "",
        &[
            (".html", Fault::Content(html)),
            ("resume.json", Fault::Content(file)),
            (".wasm", Fault::Held),
        ],
    );
    page.open(&host, &["index.html", place].concat()).await;
    host
}
