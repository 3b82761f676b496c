//! The order of a list in a style.

use super::{Reason, values};
use crate::{
    document::Document,
    reference::{Convention, Filed, Reference, References, filed_under},
    style::Style,
    work::{Name, order::longest_run},
};

/// From this share of neighbours in order on, a style sorts its list by names.
const BY_NAME: f32 = 0.9;

/// Up to this share of a list, in per cent, single references are out of place; beyond it the list may have parts.
const MOST_MOVED_PERCENT: usize = 15;

/// The order of some references that a style asks for: the number of the one that comes first, and so on; none where they are in
/// order, or the style leaves the order to the citations.
///
/// What the style says counts among references of one first author; these follow the list's own convention: particles, accents and
/// the like may be filed either way.
///
/// # Errors
/// When the list is numbered, or cannot be sorted.
pub(super) fn order(
    document: &Document,
    references: &References,
    within: &[usize],
    style: &Style,
) -> Result<Option<Vec<usize>>, Reason> {
    let items: Vec<_> = within.iter().map(|idx| &references.items[*idx]).collect();
    let works: Vec<_> = items.iter().map(|item| values::value(&item.work)).collect();
    let Some(by_style) = style.order(&works) else {
        return Ok(None);
    };
    if by_style.is_sorted() {
        return Ok(None);
    }
    let text = &document.text;
    if is_numbered(text, &items) {
        return Err(Reason::Numbers("the list is numbered"));
    }
    let mut filed: Vec<Filed> = Vec::new();
    for item in &items {
        let own = filed_under(item.span.slice(text)).or(filed.last().copied());
        filed.push(own.ok_or(Reason::Parts)?);
    }
    let ranks = ranks(&by_style);
    let first_keys = keys(&filed);
    if !sorts_by_name(&by_style, &first_keys) {
        return Ok(Some(by_style));
    }
    let n_kept = longest_run(&first_keys).len();
    let is_disordered = (items.len() - n_kept) * 100 > items.len() * MOST_MOVED_PERCENT;
    if is_disordered && has_parts(&first_keys) {
        return Err(Reason::Parts);
    }
    let order = settled(&items, &filed, &ranks).ok_or(Reason::Parts)?;
    Ok((!order.is_sorted()).then_some(order))
}

/// The order that stays when the list is sorted again: a list in order may be nearer to another convention than it was before. None
/// where there is no such order.
fn settled(items: &[&Reference], filed: &[Filed], ranks: &[usize]) -> Option<Vec<usize>> {
    const ROUNDS: usize = 4;
    let mut order: Vec<usize> = (0..items.len()).collect();
    for _ in 0..ROUNDS {
        let items: Vec<&Reference> = order.iter().map(|idx| items[*idx]).collect();
        let filed: Vec<Filed> = order.iter().map(|idx| filed[*idx]).collect();
        let ranks: Vec<usize> = order.iter().map(|idx| ranks[*idx]).collect();
        let next = sorted(&items, &keys(&filed), &ranks);
        if next.is_sorted() {
            return Some(order);
        }
        order = next.into_iter().map(|place| order[place]).collect();
    }
    None
}

/// Whether most references bear numbers.
fn is_numbered(text: &str, items: &[&Reference]) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || "[(".contains(c);
    let bears_number = |item: &&&Reference| item.span.slice(text).starts_with(is_mark);
    items.iter().filter(bears_number).count() * 2 > items.len()
}

/// The order by the names that references are filed under, then by the style. Letters behind years stay with their works, and in
/// their order.
fn sorted(items: &[&Reference], keys: &[String], ranks: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|idx| (&keys[*idx], ranks[*idx]));
    let lettered = |idx: &usize| {
        let work = &items[*idx].work;
        let names = work.creators().names.iter().map(Name::cited);
        let issued = &work.issued;
        Some((names.collect::<Vec<_>>(), issued.date?.year, issued.suffix?))
    };
    for alike in order.chunk_by_mut(|one, two| are_alike(lettered(one), lettered(two))) {
        alike.sort_by_key(|idx| items[*idx].work.issued.suffix);
    }
    order
}

/// Names, year and letter of a work.
type Lettered = Option<(Vec<String>, i32, char)>;

/// Whether two works have the same names and year, and letters behind it.
fn are_alike(one: Lettered, two: Lettered) -> bool {
    let bare = |lettered: Lettered| lettered.map(|(names, year, _)| (names, year));
    let (one, two) = (bare(one), bare(two));
    one.is_some() && one == two
}

/// How many have to move for an order.
pub(super) fn n_moved(order: &[usize]) -> usize {
    order.len() - longest_run(order).len()
}

/// The place of each reference in an order.
fn ranks(order: &[usize]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, idx) in order.iter().enumerate() {
        ranks[*idx] = rank;
    }
    ranks
}

/// The keys under the convention that the list follows best.
fn keys(filed: &[Filed]) -> Vec<String> {
    let keys = |convention: Convention| -> Vec<String> {
        filed
            .iter()
            .map(|filed| convention.key(filed.name))
            .collect()
    };
    let mut best = (keys(Convention::USUAL), Convention::USUAL);
    for point in 0..Convention::USUAL.variants().len() {
        let variant = best.1.variants()[point];
        let own = keys(variant);
        if longest_run(&own).len() > longest_run(&best.0).len() {
            best = (own, variant);
        }
    }
    best.0
}

/// Whether the order of a style is that of the names.
fn sorts_by_name(order: &[usize], keys: &[String]) -> bool {
    let sorted: Vec<&String> = order.iter().map(|idx| &keys[*idx]).collect();
    longest_run(&sorted).len() as f32 >= BY_NAME * order.len() as f32
}

/// Whether a list consists of a few parts, each in order and long enough to be meant so.
fn has_parts(keys: &[String]) -> bool {
    const PART: usize = 5;
    let mut parts = keys.chunk_by(|one, two| one <= two);
    parts.clone().count() > 1 && parts.all(|part| part.len() >= PART)
}
