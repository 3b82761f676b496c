//! How the word and its neighbours look, and what stands between them.

use super::{
    super::hash::{mix, mix3, mix4},
    Collector,
    view::View,
};

/// Shapes of the word and its neighbours.
pub(super) fn shapes(view: &View, out: &mut Collector) {
    let (shape, before, after) = (view.word.shape, view.before.shape, view.after.shape);
    out.go_to(1, 0);
    out.add(shape);
    out.add(before);
    out.add(after);
    out.add(mix(before, shape));
    out.add(mix(shape, after));
    out.add(view.word.look());
    out.add(mix3(view.second_before.shape, before, shape));
    out.add(mix3(shape, after, view.second_after.shape));
}

pub(super) fn shapes_key(view: &View) -> u64 {
    let word = view.word;
    let before = mix3(view.second_before.shape, view.before.shape, word.shape);
    mix4(
        before,
        view.after.shape,
        view.second_after.shape,
        word.look(),
    )
}

/// The gaps before and after the word, alone and with the shapes at their sides.
pub(super) fn gaps(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word, view.before, view.after);
    let (gap, gap_after) = (word.gap.hash, after.gap.hash);
    out.go_to(2, 0);
    out.add(gap);
    out.add(gap_after);
    out.add(before.gap.hash);
    out.add(view.second_after.gap.hash);
    out.add(mix(gap, gap_after));
    out.add(mix3(before.shape, gap, word.shape));
    out.add(mix3(word.shape, gap_after, after.shape));
    out.go_to(2, 11);
    out.add(mix4(before.gap.hash, gap, gap_after, word.profile()));
}

pub(super) fn gaps_key(view: &View) -> u64 {
    let (word, before, after) = (view.word, view.before, view.after);
    let gaps = mix4(
        before.gap.hash,
        word.gap.hash,
        after.gap.hash,
        view.second_after.gap.hash,
    );
    mix(
        gaps,
        mix4(word.profile(), before.shape, word.shape, after.shape),
    )
}
