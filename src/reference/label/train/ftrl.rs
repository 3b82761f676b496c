//! Weights that learn: FTRL-proximal (`McMahan` and others, 2013), which adapts the rate of each weight and keeps most of them at 0.

/// How weights learn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rates {
    /// The learning rate.
    pub(crate) alpha: f32,
    /// What keeps the first steps small.
    pub(crate) beta: f32,
    /// What keeps a weight at 0 until its gradients agree.
    pub(crate) l1: f32,
    /// What keeps weights small.
    pub(crate) l2: f32,
}

/// Weights and what they remember of their gradients.
pub(crate) struct Weights {
    /// The weights.
    pub(crate) values: Vec<f32>,
    /// Sums of gradients, corrected for the steps made.
    sums: Vec<f32>,
    /// Roots of the sums of squared gradients.
    norms: Vec<f32>,
    rates: Rates,
}

impl Weights {
    /// Makes weights of 0.
    pub(crate) fn new(length: usize, rates: Rates) -> Self {
        Self {
            values: vec![0.0; length],
            sums: vec![0.0; length],
            norms: vec![0.0; length],
            rates,
        }
    }

    /// Learns from the gradients of the weights that begin at `start`.
    #[inline]
    pub(crate) fn update(&mut self, start: usize, gradients: &[f32]) {
        let Rates {
            alpha,
            beta,
            l1,
            l2,
        } = self.rates;
        let range = start..start + gradients.len();
        let values = &mut self.values[range.clone()];
        let sums = &mut self.sums[range.clone()];
        let norms = &mut self.norms[range];
        for (idx, gradient) in gradients.iter().enumerate() {
            let norm = (norms[idx] * norms[idx] + gradient * gradient).sqrt();
            sums[idx] += gradient - (norm - norms[idx]) / alpha * values[idx];
            norms[idx] = norm;
            let beyond = (sums[idx].abs() - l1).max(0.0);
            values[idx] = -beyond.copysign(sums[idx]) / ((beta + norm) / alpha + l2);
        }
    }
}
