use leptos::{either::Either, prelude::*};

use super::{chip::Keyword, extras::Extras, prose::Words};
use crate::{
    filter::{Filter, Selection},
    labels::Label,
    resume::Skill,
    state::{Mark, State},
};

/// What the person can do, in named groups, and what proves it.
#[component]
pub fn Skills() -> impl IntoView {
    let groups = State::expect().site().resume.skills.clone();
    let group = |skill| view! { <SkillGroup skill/> };
    view! { <div class="skills">{groups.into_iter().map(group).collect_view()}</div> }
}

/// A group of skills: those that something proves, with what does, and the others in a line. One that lists none is a skill
/// itself.
#[component]
fn SkillGroup(
    /// The group.
    skill: Skill,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
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
    let index = &site.index;
    let is_proven = |name: &String| {
        let tag = index.named(name).map(|tag| &index.tags()[tag]);
        tag.is_some_and(|tag| !tag.evidence.is_clear())
    };
    let (proven, others): (Vec<_>, Vec<_>) = names.into_iter().partition(is_proven);
    let also = (!proven.is_empty()).then(|| state.word(Label::Also) + " ");
    let proven = (!proven.is_empty()).then(|| {
        let proven = proven.into_iter();
        let proven = proven.map(|name| view! { <li><Proven name/></li> });
        view! { <ul class="proven">{proven.collect_view()}</ul> }
    });
    let others = (!others.is_empty()).then(|| {
        let others = others.into_iter().enumerate().map(|(at, name)| {
            let comma = (at > 0).then(|| state.word(Label::Comma));
            view! {
                {comma}
                <Keyword name class="p-skill"/>
            }
        });
        view! {
            <p class="listed">{also} {others.collect_view()}</p>
        }
    });
    view! {
        <div class="skill">
            {title}
            <Words class="level" text=skill.level/>
            {proven}
            {others}
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
    let is_chosen = move |now: &Selection| any.with_value(|any| now.filter == *any);
    let current: Mark = Memo::new(move |_| state.selection.with(is_chosen).then_some("true"));
    let next = move || {
        if current.get().is_some() {
            Filter::default()
        } else {
            any.get_value()
        }
    };
    Either::Right(view! {
        <a
            class="group"
            href=move || next().to_link(&state.site().index)
            aria-current=current
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
    let glance = site.index.named(&name).map(|tag| {
        let tag = &site.index.tags()[tag];
        site.history.glance(tag, &site.labels)
    });
    let evidence = glance.filter(|glance| !glance.is_empty()).map(|glance| {
        // A line may end between two facts, within none.
        let facts = glance
            .split_inclusive("\u{a0}·")
            .enumerate()
            .map(|(at, fact)| {
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
