//! What on the page follows the filter and is there so often that only what differs is written.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{Pace, document};
use crate::{filter::Selection, resume::EntryId, tags::Index};

/// What is said in an entry.
const OF_ENTRY: &str = ":not(.dates, .dates *)";

/// What is said of a whole job, or of several at one employer, beside their entries.
const OF_JOB: &str = ":scope > .employer, :scope > .job-head :not(.dates, .dates *), \
    :scope > :is(.words, .highlights, .chips, .extras), :scope > :is(.words, .highlights, .chips, .extras) *";

/// Where the page says what changes with the filter and is there many times: its entries, its chips, and
/// the words in them.
#[derive(Default)]
pub struct Places {
    /// The entries' elements, by their numbers.
    entries: Vec<Option<Element>>,
    /// The links of the panel of all tags, and how many entries they would leave, by the tags' numbers.
    tags: Vec<Option<(Element, Element)>>,
    /// The marked words, and what stood in their place.
    marked: RefCell<Vec<(Node, Element)>>,
    turn: Cell<u32>,
}

impl Places {
    /// Finds them on a page.
    pub fn new(page: &Node, index: &Index) -> Self {
        let mut places = Self {
            entries: vec![None; index.entries()],
            tags: vec![None; index.tags().len()],
            ..Self::default()
        };
        for entry in all(page, ".entry") {
            let number = entry.get_attribute("data-entry");
            let number = number.and_then(|number| number.parse::<EntryId>().ok());
            if let Some(place) = number.and_then(|number| places.entries.get_mut(number)) {
                *place = Some(entry);
            }
        }
        for link in all(page, "#tags a") {
            let tag = link.get_attribute("data-tag");
            let tag = tag.and_then(|slug| index.linked(&slug));
            if let (Some(tag), Some(count)) = (tag, link.last_element_child()) {
                places.tags[tag] = Some((link, count));
            }
        }
        places
    }

    /// Writes what is now selected, where that differs from what was: all addresses do.
    pub fn show(&self, index: &Index, was: &Selection, now: &Selection) {
        for (number, entry) in self.entries.iter().enumerate() {
            let is_match = now.matching(number);
            if let Some(entry) = entry.as_ref().filter(|_| is_match != was.matching(number)) {
                set(entry, "data-match", is_match);
            }
        }
        for (tag, place) in self.tags.iter().enumerate() {
            if let Some((link, count)) = place {
                set(link, "href", Some(&now.filter.toggled(tag).to_link(index)));
                if now.counts[tag] != was.counts[tag] {
                    count.set_text_content(Some(&now.counts[tag].to_string()));
                }
            }
            let current = now.current(tag);
            if current != was.current(tag) {
                let slug = &index.tags()[tag].slug;
                // A slug has no quotes in it.
                let chips = ["a[data-tag=\"", slug, "\"]"].concat();
                all(&document(), &chips).for_each(|chip| set(&chip, "aria-current", current));
            }
        }
    }

    /// Marks what `find` finds in the texts of these entries: given a text and whether it is a sentence,
    /// not a technology's name, it says where, in bytes and in order. What was marked before no longer
    /// is.
    pub async fn mark(
        &self,
        entries: Vec<EntryId>,
        find: impl Fn(&str, bool) -> Vec<Range<usize>>,
    ) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        if entries.is_empty() && self.marked.borrow().is_empty() {
            return;
        }
        // Entries know by then whether they match.
        let pace = Pace::calm();
        pace.pause().await;
        if self.turn.get() != turn {
            return;
        }
        for (text, marks) in self.marked.take() {
            // What is no longer on the page needs no text back.
            _ = marks.replace_with_with_node_1(&text);
        }
        let mut last = None;
        for entry in entries {
            pace.pause().await;
            if self.turn.get() != turn {
                return;
            }
            let Some(entry) = &self.entries[entry] else {
                continue;
            };
            self.mark_within(entry, OF_ENTRY, &find);
            let job = entry.closest(".job").ok().flatten();
            if let Some(job) = job.filter(|job| last.as_ref() != Some(job)) {
                self.mark_within(&job, OF_JOB, &find);
                if let Some(employment) = job.parent_element() {
                    self.mark_within(&employment, ":scope > .employer", &find);
                }
                last = Some(job);
            }
        }
    }

    fn mark_within(
        &self,
        within: &Element,
        selector: &str,
        find: &impl Fn(&str, bool) -> Vec<Range<usize>>,
    ) {
        for element in all(within, selector) {
            let is_chip = element.matches(".chip");
            let nodes = element.child_nodes();
            for node in (0..nodes.length()).filter_map(|at| nodes.item(at)) {
                if node.node_type() != Node::TEXT_NODE {
                    continue;
                }
                let text = node.node_value().unwrap_or_default();
                let places = find(&text, !is_chip.clone().unwrap_or(false));
                if let Some(marks) = replace_by_marks(&node, &text, &places) {
                    self.marked.borrow_mut().push((node, marks));
                }
            }
        }
    }
}

/// Puts the same text in the place of a text, with some of it marked.
fn replace_by_marks(node: &Node, text: &str, places: &[Range<usize>]) -> Option<Element> {
    if places.is_empty() {
        return None;
    }
    let all = document().create_element("span").ok()?;
    let mut at = 0;
    for place in places {
        let mark = document().create_element("mark").ok()?;
        mark.set_text_content(Some(&text[place.clone()]));
        all.append_with_str_1(&text[at..place.start]).ok()?;
        all.append_child(&mark).ok()?;
        at = place.end;
    }
    all.append_with_str_1(&text[at..]).ok()?;
    node.parent_node()?.replace_child(&all, node).ok()?;
    Some(all)
}

/// The elements below one that a selector means, which has to be a good one.
fn all(within: &Node, selector: &str) -> impl Iterator<Item = Element> + use<> {
    // A document has the same method as an element.
    let list = within
        .unchecked_ref::<Element>()
        .query_selector_all(selector);
    let list = list.ok();
    let count = list.as_ref().map_or(0, |list| list.length());
    (0..count).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}

/// Gives an element an attribute, or takes it away.
fn set(element: &Element, name: &str, value: Option<&str>) {
    _ = match value {
        // Only a name with a space in it could be refused.
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
