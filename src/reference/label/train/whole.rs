//! Learns to choose among the most likely ways to label a reference.

use super::{
    super::{
        Tagger,
        labels::Label,
        whole::{self, WEIGHTS},
    },
    example::{Example, LabelSet, only},
    random::Random,
};

/// One way to label a reference.
struct Candidate {
    features: Vec<u16>,
    /// The logarithm of how likely the model of words holds it, less that of the most likely.
    log_ratio: f32,
    /// Whether its runs were made single.
    is_single: bool,
    is_right: bool,
}

/// The ways to label one reference, of which some are better than others.
pub(crate) struct Choice(Vec<Candidate>);

/// What was learnt.
pub(crate) struct LearntWhole {
    /// The weights of features.
    pub(crate) weights: Vec<f32>,
    /// The weight of the log probability of the words.
    pub(crate) of_words: f32,
    /// The weight of single runs.
    pub(crate) of_single: f32,
}

impl LearntWhole {
    /// Nothing but the order of the model of words.
    pub(crate) fn none() -> Self {
        Self {
            weights: vec![0.0; WEIGHTS],
            of_words: 1.0,
            of_single: 0.0,
        }
    }
}

/// The ways that a model finds for an example which it was not trained on; none where all are as good.
pub(crate) fn choice(tagger: &mut Tagger, example: &Example) -> Option<Choice> {
    let found = tagger.candidates(&example.text);
    let losses: Vec<usize> = (found.paths.iter())
        .map(|path| loss(&path.labels, &example.allowed))
        .collect();
    let least = *losses.iter().min()?;
    if losses.iter().all(|loss| *loss == least) {
        return None;
    }
    let candidates = found.paths.iter().zip(&losses).enumerate();
    let candidates = candidates.map(|(idx, (path, loss))| {
        let mut features = Vec::new();
        whole::collect(tagger.context(), &path.labels, &mut features);
        Candidate {
            features,
            log_ratio: (path.score - found.paths[0].score) as f32,
            is_single: idx == found.single,
            is_right: *loss == least,
        }
    });
    Some(Choice(candidates.collect()))
}

/// How many words have a label that they may not have; a marker does no harm where nothing should be.
fn loss(labels: &[Label], allowed: &[LabelSet]) -> usize {
    let harmless = only(Label::Other) | only(Label::Marker);
    let is_wrong = |(label, allowed): &(&Label, &LabelSet)| {
        let set = only(**label);
        **allowed & set == 0 && !(set & harmless != 0 && **allowed & harmless != 0)
    };
    labels.iter().zip(allowed).filter(is_wrong).count()
}

/// Learns the weights from choices, by stochastic gradient descent with rates that adapt (Duchi and others 2011).
pub(crate) fn learn(choices: &[Choice], seed: u64) -> LearntWhole {
    const EPOCHS: usize = 4;
    let mut learner = Learner::new();
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..choices.len()).collect();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for idx in &order {
            learner.learn(&choices[*idx]);
        }
    }
    LearntWhole {
        of_words: learner.weights[OF_WORDS],
        of_single: learner.weights[OF_SINGLE],
        weights: learner.weights[..WEIGHTS].to_vec(),
    }
}

/// The places behind the weights of features: the log probability of the words, single runs.
const OF_WORDS: usize = WEIGHTS;
const OF_SINGLE: usize = WEIGHTS + 1;

/// The weights while they are learnt.
struct Learner {
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// The gradients of one choice, and which of them are not 0.
    gradients: Vec<f32>,
    touched: Vec<usize>,
}

impl Learner {
    fn new() -> Self {
        const FIRST_SQUARE_OF_PATH: f32 = 10.0;
        let mut learner = Self {
            weights: vec![0.0; WEIGHTS + 2],
            squares: vec![1.0; WEIGHTS + 2],
            gradients: vec![0.0; WEIGHTS + 2],
            touched: Vec::new(),
        };
        learner.weights[OF_WORDS] = 1.0;
        learner.squares[OF_WORDS] = FIRST_SQUARE_OF_PATH;
        learner.squares[OF_SINGLE] = FIRST_SQUARE_OF_PATH;
        learner
    }

    fn score(&self, candidate: &Candidate) -> f32 {
        let values = candidate.values();
        values.map(|(idx, value)| self.weights[idx] * value).sum()
    }

    /// Makes the right ways of one choice more likely.
    fn learn(&mut self, Choice(candidates): &Choice) {
        let scores: Vec<f32> = candidates.iter().map(|c| self.score(c)).collect();
        let largest = scores.iter().copied().fold(f32::MIN, f32::max);
        let potentials: Vec<f32> = scores.iter().map(|score| (score - largest).exp()).collect();
        let total: f32 = potentials.iter().sum();
        let right = candidates
            .iter()
            .zip(&potentials)
            .filter(|(c, _)| c.is_right);
        let total_right = right
            .map(|(_, value)| value)
            .sum::<f32>()
            .max(f32::MIN_POSITIVE);
        for (candidate, value) in candidates.iter().zip(&potentials) {
            let wanted = if candidate.is_right {
                value / total_right
            } else {
                0.0
            };
            self.add_gradients(candidate, value / total - wanted);
        }
        self.update();
    }

    fn add_gradients(&mut self, candidate: &Candidate, gradient: f32) {
        for (idx, value) in candidate.values() {
            if self.gradients[idx] == 0.0 {
                self.touched.push(idx);
            }
            self.gradients[idx] += gradient * value;
        }
    }

    /// Makes one step; weights of features fade a little, which keeps them small.
    fn update(&mut self) {
        const RATE: f32 = 0.05;
        const FADING: f32 = 0.02;
        for idx in std::mem::take(&mut self.touched) {
            let mut gradient = std::mem::take(&mut self.gradients[idx]);
            if gradient.abs() < 1e-7 {
                continue;
            }
            if idx < WEIGHTS {
                gradient += FADING * self.weights[idx];
            }
            self.squares[idx] += gradient * gradient;
            self.weights[idx] -= RATE * gradient / self.squares[idx].sqrt();
        }
    }
}

impl Candidate {
    /// The places of its weights, and what each is multiplied by.
    fn values(&self) -> impl Iterator<Item = (usize, f32)> {
        let features = self.features.iter().map(|idx| (usize::from(*idx), 1.0));
        let single = if self.is_single { 1.0 } else { 0.0 };
        features.chain([(OF_WORDS, self.log_ratio), (OF_SINGLE, single)])
    }
}
