//! What must hold in every engine.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{
    engine::Engine,
    host::{Fault, Host},
    page::Page,
};

crate::list! {
    On takes_over_without_moving_anything,
    On filters_by_clicks,
    On starts_filtered_from_a_link,
    On never_flashes_what_words_do_not_find,
    On goes_back_forward_and_reloads,
    On any_and_all_and_clear,
    On folded_entries_open,
    On keeps_the_name_in_the_bar,
    On begins_a_long_summary_on_a_phone,
    On opens_a_long_resume_in_short_on_a_phone,
    On a_narrow_window_keeps_the_filter_in_reach,
    On former_names_in_links_still_work,
    On odd_queries_are_ignored,
    On works_below_a_path,
    On keeps_the_focus_and_the_place,
    On works_by_keyboard_alone,
    On steps_from_place_to_place,
    On shows_the_nearest_where_nothing_has_all,
    On jumps_to_sections,
    On searches_as_one_types,
    On what_is_typed_and_undone_is_one_step,
    On suggests_technologies,
    On marks_what_was_asked_for,
    On says_when_nothing_proves_a_skill,
    On a_groups_heading_and_the_timeline_filter,
    On copies_the_link_and_prints,
    On prints_on_two_pages,
    On what_was_done_too_early_is_kept,
    On hears_a_click_as_soon_as_it_is_live,
    On remembers_light_or_dark,
    On a_newer_file_on_the_host_wins,
    On speaks_the_language_of_the_resume,
    On asks_for_everything_once_and_from_its_own_host,
    On runs_no_scripts_but_its_own,
    Off is_whole_without_scripts,
}

async fn takes_over_without_moving_anything(page: Page) {
    let host = Host::start("", &[]);
    let places = "return JSON.stringify([...document.querySelectorAll('#page *')].map(e => { const r = e.getBoundingClientRect(); return [e.tagName, r.x, r.y, r.width, r.height] }))";
    let failing = Host::start("", &[("resume.json", Fault::Status(404))]);
    page.open(&failing, "").await;
    page.wait_for("html[data-state=failed]").await;
    let before = page.run(places).await;
    page.open_live(&host, "").await;
    assert_eq!(page.run(places).await, before);
    page.wait_for_status("10 projects").await;
    assert_eq!(page.count("#page").await, 1);
}

