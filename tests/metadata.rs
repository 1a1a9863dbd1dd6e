//! What machines find: every format says what the page says, whatever the file says.

use std::fs;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use vitae::{
    labels::Labels,
    metadata::{
        address::Address,
        colours::Colours,
        head::{PICTURE_HEIGHT as HEIGHT, PICTURE_WIDTH as WIDTH},
        picture, site,
    },
    resume::{Resume, date::Date},
    site::{app::App, prerender::prerender, template::Filled},
    tags::Index,
};

const TEMPLATE: &str = include_str!("fixtures/template.html");

#[test]
fn a_file_says_how_its_page_looks() {
    let themed = |theme: &str| {
        let json =
            format!(r#"{{"basics": {{"name": "A"}}, "meta": {{"vitae": {{"theme": {theme}}}}}}}"#);
        let page = Page::of(&json, None);
        let look = page.all("html")[0].attr("data-look").map(str::to_owned);
        (look.expect("a look"), page.texts("style").concat())
    };
    let (look, style) =
        themed(r#"{"look": "classic", "accent": "Teal", "font": "Georgia, serif"}"#);
    assert_eq!(look, "classic");
    assert!(
        style.contains("--accent:light-dark(oklch(from #008080 0.39 "),
        "{style}"
    );
    assert!(
        style.contains("[data-state=live]){--font-text:Georgia, serif}"),
        "{style}"
    );
    for odd in [
        "{}",
        r#"{"accent": "}</style><script>", "font": "x}</style><script>", "look": "\"><script>"}"#,
        r#"{"accent": "red;background:url(//evil.example)", "font": "url(//evil.example)"}"#,
    ] {
        assert_eq!(themed(odd), ("margin".to_owned(), String::new()), "{odd}");
    }
}

#[test]
fn the_page_has_the_words_of_its_language() {
    for (lang, words) in [("de", "de"), ("de-AT", "de"), ("tlh", "en"), ("", "en")] {
        let json =
            format!(r#"{{"basics": {{"name": "A"}}, "meta": {{"vitae": {{"lang": "{lang}"}}}}}}"#);
        let page = Page::of(&json, None);
        let found = page.texts(&format!("#labels-{words}"));
        let found = found.first().map(|text| Labels::read(text));
        assert_eq!(found, Some(Ok(Labels::of(words))), "{lang}");
    }
}

/// A text that would end whatever it stands in.
const EVIL: &str =
    r#"</script><script>alert(1)</script><!-- \" ' & ]]> </title> {{page}} {{data}} \\ ; , é"#;

fn today() -> Date {
    Date::parse("2026-11-22").expect("a date")
}

fn resume(json: &str) -> Resume {
    Resume::read(json).expect("a résumé").0
}

fn bundled() -> String {
    fs::read_to_string("tests/fixtures/resume.json").expect("the bundled résumé")
}

struct Page(Html);

impl Page {
    fn of(json: &str, address: Option<&str>) -> Self {
        let address = address.map(|text| Address::parse(text).expect("an address"));
        let parts = prerender(resume(json), today(), address.as_ref(), address.is_some());
        let app = App::default();
        let filled = Filled::new(TEMPLATE, &parts, &app).expect("a template");
        let html = filled.html("");
        Self(Html::parse_document(&html))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let texts = self.all(selector).into_iter();
        texts.map(|element| element.text().collect()).collect()
    }

    /// What an element of the head says.
    fn said(&self, selector: &str) -> Option<&str> {
        let found = self.all(selector);
        assert!(found.len() < 2, "{selector} is there once");
        let element = found.first()?;
        element.attr("content").or(element.attr("href"))
    }

    fn data(&self) -> Value {
        let scripts = self.texts("script");
        let [_head, words, _start, data] = scripts.as_slice() else {
            panic!("the template's scripts are the only ones: {scripts:?}");
        };
        assert!(Labels::read(words).is_ok());
        serde_json::from_str(data).expect("JSON")
    }
}

fn files(json: &str, address: Option<&str>) -> Vec<(&'static str, String)> {
    let address = address.map(|text| Address::parse(text).expect("an address"));
    let colours = Colours::of_look("margin").expect("colours");
    let labels = Labels::english();
    site::files(
        &resume(json),
        &labels,
        "en",
        today(),
        address.as_ref(),
        &colours,
    )
}

fn file(json: &str, address: Option<&str>, name: &str) -> Option<String> {
    let files = files(json, address).into_iter();
    let mut named = files.filter(|(known, _)| *known == name);
    named.next().map(|(_, content)| content)
}

/// The names that a list has, of texts or of things.
fn names(value: &Value, list: &str) -> Vec<String> {
    let list = value[list].as_array().cloned().unwrap_or_default();
    let name = |item: &Value| item.as_str().or(item["name"].as_str()).map(str::to_owned);
    list.iter().filter_map(name).collect()
}

#[test]
fn the_data_agrees_with_the_page() {
    let page = Page::of(&bundled(), Some("https://example.com/me"));
    let data = page.data();
    assert_eq!(data["@type"], "ProfilePage");
    assert_eq!(data["url"], "https://example.com/me/");
    let person = &data["mainEntity"];
    assert_eq!(person["@type"], "Person");
    assert_eq!(page.texts("h1"), [person["name"].as_str().expect("a name")]);
    assert_eq!(
        page.texts(".label"),
        [person["jobTitle"].as_str().expect("a label")]
    );
    assert_eq!(
        page.texts(".summary"),
        [person["description"].as_str().expect("a summary")]
    );
    assert_eq!(names(person, "hasOccupation"), ["Backend Engineer"]);
    let mut employers = names(person, "worksFor");
    assert_eq!(employers, ["Superleap"], "who is there at present");
    employers.extend(names(person, "alumniOf"));
    assert_eq!(page.texts(".job-head h3"), employers);
    // The list of technologies beside the page has each by its canonical name.
    let tags = page.all(".tags [data-tag]").into_iter();
    let name = |chip: ElementRef| chip.text().next().unwrap_or_default().trim().to_owned();
    let mut shown: Vec<_> = tags.map(name).collect();
    let mut known = names(person, "knowsAbout");
    shown.sort();
    known.sort();
    assert_eq!(known, shown);
    for missing in [
        "email",
        "telephone",
        "url",
        "image",
        "sameAs",
        "address",
        "knowsLanguage",
    ] {
        assert_eq!(person[missing], Value::Null, "the file has no {missing}");
    }
}

#[test]
fn the_data_has_what_the_file_has() {
    let json = r#"{"basics": {"name": "A", "image": "me.jpg", "email": "a@example.com", "phone": "tel:+1 2",
                   "url": "example.com", "location": {"city": "Bengaluru", "countryCode": "IN"},
                   "profiles": [{"network": "GitHub", "url": "https://github.com/a"}, {"network": "IRC", "username": "a"},
                                {"network": "Odd", "url": "javascript:alert(1)"}]},
        "work": [{"name": "W", "position": "Cook", "startDate": "2020", "url": "https://w.example"}, {"name": "Undated"}],
        "education": [{"institution": "E"}], "languages": [{"language": "Kannada"}],
        "meta": {"lastModified": "2024-05-06T07:08:09"}}"#;
    let data = Page::of(json, Some("https://example.com/me/")).data();
    assert_eq!(data["dateModified"], "2024-05-06");
    let person = &data["mainEntity"];
    for (field, value) in [
        ("image", "https://example.com/me/me.jpg"),
        ("email", "a@example.com"),
        ("telephone", "+1 2"),
        ("url", "https://example.com"),
    ] {
        assert_eq!(person[field], value);
    }
    assert_eq!(person["address"]["addressLocality"], "Bengaluru");
    assert_eq!(person["worksFor"][0]["url"], "https://w.example");
    for (field, expected) in [
        ("sameAs", "https://github.com/a"),
        ("hasOccupation", "Cook"),
        ("affiliation", "Undated"),
        ("alumniOf", "E"),
        ("knowsLanguage", "Kannada"),
    ] {
        assert_eq!(names(person, field), [expected], "{field}");
    }
    assert_eq!(
        Page::of(json, None).data()["mainEntity"]["image"],
        "me.jpg",
        "relative to the page, where nobody knows where that is"
    );
}

#[test]
fn what_needs_an_address_is_there_where_there_is_one() {
    let absolute = [
        "link[rel=canonical]",
        "meta[property='og:url']",
        "meta[property='og:image']",
        "meta[name='twitter:image']",
    ];
    let page = Page::of(&bundled(), Some("https://example.com/a/b"));
    assert_eq!(
        absolute.map(|selector| page.said(selector)),
        [
            Some("https://example.com/a/b/"),
            Some("https://example.com/a/b/"),
            Some("https://example.com/a/b/preview.png"),
            Some("https://example.com/a/b/preview.png"),
        ]
    );
    assert_eq!(
        page.said("meta[name='twitter:card']"),
        Some("summary_large_image")
    );
    let page = Page::of(&bundled(), None);
    assert_eq!(absolute.map(|selector| page.said(selector)), [None; 4]);
    assert_eq!(page.said("meta[name='twitter:card']"), Some("summary"));
    // What does not is relative to the page, so that it works below any path.
    for (selector, file) in [
        ("link[rel=apple-touch-icon]", "apple-touch-icon.png"),
        (
            "link[rel=alternate][type='application/json']",
            "resume.json",
        ),
    ] {
        assert_eq!(page.said(selector), Some(file));
    }
    let manifest = "<link rel=\"manifest\" href=\"manifest.webmanifest\">";
    assert_eq!(page.texts("head noscript"), [manifest]);
    assert_eq!(
        page.said("meta[property='og:title']"),
        Some("Cariappa K Ganapathi · Backend Engineer")
    );
    assert_eq!(
        page.said("meta[name=description]"),
        page.said("meta[property='og:description']")
    );
}

#[test]
fn a_card_is_linked_where_there_is_one() {
    let card = "link[rel=alternate][type='text/vcard']";
    assert_eq!(Page::of(&bundled(), None).said(card), None);
    assert_eq!(file(&bundled(), None, "contact.vcf"), None);
    let json = r#"{"basics": {"name": "A", "email": "a@example.com"}}"#;
    assert_eq!(Page::of(json, None).said(card), Some("contact.vcf"));
    assert!(file(json, None, "contact.vcf").is_some());
}

#[test]
fn no_text_ends_what_it_stands_in() {
    let json = format!(
        r#"{{"basics": {{"name": "{EVIL}", "label": "{EVIL}", "summary": "{EVIL}", "phone": "{EVIL}", "url": "javascript:alert(1)"}},
             "work": [{{"name": "{EVIL}", "position": "{EVIL}", "startDate": "2020"}}], "skills": [{{"keywords": ["{EVIL}"]}}],
             "meta": {{"lastModified": "{EVIL}"}}}}"#
    );
    let evil: String = serde_json::from_str(&format!("\"{EVIL}\"")).expect("a text");
    let page = Page::of(&json, Some("https://example.com"));
    let title = format!("{evil} · {evil}");
    assert_eq!(page.texts("title"), [title.as_str()]);
    assert_eq!(page.said("meta[property='og:title']"), Some(title.as_str()));
    assert_eq!(page.texts("h1"), [evil.as_str()]);
    let data = page.data();
    assert_eq!(data["mainEntity"]["name"], evil.as_str());
    assert_eq!(data["mainEntity"]["knowsAbout"][0], evil.as_str());
    assert_eq!(data["mainEntity"]["url"], Value::Null);
    let manifest = file(&json, None, "manifest.webmanifest").expect("a manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    assert_eq!(manifest["short_name"], evil.as_str());
    let card = file(&json, None, "contact.vcf").expect("a card");
    assert!(card.contains("\\\\ \\; \\,"), "{card}");
    draw(&json);
}

