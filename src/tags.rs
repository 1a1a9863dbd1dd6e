//! Which technologies there are, what they are called, and which entries have them.
//!
//! Names that mean one thing are one [`Tag`], by `meta.vitae.tags` and without regard to case. The
//! terms are those of SKOS: a tag's name is its preferred label, and a broader tag finds what its
//! narrower ones find.

use std::{borrow::Cow, collections::HashMap, ops::Range, slice};

use fixedbitset::FixedBitSet;

use crate::{
    resume::{Concept, Entry, EntryId, Resume, Skill},
    unicode::lower_case,
    words::{Phrases, beginnings, folded, is_one_off, spaced},
};

/// How many tags there are at most, and how many other names of theirs. What else a keyword names is words.
pub const MOST: usize = 2_000;

/// The sections whose keywords are no technologies by themselves: nobody looks for a skill in Ferrets.
const NO_TECHNOLOGIES: [&str; 4] = ["awards", "interests", "languages", "references"];

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
    /// The other entries that speak of it or of a narrower one in their own words.
    pub mentions: FixedBitSet,
    /// All entries that speak of it or of a narrower one in their own words.
    pub spoken: FixedBitSet,
    /// The entries that have it or mention it: those that a filter for it leaves.
    pub evidence: FixedBitSet,
    /// Whether it stands under skills.
    pub is_skill: bool,
    /// Whether it, or what is narrower, is a skill, or a keyword of more than [`NO_TECHNOLOGIES`], or no keyword but a mention.
    pub is_technology: bool,
    /// It and all that is narrower, near and far.
    covers: FixedBitSet,
    /// All its names, as [`key`] has them.
    names: Vec<String>,
    narrower: Vec<TagId>,
}

/// A résumé's tags and how its entries have them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    tags: Vec<Tag>,
    /// The tags by all their names, as [`key`] has them.
    by_name: HashMap<String, TagId>,
    /// The tags by what links may call them: their slugs, all their names, as [`key`] has them, and the slugs of these.
    by_link: HashMap<String, TagId>,
    /// Whether there were more than [`MOST`].
    pub is_full: bool,
    /// What the tags are called in sentences.
    phrases: Phrases,
    /// All that a search finds an entry by, folded.
    texts: Vec<String>,
}

impl Index {
    /// The index of a résumé.
    pub fn new(resume: &Resume) -> Self {
        let entries = resume.entries();
        let mut words = Vec::with_capacity(entries.len());
        let mut index = Self {
            texts: vec![String::new(); entries.len()],
            ..Self::default()
        };
        // Every alias is known before the first keyword is read, so that each name finds its tag.
        let concepts = &resume.settings.tags;
        let canonical = canonical_names(concepts);
        for (number, entry) in entries.iter().enumerate() {
            for keyword in &entry.keywords {
                if let Some(tag) = index.tag_named(keyword, &canonical, concepts) {
                    let tag = &mut index.tags[tag];
                    tag.entries.insert(number);
                    tag.is_technology |= !NO_TECHNOLOGIES.contains(&entry.section);
                }
            }
            words.push(entry.words());
        }
        let listed = resume.skills.iter().flat_map(Skill::names);
        let of_jobs = resume.work.iter().flat_map(|job| &job.keywords);
        for keyword in listed {
            if let Some(tag) = index.tag_named(keyword, &canonical, concepts) {
                index.tags[tag].is_skill = true;
                index.tags[tag].is_technology = true;
            }
        }
        for keyword in of_jobs {
            if let Some(tag) = index.tag_named(keyword, &canonical, concepts) {
                index.tags[tag].is_technology = true;
            }
        }
        for concept in concepts {
            let tag = index.tag_named(&concept.name, &canonical, concepts);
            for name in &concept.includes {
                let narrower = index.tag_named(name, &canonical, concepts);
                if let (Some(tag), Some(narrower)) = (tag, narrower) {
                    index.tags[tag].narrower.push(narrower);
                }
            }
        }
        for alias in concepts.iter().flat_map(|concept| &concept.aliases) {
            let alias = key(alias);
            // Every alias is in `canonical`.
            let concept = &concepts[canonical[&alias]];
            if let Some(tag) = index.named(&concept.name) {
                index.call(tag, &alias);
            }
        }
        index.name_phrases(concepts);
        for (number, texts) in words.iter().enumerate() {
            index.find_mentions(number, texts);
        }
        index.gather_narrower();
        index.name_slugs();
        for (number, entry) in entries.iter().enumerate() {
            index.texts[number] = index.searched(entry, &words[number], resume);
        }
        index
    }

