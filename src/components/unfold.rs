use leptos::prelude::*;

/// A button that unfolds something, and folds it again.
#[component]
pub fn Unfold(
    /// Its classes.
    class: &'static str,
    /// Whether that is unfolded.
    is_open: RwSignal<bool>,
    /// What it is called, where it has no words.
    #[prop(optional_no_strip)]
    name: Option<String>,
    /// Its words.
    #[prop(optional)]
    words: String,
) -> impl IntoView {
    view! {
        <button
            class=class
            aria-label=name
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {words}
        </button>
    }
}

/// An attribute that is there while a signal is true.
pub fn present(is_so: RwSignal<bool>) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync {
    move || is_so.get().then_some("")
}
