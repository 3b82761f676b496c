//! The features of a word: hashes of what is seen at it and around it.
//!
//! Each group below makes the features of one kind, in a fixed order; a feature's number is its group and its place in the group.
//! Gap, segment, state and number together are worth 8 points of F1; any one group can go at a loss of 0.3.

use super::{
    context::{Context, Segment, State},
    gap::GapClass,
    hash::{mix, mix3, mix4},
    traits::{NumberClass, Traits},
    words::WordClass,
};

/// Features are numbers of 64 bits; two of them meet so seldom that it does not matter.
pub(crate) type Feature = u64;

/// Collects the features of one word after another.
#[derive(Default)]
pub(crate) struct Collector {
    features: Vec<Feature>,
    number: u64,
}

impl Collector {
    /// The features of a word.
    pub(crate) fn collect(&mut self, context: &Context, idx: usize) -> &[Feature] {
        self.features.clear();
        let view = View::new(context, idx);
        words(&view, self);
        shapes(&view, self);
        gaps(&view, self);
        positions(&view, self);
        states(&view, self);
        segments(&view, self);
        next_segments(&view, self);
        numbers(&view, self);
        classes(&view, self);
        &self.features
    }

    /// Begins a group.
    fn group(&mut self, group: u64) {
        const MOST_IN_GROUP: u64 = 64;
        self.number = group * MOST_IN_GROUP;
    }

    /// Adds the next feature of the group.
    #[inline]
    fn add(&mut self, value: u64) {
        self.features.push(mix(self.number, value));
        self.number += 1;
    }

    /// Adds the next feature of the group where it means something.
    #[inline]
    fn add_if(&mut self, holds: bool, value: u64) {
        if holds {
            self.features.push(mix(self.number, value));
        }
        self.number += 1;
    }

    /// Adds several values of the next feature.
    fn add_all(&mut self, values: impl IntoIterator<Item = u64>) {
        let number = self.number;
        self.features
            .extend(values.into_iter().map(|value| mix(number, value)));
        self.number += 1;
    }
}

/// A word and its neighbours.
struct View<'a> {
    context: &'a Context,
    idx: usize,
    word: &'a Traits,
    /// The one and the two before it.
    before: &'a Traits,
    second_before: &'a Traits,
    /// The one and the two after it.
    after: &'a Traits,
    second_after: &'a Traits,
    state: State,
    segment: Segment,
}

impl<'a> View<'a> {
    fn new(context: &'a Context, idx: usize) -> Self {
        let at = |idx: Option<usize>| {
            idx.and_then(|idx| context.traits.get(idx))
                .unwrap_or(&Traits::NONE)
        };
        let state = context.states[idx];
        Self {
            context,
            idx,
            word: &context.traits[idx],
            before: at(idx.checked_sub(1)),
            second_before: at(idx.checked_sub(2)),
            after: at(Some(idx + 1)),
            second_after: at(Some(idx + 2)),
            state,
            segment: context.segments[state.segment],
        }
    }

    /// How many words come after it.
    fn words_after(&self) -> usize {
        self.context.traits.len() - 1 - self.idx
    }

    /// In which tenth of the reference it stands.
    fn tenth(&self) -> u64 {
        (self.idx * 10 / self.context.traits.len()) as u64
    }
}

/// A count as a value, with all large ones alike.
fn capped(count: usize, most: usize) -> u64 {
    count.min(most) as u64
}

/// The word, its neighbours and their endings.
fn words(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word.word, view.before.word, view.after.word);
    let (second_before, second_after) = (view.second_before.word, view.second_after.word);
    out.group(0);
    out.add(0);
    out.add(word);
    out.add(before);
    out.add(after);
    out.add(second_before);
    out.add(second_after);
    out.add(mix(before, word));
    out.add(mix(word, after));
    out.add(mix(second_before, before));
    out.add(mix(after, second_after));
    out.add(mix3(before, word, after));
    out.add_all(view.word.affixes.as_slice().iter().copied());
}