    /// All that a search finds an entry by: what it says, its technologies by all their names, its
    /// employer.
    fn searched(&self, entry: &Entry, words: &[Cow<str>], resume: &Resume) -> String {
        let mut texts: Vec<&str> = words.iter().map(|text| &**text).collect();
        for keyword in &entry.keywords {
            texts.push(keyword);
            if let Some(tag) = self.named(keyword) {
                texts.extend(self.tags[tag].names.iter().map(String::as_str));
            }
        }
        texts.extend(entry.job.map(|job| resume.work[job].name.as_str()));
        folded(&texts.join("\n"))
    }

    /// Whether any of a keyword's names has one of the words, which are [`folded`].
    pub fn is_called(&self, keyword: &str, words: &[String]) -> bool {
        self.named(keyword).is_some_and(|tag| {
            let mut names = self.tags[tag].names.iter().map(|name| folded(name));
            names.any(|name| {
                words
                    .iter()
                    .any(|word| beginnings(&name, word).next().is_some())
            })
        })
    }

    /// How many entries the résumé has.
    pub fn entries(&self) -> usize {
        self.texts.len()
    }

    /// The entries that have for each of the words, which are [`folded`], one that begins so.
    pub fn containing(&self, words: &[String]) -> FixedBitSet {
        let has = |text: &str, word: &str| beginnings(text, word).next().is_some();
        let has_all = |text: &String| words.iter().all(|word| has(text, word));
        let texts = self.texts.iter().enumerate();
        let found = texts.filter(|(_, text)| has_all(text));
        let mut entries = self.no_entries();
        entries.extend(found.map(|(number, _)| number));
        entries
    }

    /// The words, which are [`folded`], where those that no entry has are replaced by what they may be a typing error for, which
    /// is [`is_one_off`]: a word of a technology's name, or else of an entry. `None` where there is none for one of them.
    pub fn mended(&self, words: &[String]) -> Option<Vec<String>> {
        let names = self.tags.iter().flat_map(|tag| &tag.names);
        let names: Vec<_> = names.map(|name| folded(name)).collect();
        let mut mended = Vec::new();
        for word in words {
            if !self.containing(slice::from_ref(word)).is_clear() {
                mended.push(word.clone());
                continue;
            }
            // Signs are typed on purpose.
            if word.contains(parts_words) {
                return None;
            }
            // In what is shorter, another letter is another word: “Scala”, “scale”.
            let is_meant = |other: &&str, shortest: usize| {
                let length = word.chars().count().min(other.chars().count());
                length >= shortest && is_one_off(word, other)
            };
            let find = |texts: &[String], shortest| {
                let mut words = texts.iter().flat_map(|text| text.split(parts_words));
                let found = words.find(|other| is_meant(other, shortest));
                found.map(str::to_owned)
            };
            let meant = find(&names, 4).or_else(|| find(&self.texts, 6));
            mended.push(meant?);
        }
        Some(mended)
    }

    /// Where a text names any of the tags, or what is narrower; in bytes of the text.
    pub fn named_in(&self, text: &str, tags: &[TagId]) -> Vec<Range<usize>> {
        let is_meant = |named| tags.iter().any(|&tag| self.covers(tag, named));
        let found = self.phrases.find(text).into_iter();
        found
            .filter_map(|(named, place)| is_meant(named).then_some(place))
            .collect()
    }

    /// Whether anything is narrower than a tag.
    pub fn is_broad(&self, tag: TagId) -> bool {
        !self.tags[tag].narrower.is_empty()
    }

    /// Whether a tag is the other one, or broader.
    pub fn covers(&self, tag: TagId, other: TagId) -> bool {
        self.tags[tag].covers.contains(other)
    }

