//! A résumé page that answers “show me where”.
//!
//! Start with [`resume`], the document as types; [`tags`] and [`filter`] say which technologies it
//! has and what a query selects; [`view`] draws it, natively to HTML and in the browser. [`app`]
//! wires the live page together and [`browser`] is the only place that touches the browser.

#![deny(missing_docs)]

pub mod filter;
pub mod resume;
pub mod tags;
