//! What a query selects: `?tag=kafka&tag=redis&match=any&q=cache` as a value, and back.

use std::{ops::Range, slice};

use fixedbitset::FixedBitSet;
use form_urlencoded::{Serializer, parse};

use crate::{
    labels::{Label, Labels},
    resume::{EntryId, date::runs},
    tags::{Index, Tag, TagId},
    words::{folded, is_enough, occurrences, spaced},
};

/// How many characters are searched for at most.
const LONGEST: usize = 500;

/// How several tags go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// An entry must have all of them.
    #[default]
    All,
    /// An entry must have at least one of them (`match=any`).
    Any,
}

/// The page's state, which is its address' query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The chosen tags, in the order of choosing, each once.
    pub tags: Vec<TagId>,
    /// How they go together.
    pub matching: Match,
    /// Words that an entry must all have as well, as the reader has typed them.
    pub q: String,
}

impl Filter {
    /// Reads a query, with or without its `?`. What it does not know is left out: parameters of
    /// other names, tags that the résumé does not have.
    pub fn from_query(query: &str, index: &Index) -> Self {
        let mut filter = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        for (name, value) in parse(query.as_bytes()) {
            match (&*name, &*value) {
                ("tag", link) => {
                    let tag = index.linked(link);
                    filter
                        .tags
                        .extend(tag.filter(|tag| !filter.tags.contains(tag)));
                }
                ("match", "any") => filter.matching = Match::Any,
                ("q", words) if filter.q.is_empty() => filter = filter.searching(words),
                _ => {}
            }
        }
        if filter.tags.is_empty() {
            filter.matching = Match::All;
        }
        filter
    }

    /// The query, with its `?`; empty where nothing is chosen.
    pub fn to_query(&self, index: &Index) -> String {
        if self.is_empty() {
            String::new()
        } else {
            self.to_link(index)
        }
    }

    /// The query as a link to this state; `?` alone is the page without a filter.
    pub fn to_link(&self, index: &Index) -> String {
        let link = "?".to_owned();
        let start = link.len();
        let mut query = Serializer::for_suffix(link, start);
        for &tag in &self.tags {
            query.append_pair("tag", &index.tags()[tag].slug);
        }
        if self.matching == Match::Any && !self.tags.is_empty() {
            query.append_pair("match", "any");
        }
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        query.finish()
    }

