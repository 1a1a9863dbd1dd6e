//! Marking the words of a filter in the text of entries.

use std::{ops::Range, rc::Rc, time::Duration};

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::{filter::Filter, resume::EntryId, state::State, tags::Index};

/// What has words of its own, or none.
const OTHERS: &str = ".entry, .dates, .best, svg";

/// A text that has been replaced by the same with marks in it.
struct Marked {
    text: Node,
    marks: Element,
}

/// Marks what is asked for in the text of an element while any of these entries has it. Texts never change, so that
/// Leptos does not miss those that are replaced. Each element is marked in a task of its own after the filter has
/// changed, as nobody waits for it.
pub fn use_marks<E>(element: NodeRef<E>, entries: Vec<EntryId>)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    let element = move || element.get_untracked()?.dyn_into().ok();
    mark_in(Rc::new(element), entries.into());
}

/// Apart from [`use_marks`], so that it is compiled once for all kinds of elements.
fn mark_in(element: Rc<dyn Fn() -> Option<Element>>, entries: Rc<[EntryId]>) {
    let state = State::expect();
    let marked = StoredValue::new_local(Vec::<Marked>::new());
    Effect::new(move |present: Option<Option<Filter>>| {
        let present = present.flatten();
        let wanted = state.marking(&entries);
        if !state.is_live.get() || wanted == present {
            return present;
        }
        let (element, entries, filter) = (element.clone(), entries.clone(), wanted.clone());
        let mark = move || {
            if untrack(|| state.marking(&entries)) != filter {
                return;
            }
            for Marked { text, marks } in
                marked.try_update_value(std::mem::take).unwrap_or_default()
            {
                // What is no longer on the page needs no text back.
                _ = marks.replace_with_with_node_1(&text);
            }
            if let (Some(filter), Some(element)) = (&filter, element()) {
                let mut texts = Vec::new();
                collect(&element, &mut texts);
                let index = &state.site().index;
                let marks = texts
                    .into_iter()
                    .filter_map(|text| replace(text, filter, index));
                marked.set_value(marks.collect());
            }
        };
        set_timeout(mark, Duration::ZERO);
        wanted
    });
}

/// The texts in an element, and whether each is a sentence, not a technology's name.
fn collect(element: &Element, texts: &mut Vec<(Node, bool)>) {
    let is_chip = element.matches(".chip").unwrap_or(false);
    let nodes = element.child_nodes();
    for node in (0..nodes.length()).filter_map(|at| nodes.item(at)) {
        match node.dyn_into::<Element>() {
            Ok(element) if element.matches(OTHERS).unwrap_or(false) => {}
            Ok(element) => collect(&element, texts),
            Err(node) if node.node_type() == Node::TEXT_NODE => texts.push((node, !is_chip)),
            Err(_) => {}
        }
    }
}

/// Puts the same text in the place of a text, with what is asked for marked, if it has any of that.
fn replace((text, is_sentence): (Node, bool), filter: &Filter, index: &Index) -> Option<Marked> {
    let words = text.node_value().unwrap_or_default();
    let places: Vec<Range<usize>> = filter.marks(index, &words, is_sentence);
    if places.is_empty() {
        return None;
    }
    let marks = document().create_element("span").ok()?;
    let mut at = 0;
    for place in places {
        let mark = document().create_element("mark").ok()?;
        mark.set_text_content(Some(&words[place.clone()]));
        marks.append_with_str_1(&words[at..place.start]).ok()?;
        marks.append_child(&mark).ok()?;
        at = place.end;
    }
    marks.append_with_str_1(&words[at..]).ok()?;
    text.parent_node()?.replace_child(&marks, &text).ok()?;
    Some(Marked { text, marks })
}
