//! What the person can do, in named groups, and what proves it.

use super::{
    Shown,
    chip::keyword,
    element::{View, element, nothing, text},
    part::{list, more, words},
};
use crate::{filter::Filter, resume::Skill};

const SKILL: &str = "chip p-skill";

/// All groups of skills.
pub fn skills(shown: &'static Shown) -> View {
    let groups = shown.resume.skills.iter();
    let groups: Vec<_> = groups.map(|skill| group_view(shown, skill)).collect();
    element("div").class("skills").with(groups)
}

fn group_view(shown: &'static Shown, skill: &Skill) -> View {
    if skill.keywords.is_empty() {
        return lone_skill(shown, skill);
    }
    let item = |name: &String| {
        element("li").with([
            keyword(shown, name, SKILL),
            text(" "),
            evidence(shown, name),
        ])
    };
    element("div").class("skill").with([
        match skill.name.is_empty() {
            true => nothing(),
            false => element("h3").with([heading(shown, skill)]),
        },
        words("level", &skill.level),
        list("proven", skill.keywords.iter().map(item).collect()),
        more(&skill.more),
    ])
}

/// A group that lists none is a skill itself.
fn lone_skill(shown: &'static Shown, skill: &Skill) -> View {
    let name = match skill.name.is_empty() {
        true => nothing(),
        false => element("h3").with([
            keyword(shown, &skill.name, SKILL),
            text(" "),
            evidence(shown, &skill.name),
        ]),
    };
    element("div")
        .class("skill")
        .with([name, words("level", &skill.level), more(&skill.more)])
}

/// The group's name, which filters for any of its skills, or no longer does.
fn heading(shown: &'static Shown, skill: &Skill) -> View {
    let mut tags = Vec::new();
    for tag in skill
        .keywords
        .iter()
        .filter_map(|name| shown.index.named(name))
    {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        return text(&skill.name);
    }
    let (selection, index) = (&shown.selection, shown.index);
    let any = Filter::any_of(tags);
    let is_chosen = {
        let any = any.clone();
        move || selection.with(|now| now.filter == any)
    };
    let href = {
        let is_chosen = is_chosen.clone();
        move || match is_chosen() {
            true => "?".to_owned(),
            false => any.to_link(index),
        }
    };
    element("a")
        .class("group")
        .leading_to(href)
        .changing("aria-current", move || is_chosen().then_some("true"))
        .saying(&skill.name)
}

fn evidence(shown: &'static Shown, name: &str) -> View {
    match shown.index.named(name) {
        Some(tag) => {
            let glance = shown
                .history
                .glance(&shown.index.tags()[tag], &shown.labels);
            // A line may end between two facts, within none.
            let mut facts = Vec::new();
            for fact in glance.split_inclusive(" ·") {
                if !facts.is_empty() {
                    facts.push(text(" "));
                }
                facts.push(element("span").saying(fact.trim_start()));
            }
            element("span").class("evidence").with(facts)
        }
        None => nothing(),
    }
}
