//! Votes for the ways in which a paper writes one thing.

use std::collections::BTreeMap;

/// How often each of several ways was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Votes<T>(BTreeMap<T, usize>);

impl<T> Default for Votes<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord> Votes<T> {
    /// Counts one way.
    pub(super) fn add(&mut self, way: T) {
        *self.0.entry(way).or_default() += 1;
    }

    /// The way that was seen most often; of equals the first in their order.
    pub(super) fn most(self) -> Option<T> {
        let (_, way) = self
            .0
            .into_iter()
            .fold(None, |best, (way, count)| match best {
                Some((most, _)) if most >= count => best,
                _ => Some((count, way)),
            })?;
        Some(way)
    }

    /// How often a way was seen.
    pub(super) fn count(&self, way: &T) -> usize {
        self.0.get(way).copied().unwrap_or_default()
    }
}
