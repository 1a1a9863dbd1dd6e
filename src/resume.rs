//! The résumé: a [JSON Resume](https://jsonresume.org/schema) v1 document with this project's
//! extension, as types.
//!
//! [`Resume::read`] is the way in. Texts are trimmed, and a missing one is empty; a section that the
//! file does not have is an empty list. Types and fields have the standard's names.

pub mod date;
mod fields;
mod item;
mod json;
mod link;
pub mod outline;
pub mod problem;
mod read;
pub mod written;

use std::{borrow::Cow, collections::HashMap};

pub use fields::Extra;
pub use item::{Item, Names, Section};
pub use json::Json;
pub use link::{href, mail_address, phone_address, without_scheme};
pub use outline::{Heading, outline};
pub use read::Unusable;

use crate::{markup::plain, words::sentences};
use date::{Date, Length, Period, Span, union};

/// How many bytes may be said of projects by being said of their whole jobs.
const MOST_SAID: usize = 100_000_000;

/// An entry's number: entries are what a filter can match, counted from 0 in the order of
/// [`Resume::entries`].
pub type EntryId = usize;

/// A whole résumé.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resume {
    /// Who it is about.
    pub basics: Basics,
    /// Jobs.
    pub work: Vec<Work>,
    /// Projects that are not written under a job.
    pub projects: Vec<Project>,
    /// Groups of skills.
    pub skills: Vec<Skill>,
    /// The standard's other sections, those that have anything, in the standard's order, and after
    /// them those that no standard has, in the document's.
    pub sections: Vec<Section>,
    /// `meta.vitae`
    pub settings: Settings,
}

/// `basics`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basics {
    /// The person's name.
    pub name: String,
    /// What the person is, such as “Backend Engineer”.
    pub label: String,
    /// A picture's address.
    pub image: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number, in any form.
    pub phone: String,
    /// A web site's address.
    pub url: String,
    /// A few sentences.
    pub summary: String,
    /// Where the person is.
    pub location: Location,
    /// Accounts elsewhere.
    pub profiles: Vec<Profile>,
    /// What else the file says.
    pub more: Vec<Extra>,
}

impl Basics {
    /// The picture's address, if it is beside the page: a picture on another host would be a request
    /// to it.
    pub fn own_image(&self) -> Option<&str> {
        let image = self.image.as_str();
        // Browsers take `\` for `/`, and leave out tabs and the ends of lines.
        let is_odd = |sign: char| matches!(sign, ':' | '\\') || sign.is_control();
        let elsewhere = image.is_empty() || image.contains(is_odd) || image.starts_with("//");
        (!elsewhere).then_some(image)
    }
}

/// `basics.location`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// Street and house, in as many lines as it takes.
    pub address: String,
    /// The postal code.
    pub postal_code: String,
    /// The city.
    pub city: String,
    /// The state or province.
    pub region: String,
    /// The country, in two letters of ISO 3166-1.
    pub country_code: String,
    /// What else the file says.
    pub more: Vec<Extra>,
}

impl Location {
    /// The city, the region and the country, as far as they are known.
    pub fn area(&self) -> Vec<&str> {
        let parts = [&self.city, &self.region, &self.country_code];
        let parts = parts.into_iter().map(String::as_str);
        let mut parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
        // Many a city is its own region.
        parts.dedup();
        parts
    }

    /// The parts that are known, from the street up to the country.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [
            &self.address,
            &self.postal_code,
            &self.city,
            &self.region,
            &self.country_code,
        ]
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
    }
}

/// `basics.profiles[]`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Such as “GitHub”.
    pub network: String,
    /// The person's name there.
    pub username: String,
    /// The account's address.
    pub url: String,
    /// What else the file says.
    pub more: Vec<Extra>,
}

