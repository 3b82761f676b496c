//! The best labels of a reference, and how likely they are.
//!
//! Scores are turned into potentials, so that the best path (Viterbi) and the sum over all paths (forward) need the same numbers;
//! after each word both are scaled to their largest value, and the scales are added up as logarithms.

use super::{
    gap::GapClass,
    labels::{LANES, Label},
    model::{Model, TRANSITIONS},
};

/// Labels whose potential is smaller, measured by the largest, are not followed: no path can make up for 20 nats.
const NEGLIGIBLE: f32 = 2e-9;

/// One number for each label.
pub(crate) type Lanes = [f32; LANES];

/// The scores of the words of one reference, and the gaps between them.
pub(crate) struct Lattice<'a> {
    model: Model<'a>,
    /// The potentials of each word: e to the power of its scores less their largest.
    potentials: Vec<Lanes>,
    gaps: Vec<GapClass>,
    /// The largest scores of all words, added up.
    offset: f64,
}

/// A path through a lattice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Path {
    /// A label for each word.
    pub(crate) labels: Vec<Label>,
    /// The logarithm of its potential.
    pub(crate) score: f64,
}

impl<'a> Lattice<'a> {
    /// Makes a lattice without words.
    pub(crate) fn new(model: Model<'a>, n_words: usize) -> Self {
        Self {
            model,
            potentials: Vec::with_capacity(n_words),
            gaps: Vec::with_capacity(n_words),
            offset: 0.0,
        }
    }

    /// Adds a word: its scores, and the gap before it.
    pub(crate) fn push(&mut self, scores: &Lanes, gap: GapClass) {
        let (largest, potentials) = potentials(scores);
        self.offset += f64::from(largest);
        self.potentials.push(potentials);
        self.gaps.push(gap);
    }

    /// The logarithm of the sum over all paths.
    pub(crate) fn total(&self) -> f64 {
        let mut sums: Lanes = [0.0; LANES];
        let mut total = self.offset;
        for (idx, (potentials, gap)) in self.potentials.iter().zip(&self.gaps).enumerate() {
            let mut next = if idx == 0 { [1.0; LANES] } else { [0.0; LANES] };
            if idx > 0 {
                let transitions = self.model.transitions(*gap as usize);
                let rows = sums.iter().zip(transitions.as_chunks::<LANES>().0);
                for (sum, row) in rows.filter(|(sum, _)| **sum > NEGLIGIBLE) {
                    for (next, transition) in next.iter_mut().zip(row) {
                        *next += sum * potential(*transition);
                    }
                }
            }
            multiply(&mut next, potentials);
            let scale: f32 = next.iter().sum();
            total += f64::from(scale).ln();
            sums = next.map(|value| value / scale);
        }
        total
    }

    /// The best path.
    pub(crate) fn best(&self) -> Path {
        self.best_where(|_, _| {})
    }

    /// The best path where `constrain` may set potentials of words to 0.
    pub(crate) fn best_where(&self, constrain: impl Fn(usize, &mut Lanes)) -> Path {
        let mut best: Lanes = [1.0; LANES];
        let mut score = self.offset;
        let mut origins: Vec<[u8; LANES]> = Vec::with_capacity(self.gaps.len());
        for (idx, (potentials, gap)) in self.potentials.iter().zip(&self.gaps).enumerate() {
            let mut potentials = *potentials;
            constrain(idx, &mut potentials);
            let mut origin = [0; LANES];
            if idx > 0 {
                let transitions = self.model.transitions(*gap as usize);
                (best, origin) = step(&best, transitions);
            }
            multiply(&mut best, &potentials);
            let scale = best.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            score += f64::from(scale).ln();
            best = best.map(|value| value / scale);
            origins.push(origin);
        }
        Path {
            labels: trace(&best, &origins),
            score,
        }
    }
}

/// The largest score, and e to the power of each score less it.
fn potentials(scores: &Lanes) -> (f32, Lanes) {
    let largest = scores[..Label::ALL.len()]
        .iter()
        .copied()
        .fold(f32::MIN, f32::max);
    let mut potentials = scores.map(|score| (score - largest).exp());
    potentials[Label::ALL.len()..].fill(0.0);
    (largest, potentials)
}

/// The number that the upper half of an `f32` stands for.
#[inline]
fn potential(half: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(half)) << 16)
}

/// Multiplies lane by lane.
#[inline]
fn multiply(values: &mut Lanes, factors: &Lanes) {
    for (value, factor) in values.iter_mut().zip(factors) {
        *value *= factor;
    }
}

/// The best way to each label, and the label that it comes from.
#[inline]
fn step(best: &Lanes, transitions: &[[u8; 2]; TRANSITIONS]) -> (Lanes, [u8; LANES]) {
    let mut next: Lanes = [0.0; LANES];
    let mut origins = [0u32; LANES];
    for (from, (value, row)) in best
        .iter()
        .zip(transitions.as_chunks::<LANES>().0)
        .enumerate()
    {
        if *value <= NEGLIGIBLE {
            continue;
        }
        for (lane, transition) in row.iter().enumerate() {
            let candidate = value * potential(*transition);
            let is_better = candidate > next[lane];
            next[lane] = if is_better { candidate } else { next[lane] };
            origins[lane] = if is_better {
                from as u32
            } else {
                origins[lane]
            };
        }
    }
    (next, origins.map(|origin| origin as u8))
}

/// Follows the best path back from its end.
fn trace(best: &Lanes, origins: &[[u8; LANES]]) -> Vec<Label> {
    let mut lane = 0;
    for (candidate, value) in best.iter().enumerate() {
        if *value > best[lane] {
            lane = candidate;
        }
    }
    let mut labels = vec![Label::Other; origins.len()];
    for (label, origin) in labels.iter_mut().zip(origins).rev() {
        *label = Label::from_lane(lane);
        lane = usize::from(origin[lane]);
    }
    labels
}
