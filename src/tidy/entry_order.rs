//! Entries in the order of their keys.

use std::collections::HashSet;

use super::{Replacement, Sound};
use crate::{
    bibtex::{BlockKind, edit::attached},
    span::Span,
};

/// Puts the entries, each with the comment lines right above it, into the slots that they have between them.
///
/// `@string` and `@preamble` stay where they are, and no entry moves across them: a macro must be defined before it is used.
/// Entries that others inherit from come behind the others, as BibTeX wants it.
pub(super) fn normalise(sound: &Sound) -> Vec<Replacement> {
    let parents: HashSet<usize> = (0..sound.file.entries.len())
        .flat_map(|idx| sound.file.parents(idx))
        .collect();
    let mut replacements = Vec::new();
    for stretch in stretches(sound) {
        let mut sorted: Vec<usize> = (0..stretch.len()).collect();
        sorted.sort_by_key(|slot| {
            let (idx, _) = stretch[*slot];
            (parents.contains(&idx), sound.file.key(idx).to_lowercase())
        });
        let text = sound.file.text();
        for (slot, from) in sorted
            .into_iter()
            .enumerate()
            .filter(|(slot, from)| slot != from)
        {
            replacements.push((stretch[slot].1, stretch[from].1.slice(text).to_owned()));
        }
    }
    replacements
}

/// The stretches of the file within which entries may move: each entry by number, with its bytes and those of its comment.
fn stretches(sound: &Sound) -> Vec<Vec<(usize, Span)>> {
    let text = sound.file.text();
    let mut stretches = vec![Vec::new()];
    let (mut idx, mut comment_start) = (0, None);
    for block in &sound.file.blocks {
        match block.kind {
            BlockKind::Text => comment_start = Some(attached(text, block.span)),
            BlockKind::Entry => {
                let start = comment_start.take().unwrap_or(block.span.start);
                let stretch: &mut Vec<_> = stretches.last_mut().expect("there is always one");
                stretch.push((idx, Span::new(start, block.span.end)));
                if !sound.is_sound(idx) {
                    // What cannot be read stays, and what stands before it stays before it.
                    stretch.pop();
                    stretches.push(Vec::new());
                }
                idx += 1;
            }
            BlockKind::Comment | BlockKind::Preamble | BlockKind::Strings => {
                comment_start = None;
                stretches.push(Vec::new());
            }
        }
    }
    stretches
}
