//! Which `*` and `_` are emphasis.
//!
//! `CommonMark`, "Emphasis and strong emphasis": a run of marks may open when text follows it and close when text precedes it; `_`
//! does neither within a word. Runs are paired from the inside out; what finds no partner is text.

use crate::{
    document::scan::{char_at, char_before, is_word},
    span::Span,
};

/// A run of one mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) span: Span,
    mark: u8,
    opens: bool,
    closes: bool,
    /// How many of its marks are text; counted from its start.
    pub(super) literal: usize,
}

impl Run {
    /// Looks at the run of marks at `span`.
    pub(super) fn new(source: &str, span: Span) -> Self {
        let (before, after) = (char_before(source, span.start), char_at(source, span.end));
        let is_space = |side: Option<char>| side.is_none_or(char::is_whitespace);
        let is_punctuation = |side: Option<char>| {
            side.is_some_and(|side| !side.is_alphanumeric() && !side.is_whitespace())
        };
        let left = !is_space(after)
            && (!is_punctuation(after) || is_space(before) || is_punctuation(before));
        let right = !is_space(before)
            && (!is_punctuation(before) || is_space(after) || is_punctuation(after));
        let mark = source
            .as_bytes()
            .get(span.start)
            .copied()
            .unwrap_or_default();
        let within_words = mark != b'_';
        Self {
            span,
            mark,
            opens: left && (within_words || !is_word(before)),
            closes: right && (within_words || !is_word(after)),
            literal: span.len(),
        }
    }
}

/// Pairs runs; each keeps in `literal` how many of its marks are text.
pub(super) fn pair<'r>(runs: impl Iterator<Item = &'r mut Run>) {
    let mut openers: [Vec<&'r mut Run>; 2] = [Vec::new(), Vec::new()];
    for run in runs {
        let stack = &mut openers[usize::from(run.mark == b'_')];
        while run.closes && run.literal > 0 {
            let Some(opener) = stack.last_mut() else {
                break;
            };
            let paired = opener.literal.min(run.literal);
            opener.literal -= paired;
            run.literal -= paired;
            if opener.literal == 0 {
                stack.pop();
            }
        }
        if run.opens && run.literal > 0 {
            stack.push(run);
        }
    }
}
