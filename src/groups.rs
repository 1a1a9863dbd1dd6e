//! The list of technologies: in the résumé's own groups of skills, what is narrower under what is broader.

use fixedbitset::FixedBitSet;

use crate::{
    resume::Resume,
    tags::{Index, TagId},
};

/// All technologies, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// Those that jobs, projects and the like prove, in groups.
    pub proven: Vec<Group>,
    /// Those that are only listed.
    pub listed: Vec<TagId>,
}

/// Technologies that stand together, strongest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its name; empty for those of no group, which come last.
    pub name: String,
    /// What is in it.
    pub branches: Vec<Branch>,
}

/// A technology, and what is narrower.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The technology.
    pub tag: TagId,
    /// What is narrower, near and far, strongest first.
    pub narrower: Vec<TagId>,
}

impl Groups {
    /// The technologies of a résumé in the given order. Each stands in the first group of skills that names it, or under the first that
    /// is broader.
    pub fn new(resume: &Resume, index: &Index, order: &[TagId]) -> Self {
        let tags = index.tags();
        let technologies = order.iter().filter(|&&tag| tags[tag].is_technology);
        let (proven, listed): (Vec<TagId>, _) =
            technologies.partition(|&&tag| !tags[tag].evidence.is_clear());
        let names = resume.skills.iter().map(|skill| skill.name.clone());
        let mut groups: Vec<_> = names.chain([String::new()]).map(Group::named).collect();
        let others = groups.len() - 1;
        let mut group_of = vec![others; tags.len()];
        for (number, group) in resume.skills.iter().enumerate().rev() {
            if !group.name.is_empty() {
                let named = group.keywords.iter().filter_map(|name| index.named(name));
                named.for_each(|tag| group_of[tag] = number);
            }
        }
        let is_below = |broad: TagId, tag| index.covers(broad, tag) && !index.covers(tag, broad);
        let broad = proven.iter().copied().filter(|&tag| index.is_broad(tag));
        let broad: Vec<_> = broad.collect();
        let mut placed = FixedBitSet::with_capacity(tags.len());
        for &tag in &proven {
            if broad.iter().any(|&broad| is_below(broad, tag)) {
                continue;
            }
            let mut narrower = Vec::new();
            if index.is_broad(tag) {
                let below = proven.iter().copied().filter(|&other| is_below(tag, other));
                narrower.extend(below.filter(|&other| !placed.put(other)));
            }
            groups[group_of[tag]]
                .branches
                .push(Branch { tag, narrower });
        }
        groups.retain(|group| !group.branches.is_empty());
        Self {
            proven: groups,
            listed,
        }
    }
}

impl Group {
    fn named(name: String) -> Self {
        Self {
            name,
            branches: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{evidence::History, labels::Labels, resume::date::Date};

    fn names(tags: &[TagId], index: &Index) -> Vec<String> {
        tags.iter()
            .map(|&tag| index.tags()[tag].name.clone())
            .collect()
    }

    fn listed(branches: &[Branch], index: &Index) -> String {
        let names = branches.iter().map(|Branch { tag, narrower }| {
            let name = &index.tags()[*tag].name;
            let narrower = names(narrower, index).join(", ");
            if narrower.is_empty() {
                name.clone()
            } else {
                format!("{name} ({narrower})")
            }
        });
        names.collect::<Vec<_>>().join(", ")
    }

    #[track_caller]
    fn assert_groups(json: &str, expected: &[(&str, &str)], only_listed: &[&str]) {
        let (resume, _) = Resume::read(json).expect("a résumé");
        let index = Index::new(&resume);
        let today = Date::parse("2026-11-22").expect("a date");
        let history = History::new(&resume, &Labels::english(), today);
        let groups = Groups::new(&resume, &index, &history.by_strength(&index));
        let found = groups.proven.iter();
        let found: Vec<_> = found
            .map(|group| (group.name.as_str(), listed(&group.branches, &index)))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(name, tags)| (*name, tags.as_str()))
            .collect();
        assert_eq!(found, expected);
        assert_eq!(names(&groups.listed, &index), only_listed);
    }

    #[test]
    fn technologies_stand_in_the_groups_of_skills_that_name_them() {
        assert_groups(
            r#"{"work": [{"name": "A", "startDate": "2020-01", "endDate": "2022-12", "keywords": ["Go", "Kafka"]},
                         {"name": "B", "startDate": "2024-01", "endDate": "2024-06", "keywords": ["Redis", "Zig"]}],
                "projects": [{"name": "P", "keywords": ["Kafka"]}],
                "skills": [{"name": "Languages", "keywords": ["Zig", "Go", "Ada"]}, {"name": "Stores", "keywords": ["Redis", "Go", "S3"]}]}"#,
            &[("Languages", "Go, Zig"), ("Stores", "Redis"), ("", "Kafka")],
            &["Ada", "S3"],
        );
    }

    #[test]
    fn what_is_narrower_stands_under_the_broadest() {
        assert_groups(
            r#"{"projects": [{"keywords": ["SNS", "Kafka"]}, {"keywords": ["SQS"]}, {"keywords": ["SQS", "Loop"]}],
                "skills": [{"name": "Stores", "keywords": ["SNS"]}],
                "meta": {"vitae": {"tags": {
                    "Messaging": {"includes": ["AWS", "Kafka"]},
                    "AWS": {"includes": ["SNS", "SQS", "IAM"]},
                    "Loop": {"includes": ["Round"]}, "Round": {"includes": ["Loop"]}}}}}"#,
            &[("", "Messaging (AWS, SQS, SNS, Kafka), Loop, Round")],
            &[],
        );
    }

    #[test]
    fn what_is_only_an_interest_is_no_technology() {
        assert_groups(
            r#"{"work": [{"name": "A", "keywords": ["Rust"]}],
                "interests": [{"name": "Animals", "keywords": ["Ferrets", "Rust"]}],
                "awards": [{"title": "T", "keywords": ["Fame"]}],
                "publications": [{"name": "N", "keywords": ["Cats"]}],
                "skills": [{"name": "Go"}]}"#,
            &[("", "Rust, Cats")],
            &["Go"],
        );
    }
}
