//! Weights learnt from examples, by stochastic gradient descent on the conditional likelihood.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    fmt,
};

use super::{
    super::{
        context::Context,
        features::{Collector, Feature},
        gap::GAP_CLASSES,
        labels::LANES,
        lanes::Lanes,
        model::TRANSITIONS,
        token::tokenise,
    },
    example::{Example, LabelSet},
    ftrl::{Rates, Weights},
    marginals::{Marginals, Observed},
    random::Random,
};

/// How the weights of features learn; these and the rates below were searched on the development set.
const FEATURE_RATES: Rates = Rates {
    alpha: 0.05,
    beta: 1.0,
    l1: 0.5,
    l2: 1.0,
};
/// How the weights of transitions learn.
const TRANSITION_RATES: Rates = Rates {
    alpha: 0.1,
    beta: 1.0,
    l1: 0.0,
    l2: 0.1,
};
/// The percentage of features that is left out of each example anew, so that no feature is leant on alone.
const DROPOUT: u64 = 20;
/// Features seen less often are not learnt.
const LEAST_SEEN: u32 = 2;

/// An example with its features as rows.
struct Sequence {
    rows: Vec<u32>,
    /// Where the rows of each word begin, and the end.
    starts: Vec<usize>,
    gaps: Vec<u8>,
    allowed: Vec<LabelSet>,
    is_certain: bool,
}

impl Sequence {
    fn len(&self) -> usize {
        self.gaps.len()
    }

    fn rows(&self, idx: usize) -> &[u32] {
        &self.rows[self.starts[idx]..self.starts[idx + 1]]
    }
}

/// Learns weights.
pub(crate) struct Learner {
    features: Vec<(Feature, u32)>,
    sequences: Vec<Sequence>,
    weights: Weights,
    transitions: Weights,
    random: Random,
    /// The mean loss of an example in each epoch.
    losses: Vec<f64>,
}

impl Learner {
    /// Reads the features of the examples.
    pub(crate) fn new(examples: &[Example], seed: u64) -> Self {
        let features = frequent_features(examples);
        let numbers: HashMap<Feature, u32> = (features.iter().map(|(feature, _)| *feature))
            .zip(0..)
            .collect();
        let sequences: Vec<Sequence> = examples
            .iter()
            .map(|example| sequence(example, &numbers))
            .collect();
        Self {
            weights: Weights::new(features.len() * LANES, FEATURE_RATES),
            transitions: Weights::new(GAP_CLASSES * TRANSITIONS, TRANSITION_RATES),
            features,
            sequences,
            random: Random::new(seed),
            losses: Vec::new(),
        }
    }

    /// The weights of transitions by class of gap.
    pub(super) fn transitions(&self) -> &[[f32; TRANSITIONS]] {
        self.transitions.values.as_chunks().0
    }

    /// Goes over all examples once.
    pub(crate) fn run_epoch(&mut self) {
        let mut order: Vec<usize> = (0..self.sequences.len()).collect();
        self.random.shuffle(&mut order);
        let mut step = Step::default();
        let total: f64 = order.iter().map(|idx| self.learn(*idx, &mut step)).sum();
        self.losses.push(total / order.len().max(1) as f64);
    }

    /// Goes on with some features only.
    pub(crate) fn keep(&mut self, kept: &HashSet<Feature>) {
        let is_kept: Vec<bool> = (self.features.iter())
            .map(|(feature, _)| kept.contains(feature))
            .collect();
        for (idx, row) in self.weights.values.chunks_mut(LANES).enumerate() {
            if !is_kept[idx] {
                row.fill(0.0);
            }
        }
        for sequence in &mut self.sequences {
            sequence.keep(&is_kept);
        }
    }

    /// The features with their weights.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Feature, u32, &Lanes)> {
        let rows = self.weights.values.as_chunks::<LANES>().0;
        let features = self.features.iter().zip(rows);
        features.map(|((feature, seen), row)| (*feature, *seen, row))
    }

    /// Learns from one example; returns its loss.
    fn learn(&mut self, idx: usize, step: &mut Step) -> f64 {
        let sequence = &self.sequences[idx];
        let dropout = Dropout::new(self.random.next());
        step.score(sequence, &self.weights, dropout);
        let gaps_used = step.prepare_transitions(sequence, &self.transitions);
        let loss = step.differentiate(sequence);
        step.update_features(sequence, &mut self.weights, dropout);
        for gap in (0..GAP_CLASSES).filter(|gap| gaps_used >> gap & 1 == 1) {
            self.transitions
                .update(gap * TRANSITIONS, &step.gradients[gap]);
        }
        loss
    }
}

impl fmt::Display for Learner {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let (references, features) = (self.sequences.len(), self.features.len());
        write!(
            out,
            "{references} references, {features} features, losses {:.3?}",
            self.losses
        )
    }
}

impl Sequence {
    /// Leaves out the rows that are not kept.
    fn keep(&mut self, is_kept: &[bool]) {
        let mut rows = Vec::new();
        let mut starts = vec![0];
        for idx in 0..self.len() {
            let kept = self.rows(idx).iter().filter(|row| is_kept[**row as usize]);
            rows.extend(kept.copied());
            starts.push(rows.len());
        }
        self.rows = rows;
        self.starts = starts;
    }
}

/// Chooses the features that are left out of one example.
#[derive(Clone, Copy)]
struct Dropout {
    key: u64,
}

impl Dropout {
    fn new(key: u64) -> Self {
        Self { key }
    }

