//! The command line: what it prints, writes and ends with.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Instant,
};

use serde_json::Value;

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn vitae(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitae"));
    command.args(arguments).stdin(Stdio::null());
    for variable in ["RESUME", "SITE_URL", "OFFLINE", "EMPTY", "TRUNK_PROFILE"] {
        command.env_remove(variable);
    }
    command
}

/// A folder of a test's own as Trunk leaves it.
fn built(name: &str) -> PathBuf {
    let folder = folder(name);
    build_into(&folder);
    folder
}

fn build_into(folder: &Path) {
    // Trunk begins with an empty one.
    _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder");
    for (file, content) in [
        ("index.html", include_str!("fixtures/template.html")),
        ("page-1.js", "export default () => {}"),
        ("page-1_bg.wasm", "\0asm"),
    ] {
        fs::write(folder.join(file), content).expect("written");
    }
}

fn run(command: &mut Command) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("an end"), text(stdout), text(stderr))
}

fn run_with_input(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = vitae(arguments);
    command.stdin(Stdio::piped());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("an input");
    stdin.write_all(input.as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        output.status.code().expect("an end"),
        text(output.stdout),
        text(output.stderr),
    )
}

const FINE: &str = r#"{"basics": {"name": "A", "summary": "S", "url": "https://a.example"}}"#;
const ODD: &str =
    r#"{"basics": {"name": "A", "summary": "S", "url": "https://a.example", "fax": "1"}}"#;
const WRONG: &str = r#"{"basics": {"name": "A", "summary": "S"}, "work": [{"name": "W", "startDate": "2023-19-39"}]}"#;

#[test]
fn check_ends_as_badly_as_the_worst_file() {
    let folder = folder("check");
    let path = |name: &str, content: &str| {
        let path = folder.join(name);
        fs::write(&path, content).expect("written");
        path.display().to_string()
    };
    let (fine, odd, wrong) = (
        path("fine.json", FINE),
        path("odd.json", ODD),
        path("wrong.json", WRONG),
    );
    let (cut, latin) = (path("cut.json", "{\"basics\": {"), path("empty.json", ""));
    for (arguments, status, words) in [
        (vec![&fine], 0, ""),
        (vec![&odd], 0, "no field `fax`"),
        (
            vec![&fine, &wrong, &odd],
            1,
            "no calendar has the date “2023-19-39”",
        ),
        (vec![&cut, &fine], 2, "not JSON: EOF"),
        (vec![&latin], 2, "the file is empty"),
    ] {
        let mut command = vitae(&["check"]);
        let (end, out, _) = run(command.args(&arguments));
        assert_eq!(end, status, "{arguments:?}");
        assert!(out.contains(words), "{out}");
    }
    let (end, out, _) = run(vitae(&["check", "--deny-warnings"]).arg(&odd));
    assert_eq!(end, 1);
    assert!(out.contains(&format!("{odd}:1:70")), "{out}");
    let (end, ..) = run(vitae(&["check", "--deny-warnings"]).arg(&fine));
    assert_eq!(end, 0);
    let (end, out, _) = run(vitae(&["check"]).arg(folder.join("nothing.json")));
    assert_eq!(end, 2);
    assert!(out.contains("No such file"), "{out}");
}

#[test]
fn a_file_that_is_no_text_says_so() {
    let path = folder("latin").join("latin1.json");
    fs::write(&path, b"{\"basics\":\n {\"name\": \"Andr\xe9\"}}").expect("written");
    let (end, out, _) = run(vitae(&["check"]).arg(&path));
    assert_eq!(end, 2);
    assert!(out.contains("line 2 is not UTF-8"), "{out}");
}

