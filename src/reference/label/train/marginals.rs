//! Expected labels and transitions: the forward-backward algorithm.

use super::super::{labels::LANES, lanes::Lanes, model::TRANSITIONS};

/// One number for each class of gap, label before and label.
pub(crate) type Transitions = [[f32; TRANSITIONS]];

/// What is known of the words of one reference.
pub(crate) struct Observed<'a> {
    /// Scores of the words by label.
    pub(crate) scores: &'a [Lanes],
    /// The class of the gap before each word.
    pub(crate) gaps: &'a [u8],
    /// Potentials of transitions by class of gap.
    pub(crate) potentials: &'a Transitions,
    /// The labels that each word may have, a bit each.
    pub(crate) allowed: Option<&'a [u32]>,
}

/// Works out expected labels and transitions; keeps its memory from one reference to the next.
#[derive(Default)]
pub(crate) struct Marginals {
    potentials: Vec<Lanes>,
    forward: Vec<Lanes>,
    backward: Vec<Lanes>,
    scales: Vec<f32>,
    /// The probability of each label, by word.
    pub(crate) labels: Vec<Lanes>,
}

impl Marginals {
    /// Works out the probabilities of labels, and returns the logarithm of the sum over all paths that are allowed.
    pub(crate) fn work_out(&mut self, observed: &Observed) -> f64 {
        let offset = self.fill_potentials(observed);
        let total = offset + self.run_forward(observed);
        self.run_backward(observed);
        self.labels.clear();
        for (forward, backward) in self.forward.iter().zip(&self.backward) {
            let mut product = *forward;
            multiply(&mut product, backward);
            let sum: f32 = product.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            self.labels.push(product.map(|value| value / sum));
        }
        total
    }

    /// Adds the expected transitions times `sign` to `gradients`.
    pub(crate) fn add_transitions(
        &self,
        observed: &Observed,
        sign: f32,
        gradients: &mut Transitions,
    ) {
        const NEGLIGIBLE: f32 = 1e-9;
        for idx in 1..observed.gaps.len() {
            let gap = usize::from(observed.gaps[idx]);
            let potentials = observed.potentials[gap].as_chunks::<LANES>().0;
            let gradients = gradients[gap].as_chunks_mut::<LANES>().0;
            let mut ahead = self.potentials[idx];
            multiply(&mut ahead, &self.backward[idx]);
            let ahead = ahead.map(|value| value * self.scales[idx] * sign);
            for (from, forward) in self.forward[idx - 1].iter().enumerate() {
                if *forward > NEGLIGIBLE {
                    for lane in 0..LANES {
                        gradients[from][lane] += forward * potentials[from][lane] * ahead[lane];
                    }
                }
            }
        }
    }

    /// Turns scores into potentials; returns the sum of what was taken off them.
    fn fill_potentials(&mut self, observed: &Observed) -> f64 {
        let mut offset = 0.0;
        self.potentials.clear();
        for (idx, scores) in observed.scores.iter().enumerate() {
            let largest = scores.iter().copied().fold(f32::MIN, f32::max);
            offset += f64::from(largest);
            let mut potentials = scores.map(|score| (score - largest).exp());
            if let Some(allowed) = observed.allowed {
                for (lane, value) in potentials.iter_mut().enumerate() {
                    if allowed[idx] >> lane & 1 == 0 {
                        *value = 0.0;
                    }
                }
            }
            self.potentials.push(potentials);
        }
        offset
    }

    fn run_forward(&mut self, observed: &Observed) -> f64 {
        const SMALLEST: f32 = 1e-30;
        let mut total = 0.0;
        self.forward.clear();
        self.scales.clear();
        for (idx, potentials) in self.potentials.iter().enumerate() {
            let mut next = *potentials;
            if let Some(before) = self.forward.last() {
                next = [0.0; LANES];
                let rows = observed.potentials[usize::from(observed.gaps[idx])]
                    .as_chunks::<LANES>()
                    .0;
                for (value, row) in before.iter().zip(rows).filter(|(value, _)| **value > 0.0) {
                    for (next, transition) in next.iter_mut().zip(row) {
                        *next += value * transition;
                    }
                }
                multiply(&mut next, potentials);
            }
            let sum = next.iter().sum::<f32>().max(SMALLEST);
            total += f64::from(sum).ln();
            self.scales.push(1.0 / sum);
            self.forward.push(next.map(|value| value / sum));
        }
        total
    }

    fn run_backward(&mut self, observed: &Observed) {
        let n_words = observed.gaps.len();
        self.backward.clear();
        self.backward.resize(n_words, [1.0; LANES]);
        for idx in (1..n_words).rev() {
            let rows = observed.potentials[usize::from(observed.gaps[idx])]
                .as_chunks::<LANES>()
                .0;
            let mut ahead = self.potentials[idx];
            multiply(&mut ahead, &self.backward[idx]);
            let ahead = ahead.map(|value| value * self.scales[idx]);
            for (value, row) in self.backward[idx - 1].iter_mut().zip(rows) {
                *value = row
                    .iter()
                    .zip(&ahead)
                    .map(|(first, second)| first * second)
                    .sum();
            }
        }
    }
}

/// Multiplies lane by lane.
#[inline]
fn multiply(values: &mut Lanes, factors: &Lanes) {
    for (value, factor) in values.iter_mut().zip(factors) {
        *value *= factor;
    }
}