/// `work[]`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The employer.
    pub name: String,
    /// The role.
    pub position: String,
    /// Where it is.
    pub location: String,
    /// What the employer does.
    pub description: String,
    /// The employer's address on the web.
    pub url: String,
    /// When.
    pub period: Period,
    /// What the job was about.
    pub summary: String,
    /// What was done.
    pub highlights: Vec<String>,
    /// The whole job's technologies (an extension of the standard).
    pub keywords: Vec<String>,
    /// What was built in the job (an extension of the standard).
    pub projects: Vec<Project>,
    /// What else the file says.
    pub more: Vec<Extra>,
    /// The job as an entry, where it has no projects.
    pub entry: Option<EntryId>,
}

/// `projects[]`, and this project's `work[].projects[]`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// What was done.
    pub highlights: Vec<String>,
    /// Its technologies.
    pub keywords: Vec<String>,
    /// When.
    pub period: Period,
    /// Its address on the web.
    pub url: String,
    /// The person's roles in it.
    pub roles: Vec<String>,
    /// The organisation that it was made for.
    pub entity: String,
    /// Such as “application”.
    pub kind: String,
    /// What else the file says.
    pub more: Vec<Extra>,
    /// The job in [`Resume::work`] that it belongs to: the one that it is written under, or the
    /// only one whose name is its `entity`.
    pub job: Option<usize>,
    /// The project as an entry.
    pub entry: EntryId,
}

/// `skills[]`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Skill {
    /// The group's name.
    pub name: String,
    /// Such as “Master”.
    pub level: String,
    /// The skills.
    pub keywords: Vec<String>,
    /// What else the file says.
    pub more: Vec<Extra>,
}

impl Skill {
    /// The names of skills in it: where a group lists none, it is one itself.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        let itself = self.keywords.is_empty() && !self.name.is_empty();
        self.keywords.iter().chain(itself.then_some(&self.name))
    }
}

/// `meta.vitae`: what this project adds to a résumé. Every part can be missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language of the page, a tag of [BCP 47](https://www.rfc-editor.org/info/bcp47).
    pub lang: String,
    /// What stands before the name, such as “Hi, I'm”.
    pub greeting: String,
    /// The text of the section with the addresses.
    pub contact: String,
    /// Whether the head leaves out how long the person has worked.
    pub hides_years: bool,
    /// What can be seen in the picture, for who cannot see it.
    pub image_description: String,
    /// Keys of sections in the order of the page; those that it leaves out follow in the usual one.
    pub order: Vec<String>,
    /// Titles of sections, by their keys.
    pub titles: Vec<(String, String)>,
    /// What technologies' names mean.
    pub tags: Vec<Concept>,
    /// How the page looks.
    pub theme: Theme,
    /// What else `meta` says, of the document; the page has no use for it.
    pub about: Vec<Extra>,
}

/// How the page is to look: see [`crate::theme`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// The name of a look.
    pub look: String,
    /// A colour, as CSS writes it.
    pub accent: String,
    /// Names of fonts, as CSS lists them.
    pub font: String,
}

/// What a technology's name means: a concept in the sense of [SKOS](https://www.w3.org/TR/skos-primer/).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concept {
    /// Its canonical name (SKOS' `prefLabel`).
    pub name: String,
    /// Other names of the same thing (`altLabel`).
    pub aliases: Vec<String>,
    /// Names of narrower things: who looks for this one finds those (`narrower`).
    pub includes: Vec<String>,
}

/// Something that a filter can match.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its technologies as the file writes them, those of its whole job among them.
    pub keywords: Vec<&'a str>,
    /// The job in [`Resume::work`] that it belongs to.
    pub job: Option<usize>,
    /// The document's name of its section.
    pub section: &'a str,
    /// When it was: its own dates, else its job's.
    pub period: Period,
    said: Said<'a>,
}

/// What an entry is, for who counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A job.
    Job,
    /// A project, in a job or not.
    Project,
    /// An item of another section.
    Item,
}

