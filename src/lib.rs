//! A résumé page that answers “show me where”.
//!
//! Start with [`resume`], the document as types; [`tags`] and [`filter`] say which technologies it
//! has and what a query selects, [`evidence`] what that proves, [`answer`] with which sentences, [`timeline`] how to draw it;
//! [`state`] is what is shown, as signals, and [`components`] draw it, as [`theme`] has it look. Natively, `site` makes
//! a site of that; in the browser, `app` mounts the live page, and [`dom`] does what no component can.

#![deny(missing_docs)]
#![forbid(unsafe_code)]
// The type of a view is as deep as its elements.
#![recursion_limit = "256"]

pub mod answer;
#[cfg(feature = "csr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod check;
pub mod components;
pub mod dom;
pub mod evidence;
pub mod filter;
pub mod groups;
pub mod labels;
pub mod language;
pub mod markup;
pub mod metadata;
pub mod resume;
#[cfg(feature = "ssr")]
pub mod site;
pub mod state;
pub mod tags;
pub mod theme;
pub mod timeline;
mod unicode;
pub mod words;