#[test]
fn crawlers_are_told_of_the_page() {
    let json = r#"{"basics": {}, "meta": {"lastModified": "2024-05-06"}}"#;
    let address = Some("https://example.com/a&b");
    assert_eq!(
        file(json, address, "robots.txt")
            .expect("it")
            .lines()
            .last(),
        Some("Sitemap: https://example.com/a&b/sitemap.xml")
    );
    let sitemap = file(json, address, "sitemap.xml").expect("it");
    assert!(
        sitemap.contains(
            "<url><loc>https://example.com/a&amp;b/</loc><lastmod>2024-05-06</lastmod></url>"
        ),
        "{sitemap}"
    );
    assert_eq!(file(json, None, "sitemap.xml"), None);
    assert_eq!(
        file(json, None, "robots.txt").as_deref(),
        Some("User-agent: *\nAllow: /\n")
    );
}

#[test]
fn the_manifest_has_icons_that_there_are() {
    let manifest = file(&bundled(), None, "manifest.webmanifest").expect("it");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    assert_eq!(manifest["short_name"], "Cariappa K Ganapathi");
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"]),
        (&"./".into(), &"./".into())
    );
    let mut purposes = Vec::new();
    for icon in manifest["icons"].as_array().expect("icons") {
        let file = icon["src"].as_str().expect("a file");
        let bytes = fs::read(format!("public/{file}")).expect(file);
        let (width, height) = size(&bytes);
        assert_eq!(icon["sizes"], format!("{width}x{height}"));
        purposes.push(icon["purpose"].as_str().expect("a purpose").to_owned());
    }
    assert_eq!(purposes, ["any", "any", "maskable"]);
}

