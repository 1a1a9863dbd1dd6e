//! From a file's text to the typed résumé.

use std::{collections::HashSet, fmt};

use super::{
    Basics, Concept, Extra, Json, Location, Profile, Project, Resume, Settings, Skill, Theme, Work,
    fields::Fields,
    item, outline,
    problem::{Kind, Path, Problem, Step, WANTED},
};
use crate::words::spaced;

/// What is larger is no résumé: how many bytes, values, and fields of its own it has at most.
const LIMITS: [usize; 3] = [50_000_000, 2_000_000, 1_000];

/// Why a page cannot be made from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Unusable {
    /// What it is instead, or what keeps it from being one.
    pub reason: String,
    /// The line and column of what is not JSON, counted from 1 and in bytes; column 0 is the end of the
    /// line before.
    pub position: Option<(usize, usize)>,
}

impl fmt::Display for Unusable {
    /// Where, and why.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some((line, column)) = self.position {
            // Column 0 is the end of the line before.
            write!(f, "line {line}, column {}: ", column.max(1))?;
        }
        f.write_str(&self.reason)
    }
}

impl Unusable {
    /// What serde_json says of a text that is not JSON.
    pub(crate) fn not_json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        // serde_json ends its messages with the position, which has a field of its own here.
        let place = format!(" at line {line} column {column}");
        Self {
            reason: format!("not JSON: {}", text.strip_suffix(&place).unwrap_or(&text)),
            position: Some((line, column)),
        }
    }

    fn whole(reason: &str) -> Self {
        Self {
            reason: reason.to_owned(),
            position: None,
        }
    }
}

const TOO_LARGE: &str =
    "a résumé has at most 50 MB, 2,000,000 values and 1,000 sections, and this has more";

