//! The page published: under the headers that it brings, without a network, from one build to the next, and from
//! the archive.

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
};

use serde_json::json;
use vitae::site::worker;
use zip::{ZipArchive, read::root_dir_common_filter};

use crate::{
    engine::Engine,
    faults::listen,
    host::{Fault, Host, built, copied, named, own_folder},
    page::Page,
};

crate::list! {
    On works_under_the_headers_that_it_brings,
    On is_there_without_a_network,
    On waits_for_no_host_that_is_silent,
    On a_new_build_takes_the_old_ones_place_whole,
    On a_newer_page_shows_no_older_resume,
    On keeps_a_newer_resume,
    On a_page_without_a_worker_removes_it,
    On shows_the_resume_that_is_put_into_the_archive,
}

async fn works_under_the_headers_that_it_brings(page: Page) {
    let headers = built("_headers");
    let policy = headers
        .lines()
        .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let policy = policy.expect("a policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    let reporting = [policy, ";report-uri /violation"].concat().leak();
    let header = Fault::Header("Content-Security-Policy", reporting);
    let host = Host::start("", &[("index.html", header)]);
    page.open_live(&host, "").await;
    page.click("article a[data-tag=kafka]").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    page.kept().await;
    assert_eq!(host.requests("/violation"), 0);
    page.run("const script = document.createElement('script'); try { script.append('hit = 1'); document.body.append(script) } catch {}")
        .await;
    let mut frames = 0;
    while host.requests("/violation") == 0 {
        assert!(frames < 600, "nothing was refused");
        page.painted().await;
        frames += 1;
    }
    page.assert_script("return window.hit === undefined", json!(true))
        .await;
}

async fn is_there_without_a_network(page: Page) {
    let host = Host::start("/a/b", &[]);
    page.open_live(&host, "?tag=kafka").await;
    page.kept().await;
    let links = [
        ("?tag=kafka", "2 of 10 projects: Kafka"),
        (
            "index.html?tag=kafka&tag=redis",
            "1 of 10 projects: Kafka and Redis",
        ),
        ("", "10 projects"),
    ];
    let links = links.map(|(link, status)| (host.url(link), status));
    drop(host);
    for (link, status) in links {
        page.open_kept(&link).await;
        page.wait_for_status(status).await;
    }
}

async fn waits_for_no_host_that_is_silent(page: Page) {
    let host = Host::start("/me", &[]);
    page.open_live(&host, "").await;
    page.kept().await;
    host.fall_silent();
    page.open_live(&host, "?tag=kafka").await;
    page.wait_for_status("2 of 10 projects: Kafka").await;
    host.release();
}

/// The folder of a build whose files have other names, and whose page says that it is newer.
fn newer_build(engine: Engine) -> PathBuf {
    let folder = copied(engine, "newer");
    let mut html = built("index.html").replace("<html ", "<html data-newer ");
    for end in [".js", ".wasm"] {
        let (old, new) = (named(end), format!("page-newer{end}"));
        fs::rename(folder.join(&old), folder.join(&new)).expect("renamed");
        html = html.replace(&old, &new);
    }
    fs::write(folder.join("index.html"), html).expect("written");
    worker::write(&folder).expect("a worker");
    folder
}

async fn a_new_build_takes_the_old_ones_place_whole(page: Page) {
    let host = Host::start("/me", &[]);
    page.open_live(&host, "").await;
    page.kept().await;
    host.publish(newer_build(page.engine));
    page.open_live(&host, "?tag=kafka").await;
    assert_eq!(page.count("html[data-newer]").await, 1, "it shows at once");
    page.until("return !!(await navigator.serviceWorker.getRegistration()).waiting")
        .await;
    host.fall_silent();
    page.open_live(&host, "?tag=redis").await;
    assert_eq!(
        page.count("html[data-newer]").await,
        0,
        "the old one, whole"
    );
    page.wait_for_status("3 of 10 projects: Redis").await;
    host.release();
    page.leave_for(&host.elsewhere()).await;
    page.until("const [{ active, waiting }] = await navigator.serviceWorker.getRegistrations(); return !waiting && active.state === 'activated' && (await caches.keys()).length === 2")
        .await;
    let link = host.url("?tag=redis");
    drop(host);
    // A session that WebKit's driver has begun forgets the caches of an origin of which no page is open.
    let elsewhere = page.leave_window().await;
    page.open_kept(&link).await;
    assert_eq!(page.count("html[data-newer]").await, 1);
    page.wait_for_status("3 of 10 projects: Redis").await;
    page.close_window(elsewhere).await;
}

async fn a_newer_page_shows_no_older_resume(page: Page) {
    let host = Host::start("", &[("resume.json", Fault::Held)]);
    host.release();
    page.open_live(&host, "").await;
    page.kept().await;
    host.publish(newer_build(page.engine));
    host.hold_again();
    page.open(&host, "").await;
    listen(&page).await;
    page.wait_for("html[data-said*='still waiting']").await;
    assert_eq!(
        page.count("html[data-newer][data-state=prerendered]").await,
        1,
        "what is kept is not the host's"
    );
    host.release();
    page.wait_for("html[data-newer][data-state=live]").await;
}

async fn keeps_a_newer_resume(page: Page) {
    let with = |name, resume: &str| {
        let folder = copied(page.engine, name);
        fs::write(folder.join("resume.json"), resume).expect("written");
        folder
    };
    let host = Host::start("/me", &[]);
    page.open_live(&host, "").await;
    page.kept().await;
    let newer = r#"{"basics": {"name": "Newer Name"}, "work": [{"name": "One"}]}"#;
    host.publish(with("newer-resume", newer));
    page.open_live(&host, "").await;
    page.until("return (await (await caches.match('resume.json')).text()).includes('Newer')")
        .await;
    // What cannot be shown is not kept.
    host.publish(with("no-resume", "<!DOCTYPE html><title>Sign in</title>"));
    page.open(&host, "").await;
    page.wait_for("html[data-state=failed]").await;
    let link = host.url("");
    drop(host);
    page.client.goto(&link).await.expect("the page is kept");
    page.wait_for("html[data-state=live]").await;
    assert_eq!(page.client.title().await.expect("a title"), "Newer Name");
}

async fn a_page_without_a_worker_removes_it(page: Page) {
    let host = Host::start("/me", &[]);
    page.open_live(&host, "").await;
    page.kept().await;
    let folder = copied(page.engine, "without-worker");
    let html = built("index.html").replace(" data-worker=\"sw.js\"", "");
    fs::write(folder.join("index.html"), html).expect("written");
    worker::write(&folder).expect("a worker");
    host.publish(folder);
    page.open_live(&host, "").await;
    page.until("return !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length")
        .await;
}

async fn shows_the_resume_that_is_put_into_the_archive(page: Page) {
    let archive = env::var_os("ARCHIVE").expect("ARCHIVE names the packed page");
    let folder = own_folder(page.engine, "archive");
    let mut archive = ZipArchive::new(File::open(archive).expect("it")).expect("a zip file");
    archive
        .extract_unwrapped_root_dir(&folder, root_dir_common_filter)
        .expect("unpacked");
    for name in archive.file_names() {
        let name = name.split_once('/').expect("a folder").1;
        let content = fs::read(folder.join(name)).expect(name);
        let content = String::from_utf8_lossy(&content).into_owned();
        for word in ["Cariappa", "Superleap"] {
            assert!(!content.contains(word), "{word} in {name}");
        }
    }
    let host = Host::of(folder.clone(), "/me", &[]);
    page.open(&host, "").await;
    page.wait_for("html[data-state=failed]").await;
    assert_eq!(page.visible(".without").await, 1);
    fs::copy(
        "tests/fixtures/resumes/german.json",
        folder.join("resume.json"),
    )
    .expect("copied");
    page.open_live(&host, "").await;
    assert_eq!(page.client.title().await.expect("a title"), "Max Example");
    page.assert_script("return document.documentElement.lang", json!("de"))
        .await;
    assert_eq!(page.count(".empty").await, 0);
    page.kept().await;
}
