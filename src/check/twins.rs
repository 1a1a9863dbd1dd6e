//! Names that look as if they meant one technology.

use std::{cmp::Reverse, collections::HashMap};

use crate::tags::{Index, TagId};

/// Names that are usual for one thing and do not look like it.
const SYNONYMS: [(&str, &str); 15] = [
    ("amazonwebservices", "aws"),
    ("amazonaws", "aws"),
    ("cicd", "continuousintegration"),
    ("gcp", "googlecloud"),
    ("golang", "go"),
    ("googlecloudplatform", "googlecloud"),
    ("js", "javascript"),
    ("k8s", "kubernetes"),
    ("ml", "machinelearning"),
    ("mssql", "sqlserver"),
    ("microsoftsqlserver", "sqlserver"),
    ("postgres", "postgresql"),
    ("psql", "postgresql"),
    ("tf", "terraform"),
    ("ts", "typescript"),
];

/// Pairs of tags' names: the one that the technology is better known by, and the one to be its alias.
pub fn twins(index: &Index) -> Vec<(&str, &str)> {
    let tags = index.tags();
    let mut by_core: HashMap<String, Vec<usize>> = HashMap::new();
    let cores: Vec<_> = tags.iter().map(|tag| core(&tag.name)).collect();
    for (number, core) in cores.iter().enumerate() {
        // A version of what is there without one: “Python 3” beside “Python”.
        let bare = core.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let is_version = bare.len() > 2 && cores.iter().any(|other| other == bare);
        let core = if is_version { bare } else { core };
        by_core.entry(core.to_owned()).or_default().push(number);
    }
    let mut groups: Vec<Vec<usize>> = by_core.into_values().collect();
    groups.sort();
    let mut pairs = Vec::new();
    for mut group in groups {
        // Skills are usually spelled with more care than keywords; after them, the name that is used more often is
        // kept, and then the longer one.
        group.sort_by_key(|&number| {
            let tag = &tags[number];
            let letters = tag
                .name
                .chars()
                .filter(|sign| sign.is_alphanumeric())
                .count();
            Reverse((
                tag.is_skill,
                tag.evidence.count_ones(..),
                letters,
                Reverse(tag.name.len()),
            ))
        });
        let (kept, others) = (group[0], &group[1..]);
        pairs.extend(others.iter().map(|&other| (kept, other)));
    }
    pairs.extend(misspelt(index));
    // A broader tag and a narrower one have been told apart by the owner.
    let is_related = |one, other| index.covers(one, other) || index.covers(other, one);
    let names = pairs.into_iter();
    let names = names.filter(|&(kept, other)| !is_related(kept, other));
    names
        .map(|(kept, other)| (tags[kept].name.as_str(), tags[other].name.as_str()))
        .collect()
}

/// What is left of a name without what is written now so, now otherwise: case, spaces and signs, an
/// ending of its kind, the plural. “ReactJS”, “React.js” and “react” leave “react”.
fn core(name: &str) -> String {
    // These signs tell C, C++ and C# apart.
    let signs = |sign: &char| sign.is_alphanumeric() || matches!(sign, '+' | '#');
    let mut core: String = name.to_lowercase().chars().filter(signs).collect();
    let known = SYNONYMS.iter().find(|(other, _)| *other == core);
    if let Some((_, usual)) = known {
        core = (*usual).to_owned();
    }
    for (ending, at_least) in [("js", 3), ("s", 4)] {
        if let Some(rest) = core.strip_suffix(ending)
            && rest.len() >= at_least
            && !(ending == "s" && rest.ends_with('s'))
        {
            core.truncate(rest.len());
        }
    }
    core
}

/// Pairs of long names of which one has a letter too much, too few, or otherwise.
fn misspelt(index: &Index) -> Vec<(TagId, TagId)> {
    let tags = index.tags();
    let names: Vec<_> = tags.iter().map(|tag| tag.name.to_lowercase()).collect();
    // Only names that begin alike are compared: nobody misspells the beginning.
    let mut near: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, name) in names.iter().enumerate() {
        let is_word = name.chars().all(char::is_alphabetic);
        if is_word && (7..=40).contains(&name.chars().count()) {
            let start = name.char_indices().nth(3).map_or(0, |(at, _)| at);
            near.entry(&name[..start]).or_default().push(number);
        }
    }
    let mut pairs = Vec::new();
    for group in near.into_values() {
        for (at, &one) in group.iter().enumerate() {
            for &other in &group[at + 1..] {
                let is_typo = strsim::osa_distance(&names[one], &names[other]) == 1;
                if is_typo && core(&names[one]) != core(&names[other]) {
                    let evidence = |number: TagId| tags[number].evidence.count_ones(..);
                    if evidence(one) < evidence(other) {
                        pairs.push((other, one));
                    } else {
                        pairs.push((one, other));
                    }
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{resume::Resume, tags::Index};

    fn twins_of(names: &[&str]) -> Vec<(String, String)> {
        let keywords = serde_json::to_string(names).expect("JSON");
        let json = format!(r#"{{"projects": [{{"keywords": {keywords}}}]}}"#);
        let (resume, _) = Resume::read(&json).expect("a résumé");
        let index = Index::new(&resume);
        let pairs = twins(&index).into_iter();
        pairs
            .map(|(kept, other)| (kept.to_owned(), other.to_owned()))
            .collect()
    }

    #[test]
    fn two_spellings_of_one_technology_are_told() {
        for (one, other) in [
            ("PostgreSQL", "Postgres"),
            ("ReactJS", "React.js"),
            ("ReactJS", "React"),
            ("NodeJS", "Node.js"),
            ("Golang", "Go"),
            ("Kubernetes", "K8s"),
            ("JavaScript", "JS"),
            ("Webhooks", "Webhook"),
            ("REST APIs", "REST API"),
            ("Frontend", "Front-end"),
            ("Python 3", "Python"),
            ("HTML5", "HTML"),
            ("Kubernetes", "Kubernetess"),
            ("Kubernetes", "Kuberentes"),
            ("Elasticsearch", "Elastic Search"),
        ] {
            assert_eq!(
                twins_of(&[one, other]),
                [(one.to_owned(), other.to_owned())]
            );
        }
    }

    #[test]
    fn technologies_of_their_own_are_left_alone() {
        for names in [
            &["C", "C++", "C#", "Objective-C"][..],
            &["Java", "JavaScript"],
            &["MySQL", "NoSQL", "SQL", "PL/SQL"],
            &["S3", "S4"],
            &["EC2", "ECS", "EKS"],
            &["GitHub", "GitLab", "Git"],
            &["AWS", "AWK"],
            &["Redis", "Redux"],
            &["Analytics", "Analysis"],
            &["Spring", "Spring Boot"],
            &["Vue", "Vuex"],
            &["R", "Rust"],
            &["Python 2", "Python 3"],
            &["ISO 9001", "ISO 27001"],
            &["IPv4", "IPv6"],
            &["Erlang", "ER"],
        ] {
            assert_eq!(twins_of(names), [], "{names:?}");
        }
    }
}
