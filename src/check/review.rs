//! What can be said of a résumé as a whole, once it is read.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{Diagnostic, Edit, Severity, places::Places, twins::twins, words::meant};
use crate::{
    language::{is_tag, labelled, language},
    markup::{Block, Inline, blocks},
    metadata::colours::colour,
    resume::{
        Concept, Resume, Skill, Theme, href, mail_address, phone_address,
        problem::{MOST, Path, Step},
    },
    tags::{self, Index, TagId},
    theme::{LOOKS, families},
};

/// Everything that is odd about the whole.
pub fn review(resume: &Resume, places: &Places) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    entities(resume, places, &mut found);
    technologies(resume, places, &mut found);
    links_in_texts(places, &mut found);
    language_of(resume, places, &mut found);
    theme(resume, places, &mut found);
    what_is_missing(resume, places, &mut found);
    found
}

/// Where something stands.
type Place = (Path, Option<Range<usize>>);

fn say(
    severity: Severity,
    (path, span): Place,
    message: String,
    shown: &str,
    help: String,
) -> Diagnostic {
    Diagnostic {
        severity,
        path,
        span,
        message,
        shown: shown.to_owned(),
        help,
        edits: Vec::new(),
    }
}

type Seen<'a> = (&'a Path, Range<usize>);

fn owned((path, span): Seen) -> Place {
    (path.clone(), Some(span))
}

/// The texts in fields of this name, and where they stand.
fn texts_in<'a>(places: &'a Places, field: &'a str) -> impl Iterator<Item = (&'a str, Seen<'a>)> {
    let texts = places.texts_in(field);
    texts.map(|(path, text, span)| (text, (path, span)))
}

/// Where the value of a field of `basics` stands.
fn basics(places: &Places, field: &str) -> Place {
    let path = Path::default().field("basics").field(field);
    let span = places.value(&path);
    (path, span)
}

fn entities(resume: &Resume, places: &Places, found: &mut Vec<Diagnostic>) {
    let mut jobs: HashMap<&str, usize> = HashMap::new();
    for job in &resume.work {
        *jobs.entry(&job.name).or_default() += 1;
    }
    let projects = resume.projects.iter();
    let entities: HashSet<_> = projects.map(|project| project.entity.as_str()).collect();
    for (path, entity, span) in places.texts_in("entity") {
        let is_of_many = jobs.get(entity).is_some_and(|count| *count > 1);
        if found.len() <= MOST && is_of_many && entities.contains(entity) {
            found.push(say(
                Severity::Warning,
                (path.clone(), Some(span)),
                format!("“{entity}” is the name of several jobs"),
                "the project as none of theirs",
                "write it as one of the `projects` of the job that it belongs to".to_owned(),
            ));
        }
    }
}

fn technologies(resume: &Resume, places: &Places, found: &mut Vec<Diagnostic>) {
    let index = Index::new(resume);
    if index.is_full {
        found.push(say(
            Severity::Warning,
            Place::default(),
            format!(
                "there are more than {} technologies, or names of one",
                tags::MOST
            ),
            "the others as words, which nobody can filter by",
            String::new(),
        ));
    }
    let keywords: Vec<_> = texts_in(places, "keywords").collect();
    let keywords: HashMap<_, _> = keywords.into_iter().rev().collect();
    for (kept, alias) in twins(&index) {
        let mut diagnostic = say(
            Severity::Warning,
            keywords.get(alias).cloned().map(owned).unwrap_or_default(),
            format!("“{alias}” and “{kept}” look like one technology"),
            "two technologies, each with its own entries",
            format!("add to `meta.vitae.tags`: \"{kept}\": {{ \"aliases\": [\"{alias}\"] }}"),
        );
        diagnostic.edits = vec![Edit::Alias(kept.to_owned(), alias.to_owned())];
        found.push(diagnostic);
    }
    skills_without_evidence(resume, &index, places, found);
    // By each name in lower case, and by each alias, the number of the first concept that has it.
    let (mut names, mut aliases) = (HashMap::new(), HashMap::new());
    let last: HashMap<_, _> = texts_in(places, "aliases").collect();
    let concepts = &resume.settings.tags;
    for (number, concept) in concepts.iter().enumerate() {
        for alias in &concept.aliases {
            let others = [
                names.get(&alias.to_lowercase()),
                aliases.get(alias.as_str()),
            ];
            let other = others.into_iter().flatten().min().copied();
            if let Some(other) = other.filter(|_| found.len() <= MOST) {
                let other: &Concept = &concepts[other];
                found.push(say(
                    Severity::Warning,
                    last.get(alias.as_str())
                        .cloned()
                        .map(owned)
                        .unwrap_or_default(),
                    format!("“{alias}” is a name of “{}” already", other.name),
                    "as that one's",
                    "leave one of the two".to_owned(),
                ));
            }
        }
        names.entry(concept.name.to_lowercase()).or_insert(number);
        for alias in &concept.aliases {
            aliases.entry(alias.as_str()).or_insert(number);
        }
    }
}