async fn filters_by_clicks(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    page.click("article a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.assert_matches(2, 8).await;
    assert_eq!(page.query().await, "tag=kafka");
    let title = "return document.title";
    let whole = "Cariappa K Ganapathi · Backend Engineer";
    page.assert_script(title, json!(format!("Kafka · {whole}")))
        .await;
    page.click("#skills a[data-tag=redis]").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    page.click(".chosen a[data-tag=kafka]").await;
    page.wait_for_status("3 of 10 projects: Redis").await;
    page.click("article[data-match=yes] a[data-tag=redis]")
        .await;
    page.wait_for_status("10 projects").await;
    assert_eq!(page.query().await, "");
    assert_eq!(page.count("[data-match]").await, 0);
    page.assert_script("return location.href.includes('?')", json!(false))
        .await;
    page.assert_script(title, json!(whole)).await;
}

async fn starts_filtered_from_a_link(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka&tag=redis&match=any")
        .await;
    page.wait_for_status("4 of 10 projects: Kafka or Redis")
        .await;
    page.assert_matches(4, 6).await;
    assert_eq!(
        page.count("a[data-tag=kafka]:not([aria-current=true])")
            .await,
        0
    );
    assert_eq!(page.visible("main").await, 1);
}

/// Only the app can search for words.
async fn never_flashes_what_words_do_not_find(page: Page) {
    let host = Host::start("", &[]);
    let never_live = Host::start("", &[(".wasm", Fault::Status(404))]);
    page.open(&never_live, "?q=kafka").await;
    page.wait_for("html[data-pending]").await;
    page.wait_for("html[data-state=failed]").await;
    assert_eq!(
        page.visible("#experience").await,
        1,
        "what has failed is shown"
    );
    // Before that, and before the app has come, the sections are not to be seen.
    page.run("document.documentElement.dataset.state = 'prerendered'")
        .await;
    assert_eq!(page.visible("#experience").await, 0);
    assert_eq!(page.visible("h1").await, 1);
    page.run("document.getAnimations().forEach(animation => animation.finish())")
        .await;
    assert_eq!(
        page.visible("#experience").await,
        1,
        "nothing stays hidden for ever"
    );
    page.open_live(&host, "?q=kafka").await;
    assert_eq!(page.visible("#experience").await, 1);
}

async fn goes_back_forward_and_reloads(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    page.click("article a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.click("#skills a[data-tag=redis]").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    page.client.back().await.expect("back");
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.client.back().await.expect("back");
    page.wait_for_status("10 projects").await;
    page.client.forward().await.expect("forward");
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.client.refresh().await.expect("reload");
    page.wait_for("html[data-state=live]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.assert_matches(2, 8).await;
}

async fn any_and_all_and_clear(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka&tag=redis").await;
    page.click(".mode:last-child").await;
    page.wait_for_status("4 of 10 projects: Kafka or Redis")
        .await;
    assert_eq!(page.query().await, "tag=kafka&tag=redis&match=any");
    page.click(".mode:first-child").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    page.click(".clear").await;
    page.wait_for_status("10 projects").await;
    assert_eq!(page.query().await, "");
}

async fn folded_entries_open(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka").await;
    assert_eq!(page.visible("[data-match=yes] .highlights").await, 2);
    assert_eq!(page.visible("[data-match=no] .entry-body").await, 0);
    assert_eq!(page.visible("[data-match=no] .entry-head").await, 8);
    page.click("[data-match=no] .unfold").await;
    page.wait_for("[data-match=no] .unfold[aria-expanded=true]")
        .await;
    assert_eq!(page.visible("[data-match=no] .entry-body").await, 1);
    page.run("const head = document.querySelectorAll('[data-match=no] .entry-head')[1].getBoundingClientRect(); document.elementFromPoint(head.left + head.width / 2, head.top + head.height / 2).click()")
        .await;
    page.wait_for("[data-match=no][data-open] ~ [data-match=no][data-open]")
        .await;
    assert_eq!(page.visible("[data-match=no] .entry-body").await, 2);
    assert_eq!(page.visible(".job-head h3").await, 2, "employers stay");
    page.open_live(&host, "?tag=docker").await;
    page.wait_for_status("0 of 10 projects: Docker. The whole résumé is shown.")
        .await;
    assert_eq!(page.visible("[data-entry] .entry-body").await, 10);
}

async fn keeps_the_name_in_the_bar(page: Page) {
    let resume = include_str!("../fixtures/resume.json");
    let resume = resume.replacen("\"label\"", "\"email\": \"a@b.example\", \"label\"", 1);
    let host = Host::start("", &[("resume.json", Fault::Content(resume))]);
    page.open_live(&host, "").await;
    assert_eq!(page.visible(".who a").await, 0, "the head says it");
    page.run("scrollTo(0, document.body.scrollHeight)").await;
    page.wait_for(".who:not([hidden])").await;
    // WebKit's driver takes a link that may be cut off for hidden.
    let seen =
        "return [...document.querySelectorAll('.who a')].filter(a => a.offsetWidth > 20).length";
    page.assert_script(seen, json!(2)).await;
    page.run("document.querySelector('.who a').click()").await;
    page.wait_for(".who[hidden]").await;
}

async fn begins_a_long_summary_on_a_phone(page: Page) {
    let resume = json!({"basics": {"name": "A", "summary": "Many words. ".repeat(60)}, "work": []});
    let host = Host::start("", &[("resume.json", Fault::Content(resume.to_string()))]);
    let before = page.resize((500, 800)).await;
    page.open_live(&host, "").await;
    let height = "return document.querySelector('.long-summary').offsetHeight";
    let folded = page.run(height).await.as_f64().expect("a height");
    page.click(".read-more").await;
    page.wait_for(".long-summary[data-open]").await;
    let whole = page.run(height).await.as_f64().expect("a height");
    assert!(
        folded < 180.0 && whole > 1.5 * folded,
        "{folded} of {whole}"
    );
    page.click(".read-more").await;
    page.wait_for(".long-summary:not([data-open])").await;
    page.resize(before).await;
    page.open_live(&host, "").await;
    assert_eq!(page.visible(".read-more").await, 0, "there is room for all");
}

async fn opens_a_long_resume_in_short_on_a_phone(page: Page) {
    let done = |what: &str| json!(vec![format!("{what} at some length, as it was. "); 30]);
    let resume = json!({"basics": {"name": "A"}, "work": [
        {"name": "Acme", "position": "Lead", "highlights": done("Led Kafka"), "summary": "Saved 9 years.", "keywords": ["Kafka"]},
        {"name": "Bolt", "projects": [
            {"name": "Till", "highlights": done("Built Redis"), "keywords": ["Redis"]},
            {"name": "Stock", "highlights": done("Counted"), "keywords": ["Go"]}]}]});
    let host = Host::start("", &[("resume.json", Fault::Content(resume.to_string()))]);
    let before = page.resize((500, 800)).await;
    page.open_live(&host, "").await;
    let room = "return [...document.querySelectorAll('.highlights')].map(list => list.checkVisibility({ contentVisibilityAuto: true }))";
    page.assert_script(room, json!([false, false, false])).await;
    let best = "return [...document.querySelectorAll('.best')].map(best => best.checkVisibility() && best.innerText)";
    let sentences = json!(["Saved 9 years.", "Built Redis at some length, as it was."]);
    page.assert_script(best, sentences).await;
    let found = "return document.querySelectorAll('[hidden=until-found]').length";
    page.assert_script(found, json!(4)).await;
    // A job opens whole, as does what the browser's own search finds.
    page.click("#job-2 > .entry-head .unfold").await;
    page.wait_for("#job-2[data-open]").await;
    page.assert_script(room, json!([false, true, true])).await;
    page.run("document.querySelector('#job-1 .entry-body').dispatchEvent(new Event('beforematch', { bubbles: true }))")
        .await;
    page.wait_for("#job-1 .entry[data-open]").await;
    // A choice unfolds its proof alone.
    page.open_live(&host, "?tag=redis").await;
    page.assert_script(room, json!([false, true, false])).await;
    page.open_live(&host, "").await;
    page.click(".read-all").await;
    page.assert_script(room, json!([true, true, true])).await;
    assert_eq!(page.query().await, "read=all");
    page.click("article a[data-tag=go]").await;
    page.wait_for("a[data-tag=go][aria-current]").await;
    assert_eq!(
        page.query().await,
        "tag=go&read=all",
        "a link to it says so"
    );
    page.open_live(&host, "").await;
    page.assert_script(room, json!([true, true, true])).await;
    page.click(".in-short").await;
    page.assert_script(room, json!([false, false, false])).await;
    page.open_live(&host, "?read=all").await;
    page.assert_script(room, json!([true, true, true])).await;
    page.resize(before).await;
    page.open_live(&host, "").await;
    page.assert_script(room, json!([true, true, true])).await;
    assert_eq!(
        page.visible(".read-all, .in-short, .best").await,
        0,
        "there is room for all"
    );
}

async fn a_narrow_window_keeps_the_filter_in_reach(page: Page) {
    let host = Host::start("", &[]);
    let before = page.resize((500, 800)).await;
    page.open_live(&host, "?tag=kafka&tag=distributed-systems&match=any")
        .await;
    page.assert_script(
        "return [...document.querySelectorAll('.chosen li')].every(li => li.offsetHeight < 30)",
        json!(true),
    )
    .await;
    let bar = "return ['.sentence', '.chosen li:first-child', '.steps', '.modes'].map(part => document.querySelector('.filter-bar').querySelector(part).checkVisibility())";
    page.assert_script(bar, json!([true, true, true, false]))
        .await;
    page.click(".filter-open").await;
    page.wait_for("#tags:popover-open").await;
    page.assert_script(bar, json!([true, true, true, true]))
        .await;
    page.wait_for_class("filter-open", "Show 3").await;
    page.run("document.querySelector('#tags a[data-tag=redis]').click()")
        .await;
    page.wait_for_status("4 of 10 projects: Kafka, Distributed Systems or Redis")
        .await;
    page.wait_for_class("filter-open", "Show 4").await;
    assert_eq!(
        page.count("#tags:popover-open").await,
        1,
        "it stays open for more"
    );
    page.assert_script(
        "return document.documentElement.scrollWidth <= innerWidth",
        json!(true),
    )
    .await;
    page.run("scrollTo(0, document.body.scrollHeight)").await;
    page.click(".filter-open").await;
    page.wait_for_class("filter-open", "Search & filter").await;
    page.until("const { top } = document.querySelector('.answers').getBoundingClientRect(); return top > 0 && top < innerHeight / 2")
        .await;
    page.resize(before).await;
}

async fn former_names_in_links_still_work(page: Page) {
    let host = Host::start("", &[]);
    for (link, status) in [
        ("?tag=postgres", "3 of 10 projects: PostgreSQL"),
        ("?tag=Go", "9 of 10 projects: Golang"),
        ("?tag=SNS%20%26%20SQS", "3 of 10 projects: SNS & SQS"),
        ("?tag=sns-sqs", "3 of 10 projects: SNS & SQS"),
    ] {
        page.open_live(&host, link).await;
        page.wait_for_status(status).await;
    }
}

async fn odd_queries_are_ignored(page: Page) {
    let host = Host::start("", &[]);
    for link in [
        "?tag=cobol",
        "?tag=100%25",
        "?tag=%25FF&x=%",
        "?tag",
        "?&&&=",
        "?match=any",
        "?tag=%00",
        "?q=+&q=",
    ] {
        page.open_live(&host, link).await;
        page.wait_for_status("10 projects").await;
    }
    page.open_live(&host, "?q=%E0%A4%A").await;
    page.wait_for_status("0 of 10 projects: “\u{fffd}%A”. The whole résumé is shown.")
        .await;
    page.open_live(&host, "?utm_source=x&tag=cobol&tag=kafka")
        .await;
    page.click("#skills a[data-tag=redis]").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    assert_eq!(page.query().await, "tag=kafka&tag=redis");
}

async fn works_below_a_path(page: Page) {
    for (base, rest) in [("/me", ""), ("/a/b", ""), ("/a/b", "index.html")] {
        let host = Host::start(base, &[]);
        page.open_live(&host, &format!("{rest}?tag=kafka")).await;
        page.click("#skills a[data-tag=redis]").await;
        page.wait_for_status("1 of 10 projects: Kafka and Redis")
            .await;
        let expected = host.url(&format!("{rest}?tag=kafka&tag=redis"));
        assert_eq!(
            page.client
                .current_url()
                .await
                .expect("an address")
                .as_str(),
            expected
        );
        page.client.refresh().await.expect("reload");
        page.wait_for("html[data-state=live]").await;
        page.click(".clear").await;
        page.wait_for_status("10 projects").await;
        assert_eq!(
            page.client
                .current_url()
                .await
                .expect("an address")
                .as_str(),
            host.url(rest)
        );
    }
}

async fn keeps_the_focus_and_the_place(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let chip = "document.querySelector('#skills a[data-tag=kafka]')";
    page.run(&format!("window.chip = {chip}; chip.scrollIntoView({{block: 'center'}}); chip.focus(); window.top0 = chip.getBoundingClientRect().top")).await;
    page.run("chip.click()").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.painted().await;
    page.assert_script("return document.activeElement === chip", json!(true))
        .await;
    page.assert_script(
        "return Math.abs(chip.getBoundingClientRect().top - top0) < 2",
        json!(true),
    )
    .await;
    // The list beside the text: what is being read stays where it is.
    let reading = "window.title = [...document.querySelectorAll('#experience h4')].find(h => h.textContent.startsWith('Ledger')); scrollTo(0, scrollY + title.getBoundingClientRect().top - innerHeight / 5 + 10); window.top0 = title.getBoundingClientRect().top";
    page.run(reading).await;
    page.run("document.querySelector('.tags a[data-tag=kafka]').click()")
        .await;
    page.wait_for_status("10 projects").await;
    page.painted().await;
    page.assert_script(
        "return Math.abs(title.getBoundingClientRect().top - top0) < 2",
        json!(true),
    )
    .await;
    // A chip that is gone from the bar leaves the focus with its neighbour.
    page.open_live(&host, "?tag=kafka&tag=redis").await;
    page.run("document.querySelector('.chosen a[data-tag=redis]').focus()")
        .await;
    page.press(&[Key::Enter]).await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.painted().await;
    page.assert_script(
        "return document.activeElement.textContent",
        json!("Kafka ✕"),
    )
    .await;
}

async fn works_by_keyboard_alone(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let focused = "return document.activeElement.dataset.tag ?? document.activeElement.className";
    page.press(&[Key::Tab]).await;
    page.assert_script(focused, json!("skip")).await;
    page.press(&[Key::Enter]).await;
    page.wait_for("#main:focus").await;
    page.press(&[Key::Tab]).await;
    page.assert_script(focused, json!("kafka")).await;
    page.press(&[Key::Enter]).await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.assert_script(focused, json!("kafka")).await;
    for _ in 0..5 {
        page.press(&[Key::Tab]).await;
    }
    page.assert_script(focused, json!("unfold")).await;
    page.press(&[Key::Enter]).await;
    page.wait_for(".unfold:focus[aria-expanded=true]").await;
}

async fn steps_from_place_to_place(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=redis").await;
    let is_at = |entry: &Value| {
        format!(
            "const here = document.activeElement; const {{ left, right, top }} = here.getBoundingClientRect(); return here.dataset.entry === {entry} && here.contains(document.elementFromPoint((left + right) / 2, top + 12))"
        )
    };
    let found = "return [...document.querySelectorAll('[data-match=yes]')].map(entry => entry.dataset.entry)";
    let found = page.run(found).await;
    let found = found.as_array().expect("a list").clone();
    assert_eq!(found.len(), 3);
    page.click(".steps .next").await;
    page.until(&is_at(&found[0])).await;
    for at in [1, 2, 0] {
        page.press(&['n']).await;
        page.until(&is_at(&found[at])).await;
    }
    for at in [2, 1] {
        page.press(&['p']).await;
        page.until(&is_at(&found[at])).await;
    }
    // In the field they are letters.
    page.press(&['/']).await;
    page.wait_for("#search:focus").await;
    page.press(&['n']).await;
    page.assert_script("return document.activeElement.value", json!("n"))
        .await;
}

async fn shows_the_nearest_where_nothing_has_all(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=sns&tag=kafka").await;
    page.wait_for_status("0 of 10 projects: SNS and Kafka. The whole résumé is shown.")
        .await;
    assert_eq!(page.visible(".steps").await, 0);
    assert_eq!(page.visible(".card").await, 2);
    page.click(".nearest a").await;
    page.wait_for_status("5 of 10 projects: SNS or Kafka").await;
    assert_eq!(page.visible(".nearest").await, 0);
    page.click(".quote").await;
    page.wait_for("[data-match=yes]:target").await;
    page.open_live(&host, "?tag=docker&tag=s3").await;
    assert_eq!(
        page.visible(".nearest, .card").await,
        0,
        "there is nothing of either"
    );
    page.open_live(&host, "?tag=sns+%26+sqs").await;
    assert_eq!(
        page.count("[data-entry] .chip[data-narrower]").await,
        6,
        "what is narrower is lit"
    );
}

async fn jumps_to_sections(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka").await;
    page.click("nav a[href='#skills']").await;
    page.wait_for("#skills:target").await;
    page.assert_script("const r = document.querySelector('#skills h2').getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight", json!(true)).await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.click("#skills a[data-tag=redis]").await;
    page.wait_for_status("1 of 10 projects: Kafka and Redis")
        .await;
    assert_eq!(page.query().await, "tag=kafka&tag=redis");
}

async fn searches_as_one_types(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=golang").await;
    page.type_in("/").await;
    page.wait_for(".search-field:focus").await;
    page.type_in("REAL time").await;
    page.wait_for_status("3 of 10 projects: Golang, with “REAL time”")
        .await;
    assert_eq!(page.query().await, "tag=golang&q=REAL+time");
    page.type_in(" ledger").await;
    page.wait_for_status("1 of 10 projects: Golang, with “REAL time ledger”")
        .await;
    page.type_in("/").await;
    page.assert_script(FIELD, json!("REAL time ledger/")).await;
    page.wait_for_status(
        "0 of 10 projects: Golang, with “REAL time ledger/”. The whole résumé is shown.",
    )
    .await;
    page.press(&[Key::Escape]).await;
    page.wait_for_status("9 of 10 projects: Golang").await;
    page.assert_script(FIELD, json!("")).await;
    assert_eq!(page.query().await, "tag=golang");
    // Who pauses behind the first letter loses no step of the history.
    page.type_in("w").await;
    page.run("return new Promise((resolve) => setTimeout(resolve, 300))")
        .await;
    page.type_in("ebhook").await;
    page.wait_for_status("3 of 10 projects: Golang, with “webhook”")
        .await;
    page.client.back().await.expect("back");
    page.wait_for_status("9 of 10 projects: Golang").await;
    page.assert_script(FIELD, json!("")).await;
    page.client.forward().await.expect("forward");
    page.wait_for_status("3 of 10 projects: Golang, with “webhook”")
        .await;
    page.assert_script(FIELD, json!("webhook")).await;
    page.click(".chosen a:not([data-tag])").await;
    page.wait_for_status("9 of 10 projects: Golang").await;
    page.assert_script(FIELD, json!("")).await;
}

async fn what_is_typed_and_undone_is_one_step(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?q=lakh").await;
    page.assert_script(FIELD, json!("lakh")).await;
    page.type_in("/").await;
    page.press(&[Key::Escape]).await;
    page.wait_for_status("10 projects").await;
    page.client.back().await.expect("back");
    page.wait_for_status("2 of 10 projects: “lakh”").await;
    // What was not searched for yet goes with the rest, and comes along with a tag.
    page.run("const field = document.querySelector('.search-field'); field.focus(); field.value = 'redis'; field.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('.clear').click()")
        .await;
    page.wait_for_status("10 projects").await;
    page.run("const field = document.querySelector('.search-field'); field.value = 'tracking'; field.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('article a[data-tag=redis]').click()")
        .await;
    page.wait_for_status("1 of 10 projects: Redis, with “tracking”")
        .await;
    assert_eq!(page.query().await, "tag=redis&q=tracking");
    page.client.back().await.expect("back");
    page.wait_for_status("10 projects").await;
    page.assert_script(FIELD, json!("")).await;
}

const FIELD: &str = "return document.querySelector('.search-field').value";

async fn suggests_technologies(page: Page) {
    let host = Host::start("", &[]);
    // Where the list lies over the page, choosing closes it.
    page.resize((1280, 900)).await;
    page.open_live(&host, "").await;
    page.type_in("/").await;
    page.wait_for(".search-field:focus[aria-expanded=false]")
        .await;
    page.type_in("p").await;
    page.wait_for(".search-field[aria-expanded=true]").await;
    let options = "return [...document.querySelectorAll('[role=option]')].map(option => option.textContent).join()";
    // “Pipelines” begins so, and so does “Postgres”, another name of PostgreSQL.
    page.assert_script(
        options,
        json!("PostgreSQL 3 projects,CDC Pipelines 1 project,Python 1 project,Prometheus 1 project,PubSub 1 project"),
    )
    .await;
    let active = "return document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent";
    page.assert_script(active, json!(null)).await;
    page.press(&[Key::Up]).await;
    page.assert_script(active, json!("PubSub 1 project")).await;
    page.press(&[Key::Down, Key::Down]).await;
    page.assert_script(active, json!("CDC Pipelines 1 project"))
        .await;
    page.wait_for("[role=option][aria-selected=true][data-tag=cdc-pipelines]")
        .await;
    page.press(&[Key::Enter]).await;
    page.wait_for_status("1 of 10 projects: CDC Pipelines")
        .await;
    page.wait_for(".search-field:focus[aria-expanded=false]")
        .await;
    page.assert_script(FIELD, json!("")).await;
    assert_eq!(page.query().await, "tag=cdc-pipelines");
    page.type_in("temp").await;
    page.wait_for("[role=option][data-tag=temporal]").await;
    page.click("[role=option][data-tag=temporal]").await;
    page.wait_for_status("1 of 10 projects: CDC Pipelines and Temporal")
        .await;
    page.wait_for(".search-field:focus").await;
    page.type_in("drag").await;
    page.press(&[Key::Enter]).await;
    page.wait_for_status("1 of 10 projects: CDC Pipelines and Temporal, with “drag”")
        .await;
    assert_eq!(
        page.visible(".suggestions").await,
        0,
        "words, not a technology"
    );
    page.press(&[Key::Escape]).await;
    page.type_in("kaf").await;
    page.wait_for("[role=option][data-tag=kafka]").await;
    page.press(&[Key::Enter]).await;
    page.wait_for_status("1 of 10 projects: CDC Pipelines, Temporal and Kafka")
        .await;
    page.click(".clear").await;
    page.wait_for_status("10 projects").await;
    page.type_in("/").await;
    page.type_in("postgresql").await;
    page.wait_for_status("3 of 10 projects: “postgresql”").await;
    page.press(&[Key::Escape]).await;
    page.wait_for(".search-field:focus[aria-expanded=false]")
        .await;
    page.assert_script(FIELD, json!("postgresql")).await;
    page.press(&[Key::Escape]).await;
    page.wait_for_status("10 projects").await;
}

async fn marks_what_was_asked_for(page: Page) {
    let host = Host::start("", &[]);
    let marks = "return [...document.querySelectorAll('.section mark')].map(mark => mark.textContent).join()";
    page.open_live(&host, "?tag=river&tag=grafana").await;
    page.wait_for("mark").await;
    page.assert_script(marks, json!("Grafana,River")).await;
    page.assert_script("return document.querySelector('.section mark').closest('li').textContent.includes('using Prometheus and Grafana.')", json!(true)).await;
    page.click(".clear").await;
    page.wait_for_status("10 projects").await;
    page.gone("mark").await;
    assert_eq!(
        page.count("main span:not([class], .evidence span)").await,
        0,
        "the text is as it was"
    );
    page.open_live(&host, "?q=GRAFANA+superleap").await;
    page.wait_for("mark").await;
    page.assert_script(marks, json!("Superleap,Grafana")).await;
}

async fn says_when_nothing_proves_a_skill(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    assert_eq!(page.visible(".proof").await, 0);
    page.click("#skills a[data-tag=docker]").await;
    page.wait_for_status("0 of 10 projects: Docker. The whole résumé is shown.")
        .await;
    page.assert_script(
        "return document.querySelector('.proof p').textContent",
        json!("Docker is listed as a skill; no job or project names it"),
    )
    .await;
    assert_eq!(page.visible(".proof").await, 1);
    assert_eq!(page.visible("[data-entry] .entry-body").await, 10);
}

async fn a_groups_heading_and_the_timeline_filter(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka").await;
    page.click("#skills h3 a[href*=cassandra]").await;
    page.wait_for_status("5 of 10 projects: PostgreSQL, Cassandra, MySQL, Clickhouse or Redis")
        .await;
    page.click("#skills h3 a[aria-current=true]").await;
    page.wait_for_status("10 projects").await;
    assert_eq!(page.visible("#timeline li").await, 2 + 8);
    page.click(".more").await;
    assert_eq!(page.visible("#timeline li").await, 2 + 19);
    page.click("#timeline a[data-tag=grafana]").await;
    page.wait_for_status("1 of 10 projects: Grafana").await;
    page.click(".more").await;
    assert_eq!(
        page.visible("#timeline li").await,
        2 + 8 + 1,
        "what is chosen is drawn"
    );
    page.run("document.querySelector('#timeline a[data-tag=grafana]').focus()")
        .await;
    let shown = "const tip = document.activeElement.closest('li').querySelector('.tip'); return getComputedStyle(tip).opacity + tip.textContent";
    page.assert_script(
        shown,
        json!("1mentioned, Oct 2024 – now · 2 yrs 2 mos: Asynchronous Architecture"),
    )
    .await;
    page.click(".timeline .jobs a").await;
    page.wait_for("#job-1:target").await;
}

async fn copies_the_link_and_prints(page: Page) {
    let host = Host::start("/me", &[]);
    page.open_live(&host, "?tag=kafka#skills").await;
    page.run("window.print = () => { document.body.dataset.printed = '' }; navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text }")
        .await;
    page.click(".print").await;
    page.wait_for("[data-printed]").await;
    page.click(".copy").await;
    page.wait_for("body[data-copied]").await;
    page.wait_for_class("answer", "Copied").await;
    page.assert_script(
        "return document.body.dataset.copied",
        json!(host.url("?tag=kafka")),
    )
    .await;
    page.wait_for_class("answer", "").await;
    page.run("navigator.clipboard.writeText = async () => { throw new Error('refused') }; document.querySelector('.copy').click()")
        .await;
    page.wait_for_class("answer", "Not allowed: the address bar has it")
        .await;
    page.run("dispatchEvent(new Event('beforeprint'))").await;
    page.assert_script(
        "return getComputedStyle(document.documentElement).getPropertyValue('--address')",
        json!(format!("\"{}\"", host.url(""))),
    )
    .await;
    assert_eq!(page.visible(".pdf").await, 0, "there is no file to offer");
    page.run("document.documentElement.dataset.pdf = ''").await;
    assert_eq!(page.visible(".pdf[href='resume.pdf'][download]").await, 1);
}

async fn prints_on_two_pages(page: Page) {
    // WebKit's driver cannot print, and the pages of Firefox's PDFs cannot be counted without unpacking.
    if page.engine != Engine::Chromium {
        return;
    }
    let host = Host::start("", &[]);
    for (width, height) in [(21.0, 29.7), (21.59, 27.94)] {
        for link in ["", "?tag=golang", "?q=lakh"] {
            page.open_live(&host, link).await;
            let pages = page.printed_pages(width, height).await;
            assert_eq!(pages, 2, "{link:?} on {width} × {height} cm");
        }
    }
}

async fn what_was_done_too_early_is_kept(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open(&host, "").await;
    page.wait_for("html[data-state=prerendered] .search-field")
        .await;
    page.run("document.querySelector('#tags').showPopover(); document.querySelector('.search-field').focus(); document.querySelector('.search-field').value = 'lakh'")
        .await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.wait_for_status("2 of 10 projects: “lakh”").await;
    page.assert_script(FIELD, json!("lakh")).await;
    page.wait_for("#tags:popover-open").await;
}

async fn hears_a_click_as_soon_as_it_is_live(page: Page) {
    let host = Host::start("", &[(".wasm", Fault::Held)]);
    page.open(&host, "?q=lakh").await;
    page.wait_for("html[data-state=prerendered] .search-field")
        .await;
    page.run("new MutationObserver(() => { if (document.documentElement.dataset.state === 'live') document.querySelector('article a[data-tag=golang]').click() }).observe(document.documentElement, { attributeFilter: ['data-state'] })")
        .await;
    host.release();
    page.wait_for("html[data-state=live]").await;
    page.until("return location.search === '?tag=golang&q=lakh'")
        .await;
    page.wait_for_status("2 of 10 projects: Golang, with “lakh”")
        .await;
}

async fn remembers_light_or_dark(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    let dark = "return getComputedStyle(document.body).color === getComputedStyle(document.documentElement).color && getComputedStyle(document.documentElement).colorScheme";
    let paper = "return getComputedStyle(document.documentElement).backgroundColor";
    let before = page.run(paper).await;
    page.click(".theme").await;
    page.wait_for("html[data-theme]").await;
    let after = page.run(paper).await;
    assert_ne!(after, before, "{}", page.run(dark).await);
    page.client.refresh().await.expect("reload");
    page.wait_for("html[data-theme][data-state=live]").await;
    assert_eq!(page.run(paper).await, after);
    page.click(".theme").await;
    page.wait_for("html:not([data-theme])").await;
    assert_eq!(page.run(paper).await, before);
    page.assert_script("return document.cookie", json!(""))
        .await;
    let without_app = Host::start("", &[(".wasm", Fault::Status(404))]);
    page.open(&without_app, "").await;
    page.wait_for("html[data-state=failed]").await;
    assert_eq!(page.visible(".theme").await, 0, "it would do nothing");
}

async fn a_newer_file_on_the_host_wins(page: Page) {
    let newer = r#"{"basics": {"name": "Newer Name"}, "work": [{"name": "One"}], "skills": [{"keywords": ["Rust"]}]}"#;
    let host = Host::start("", &[("resume.json", Fault::Content(newer.to_owned()))]);
    page.open_live(&host, "").await;
    page.assert_script(
        "return document.querySelector('h1').textContent",
        json!("Newer Name"),
    )
    .await;
    assert_eq!(page.client.title().await.expect("a title"), "Newer Name");
    page.wait_for_status("1 job").await;
}

async fn speaks_the_language_of_the_resume(page: Page) {
    let persian = r#"{"basics": {"name": "سارا", "summary": "توسعه‌دهنده‌ی وب"},
        "work": [{"name": "شرکت", "startDate": "2020-03", "endDate": "2021-03", "keywords": ["Kafka"]}]}"#;
    let host = Host::start("", &[("resume.json", Fault::Content(persian.to_owned()))]);
    page.open_live(&host, "").await;
    page.assert_script(
        "return [document.documentElement.lang, document.documentElement.dir, document.querySelector('main h2').textContent, document.querySelector('time').textContent]",
        json!(["fa", "rtl", "سوابق کاری", "مارس 2020"]),
    )
    .await;
    page.assert_script(
        "return document.querySelector('h1').getBoundingClientRect().right > innerWidth / 2",
        json!(true),
    )
    .await;
}

async fn asks_for_everything_once_and_from_its_own_host(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "?tag=kafka").await;
    assert_eq!(host.requests("/"), 1);
    // What the worker asks for is its own.
    let asked = r"return [/\/page-[^/]*\.js$/, /\.wasm$/, /resume\.json$/, /locales/].map(file => performance.getEntriesByType('resource').filter(e => file.test(e.name)).length)";
    // The words of its language are in the page.
    page.assert_script(asked, json!([1, 1, 1, 0])).await;
    let early = "const painted = performance.getEntriesByName('first-paint')[0]?.startTime ?? 0; return performance.getEntriesByType('resource').filter(e => e.startTime < painted - 1).map(e => [e.name, e.startTime, painted])";
    page.assert_script(early, json!([])).await;
    page.assert_script("return performance.getEntriesByType('resource').filter(e => !e.name.startsWith(location.origin)).length", json!(0)).await;
}

async fn runs_no_scripts_but_its_own(page: Page) {
    let host = Host::start("", &[]);
    page.open_live(&host, "").await;
    page.run("addEventListener('securitypolicyviolation', event => { document.documentElement.dataset.violated = event.effectiveDirective }); const script = document.createElement('script'); script.append('window.injected = true'); try { document.body.append(script) } catch { document.documentElement.dataset.violated = 'require-trusted-types-for' }")
        .await;
    page.wait_for("html[data-violated]").await;
    page.assert_script("return window.injected === undefined", json!(true))
        .await;
}

async fn is_whole_without_scripts(page: Page) {
    // WebKit's driver needs scripts for itself, so there the host forbids them.
    let policy = Fault::Header("Content-Security-Policy", "script-src 'none'");
    let faults = [(".html", policy)];
    let host = Host::start(
        "",
        if page.engine == Engine::WebKit {
            &faults
        } else {
            &[]
        },
    );
    page.open(&host, "?tag=kafka").await;
    page.wait_for("html[data-state=prerendered]").await;
    assert_eq!(page.visible("[data-entry] .entry-body").await, 10);
    assert_eq!(page.visible("h1").await, 1);
    if page.engine != Engine::WebKit {
        assert_eq!(
            page.visible(".filter-bar, .tags, .theme").await,
            0,
            "controls that do nothing"
        );
    }
    page.click("nav a[href='#skills']").await;
    page.wait_for("#skills:target").await;
    assert_eq!(host.requests(".wasm"), 0);
}
