//! Drawing in turns: a page that is made at once would keep the browser from answering meanwhile.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

/// The turns in which the parts of a page are drawn.
#[derive(Clone, Default)]
pub struct Turns(Rc<RefCell<VecDeque<Draw>>>);

type Draw = Box<dyn FnOnce()>;

impl Turns {
    /// Lets a part wait for its turn.
    pub fn wait(&self, draw: Draw) {
        self.0.borrow_mut().push_back(draw);
    }

    /// Lets the next part be drawn; `false` when there is none.
    pub fn next(&self) -> bool {
        // A part may have parts, which come to wait as it is drawn.
        let next = self.0.borrow_mut().pop_front();
        next.map(|draw| draw()).is_some()
    }
}
