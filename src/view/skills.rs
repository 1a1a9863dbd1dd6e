//! What the person can do, in named groups.

use leptos::prelude::*;

use super::{Shown, chip::chips, element::element, part::words};
use crate::resume::Skill;

/// All groups of skills.
pub fn skills(shown: &Shown) -> AnyView {
    let group = |skill: &Skill| {
        element("div").class("skill").with([
            element("h3").saying(&skill.name),
            words("level", &skill.level),
            chips(shown, &skill.keywords, true),
        ])
    };
    let groups: Vec<_> = shown.resume.skills.iter().map(group).collect();
    element("div").class("skills").with(groups)
}
