//! Values that change.

use std::cell::RefCell;

use leptos::prelude::{ArcTrigger, Notify, Track};

/// A value that changes. What reads it in a closure of a view follows it.
///
/// Leptos' signals have code for each type of value, and the browser has to load it. Here only the telling is
/// Leptos', which is the same for all.
#[derive(Default)]
pub struct Current<T> {
    value: RefCell<T>,
    changes: ArcTrigger,
}

impl<T> Current<T> {
    /// With a value to begin with.
    pub fn new(value: T) -> Self {
        Self {
            value: RefCell::new(value),
            changes: ArcTrigger::new(),
        }
    }

    /// Reads it, and follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changes.track();
        self.once(read)
    }

    /// Reads it as it is now.
    pub fn once<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.borrow())
    }

    /// Changes it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        self.changes.notify();
    }

    /// Gives it another value.
    pub fn set(&self, value: T) {
        self.update(|now| *now = value);
    }
}