/// Shapes of the word and its neighbours.
fn shapes(view: &View, out: &mut Collector) {
    let (shape, before, after) = (view.word.shape, view.before.shape, view.after.shape);
    out.group(1);
    out.add(shape);
    out.add(before);
    out.add(after);
    out.add(mix(before, shape));
    out.add(mix(shape, after));
    out.add(u64::from(view.word.is_initial) | (view.word.case as u64) << 1);
    out.add(mix3(view.second_before.shape, before, shape));
    out.add(mix3(shape, after, view.second_after.shape));
}

/// The gaps before and after the word, alone and with what stands at their sides.
fn gaps(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word, view.before, view.after);
    let (gap, gap_after) = (word.gap.hash, after.gap.hash);
    out.group(2);
    out.add(gap);
    out.add(gap_after);
    out.add(before.gap.hash);
    out.add(view.second_after.gap.hash);
    out.add(mix(gap, gap_after));
    out.add(mix3(before.shape, gap, word.shape));
    out.add(mix3(word.shape, gap_after, after.shape));
    out.add(mix(gap, word.word));
    out.add(mix(word.word, gap_after));
    out.add(mix(before.word, gap));
    out.add(mix(gap_after, after.word));
    out.add(mix4(before.gap.hash, gap, gap_after, word.profile()));
}

/// Where in the reference the word stands.
fn positions(view: &View, out: &mut Collector) {
    const NEAR: usize = 6;
    out.group(3);
    out.add(view.tenth());
    out.add(capped(view.idx, NEAR));
    out.add(capped(view.words_after(), NEAR));
    out.add(mix(view.tenth(), view.word.profile()));
}

/// What came before the word: quotations, brackets, years, marker words.
fn states(view: &View, out: &mut Collector) {
    const IN_OR_EDITOR: u8 = 3;
    let state = view.state;
    let quotation = u64::from(state.in_quotation) | u64::from(state.after_quotation) << 1;
    let brackets = u64::from(state.in_brackets);
    let years = u64::from(state.years);
    let host_seen = u64::from(state.seen & IN_OR_EDITOR);
    let gap = view.word.gap.class as u64;
    out.group(4);
    out.add(quotation);
    out.add(brackets);
    out.add(years | brackets << 4);
    out.add(host_seen | years << 8 | quotation << 12);
    out.add(mix(u64::from(state.seen), view.word.number as u64));
    out.add(mix3(quotation, u64::from(view.context.has_quotation), gap));
    out.add(mix(host_seen, gap));
}

/// The part of the reference that the word stands in.
fn segments(view: &View, out: &mut Collector) {
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
    let distance = capped(view.idx - segment.start, 9);
    out.group(5);
    out.add(capped(view.state.segment, 12));
    out.add(first.word);
    out.add(mix(first.shape, length));
    out.add(length | distance << 8);
    out.add(last.word);
    out.add(mix(last.shape, first.shape));
    out.add(segment.classes & NAMING);
    out.add(capped(segment.capitals, 6) | capped(segment.lower, 6) << 4);
    out.add_all(
        TELLING
            .into_iter()
            .filter(|class| segment.has(*class))
            .map(|class| class as u64),
    );
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
    out.group(6);
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

/// Classes and values of numbers.
fn numbers(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word, view.before, view.after);
    let number = word.number as u64;
    let (number_before, number_after) = (before.number as u64, after.number as u64);
    let (gap, gap_after) = (word.gap.class as u64, after.gap.class as u64);
    out.group(7);
    out.add(number);
    out.add(mix3(number_before, gap, number));
    out.add(mix3(number, gap_after, number_after));
    out.add(mix3(number_before, number, number_after));
    if !word.number.is_some() {
        return;
    }
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
        later_numbers(view),
        number,
        u64::from(view.state.years),
    ));
}

/// Whether a year, and whether another number, comes later.
fn later_numbers(view: &View) -> u64 {
    let mut later = 0;
    for traits in &view.context.traits[view.idx + 1..] {
        later |= match traits.number {
            NumberClass::Year => 1,
            NumberClass::None
            | NumberClass::Roman
            | NumberClass::Url
            | NumberClass::Doi
            | NumberClass::Dashes => 0,
            _ => 2,
        };
    }
    later
}

/// Closed classes of the word and its neighbours.
fn classes(view: &View, out: &mut Collector) {
    let class = |traits: &Traits| traits.class as u64;
    let before = class(view.before);
    out.group(8);
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