/// The size that a PNG says it has.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!(&png[1..4], b"PNG");
    (number(16), number(20))
}

fn draw(json: &str) -> Vec<u8> {
    let resume = resume(json);
    let colours = Colours::of_look("margin").expect("colours");
    let index = Index::new(&resume);
    let png = picture::png(&resume, &index, &Labels::english(), "en", &colours).expect("a picture");
    assert_eq!(size(&png), (WIDTH, HEIGHT));
    assert!(png.len() < 100_000, "{} bytes", png.len());
    png
}

#[test]
fn there_is_a_picture_of_any_resume() {
    let name = "Maximiliana Konstantinopolitanska-Wolfeschlegelsteinhausen Jr";
    let skills: Vec<_> = (0..200)
        .map(|number| format!("\"Technology {number}\""))
        .collect();
    let sentences = "I build robust things. ".repeat(50);
    for json in [
        bundled(),
        r#"{"basics": {}}"#.to_owned(),
        r#"{"basics": {"name": "A"}}"#.to_owned(),
        format!(
            r#"{{"basics": {{"name": "{name}", "label": "{name}", "summary": "{sentences}"}}, "skills": [{{"keywords": [{}]}}]}}"#,
            skills.join(", ")
        ),
        format!(
            r#"{{"basics": {{"name": "{0}", "label": "{0}", "summary": "{0}"}}}}"#,
            "W".repeat(1_000)
        ),
    ] {
        draw(&json);
    }
}
