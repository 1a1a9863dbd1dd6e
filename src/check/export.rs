//! A résumé for other tools: plain JSON Resume v1, which the official schema accepts.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::resume::{
    Basics, Extra, Item, Json, Location, Names, Profile, Project, Resume, Section, Skill, Work,
    date::{Period, When},
    href,
};

/// The schema that the exported document names.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The document as JSON text. What the standard has no place for is where a theme shows it: a job's
/// projects are projects of that `entity`, its keywords one of its highlights; what is no date, or no
/// address, is a highlight too, or a sentence. Other fields of the file keep their names.
pub fn export(resume: &Resume) -> String {
    let mut projects: Vec<Json> = Vec::new();
    for job in &resume.work {
        projects.extend(job.projects.iter().map(|it| project(it, Some(job))));
    }
    projects.extend(resume.projects.iter().map(|it| project(it, None)));
    let mut document = Object::default();
    document.text("$schema", SCHEMA);
    // A document without any section would be no résumé.
    document
        .0
        .push(("basics".to_owned(), basics(&resume.basics)));
    document.list("work", resume.work.iter().map(work).collect());
    document.list("projects", projects);
    document.list("skills", resume.skills.iter().map(skill).collect());
    for Section { key, items } in &resume.sections {
        document.list(key, items.iter().map(|it| item(key, it)).collect());
    }
    let text = serde_json::to_string_pretty(&Json::Object(document.0));
    // Serializing a tree of texts and numbers cannot fail.
    text.unwrap_or_default() + "\n"
}

/// An object in the making: what is empty is left out.
#[derive(Default)]
struct Object(Vec<Extra>);

