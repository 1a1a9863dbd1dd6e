//! The changes that need no decision of the owner's, made in the text as it is: what they do not touch
//! stays as it was written.

use std::cmp::Reverse;

use jsonc_parser::{
    ParseOptions,
    cst::{CstInputValue, CstNode, CstObject, CstObjectProp, CstRootNode},
    errors::ParseError,
};

use super::{Diagnostic, Edit};
use crate::resume::problem::{Path, Step};

/// The text with every change made that the diagnostics know.
///
/// # Errors
///
/// When `text` is not JSON.
pub fn fix(text: &str, diagnostics: &[Diagnostic]) -> Result<String, ParseError> {
    let root = CstRootNode::parse(text, &ParseOptions::default())?;
    let edits = diagnostics.iter();
    let mut edits: Vec<_> = edits
        .flat_map(|it| it.edits.iter().map(|edit| (&it.path, edit)))
        .collect();
    // From the inside out, and names after values, so that the path to what is next stays as it was.
    edits.sort_by_key(|(path, edit)| (Reverse(path.0.len()), edit.turn()));
    for (path, edit) in edits {
        match (edit, find(&root, path)) {
            (Edit::Alias(kept, alias), _) => add_alias(&root, kept, alias),
            (Edit::Rename(now), Some(Found::Prop(prop))) => rename(&prop, now),
            (Edit::JoinNames, Some(Found::Prop(prop))) => join_names(&prop),
            (Edit::Text(text), Some(found)) => found.set(CstInputValue::String(text.clone())),
            (Edit::Wrap, Some(found)) => found.wrap(),
            (Edit::Remove, Some(Found::Prop(prop))) => prop.remove(),
            // An earlier edit has removed the value.
            (_, None)
            | (Edit::Rename(_) | Edit::JoinNames | Edit::Remove, Some(Found::Item(_))) => {}
        }
    }
    Ok(root.to_string())
}

impl Edit {
    /// Which of the changes at one depth come first.
    fn turn(&self) -> u8 {
        match self {
            Self::Text(_) => 0,
            Self::Wrap => 1,
            Self::Rename(_) | Self::JoinNames | Self::Remove => 2,
            Self::Alias(..) => 3,
        }
    }
}

/// A value in the tree, by what holds it.
enum Found {
    Prop(CstObjectProp),
    Item(CstNode),
}

impl Found {
    fn value(&self) -> Option<CstNode> {
        match self {
            Self::Prop(prop) => prop.value(),
            Self::Item(node) => Some(node.clone()),
        }
    }

    fn set(&self, value: CstInputValue) {
        match self {
            Self::Prop(prop) => prop.set_value(value),
            Self::Item(node) => {
                if let Some(text) = node.as_string_lit() {
                    text.replace_with(value);
                } else if let Some(number) = node.as_number_lit() {
                    number.replace_with(value);
                } else if let Some(is_so) = node.as_boolean_lit() {
                    is_so.replace_with(value);
                }
            }
        }
    }

    fn wrap(&self) {
        if let Some(value) = self.value().as_ref().and_then(input) {
            self.set(CstInputValue::Array(vec![value]));
        }
    }
}

fn find(root: &CstRootNode, path: &Path) -> Option<Found> {
    let mut at = Found::Item(root.value()?);
    for step in &path.0 {
        let value = at.value()?;
        at = match step {
            Step::Field(name) => {
                let props = value.as_object()?.properties().into_iter();
                let mut props = props.filter(|prop| prop.decoded_name().as_ref() == Some(name));
                let prop = props.next()?;
                // Which of two is meant is the owner's to say.
                if props.next().is_some() {
                    return None;
                }
                Found::Prop(prop)
            }
            Step::Item(index) => Found::Item(value.as_array()?.elements().into_iter().nth(*index)?),
        };
    }
    Some(at)
}

/// A value as it is, to be put elsewhere.
fn input(node: &CstNode) -> Option<CstInputValue> {
    if let Some(text) = node.as_string_lit() {
        return text.decoded_value().ok().map(CstInputValue::String);
    }
    if let Some(number) = node.as_number_lit() {
        return Some(CstInputValue::Number(number.to_string()));
    }
    if let Some(is_so) = node.as_boolean_lit() {
        return Some(CstInputValue::Bool(is_so.value()));
    }
    if let Some(list) = node.as_array() {
        let items: Option<Vec<_>> = list.elements().iter().map(input).collect();
        return items.map(CstInputValue::Array);
    }
    if let Some(object) = node.as_object() {
        let props = object.properties().into_iter();
        let props: Option<Vec<_>> = props
            .map(|prop| Some((prop.decoded_name()?, input(&prop.value()?)?)))
            .collect();
        return props.map(CstInputValue::Object);
    }
    Some(CstInputValue::Null)
}

fn parent(prop: &CstObjectProp) -> Option<CstObject> {
    prop.parent()?.as_object()
}

fn rename(prop: &CstObjectProp, now: &str) {
    // What has the name already is the same, or empty: the reader has looked.
    let there = parent(prop).and_then(|object| object.get(now));
    if let Some(there) = there {
        there.remove();
    }
    if let Some(name) = prop.name().and_then(|name| name.as_string_lit()) {
        name.set_raw_value(format!("\"{now}\""));
    }
}

fn join_names(prop: &CstObjectProp) {
    let Some(object) = parent(prop) else { return };
    let text = |name: &str| {
        object
            .get(name)?
            .value()?
            .as_string_lit()?
            .decoded_value()
            .ok()
    };
    let names = ["firstName", "lastName"];
    let names = names.into_iter().filter(|name| object.get(name).is_some());
    let Some(parts) = names.map(text).collect::<Option<Vec<_>>>() else {
        // One of them is no text: that is the owner's to write.
        return;
    };
    let name = parts.join(" ");
    match object.get("name") {
        Some(there) => there.set_value(CstInputValue::String(name)),
        None => _ = object.insert(0, "name", CstInputValue::String(name)),
    }
    for part in ["firstName", "lastName"] {
        if let Some(part) = object.get(part) {
            part.remove();
        }
    }
}

fn add_alias(root: &CstRootNode, kept: &str, alias: &str) {
    let root = root.object_value_or_set();
    let tags = ["meta", "vitae", "tags"]
        .iter()
        .try_fold(root, |object, name| object.object_value_or_create(name));
    // Where a setting has a value of another shape, that has been reported, and stays.
    let concept = tags.and_then(|tags| tags.object_value_or_create(kept));
    if let Some(aliases) = concept.and_then(|concept| concept.array_value_or_create("aliases")) {
        aliases.append(CstInputValue::String(alias.to_owned()));
    }
}
