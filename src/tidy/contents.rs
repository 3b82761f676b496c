//! Whether two texts of a .bib file hold the same entries with the same fields.

use crate::bibtex::{BlockKind, File};

/// Whether nothing was lost or won: the same entries by key, each of its type and with its fields, and as many other blocks.
///
/// Case of types and field names, and the order of entries and fields do not count.
pub(super) fn are_same(one: &File, other: &File) -> bool {
    other_blocks(one) == other_blocks(other)
        && one.problems.len() >= other.problems.len()
        && entries(one) == entries(other)
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
