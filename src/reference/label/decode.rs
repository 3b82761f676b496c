//! The best labels of a reference, and how likely they are.
//!
//! Scores are turned into potentials, so that the best path (Viterbi) and the sum over all paths (forward) need the same numbers;
//! after each word both are scaled by a power of two, and the powers are added up. Where the best path to a label came from is
//! not kept but found again on the way back: that costs one column a word, and the way there is nothing but products and maxima,
//! of which the processor makes four at once.

use super::{
    gap::GapClass,
    labels::{LANES, Label},
    lanes::{Lanes, larger, largest_lane, logarithm, multiply, potential, potentials, scale, sum},
    model::{Model, TRANSITIONS},
};

/// Labels whose potential is smaller, measured by the largest, are not followed: what 8.5 nats behind is hardly ever makes up for
/// it. Measured on the development set: no label changes, nor would it at 1e-3, but probabilities become coarser from there on.
const NEGLIGIBLE: f32 = 2e-4;

/// The scores of the words of one reference, and the gaps between them.
pub(crate) struct Lattice<'a> {
    model: Model<'a>,
    /// The potentials of each word: e to the power of its scores less their largest.
    potentials: Vec<Lanes>,
    gaps: Vec<GapClass>,
    /// The largest scores of all words, added up.
    offset: f64,
    /// The best ways to the labels of each word.
    ways: Ways,
    /// The probabilities of the labels of each word, as far as the words up to it tell.
    forward: Vec<Lanes>,
    /// What the potentials of each word are multiplied with, so that those of `forward` add up to 1.
    scales: Vec<f32>,
    /// The labels of each word from which the search forward went on.
    followed: Vec<Followed>,
}

/// The labels of a word that are worth to be followed, a bit each.
#[derive(Debug, Clone, Copy)]
struct Followed(u32);

impl Followed {
    /// The labels of which the best way or the sum over all is not negligible; four at once.
    #[inline]
    fn of(best: &Lanes, sums: &Lanes) -> Self {
        let mut bits = [0u32; 4];
        let quads = best.as_chunks::<4>().0.iter().zip(sums.as_chunks::<4>().0);
        for (quad, (best, sums)) in quads.enumerate() {
            for lane in 0..4 {
                let is_followed = larger(best[lane], sums[lane]) > NEGLIGIBLE;
                bits[lane] |= u32::from(is_followed) << (4 * quad + lane);
            }
        }
        Self(bits[0] | bits[1] | bits[2] | bits[3])
    }

    /// The labels in their order.
    #[inline]
    fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lane = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (lane < LANES).then_some(lane)
        })
    }
}

/// A path through a lattice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Path {
    /// A label for each word.
    pub(crate) labels: Vec<Label>,
    /// The logarithm of its potential.
    pub(crate) score: f64,
}

/// The best ways to the labels of each word.
#[derive(Debug, Default)]
pub(crate) struct Ways {
    /// Their potentials, scaled.
    best: Vec<Lanes>,
    /// The powers of two that the potentials of each word were scaled by, those of the words before it included.
    powers: Vec<i32>,
}

impl<'a> Lattice<'a> {
    /// Makes a lattice without words.
    pub(crate) fn new(model: Model<'a>) -> Self {
        Self {
            model,
            potentials: Vec::new(),
            gaps: Vec::new(),
            offset: 0.0,
            ways: Ways::default(),
            forward: Vec::new(),
            scales: Vec::new(),
            followed: Vec::new(),
        }
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        self.potentials.clear();
        self.gaps.clear();
        self.offset = 0.0;
    }

    /// Adds a word: its scores, and the gap before it.
    pub(crate) fn push(&mut self, scores: &Lanes, gap: GapClass) {
        let (largest, potentials) = potentials(scores);
        self.offset += f64::from(largest);
        self.potentials.push(potentials);
        self.gaps.push(gap);
    }

