//! How words look, and what stands between them.

use super::{
    super::{
        hash::{mix, mix3, mix4},
        traits::Traits,
    },
    Collector,
    spread::Spread,
    view::View,
};

/// Shapes of the word and its neighbours.
#[cfg(any(test, feature = "train"))]
pub(super) fn shapes(view: &View, out: &mut Collector) {
    let (before, word, after) = (view.before.shape, view.word.shape, view.after.shape);
    shapes_around([before, word, after], out);
    look(view.word, out);
    shapes_before([view.second_before.shape, before, word], out);
    shapes_after([word, after, view.second_after.shape], out);
}

/// What three shapes say of the words at them.
pub(super) const SHAPES: Spread<3, 3> =
    Spread([(0, shapes_around), (1, shapes_before), (-1, shapes_after)]);

/// The shapes of the word before, the word, and the word after.
fn shapes_around([before, shape, after]: [u64; 3], out: &mut Collector) {
    out.go_to(1, 0);
    out.add(shape);
    out.add(before);
    out.add(after);
    out.add(mix(before, shape));
    out.add(mix(shape, after));
}

/// The shapes of the two words before, and of the word.
fn shapes_before([second_before, before, shape]: [u64; 3], out: &mut Collector) {
    out.go_to(1, 6);
    out.add(mix3(second_before, before, shape));
}

/// The shapes of the word, and of the two after.
fn shapes_after([shape, after, second_after]: [u64; 3], out: &mut Collector) {
    out.go_to(1, 7);
    out.add(mix3(shape, after, second_after));
}

/// Capitals and initials.
pub(super) fn look(word: &Traits, out: &mut Collector) {
    out.go_to(1, 5);
    out.add(word.look());
}

/// The gaps before and after the word, alone and with the shapes at their sides.
#[cfg(any(test, feature = "train"))]
pub(super) fn gaps(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word, view.before, view.after);
    let (gap, gap_after) = (word.gap.hash, after.gap.hash);
    gaps_beside(gap, gap_after, out);
    gap_before([before.gap.hash, gap], out);
    gap_behind([gap_after, view.second_after.gap.hash], out);
    both_gaps(gap, gap_after, out);
    shaped_gap_before([before.shape, gap, word.shape], out);
    shaped_gap_after([word.shape, gap_after, after.shape], out);
    gaps_around(view, out);
}

/// What two gaps say of the words at them, of which one stands between them.
pub(super) const GAPS: Spread<2, 3> =
    Spread([(0, gaps_of_word), (1, gap_before), (-1, gap_behind)]);

/// The gaps before and after the word.
fn gaps_of_word([gap, gap_after]: [u64; 2], out: &mut Collector) {
    gaps_beside(gap, gap_after, out);
    both_gaps(gap, gap_after, out);
}

fn gaps_beside(gap: u64, gap_after: u64, out: &mut Collector) {
    out.go_to(2, 0);
    out.add(gap);
    out.add(gap_after);
}

fn both_gaps(gap: u64, gap_after: u64, out: &mut Collector) {
    out.go_to(2, 4);
    out.add(mix(gap, gap_after));
}

/// The gap before the word before.
fn gap_before([gap, _]: [u64; 2], out: &mut Collector) {
    out.go_to(2, 2);
    out.add(gap);
}

/// The gap behind the word after.
fn gap_behind([_, gap]: [u64; 2], out: &mut Collector) {
    out.go_to(2, 3);
    out.add(gap);
}

/// What a gap between two shapes says of the words at its sides.
pub(super) const SHAPED_GAP: Spread<3, 2> =
    Spread([(0, shaped_gap_before), (-1, shaped_gap_after)]);

/// The gap before the word, between two shapes.
fn shaped_gap_before([before, gap, shape]: [u64; 3], out: &mut Collector) {
    out.go_to(2, 5);
    out.add(mix3(before, gap, shape));
}

/// The gap after the word, between two shapes.
fn shaped_gap_after([shape, gap, after]: [u64; 3], out: &mut Collector) {
    out.go_to(2, 6);
    out.add(mix3(shape, gap, after));
}

/// Three gaps at once, with how the word looks.
pub(super) fn gaps_around(view: &View, out: &mut Collector) {
    let (word, gap_after) = (view.word, view.after.gap.hash);
    out.go_to(2, 11);
    out.add(mix4(
        view.before.gap.hash,
        word.gap.hash,
        gap_after,
        word.profile(),
    ));
}
