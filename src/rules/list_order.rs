//! A reference out of the alphabetical order of its list.

use std::cmp::Reverse;

use super::{Findings, declare_rule};
use crate::{
    finding::Confidence,
    project::Paper,
    reference::{Convention, List, filed_under},
};

declare_rule! {
    /// Finds references out of the alphabetical order of the list.
    ///
    /// ## What it does
    ///
    /// Reports the references that have to move for the list to be in the order of its first authors' family names: as few as
    /// possible. Where the whole list is out of order, only the first such place is reported. Particles, accents, umlauts, `Mc`,
    /// articles and word spaces may be filed either way, as long as the list does it one way; works of one author may stand in
    /// any order. Numbered lists, lists by date and lists in the order of citation are left alone.
    ///
    /// ## Why it matters
    ///
    /// Author-year citations are looked up by the name. A reference that stands elsewhere is not found.
    ///
    /// ## Example
    ///
    /// ```text
    /// Adams, R. (2003). Tides. Harbour Press.
    /// Young, P. (2001). Winds. Harbour Press.
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// Clark, S. (1999). Mills. Harbour Press.
    /// Davies, T. (2015). Looms. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Move the reference to its place.
    "list-order", Note, Paper(check)
}

/// Fewer references have no order to speak of.
const FEWEST: usize = 3;

/// Up to this share of a list single references are out of place; beyond it the list as a whole is not in order.
const MOST_MOVED: f32 = 0.15;

/// From this share of neighbours in order on, the order explains the list.
const IN_ORDER: f32 = 0.9;

/// From this share of cited references on, their order of citation can explain the list.
const CITED: f32 = 0.8;

/// A part of a list with an order of its own has at least so many references.
const PART: usize = 4;

/// A reference of a list.
struct Filed<'p> {
    /// Its index among all references.
    idx: usize,
    /// What it is filed under.
    name: &'p str,
}

fn check(paper: &Paper, findings: &mut Findings) {
    for list in &paper.references.lists {
        let filed = filed(paper, list);
        if filed.len() < FEWEST || is_ordered_otherwise(paper, &filed) {
            continue;
        }
        let convention = convention(&filed);
        let keys: Vec<String> = filed
            .iter()
            .map(|filed| convention.key(filed.name))
            .collect();
        let kept = longest_run(&keys);
        let n_moved = filed.len() - kept.len();
        if n_moved <= ((filed.len() as f32 * MOST_MOVED) as usize).max(1) {
            for place in (0..filed.len()).filter(|place| kept.binary_search(place).is_err()) {
                report_moved(paper, &filed, &keys, &kept, place, findings);
            }
        } else if !has_parts(&keys) {
            report_unordered(paper, &filed, &keys, findings);
        }
    }
}

/// The references of a list with the names that they are filed under; a repeated author is that of the reference before.
fn filed<'p>(paper: &'p Paper, list: &List) -> Vec<Filed<'p>> {
    let text = &paper.document.text;
    let items = paper.references.items.iter().enumerate();
    let mut filed: Vec<Filed> = Vec::new();
    for (idx, reference) in items.filter(|(_, reference)| list.span.covers(reference.span)) {
        let before = filed.last().map(|filed| filed.name);
        if let Some(name) = filed_under(reference.span.slice(text)).or(before) {
            filed.push(Filed { idx, name });
        }
    }
    filed
}

/// Whether the list follows another order: its numbers, its dates, or that of the citations.
fn is_ordered_otherwise(paper: &Paper, filed: &[Filed]) -> bool {
    let text = &paper.document.text;
    let items = &paper.references.items;
    let is_numbered = |filed: &&Filed| {
        items[filed.idx]
            .span
            .slice(text)
            .starts_with(|c: char| c.is_ascii_digit() || "[(".contains(c))
    };
    let n_numbered = filed.iter().filter(is_numbered).count();
    let years = filed
        .iter()
        .filter_map(|filed| Some(items[filed.idx].work.issued.date?.year))
        .collect::<Vec<_>>();
    let cited = cited(paper, filed);
    let is_cited = cited.len() as f32 >= CITED * filed.len() as f32;
    n_numbered * 2 > filed.len()
        || years.len() > PART
            && (share(&years, |one, two| one <= two) >= IN_ORDER
                || share(&years, |one, two| one >= two) >= IN_ORDER)
        || is_cited && share(&cited, |one, two| one <= two) >= IN_ORDER
}

/// Where the references of a list are first cited, those that are.
fn cited(paper: &Paper, filed: &[Filed]) -> Vec<usize> {
    let mut first = vec![None; paper.references.items.len()];
    for (_, cite, link) in paper.cites() {
        for candidate in &link.matched {
            first[candidate.index].get_or_insert(cite.span.start);
        }
    }
    filed.iter().filter_map(|filed| first[filed.idx]).collect()
}