#[test]
fn check_speaks_json_to_machines() {
    let (end, out, _) = run_with_input(
        &["check", "--format", "json", "-"],
        &WRONG.replace("\"A\"", "\"Ä\""),
    );
    assert_eq!(end, 1);
    let found: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found[0]["file"], "<stdin>");
    assert_eq!(found[0]["severity"], "error");
    assert_eq!(found[0]["path"], "work[0].startDate");
    assert_eq!(
        (&found[0]["line"], &found[0]["column"]),
        (&Value::from(1), &Value::from(79))
    );
    assert_eq!(found[0]["message"], "no calendar has the date “2023-19-39”");
    let (end, out, _) = run_with_input(&["check", "--format", "json", "-"], FINE);
    assert_eq!((end, out.trim()), (0, "[]"));
}

#[test]
fn a_thousand_files_take_seconds() {
    let folder = folder("thousand");
    let sample = fs::read_to_string("tests/fixtures/resumes/sample.json").expect("the sample");
    let mut command = vitae(&["check"]);
    for number in 0..1_000 {
        let path = folder.join(format!("{number}.json"));
        fs::write(&path, &sample).expect("written");
        command.arg(path);
    }
    let start = Instant::now();
    let (end, ..) = run(&mut command);
    assert_eq!(end, 0);
    // A debug build takes seconds; anything that grows with the square of what it reads takes minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_file_takes_as_long_as_it_is() {
    let folder = folder("long");
    let list = |count: usize, item: &dyn Fn(usize) -> String| -> String {
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let work = |jobs: &str| format!(r#"{{"work": [{jobs}]}}"#);
    let tags =
        |tags: &str| format!(r#"{{"work": [], "meta": {{"vitae": {{"tags": {{{tags}}}}}}}}}"#);
    let nested = format!(
        "{}\"{}\"{}",
        "{\"a\":".repeat(120),
        "b".repeat(1_000_000),
        "}".repeat(120)
    );
    for (name, text) in [
        (
            "technologies",
            work(&format!(
                r#"{{"keywords": [{}]}}"#,
                list(50_000, &|n| format!("\"T{n}\""))
            )),
        ),
        (
            "jobs",
            work(&list(20_000, &|n| {
                format!(r#"{{"name": "C{n}", "keywords": ["T{n}"]}}"#)
            })),
        ),
        (
            "aliases",
            tags(&list(20_000, &|n| {
                format!(r#""t{n}": {{"aliases": ["t{}"]}}"#, (n + 1) % 20_000)
            })),
        ),
        (
            "narrower",
            tags(&list(20_000, &|n| {
                format!(r#""t{n}": {{"includes": ["t{}"]}}"#, n + 1)
            })),
        ),
        (
            "dates",
            work(&list(5_000, &|_| {
                r#"{"name": "A", "startDate": "2015 - 2017"}"#.to_owned()
            })),
        ),
        (
            "links",
            work(&list(5_000, &|_| {
                r#"{"name": "A", "url": "javascript:x"}"#.to_owned()
            })),
        ),
        (
            "fields",
            work(&format!(
                "{{{}}}",
                list(20_000, &|n| format!("\"f{n}\": 1"))
            )),
        ),
        ("depth", format!(r#"{{"basics": {{"x": {nested}}}}}"#)),
        (
            "signs",
            format!(
                r#"{{"basics": {{"summary": "{}"}}}}"#,
                "*`_[<(".repeat(30_000)
            ),
        ),
    ] {
        let path = folder.join(name);
        build_into(&folder);
        fs::write(&path, text).expect("written");
        let start = Instant::now();
        let (end, _, err) = run(vitae(&["prerender", "--into"]).arg(&folder).arg(&path));
        assert_eq!(end, 0, "{name}: {err}");
        // As with a thousand files: a debug build takes seconds.
        assert!(
            start.elapsed().as_secs() < 60,
            "{name}: {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn fix_shows_the_changes_and_writes_them() {
    let path = folder("fix").join("resume.json");
    let before = "{\n  \"basics\": { \"name\": \"A\", \"summary\": \"S\" },\n  \"work\": [\n    { \"company\": \"W\", \"startDate\": \"March 2020\" }\n  ]\n}\n";
    fs::write(&path, before).expect("written");
    let (end, out, err) = run(vitae(&["fix"]).arg(&path));
    assert_eq!(end, 0, "{err}");
    assert!(
        out.contains("-    { \"company\": \"W\", \"startDate\": \"March 2020\" }"),
        "{out}"
    );
    assert!(
        out.contains("+    { \"name\": \"W\", \"startDate\": \"2020-03\" }"),
        "{out}"
    );
    let after = before
        .replace("company", "name")
        .replace("March 2020", "2020-03");
    assert_eq!(fs::read_to_string(&path).expect("it"), after);
    let (end, out, err) = run(vitae(&["fix"]).arg(&path));
    assert_eq!((end, out.as_str()), (0, ""));
    assert!(err.contains("nothing to mend"), "{err}");
    let (end, out, _) = run_with_input(&["fix", "-"], before);
    assert_eq!((end, out), (0, after));
}

#[test]
fn what_is_no_resume_is_not_mended_nor_exported() {
    let path = folder("refused").join("package.json");
    let package = r#"{"name": "x", "version": "1", "main": "x.js"}"#;
    fs::write(&path, package).expect("written");
    for command in ["fix", "export"] {
        let (end, out, err) = run(vitae(&[command]).arg(&path));
        assert_eq!((end, out.as_str()), (2, ""));
        assert!(err.contains("this is a package.json"), "{err}");
    }
    assert_eq!(fs::read_to_string(&path).expect("it"), package);
}

#[test]
fn export_writes_what_other_tools_read() {
    let (end, out, _) = run(&mut vitae(&["export", "tests/fixtures/resume.json"]));
    assert_eq!(end, 0);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(document["projects"].as_array().map(Vec::len), Some(10));
    assert_eq!(document["projects"][0]["entity"], "Superleap");
    assert_eq!(document["projects"][0]["startDate"], "2024-10");
    assert_eq!(document["meta"], Value::Null);
}

#[test]
fn a_draft_has_what_is_wrong_beside_it_and_keeps_the_last_good_page() {
    let folder = folder("draft");
    let resume = folder.join("resume.json");
    let (stage, dist) = (folder.join("stage"), folder.join("dist"));
    fs::create_dir_all(&dist).expect("a folder");
    let draft = |content: &str| {
        build_into(&stage);
        fs::write(&resume, content).expect("written");
        // As Trunk says it.
        let mut command = vitae(&["prerender"]);
        command.env("TRUNK_PROFILE", "debug").env("RESUME", &resume);
        command.env("TRUNK_STAGING_DIR", &stage);
        command.env("TRUNK_DIST_DIR", &dist);
        let (end, _, err) = run(&mut command);
        assert_eq!(end, 0, "{err}");
        // What Trunk does next.
        fs::remove_dir_all(&dist).expect("it goes");
        fs::rename(&stage, &dist).expect("it moves");
        fs::read_to_string(dist.join("index.html")).expect("the page")
    };
    let page = draft(FINE);
    assert!(
        page.contains("h-card\">A<") && !page.contains("class=\"draft\""),
        "{page}"
    );
    let page = draft(ODD);
    assert!(
        page.contains("1 warning") && page.contains("no field `fax`"),
        "{page}"
    );
    let page = draft("{");
    assert!(
        page.contains("h-card\">A<") && page.contains("not JSON"),
        "{page}"
    );
    let page = draft("{ ");
    assert!(page.contains("h-card\">A<"), "{page}");
    let page = draft(FINE);
    assert!(!page.contains("not JSON"), "{page}");
    // Trunk's own script would not run under a policy.
    assert!(page.contains("content=\"\">"), "{page}");
    assert!(!dist.join("sw.js").exists());
}

#[test]
fn an_empty_page_has_no_one_in_it_and_says_what_it_wants() {
    let folder = built("empty");
    fs::copy("tests/fixtures/resume.json", folder.join("resume.json")).expect("copied");
    let mut command = vitae(&["prerender", "--into"]);
    command.arg(&folder).env("EMPTY", "yes");
    let (end, _, err) = run(&mut command);
    assert_eq!(end, 0, "{err}");
    let page = fs::read_to_string(folder.join("index.html")).expect("the page");
    assert!(
        page.contains("<title>Résumé</title>") && page.contains("<noscript><p>This page shows"),
        "{page}"
    );
    assert!(page.contains("resume.json</a> is missing"), "{page}");
    assert!(!page.contains("Cariappa"), "{page}");
    assert!(!folder.join("resume.json").exists());
}

#[test]
fn the_sites_address_is_what_site_url_says_else_the_files() {
    let folder = folder("site");
    let stage = folder.join("stage");
    let publish = |basics: &str, site_url: &str| {
        _ = fs::remove_dir_all(&stage);
        build_into(&stage);
        fs::write(stage.join("robots.txt"), "mine").expect("written");
        let resume = folder.join("resume.json");
        fs::write(&resume, format!("{{\"basics\": {basics}}}")).expect("written");
        let mut command = vitae(&["prerender", "--into"]);
        command.arg(&stage).arg(&resume).env("SITE_URL", site_url);
        let (end, _, err) = run(&mut command);
        let read = |name: &str| fs::read(stage.join(name)).ok();
        let html = String::from_utf8(read("index.html").expect("the page")).expect("UTF-8");
        let canonical = html.split("rel=\"canonical\" href=\"").nth(1);
        let canonical = canonical.and_then(|rest| Some(rest.split_once('"')?.0.to_owned()));
        assert_eq!(
            read("robots.txt").as_deref(),
            Some(&b"mine"[..]),
            "it is the writer's"
        );
        let absolute = ["preview.png", "sitemap.xml"].map(|name| read(name).is_some());
        assert_eq!(absolute, [canonical.is_some(); 2]);
        assert_eq!(read("manifest.webmanifest").is_some(), end == 0);
        (end, canonical, err)
    };
    let site = r#"{"name": "A", "url": "https://example.com/me"}"#;
    let (end, canonical, err) = publish(site, "https://example.org/cv");
    assert_eq!(
        (end, canonical.as_deref()),
        (0, Some("https://example.org/cv/"))
    );
    assert_eq!(err, "", "there is nothing to say");
    let (end, canonical, err) = publish(site, "");
    assert_eq!(
        (end, canonical.as_deref()),
        (0, Some("https://example.com/me/"))
    );
    assert!(
        err.contains("note: the page is taken to be at https://example.com/me/"),
        "{err}"
    );
    let (end, canonical, err) = publish(r#"{"name": "A"}"#, "");
    assert_eq!((end, canonical), (0, None));
    assert!(
        err.contains("note: neither SITE_URL nor `basics.url`"),
        "{err}"
    );
    for wrong in ["example.org", "ftp://example.org", "javascript:alert(1)"] {
        let (end, canonical, err) = publish(site, wrong);
        assert_eq!((end, canonical), (2, None));
        let message = format!("error: SITE_URL: “{wrong}” is not an address of the web");
        assert!(err.contains(&message), "{err}");
    }
}

#[test]
fn a_site_says_what_it_is_made_of() {
    let folder = built("site-sealed");
    let prerender = |offline: &str| {
        build_into(&folder);
        let mut command = vitae(&["prerender", "--into"]);
        command.arg(&folder).arg("tests/fixtures/resume.json");
        let (end, _, err) = run(command.env("OFFLINE", offline));
        assert_eq!(end, 0, "{err}");
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
        (read("index.html"), read("_headers"), read("sw.js"))
    };
    let (page, headers, worker) = prerender("yes");
    let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let policy = page.split_once(meta).expect("a policy").1;
    let policy = policy.split_once('"').expect("its end").0;
    // The head's script, the page's words, the start and the data.
    assert_eq!(policy.matches(" 'sha256-").count(), 4, "{policy}");
    assert!(
        headers.contains(&format!(
            "  Content-Security-Policy: {policy};frame-ancestors 'none'\n"
        )),
        "{headers}"
    );
    assert!(
        page.contains(" data-js=\"page-324c9070eb5daa71.js\" data-js-integrity=\"sha256-"),
        "{page}"
    );
    assert!(
        page.contains(" data-worker=\"sw.js\" data-manifest=\"manifest.webmanifest\""),
        "{page}"
    );
    // Named by their content, and in order.
    assert!(
        worker.starts_with("const FILES = [\"index.html\",\"page-324c9070eb5daa71.js\",\"page-cd5d4935a48c0672_bg.wasm\"]"),
        "{worker}"
    );
    let (page, _, worker) = prerender("no");
    assert!(page.contains(" data-worker=\"\""), "{page}");
    assert!(worker.contains("registration.unregister()"), "{worker}");
}

#[test]
fn what_trunk_has_not_built_is_no_site() {
    let folder = folder("unbuilt");
    let mut command = vitae(&["prerender", "tests/fixtures/resume.json", "--into"]);
    let (end, _, err) = run(command.arg(&folder));
    assert_eq!(end, 2);
    assert!(
        err.contains("unbuilt: there is no app in it, no page-….js: `make build`"),
        "{err}"
    );
    build_into(&folder);
    fs::write(folder.join("index.html"), "<title>{{head}}</title>").expect("written");
    let (end, _, err) = run(&mut command);
    assert_eq!(end, 2);
    assert!(
        err.contains("error: index.html: the page must have {{lang}} once, and has it 0 times"),
        "{err}"
    );
}

#[cfg(unix)]
#[test]
fn a_site_that_is_printed_offers_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = built("printed");
    let mut command = vitae(&["prerender", "tests/fixtures/resume.json", "--into"]);
    let (end, _, err) = run(command.arg(&folder));
    assert_eq!(end, 0, "{err}");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
    let worker = read("sw.js");
    let print = |chromium: &str| {
        let path = folder.join("chromium");
        fs::write(&path, format!("#!/bin/sh\n{chromium}")).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("executable");
        // Of the machine's own programs, only what a script needs.
        let mut command = vitae(&["pdf"]);
        run(command.arg(&folder).env("PATH", &folder))
    };

    let (end, _, err) = print("case $* in *--version*) ;; *) echo no display >&2; exit 1 ;; esac");
    assert_eq!(end, 2);
    assert!(
        err.contains("resume.pdf: chromium could not print the page:\nno display"),
        "{err}"
    );
    assert!(!read("index.html").contains("data-pdf") && !folder.join("print.html").exists());

    // Prints the page as it is asked for.
    let (end, _, err) = print(
        r#"[ "$1" != --version ] || exit 0
        for it; do case $it in --print-to-pdf=*) pdf=${it#*=} ;; esac; done
        while read -r line; do echo "$line"; done <"${it#file://}" >"$pdf""#,
    );
    assert_eq!(end, 0, "{err}");
    let pdf = read("resume.pdf");
    assert!(
        pdf.contains("@page { size: A4 }") && !pdf.contains("script-src 'self'"),
        "{pdf}"
    );
    assert!(
        pdf.contains("data-tag=\"kafka\"") && !pdf.contains("href=\"?"),
        "{pdf}"
    );
    assert!(read("index.html").contains("<html data-pdf "));
    assert_ne!(read("sw.js"), worker, "the page is another");
    assert!(!folder.join("print.html").exists());

    fs::remove_file(folder.join("chromium")).expect("it goes");
    let (end, _, err) = run(vitae(&["pdf"]).arg(&folder).env("PATH", &folder));
    assert_eq!(end, 0);
    assert!(
        err.contains("there is no Chromium here, so no resume.pdf is made"),
        "{err}"
    );
}
