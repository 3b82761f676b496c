//! Where the word stands, and what came before it.

use super::{
    super::hash::{mix, mix3},
    Collector,
    view::View,
};

/// Where in the reference the word stands.
pub(super) fn positions(view: &View, out: &mut Collector) {
    let (from_start, from_end) = view.distances();
    out.go_to(3, 0);
    out.add(view.tenth());
    out.add(from_start);
    out.add(from_end);
    out.add(mix(view.tenth(), view.word.profile()));
}

pub(super) fn positions_key(view: &View) -> u64 {
    let (from_start, from_end) = view.distances();
    view.tenth() | from_start << 4 | from_end << 8 | view.word.profile() << 12
}

/// What came before the word: quotations, brackets, years, marker words.
pub(super) fn states(view: &View, out: &mut Collector) {
    const IN_OR_EDITOR: u8 = 3;
    let state = view.state;
    let quotation = u64::from(state.in_quotation) | u64::from(state.after_quotation) << 1;
    let brackets = u64::from(state.in_brackets);
    let years = u64::from(state.years);
    let host_seen = u64::from(state.seen & IN_OR_EDITOR);
    let gap = view.word.gap.class as u64;
    out.go_to(4, 0);
    out.add(quotation);
    out.add(brackets);
    out.add(years | brackets << 4);
    out.add(host_seen | years << 8 | quotation << 12);
    out.add(mix(u64::from(state.seen), view.word.number as u64));
    out.add(mix3(quotation, u64::from(view.context.has_quotation), gap));
    out.add(mix(host_seen, gap));
}

pub(super) fn states_key(view: &View) -> u64 {
    let state = view.state;
    let flags = u64::from(state.in_quotation)
        | u64::from(state.after_quotation) << 1
        | u64::from(state.in_brackets) << 2
        | u64::from(view.context.has_quotation) << 3;
    flags
        | u64::from(state.years) << 4
        | u64::from(state.seen) << 8
        | (view.word.number as u64) << 16
        | (view.word.gap.class as u64) << 24
}
