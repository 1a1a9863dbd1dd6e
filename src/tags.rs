//! Which technologies there are, what they are called, and which entries have them.
//!
//! Names that mean one thing are one [`Tag`], by `meta.vitae.tags` and without regard to case. The
//! terms are those of SKOS: a tag's name is its preferred label, and a broader tag finds what its
//! narrower ones find.

use std::cmp::Reverse;

use fixedbitset::FixedBitSet;

use crate::resume::{Concept, Resume};

/// A tag's number, in the order in which the document comes to them.
pub type TagId = usize;

/// A technology, or anything else that a keyword names.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Its canonical name.
    pub name: String,
    /// What stands for it in a link: lower case, words joined by `-`, and no other tag's.
    pub slug: String,
    /// The entries that have it or a narrower one as a keyword.
    pub entries: FixedBitSet,
    narrower: Vec<TagId>,
}

/// A résumé's tags and how its entries have them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    tags: Vec<Tag>,
    by_name: Names,
    entries: usize,
}

/// Numbers by names. A résumé has so few that a list does.
#[derive(Clone, Debug, Default, PartialEq)]
struct Names(Vec<(String, usize)>);

impl Names {
    fn get(&self, name: &str) -> Option<usize> {
        let mut names = self.0.iter();
        names.find_map(|(known, number)| (known == name).then_some(*number))
    }

    /// A name that is there already keeps its number.
    fn add(&mut self, name: String, number: usize) {
        if self.get(&name).is_none() {
            self.0.push((name, number));
        }
    }
}

impl Index {
    /// Goes through a résumé once.
    pub fn new(resume: &Resume) -> Self {
        let entries = resume.entries();
        let mut index = Self {
            entries: entries.len(),
            ..Self::default()
        };
        // Every alias is known before the first keyword is read, so that each name finds its tag.
        let concepts = &resume.settings.tags;
        let canonical = canonical_names(concepts);
        for (number, entry) in entries.iter().enumerate() {
            for keyword in &entry.keywords {
                let tag = index.tag_named(keyword, &canonical, concepts);
                index.tags[tag].entries.insert(number);
            }
        }
        let listed = resume.skills.iter().flat_map(|skill| &skill.keywords);
        let of_jobs = resume.work.iter().flat_map(|job| &job.keywords);
        for keyword in listed.chain(of_jobs) {
            index.tag_named(keyword, &canonical, concepts);
        }
        for concept in concepts {
            let tag = index.tag_named(&concept.name, &canonical, concepts);
            for name in &concept.includes {
                let narrower = index.tag_named(name, &canonical, concepts);
                index.tags[tag].narrower.push(narrower);
            }
        }
        for (alias, concept) in canonical.0 {
            if let Some(tag) = index.named(&concepts[concept].name) {
                index.by_name.add(alias, tag);
            }
        }
        index.gather_narrower();
        index.name_slugs();
        index
    }

    /// How many entries the résumé has.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// All tags, by their numbers.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// The tag that a keyword of the file names.
    pub fn named(&self, keyword: &str) -> Option<TagId> {
        self.by_name.get(&key(keyword))
    }

    /// The tag that a link means: by its slug, else by any of its names, as they are written or as
    /// slugs.
    pub fn linked(&self, text: &str) -> Option<TagId> {
        let slug = slug(text);
        self.with_slug(text)
            .or_else(|| self.named(text))
            .or_else(|| self.with_slug(&slug))
            .or_else(|| {
                let mut aliases = self.by_name.0.iter();
                aliases.find_map(|(name, tag)| (self::slug(name) == slug).then_some(*tag))
            })
    }

    /// All tags, strongest first: by the number of their entries, then as the document comes to them.
    pub fn by_strength(&self) -> Vec<TagId> {
        let mut order: Vec<_> = (0..self.tags.len()).collect();
        let strength = |tag: TagId| self.tags[tag].entries.count_ones(..);
        order.sort_unstable_by_key(|&tag| (Reverse(strength(tag)), tag));
        order
    }