/// What says what an entry says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said<'a> {
    Job(&'a Work),
    Project(&'a Project, Option<&'a Work>),
    Item(&'a Item),
}

impl<'a> Entry<'a> {
    /// What it is.
    pub fn kind(&self) -> EntryKind {
        match self.said {
            Said::Job(_) => EntryKind::Job,
            Said::Project(..) => EntryKind::Project,
            Said::Item(_) => EntryKind::Item,
        }
    }

    /// What it says, its name among it, without markup.
    pub fn words(&self) -> Vec<Cow<'a, str>> {
        match self.said {
            Said::Job(job) => job.words(),
            Said::Project(project, job) => {
                let own = [
                    project.name.as_str(),
                    &project.description,
                    &project.kind,
                    &project.entity,
                ];
                let mut words = words(&own, &project.highlights);
                words.extend(project.roles.iter().map(Cow::from));
                words.extend(extra_words(&project.more));
                // What is said of the whole job is said of each of its projects.
                words.extend(job.into_iter().flat_map(Work::words));
                words
            }
            Said::Item(item) => {
                let mut words = words(&[&item.name, &item.summary], &item.highlights);
                words.extend(item.details.iter().map(|(_, text)| Cow::from(text)));
                words.extend(extra_words(&item.more));
                words
            }
        }
    }

    /// What it says in sentences, without markup: what was done first, what its whole job says last.
    pub fn sentences(&self) -> Vec<String> {
        match self.said {
            Said::Job(job) => job.sentences(),
            Said::Project(project, job) => {
                let mut said = project.sentences();
                said.extend(job.into_iter().flat_map(Work::sentences));
                said
            }
            Said::Item(item) => item.sentences(),
        }
    }
}

impl Resume {
    /// How long the person has worked so far: the time of all jobs, in which what overlaps counts once.
    pub fn experience(&self, today: Date) -> Length {
        let spans = union(&mut self.work.iter().filter_map(|job| job.period.past(today)));
        Length {
            months: spans.into_iter().map(Span::months).sum(),
        }
    }

    /// What a filter can match, in the order of the document: jobs' projects and jobs without any,
    /// projects, items of the further sections.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for (number, job) in self.work.iter().enumerate() {
            if job.entry.is_some() {
                entries.push(Entry {
                    name: job.heading().0,
                    keywords: texts(&[&job.keywords]),
                    job: Some(number),
                    section: "work",
                    period: job.period.clone(),
                    said: Said::Job(job),
                });
            }
            let projects = job.projects.iter();
            entries.extend(projects.map(|project| self.project_entry(project, "work")));
        }
        let projects = self.projects.iter();
        entries.extend(projects.map(|project| self.project_entry(project, "projects")));
        for section in &self.sections {
            for item in section.items.iter().filter(|item| item.entry.is_some()) {
                entries.push(Entry {
                    name: &item.name,
                    keywords: texts(&[&item.keywords]),
                    job: None,
                    section: &section.key,
                    period: match &item.date {
                        Some(date) => Period::at(date),
                        None => item.period.clone(),
                    },
                    said: Said::Item(item),
                });
            }
        }
        entries
    }

    fn project_entry<'a>(&'a self, project: &'a Project, section: &'static str) -> Entry<'a> {
        let job = project.job.map(|job| &self.work[job]);
        let mut entry = Entry {
            name: &project.name,
            keywords: texts(&[&project.keywords]),
            job: project.job,
            section,
            period: project.period.clone(),
            said: Said::Project(project, job),
        };
        if let Some(job) = job {
            entry.keywords.extend(texts(&[&job.keywords]));
            if entry.period == Period::default() {
                entry.period = job.period.clone();
            }
        }
        entry
    }

    /// About how many lines of a phone its jobs, projects and items take.
    pub fn lines(&self) -> usize {
        // Under each heading there are its dates and technologies.
        const AROUND: usize = 5;
        const LINE: usize = 42;
        let jobs = self.work.iter().map(Work::sentences);
        let projects = self.work.iter().flat_map(|job| &job.projects);
        let projects = projects.chain(&self.projects).map(Project::sentences);
        let items = self.sections.iter().flat_map(|section| &section.items);
        let items = items.filter(|item| item.entry.is_some());
        let items = items.map(Item::sentences);
        let lines = |sentence: &String| sentence.chars().count().div_ceil(LINE);
        jobs.chain(projects)
            .chain(items)
            .map(|said| AROUND + said.iter().map(lines).sum::<usize>())
            .sum()
    }

    /// Whether jobs that have very many projects say so much that it cannot be said of each of them.
    pub fn is_overloaded(&self) -> bool {
        let mut projects: Vec<_> = self.work.iter().map(|job| job.projects.len()).collect();
        for job in self.projects.iter().filter_map(|project| project.job) {
            projects[job] += 1;
        }
        let size = |job: &Work| {
            let words = job.words();
            words.iter().map(|text| text.len()).sum::<usize>() + 50 * job.keywords.len()
        };
        let many = self
            .work
            .iter()
            .zip(projects)
            .filter(|(_, count)| *count > 100);
        many.map(|(job, count)| size(job) * count).sum::<usize>() > MOST_SAID
    }

    /// Gives every project its job, and a project with one end of its time its job's other end.
    fn join_projects_to_jobs(&mut self) {
        // The job of a name, unless several have that name.
        let mut jobs: HashMap<&str, Option<usize>> = HashMap::new();
        let named = self.work.iter().enumerate();
        for (number, job) in named.filter(|(_, job)| !job.name.is_empty()) {
            jobs.entry(&job.name)
                .and_modify(|job| *job = None)
                .or_insert(Some(number));
        }
        for project in &mut self.projects {
            project.job = jobs.get(project.entity.as_str()).copied().flatten();
            if let Some(job) = project.job {
                project.period.complete(&self.work[job].period);
            }
        }
        for (index, job) in self.work.iter_mut().enumerate() {
            for project in &mut job.projects {
                project.job = Some(index);
                project.period.complete(&job.period);
            }
        }
    }

    fn number_entries(&mut self) {
        let mut numbers = 0..;
        let mut next = || numbers.next().unwrap_or_default();
        for job in &mut self.work {
            job.entry = job.projects.is_empty().then(&mut next);
            for project in &mut job.projects {
                project.entry = next();
            }
        }
        for project in &mut self.projects {
            project.entry = next();
        }
        for section in &mut self.sections {
            for item in &mut section.items {
                item.entry = item.has_words().then(&mut next);
            }
        }
    }
}