    /// The best path, and the logarithm of the sum over all paths.
    pub(crate) fn best(&mut self) -> (Path, f64) {
        let mut ways = std::mem::take(&mut self.ways);
        ways.truncate(0);
        self.forward.clear();
        self.scales.clear();
        self.followed.clear();
        let mut sums: Lanes = [1.0; LANES];
        let mut total = LogarithmOfProduct::default();
        for (idx, potentials) in self.potentials.iter().enumerate() {
            let mut best: Lanes = [1.0; LANES];
            if let (Some(before), Some(followed)) = (ways.best.last(), self.followed.last()) {
                (best, sums) = step_with_sums(*followed, before, &sums, self.transitions(idx));
            }
            multiply(&mut best, potentials);
            multiply(&mut sums, potentials);
            let sum = larger(sum(&sums), f32::MIN_POSITIVE);
            total.multiply(sum);
            let scale = 1.0 / sum;
            sums = sums.map(|value| value * scale);
            self.forward.push(sums);
            self.scales.push(scale);
            ways.push(best);
            let best = ways.best.last().unwrap_or(&best);
            self.followed.push(Followed::of(best, &sums));
        }
        self.ways = ways;
        let path = Path {
            labels: self.trace(&self.ways),
            score: self.score(&self.ways),
        };
        (path, self.offset + total.get())
    }

    /// Finds the best ways where `constrain` may change the potentials of words from `first` on; returns the score of the best path.
    pub(crate) fn find_ways(
        &self,
        ways: &mut Ways,
        first: usize,
        constrain: impl Fn(usize, &mut Lanes),
    ) -> f64 {
        ways.copy(&self.ways, first);
        for idx in first..self.potentials.len() {
            let mut potentials = self.potentials[idx];
            constrain(idx, &mut potentials);
            let mut best: Lanes = [1.0; LANES];
            if let Some(before) = ways.best.last() {
                best = step(before, self.transitions(idx));
            }
            multiply(&mut best, &potentials);
            ways.push(best);
        }
        self.score(ways)
    }

    /// Follows the best path back from its end.
    pub(crate) fn trace(&self, ways: &Ways) -> Vec<Label> {
        let mut labels = vec![Label::Other; ways.best.len()];
        let Some(last) = ways.best.last() else {
            return labels;
        };
        let mut lane = largest_lane(last);
        for (idx, label) in labels.iter_mut().enumerate().rev() {
            *label = Label::from_lane(lane);
            if idx > 0 {
                lane = largest_lane(&self.products(&ways.best[idx - 1], idx, lane));
            }
        }
        labels
    }

    /// The potentials of the best ways to the labels of the word before, each with the transition to a label.
    fn products(&self, before: &Lanes, idx: usize, lane: usize) -> Lanes {
        let mut products = *before;
        let rows = self.transitions(idx).as_chunks::<LANES>().0;
        for (product, row) in products.iter_mut().zip(rows) {
            *product *= potential(row[lane]);
        }
        products
    }

    /// The labels before a label of a word that are followed, each with the potential of the best way over it.
    pub(crate) fn ways_into(&self, idx: usize, lane: usize) -> impl Iterator<Item = (usize, f32)> {
        let rows = self.transitions(idx).as_chunks::<LANES>().0;
        let before = &self.ways.best[idx - 1];
        self.followed(idx - 1)
            .map(move |other| (other, before[other] * potential(rows[other][lane])))
    }

    /// The potentials of the best ways to the labels of a word.
    pub(crate) fn best_ways(&self, idx: usize) -> &Lanes {
        &self.ways.best[idx]
    }

    /// The logarithm of the potential of the best path.
    fn score(&self, ways: &Ways) -> f64 {
        let best = ways.best.last().unwrap_or(&[1.0; LANES]);
        let power = ways.powers.last().copied().unwrap_or_default();
        self.offset + logarithm(best[largest_lane(best)], power)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.potentials.len()
    }

