//! A reference out of the alphabetical order of its list.

use super::{Findings, declare_rule};
use crate::{
    finding::Confidence,
    project::Paper,
    reference::{Convention, Filed, List, filed_under},
    work::order::longest_run,
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

/// Up to this share of a list, in per cent, single references are out of place; beyond it the list as a whole is not in order.
const MOST_MOVED_PERCENT: usize = 15;

/// From this share of neighbours in order on, the order explains the list.
const IN_ORDER: f32 = 0.9;

/// From this share of cited references on, their order of citation can explain the list.
const CITED: f32 = 0.6;

/// In fewer references, several out of place say nothing about the list as a whole.
const FEWEST_UNORDERED: usize = 5;

/// A part of a list with an order of its own has at least so many references.
const PART: usize = 4;

/// A reference of a list.
struct Listed<'p> {
    /// Its index among all references.
    idx: usize,
    /// What it is filed under.
    filed: Filed<'p>,
}

fn check(paper: &Paper, findings: &mut Findings) {
    let first_cited = first_cited(paper);
    for list in &paper.references.lists {
        let listed = listed(paper, list);
        if listed.len() >= FEWEST && !is_ordered_otherwise(paper, &listed, &first_cited) {
            check_list(paper, &listed, findings);
        }
    }
}

fn check_list(paper: &Paper, listed: &[Listed], findings: &mut Findings) {
    let keys = keys(listed, convention(listed));
    let kept = longest_run(&keys);
    let n_moved = listed.len() - kept.len();
    if n_moved <= (listed.len() * MOST_MOVED_PERCENT / 100).max(1) {
        for place in (0..listed.len()).filter(|place| kept.binary_search(place).is_err()) {
            report_moved(paper, listed, &keys, &kept, place, findings);
        }
    } else if listed.len() >= FEWEST_UNORDERED && !has_parts(&keys) {
        report_unordered(paper, listed, &keys, findings);
    }
}

/// The references of a list with what they are filed under; a repeated author is that of the reference before.
fn listed<'p>(paper: &'p Paper, list: &List) -> Vec<Listed<'p>> {
    let text = &paper.document.text;
    let items = &paper.references.items;
    let first = items.partition_point(|reference| reference.span.start < list.span.start);
    let within = items.iter().enumerate().skip(first);
    let mut listed: Vec<Listed> = Vec::new();
    for (idx, reference) in within.take_while(|(_, reference)| list.span.covers(reference.span)) {
        let before = listed.last().map(|listed| listed.filed);
        if let Some(filed) = filed_under(reference.span.slice(text)).or(before) {
            listed.push(Listed { idx, filed });
        }
    }
    listed
}

/// The keys by which a list is sorted under a convention.
fn keys(listed: &[Listed], convention: Convention) -> Vec<String> {
    listed
        .iter()
        .map(|listed| convention.key(listed.filed.name))
        .collect()
}

/// Whether the list follows another order: its numbers, its dates, or that of the citations.
fn is_ordered_otherwise(paper: &Paper, listed: &[Listed], first_cited: &[Option<usize>]) -> bool {
    let cited = listed.iter().filter_map(|listed| first_cited[listed.idx]);
    let cited: Vec<usize> = cited.collect();
    let is_cited = cited.len() as f32 >= CITED * listed.len() as f32;
    is_numbered(paper, listed)
        || is_chronological(paper, listed)
        || is_cited && share(&cited, |one, two| one <= two) >= IN_ORDER
}

/// Whether most references of a list bear numbers.
fn is_numbered(paper: &Paper, listed: &[Listed]) -> bool {
    let opens_with_number = |listed: &&Listed| {
        let place = paper.listed_at(listed.idx);
        place
            .span
            .slice(&paper.document.text)
            .starts_with(|c: char| c.is_ascii_digit() || "[(".contains(c))
    };
    listed.iter().filter(opens_with_number).count() * 2 > listed.len()
}

/// Whether the years of a list run up or down.
fn is_chronological(paper: &Paper, listed: &[Listed]) -> bool {
    let year = |listed: &Listed| Some(paper.references.items[listed.idx].work.issued.date?.year);
    let years: Vec<i32> = listed.iter().filter_map(year).collect();
    let up = share(&years, |one, two| one <= two);
    let down = share(&years, |one, two| one >= two);
    years.len() > PART && up.max(down) >= IN_ORDER
}

/// Where each reference is first cited, if it is.
fn first_cited(paper: &Paper) -> Vec<Option<usize>> {
    let mut first = vec![None; paper.references.items.len()];
    for (_, cite, link) in paper.cites() {
        for candidate in &link.matched {
            first[candidate.index].get_or_insert(cite.span.start);
        }
    }
    first
}

/// The share of neighbours for which something holds; 1 where there are none.
fn share<T>(values: &[T], holds: impl Fn(&T, &T) -> bool) -> f32 {
    let pairs = values.windows(2);
    let n_pairs = pairs.len().max(1) as f32;
    let n_failing = pairs.filter(|pair| !holds(&pair[0], &pair[1])).count() as f32;
    1.0 - n_failing / n_pairs
}

