//! A run of labelled words as a list of names: divided by its marks, without conjunctions and roles.

use std::ops::Range;

use super::{
    super::{Words, given_names::is_given_name, name_words as known},
    word::{Divider, Word, is_initials},
};
use crate::reference::label::words as marker;

/// The words of names in a run, without conjunctions and roles, and whether `et al.` ends it.
pub(super) fn read_words<'a>(words: &Words<'a>, run: Range<usize>) -> (Vec<Word<'a>>, bool) {
    let run = without_phrase(words, run);
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
        let is_joint = joins_names(words, idx, lower) && !joins_surnames(words, idx, &run, &list);
        if is_joint && idx > run.start {
            divider = Divider::Group;
            continue;
        }
        let is_number = list.is_empty() && words.printed(idx).bytes().all(|b| b.is_ascii_digit());
        let is_lead = idx < run.start + 2 && list.is_empty() && known::is_lead(lower);
        let is_in = idx == run.start && marker::is_in(lower) && lower != "en";
        let is_role = marker::is_role(lower) || known::is_role(lower) || is_care(words, idx);
        if is_number || is_lead || is_in || is_role {
            continue;
        }
        let span = words.tokens[idx].span;
        let is_torn = divider == Divider::None && idx > run.start && tears(words, idx);
        if let Some(last) = list.last_mut().filter(|_| is_torn) {
            last.end = span.end;
            last.printed = words.text.get(last.start..span.end).unwrap_or_default();
            last.has_stop = words.text[span.end..].starts_with('.');
            continue;
        }
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

/// A run without the phrase before its names that says how they took part: `Tradução de Daniela Kern`, `edizione critica a cura di V. Berg`.
fn without_phrase(words: &Words, run: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 5;
    let says_part = |idx: &usize| {
        let lower = words.lower(*idx);
        known::is_part_phrase(lower) || lower == "cura"
    };
    let reach = run.start..run.end.min(run.start + LONGEST);
    let Some(part) = reach.rev().find(says_part) else {
        return run;
    };
    let is_plain = |idx: usize| words.printed(idx).starts_with(char::is_lowercase);
    let links = (part + 1..run.end).take_while(|idx| known::is_link(words.printed(*idx)));
    let start = part + 1 + links.count();
    let are_plain = (run.start + 1..part).all(is_plain);
    let is_phrase = start > part + 1 && start < run.end && are_plain;
    if is_phrase { start..run.end } else { run }
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

/// Whether the gap before a word tears a name: `Ortu~no`, `O’ Campo`, and `Stan- ley` of a line end.
fn tears(words: &Words, idx: usize) -> bool {
    let gap = words.gap(idx);
    let starts_small = words.printed(idx).starts_with(char::is_lowercase);
    let is_elided = matches!(words.printed(idx - 1), "O" | "D" | "L" | "d" | "l")
        && matches!(gap.trim_end(), "'" | "’");
    let is_inside = !gap.is_empty()
        && !gap.contains(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && c != '~')
        && !gap.contains(['–', '—', '•', '“', '”', '„', '«', '»']);
    is_elided || is_inside && starts_small || gap == "- " && starts_small
}

/// Whether a word belongs to `a cura di`, which names editors in Italian.
fn is_care(words: &Words, idx: usize) -> bool {
    match words.lower(idx) {
        "a" => words.lower(idx + 1) == "cura",
        "di" => idx > 0 && words.lower(idx - 1) == "cura",
        _ => false,
    }
}

/// Whether `y`, `i` or `e` joins two family names of one person: `José Ortega y Gasset`, `Ortega y Gasset, José`.
fn joins_surnames(words: &Words, idx: usize, run: &Range<usize>, list: &[Word]) -> bool {
    if list.is_empty() {
        return false;
    }
    let is_surname = |word: &str| word.chars().count() > 2 && word.starts_with(char::is_uppercase);
    let before = words.printed(idx - 1);
    let after = words.printed(idx + 1);
    if !matches!(words.printed(idx), "y" | "i" | "e")
        || idx + 1 >= run.end
        || !is_surname(before)
        || !is_surname(after)
        || !words.gap(idx).trim().is_empty()
    {
        return false;
    }
    let n_part = list
        .iter()
        .rev()
        .take_while(|word| word.divider == Divider::None)
        .count()
        + 1;
    let start = list.len().saturating_sub(n_part);
    let is_end = idx + 2 == run.end;
    let gap = words.gap(idx + 2);
    match &list[start..] {
        // `NESPOR, Marina e VOGEL, Irene`: what stands before is the given name of another.
        [given] if given.divider == Divider::Part && !is_initials(&list[start - 1]) => false,
        [_] => !is_end && gap.starts_with(',') && is_inverted(words, idx + 2, run),
        [first, ..] => {
            let is_full = is_given_name(&first.printed.to_lowercase()) || is_initials(first);
            is_full && (is_end || gap.starts_with([',', ';', '(']))
        }
        [] => false,
    }
}

/// Whether the words from one on are given names and end the name: `José`, `J. A.`
fn is_inverted(words: &Words, start: usize, run: &Range<usize>) -> bool {
    let is_given = is_given_name(words.lower(start)) || words.printed(start).chars().count() == 1;
    let ends = |idx: usize| idx >= run.end || words.gap(idx).contains([',', ';', '(']);
    is_given && (start + 1..=start + 2).any(ends)
}
