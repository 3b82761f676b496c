//! How likely words have their labels: the forward-backward algorithm, worked out only where it is asked for.

use std::ops::Range;

use super::{
    decode::Lattice,
    labels::{LANES, Label},
    lanes::{Lanes, dot, multiply, potential},
};

/// What all paths through a lattice say of its words.
pub(crate) struct Marginals<'l, 'm> {
    lattice: &'l Lattice<'m>,
    /// What the words behind each add to what the lattice knows of the words up to it.
    backward: Vec<Lanes>,
}

impl<'l, 'm> Marginals<'l, 'm> {
    /// Works them out; the best path through the lattice was sought before.
    pub(crate) fn new(lattice: &'l Lattice<'m>) -> Self {
        let mut marginals = Self {
            lattice,
            backward: vec![[0.0; LANES]; lattice.len()],
        };
        if let Some(last) = marginals.backward.last_mut() {
            *last = [1.0; LANES];
        }
        for idx in (1..lattice.len()).rev() {
            let ahead = marginals.ahead(idx);
            let before = &mut marginals.backward[idx - 1];
            let rows = lattice.transitions(idx).as_chunks::<LANES>().0;
            for lane in lattice.followed(idx - 1) {
                before[lane] = dot(&rows[lane], &ahead);
            }
        }
        marginals
    }

    /// The probability of each label of a word.
    pub(crate) fn of(&self, idx: usize) -> Lanes {
        let mut product = *self.lattice.forward(idx);
        multiply(&mut product, &self.backward[idx]);
        product
    }

    /// The probability that a label stands at exactly the words of a range, not before it and not behind it.
    pub(crate) fn of_run(&self, run: Range<usize>, label: Label) -> f32 {
        let lane = label.lane();
        let mut probability = self.starts(run.start, lane);
        for idx in run.start + 1..run.end {
            let stay = potential(self.rows(idx)[lane][lane]);
            probability *= stay * self.lattice.potentials(idx)[lane] * self.lattice.scale(idx);
        }
        if run.end < self.lattice.len() {
            let ahead = self.ahead(run.end);
            let row = &self.rows(run.end)[lane];
            let leave = (0..LANES).filter(|other| *other != lane);
            probability *= leave
                .map(|other| potential(row[other]) * ahead[other])
                .sum::<f32>();
        }
        probability.clamp(0.0, 1.0)
    }

    /// The share of the paths up to a word that enter a label there.
    fn starts(&self, idx: usize, lane: usize) -> f32 {
        let Some(before) = idx.checked_sub(1) else {
            return self.lattice.forward(idx)[lane];
        };
        let enter = (self
            .lattice
            .forward(before)
            .iter()
            .zip(self.rows(idx))
            .enumerate())
        .filter(|(other, _)| *other != lane)
        .map(|(_, (value, row))| value * potential(row[lane]))
        .sum::<f32>();
        enter * self.lattice.potentials(idx)[lane] * self.lattice.scale(idx)
    }

    /// The potentials of a word and all behind it.
    fn ahead(&self, idx: usize) -> Lanes {
        let mut ahead = *self.lattice.potentials(idx);
        multiply(&mut ahead, &self.backward[idx]);
        ahead.map(|value| value * self.lattice.scale(idx))
    }

    /// The potentials from label to label before a word, a row for each label before.
    fn rows(&self, idx: usize) -> &'m [[[u8; 2]; LANES]] {
        self.lattice.transitions(idx).as_chunks::<LANES>().0
    }
}

#[cfg(test)]
mod tests {
    use super::super::Tagger;
    use super::*;

    #[test]
    fn probabilities_add_up() {
        let text =
            "Granovetter, M. S. (1973). The strength of weak ties. Am. J. Sociol., 78, 1360.";
        let mut tagger = Tagger::default();
        let labelled = tagger.label(text);
        let marginals = tagger.marginals();
        for idx in 0..labelled.tokens.len() {
            let sum: f32 = marginals.of(idx).iter().sum();
            assert!((sum - 1.0).abs() < 1e-3, "{sum}");
        }
        // A run of one word is at most as likely as the label of its word.
        for (idx, label) in labelled.labels.iter().enumerate() {
            let run = marginals.of_run(idx..idx + 1, *label);
            assert!(run <= marginals.of(idx)[label.lane()] + 1e-4);
        }
    }

    #[test]
    fn the_run_of_a_clear_title_is_likely() {
        let text = "Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78(6), 1360-1380.";
        let mut tagger = Tagger::default();
        let labelled = tagger.label(text);
        let is_title = |label: &Label| *label == Label::Title;
        let start = labelled.labels.iter().position(is_title).expect("a title");
        let length = labelled
            .labels
            .iter()
            .filter(|label| is_title(label))
            .count();
        let marginals = tagger.marginals();
        assert!(marginals.of_run(start..start + length, Label::Title) > 0.8);
        assert!(marginals.of_run(start..start + length - 1, Label::Title) < 0.1);
    }
}