/// The convention under which the fewest references have to move.
fn convention(listed: &[Listed]) -> Convention {
    let n_kept = |convention| longest_run(&keys(listed, convention)).len();
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

/// Whether the list consists of a few parts in order, each long enough to be meant so.
fn has_parts(keys: &[String]) -> bool {
    keys.chunk_by(|one, two| one <= two)
        .all(|part| part.len() >= PART)
}

/// Reports a reference that stands out of place, unless it fits there under another name or next to its place.
fn report_moved(
    paper: &Paper,
    listed: &[Listed],
    keys: &[String],
    kept: &[usize],
    place: usize,
    findings: &mut Findings,
) {
    let stands = kept.partition_point(|kept| *kept < place);
    let belongs = kept.partition_point(|kept| keys[*kept] <= keys[place]);
    let passed = &kept[stands.min(belongs)..stands.max(belongs)];
    let around = (
        stands
            .checked_sub(1)
            .map(|before| keys[kept[before]].as_str()),
        kept.get(stands).map(|behind| keys[*behind].as_str()),
    );
    if fits_otherwise(listed[place].filed, around) || is_slight(keys, passed, place) {
        return;
    }
    let moved = paper.listed_as(listed[place].idx);
    let before = belongs
        .checked_sub(1)
        .map(|before| listed[kept[before]].idx);
    let message = match before {
        Some(before) => format!("`{moved}` belongs behind `{}`", paper.listed_as(before)),
        None => format!("`{moved}` belongs at the head of the list"),
    };
    let finding = findings.add(paper.listed_at(listed[place].idx), message);
    if let Some(before) = before {
        finding.relate(paper.listed_at(before), "its place is behind this one");
    }
    finding.help = Some("move it, so that it is found by its first author's name".to_owned());
}

/// Whether a reference fits between its neighbours under another convention, or filed under another of its words: `R Core Team`
/// under C, `van der Aa` under A, `U.S. Census Bureau` under U.
fn fits_otherwise(filed: Filed, (before, behind): (Option<&str>, Option<&str>)) -> bool {
    let fits = |key: &str| {
        before.is_none_or(|before| before <= key) && behind.is_none_or(|behind| key <= behind)
    };
    let words = filed.name.match_indices([' ', '-']);
    words
        .map(|(space, _)| &filed.name[space + 1..])
        .chain([filed.name, filed.with_initials])
        .any(|name| {
            let variants = Convention::USUAL.variants();
            variants
                .iter()
                .any(|convention| fits(&convention.key(name)))
        })
}

/// Whether a reference passes only one name on the way to its place, and one with the same first letter or the same first word;
/// a transliteration, a misprint or the initials may account for that.
fn is_slight(keys: &[String], passed: &[usize], place: usize) -> bool {
    let Some(first) = passed.first().map(|first| &keys[*first]) else {
        return true;
    };
    let is_alike = first.chars().next() == keys[place].chars().next();
    is_alike
        && passed
            .iter()
            .all(|passed| keys[*passed] == *first || begins_alike(&keys[*passed], &keys[place]))
}

/// Whether one name begins with the other: `Westerterp` and `Westerterp-Plantenga`.
fn begins_alike(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// Reports the first reference that stands behind one that it should stand before.
fn report_unordered(paper: &Paper, listed: &[Listed], keys: &[String], findings: &mut Findings) {
    let Some(place) = (1..keys.len()).find(|place| keys[place - 1] > keys[*place]) else {
        return;
    };
    let (before, idx) = (listed[place - 1].idx, listed[place].idx);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::samples::findings;

    fn check(list: &[&str], expected: &[&str]) {
        let text = format!(
            "As shown (Nemo, 1999).\n\nReferences\n\n{}\n",
            list.join("\n")
        );
        assert_eq!(findings(&RULE, &text), expected, "{list:?}");
    }

    const SORTED: [&str; 5] = [
        "Adams, R. (2003). Tides. Harbour Press.",
        "Brandt, K. (2011). The price of bread. Harbour Press.",
        "Clark, S. (1999). Mills. Harbour Press.",
        "Davies, T. (2015). Looms. Harbour Press.",
        "Ernst, M. (1987). Ropes. Harbour Press.",
    ];

    /// The sorted list with one reference more at a place.
    fn with(place: usize, reference: &'static str) -> Vec<&'static str> {
        let mut list = SORTED.to_vec();
        list.insert(place, reference);
        list
    }

    #[test]
    fn a_list_in_order_is_left_alone() {
        check(&SORTED, &[]);
        check(&SORTED[..2], &[]);
    }

    #[test]
    fn a_reference_out_of_place_is_reported_with_its_place() {
        check(
            &with(1, "Young, P. (2001). Winds. Harbour Press."),
            &["`Young 2001` belongs behind `Ernst 1987`"],
        );
        check(
            &with(4, "Abel, P. (2001). Winds. Harbour Press."),
            &["`Abel 2001` belongs at the head of the list"],
        );
    }

    #[test]
    fn conventions_are_no_faults() {
        for (place, reference) in [
            (2, "van den Broek, A. (2001). Winds. Harbour Press."),
            (5, "Öberg, A. (2001). Winds. Harbour Press."),
            (
                5,
                "The Economist. (2001). Winds of change. Economist Group.",
            ),
            (1, "———. (2004). More tides. Harbour Press."),
            (3, "R Core Team. (2001). R: A language. R Foundation."),
        ] {
            check(&with(place, reference), &[]);
        }
    }

    #[test]
    fn other_orders_are_left_alone() {
        let mut list: Vec<&str> = SORTED.to_vec();
        list.sort_by_key(|reference| reference.split(['(', ')']).nth(1));
        check(&list, &[]);
        let numbered: Vec<String> = SORTED
            .iter()
            .rev()
            .enumerate()
            .map(|(idx, reference)| format!("[{}] {reference}", idx + 1))
            .collect();
        check(
            &numbered.iter().map(String::as_str).collect::<Vec<_>>(),
            &[],
        );
    }

    #[test]
    fn a_list_without_order_is_reported_once() {
        let list = [3, 1, 4, 0, 2].map(|idx| SORTED[idx]);
        check(
            &list,
            &["the list is not in alphabetical order: `Brandt 2011` stands after `Davies 2015`"],
        );
    }
}