/// The share of neighbours for which something holds; 1 where there are none.
fn share<T>(values: &[T], holds: impl Fn(&T, &T) -> bool) -> f32 {
    let pairs = values.windows(2);
    let n_pairs = pairs.len().max(1) as f32;
    let n_failing = pairs.filter(|pair| !holds(&pair[0], &pair[1])).count() as f32;
    1.0 - n_failing / n_pairs
}

/// The convention under which the fewest references have to move.
fn convention(filed: &[Filed]) -> Convention {
    let n_kept = |convention: Convention| {
        let keys: Vec<String> = filed
            .iter()
            .map(|filed| convention.key(filed.name))
            .collect();
        longest_run(&keys).len()
    };
    let mut best = (n_kept(Convention::USUAL), Convention::USUAL);
    for point in 0..Convention::USUAL.variants().len() {
        let variant = best.1.variants()[point];
        let n_kept = n_kept(variant);
        if n_kept > best.0 {
            best = (n_kept, variant);
        }
    }
    best.1
}

/// The places of a longest run of keys that do not descend; of several such runs one that keeps the earlier references.
///
/// Patience sorting from the end of the list, in n log n steps.
fn longest_run(keys: &[String]) -> Vec<usize> {
    // For each length, the place at which the best run of that length begins so far.
    let mut heads: Vec<usize> = Vec::new();
    let mut next = vec![None; keys.len()];
    for place in (0..keys.len()).rev() {
        let length = heads.partition_point(|head| Reverse(&keys[*head]) <= Reverse(&keys[place]));
        next[place] = length.checked_sub(1).map(|shorter| heads[shorter]);
        if length == heads.len() {
            heads.push(place);
        } else {
            heads[length] = place;
        }
    }
    std::iter::successors(heads.last().copied(), |place| next[*place]).collect()
}

/// Whether the list consists of a few parts in order, each long enough to be meant so.
fn has_parts(keys: &[String]) -> bool {
    keys.chunk_by(|one, two| one <= two)
        .all(|part| part.len() >= PART)
}

/// Reports a reference that stands out of place, unless another convention or one place more or less account for it.
fn report_moved(
    paper: &Paper,
    filed: &[Filed],
    keys: &[String],
    kept: &[usize],
    place: usize,
    findings: &mut Findings,
) {
    let after = kept.partition_point(|kept| *kept < place);
    let before = after.checked_sub(1).map(|before| kept[before]);
    let behind = kept.get(after).copied();
    let fits = |key: &String| {
        before.is_none_or(|before| keys[before] <= *key)
            && behind.is_none_or(|behind| *key <= keys[behind])
    };
    let name = filed[place].name;
    let variants = Convention::USUAL.variants();
    if variants
        .iter()
        .any(|convention| fits(&convention.key(name)))
        || is_slight(keys, kept, place)
    {
        return;
    }
    let proper = kept.partition_point(|kept| keys[*kept] <= keys[place]);
    let message = match proper.checked_sub(1).map(|proper| filed[kept[proper]].idx) {
        Some(proper) => format!(
            "`{}` belongs behind `{}`",
            paper.listed_as(filed[place].idx),
            paper.listed_as(proper)
        ),
        None => format!(
            "`{}` belongs at the head of the list",
            paper.listed_as(filed[place].idx)
        ),
    };
    let finding = findings.add(paper.listed_at(filed[place].idx), message);
    if let Some(proper) = proper.checked_sub(1) {
        finding.relate(
            paper.listed_at(filed[kept[proper]].idx),
            "its place is behind this one",
        );
    }
    finding.help = Some("move it, so that it is found by its first author's name".to_owned());
}

/// Whether a reference stands next to its place among names with the same first letter; a transliteration, a misprint of the
/// name or the initials may account for that.
fn is_slight(keys: &[String], kept: &[usize], place: usize) -> bool {
    let stands = kept.partition_point(|kept| *kept < place);
    let belongs = kept.partition_point(|kept| keys[*kept] <= keys[place]);
    let neighbour = if belongs < stands {
        kept.get(belongs)
    } else {
        belongs.checked_sub(1).and_then(|place| kept.get(place))
    };
    let first = |key: &String| key.chars().next();
    stands.abs_diff(belongs) <= 1
        && neighbour.is_some_and(|neighbour| first(&keys[*neighbour]) == first(&keys[place]))
}

/// Reports the first reference that stands behind one that it should stand before.
fn report_unordered(paper: &Paper, filed: &[Filed], keys: &[String], findings: &mut Findings) {
    let Some(place) = (1..keys.len()).find(|place| keys[place - 1] > keys[*place]) else {
        return;
    };
    let (before, idx) = (filed[place - 1].idx, filed[place].idx);
    let message = format!(
        "the list is not in alphabetical order: `{}` stands after `{}`",
        paper.listed_as(idx),
        paper.listed_as(before)
    );
    let finding = findings.add(paper.listed_at(idx), message);
    finding.confidence = Confidence::Medium;
    finding.relate(paper.listed_at(before), "it should stand before this one");
    finding.help = Some("sort the list by the names of the first authors".to_owned());
}