    /// Tags that someone may mean who has typed so much of a name, in the given order: those with a name
    /// in which a word begins so.
    pub fn suggested(&self, typed: &str, order: &[TagId]) -> Vec<TagId> {
        let typed = folded(typed.trim());
        if typed.is_empty() {
            return Vec::new();
        }
        let begins_word = |name: &String| {
            let name = folded(name);
            let mut places = name.match_indices(typed.as_str());
            places.any(|(at, _)| at == 0 || name[..at].ends_with(parts_words))
        };
        let mut tags = order.to_vec();
        tags.retain(|&tag| self.tags[tag].names.iter().any(begins_word));
        tags
    }

    fn no_entries(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.entries())
    }

    /// All tags, by their numbers.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// The tag that a keyword of the file names.
    pub fn named(&self, keyword: &str) -> Option<TagId> {
        self.by_name.get(&key(keyword)).copied()
    }

    /// The tag that a link means: by its slug, else by any of its names, as they are written or as
    /// slugs. `src/head.js` has it the same.
    pub fn linked(&self, text: &str) -> Option<TagId> {
        let key = key(text);
        let tag = self.by_link.get(&key);
        tag.or_else(|| self.by_link.get(&slug(&key))).copied()
    }

    /// What links may call each tag, its slug first. What [`Index::linked`] finds by its slug anyway is left out.
    pub fn links(&self) -> Vec<Vec<&str>> {
        let mut links: Vec<_> = self.tags.iter().map(|tag| vec![&*tag.slug]).collect();
        let mut others: Vec<_> = self.by_link.iter().collect();
        others.sort_unstable();
        for (link, &tag) in others {
            let slug = slug(link);
            let is_needed = *link == slug || self.by_link.get(&slug) != Some(&tag);
            if is_needed && *link != self.tags[tag].slug {
                links[tag].push(link);
            }
        }
        links
    }

    /// The tag of a name, a new one if need be; none where there are too many.
    fn tag_named(
        &mut self,
        name: &str,
        canonical: &HashMap<String, usize>,
        concepts: &[Concept],
    ) -> Option<TagId> {
        let key = key(name);
        if let Some(tag) = self.by_name.get(&key) {
            return Some(*tag);
        }
        if let Some(concept) = canonical.get(&key) {
            let concept = &concepts[*concept].name;
            if concept != name {
                let tag = self.tag_named(concept, canonical, concepts)?;
                self.call(tag, &key);
                return Some(tag);
            }
        }
        let tag = self.tags.len();
        if tag == MOST {
            self.is_full = true;
            return None;
        }
        self.tags.push(Tag {
            name: name.to_owned(),
            slug: String::new(),
            entries: self.no_entries(),
            mentions: self.no_entries(),
            spoken: self.no_entries(),
            evidence: self.no_entries(),
            is_skill: false,
            is_technology: false,
            covers: FixedBitSet::new(),
            names: Vec::new(),
            narrower: Vec::new(),
        });
        self.call(tag, &key);
        Some(tag)
    }

    /// Gives a tag one more name, unless that is a name already.
    fn call(&mut self, tag: TagId, key: &str) {
        let names = &mut self.tags[tag].names;
        if names.len() == MOST {
            self.is_full = true;
        } else if !self.by_name.contains_key(key) {
            names.push(key.to_owned());
            self.by_name.insert(key.to_owned(), tag);
        }
    }

    fn name_phrases(&mut self, concepts: &[Concept]) {
        let tags = self.tags.iter().enumerate();
        let names = tags.map(|(tag, Tag { name, .. })| (name.as_str(), tag));
        let aliases = concepts.iter().flat_map(|concept| &concept.aliases);
        let aliases = aliases.filter_map(|alias| Some((alias.as_str(), self.named(alias)?)));
        self.phrases = Phrases::new(names.chain(aliases));
    }

    fn find_mentions(&mut self, entry: EntryId, texts: &[Cow<str>]) {
        for text in texts {
            for (tag, _) in self.phrases.find(text) {
                self.tags[tag].mentions.insert(entry);
            }
        }
    }

    /// Gives every tag the entries of all that is narrower, near and far. Two that include each
    /// other end up with the same.
    fn gather_narrower(&mut self) {
        let own = |of: fn(&Tag) -> &FixedBitSet| -> Vec<_> {
            self.tags.iter().map(of).cloned().collect()
        };
        let (entries, mentions) = (own(|tag| &tag.entries), own(|tag| &tag.mentions));
        let technologies: Vec<_> = self.tags.iter().map(|tag| tag.is_technology).collect();
        for tag in 0..self.tags.len() {
            let mut covers = FixedBitSet::with_capacity(MOST);
            covers.insert(tag);
            let mut near = vec![tag];
            while let Some(at) = near.pop() {
                let narrower = self.tags[at].narrower.iter();
                near.extend(narrower.filter(|id| !covers.put(**id)));
                self.tags[tag].entries.union_with(&entries[at]);
                self.tags[tag].mentions.union_with(&mentions[at]);
                self.tags[tag].is_technology |= technologies[at];
            }
            let tag = &mut self.tags[tag];
            tag.spoken = tag.mentions.clone();
            tag.evidence = &tag.entries | &tag.mentions;
            tag.mentions.difference_with(&tag.entries);
            // What only sentences speak of has a name in `meta.vitae.tags`: its owner takes it for one.
            tag.is_technology |= tag.entries.is_clear() && !tag.mentions.is_clear();
            tag.covers = covers;
        }
    }

    fn name_slugs(&mut self) {
        for id in 0..self.tags.len() {
            let base = slug(&self.tags[id].name);
            let mut free = base.clone();
            let mut number = 1;
            while free.is_empty() || self.by_link.contains_key(&free) {
                number += 1;
                free = format!("{base}-{number}");
            }
            self.by_link.insert(free.clone(), id);
            self.tags[id].slug = free;
        }
        for form in [str::to_owned, slug] {
            for (id, tag) in self.tags.iter().enumerate() {
                let links = tag.names.iter().map(|name| form(name));
                for link in links.filter(|link| !link.is_empty()) {
                    self.by_link.entry(link).or_insert(id);
                }
            }
        }
    }
}

