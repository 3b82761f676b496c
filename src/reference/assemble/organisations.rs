//! Organisations from a run of words: whole, never divided into family and given name.

use std::ops::Range;

use super::{Words, name_words as known, value};
use crate::work::Name;

/// The organisations of a run of words; semicolons divide them, and full stops that end no abbreviation.
pub(super) fn organisations(words: &Words, run: Range<usize>) -> Vec<Name> {
    let mut names = Vec::new();
    let leads = (run.clone())
        .take_while(|idx| known::is_lead(words.lower(*idx)))
        .count();
    let mut start = (run.start + leads).min(run.end - 1);
    for idx in start + 1..=run.end {
        if idx == run.end || divides(words, idx) {
            let mut name = value::printed(words, start..idx);
            let ends_with_initials = idx - start >= 2
                && (idx - 2..idx).all(|idx| words.printed(idx).chars().count() == 1);
            // `o. V.`, `N. N.`
            if ends_with_initials && words.gap(idx).starts_with('.') && !name.ends_with('.') {
                name.push('.');
            }
            names.push(Name::organisation(name));
            start = idx;
        }
    }
    names
}

/// Whether the gap before a word divides two organisations.
fn divides(words: &Words, idx: usize) -> bool {
    /// Shorter words before a full stop are abbreviations: `U.S.`, `Natl.`
    const LONGEST_ABBREVIATION: usize = 4;
    let gap = words.gap(idx);
    let before = words.printed(idx - 1);
    let ends_sentence = gap.starts_with('.')
        && gap.len() > 1
        && before.chars().count() > LONGEST_ABBREVIATION
        && words.printed(idx).starts_with(char::is_uppercase);
    gap.contains(';') || ends_sentence
}