    fn with_slug(&self, slug: &str) -> Option<TagId> {
        self.tags.iter().position(|tag| tag.slug == slug)
    }

    fn tag_named(&mut self, name: &str, canonical: &Names, concepts: &[Concept]) -> TagId {
        let concept = canonical.get(&key(name));
        let name = concept.map_or(name, |concept| &concepts[concept].name);
        if let Some(tag) = self.named(name) {
            return tag;
        }
        self.tags.push(Tag {
            name: name.to_owned(),
            slug: String::new(),
            entries: FixedBitSet::with_capacity(self.entries),
            narrower: Vec::new(),
        });
        let tag = self.tags.len() - 1;
        self.by_name.add(key(name), tag);
        tag
    }

    /// Gives every tag the entries of all that is narrower, near and far. Two that include each
    /// other end up with the same.
    fn gather_narrower(&mut self) {
        let own: Vec<_> = self.tags.iter().map(|tag| tag.entries.clone()).collect();
        for tag in 0..self.tags.len() {
            let mut seen = vec![tag];
            let mut next = 0;
            while let Some(&at) = seen.get(next) {
                next += 1;
                let narrower = self.tags[at].narrower.iter().copied();
                let new: Vec<_> = narrower.filter(|id| !seen.contains(id)).collect();
                seen.extend(new);
                self.tags[tag].entries.union_with(&own[at]);
            }
        }
    }

    fn name_slugs(&mut self) {
        for id in 0..self.tags.len() {
            let base = slug(&self.tags[id].name);
            let mut free = base.clone();
            let mut number = 1;
            while free.is_empty() || self.with_slug(&free).is_some() {
                number += 1;
                free = format!("{base}-{number}");
            }
            self.tags[id].slug = free;
        }
    }
}

/// From every name that `meta.vitae.tags` knows to the canonical one. A concept's own name is
/// stronger than another's alias, and of two aliases the first.
fn canonical_names(concepts: &[Concept]) -> Names {
    let mut names = Names::default();
    for (number, concept) in concepts.iter().enumerate() {
        names.add(key(&concept.name), number);
    }
    for (number, concept) in concepts.iter().enumerate() {
        for alias in &concept.aliases {
            names.add(key(alias), number);
        }
    }
    names
}

/// What is equal for names that differ in case and spacing alone.
fn key(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    lower_case(&words.join(" "))
}

/// In lower case, as Unicode has it. In the browser, its own tables do it: those of Rust would be
/// 5 kB more to load.
fn lower_case(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).to_lower_case().into();
    #[cfg(not(target_arch = "wasm32"))]
    return text.to_lowercase();
}

