//! Whether two texts of a .bib file hold the same entries with the same fields.

use crate::bibtex::{BlockKind, File};

/// Whether nothing was lost or won: the same entries by key, each of its type and with its fields, and as many other blocks.
///
/// Case of types and field names, and the order of entries and fields do not count.
pub(super) fn are_same(one: &File, other: &File) -> bool {
    other_blocks(one) == other_blocks(other)
        && one.problems.len() >= other.problems.len()
        && (are_same_in_order(one, other) || entries(one) == entries(other))
}

/// Whether the entries are the same, and they and their fields stand in the same order: so they mostly do.
fn are_same_in_order(one: &File, other: &File) -> bool {
    let is_same_entry = |idx: usize| {
        let (own, theirs) = (&one.entries[idx], &other.entries[idx]);
        let mut fields = own.fields.iter().zip(&theirs.fields);
        one.key(idx) == other.key(idx)
            && one
                .entry_type(idx)
                .eq_ignore_ascii_case(other.entry_type(idx))
            && own.fields.len() == theirs.fields.len()
            && fields.all(|(own, theirs)| {
                let name = own.name.slice(one.text());
                name.eq_ignore_ascii_case(theirs.name.slice(other.text()))
            })
    };
    one.entries.len() == other.entries.len() && (0..one.entries.len()).all(is_same_entry)
}

/// The number of blocks of each kind that are neither entry nor text between them.
fn other_blocks(file: &File) -> [usize; 3] {
    [BlockKind::Comment, BlockKind::Preamble, BlockKind::Strings].map(|kind| {
        file.blocks
            .iter()
            .filter(|block| block.kind == kind)
            .count()
    })
}

/// The entries in one order: key, type, and the names of the fields in one order.
fn entries(file: &File) -> Vec<(&str, String, Vec<String>)> {
    let mut entries: Vec<_> = (0..file.entries.len())
        .map(|idx| {
            let fields = file.entries[idx].fields.iter();
            let mut names: Vec<_> = fields
                .map(|field| field.name.slice(file.text()).to_ascii_lowercase())
                .collect();
            names.sort_unstable();
            (
                file.key(idx),
                file.entry_type(idx).to_ascii_lowercase(),
                names,
            )
        })
        .collect();
    entries.sort_unstable();
    entries
}