/// From every name that `meta.vitae.tags` knows to the canonical one. A concept's own name is
/// stronger than another's alias, and of two aliases the first.
fn canonical_names(concepts: &[Concept]) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for (number, concept) in concepts.iter().enumerate() {
        names.entry(key(&concept.name)).or_insert(number);
    }
    for (number, concept) in concepts.iter().enumerate() {
        for alias in &concept.aliases {
            names.entry(key(alias)).or_insert(number);
        }
    }
    names
}

/// A name in lower case and with single spaces: the key of all names that differ in case and spacing alone.
fn key(name: &str) -> String {
    lower_case(&spaced(name))
}

/// A name in the form that links have: `distributed-systems`, `sns-sqs`, `node-js`. The signs that
/// tell languages apart are spelled out: `c-plus-plus`, `c-sharp`, `dot-net`.
fn slug(name: &str) -> String {
    let mut words = lower_case(name)
        .replace("+", " plus ")
        .replace("#", " sharp ");
    if let Some(rest) = words.strip_prefix('.') {
        words = format!("dot {rest}");
    }
    let words: Vec<_> = words
        .split(parts_words)
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

fn parts_words(sign: char) -> bool {
    sign.is_ascii_punctuation() || sign.is_whitespace()
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
            r#"{"projects": [{"keywords": ["SNS"]}, {"keywords": ["Kafka"]}, {"keywords": ["SQS"]}, {"name": "P"}],
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
            r#"{"work": [{"name": "One", "keywords": ["AWS"], "projects": [{"keywords": ["Go"]}, {"name": "P"}]},
                         {"name": "Two", "keywords": ["Go"]}],
                "projects": [{"name": "P", "entity": "One"}, {"name": "Q", "entity": "Other"}]}"#,
        );
        assert_eq!(index.entries(), 5);
        assert_entries(&index, "aws", &[0, 1, 3]);
        assert_entries(&index, "go", &[0, 2]);
    }

    #[test]
    fn a_mention_is_told_from_a_keyword() {
        let index = index(
            r#"{"work": [{"position": "Kafka engineer", "highlights": ["Set up River."]}],
                "projects": [{"name": "Queues", "keywords": ["Kafka"], "description": "Kafka, SQS"},
                             {"name": "Google to the rescue", "highlights": ["drivers, go to"]}],
                "awards": [{"title": "Best Go program", "summary": "."}],
                "skills": [{"keywords": ["River", "Golang", "Docker", "Messaging"]}],
                "meta": {"vitae": {"tags": {"Golang": {"aliases": ["Go"]}, "Messaging": {"includes": ["Kafka", "SQS"]}}}}}"#,
        );
        for (name, entries, mentions) in [
            ("Kafka", &[1][..], &[0][..]),
            ("River", &[], &[0]),
            ("Golang", &[], &[3]),
            ("Docker", &[], &[]),
            ("SQS", &[], &[1]),
            ("Messaging", &[1], &[0]),
        ] {
            let tag = &index.tags()[index.named(name).expect(name)];
            let found: Vec<_> = tag.entries.ones().collect();
            assert_eq!(found, entries, "{name}");
            let found: Vec<_> = tag.mentions.ones().collect();
            assert_eq!(found, mentions, "{name}");
        }
    }

    #[test]
    fn a_search_wants_all_its_words() {
        let index = index(
            r#"{"work": [{"name": "Café Ltd", "position": "Chef", "keywords": ["Soup"], "projects": [{"name": "Menü"}, {"name": "Card"}]}],
                "projects": [{"description": "menu card"}]}"#,
        );
        for (words, entries) in [
            (&["menu"][..], &[0, 2][..]),
            (&["menu", "card"], &[2]),
            (&["soup", "card"], &[1]),
            (&["cafe"], &[0, 1]),
            (&["chef", "soup"], &[0, 1]),
            (&["ltd menu"], &[]),
            (&["ard"], &[]),
            (&["sou", "ca"], &[0, 1]),
            (&[], &[0, 1, 2]),
        ] {
            let words: Vec<_> = words.iter().map(|word| folded(word)).collect();
            let found: Vec<_> = index.containing(&words).ones().collect();
            assert_eq!(found, entries, "{words:?}");
        }
    }

    #[test]
    fn tags_are_suggested_by_the_beginnings_of_their_names() {
        let index = index(
            r#"{"projects": [{"keywords": ["PostgreSQL"]}, {"keywords": ["PostgreSQL", "MySQL"]}],
                "skills": [{"keywords": ["Distributed Systems", "S3", "Élixir"]}],
                "meta": {"vitae": {"tags": {"PostgreSQL": {"aliases": ["Postgres", "SQL (Postgres)"]}}}}}"#,
        );
        for (typed, names) in [
            ("p", &["PostgreSQL"][..]),
            ("my", &["MySQL"]),
            ("s", &["PostgreSQL", "Distributed Systems", "S3"]),
            (" SYS ", &["Distributed Systems"]),
            ("eli", &["Élixir"]),
            ("ql", &[]),
            ("", &[]),
        ] {
            let found = index.suggested(typed, &[0, 1, 2, 3, 4]).into_iter();
            let found: Vec<_> = found.map(|tag| index.tags()[tag].name.as_str()).collect();
            assert_eq!(found, names, "{typed}");
        }
    }

    #[test]
    fn what_links_may_call_a_tag_is_enough_to_find_it() {
        let index = index(
            r#"{"skills": [{"keywords": ["A-B", "A B", "A/B", "&", ".NET", "C++", "Golang", "Distributed  Systems"]}],
                "meta": {"vitae": {"tags": {"Golang": {"aliases": ["Go", "Go Language", "b a"]}}}}}"#,
        );
        let links = index.links();
        assert_eq!(
            links[4..],
            [
                vec!["dot-net"],
                vec!["c-plus-plus"],
                vec!["golang", "b-a", "go", "go-language"],
                vec!["distributed-systems"]
            ]
        );
        let find = |name: &str| links.iter().position(|names| names.contains(&name));
        for text in [
            "A-B",
            "a b",
            "A/B",
            "a-b-3",
            "-2",
            "&",
            "%",
            " .net",
            "dot net",
            "NET",
            "c++",
            "C Plus Plus",
            "GO",
            "go  language",
            "B A",
            "b-a",
            "distributed/systems",
            "",
            "-",
        ] {
            let key = key(text);
            let found = find(&key).or_else(|| find(&slug(&key)));
            assert_eq!(found, index.linked(text), "{text}");
        }
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
