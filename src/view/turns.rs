//! Drawing in turns: a page that is made at once would keep the browser from answering meanwhile.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use leptos::prelude::*;

use super::element::nothing;

/// The turns in which the parts of a page are drawn.
#[derive(Clone)]
pub struct Turns {
    given: Arc<AtomicUsize>,
    drawn: ArcRwSignal<usize>,
}

impl Turns {
    /// Every part is drawn as soon as it is there.
    pub fn at_once() -> Self {
        Self::starting_with(usize::MAX)
    }

    /// A part is drawn with each call of [`Turns::next`].
    pub fn one_by_one() -> Self {
        Self::starting_with(0)
    }

    fn starting_with(drawn: usize) -> Self {
        Self {
            given: Arc::default(),
            drawn: ArcRwSignal::new(drawn),
        }
    }

    /// Lets the next part be drawn; `false` when there is none.
    pub fn next(&self) -> bool {
        let left = self.drawn.get_untracked() < self.given.load(Ordering::Relaxed);
        if left {
            self.drawn.update(|drawn| *drawn += 1);
        }
        left
    }

    /// A part that is drawn in its turn.
    pub(super) fn part(&self, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
        let turn = self.given.fetch_add(1, Ordering::Relaxed);
        let drawn = self.drawn.clone();
        let now = Memo::new(move |_| drawn.get() > turn);
        let draw: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(draw);
        (move || if now.get() { draw() } else { nothing() }).into_any()
    }
}
