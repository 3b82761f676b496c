//! Which entries of one file are the same work.

use std::collections::BTreeMap;

use super::{compare::Comparable, decide, evidence::Evidence};
use crate::{
    linkage::Decision,
    work::{Work, hash},
};

/// How many entries of one title or DOI are compared with each other; `Editorial` may stand a thousand times in a file.
const MOST: usize = 50;

/// Two entries that are the same work.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// The number of the entry that comes first.
    pub first: usize,
    /// The number of the other.
    pub second: usize,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// Finds the pairs of entries that are beyond doubt the same work and version, in the order of the second; each is paired with the
/// first of its kind.
///
/// Only entries that share a DOI or a folded title are compared, so that the time grows with the number of entries.
///
/// `outline` and `entry` give the work of an entry by its number; the former is asked for all and needs to give only title and DOI.
pub fn duplicates(
    n_entries: usize,
    outline: impl Fn(usize) -> Work,
    entry: impl Fn(usize) -> Work,
) -> Vec<Duplicate> {
    let mut groups: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for idx in 0..n_entries {
        for hash in shared(&outline(idx)) {
            groups.entry(hash).or_default().push(idx);
        }
    }
    let mut found: BTreeMap<usize, Duplicate> = BTreeMap::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let works: Vec<_> = group
            .iter()
            .take(MOST)
            .map(|idx| (*idx, Comparable::new(&entry(*idx))))
            .collect();
        for duplicate in in_group(&works) {
            let earlier = found.get(&duplicate.second);
            if earlier.is_none_or(|earlier| duplicate.first < earlier.first) {
                found.insert(duplicate.second, duplicate);
            }
        }
    }
    found.into_values().collect()
}

/// The hashes under which the duplicates of a work are looked for.
fn shared(work: &Work) -> impl Iterator<Item = u64> + use<> {
    let comparable = Comparable::new(work);
    let title = comparable.title.replace(' ', "");
    let title = (!title.is_empty()).then_some(title);
    title
        .into_iter()
        .chain(comparable.doi)
        .map(|text| hash(text.into_bytes()))
}

/// Each work of a group that is the same as an earlier one, with the first such.
fn in_group(works: &[(usize, Comparable)]) -> Vec<Duplicate> {
    let mut found = Vec::new();
    for (position, (second, work)) in works.iter().enumerate() {
        let first = works[..position].iter().find_map(|(first, other)| {
            let evidence = other.compare(work);
            let decision = decide::decision(&evidence, decide::score(&evidence));
            let same = decision == Decision::Match && evidence.version.is_none();
            same.then_some((*first, evidence))
        });
        found.extend(first.map(|(first, evidence)| Duplicate {
            first,
            second: *second,
            evidence,
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bibtex::File;

    #[test]
    fn the_same_work_and_version() {
        let file = File::read(
            "@book{a, author={Kinzer, Stephen}, title={The True Flag: An Empire}, date={2017}}
             @book{b, author={Grandin, Greg}, title={Introduction}, date={2019}}
             @book{c, author={Kinzer, S.}, title={The True flag -- An Empire}, year=2017}
             @book{d, author={Smith, Ann}, title={Introduction}, date={2019}}
             @book{e, author={Kinzer, Stephen}, title={The True Flag: An Empire}, date={2017}, edition={2}}
             @book{f, author={Kinzer, Stephen}, title={The True Flag: An Empire}, date={2017}, edition={3}}",
        );
        let found = duplicates(
            file.entries.len(),
            |idx| file.outline(idx),
            |idx| file.work(idx),
        );
        let pairs: Vec<_> = found.iter().map(|pair| (pair.first, pair.second)).collect();
        assert_eq!(pairs, [(0, 2), (0, 4), (0, 5)]);
    }
}
