use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};

use crate::{dom, labels::Label, state::State};

/// How long the answer of the button stays.
const ANSWER: Duration = Duration::from_secs(2);

/// What the filter has found, in one sentence, and a button that copies the link to it.
#[component]
pub fn Proof() -> impl IntoView {
    let state = State::expect();
    if state.site().index.entries() == 0 {
        return None;
    }
    let sentence = move || {
        let site = state.site();
        let said = |now: &_| site.history.sentence(now, &site.index, &site.labels);
        state.selection.with(said)
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
            <p>{sentence}</p>
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
