use leptos::prelude::*;

use super::{entry::entry_id, timeline::Track};
use crate::{
    answer::{Answer, Proof},
    labels::Label,
    state::State,
};

/// Where what is chosen was used, and which sentences say so.
#[component]
pub fn Answers() -> impl IntoView {
    let state = State::expect();
    let answers = move || {
        let site = state.site();
        let answers = state
            .selection
            .with(|now| Answer::all(now, &site.resume, &site.index, &site.history, &site.labels));
        let answers = answers.into_iter();
        answers
            .map(|answer| view! { <AnswerCard answer/> })
            .collect_view()
    };
    view! { <div class="answers">{answers}</div> }
}

/// Where one of the things was used that were asked for.
#[component]
fn AnswerCard(
    /// Where.
    answer: Answer,
) -> impl IntoView {
    let state = State::expect();
    let site = state.site();
    let rows = site.timeline.iter().flat_map(|plot| &plot.technologies);
    let row = rows.into_iter().find(|row| Some(row.of) == answer.tag);
    let bars = row.map(|row| row.bars.clone()).unwrap_or_default();
    let proofs = answer.proofs.into_iter();
    let proofs = proofs.map(|proof| view! { <Quote proof/> }).collect_view();
    let more = match answer.more {
        0 => String::new(),
        more => site.labels.counted(Label::More, more),
    };
    view! {
        <div class="card">
            <p class="asked">
                <strong>{answer.name}</strong>
                " "
                {answer.facts}
            </p>
            <Track bars/>
            <ul>{proofs} <li class="rest">{more}</li></ul>
        </div>
    }
}

/// A place, and the sentence that says most of it.
#[component]
fn Quote(
    /// The place and the sentence.
    proof: Proof,
) -> impl IntoView {
    let sentence = proof.sentence;
    let mut at = 0;
    let marked = proof.marks.into_iter().map(|mark| {
        let before = sentence[at..mark.start].to_owned();
        at = mark.end;
        let words = sentence[mark].to_owned();
        (before, view! { <mark>{words}</mark> })
    });
    let marked: Vec<_> = marked.collect();
    let rest = sentence[at..].to_owned();
    view! {
        <li>
            <p class="where">{proof.place}</p>
            " "
            <p class="where">{proof.years}</p>
            " "
            <a class="quote" href=format!("#{}", entry_id(proof.entry)) target="_self">
                {marked}
                {rest}
            </a>
        </li>
    }
}