impl Object {
    fn add(&mut self, name: &str, value: Json) {
        if !value.is_empty() {
            self.0.push((name.to_owned(), value));
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.add(name, Json::Text(text.to_owned()));
    }

    fn list(&mut self, name: &str, items: Vec<Json>) {
        self.add(name, Json::List(items));
    }

    fn texts(&mut self, name: &str, texts: &[String]) {
        self.list(name, texts.iter().cloned().map(Json::Text).collect());
    }

    /// An address; what is none is a line.
    fn url(&mut self, name: &str, url: &str, lines: &mut Vec<String>) {
        match href(url) {
            Some(href) => self.text(name, &ascii(&href)),
            None if url.is_empty() => {}
            None => lines.push(url.to_owned()),
        }
    }

    fn date(&mut self, name: &str, when: Option<&When>, lines: &mut Vec<String>) {
        match when {
            Some(When::Date(date)) => self.text(name, &date.to_string()),
            Some(When::Text(text)) => lines.push(text.clone()),
            Some(When::Now) | None => {}
        }
    }

    fn period(&mut self, period: &Period, lines: &mut Vec<String>) {
        self.date("startDate", period.start.as_ref(), lines);
        self.date("endDate", period.end.as_ref(), lines);
    }

    /// The other fields. One of a name for which the official schema wants another shape has another.
    fn more(mut self, standard: &[&str], more: &[Extra]) -> Json {
        for (name, value) in more {
            let is_taken = |name: &str| {
                standard.contains(&name) || self.0.iter().any(|(taken, _)| taken == name)
            };
            let mut name = name.clone();
            while name.is_empty() || is_taken(&name) {
                name.insert_str(0, "x-");
            }
            self.add(&name, value.clone());
        }
        Json::Object(self.0)
    }
}

const BASICS: &[&str] = &[
    "name", "label", "image", "email", "phone", "url", "summary", "location", "profiles",
];
const LOCATION: &[&str] = &["address", "postalCode", "city", "countryCode", "region"];
const PROFILE: &[&str] = &["network", "username", "url"];
const WORK: &[&str] = &[
    "name",
    "location",
    "description",
    "position",
    "url",
    "startDate",
    "endDate",
    "summary",
    "highlights",
];
const PROJECT: &[&str] = &[
    "name",
    "description",
    "highlights",
    "keywords",
    "startDate",
    "endDate",
    "url",
    "roles",
    "entity",
    "type",
];
const SKILL: &[&str] = &["name", "level", "keywords"];

/// An address as RFC 3986 has it: signs beyond its alphabet are percent-encoded.
fn ascii(url: &str) -> String {
    let mut ascii = String::new();
    for sign in url.chars() {
        let is_safe = sign.is_ascii_graphic()
            && !matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
        if is_safe {
            ascii.push(sign);
        } else {
            for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
                ascii.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    ascii
}

/// Whether the official schema takes it for an e-mail address.
fn is_mailbox(text: &str) -> bool {
    let is_usual =
        |sign: char| sign.is_ascii_alphanumeric() || "!#$%&'*+-./=?^_`{|}~@".contains(sign);
    let is_link = href(text).is_some_and(|href| href.starts_with("mailto:"));
    is_link
        && text.chars().all(is_usual)
        && !text.contains("..")
        && !text.contains(".@")
        && !text.starts_with('.')
}

fn with_lines(text: &str, lines: &[String]) -> String {
    let mut parts: Vec<&str> = vec![text];
    parts.extend(lines.iter().map(String::as_str));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn basics(basics: &Basics) -> Json {
    let mut object = Object::default();
    let mut lines = Vec::new();
    object.text("name", &basics.name);
    object.text("label", &basics.label);
    object.text("image", &basics.image);
    if is_mailbox(&basics.email) {
        object.text("email", &basics.email);
    } else {
        lines.push(basics.email.clone());
    }
    object.text("phone", &basics.phone);
    object.url("url", &basics.url, &mut lines);
    object.text("summary", &with_lines(&basics.summary, &lines));
    object.add("location", location(&basics.location));
    object.list("profiles", basics.profiles.iter().map(profile).collect());
    object.more(BASICS, &basics.more)
}

fn location(location: &Location) -> Json {
    let mut object = Object::default();
    object.text("address", &location.address);
    object.text("postalCode", &location.postal_code);
    object.text("city", &location.city);
    object.text("countryCode", &location.country_code);
    object.text("region", &location.region);
    object.more(LOCATION, &location.more)
}

fn profile(profile: &Profile) -> Json {
    let mut object = Object::default();
    let mut lines = Vec::new();
    object.text("network", &profile.network);
    object.url("url", &profile.url, &mut lines);
    lines.insert(0, profile.username.clone());
    object.text("username", with_lines("", &lines).as_str());
    object.more(PROFILE, &profile.more)
}

fn work(job: &Work) -> Json {
    let mut object = Object::default();
    let mut lines = Vec::new();
    object.text("name", &job.name);
    object.text("location", &job.location);
    object.text("description", &job.description);
    object.text("position", &job.position);
    object.url("url", &job.url, &mut lines);
    object.period(&job.period, &mut lines);
    object.text("summary", &job.summary);
    lines.splice(0..0, job.highlights.iter().cloned());
    if !job.keywords.is_empty() {
        lines.push(job.keywords.join(" · "));
    }
    object.texts("highlights", &lines);
    object.more(WORK, &job.more)
}

fn project(project: &Project, job: Option<&Work>) -> Json {
    let mut object = Object::default();
    let mut lines = Vec::new();
    object.text("name", &project.name);
    object.text("description", &project.description);
    // Exported apart from its job, a project without dates has to have those of the job.
    let period = match (job, project.period == Period::default()) {
        (Some(job), true) => &job.period,
        _ => &project.period,
    };
    object.period(period, &mut lines);
    object.url("url", &project.url, &mut lines);
    lines.splice(0..0, project.highlights.iter().cloned());
    object.texts("highlights", &lines);
    object.texts("keywords", &project.keywords);
    object.texts("roles", &project.roles);
    let of_job = job.map_or("", |job| job.heading().0);
    let entity = if project.entity.is_empty() {
        of_job
    } else {
        &project.entity
    };
    object.text("entity", entity);
    object.text("type", &project.kind);
    object.more(PROJECT, &project.more)
}

fn skill(skill: &Skill) -> Json {
    let mut object = Object::default();
    object.text("name", &skill.name);
    object.text("level", &skill.level);
    object.texts("keywords", &skill.keywords);
    object.more(SKILL, &skill.more)
}

fn item(section: &str, item: &Item) -> Json {
    let names = Names::of(section);
    let mut object = Object::default();
    let mut lines = Vec::new();
    object.text(names.name, &item.name);
    for (name, text) in &item.details {
        object.text(name, text);
    }
    object.url("url", &item.url, &mut lines);
    object.period(&item.period, &mut lines);
    object.date(names.date, item.date.as_ref(), &mut lines);
    object.text(names.summary, &with_lines(&item.summary, &lines));
    object.texts(names.highlights, &item.highlights);
    object.texts("keywords", &item.keywords);
    object.more(&names.all(), &item.more)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => match number.parse::<serde_json::Number>() {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(number),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => items.serialize(serializer),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}
