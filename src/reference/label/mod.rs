//! Labels the words of a reference: a linear-chain conditional random field (Lafferty and others 2001).
//!
//! `token` divides a reference into words, `traits` and `context` say what is known of each, `features` turns that into numbers,
//! `model` knows their weights, `decode` finds the best labels. MODEL.md in this folder tells how the model was made.

mod context;
mod decode;
mod features;
mod gap;
mod hash;
mod labels;
mod model;
mod single_run;
pub(crate) mod token;
#[cfg(feature = "train")]
pub mod train;
mod traits;
pub(crate) mod words;

pub use self::labels::Label;
use self::{
    context::Context,
    decode::Lattice,
    features::Collector,
    model::Model,
    token::{Token, tokenise},
};

/// The model that the library brings along.
static MODEL_FILE: &[u8] = include_bytes!("model.bin");

/// The words of a reference with their labels.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labelled {
    /// The words.
    pub(crate) tokens: Vec<Token>,
    /// A label for each.
    pub(crate) labels: Vec<Label>,
    /// The probability of exactly these labels, 0 to 1.
    pub(crate) probability: f32,
}

/// Labels the words of a reference.
pub(crate) fn label(text: &str) -> Labelled {
    label_by(MODEL_FILE, text)
}

/// Labels the words of a reference by the model of a file; no words where it is none.
pub(crate) fn label_by(file: &[u8], text: &str) -> Labelled {
    Model::read(file).map_or_else(Labelled::default, |model| label_with(model, text))
}

/// Labels the words of a reference by a given model.
fn label_with(model: Model<'_>, text: &str) -> Labelled {
    let tokens = tokenise(text);
    if tokens.is_empty() {
        return Labelled::default();
    }
    let context = Context::read(text, &tokens);
    let mut collector = Collector::default();
    let mut lattice = Lattice::new(model, tokens.len());
    for (idx, traits) in context.traits.iter().enumerate() {
        let scores = model.scores(collector.collect(&context, idx));
        lattice.push(&scores, traits.gap.class);
    }
    let path = single_run::with_single_runs(&lattice, lattice.best());
    let probability = (path.score - lattice.total()).exp().clamp(0.0, 1.0);
    Labelled {
        tokens,
        labels: path.labels,
        probability: probability as f32,
    }
}
