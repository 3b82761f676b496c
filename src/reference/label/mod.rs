//! Labels the words of a reference: a linear-chain conditional random field (Lafferty and others 2001).
//!
//! `token` divides a reference into words, `traits` and `context` say what is known of each, `features` turns that into numbers,
//! `model` knows their weights, `decode` finds the best labels. MODEL.md in this folder tells how the model was made.

mod context;
mod decode;
mod exponential;
mod features;
mod gap;
pub(crate) mod hash;
mod labels;
mod lanes;
pub(crate) mod lower;
mod marginals;
mod memory;
pub(crate) mod model;
mod nbest;
mod single_run;
pub(crate) mod token;
#[cfg(feature = "train")]
pub mod train;
mod traits;
mod whole;
pub(crate) mod word_table;
pub(crate) mod words;

pub use self::labels::Label;
pub(crate) use self::marginals::Marginals;
use self::{
    context::Context,
    decode::{Lattice, Path, Ways},
    features::Scorer,
    lower::LowerWords,
    model::Model,
    nbest::BestPaths,
    single_run::with_single_runs,
    token::{Token, tokenise},
    whole::Candidates,
};

/// The model that the library brings along; that its file is whole is known when the program is compiled.
const MODEL: Model<'static> = Model::read(include_bytes!("model.bin")).expect("model.bin is whole");

/// The words of a reference with their labels.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labelled {
    /// The words.
    pub(crate) tokens: Vec<Token>,
    /// The words in lower case.
    pub(crate) lower: LowerWords,
    /// A label for each.
    pub(crate) labels: Vec<Label>,
    /// The probability of exactly these labels, 0 to 1.
    pub(crate) probability: f32,
}

/// Labels the words of one reference after another; its memory is used again, and what references have in common is worked out
/// once.
pub(crate) struct Tagger<'m> {
    model: Model<'m>,
    context: Context,
    scorer: Scorer,
    lattice: Lattice<'m>,
    ways: Ways,
    best_paths: BestPaths,
}

impl Default for Tagger<'_> {
    fn default() -> Self {
        Self::new(MODEL)
    }
}

impl<'m> Tagger<'m> {
    /// Makes a tagger that labels by a model.
    pub(crate) fn new(model: Model<'m>) -> Self {
        Self {
            model,
            context: Context::default(),
            scorer: Scorer::default(),
            lattice: Lattice::new(model),
            ways: Ways::default(),
            best_paths: BestPaths::default(),
        }
    }

    /// Labels the words of a reference.
    pub(crate) fn label(&mut self, text: &str) -> Labelled {
        let tokens = tokenise(text);
        if tokens.is_empty() {
            return Labelled::default();
        }
        let (best, total) = self.read(text, &tokens);
        let candidates = self.likely_paths(best, total);
        let whole = self.model.whole();
        let path = whole.choose(&self.context, candidates).unwrap_or_default();
        Labelled {
            tokens,
            lower: std::mem::take(&mut self.context.lower),
            labels: path.labels,
            probability: (path.score - total).exp().clamp(0.0, 1.0) as f32,
        }
    }

    /// Reads a reference; the most likely path, and the logarithm of the sum over all.
    fn read(&mut self, text: &str, tokens: &[Token]) -> (Path, f64) {
        self.context.read(text, tokens);
        self.lattice.clear();
        let sums = self.scorer.sums(self.model, &self.context);
        for (sums, traits) in sums.iter().zip(&self.context.traits) {
            (self.lattice).push(&self.model.scores(sums), traits.gap.class);
        }
        self.lattice.best()
    }

    /// The path with single runs; where it is not sure, the most likely paths besides.
    fn likely_paths(&mut self, best: Path, total: f64) -> Candidates {
        /// Above this probability the path is taken as it is.
        const SURE: f64 = 0.9;
        /// More paths, and less likely ones, are hardly ever chosen.
        const MOST: usize = 10;
        const LEAST: f32 = 0.0025;
        let best_score = best.score;
        let path = with_single_runs(&self.lattice, &mut self.ways, best);
        if (path.score - total).exp() > SURE {
            let paths = vec![path];
            return Candidates { paths, single: 0 };
        }
        let mut paths = (self.best_paths).find(&self.lattice, best_score, MOST, LEAST);
        let single = paths.iter().position(|other| other.labels == path.labels);
        let single = single.unwrap_or_else(|| {
            paths.push(path);
            paths.len() - 1
        });
        Candidates { paths, single }
    }

    /// The ways in which a reference may be labelled, to learn how to choose among them.
    #[cfg(feature = "train")]
    fn candidates(&mut self, text: &str) -> Candidates {
        let (best, total) = self.read(text, &tokenise(text));
        self.likely_paths(best, total)
    }

    /// The label of each word that is all but certain, as a set of one; an empty set for others.
    #[cfg(feature = "train")]
    fn sure_labels(&mut self, text: &str) -> Vec<u32> {
        const SURE: f32 = 0.9;
        self.read(text, &tokenise(text));
        let marginals = self.marginals();
        let sure = |idx: usize| {
            let lane = marginals.of(idx).iter().position(|value| *value >= SURE);
            lane.map_or(0, |lane| 1 << lane)
        };
        (0..self.context.traits.len()).map(sure).collect()
    }

    /// What is known of the last reference that was read.
    #[cfg(feature = "train")]
    fn context(&self) -> &Context {
        &self.context
    }
    /// What all ways to label the words of the last reference say of them.
    pub(crate) fn marginals(&self) -> Marginals<'_, 'm> {
        Marginals::new(&self.lattice)
    }
}
