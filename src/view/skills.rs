//! What the person can do, in named groups.

use leptos::prelude::*;

use super::{Shown, chip::Chips, part::Words};

/// All groups of skills.
#[component]
pub fn Skills<'a>(
    /// What is shown.
    shown: &'a Shown,
) -> impl IntoView + use<> {
    let group = |skill: &crate::resume::Skill| {
        view! {
            <div class="skill">
                <h3>{skill.name.clone()}</h3>
                <Words class="level" text=skill.level.clone()/>
                <Chips shown keywords=&skill.keywords counted=true/>
            </div>
        }
    };
    let groups = shown.resume.skills.iter().map(group).collect_view();
    view! { <div class="skills">{groups}</div> }
}