/// How many values a JSON text has, at the most.
fn values_in(text: &str) -> usize {
    let (mut values, mut is_text, mut is_escaped) = (1, false, false);
    for sign in text.bytes() {
        match sign {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' | b'[' | b'{' if !is_text => values += 1,
            _ => {}
        }
    }
    values
}

/// The fields of a text that is a résumé.
fn parse(text: &str) -> Result<Vec<Extra>, Unusable> {
    let [bytes, values, sections] = LIMITS;
    if text.len() > bytes || values_in(text) > values {
        return Err(Unusable::whole(TOO_LARGE));
    }
    let document = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| Unusable::not_json(&error))?;
    let Json::Object(fields) = document else {
        return Err(Unusable::whole(
            "a résumé is an object, in braces: { … }, and this is none",
        ));
    };
    if fields.len() > sections {
        return Err(Unusable::whole(TOO_LARGE));
    }
    if let Some(name) = other_format(&fields) {
        return Err(Unusable::whole(&format!(
            "this is {name}, not a JSON Resume"
        )));
    }
    let is_section = |name: &str| {
        let others = ["basics", "bio", "hobbies"];
        let is_ours = ["contact", "timeline"].contains(&name);
        outline::is_key(name) && !is_ours || others.contains(&name)
    };
    if !fields.iter().any(|(name, _)| is_section(name)) {
        return Err(Unusable::whole(
            "this is JSON, but no JSON Resume: it has none of `basics`, `work`, `education`, \
             `projects`, `skills` …",
        ));
    }
    Ok(fields)
}

impl Resume {
    /// Reads a document, and says what in it is odd.
    ///
    /// A value whose place the page knows is shown there, whatever its shape; any other is shown under
    /// its name where it stands ([`Extra`]), and a further field of the document as a section of its
    /// own. Only what says something of the document and not of the person is not shown, and settings
    /// that there are not: both are reported.
    ///
    /// # Errors
    ///
    /// When `text` is not JSON, or is not a résumé that a page can be made of.
    pub fn read(text: &str) -> Result<(Self, Vec<Problem>), Unusable> {
        let mut problems = Vec::new();
        let mut fields = Fields::new(parse(text)?, Path::default(), &mut problems);
        fields.ignore("$schema");
        // Section names of 2014, before JSON Resume was at version 1.
        fields.rename("bio", "basics");
        fields.rename("hobbies", "interests");
        let mut resume = Self {
            settings: fields.object("meta", &Settings::from_meta, ""),
            basics: fields.object("basics", &Basics::from_fields, "name"),
            work: fields.list("work", &Work::from_fields, "name"),
            projects: fields.list("projects", &Project::from_fields, "name"),
            skills: fields.list("skills", &Skill::from_fields, "keywords"),
            sections: item::sections(&mut fields),
        };
        if WANTED {
            resume.report_sections(&mut fields);
        }
        resume.gather_loose_skills();
        resume.join_projects_to_jobs();
        resume.number_entries();
        if resume.is_overloaded() {
            return Err(Unusable::whole(
                "what is said of a whole job is said of each of its projects, and here that comes to more than 100 MB",
            ));
        }
        Ok((resume, problems))
    }

    /// Says which sections the settings name that there are not. Those that there are, and no standard
    /// has, are meant to be there.
    fn report_sections(&self, fields: &mut Fields) {
        let settings = &self.settings;
        let path = Path::default().field("meta").field("vitae");
        let ordered = settings.order.iter().enumerate();
        let ordered = ordered.map(|(index, key)| (key, path.field("sections").item(index)));
        let titled = settings.titles.iter();
        let titled = titled.map(|(key, _)| (key, path.field("titles").field(key)));
        let sections: HashSet<_> = self.sections.iter().map(|section| &section.key).collect();
        for (key, path) in ordered.chain(titled) {
            if !outline::is_key(key) && !sections.contains(key) {
                fields.report(path, Kind::NoSection);
            }
        }
        // A section that the standard does not have is no mistake if the settings name it.
        let titled = settings.titles.iter().map(|(key, _)| key);
        let named: HashSet<_> = settings.order.iter().chain(titled).collect();
        fields.problems.retain(|problem| {
            let is_meant = match (problem.path.0.as_slice(), &problem.kind) {
                ([Step::Field(name)], Kind::Unknown(_)) => named.contains(name),
                _ => false,
            };
            !is_meant
        });
    }

    /// Skills that are written without a group are one.
    fn gather_loose_skills(&mut self) {
        let is_loose = |skill: &Skill| {
            let is_nameless = skill.name.is_empty() && skill.level.is_empty();
            is_nameless && skill.keywords.len() == 1 && skill.more.is_empty()
        };
        self.skills.dedup_by(|next, group| {
            let both = is_loose(next) && group.name.is_empty() && group.level.is_empty();
            if both {
                group.keywords.append(&mut next.keywords);
            }
            both
        });
    }
}

/// What else a file is, if that can be told.
fn other_format(fields: &[Extra]) -> Option<&'static str> {
    let get = |name: &str| {
        fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|field| &field.1)
    };
    let has = |name: &str| get(name).is_some();
    let format = match get("meta") {
        Some(Json::Object(meta)) => meta.iter().find(|(name, _)| name == "format"),
        _ => None,
    };
    let is_fresh = format.and_then(|(_, format)| format.scalar());
    if is_fresh.is_some_and(|format| format.to_ascii_uppercase().starts_with("FRESH"))
        || matches!(get("employment"), Some(Json::Object(_))) && !has("basics")
    {
        return Some("a FRESH résumé");
    }
    if has("basics") || has("work") || has("bio") {
        return None;
    }
    let is_package = has("name") && has("version");
    let names = [
        "dependencies",
        "devDependencies",
        "scripts",
        "main",
        "license",
        "private",
    ];
    if is_package && names.into_iter().any(has) {
        return Some("a package.json");
    }
    if has("$schema") && (has("definitions") || has("$defs") || has("properties")) {
        return Some("a JSON Schema");
    }
    let marks = [
        ("SkillsPassport", "a Europass CV"),
        ("compilerOptions", "a tsconfig.json"),
        ("newProjectRoot", "an angular.json"),
        ("positions", "an export of LinkedIn"),
    ];
    let other = marks.into_iter().find(|(mark, _)| has(mark));
    other.map(|(_, name)| name)
}

