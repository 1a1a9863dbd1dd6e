//! The page as components, the same natively and in the browser: one for each section, and atoms that they share.
//! [`Page`] is the frame, and what it is made of stands beside it here.

mod answers;
mod chip;
mod contact;
mod dates;
mod entry;
mod experience;
mod extras;
mod filter_bar;
mod hero;
mod items;
mod linked;
mod page;
mod projects;
mod proof;
mod prose;
mod search;
mod section;
mod skills;
mod timeline;
mod title;
mod top_bar;
mod unfold;

pub use filter_bar::{FilterBar, TagPanel, Tags};
pub use page::{Main, Page, Top};
pub use section::Section;
