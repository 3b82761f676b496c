//! The features of a word: hashes of what is seen at it and around it.
//!
//! Each group below makes the features of one kind, in a fixed order; a feature's number is its group and its place in the group.
//! Gap, segment, state and number together are worth 8 points of F1; any one group can go at a loss of 0.3.

use super::{
    context::{Context, Segment, State},
    gap::GapClass,
    hash::{hash_bytes, mix, mix3, mix4},
    memory::Memory,
    model::{Model, Sums, add},
    traits::{NumberClass, Traits},
    words::WordClass,
};

/// Features are numbers of 64 bits; two of them meet so seldom that it does not matter.
pub(crate) type Feature = u64;

/// Collects features.
#[derive(Default)]
pub(crate) struct Collector {
    features: Vec<Feature>,
    number: u64,
}

impl Collector {
    /// All features of a word.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn collect(&mut self, context: &Context, idx: usize) -> &[Feature] {
        self.features.clear();
        let view = View::new(context, idx);
        for group in REMEMBERED.map(|remembered| remembered.group) {
            group(&view, self);
        }
        neighbours(&view, self);
        numbers(&view, self);
        segments(&view, self);
        next_segments(&view, self);
        &self.features
    }

    /// The features of one group.
    fn only(&mut self, group: Group, view: &View) -> &[Feature] {
        self.features.clear();
        group(view, self);
        &self.features
    }

    /// Goes on with the feature of a number in a group.
    fn go_to(&mut self, group: u64, number: u64) {
        const MOST_IN_GROUP: u64 = 64;
        self.number = group * MOST_IN_GROUP + number;
    }

    /// Adds the next feature.
    #[inline]
    fn add(&mut self, value: u64) {
        self.features.push(mix(self.number, value));
        self.number += 1;
    }

    /// Adds the next feature where it means something.
    #[inline]
    fn add_if(&mut self, holds: bool, value: u64) {
        if holds {
            self.features.push(mix(self.number, value));
        }
        self.number += 1;
    }

    /// Adds one more value of a feature that may have several.
    #[inline]
    fn add_value(&mut self, value: u64) {
        self.features.push(mix(self.number, value));
    }
}

/// Makes the features of one group.
type Group = fn(&View, &mut Collector);

/// A group whose features follow from few values, so that what they add up to is remembered.
#[derive(Clone, Copy)]
struct Remembered {
    group: Group,
    /// Tells apart what the features are made from.
    key: fn(&View) -> u64,
}

/// The groups of few values.
const REMEMBERED: [Remembered; 7] = {
    const fn remembered(group: Group, key: fn(&View) -> u64) -> Remembered {
        Remembered { group, key }
    }
    [
        remembered(word, |view| view.word.word),
        remembered(shapes, shapes_key),
        remembered(gaps, gaps_key),
        remembered(positions, positions_key),
        remembered(states, states_key),
        remembered(number_classes, number_classes_key),
        remembered(classes, classes_key),
    ]
};

/// Adds up the weights of the features of one word after another.
#[derive(Default)]
pub(crate) struct Scorer {
    collector: Collector,
    memory: Memory,
    /// The sums of the features that the words of a segment share.
    segment: Sums,
}

impl Scorer {
    /// The sums of the weights of a word; the words of a reference are to be scored in their order.
    pub(crate) fn sums(&mut self, model: Model, context: &Context, idx: usize) -> Sums {
        let Self {
            collector,
            memory,
            segment,
        } = self;
        let view = View::new(context, idx);
        if idx == view.segment.start {
            *segment = model.sums(collector.only(segment_groups, &view));
        }
        collector.features.clear();
        neighbours(&view, collector);
        numbers(&view, collector);
        let mut sums = model.sums(&collector.features);
        add(&mut sums, segment);
        for (salt, Remembered { group, key }) in (1..).zip(REMEMBERED) {
            let key = mix(key(&view), salt);
            add(
                &mut sums,
                memory.get(key, || model.sums(collector.only(group, &view))),
            );
        }
        sums
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
        let at = |idx: usize| context.traits.get(idx).unwrap_or(&Traits::NONE);
        let state = context.states[idx];
        Self {
            context,
            idx,
            word: &context.traits[idx],
            before: at(idx.wrapping_sub(1)),
            second_before: at(idx.wrapping_sub(2)),
            after: at(idx + 1),
            second_after: at(idx + 2),
            state,
            segment: context.segments[state.segment],
        }
    }

