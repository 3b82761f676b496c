//! What the features of words add up to; sums that were needed before are remembered.

use super::{
    super::{
        context::Context,
        hash::mix,
        memory::Memory,
        model::{Model, Sums, add},
    },
    Collector, REMEMBERED, Remembered, numbers,
    segments::segment_groups,
    view::View,
    words::neighbours,
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
        numbers::numbers(&view, collector);
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