    /// Whether nothing is chosen and nothing searched for.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.q.is_empty()
    }

    /// With the tag chosen if it is not, and the other way round.
    pub fn toggled(&self, tag: TagId) -> Self {
        let mut filter = self.clone();
        match filter.tags.iter().position(|&chosen| chosen == tag) {
            Some(position) => _ = filter.tags.remove(position),
            None => filter.tags.push(tag),
        }
        filter
    }

    /// With the tag chosen.
    pub fn with(&self, tag: TagId) -> Self {
        if self.tags.contains(&tag) {
            self.clone()
        } else {
            self.toggled(tag)
        }
    }

    /// With the tags going together in that way.
    pub fn matching(&self, matching: Match) -> Self {
        Self {
            matching,
            ..self.clone()
        }
    }

    /// With these words to search for, in place of others; a letter alone is not enough.
    pub fn searching(&self, words: &str) -> Self {
        let end = words.char_indices().nth(LONGEST);
        let words = end.map_or(words, |(end, _)| &words[..end]);
        let q = if is_enough(words) {
            spaced(words)
        } else {
            String::new()
        };
        Self { q, ..self.clone() }
    }

    /// The filter for any of these tags.
    pub fn any_of(tags: Vec<TagId>) -> Self {
        let matching = match tags.len() {
            0 | 1 => Match::All,
            _ => Match::Any,
        };
        Self {
            tags,
            matching,
            q: String::new(),
        }
    }

    /// Each thing that it asks for, by itself: its tags, and its words.
    pub fn parts(&self) -> impl Iterator<Item = Self> {
        let tags = self.tags.iter().map(|&tag| Self::default().toggled(tag));
        let words = (!self.q.is_empty()).then(|| Self::default().searching(&self.q));
        tags.chain(words)
    }

    fn words(&self) -> Vec<String> {
        self.q.split(' ').map(folded).collect()
    }

    fn searched(&self, index: &Index) -> Option<FixedBitSet> {
        (!self.q.is_empty()).then(|| index.containing(&self.words()))
    }

    /// The entries that are evidence of its tags as `of` says, and are among those that it has
    /// searched for.
    fn combine(
        &self,
        index: &Index,
        searched: Option<&FixedBitSet>,
        of: fn(&Tag) -> &FixedBitSet,
    ) -> FixedBitSet {
        let mut tags = self.tags.iter().map(|&tag| of(&index.tags()[tag]));
        let mut found = tags.next().cloned().unwrap_or_else(|| {
            let mut all = FixedBitSet::with_capacity(index.entries());
            all.insert_range(..);
            all
        });
        for entries in tags {
            match self.matching {
                Match::All => found.intersect_with(entries),
                Match::Any => found.union_with(entries),
            }
        }
        if let Some(searched) = searched {
            found.intersect_with(searched);
        }
        found
    }

    /// The entries that it leaves; all of them where nothing is chosen.
    pub fn entries(&self, index: &Index) -> FixedBitSet {
        self.combine(index, self.searched(index).as_ref(), |tag| &tag.evidence)
    }

    /// Applies it.
    pub fn select(self, index: &Index) -> Selection {
        let mut searched = self.searched(index);
        let mut mended = None;
        if searched.as_ref().is_some_and(FixedBitSet::is_clear)
            && let Some(words) = index.mended(&self.words())
        {
            let filter = self.searching(&words.join(" "));
            let found = filter.searched(index);
            if !found.as_ref().is_some_and(FixedBitSet::is_clear) {
                searched = found;
                mended = Some(filter);
            }
        }
        let combine = |of| self.combine(index, searched.as_ref(), of);
        Selection {
            found: (!self.is_empty()).then(|| combine(|tag| &tag.evidence)),
            proof: combine(|tag| &tag.entries),
            searched,
            filter: self,
            mended,
        }
    }

    /// What it asks for, in words: “Golang and Kafka”, “Redis or Kafka, with “cache””.
    pub fn names(&self, index: &Index, labels: &Labels) -> String {
        let names = self.tags.iter().map(|&tag| index.tags()[tag].name.as_str());
        let names: Vec<_> = names.collect();
        let joint = match self.matching {
            Match::All => Label::And,
            Match::Any => Label::Or,
        };
        let tags = labels.listed(&names, joint);
        if self.q.is_empty() {
            return tags;
        }
        let words = labels.filled(Label::Quoted, &[("words", &self.q)]);
        if tags.is_empty() {
            words
        } else {
            labels.filled(Label::WithWords, &[("names", &tags), ("words", &words)])
        }
    }

    /// How many of its words, or of its tags together, a text has.
    pub fn count_in(&self, index: &Index, text: &str) -> usize {
        let words = self.words();
        let has = |word: &&String| !occurrences(text, slice::from_ref(word)).is_empty();
        let found = words.iter().filter(has).count();
        found + usize::from(!index.named_in(text, &self.tags).is_empty())
    }

    /// Where a text has what it asks for, in bytes of the text, from the start, and apart from each
    /// other: its words and, where the text is a sentence, its tags' names.
    pub fn marks(&self, index: &Index, text: &str, is_sentence: bool) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        if !self.q.is_empty() {
            let words = self.words();
            places = occurrences(text, &words);
            // A technology may have been found by another of its names.
            if !is_sentence && places.is_empty() && index.is_called(text, &words) {
                places.push(0..text.len());
            }
        }
        if is_sentence {
            places.extend(index.named_in(text, &self.tags));
        }
        let mut marked = FixedBitSet::with_capacity(text.len());
        places
            .into_iter()
            .for_each(|place| marked.insert_range(place));
        runs(&marked)
    }
}

/// A filter and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The filter.
    pub filter: Filter,
    /// What is found in its place, where nothing has its words and they may have typing errors.
    pub mended: Option<Filter>,
    /// The entries that it leaves; `None` where nothing is chosen.
    pub found: Option<FixedBitSet>,
    /// Those among them that have what is chosen as keywords, and do not only mention it.
    pub proof: FixedBitSet,
    /// The entries that have its words; `None` where nothing is searched for.
    searched: Option<FixedBitSet>,
}