/// A name in the form that links have: `distributed-systems`, `sns-sqs`, `node-js`. The signs that
/// tell languages apart are spelled out: `c-plus-plus`, `c-sharp`, `dot-net`.
fn slug(name: &str) -> String {
    let mut words = lower_case(name)
        .replace('+', " plus ")
        .replace('#', " sharp ");
    if let Some(rest) = words.strip_prefix('.') {
        words = format!("dot {rest}");
    }
    let words: Vec<_> = words
        .split(|letter: char| letter.is_ascii_punctuation() || letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(json: &str) -> Index {
        let (resume, _) = Resume::read(json).expect("a résumé");
        Index::new(&resume)
    }

    #[track_caller]
    fn assert_entries(index: &Index, link: &str, entries: &[usize]) {
        let tag = index.linked(link).expect(link);
        let found: Vec<_> = index.tags()[tag].entries.ones().collect();
        assert_eq!(found, entries, "{link}");
    }

    #[test]
    fn names_that_mean_one_thing_are_one_tag() {
        let index = index(
            r#"{"projects": [{"keywords": ["Postgres"]}, {"keywords": ["POSTGRESQL", "postgres"]}],
                "skills": [{"keywords": ["PostgreSQL"]}],
                "meta": {"vitae": {"tags": {"PostgreSQL": {"aliases": ["Postgres"]}}}}}"#,
        );
        assert_eq!(index.tags().len(), 1);
        assert_eq!(index.tags()[0].name, "PostgreSQL");
        for link in [
            "postgresql",
            "postgres",
            "Postgres",
            "PostgreSQL",
            "POSTGRES",
        ] {
            assert_entries(&index, link, &[0, 1]);
        }
    }

    #[test]
    fn a_broader_tag_finds_the_narrower_ones_at_any_depth() {
        let index = index(
            r#"{"projects": [{"keywords": ["SNS"]}, {"keywords": ["Kafka"]}, {"keywords": ["SQS"]}, {}],
                "meta": {"vitae": {"tags": {
                    "Messaging": {"includes": ["SNS & SQS", "kafka"]},
                    "SNS & SQS": {"includes": ["SNS", "SQS"]}}}}}"#,
        );
        assert_entries(&index, "sns-sqs", &[0, 2]);
        assert_entries(&index, "SNS & SQS", &[0, 2]);
        assert_entries(&index, "messaging", &[0, 1, 2]);
        assert_entries(&index, "sns", &[0]);
    }

    #[test]
    fn tags_that_include_each_other_find_the_same() {
        let index = index(
            r#"{"projects": [{"keywords": ["A"]}, {"keywords": ["B"]}],
                "meta": {"vitae": {"tags": {"A": {"includes": ["B"]}, "B": {"includes": ["A"]}}}}}"#,
        );
        assert_entries(&index, "a", &[0, 1]);
        assert_entries(&index, "b", &[0, 1]);
    }

    #[test]
    fn a_jobs_technologies_are_those_of_all_that_was_built_in_it() {
        let index = index(
            r#"{"work": [{"name": "One", "keywords": ["AWS"], "projects": [{"keywords": ["Go"]}, {}]},
                         {"name": "Two", "keywords": ["Go"]}],
                "projects": [{"name": "P", "entity": "One"}, {"name": "Q", "entity": "Other"}]}"#,
        );
        assert_eq!(index.entries(), 5);
        assert_entries(&index, "aws", &[0, 1, 3]);
        assert_entries(&index, "go", &[0, 2]);
    }

    #[test]
    fn slugs_are_readable_and_each_tags_own() {
        for (name, expected) in [
            ("Distributed Systems", "distributed-systems"),
            ("SNS & SQS", "sns-sqs"),
            ("C", "c"),
            ("C++", "c-plus-plus"),
            ("C#", "c-sharp"),
            (".NET", "dot-net"),
            ("Node.js", "node-js"),
            ("CI/CD", "ci-cd"),
            ("  Go  ", "go"),
            ("日本語", "日本語"),
            ("Ünïcode", "ünïcode"),
        ] {
            assert_eq!(slug(name), expected);
        }
        let index = index(r#"{"skills": [{"keywords": ["A-B", "A B", "A/B", "&", "%"]}]}"#);
        let slugs: Vec<_> = index.tags().iter().map(|tag| tag.slug.as_str()).collect();
        assert_eq!(slugs, ["a-b", "a-b-2", "a-b-3", "-2", "-3"]);
        assert_eq!(
            index.linked("A/B"),
            Some(2),
            "a name is stronger than another's slug"
        );
    }

    #[test]
    fn what_no_tag_is_called_means_nothing() {
        let index = index(r#"{"skills": [{"keywords": ["Go"]}]}"#);
        for link in ["", " ", "rust", "go-", "%", "g o"] {
            let found = index
                .linked(link)
                .map(|tag| index.tags()[tag].name.as_str());
            assert_eq!(found, (link == "go-").then_some("Go"), "{link:?}");
        }
    }
}