    /// The potentials of a word by label.
    pub(crate) fn potentials(&self, idx: usize) -> &Lanes {
        &self.potentials[idx]
    }

    /// The probabilities of the labels of a word, as far as the words up to it tell.
    pub(crate) fn forward(&self, idx: usize) -> &Lanes {
        &self.forward[idx]
    }

    /// The labels of a word from which the search forward went on; from others no search goes on either.
    pub(crate) fn followed(&self, idx: usize) -> impl Iterator<Item = usize> {
        self.followed[idx].iter()
    }

    /// What the potentials of a word are multiplied with, so that the probabilities of its labels add up to 1.
    pub(crate) fn scale(&self, idx: usize) -> f32 {
        self.scales[idx]
    }

    /// The potentials from label to label before a word.
    pub(crate) fn transitions(&self, idx: usize) -> &'a [[u8; 2]; TRANSITIONS] {
        self.model.transitions(self.gaps[idx] as usize)
    }
}

impl Ways {
    /// Adds the ways to the labels of a word, and scales them.
    #[inline]
    fn push(&mut self, mut best: Lanes) {
        let power = self.powers.last().copied().unwrap_or_default();
        self.powers.push(power + scale(&mut best));
        self.best.push(best);
    }

    /// Keeps the ways to the first words only.
    fn truncate(&mut self, length: usize) {
        self.best.truncate(length);
        self.powers.truncate(length);
    }

    /// Takes over the ways to the first words of others.
    fn copy(&mut self, other: &Self, length: usize) {
        self.truncate(0);
        self.best.extend_from_slice(&other.best[..length]);
        self.powers.extend_from_slice(&other.powers[..length]);
    }
}

/// The best way to each label.
#[inline]
fn step(best: &Lanes, transitions: &[[u8; 2]; TRANSITIONS]) -> Lanes {
    let mut next: Lanes = [0.0; LANES];
    for (value, row) in best.iter().zip(transitions.as_chunks::<LANES>().0) {
        if *value <= NEGLIGIBLE {
            continue;
        }
        for (next, transition) in next.iter_mut().zip(row) {
            *next = larger(value * potential(*transition), *next);
        }
    }
    next
}

/// The best way to each label, and the sum of all ways.
#[inline]
fn step_with_sums(
    followed: Followed,
    best: &Lanes,
    sums: &Lanes,
    transitions: &[[u8; 2]; TRANSITIONS],
) -> (Lanes, Lanes) {
    let mut next: Lanes = [0.0; LANES];
    let mut next_sums: Lanes = [0.0; LANES];
    let rows = transitions.as_chunks::<LANES>().0;
    for lane in followed.iter() {
        let (value, sum, row) = (best[lane], sums[lane], &rows[lane]);
        for lane in 0..LANES {
            let transition = potential(row[lane]);
            next[lane] = larger(value * transition, next[lane]);
            next_sums[lane] += sum * transition;
        }
    }
    (next, next_sums)
}

/// The logarithm of a product, of which as few as possible are taken.
struct LogarithmOfProduct {
    /// The logarithm of the factors that `product` lacks.
    logarithm: f64,
    product: f64,
}

impl Default for LogarithmOfProduct {
    fn default() -> Self {
        Self {
            logarithm: 0.0,
            product: 1.0,
        }
    }
}

impl LogarithmOfProduct {
    /// Multiplies with a number above 0.
    #[inline]
    fn multiply(&mut self, factor: f32) {
        /// Another factor, however small or large, can be told from 0 and infinity.
        const ROOM: std::ops::Range<f64> = 1e-200..1e200;
        self.product *= f64::from(factor);
        if !ROOM.contains(&self.product) {
            self.logarithm += self.product.ln();
            self.product = 1.0;
        }
    }

    fn get(&self) -> f64 {
        self.logarithm + self.product.ln()
    }
}
