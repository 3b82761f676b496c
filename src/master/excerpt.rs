//! Entries cut out of a master, with what they inherit from.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    ops::Range,
    sync::Arc,
};

use super::table::{Lines, damaged};
use crate::{
    bibtex::{File, Macros},
    source::Piece,
};

/// Some entries of a master as a .bib file of its own, each with all of its lines, in their order.
#[derive(Debug)]
pub struct Excerpt {
    /// The entries.
    pub file: File,
    /// Where they come from; one piece for each.
    pub pieces: Vec<Piece>,
    /// The numbers of the entries in the master.
    numbers: Vec<u32>,
}

impl Excerpt {
    /// The index here of an entry of the master.
    pub(super) fn index(&self, number: u32) -> io::Result<usize> {
        let found = self.numbers.binary_search(&number);
        found.map_err(|_| damaged())
    }
}

/// Cuts out entries; `read` gives the lines of an entry by its number, `first` the first entry with a key.
///
/// # Errors
/// When an entry cannot be read, or its lines hold something else.
pub(super) fn cut(
    mut numbers: BTreeSet<u32>,
    read: impl Fn(u32) -> io::Result<(Lines, String)>,
    first: impl Fn(&str) -> io::Result<Option<u32>>,
    macros: &Arc<Macros>,
) -> io::Result<Excerpt> {
    let mut texts = BTreeMap::new();
    let mut asked = BTreeSet::new();
    loop {
        for number in &numbers {
            if !texts.contains_key(number) {
                texts.insert(*number, read(*number)?);
            }
        }
        let (text, pieces) = joined(&texts);
        let file = File::part(text, macros);
        if file.entries.len() != numbers.len() {
            return Err(damaged());
        }
        let n_before = numbers.len();
        for key in file.missing_parents() {
            let parent = if asked.contains(&key) {
                None
            } else {
                first(&key)?
            };
            numbers.extend(parent);
            asked.insert(key);
        }
        if numbers.len() == n_before {
            return Ok(Excerpt {
                file,
                pieces,
                numbers: numbers.into_iter().collect(),
            });
        }
    }
}

/// Some lines of a file put together, each group with a line end behind it.
fn joined(texts: &BTreeMap<u32, (Lines, String)>) -> (String, Vec<Piece>) {
    let mut joined = String::new();
    let mut pieces = Vec::with_capacity(texts.len());
    for (lines, text) in texts.values() {
        pieces.push(Piece {
            start: joined.len(),
            start_in_file: lines.start as usize,
            line: lines.line as usize,
        });
        joined.push_str(text);
        if !text.ends_with('\n') {
            joined.push('\n');
        }
    }
    (joined, pieces)
}

/// The lines of a text that belong to an entry.
pub(super) fn slice(text: &str, lines: Lines) -> &str {
    let range: Range<usize> = lines.start as usize..lines.end as usize;
    text.get(range).unwrap_or_default()
}