    #[inline]
    fn leaves_out(self, row: u32) -> bool {
        const THRESHOLD: u64 = DROPOUT * 65536 / 100;
        (u64::from(row) ^ self.key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48 < THRESHOLD
    }
}

/// The memory of one step.
struct Step {
    scores: Vec<Lanes>,
    potentials: Vec<[f32; TRANSITIONS]>,
    gradients: Vec<[f32; TRANSITIONS]>,
    free: Marginals,
    bound: Marginals,
}

impl Default for Step {
    fn default() -> Self {
        Self {
            scores: Vec::new(),
            potentials: vec![[1.0; TRANSITIONS]; GAP_CLASSES],
            gradients: vec![[0.0; TRANSITIONS]; GAP_CLASSES],
            free: Marginals::default(),
            bound: Marginals::default(),
        }
    }
}

impl Step {
    /// Adds up the weights of each word.
    fn score(&mut self, sequence: &Sequence, weights: &Weights, dropout: Dropout) {
        self.scores.clear();
        let rows = weights.values.as_chunks::<LANES>().0;
        for idx in 0..sequence.len() {
            let mut scores = [0.0; LANES];
            for row in sequence.rows(idx) {
                if !dropout.leaves_out(*row) {
                    for (score, weight) in scores.iter_mut().zip(&rows[*row as usize]) {
                        *score += weight;
                    }
                }
            }
            self.scores.push(scores);
        }
    }

    /// Turns the transitions that the example uses into potentials; returns the classes of gap, a bit each.
    fn prepare_transitions(&mut self, sequence: &Sequence, transitions: &Weights) -> u32 {
        let used = sequence
            .gaps
            .iter()
            .skip(1)
            .fold(0, |used, gap| used | 1u32 << gap);
        let weights = transitions.values.as_chunks::<TRANSITIONS>().0;
        for gap in (0..GAP_CLASSES).filter(|gap| used >> gap & 1 == 1) {
            self.potentials[gap] = weights[gap].map(f32::exp);
            self.gradients[gap].fill(0.0);
        }
        used
    }

    /// Compares all paths with those that the data allows; returns the loss.
    fn differentiate(&mut self, sequence: &Sequence) -> f64 {
        let mut observed = Observed {
            scores: &self.scores,
            gaps: &sequence.gaps,
            potentials: &self.potentials,
            allowed: None,
        };
        let all = self.free.work_out(&observed);
        self.free
            .add_transitions(&observed, 1.0, &mut self.gradients);
        observed.allowed = Some(&sequence.allowed);
        if sequence.is_certain {
            return all - self.subtract_known_path(sequence);
        }
        let allowed = self.bound.work_out(&observed);
        self.bound
            .add_transitions(&observed, -1.0, &mut self.gradients);
        all - allowed
    }

    /// Takes the one allowed path off the gradients; returns its score.
    fn subtract_known_path(&mut self, sequence: &Sequence) -> f64 {
        let lane = |idx: usize| sequence.allowed[idx].trailing_zeros() as usize;
        let mut score = 0.0;
        self.bound.labels.clear();
        for idx in 0..sequence.len() {
            let mut known = [0.0; LANES];
            known[lane(idx)] = 1.0;
            self.bound.labels.push(known);
            score += f64::from(self.scores[idx][lane(idx)]);
            if idx > 0 {
                let gap = usize::from(sequence.gaps[idx]);
                let transition = lane(idx - 1) * LANES + lane(idx);
                self.gradients[gap][transition] -= 1.0;
                score += f64::from(self.potentials[gap][transition]).ln();
            }
        }
        score
    }

    /// Learns the weights of the features of each word.
    fn update_features(&self, sequence: &Sequence, weights: &mut Weights, dropout: Dropout) {
        const NEGLIGIBLE: f32 = 1e-4;
        for idx in 0..sequence.len() {
            let mut gradients = self.free.labels[idx];
            for (gradient, known) in gradients.iter_mut().zip(&self.bound.labels[idx]) {
                *gradient -= known;
            }
            if gradients.iter().all(|gradient| gradient.abs() < NEGLIGIBLE) {
                continue;
            }
            for row in sequence.rows(idx) {
                if !dropout.leaves_out(*row) {
                    weights.update(*row as usize * LANES, &gradients);
                }
            }
        }
    }
}

/// The features that were seen often enough, with how often; the frequent first, so that those of most words share memory that is
/// near the processor, which makes training faster by half.
fn frequent_features(examples: &[Example]) -> Vec<(Feature, u32)> {
    let mut counts: HashMap<Feature, u32> = HashMap::new();
    for example in examples {
        for_each_word(example, |features, _| {
            for feature in features {
                *counts.entry(*feature).or_default() += 1;
            }
        });
    }
    let mut features: Vec<(Feature, u32)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= LEAST_SEEN)
        .collect();
    features.sort_unstable_by_key(|(feature, count)| (Reverse(*count), *feature));
    features
}

/// An example with its features as rows.
fn sequence(example: &Example, numbers: &HashMap<Feature, u32>) -> Sequence {
    let mut sequence = Sequence {
        rows: Vec::new(),
        starts: vec![0],
        gaps: Vec::new(),
        allowed: example.allowed.clone(),
        is_certain: example.is_certain(),
    };
    for_each_word(example, |features, gap| {
        let rows = features.iter().filter_map(|feature| numbers.get(feature));
        sequence.rows.extend(rows.copied());
        sequence.starts.push(sequence.rows.len());
        sequence.gaps.push(gap);
    });
    sequence
}

/// Visits the words of an example: their features and the class of the gap before them.
fn for_each_word(example: &Example, mut visit: impl FnMut(&[Feature], u8)) {
    let tokens = tokenise(&example.text);
    let mut context = Context::default();
    context.read(&example.text, &tokens);
    let mut collector = Collector::default();
    for (idx, traits) in context.traits.iter().enumerate() {
        visit(collector.collect(&context, idx), traits.gap.class as u8);
    }
}
