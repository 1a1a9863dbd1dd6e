//! What a query selects: `?tag=kafka&tag=redis&match=any` as a value, and back.

use std::fmt;

use fixedbitset::FixedBitSet;
use form_urlencoded::byte_serialize;

use crate::tags::{Index, TagId};

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
}

impl Filter {
    /// Reads a query, with or without its `?`. What it does not know is left out: parameters of
    /// other names, tags that the résumé does not have.
    pub fn from_query(query: &str, index: &Index) -> Self {
        let mut filter = Self::default();
        let query = query.strip_prefix('?').unwrap_or(query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match (&*name, &*value) {
                ("tag", link) => {
                    let tag = index.linked(link);
                    filter
                        .tags
                        .extend(tag.filter(|tag| !filter.tags.contains(tag)));
                }
                ("match", "any") => filter.matching = Match::Any,
                _ => {}
            }
        }
        filter
    }

    /// The query, with its `?`; empty where nothing is chosen.
    pub fn to_query(&self, index: &Index) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut query = String::new();
        for &tag in &self.tags {
            query.push_str(if query.is_empty() { "?tag=" } else { "&tag=" });
            query.extend(byte_serialize(index.tags()[tag].slug.as_bytes()));
        }
        if self.matching == Match::Any {
            query.push_str("&match=any");
        }
        query
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
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

    /// With the tags going together in that way.
    pub fn matching(&self, matching: Match) -> Self {
        let tags = self.tags.clone();
        Self { tags, matching }
    }

    /// The entries that it leaves; all of them where nothing is chosen.
    pub fn entries(&self, index: &Index) -> FixedBitSet {
        let mut tags = self.tags.iter().map(|&tag| &index.tags()[tag].entries);
        let Some(first) = tags.next() else {
            let mut all = FixedBitSet::with_capacity(index.entries());
            all.insert_range(..);
            return all;
        };
        tags.fold(first.clone(), |mut found, entries| {
            match self.matching {
                Match::All => found.intersect_with(entries),
                Match::Any => found.union_with(entries),
            }
            found
        })
    }

    /// Applies it.
    pub fn select(self, index: &Index) -> Selection {
        let found = (!self.is_empty()).then(|| self.entries(index));
        let left_by = |tag| self.toggled(tag).entries(index).count_ones(..);
        Selection {
            found,
            counts: (0..index.tags().len()).map(left_by).collect(),
            status: self.status(index),
            filter: self,
        }
    }

    /// What is shown, in words.
    pub fn status(&self, index: &Index) -> Status {
        let all = index.entries();
        let entries = if all == 1 { "entry" } else { "entries" };
        let names = self.tags.iter().map(|&tag| index.tags()[tag].name.as_str());
        let names: Vec<_> = names.collect();
        let Some((last, others)) = names.split_last() else {
            return Status {
                shown: format!("{all} {entries}"),
                ..Status::default()
            };
        };
        let found = self.entries(index).count_ones(..);
        let joint = match self.matching {
            _ if others.is_empty() => "",
            Match::All => " and ",
            Match::Any => " or ",
        };
        Status {
            shown: format!("{found} of {all} {entries}"),
            tags: format!(": {}{joint}{last}", others.join(", ")),
            note: if found == 0 {
                ". The whole résumé is shown."
            } else {
                ""
            },
        }
    }
}

/// A filter and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The filter.
    pub filter: Filter,
    /// The entries that it leaves; `None` where nothing is chosen.
    pub found: Option<FixedBitSet>,
    /// For each tag how many entries would be left if it were toggled.
    pub counts: Vec<usize>,
    /// What is shown, in words.
    pub status: Status,
}

/// What is shown, in words: “4 of 10 entries: Golang and Kafka”. In parts, because the chosen tags
/// stand beside it as chips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// How many entries.
    pub shown: String,
    /// Which tags, with what leads to them.
    pub tags: String,
    /// What else the reader should know.
    pub note: &'static str,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}{}", self.shown, self.tags, self.note)
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
    }

    #[test]
    fn what_is_unknown_is_no_part_of_the_state() {
        for query in [
            "?tag=cobol",
            "?tag=",
            "?tag",
            "?utm_source=x",
            "?match=any",
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
    fn the_status_says_what_is_shown() {
        let index = index();
        for (query, status) in [
            ("", "4 entries"),
            ("?tag=kafka", "2 of 4 entries: Kafka"),
            ("?tag=kafka&tag=redis", "1 of 4 entries: Kafka and Redis"),
            (
                "?tag=kafka&tag=redis&tag=docker&match=any",
                "3 of 4 entries: Kafka, Redis or Docker",
            ),
            (
                "?tag=docker",
                "0 of 4 entries: Docker. The whole résumé is shown.",
            ),
        ] {
            assert_eq!(
                Filter::from_query(query, &index).status(&index).to_string(),
                status
            );
        }
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
        fn any_filter_survives_its_own_query(tags in proptest::sample::subsequence(vec![0, 1, 2, 3, 4], 0..=5).prop_shuffle(), any: bool) {
            let index = index();
            let matching = if any && !tags.is_empty() { Match::Any } else { Match::All };
            let filter = Filter { tags, matching };
            prop_assert_eq!(Filter::from_query(&filter.to_query(&index), &index), filter);
        }

        #[test]
        fn no_query_is_too_odd_to_read(query in "\\PC*") {
            let index = index();
            let filter = Filter::from_query(&query, &index);
            prop_assert_eq!(Filter::from_query(&filter.to_query(&index), &index).tags, filter.tags);
        }

        #[test]
        fn one_more_tag_never_leaves_more_of_all_nor_fewer_of_any(tags in proptest::sample::subsequence(vec![0, 1, 2, 3, 4], 1..=4), more in 0..5_usize) {
            let index = index();
            let count = |tags: &[usize], matching| Filter { tags: tags.to_vec(), matching }.entries(&index).count_ones(..);
            let mut extended = tags.clone();
            extended.push(more);
            prop_assert!(count(&extended, Match::All) <= count(&tags, Match::All));
            prop_assert!(count(&extended, Match::Any) >= count(&tags, Match::Any));
        }
    }
}
