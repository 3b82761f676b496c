//! A run of labelled words as a list of names: divided by its marks, without conjunctions and roles.

use std::ops::Range;

use super::{
    super::{Words, name_words as known},
    word::{Divider, Word},
};
use crate::reference::label::words as marker;

/// The words of names in a run, without conjunctions and roles, and whether `et al.` ends it.
pub(super) fn read_words<'a>(words: &Words<'a>, run: Range<usize>) -> (Vec<Word<'a>>, bool) {
    let mut list: Vec<Word> = Vec::with_capacity(run.len());
    let mut divider = Divider::None;
    for idx in run.clone() {
        let lower = words.lower(idx);
        let next = if idx + 1 < run.end {
            words.printed(idx + 1)
        } else {
            ""
        };
        if idx > run.start {
            divider = divider.max(divider_in(words.gap(idx), words.printed(idx - 1)));
        }
        if known::is_et_al(words.printed(idx), next) && idx > run.start {
            return (list, true);
        }
        if joins_names(words, idx, lower) && idx > run.start {
            divider = Divider::Group;
            continue;
        }
        let is_number = list.is_empty() && words.printed(idx).bytes().all(|b| b.is_ascii_digit());
        let is_lead = idx < run.start + 2 && list.is_empty() && known::is_lead(lower);
        let is_in = idx == run.start && marker::is_in(lower) && lower != "en";
        if is_number || is_lead || is_in || marker::is_role(lower) {
            continue;
        }
        let span = words.tokens[idx].span;
        list.push(Word {
            printed: words.printed(idx),
            start: span.start,
            end: span.end,
            has_stop: words.text[span.end..].starts_with('.'),
            divider: if list.is_empty() {
                Divider::Group
            } else {
                divider
            },
        });
        divider = Divider::None;
    }
    (list, false)
}

/// Whether a word joins two names; short ones do in small letters only, for they may be initials.
fn joins_names(words: &Words, idx: usize, lower: &str) -> bool {
    let printed = words.printed(idx);
    let before_stop = words.text[words.tokens[idx].span.end..].starts_with('.');
    let is_abbreviated_und = printed == "u" && before_stop && words.printed(idx + 1) != "a";
    let is_and = known::is_and(lower) && !before_stop && (printed == lower || printed.len() > 2);
    is_and || is_abbreviated_und
}

/// What a gap says about the names at its sides; `before` is the word before it.
fn divider_in(gap: &str, before: &str) -> Divider {
    const LONGEST_INITIAL: usize = 2;
    let after_slash =
        gap.contains('/') && (!gap.starts_with('/') || before.len() > LONGEST_INITIAL);
    if gap.contains([';', '&']) || after_slash || gap.contains(" – ") || gap.contains('•') {
        Divider::Group
    } else if gap.contains([',', '(']) {
        Divider::Part
    } else {
        Divider::None
    }
}
