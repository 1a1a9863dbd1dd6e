//! What the person can do, in named groups.

use leptos::prelude::*;

use super::{
    Shown,
    chip::chips,
    part::{element, text, words},
};
use crate::resume::Skill;

/// All groups of skills.
#[component]
pub fn Skills<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> AnyView {
    let group = |skill: &Skill| {
        let parts = (
            element("h3", "", text(&skill.name)),
            words("level", &skill.level),
            chips(shown, &skill.keywords, true),
        );
        element("div", "skill", parts)
    };
    let groups: Vec<_> = shown.resume.skills.iter().map(group).collect();
    element("div", "skills", groups)
}
