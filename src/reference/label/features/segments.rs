//! The parts of the reference in which and beside which the word stands.

use super::{
    super::{context::Segment, hash::mix, traits::Traits, words::WordClass},
    Collector,
    view::{View, capped},
};

/// What all words of a segment share: it, and the segments before and after.
pub(super) fn segments(view: &View, out: &mut Collector) {
    own_segment(view, out);
    next_segments(view, out);
}

/// The part of the reference that the word stands in.
fn own_segment(view: &View, out: &mut Collector) {
    const NAMING: u64 = 1 << WordClass::Conference as u64
        | 1 << WordClass::Publisher as u64
        | 1 << WordClass::Journal as u64
        | 1 << WordClass::EditorRole as u64
        | Segment::INITIAL
        | Segment::NUMBER;
    const TELLING: [WordClass; 5] = [
        WordClass::Publisher,
        WordClass::Conference,
        WordClass::Journal,
        WordClass::EditorRole,
        WordClass::Genre,
    ];
    let segment = view.segment;
    let first = &view.context.traits[segment.start];
    let last = &view.context.traits[segment.end - 1];
    let length = capped(segment.end - segment.start, 12);
    out.go_to(5, 0);
    out.add(capped(view.state.segment, 12));
    out.add(first.word);
    out.add(mix(first.shape, length));
    out.go_to(5, 4);
    out.add(last.word);
    out.add(mix(last.shape, first.shape));
    out.add(segment.classes & NAMING);
    out.add(capped(segment.capitals, 6) | capped(segment.lower, 6) << 4);
    for class in TELLING.into_iter().filter(|class| segment.has(*class)) {
        out.add_value(class as u64);
    }
}

/// The parts before and after.
fn next_segments(view: &View, out: &mut Collector) {
    const TELLING: u64 = 1 << WordClass::Conference as u64
        | 1 << WordClass::Publisher as u64
        | 1 << WordClass::Journal as u64
        | 1 << WordClass::EditorRole as u64
        | 1 << WordClass::In as u64
        | 1 << WordClass::VolumeWord as u64
        | 1 << WordClass::PageWord as u64
        | Segment::NUMBER;
    const NO_SEGMENT: u64 = 9999;
    let traits = &view.context.traits;
    let segment = view.segment;
    let following = traits.get(segment.end).unwrap_or(&Traits::NONE);
    let preceding = (segment.start.checked_sub(1)).map_or(&Traits::NONE, |idx| &traits[idx]);
    let next = view.context.segments.get(view.state.segment + 1);
    out.go_to(6, 0);
    out.add(mix(following.word, following.gap.class as u64));
    out.add(mix(following.shape, following.gap.class as u64));
    out.add(preceding.word);
    out.add(mix(preceding.shape, traits[segment.start].gap.class as u64));
    out.add(next.map_or(NO_SEGMENT, |next| next.classes & TELLING));
    out.add_if(
        next.is_some(),
        next.map_or(0, |next| {
            mix(capped(next.end - next.start, 8), following.gap.class as u64)
        }),
    );
}
