//! The stretches in which a text and its replacement differ.

use similar::DiffTag;
use unicode_segmentation::UnicodeSegmentation;

use crate::{difference, span::Span};

/// A stretch of the view to be replaced; an empty one is an insertion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    /// The bytes of the view.
    pub(super) span: Span,
    /// The new text.
    pub(super) replacement: String,
}

/// The words that a replacement of `view[span]` changes, each as a whole, in the order and with the promises of [`hunks`]. Where the
/// span or an insertion begins or ends within a word, that is changed as a whole too.
pub(super) fn word_hunks(view: &str, span: Span, replacement: &str) -> Vec<Hunk> {
    let words = around_words(view, span);
    let before = Span::new(words.start, span.start).slice(view);
    let behind = Span::new(span.end, words.end).slice(view);
    let replacement = [before, replacement, behind].concat();
    differing(view, words, &replacement).collect()
}

/// The span and what it lacks of the words that it begins and ends in.
fn around_words(view: &str, span: Span) -> Span {
    let line_start = view[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = view[span.end..]
        .find('\n')
        .map_or(view.len(), |at| span.end + at);
    let line = Span::new(line_start, line_end);
    let mut words = span;
    for (start, word) in line.slice(view).split_word_bound_indices() {
        let word = Span::new(start, start + word.len()).shift(line.start);
        if word.start < span.start && span.start < word.end {
            words.start = word.start;
        }
        if word.start < span.end && span.end < word.end {
            words.end = word.end;
        }
        // A letter put at the end of a word, `2010a`, makes another word of it; so does one at its beginning.
        let is_word = word.slice(view).starts_with(char::is_alphanumeric);
        if span.is_empty() && is_word && word.end == span.start {
            words.start = word.start;
        }
    }
    words
}

/// The words, and within a word the letters, that a replacement of `view[span]` changes; in order, disjoint, none empty on both
/// sides.
pub(super) fn hunks(view: &str, span: Span, replacement: &str) -> Vec<Hunk> {
    let (span, replacement) = trimmed(view, span, replacement);
    let letters = |hunk: Hunk| {
        let (span, replacement) = trimmed(view, hunk.span, &hunk.replacement);
        let replacement = replacement.to_owned();
        Hunk { span, replacement }
    };
    differing(view, span, replacement).map(letters).collect()
}

/// The words in which a replacement differs from `view[span]`.
fn differing(view: &str, span: Span, replacement: &str) -> impl Iterator<Item = Hunk> {
    let old: Vec<(usize, &str)> = span.slice(view).split_word_bound_indices().collect();
    let new: Vec<(usize, &str)> = replacement.split_word_bound_indices().collect();
    difference::operations(&words(&old), &words(&new))
        .into_iter()
        .filter(|operation| operation.tag() != DiffTag::Equal)
        .map(move |operation| {
            let old = bytes(&old, operation.old_range(), span.len()).shift(span.start);
            let new = bytes(&new, operation.new_range(), replacement.len());
            Hunk {
                span: old,
                replacement: new.slice(replacement).to_owned(),
            }
        })
}

/// A word that stays, or words that others come in the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The bytes of the view.
    pub(super) old: Span,
    /// The bytes of the new text.
    pub(super) new: Span,
    /// Whether it is one word that stays; any white space stays for any other.
    pub(super) is_kept: bool,
}

/// The way from `view[span]` to a new text, word by word. Blanks and marks that stay between words that change count as changed.
pub(super) fn steps(view: &str, span: Span, text: &str) -> Vec<Step> {
    let old: Vec<(usize, &str)> = span.slice(view).split_word_bound_indices().collect();
    let new: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    let (old_words, new_words) = (comparable(&old), comparable(&new));
    let mut steps: Vec<Step> = Vec::new();
    for operation in difference::operations(&old_words, &new_words) {
        let (of_old, of_new) = (operation.old_range(), operation.new_range());
        let step = |of_old: std::ops::Range<usize>, of_new: std::ops::Range<usize>, is_kept| Step {
            old: bytes(&old, of_old, span.len()).shift(span.start),
            new: bytes(&new, of_new, text.len()),
            is_kept,
        };
        if operation.tag() == DiffTag::Equal {
            steps.extend(
                of_old
                    .zip(of_new)
                    .map(|(old, new)| step(old..old + 1, new..new + 1, true)),
            );
        } else {
            steps.push(step(of_old, of_new, false));
        }
    }
    without_islands(view, steps)
}

/// Words as they are compared: all white space is one blank.
fn comparable<'a>(placed: &[(usize, &'a str)]) -> Vec<&'a str> {
    let is_blank = |word: &str| word.chars().all(char::is_whitespace);
    let words = words(placed).into_iter();
    let words = words.map(|word| if is_blank(word) { " " } else { word });
    words.collect()
}

/// Joins changes between which only blanks and marks stay.
fn without_islands(view: &str, steps: Vec<Step>) -> Vec<Step> {
    let mut joined: Vec<Step> = Vec::new();
    let mut last_change = None;
    for step in steps {
        if step.is_kept {
            if step.old.slice(view).contains(char::is_alphanumeric) {
                last_change = None;
            }
            joined.push(step);
            continue;
        }
        let from: usize = last_change.unwrap_or(joined.len());
        let change = joined.drain(from..).fold(step, |all, step| Step {
            old: all.old.join(step.old),
            new: all.new.join(step.new),
            is_kept: false,
        });
        last_change = Some(joined.len());
        joined.push(change);
    }
    joined
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

    #[test]
    fn whole_words_where_a_person_reads_them() {
        let check = |old: &str, place: &str, new: &str, expected: &[(&str, &str)]| {
            let at = old.find(place).expect("the place is there");
            let found = word_hunks(old, Span::new(at, at + place.len()), new);
            let found: Vec<_> = found
                .iter()
                .map(|hunk| (hunk.span.slice(old), hunk.replacement.as_str()))
                .collect();
            assert_eq!(found, expected, "{old}");
        };
        check("(Smith 2010)", "0)", "1)", &[("2010", "2011")]);
        check("(Smith 2010)", "2010", "2010a", &[("2010", "2010a")]);
        check("Smth 2010", "mt", "mit", &[("Smth", "Smith")]);
        check("Lee et al 2010", "al", "al.,", &[("", ".,")]);
        check("Lee & Ng\nRoe", "& Ng", "and Ng", &[("&", "and")]);
        let appended = word_hunks("in 2010, as", Span::at(7), "a");
        assert_eq!(appended.len(), 1);
        assert_eq!(
            (appended[0].span, appended[0].replacement.as_str()),
            (Span::new(3, 7), "2010a")
        );
        let comma = word_hunks("Lee 2010", Span::at(3), ",");
        assert_eq!(
            (comma[0].span, comma[0].replacement.as_str()),
            (Span::at(3), ",")
        );
    }
}
