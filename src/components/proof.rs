use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use super::{answers::Answers, filter_bar::Mode};
use crate::{
    dom,
    filter::{Match, Selection},
    labels::Label,
    state::State,
};

/// How long the answer of the button stays.
const ANSWER: Duration = Duration::from_secs(2);

/// What the filter has found: the sentences of the résumé that prove it, and a button that copies the link to it. On paper also
/// what the bar says.
#[component]
pub fn Proof() -> impl IntoView {
    let state = State::expect();
    if state.site().index.entries() == 0 {
        return None;
    }
    // Where no entry has all of the technologies, the nearest are those that have any.
    let has_any = move || {
        let is_left = |now: &Selection| {
            let any = now.answered().matching(Match::Any);
            now.filter.tags.len() > 1 && !any.entries(&state.site().index).is_clear()
        };
        state.finds_nothing() && state.selection.with(is_left)
    };
    let answer = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let copy = move |_| {
        spawn_local(async move {
            let label = if dom::copy_address().await {
                Label::Copied
            } else {
                Label::NotCopied
            };
            answer.set(state.word(label));
            if let Some(timer) = timer.get_value() {
                timer.clear();
            }
            let clear = set_timeout_with_handle(move || answer.set(String::new()), ANSWER);
            timer.set_value(clear.ok());
        });
    };
    dom::say_address_in_print();
    Some(view! {
        <div
            class="proof"
            data-whole=state.word(Label::WholeIsAt)
            hidden=move || state.is_whole()
        >
            <p class="sentence">{state.said(|status| &status.sentence)}</p>
            <Answers/>
            <p class="nearest" hidden=move || !has_any()>
                <Mode class="action" matching=Match::Any label=Label::ShowAny/>
            </p>
            // The button keeps its name, so that the answer is heard once and its end not at all.
            <button class="copy action" on:click=copy>
                {state.word(Label::Copy)}
            </button>
            <span class="answer" aria-live="polite">
                {answer}
            </span>
        </div>
    })
}
