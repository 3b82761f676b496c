//! What the features of words add up to; sums that were needed before are remembered.

use super::{
    super::{
        context::Context,
        hash::mix,
        memory::Memory,
        model::{Model, Sums, add},
        traits::Traits,
    },
    Collector, classes, looks, numbers, places, segments,
    view::View,
    words,
};

/// Adds up the weights of the features of all words of one reference after another.
#[derive(Default)]
pub(crate) struct Scorer {
    collector: Collector,
    /// The sums of all words of the reference.
    sums: Vec<Sums>,
    /// What features of one word add up to that follow from few values.
    of_word: Memory<1, 2048>,
    neighbours: Memory<4, 512>,
    shapes: Memory<3, 512>,
    gaps: Memory<3, 256>,
    shaped_gaps: Memory<2, 512>,
    classes: Memory<4, 256>,
}

/// Features of one word that follow from few values, and what tells those apart.
type Group = (fn(&View) -> u64, fn(&View, &mut Collector));

/// The groups of few values.
const GROUPS: [Group; 4] = [
    (|view| view.word.word, words::word),
    (places::positions_key, |view, out| {
        places::positions(view, out);
        looks::look(view.word, out);
    }),
    (places::states_key, places::states),
    (numbers::number_classes_key, numbers::number_classes),
];

impl Scorer {
    /// The sums of the weights of all words of a reference.
    pub(crate) fn sums(&mut self, model: Model, context: &Context) -> &[Sums] {
        self.sums.clear();
        for segment in 0..context.segments.len() {
            self.add_segment(model, context, segment);
        }
        for idx in 0..self.sums.len() {
            self.add_word(model, &View::new(context, idx));
        }
        // What stands before the first word and behind the last has features as well.
        let end = self.sums.len().cast_signed() + 2;
        for place in -2..end {
            self.add_place(model, context, place);
        }
        &self.sums
    }

    /// Begins the sums of the words of a segment with the features that they share.
    fn add_segment(&mut self, model: Model, context: &Context, segment: usize) {
        let segment = &context.segments[segment];
        let view = View::new(context, segment.start);
        let features = self.collector.only(|out| segments::segments(&view, out));
        let shared = model.sums(features);
        self.sums.resize(segment.end, shared);
    }

    /// Adds the features of one word alone.
    fn add_word(&mut self, model: Model, view: &View) {
        let Self {
            collector,
            sums,
            of_word,
            ..
        } = self;
        let sums = &mut sums[view.idx];
        let features = collector.only(|out| {
            words::pairs(view, out);
            looks::gaps_around(view, out);
            classes::class_before_gap(view, out);
            numbers::numbers(view, out);
        });
        add(sums, &model.sums(features));
        for (salt, (key, group)) in (1..).zip(GROUPS) {
            let work_out = || [model.sums(collector.only(|out| group(view, out)))];
            let [remembered] = of_word.get(mix(key(view), salt), work_out);
            add(sums, remembered);
        }
    }

    /// Adds what the word or gap at a place says of the words near it.
    fn add_place(&mut self, model: Model, context: &Context, place: isize) {
        let Self {
            collector, sums, ..
        } = self;
        let at = |distance: isize| {
            let idx = place.wrapping_add(distance).cast_unsigned();
            context.traits.get(idx).unwrap_or(&Traits::NONE)
        };
        let (before, word, after) = (at(-1), at(0), at(1));
        let values = [word.word];
        words::NEIGHBOUR.add(
            &mut self.neighbours,
            (model, collector),
            values,
            place,
            sums,
        );
        let values = [before.shape, word.shape, after.shape];
        looks::SHAPES.add(&mut self.shapes, (model, collector), values, place, sums);
        let values = [word.gap.hash, after.gap.hash];
        looks::GAPS.add(&mut self.gaps, (model, collector), values, place, sums);
        let values = [before.shape, word.gap.hash, word.shape];
        looks::SHAPED_GAP.add(
            &mut self.shaped_gaps,
            (model, collector),
            values,
            place,
            sums,
        );
        let values = [before.class as u64, word.class as u64];
        classes::CLASSES.add(&mut self.classes, (model, collector), values, place, sums);
    }
}