fn texts<'a>(lists: &[&'a [String]]) -> Vec<&'a str> {
    let texts = lists.iter().copied().flatten();
    texts.map(String::as_str).collect()
}

fn words<'a>(texts: &[&'a str], more: &'a [String]) -> Vec<Cow<'a, str>> {
    let more = more.iter().map(String::as_str);
    texts.iter().copied().chain(more).map(plain).collect()
}

/// The sentences of what was done, and then of texts, without markup.
fn said(done: &[String], texts: &[&str]) -> Vec<String> {
    let mut said = Vec::new();
    for text in done.iter().map(String::as_str).chain(texts.iter().copied()) {
        said.extend(sentences(&plain(text)).into_iter().map(str::to_owned));
    }
    said
}

/// The names and texts of fields that have no place of their own.
fn extra_words(more: &[Extra]) -> impl Iterator<Item = Cow<'_, str>> {
    let mut words = Vec::new();
    for (name, value) in more {
        words.push(name.as_str());
        value.texts(&mut words);
    }
    words.into_iter().map(Cow::from)
}

impl Work {
    /// What the job is called, and the role, which is empty where it has to serve as the name.
    pub fn heading(&self) -> (&str, &str) {
        if self.name.is_empty() {
            (&self.position, "")
        } else {
            (&self.name, &self.position)
        }
    }

    /// What the job says for itself.
    fn words(&self) -> Vec<Cow<'_, str>> {
        let texts = [self.position.as_str(), &self.description, &self.summary];
        let mut words = words(&texts, &self.highlights);
        words.extend(extra_words(&self.more));
        words
    }
    /// What it says in sentences, without markup: what was done first.
    pub fn sentences(&self) -> Vec<String> {
        said(&self.highlights, &[&self.summary, &self.description])
    }
}

impl Project {
    /// What it says in sentences, without markup: what was done first.
    pub fn sentences(&self) -> Vec<String> {
        said(&self.highlights, &[&self.description])
    }
}

impl Item {
    fn sentences(&self) -> Vec<String> {
        said(&self.highlights, &[&self.summary])
    }
}