impl Basics {
    fn from_fields(fields: &mut Fields) -> Self {
        fields.rename("picture", "image");
        fields.rename("website", "url");
        let mut name = fields.text("name");
        if name.is_empty() {
            // Before version 1, JSON Resume had the name in two fields.
            let parts = ["firstName", "lastName"].map(|part| fields.former(part, "name"));
            name = spaced(&parts.join(" "));
        }
        let image_path = fields.path_of("image");
        let image = fields.text("image");
        let mut basics = Self {
            name,
            label: fields.text("label"),
            email: fields.text("email"),
            phone: fields.text("phone"),
            url: fields.url("url"),
            summary: fields.text("summary"),
            location: fields.object("location", &Location::from_fields, "address"),
            profiles: fields.list("profiles", &Profile::from_fields, "url"),
            image,
            more: Vec::new(),
        };
        if WANTED && !basics.image.is_empty() && basics.own_image().is_none() {
            fields.report(image_path, Kind::ImageElsewhere);
        }
        basics.more = fields.rest();
        basics
    }
}

impl Location {
    fn from_fields(fields: &mut Fields) -> Self {
        fields.rename("state", "region");
        Self {
            address: fields.text("address"),
            postal_code: fields.text("postalCode"),
            city: fields.text("city"),
            region: fields.text("region"),
            country_code: fields.text("countryCode"),
            more: fields.rest(),
        }
    }
}

impl Profile {
    fn from_fields(fields: &mut Fields) -> Self {
        Self {
            network: fields.text("network"),
            username: fields.text("username"),
            url: fields.url("url"),
            more: fields.rest(),
        }
    }
}

impl Work {
    fn from_fields(fields: &mut Fields) -> Self {
        fields.rename("company", "name");
        fields.rename("website", "url");
        Self {
            name: fields.text("name"),
            position: fields.text("position"),
            location: fields.text("location"),
            description: fields.text("description"),
            url: fields.url("url"),
            period: fields.period(),
            summary: fields.text("summary"),
            highlights: fields.texts("highlights"),
            keywords: fields.texts("keywords"),
            projects: fields.list("projects", &Project::from_fields, "name"),
            more: fields.rest(),
            entry: None,
        }
    }
}

impl Project {
    fn from_fields(fields: &mut Fields) -> Self {
        fields.rename("website", "url");
        Self {
            name: fields.text("name"),
            description: fields.text("description"),
            highlights: fields.texts("highlights"),
            keywords: fields.texts("keywords"),
            period: fields.period(),
            url: fields.url("url"),
            roles: fields.texts("roles"),
            entity: fields.text("entity"),
            kind: fields.text("type"),
            more: fields.rest(),
            job: None,
            entry: 0,
        }
    }
}

impl Skill {
    fn from_fields(fields: &mut Fields) -> Self {
        Self {
            name: fields.text("name"),
            level: fields.text("level"),
            keywords: fields.texts("keywords"),
            more: fields.rest(),
        }
    }
}

impl Settings {
    fn from_meta(meta: &mut Fields) -> Self {
        let mut settings = meta.object("vitae", &Self::from_fields, "");
        settings.about = meta.about_document();
        settings
    }

    fn from_fields(fields: &mut Fields) -> Self {
        let settings = Self {
            lang: fields.text("lang"),
            greeting: fields.text("greeting"),
            contact: fields.text("contact"),
            hides_years: fields.truth("years") == Some(false),
            image_description: fields.text("imageDescription"),
            order: fields.texts("sections"),
            titles: fields.object(
                "titles",
                &|fields| {
                    let mut titles = Vec::new();
                    fields.each_named(&mut |fields, name| {
                        let title = fields.named(&name);
                        titles.push((name, title));
                    });
                    fields.no_settings();
                    titles
                },
                "",
            ),
            tags: fields.object(
                "tags",
                &|fields| {
                    let mut concepts = Vec::new();
                    fields.each_named(&mut |fields, name| concepts.push(fields.concept(name)));
                    fields.no_settings();
                    concepts
                },
                "",
            ),
            theme: fields.object(
                "theme",
                &|fields| {
                    let theme = Theme {
                        look: fields.text("look"),
                        accent: fields.text("accent"),
                        font: fields.text("font"),
                    };
                    fields.no_settings();
                    theme
                },
                "look",
            ),
            about: Vec::new(),
        };
        fields.no_settings();
        settings
    }
}

impl Fields<'_> {
    fn concept(&mut self, name: String) -> Concept {
        let read = |fields: &mut Fields| {
            let concept = Concept {
                name: String::new(),
                aliases: fields.texts("aliases"),
                includes: fields.texts("includes"),
            };
            fields.no_settings();
            concept
        };
        let concept = self.object_named(&name, &read, "aliases");
        Concept { name, ..concept }
    }
}