fn links_in_texts(places: &Places, found: &mut Vec<Diagnostic>) {
    for (path, text, span) in places.texts() {
        // Every link contains this, and most texts do not.
        if !text.contains("](") {
            continue;
        }
        let names: Vec<_> = path
            .0
            .iter()
            .take(3)
            .map(|step| match step {
                Step::Field(name) => name.as_str(),
                Step::Item(_) => "",
            })
            .collect();
        let is_read = !matches!(names.as_slice(), ["meta", ..])
            || matches!(names.as_slice(), ["meta", "vitae", "contact"]);
        if !is_read {
            continue;
        }
        let mut urls = Vec::new();
        blocks(text)
            .iter()
            .for_each(|block| urls_in(block, &mut urls));
        let rest = MOST.saturating_sub(found.len()) + 1;
        for url in urls
            .into_iter()
            .filter(|url| href(url).is_none())
            .take(rest)
        {
            let severity = if url.contains(':') {
                Severity::Error
            } else {
                Severity::Warning
            };
            found.push(say(
                severity,
                (path.clone(), Some(span.clone())),
                format!("the link to “{url}” is not safe to follow, or leads nowhere"),
                "as text",
                "links begin with https://, http://, mailto: or tel:".to_owned(),
            ));
        }
    }
}

fn urls_in<'a>(block: &Block<'a>, urls: &mut Vec<&'a str>) {
    match block {
        Block::Paragraph(parts) => parts.iter().for_each(|part| urls_in_part(part, urls)),
        Block::List { items, .. } => {
            items
                .iter()
                .flatten()
                .for_each(|block| urls_in(block, urls));
        }
    }
}

fn urls_in_part<'a>(part: &Inline<'a>, urls: &mut Vec<&'a str>) {
    match part {
        Inline::Link { url, .. } => urls.push(url),
        Inline::Emphasis(parts) | Inline::Strong(parts) => {
            parts.iter().for_each(|part| urls_in_part(part, urls));
        }
        Inline::Text(_) | Inline::Break | Inline::Code(_) => {}
    }
}

fn language_of(resume: &Resume, places: &Places, found: &mut Vec<Diagnostic>) {
    let lang = &resume.settings.lang;
    let path = Path::default().field("meta").field("vitae").field("lang");
    let place = (path.clone(), places.value(&path));
    if !lang.is_empty() && !is_tag(lang) {
        found.push(say(
            Severity::Warning,
            place.clone(),
            format!("“{lang}” is no language's tag"),
            "as the script tells the language",
            "write a tag such as \"en\", \"pt-BR\" or \"zh-Hant\"".to_owned(),
        ));
    }
    let lang = language(resume);
    let primary = lang.split('-').next().unwrap_or_default();
    if !labelled(&lang).eq_ignore_ascii_case(primary) {
        found.push(say(
            Severity::Note,
            place,
            format!("the page's own words are not there in “{lang}”"),
            "English ones",
            format!(
                "translate `public/locales/en.json` as `{primary}.json`, and name it in `src/labels.rs`"
            ),
        ));
    }
}

fn theme(resume: &Resume, places: &Places, found: &mut Vec<Diagnostic>) {
    let Theme { look, accent, font } = &resume.settings.theme;
    let path = Path::default().field("meta").field("vitae").field("theme");
    let mut odd = |field: &str, message: String, shown: &str, help: String| {
        let path = path.field(field);
        let place = (path.clone(), places.value(&path));
        found.push(say(Severity::Warning, place, message, shown, help));
    };
    if !look.is_empty() && !LOOKS.contains(&look.as_str()) {
        odd(
            "look",
            format!("there is no look “{look}”"),
            &format!("the look `{}`", LOOKS[0]),
            match meant(look, LOOKS) {
                help if help.is_empty() => format!("the looks are `{}`", LOOKS.join("`, `")),
                help => help,
            },
        );
    }
    if !accent.is_empty() && colour(accent).is_none() {
        odd(
            "accent",
            format!("“{accent}” is no colour"),
            "the accent of the look",
            "write a colour as CSS does: \"#0a6b5e\", \"teal\", \"oklch(50% 0.1 200)\"".to_owned(),
        );
    }
    if !font.is_empty() && families(font).is_none() {
        odd(
            "font",
            format!("“{font}” is no list of fonts' names"),
            "the fonts of the look",
            "write names with commas between them: \"Iowan Old Style, Georgia, serif\"".to_owned(),
        );
    }
}

