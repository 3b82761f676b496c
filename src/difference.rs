//! The places in which two rows of words, lines or letters differ, found by the `similar` crate.
//!
//! Whatever is compared is numbered first, so that the program has Myers' algorithm once and not once for each kind of thing: with
//! `similar::TextDiff`, which has all of that crate's algorithms for each, it is a megabyte larger.

use std::{collections::HashMap, hash::Hash};

use similar::{
    DiffOp,
    algorithms::{Capture, Compact, Replace, myers},
};

/// What makes the second row of the first, in order: stretches that are equal, left out, put in or replaced.
pub(crate) fn operations<T: Hash + Eq + Copy>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut numbers = HashMap::new();
    let mut numbered = |row: &[T]| -> Vec<usize> {
        let number = |thing: &T| {
            let next = numbers.len();
            *numbers.entry(*thing).or_insert(next)
        };
        row.iter().map(number).collect()
    };
    let (old, new) = (numbered(old), numbered(new));
    of_numbers(&old, &new)
}

fn of_numbers(old: &[usize], new: &[usize]) -> Vec<DiffOp> {
    let mut found = Compact::new(Replace::new(Capture::new()), old, new);
    match myers::diff(&mut found, old, 0..old.len(), new, 0..new.len()) {
        Ok(()) => found.into_inner().into_inner().into_ops(),
        Err(never) => match never {},
    }
}

/// The name that is most like a wrong one, of those that have this share of letters with it in common, in order (Ratcliff and
/// Obershelp's measure, as Python's `difflib` has it).
pub fn nearest<'a>(name: &str, names: &[&'a str], least: f64) -> Option<&'a str> {
    let like = |other: &&'a str| (likeness(name, other), *other);
    let near = names.iter().map(like).filter(|(share, _)| *share >= least);
    let best = near.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, name)| name)
}

fn likeness(one: &str, other: &str) -> f64 {
    let letters = |name: &str| name.chars().collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let common: usize = operations(&one, &other)
        .iter()
        .map(|operation| match operation {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    2.0 * common as f64 / (one.len() + other.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        let names = ["papers", "master", "style"];
        assert_eq!(nearest("paper", &names, 0.6), Some("papers"));
        assert_eq!(nearest("stlye", &names, 0.6), Some("style"));
        assert_eq!(nearest("rules", &names, 0.6), None);
        assert_eq!(nearest("", &names, 0.6), None);
        assert_eq!(nearest("ab", &["ax", "abx", "ab-"], 0.6), Some("abx"));
    }

    #[test]
    fn operations_lead_from_one_row_to_the_other() {
        let (old, new) = (["a", "b", "c", "d"], ["a", "x", "c"]);
        let made: Vec<&str> = operations(&old, &new)
            .iter()
            .flat_map(|operation| new[operation.new_range()].iter().copied())
            .collect();
        assert_eq!(made, new);
        assert_eq!(operations::<char>(&[], &[]), []);
    }
}
