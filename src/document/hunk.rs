//! The stretches in which a text and its replacement differ.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// A stretch of the view to be replaced; an empty one is an insertion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    /// The bytes of the view.
    pub(super) span: Span,
    /// The new text.
    pub(super) replacement: String,
}

/// The words, and within a word the letters, that a replacement of `view[span]` changes; in order, disjoint, none empty on both
/// sides.
pub(super) fn hunks(view: &str, span: Span, replacement: &str) -> Vec<Hunk> {
    let (span, replacement) = trimmed(view, span, replacement);
    let old: Vec<(usize, &str)> = span.slice(view).split_word_bound_indices().collect();
    let new: Vec<(usize, &str)> = replacement.split_word_bound_indices().collect();
    capture_diff_slices(Algorithm::Myers, &words(&old), &words(&new))
        .iter()
        .filter(|operation| operation.tag() != DiffTag::Equal)
        .map(|operation| {
            let old = bytes(&old, operation.old_range(), span.len()).shift(span.start);
            let new = bytes(&new, operation.new_range(), replacement.len());
            let (span, replacement) = trimmed(view, old, new.slice(replacement));
            Hunk {
                span,
                replacement: replacement.to_owned(),
            }
        })
        .collect()
}

/// Words without their places, as the comparison wants them.
fn words<'a>(placed: &[(usize, &'a str)]) -> Vec<&'a str> {
    placed.iter().map(|(_, word)| *word).collect()
}

/// The bytes of a range of words; `len` is the length of the text that they make up.
fn bytes(words: &[(usize, &str)], range: std::ops::Range<usize>, len: usize) -> Span {
    let at = |idx: usize| words.get(idx).map_or(len, |(start, _)| *start);
    Span::new(at(range.start), at(range.end))
}

/// Leaves out the characters that both texts begin with, and those that both end with.
fn trimmed<'a>(view: &str, span: Span, replacement: &'a str) -> (Span, &'a str) {
    let old = span.slice(view);
    let prefix = common_len(old.chars(), replacement.chars());
    let (old, replacement) = (&old[prefix..], &replacement[prefix..]);
    let suffix = common_len(old.chars().rev(), replacement.chars().rev());
    (
        Span::new(span.start + prefix, span.end - suffix),
        &replacement[..replacement.len() - suffix],
    )
}

/// The number of bytes in which two runs of characters agree.
fn common_len(old: impl Iterator<Item = char>, new: impl Iterator<Item = char>) -> usize {
    old.zip(new)
        .take_while(|(old, new)| old == new)
        .map(|(character, _)| character.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let found = hunks(old, Span::new(0, old.len()), new);
        let found: Vec<_> = found
            .iter()
            .map(|hunk| (hunk.span.slice(old), hunk.replacement.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_first_then_letters() {
        check("Smith, 2010", "Smith, 2010", &[]);
        check("Smith, 2010", "Smith, 2010a", &[("", "a")]);
        check(
            "Smith & Lee (2010)",
            "Smith and Lee (2011)",
            &[("&", "and"), ("0", "1")],
        );
        check("", "né", &[("", "né")]);
        check("née", "né", &[("e", "")]);
    }
}
