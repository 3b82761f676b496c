//! Numbers: their classes and values, and the numbers around them.

use super::{
    super::{
        gap::GapClass,
        hash::{mix, mix3, mix4},
        traits::NumberClass,
    },
    Collector,
    view::View,
};

/// Classes of numbers of the word and its neighbours.
pub(super) fn number_classes(view: &View, out: &mut Collector) {
    let number = view.word.number as u64;
    let (before, after) = (view.before.number as u64, view.after.number as u64);
    let (gap, gap_after) = (view.word.gap.class as u64, view.after.gap.class as u64);
    out.go_to(7, 0);
    out.add(number);
    out.add(mix3(before, gap, number));
    out.add(mix3(number, gap_after, after));
    out.add(mix3(before, number, after));
}

pub(super) fn number_classes_key(view: &View) -> u64 {
    let (word, before, after) = (view.word, view.before, view.after);
    word.number as u64
        | (before.number as u64) << 8
        | (after.number as u64) << 16
        | (word.gap.class as u64) << 24
        | (after.gap.class as u64) << 32
}

/// What is known of a number by its value and by all numbers around it.
pub(super) fn numbers(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word, view.before, view.after);
    if !word.number.is_some() {
        return;
    }
    let number = word.number as u64;
    let (number_before, number_after) = (before.number as u64, after.number as u64);
    let (gap, gap_after) = (word.gap.class as u64, after.gap.class as u64);
    out.go_to(7, 4);
    out.add(mix(before.class as u64, number));
    out.add(mix3(number, gap, gap_after));
    out.add(mix4(
        view.second_before.number as u64,
        number_before,
        number,
        gap,
    ));
    out.add(mix4(
        view.second_after.number as u64,
        number_after,
        number,
        gap_after,
    ));
    let range_after = after.gap.class == GapClass::Dash && after.number.is_digits();
    out.add_if(range_after, u64::from(after.value >= word.value));
    let range_before = word.gap.class == GapClass::Dash && before.number.is_digits();
    out.add_if(range_before, u64::from(word.value >= before.value));
    let is_year = word.number == NumberClass::Year;
    out.add_if(is_year, u64::from(word.value / 10));
    out.add(mix3(
        u64::from(view.state.later),
        number,
        u64::from(view.state.years),
    ));
}
