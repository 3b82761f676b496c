//! How far the references of a list are as a style writes them.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Evidence;
use crate::{style::Style, work::Work};

/// So many references tell as much as all.
const MOST: usize = 16;
/// A reference that was read with less confidence tells little of a style.
const SURE: f32 = 0.6;

/// A reference in words and marks, with its work.
pub(super) struct Typed {
    work: Work,
    words: Vec<String>,
}

/// Some references of the list, spread over it, of those that were read best.
pub(super) fn typed(evidence: Evidence<'_>) -> Vec<Typed> {
    let items = &evidence.references.items;
    let is_sure = |reference: &&crate::reference::Reference| {
        reference.confidence >= SURE && !reference.work.creators().is_empty()
    };
    let sure: Vec<_> = items.iter().filter(is_sure).collect();
    let step = sure.len().div_ceil(MOST).max(1);
    let some = sure.into_iter().step_by(step);
    some.map(|reference| Typed {
        work: reference.work.clone(),
        words: words(reference.span.slice(evidence.text)),
    })
    .collect()
}

/// The share of words and marks that are equal and in the same order.
pub(super) fn fit(typed: &[Typed], style: &Style) -> f32 {
    let works: Vec<Work> = typed.iter().map(|typed| typed.work.clone()).collect();
    let list = style.write(&works).list;
    let shares = list
        .iter()
        .filter_map(|(idx, text)| Some(alike(&typed.get(*idx)?.words, &words(&text.plain()))));
    shares.sum::<f32>() / typed.len().max(1) as f32
}

/// The share of two rows of words that both have.
fn alike(one: &[String], other: &[String]) -> f32 {
    let changes = capture_diff_slices(Algorithm::Myers, one, other);
    let equal = changes
        .iter()
        .filter(|change| change.tag() == DiffTag::Equal);
    let n_equal: usize = equal.map(|change| change.old_range().len()).sum();
    2.0 * n_equal as f32 / (one.len() + other.len()).max(1) as f32
}

/// The words and marks of a reference, quotes and dashes in one form; addresses and DOIs are left out, for many styles do not ask for them.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for bit in text.split_whitespace().filter(|bit| !is_address(bit)) {
        let mut is_open = false;
        for letter in bit.chars() {
            match words.last_mut() {
                Some(word) if is_open && letter.is_alphanumeric() => word.push(letter),
                _ => words.push(mark(letter).to_string()),
            }
            is_open = letter.is_alphanumeric();
        }
    }
    words.iter_mut().for_each(without_letter);
    words
}

/// Takes the letter off a year, `2001a`: other works than those that are looked at may be the cause.
fn without_letter(word: &mut String) {
    let is_year =
        |digits: &str| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if word.get(..4).is_some_and(is_year) && word.len() == 5 {
        word.truncate(4);
    }
}

fn is_address(bit: &str) -> bool {
    let bit = bit.trim_start_matches(['(', '<', '[']).to_lowercase();
    bit.contains("://")
        || bit.starts_with("10.")
        || bit.starts_with("doi")
        || bit.starts_with("www.")
}

/// A quote or dash in the form of a typewriter.
fn mark(letter: char) -> char {
    match letter {
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        letter => letter,
    }
}