/// A note for each group of skills; those that stand in no group are one.
fn skills_without_evidence(
    resume: &Resume,
    index: &Index,
    places: &Places,
    found: &mut Vec<Diagnostic>,
) {
    // Of several places, the one in `keywords` is meant, and the first.
    let mut skills = HashMap::new();
    for field in ["skills", "name", "keywords"] {
        let texts: Vec<_> = texts_in(places, field).collect();
        skills.extend(texts.into_iter().rev());
    }
    let is_group = |skill: &&Skill| !skill.keywords.is_empty();
    let (groups, loose): (Vec<_>, Vec<_>) = resume.skills.iter().partition(is_group);
    let mut groups: Vec<Vec<_>> = groups.iter().map(|skill| skill.names().collect()).collect();
    groups.push(loose.iter().map(|skill| &skill.name).collect());
    let mut said = HashSet::new();
    for group in groups {
        let mut is_without = |tag: TagId| index.tags()[tag].evidence.is_clear() && said.insert(tag);
        let without = group.into_iter().map(String::as_str);
        let without: Vec<_> = without
            .filter(|name| index.named(name).is_some_and(&mut is_without))
            .collect();
        let Some(first) = without.first() else {
            continue;
        };
        let (named, more) = without.split_at(without.len().min(6));
        let named: Vec<_> = named.iter().map(|name| format!("“{name}”")).collect();
        let mut names = named.join(", ");
        if !more.is_empty() {
            names += &format!(" and {} more", more.len());
        }
        found.push(say(
            Severity::Note,
            skills.get(first).cloned().map(owned).unwrap_or_default(),
            format!("no job, project or other item names {names}"),
            "without numbers",
            "where one of them was used, add it to the `keywords` of that".to_owned(),
        ));
    }
}

fn what_is_missing(resume: &Resume, places: &Places, found: &mut Vec<Diagnostic>) {
    let who = &resume.basics;
    for (field, value, address, what) in [
        (
            "email",
            &who.email,
            mail_address(&who.email),
            "e-mail address",
        ),
        (
            "phone",
            &who.phone,
            phone_address(&who.phone),
            "telephone number",
        ),
    ] {
        if !value.is_empty() && address.is_none() {
            found.push(say(
                Severity::Warning,
                basics(places, field),
                format!("“{value}” is no {what}"),
                "as text, not as a link",
                String::new(),
            ));
        } else if !value.is_empty() {
            found.push(say(
                Severity::Note,
                basics(places, field),
                format!("the {what} is in the open, for people and for machines that collect them"),
                "with a link",
                format!("to leave it out of the page, remove `basics.{field}`: the file itself is published too"),
            ));
        }
    }
    let addresses = who.profiles.iter().map(|profile| &profile.url);
    let mut addresses = addresses.chain([&who.url]);
    let is_reached = mail_address(&who.email).is_some()
        || phone_address(&who.phone).is_some()
        || addresses.any(|url| href(url).is_some());
    if !is_reached {
        found.push(say(
            Severity::Note,
            Place::default(),
            "there is no way to reach the person".to_owned(),
            "no e-mail address, telephone number or link at the head",
            "add `basics.email`, `basics.phone`, `basics.url` or `basics.profiles`".to_owned(),
        ));
    }
    if who.summary.is_empty() {
        found.push(say(
            Severity::Note,
            basics(places, "summary"),
            "there is no summary".to_owned(),
            "no sentence below the name, and no description for search engines",
            "say in `basics.summary` in a sentence or two who this is".to_owned(),
        ));
    }
    if who.own_image().is_some() && resume.settings.image_description.is_empty() {
        found.push(say(
            Severity::Note,
            basics(places, "image"),
            "the picture has no description".to_owned(),
            "nothing, to who cannot see it",
            "say in `meta.vitae.imageDescription` what can be seen".to_owned(),
        ));
    }
}
