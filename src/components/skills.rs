use leptos::{either::Either, prelude::*};

use super::{chip::Keyword, extras::Extras, prose::Words};
use crate::{filter::Filter, resume::Skill, state::State};

/// What the person can do, in named groups, and what proves it.
#[component]
pub fn Skills() -> impl IntoView {
    let groups = State::expect().site().resume.skills.clone();
    let group = |skill| view! { <SkillGroup skill/> };
    view! { <div class="skills">{groups.into_iter().map(group).collect_view()}</div> }
}

/// A group of skills. One that lists none is a skill itself.
#[component]
fn SkillGroup(
    /// The group.
    skill: Skill,
) -> impl IntoView {
    let (name, names) = (skill.name, skill.keywords);
    let title = if name.is_empty() {
        None
    } else if names.is_empty() {
        Some(Either::Left(view! { <h3><Proven name/></h3> }))
    } else {
        Some(Either::Right(
            view! { <h3><GroupName name names=names.clone()/></h3> },
        ))
    };
    let proven = (!names.is_empty()).then(|| {
        let proven = |name| view! { <li><Proven name/></li> };
        view! { <ul class="proven">{names.into_iter().map(proven).collect_view()}</ul> }
    });
    view! {
        <div class="skill">
            {title}
            <Words class="level" text=skill.level/>
            {proven}
            <Extras extras=skill.more/>
        </div>
    }
}

/// A group's name, which filters for any of its skills, or no longer does.
#[component]
fn GroupName(
    /// The group's name.
    name: String,
    /// The names of its skills.
    names: Vec<String>,
) -> impl IntoView {
    let state = State::expect();
    let index = &state.site().index;
    let mut tags = Vec::new();
    for tag in names.iter().filter_map(|name| index.named(name)) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        return Either::Left(name);
    }
    let any = StoredValue::new(Filter::any_of(tags));
    let is_chosen =
        Memo::new(move |_| any.with_value(|any| state.selection.with(|now| now.filter == *any)));
    let next = move || {
        if is_chosen.get() {
            Filter::default()
        } else {
            any.get_value()
        }
    };
    Either::Right(view! {
        <a
            class="group"
            href=move || next().to_link(&state.site().index)
            aria-current=move || is_chosen.get().then_some("true")
            on:click=move |event| state.follow(&event, untrack(next))
        >
            {name}
        </a>
    })
}

/// A skill and what proves it.
#[component]
fn Proven(
    /// How the file writes the skill.
    name: String,
) -> impl IntoView {
    let site = State::expect().site();
    let evidence = site.index.named(&name).map(|tag| {
        let glance = site.history.glance(&site.index.tags()[tag], &site.labels);
        // A line may end between two facts, within none.
        let facts = glance.split_inclusive(" ·").enumerate().map(|(at, fact)| {
            let fact = fact.trim_start().to_owned();
            ((at > 0).then_some(" "), view! { <span>{fact}</span> })
        });
        view! { <span class="evidence">{facts.collect_view()}</span> }
    });
    view! {
        <Keyword name class="chip p-skill"/>
        " "
        {evidence}
    }
}
