//! Sums of weights that were needed before.
//!
//! Most features of a word say what kinds of words and gaps stand around it, and there are few such neighbourhoods: what the
//! features of one group add up to is remembered, so that 60 features cost as much as 20.

use super::model::Sums;

/// How many sums are remembered; a power of two.
const PLACES: usize = 4096;

/// Sums by a key that tells their features apart.
#[derive(Debug)]
pub(crate) struct Memory {
    /// 0 where nothing is remembered.
    keys: Vec<u64>,
    sums: Vec<Sums>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            keys: vec![0; PLACES],
            sums: vec![[[0; 8]; 4]; PLACES],
        }
    }
}

impl Memory {
    /// The sums of a key, which are worked out if they are not remembered.
    #[inline]
    pub(crate) fn get(&mut self, key: u64, work_out: impl FnOnce() -> Sums) -> &Sums {
        let place = (key >> (u64::BITS - PLACES.ilog2())) as usize;
        if self.keys[place] != key {
            self.keys[place] = key;
            self.sums[place] = work_out();
        }
        &self.sums[place]
    }
}
