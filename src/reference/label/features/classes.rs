//! The closed classes of the word and its neighbours.

#[cfg(any(test, feature = "train"))]
use super::super::traits::Traits;
use super::{
    super::hash::{mix, mix3},
    Collector,
    spread::Spread,
    view::View,
};

/// Closed classes of the word and its neighbours.
#[cfg(any(test, feature = "train"))]
pub(super) fn classes(view: &View, out: &mut Collector) {
    let class = |traits: &Traits| traits.class as u64;
    let (before, word, after) = (class(view.before), class(view.word), class(view.after));
    class_and_before([before, word], out);
    class_after([word, after], out);
    classes_before([class(view.second_before), before], out);
    classes_after([after, class(view.second_after)], out);
    class_before_gap(view, out);
}

/// What the classes of two words say of the words at them.
pub(super) const CLASSES: Spread<2, 4> = Spread([
    (0, class_and_before),
    (-1, class_after),
    (1, classes_before),
    (-2, classes_after),
]);

/// The class of the word and of the one before.
fn class_and_before([before, class]: [u64; 2], out: &mut Collector) {
    out.go_to(8, 0);
    out.add(class);
    out.add(before);
}

/// The class of the word after.
fn class_after([_, after]: [u64; 2], out: &mut Collector) {
    out.go_to(8, 2);
    out.add(after);
}

/// The classes of the two words before.
fn classes_before([second_before, before]: [u64; 2], out: &mut Collector) {
    out.go_to(8, 3);
    out.add(mix(second_before, before));
}

/// The classes of the two words after.
fn classes_after([after, second_after]: [u64; 2], out: &mut Collector) {
    out.go_to(8, 4);
    out.add(mix(after, second_after));
}

/// The class of the word before, with the gap and how the word looks.
pub(super) fn class_before_gap(view: &View, out: &mut Collector) {
    let (word, before) = (view.word, view.before);
    out.go_to(8, 5);
    out.add(mix3(
        before.class as u64,
        word.gap.class as u64,
        word.profile(),
    ));
}
