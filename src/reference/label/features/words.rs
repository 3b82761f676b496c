//! The word itself, its beginnings and ends, and its neighbours.

use super::{
    super::hash::{hash_bytes, mix, mix3},
    Collector,
    spread::Spread,
    view::{View, capped},
};

/// The word, and its beginnings and ends.
pub(super) fn word(view: &View, out: &mut Collector) {
    out.go_to(0, 0);
    out.add(0);
    out.add(view.word.word);
    out.go_to(0, 11);
    affixes(view, out);
}

/// The words before and after the word, two each.
#[cfg(any(test, feature = "train"))]
pub(super) fn neighbours(view: &View, out: &mut Collector) {
    before([view.before.word], out);
    after([view.after.word], out);
    second_before([view.second_before.word], out);
    second_after([view.second_after.word], out);
}

/// What a word says of its neighbours.
pub(super) const NEIGHBOUR: Spread<1, 4> = Spread([
    (1, before),
    (-1, after),
    (2, second_before),
    (-2, second_after),
]);

fn before([word]: [u64; 1], out: &mut Collector) {
    out.go_to(0, 2);
    out.add(word);
}

fn after([word]: [u64; 1], out: &mut Collector) {
    out.go_to(0, 3);
    out.add(word);
}

fn second_before([word]: [u64; 1], out: &mut Collector) {
    out.go_to(0, 4);
    out.add(word);
}

fn second_after([word]: [u64; 1], out: &mut Collector) {
    out.go_to(0, 5);
    out.add(word);
}

/// Words two and three at once, and words with the gaps beside them.
pub(super) fn pairs(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word.word, view.before.word, view.after.word);
    let (second_before, second_after) = (view.second_before.word, view.second_after.word);
    let (gap, gap_after) = (view.word.gap.hash, view.after.gap.hash);
    out.go_to(0, 6);
    out.add(mix(before, word));
    out.add(mix(word, after));
    out.add(mix(second_before, before));
    out.add(mix(after, second_after));
    out.add(mix3(before, word, after));
    out.go_to(2, 7);
    out.add(mix(gap, word));
    out.add(mix(word, gap_after));
    out.add(mix(before, gap));
    out.add(mix(gap_after, after));
    let segment = view.segment;
    let length = capped(segment.end - segment.start, 12);
    let distance = capped(view.idx - segment.start, 9);
    out.go_to(5, 3);
    out.add(length | distance << 8);
}

/// The beginnings and ends of the word: two to four letters, shorter than the word.
fn affixes(view: &View, out: &mut Collector) {
    const FIRST_PREFIX: u64 = 102;
    const FIRST_SUFFIX: u64 = 202;
    if !view.word.is_plain {
        return;
    }
    let word = view.context.lower.get(view.idx);
    if word.is_ascii() {
        for (kind, end) in (FIRST_PREFIX..).zip(2..word.len().min(5)) {
            out.add_value(mix(kind, hash_bytes(&word.as_bytes()[..end])));
        }
        for (kind, length) in (FIRST_SUFFIX..).zip(2..word.len().min(5)) {
            out.add_value(mix(
                kind,
                hash_bytes(&word.as_bytes()[word.len() - length..]),
            ));
        }
        return;
    }
    let starts = || word.char_indices().map(|(start, _)| start);
    for (kind, end) in (FIRST_PREFIX..).zip(starts().skip(2).take(3)) {
        out.add_value(mix(kind, hash_bytes(&word.as_bytes()[..end])));
    }
    for (kind, start) in (FIRST_SUFFIX..).zip(starts().rev().skip(1).take(3)) {
        if start > 0 {
            out.add_value(mix(kind, hash_bytes(&word.as_bytes()[start..])));
        }
    }
}
