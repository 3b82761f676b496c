//! Where lines or parts of lines begin.

/// Left edges, from left to right (points).
pub(super) struct Lefts(Vec<f32>);

impl Lefts {
    /// Sorts them.
    pub(super) fn of(lefts: impl Iterator<Item = f32>) -> Self {
        let mut lefts: Vec<f32> = lefts.collect();
        lefts.sort_unstable_by(f32::total_cmp);
        Self(lefts)
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = f32> + '_ {
        self.0.iter().copied()
    }

    /// How many lie at a place, or no farther from it than `even`.
    pub(super) fn count(&self, left: f32, even: f32) -> usize {
        let start = self.0.partition_point(|other| *other < left - even);
        self.0.partition_point(|other| *other <= left + even) - start
    }
}
