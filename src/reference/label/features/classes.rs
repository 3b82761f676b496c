//! The closed classes of the word and its neighbours.

use super::{
    super::{
        hash::{mix, mix3},
        traits::Traits,
    },
    Collector,
    view::View,
};

/// Closed classes of the word and its neighbours.
pub(super) fn classes(view: &View, out: &mut Collector) {
    let class = |traits: &Traits| traits.class as u64;
    let before = class(view.before);
    out.go_to(8, 0);
    out.add(class(view.word));
    out.add(before);
    out.add(class(view.after));
    out.add(mix(class(view.second_before), before));
    out.add(mix(class(view.after), class(view.second_after)));
    out.add(mix3(
        before,
        view.word.gap.class as u64,
        view.word.profile(),
    ));
}

pub(super) fn classes_key(view: &View) -> u64 {
    let class = |traits: &Traits| traits.class as u64;
    class(view.second_before)
        | class(view.before) << 8
        | class(view.word) << 16
        | class(view.after) << 24
        | class(view.second_after) << 32
        | (view.word.gap.class as u64) << 40
        | view.word.profile() << 48
}
