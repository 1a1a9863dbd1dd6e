//! Drawing in turns: a page that is made at once would keep the browser from answering meanwhile.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::element::nothing;

/// The turns in which the parts of a page are drawn.
#[derive(Clone)]
pub struct Turns {
    /// The parts that wait for theirs; `None` where nothing waits.
    waiting: Option<Arc<Mutex<Vec<ArcRwSignal<bool>>>>>,
}

impl Turns {
    /// Every part is drawn as soon as it is there.
    pub fn at_once() -> Self {
        Self { waiting: None }
    }

    /// A part is drawn with each call of [`Turns::next`].
    pub fn one_by_one() -> Self {
        Self {
            waiting: Some(Arc::default()),
        }
    }

    /// Lets the next part be drawn; `false` when there is none.
    pub fn next(&self) -> bool {
        let next = self.waiting.as_ref().and_then(|waiting| {
            let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
            (!waiting.is_empty()).then(|| waiting.remove(0))
        });
        // A part may have parts, which come to wait as it is drawn.
        next.inspect(|is_drawn| is_drawn.set(true)).is_some()
    }

    /// A part that is drawn in its turn.
    pub(super) fn part(&self, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
        let Some(waiting) = &self.waiting else {
            return draw();
        };
        let is_drawn = ArcRwSignal::new(false);
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(is_drawn.clone());
        let draw: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(draw);
        (move || if is_drawn.get() { draw() } else { nothing() }).into_any()
    }
}