impl Selection {
    /// An entry's `data-match`: `None` while nothing is chosen.
    pub fn matching(&self, entry: EntryId) -> Option<&'static str> {
        let found = self.found.as_ref()?;
        Some(if found.contains(entry) { "yes" } else { "no" })
    }

    /// How many entries a tag would leave if it were toggled; where any of the tags will do, how many it has by itself.
    pub fn left_by(&self, tag: TagId, index: &Index) -> usize {
        let filter = match self.filter.matching {
            Match::All => self.filter.toggled(tag),
            Match::Any => Filter::default().toggled(tag),
        };
        let left = filter.combine(index, self.searched.as_ref(), |tag| &tag.evidence);
        left.count_ones(..)
    }

    /// The filter that has found what is found.
    pub fn answered(&self) -> &Filter {
        self.mended.as_ref().unwrap_or(&self.filter)
    }

    /// What to say of words that nothing has, where others are found in their place.
    pub fn in_vain(&self, index: &Index, labels: &Labels) -> Option<String> {
        self.mended.as_ref()?;
        let words = Filter::default().searching(&self.filter.q);
        let names = words.names(index, labels);
        Some(labels.filled(Label::NothingHasWords, &[("names", &names)]))
    }

    /// Whether an entry has words to be marked.
    pub fn is_marked(&self, entry: EntryId, index: &Index) -> bool {
        let speaks = |&tag: &TagId| index.tags()[tag].spoken.contains(entry);
        let is_found = self
            .found
            .as_ref()
            .is_some_and(|found| found.contains(entry));
        is_found && (!self.filter.q.is_empty() || self.filter.tags.iter().any(speaks))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::resume::Resume;

    fn index() -> Index {
        let (resume, _) = Resume::read(
            r#"{"projects": [{"keywords": ["Kafka", "Redis"]}, {"keywords": ["Redis"]},
                             {"keywords": ["Kafka"]}, {"keywords": ["C++", "日本 語"]}],
                "skills": [{"keywords": ["Docker"]}],
                "meta": {"vitae": {"tags": {"Kafka": {"aliases": ["Apache Kafka"]}}}}}"#,
        )
        .expect("a résumé");
        Index::new(&resume)
    }

    #[track_caller]
    fn assert_finds(query: &str, entries: &[usize]) {
        let index = index();
        let found = Filter::from_query(query, &index).entries(&index);
        assert_eq!(found.ones().collect::<Vec<_>>(), entries, "{query}");
    }

    #[track_caller]
    fn assert_reads_as(query: &str, expected: &str) {
        let index = index();
        assert_eq!(
            Filter::from_query(query, &index).to_query(&index),
            expected,
            "{query}"
        );
    }

    #[test]
    fn all_tags_are_asked_for_unless_any_will_do() {
        assert_finds("", &[0, 1, 2, 3]);
        assert_finds("?tag=kafka", &[0, 2]);
        assert_finds("?tag=kafka&tag=redis", &[0]);
        assert_finds("?tag=kafka&tag=redis&match=any", &[0, 1, 2]);
        assert_finds("?tag=docker", &[]);
    }

    #[test]
    fn a_query_is_read_generously_and_written_in_one_form() {
        assert_reads_as("tag=redis", "?tag=redis");
        assert_reads_as("?tag=Apache+Kafka&tag=kafka", "?tag=kafka");
        assert_reads_as("?tag=apache-kafka", "?tag=kafka");
        assert_reads_as("?tag=C%2B%2B", "?tag=c-plus-plus");
        assert_reads_as("?tag=日本-語", "?tag=%E6%97%A5%E6%9C%AC-%E8%AA%9E");
        assert_reads_as("?match=all&tag=redis", "?tag=redis");
        assert_reads_as("?match=any&tag=redis", "?tag=redis&match=any");
        assert_reads_as("?q=+two++words+&q=more", "?q=two+words");
        assert_reads_as("?q=a%26b&tag=redis", "?tag=redis&q=a%26b");
        assert_reads_as("?q=xy&match=any", "?q=xy");
    }

    #[test]
    fn what_is_unknown_is_no_part_of_the_state() {
        for query in [
            "?tag=cobol",
            "?tag=",
            "?tag",
            "?utm_source=x",
            "?match=any",
            "?q=",
            "?q=+",
            "?q=x",
            "?tag=%",
            "?tag=%FF%25",
            "?&&==",
        ] {
            assert_reads_as(query, "");
            assert_finds(query, &[0, 1, 2, 3]);
        }
        assert_reads_as("?utm=1&tag=cobol&tag=redis&match=some", "?tag=redis");
    }

    #[test]
    fn a_query_is_as_long_as_it_likes_and_what_is_searched_for_is_not() {
        let index = index();
        let words = "ä b ".repeat(250_000);
        let filter = Filter::from_query(&format!("?q={words}"), &index);
        assert_eq!(filter.q.chars().count(), LONGEST - 1);
        assert_eq!(Filter::from_query(&filter.to_query(&index), &index), filter);
        let tags = "&tag=kafka&tag=cobol".repeat(100_000);
        assert_eq!(
            Filter::from_query(&tags, &index).to_query(&index),
            "?tag=kafka"
        );
    }

    #[test]
    fn words_narrow_what_tags_leave() {
        assert_finds("?q=kaf", &[0, 2]);
        assert_finds("?q=KAF+red", &[0]);
        assert_finds("?tag=redis&q=kafka", &[0]);
        assert_finds("?tag=redis&tag=kafka&match=any&q=kafka", &[0, 2]);
        assert_finds("?q=cobol", &[]);
    }

    #[test]
    fn marks_are_apart_and_in_order() {
        let index = index();
        let marked = |query: &str, is_sentence| {
            let text = "Apache Kafka and redis: kafkaesque";
            let filter = Filter::from_query(query, &index);
            let marks = filter.marks(&index, text, is_sentence).into_iter();
            marks.map(|place| &text[place]).collect::<Vec<_>>()
        };
        assert_eq!(
            marked("?tag=redis&tag=kafka", true),
            ["Apache Kafka", "redis"]
        );
        assert_eq!(marked("?tag=redis", false), [""; 0]);
        assert_eq!(marked("?q=kafka", false), ["Kafka", "kafka"]);
        let by_another_name = Filter::from_query("?q=apac", &index);
        let whole = by_another_name.marks(&index, "Kafka", false);
        assert_eq!(whole.first(), Some(&(0..5)));
        assert!(by_another_name.marks(&index, "Kafka", true).is_empty());
        assert_eq!(
            marked("?tag=kafka&q=ka+and", true),
            ["Apache Kafka", "and", "ka"]
        );
    }

    #[test]
    fn a_toggle_undoes_itself_and_keeps_the_order_of_choosing() {
        let index = index();
        let [kafka, redis] = ["kafka", "redis"].map(|tag| index.linked(tag).expect(tag));
        let both = Filter::default().toggled(redis).toggled(kafka);
        assert_eq!(both.to_query(&index), "?tag=redis&tag=kafka");
        assert_eq!(both.toggled(redis).to_query(&index), "?tag=kafka");
        assert_eq!(both.toggled(redis).toggled(kafka), Filter::default());
    }

    proptest! {
        #[test]
        fn any_filter_survives_its_own_query(tags in proptest::sample::subsequence(vec![0, 1, 2, 3, 4], 0..=5).prop_shuffle(), any: bool, q in "(\\S{2,4}( \\S{1,4}){0,2})?") {
            let index = index();
            let matching = if any && !tags.is_empty() { Match::Any } else { Match::All };
            let filter = Filter { tags, matching, q };
            prop_assert_eq!(Filter::from_query(&filter.to_query(&index), &index), filter);
        }

        #[test]
        fn no_query_is_too_odd_to_read(query in "(\\PC*|[?&=%+a-f0-9\\PC]*|((tag|match|q)=(\\PC{0,4}|kafka|any|%[0-9A-F]{2}){0,3}&?)*)") {
            let index = index();
            let filter = Filter::from_query(&query, &index);
            prop_assert_eq!(Filter::from_query(&filter.to_query(&index), &index), filter);
        }

        #[test]
        fn one_more_tag_never_leaves_more_of_all_nor_fewer_of_any(tags in proptest::sample::subsequence(vec![0, 1, 2, 3, 4], 1..=4), more in 0..5_usize) {
            let index = index();
            let count = |tags: &[usize], matching| Filter { tags: tags.to_vec(), matching, q: String::new() }.entries(&index).count_ones(..);
            let mut extended = tags.clone();
            extended.push(more);
            prop_assert!(count(&extended, Match::All) <= count(&tags, Match::All));
            prop_assert!(count(&extended, Match::Any) >= count(&tags, Match::Any));
        }
    }
}
