//! Fields in one order.

use super::{Replacement, Sound};
use crate::span::Span;

/// The order: who, what, where, when, and how to find it, in the names of biblatex and of BibTeX. Other fields follow as they came.
const ORDER: &[&str] = &[
    "author",
    "shortauthor",
    "editor",
    "editora",
    "translator",
    "title",
    "subtitle",
    "titleaddon",
    "shorttitle",
    "origtitle",
    "maintitle",
    "journaltitle",
    "journal",
    "journalsubtitle",
    "booktitle",
    "booksubtitle",
    "eventtitle",
    "series",
    "edition",
    "type",
    "howpublished",
    "organization",
    "institution",
    "school",
    "publisher",
    "location",
    "address",
    "date",
    "origdate",
    "year",
    "month",
    "pubstate",
    "volume",
    "volumes",
    "number",
    "issue",
    "chapter",
    "pages",
    "pagetotal",
    "eid",
    "isbn",
    "issn",
    "doi",
    "eprint",
    "eprinttype",
    "eprintclass",
    "archiveprefix",
    "primaryclass",
    "url",
    "urldate",
    "crossref",
    "xdata",
    "langid",
    "language",
    "note",
    "annotation",
    "keywords",
    "abstract",
    "file",
];

/// Puts the fields of each sound entry into the slots that they have between them, so that what divides them stays.
///
/// An entry with a comment between its fields is left alone: nobody knows which field it speaks of.
pub(super) fn normalise(sound: &Sound) -> Vec<Replacement> {
    let text = sound.file.text();
    let mut replacements = Vec::new();
    for (_, fields) in sound.entries() {
        let slots: Vec<Span> = fields
            .iter()
            .map(|field| field.name.join(field.value))
            .collect();
        let has_comment = slots.windows(2).any(|pair| {
            Span::new(pair[0].end, pair[1].start)
                .slice(text)
                .contains('%')
        });
        if has_comment {
            continue;
        }
        let mut sorted: Vec<usize> = (0..fields.len()).collect();
        sorted.sort_by_key(|idx| rank(fields[*idx].name.slice(text)));
        let moved = sorted
            .into_iter()
            .zip(&slots)
            .filter(|(from, slot)| slots[*from] != **slot);
        replacements.extend(moved.map(|(from, slot)| (*slot, slots[from].slice(text).to_owned())));
    }
    replacements
}

/// The place of a field in the order.
fn rank(name: &str) -> usize {
    let place = ORDER
        .iter()
        .position(|other| name.eq_ignore_ascii_case(other));
    place.unwrap_or(ORDER.len())
}
