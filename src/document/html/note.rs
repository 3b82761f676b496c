//! Footnotes: called in the text, written at the end of the page.

use std::collections::HashMap;

use super::{TAG_REACH, tag::Tag};
use crate::span::Span;

/// The footnotes that a page calls by their id.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    /// What stands in the element with the id.
    notes: HashMap<&'a str, Span>,
}

impl<'a> Notes<'a> {
    /// Looks for the calls, then for the elements that they name.
    pub(super) fn new(source: &'a str) -> Self {
        let mut notes = Self::default();
        if !source.contains("doc-noteref") && !source.contains("footnote-ref") {
            return notes;
        }
        let tags = source
            .match_indices('<')
            .filter_map(|(at, _)| Tag::read(source, at, TAG_REACH));
        let mut called: HashMap<&str, Option<Span>> = HashMap::new();
        for tag in tags.clone() {
            if let Some(id) = called_id(&tag) {
                called.insert(id, None);
            }
        }
        for tag in tags.filter(|tag| !tag.closes) {
            if let Some(place) = tag.attribute("id").and_then(|id| called.get_mut(id))
                && let Some(end) = end_tag(source, tag.end, tag.name)
            {
                *place = Some(Span::new(tag.end, end.start));
            }
        }
        let mut found: Vec<(Span, &str)> = called
            .into_iter()
            .filter_map(|(id, span)| Some((span?, id)))
            .collect();
        found.sort_unstable();
        // A note within another one is shown with that.
        let mut end = 0;
        found.retain(|(span, _)| {
            let is_apart = span.start >= end;
            end = end.max(span.end);
            is_apart
        });
        notes.notes = found.into_iter().map(|(span, id)| (id, span)).collect();
        notes
    }

    /// The note that a tag calls.
    pub(super) fn called_by(&self, tag: &Tag) -> Option<Span> {
        self.notes.get(called_id(tag)?).copied()
    }

    /// The note that a tag begins.
    pub(super) fn defined_by(&self, tag: &Tag) -> Option<Span> {
        if self.notes.is_empty() || tag.closes {
            return None;
        }
        self.notes.get(tag.attribute("id")?).copied()
    }
}

/// The id of the note that a tag calls.
fn called_id<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    if !tag.is("a") || tag.closes {
        return None;
    }
    let has = |name: &str, value: &str| {
        tag.attribute(name)
            .is_some_and(|found| found.split_whitespace().any(|word| word == value))
    };
    if !has("role", "doc-noteref") && !has("class", "footnote-ref") {
        return None;
    }
    tag.attribute("href")?.strip_prefix('#')
}

/// Whether a tag begins the arrow that leads back from a note.
pub(super) fn is_back_link(tag: &Tag) -> bool {
    tag.is("a")
        && (tag.attribute("role") == Some("doc-backlink")
            || tag.attribute("class") == Some("footnote-back"))
}

/// The next end tag of an element with this name.
pub(super) fn end_tag(source: &str, from: usize, name: &str) -> Option<Span> {
    let mut position = from;
    loop {
        let start = position + source[position..].find("</")?;
        let rest = &source[start + 2..];
        let is_named = rest
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_named && !rest[name.len()..].starts_with(|next: char| next.is_ascii_alphanumeric()) {
            let end = source[start..]
                .find('>')
                .map_or(source.len(), |len| start + len + 1);
            return Some(Span::new(start, end));
        }
        position = start + 2;
    }
}
