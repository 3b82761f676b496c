//! Features of several words that follow from the same few values.

use super::{
    super::{
        hash::mix,
        memory::Memory,
        model::{Model, Sums, add},
    },
    Collector,
};

/// Makes features of values.
type Make<const VALUES: usize> = fn([u64; VALUES], &mut Collector);

/// What some values at a word say of it and of words near it: the distance to each, and what makes its features.
pub(super) struct Spread<const VALUES: usize, const WORDS: usize>(
    pub(super) [(isize, Make<VALUES>); WORDS],
);

impl<const VALUES: usize, const WORDS: usize> Spread<VALUES, WORDS> {
    /// Adds what values at a word say to the sums of words; those outside of the reference are left out.
    #[inline]
    pub(super) fn add<const PLACES: usize>(
        &self,
        memory: &mut Memory<WORDS, PLACES>,
        (model, collector): (Model, &mut Collector),
        values: [u64; VALUES],
        place: isize,
        sums: &mut [Sums],
    ) {
        let key = values.into_iter().fold(1, mix);
        let remembered = memory.get(key, || {
            self.0
                .map(|(_, make)| model.sums(collector.only(|out| make(values, out))))
        });
        for ((distance, _), remembered) in self.0.iter().zip(remembered) {
            let idx = place.wrapping_add(*distance).cast_unsigned();
            if let Some(sums) = sums.get_mut(idx) {
                add(sums, remembered);
            }
        }
    }
}
