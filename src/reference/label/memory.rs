//! Sums of weights that were needed before.
//!
//! Most features of a word say what kinds of words and gaps stand around it, and there are few such neighbourhoods: what the
//! features of one kind add up to is remembered, so that 60 features cost as much as 25.

use super::model::Sums;

/// Sums by a key that tells their features apart: so many at so many `PLACES`, a power of two, each for several words.
#[derive(Debug)]
pub(crate) struct Memory<const WORDS: usize, const PLACES: usize> {
    /// 0 where nothing is remembered.
    keys: Vec<u64>,
    sums: Vec<[Sums; WORDS]>,
}

impl<const WORDS: usize, const PLACES: usize> Default for Memory<WORDS, PLACES> {
    fn default() -> Self {
        Self {
            keys: vec![0; PLACES],
            sums: vec![[Sums::default(); WORDS]; PLACES],
        }
    }
}

impl<const WORDS: usize, const PLACES: usize> Memory<WORDS, PLACES> {
    /// The sums of a key, which are worked out if they are not remembered.
    #[inline]
    pub(crate) fn get(
        &mut self,
        key: u64,
        work_out: impl FnOnce() -> [Sums; WORDS],
    ) -> &[Sums; WORDS] {
        let place = (key >> (u64::BITS - PLACES.ilog2())) as usize;
        if self.keys[place] != key {
            self.keys[place] = key;
            self.sums[place] = work_out();
        }
        &self.sums[place]
    }
}