    /// How many words stand before and after it, with all large counts alike.
    fn distances(&self) -> (u64, u64) {
        const NEAR: usize = 6;
        let words_after = self.context.traits.len() - 1 - self.idx;
        (capped(self.idx, NEAR), capped(words_after, NEAR))
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

/// The word, and its beginnings and ends.
fn word(view: &View, out: &mut Collector) {
    out.go_to(0, 0);
    out.add(0);
    out.add(view.word.word);
    out.go_to(0, 11);
    affixes(view, out);
}

/// The neighbours of the word, pairs of words, and words with the gaps beside them.
fn neighbours(view: &View, out: &mut Collector) {
    let (word, before, after) = (view.word.word, view.before.word, view.after.word);
    let (second_before, second_after) = (view.second_before.word, view.second_after.word);
    let (gap, gap_after) = (view.word.gap.hash, view.after.gap.hash);
    out.go_to(0, 2);
    out.add(before);
    out.add(after);
    out.add(second_before);
    out.add(second_after);
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

/// Shapes of the word and its neighbours.
fn shapes(view: &View, out: &mut Collector) {
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

fn shapes_key(view: &View) -> u64 {
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
fn gaps(view: &View, out: &mut Collector) {
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

fn gaps_key(view: &View) -> u64 {
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

/// Where in the reference the word stands.
fn positions(view: &View, out: &mut Collector) {
    let (from_start, from_end) = view.distances();
    out.go_to(3, 0);
    out.add(view.tenth());
    out.add(from_start);
    out.add(from_end);
    out.add(mix(view.tenth(), view.word.profile()));
}

fn positions_key(view: &View) -> u64 {
    let (from_start, from_end) = view.distances();
    view.tenth() | from_start << 4 | from_end << 8 | view.word.profile() << 12
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
    out.go_to(4, 0);
    out.add(quotation);
    out.add(brackets);
    out.add(years | brackets << 4);
    out.add(host_seen | years << 8 | quotation << 12);
    out.add(mix(u64::from(state.seen), view.word.number as u64));
    out.add(mix3(quotation, u64::from(view.context.has_quotation), gap));
    out.add(mix(host_seen, gap));
}

fn states_key(view: &View) -> u64 {
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

/// What all words of a segment share.
fn segment_groups(view: &View, out: &mut Collector) {
    segments(view, out);
    next_segments(view, out);
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

/// Classes of numbers of the word and its neighbours.
fn number_classes(view: &View, out: &mut Collector) {
    let number = view.word.number as u64;
    let (before, after) = (view.before.number as u64, view.after.number as u64);
    let (gap, gap_after) = (view.word.gap.class as u64, view.after.gap.class as u64);
    out.go_to(7, 0);
    out.add(number);
    out.add(mix3(before, gap, number));
    out.add(mix3(number, gap_after, after));
    out.add(mix3(before, number, after));
}

fn number_classes_key(view: &View) -> u64 {
    let (word, before, after) = (view.word, view.before, view.after);
    word.number as u64
        | (before.number as u64) << 8
        | (after.number as u64) << 16
        | (word.gap.class as u64) << 24
        | (after.gap.class as u64) << 32
}

/// What is known of a number by its value and by all numbers around it.
fn numbers(view: &View, out: &mut Collector) {
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

/// Closed classes of the word and its neighbours.
fn classes(view: &View, out: &mut Collector) {
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

fn classes_key(view: &View) -> u64 {
    let class = |traits: &Traits| traits.class as u64;
    class(view.second_before)
        | class(view.before) << 8
        | class(view.word) << 16
        | class(view.after) << 24
        | class(view.second_after) << 32
        | (view.word.gap.class as u64) << 40
        | view.word.profile() << 48
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::label::{MODEL, token::tokenise};

    #[test]
    fn what_is_remembered_adds_up_to_the_same() {
        let mut scorer = Scorer::default();
        let mut context = Context::default();
        for text in [
            "Berg, A. and Dahl, B. (2010a). “On lakes”. Journal of Lakes 12(3): 45–67. doi:10.1000/x",
            "Berg A, Dahl B. Lakes. In: Holm (ed.), Waters, 2nd edn. Oslo: Forlag, 1999, pp. 1-9.",
            "Berg, A. and Dahl, C. (2011). “On rivers”. Journal of Lakes 13(3): 45–69. doi:10.1000/y",
        ] {
            context.read(text, &tokenise(text));
            for idx in 0..context.traits.len() {
                let sums = scorer.sums(MODEL, &context, idx);
                let all = MODEL.sums(Collector::default().collect(&context, idx));
                let bits = |sums: &Sums| MODEL.scores(sums).map(f32::to_bits);
                assert_eq!(bits(&sums), bits(&all), "{text}: {idx}");
            }
        }
    }
}
