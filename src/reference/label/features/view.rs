//! A word with what stands around it.

use super::super::{
    context::{Context, Segment, State},
    traits::Traits,
};

/// A word and its neighbours.
pub(super) struct View<'a> {
    pub(super) context: &'a Context,
    pub(super) idx: usize,
    pub(super) word: &'a Traits,
    /// The one and the two before it.
    pub(super) before: &'a Traits,
    pub(super) second_before: &'a Traits,
    /// The one and the two after it.
    pub(super) after: &'a Traits,
    pub(super) second_after: &'a Traits,
    pub(super) state: State,
    pub(super) segment: Segment,
}

impl<'a> View<'a> {
    pub(super) fn new(context: &'a Context, idx: usize) -> Self {
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
    pub(super) fn distances(&self) -> (u64, u64) {
        const NEAR: usize = 6;
        let words_after = self.context.traits.len() - 1 - self.idx;
        (capped(self.idx, NEAR), capped(words_after, NEAR))
    }

    /// In which tenth of the reference it stands.
    pub(super) fn tenth(&self) -> u64 {
        (self.idx * 10 / self.context.traits.len()) as u64
    }
}

/// A count as a value, with all large ones alike.
pub(super) fn capped(count: usize, most: usize) -> u64 {
    count.min(most) as u64
}
