//! What was learnt, before it becomes a file.

use std::collections::{HashMap, HashSet};

use super::{
    super::{features::Feature, gap::GAP_CLASSES, labels::LANES, lanes::Lanes, model::TRANSITIONS},
    learn::Learner,
};

/// What was learnt.
pub(crate) struct Learnt {
    /// The weights of each feature, with how often it was seen, in the order of their numbers.
    pub(crate) rows: Vec<(Feature, u32, Lanes)>,
    /// The weights of transitions by class of gap.
    pub(crate) transitions: Vec<[f32; TRANSITIONS]>,
}

impl Learnt {
    /// What several learners learnt, on average: chance has less of a say in it.
    pub(crate) fn average(learners: &[Learner]) -> Self {
        let share = 1.0 / learners.len() as f32;
        let mut rows: HashMap<Feature, (u32, Lanes)> = HashMap::new();
        let mut transitions = vec![[0.0; TRANSITIONS]; GAP_CLASSES];
        for learner in learners {
            for (feature, seen, row) in learner.rows() {
                if row.iter().any(|weight| *weight != 0.0) {
                    let (most_seen, sum) = rows.entry(feature).or_insert((0, [0.0; LANES]));
                    *most_seen = seen.max(*most_seen);
                    add_share(sum, row, share);
                }
            }
            for (sum, weights) in transitions.iter_mut().zip(learner.transitions()) {
                add_share(sum, weights, share);
            }
        }
        let rows = rows.into_iter();
        let mut rows: Vec<_> = rows
            .map(|(feature, (seen, row))| (feature, seen, row))
            .collect();
        rows.sort_unstable_by_key(|(feature, ..)| *feature);
        Self { rows, transitions }
    }

    /// The features that matter most: those whose weights differ most, times the root of how often they were seen.
    pub(crate) fn most_important(&self, count: usize) -> HashSet<Feature> {
        let importance = |(feature, seen, row): &(Feature, u32, Lanes)| {
            let sum: f32 = row.iter().map(|weight| weight * weight).sum();
            (sum.sqrt() * (*seen as f32).powf(0.25), *feature)
        };
        let mut order: Vec<(f32, Feature)> = self.rows.iter().map(importance).collect();
        order.sort_by(|first, second| second.0.total_cmp(&first.0).then(first.1.cmp(&second.1)));
        order
            .into_iter()
            .take(count)
            .map(|(_, feature)| feature)
            .collect()
    }
}

/// Adds a share of numbers to sums.
fn add_share(sums: &mut [f32], values: &[f32], share: f32) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value * share;
    }
}
