//! Trains the model from labelled references.
//!
//! The same data and the same code give the same file, to the byte, on every machine.

mod align;
mod corpus;
mod example;
mod ftrl;
mod learn;
mod marginals;
mod random;
mod synthetic;
mod whole;
mod write;

use std::{io, path::Path};

use self::{
    corpus::Sample,
    example::Example,
    learn::Learner,
    whole::{Choice, LearntWhole},
};
use super::{Tagger, hash::mix, model::Model};

/// What the training depends on besides the data.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How often all examples are seen.
    pub epochs: usize,
    /// How often the examples are seen again after the less important features were left out.
    pub epochs_after_pruning: usize,
    /// The number of features to keep; 100,000 make a file of 1.5 MB.
    pub features: usize,
    /// How many references are made up besides those of the data.
    pub synthetic: usize,
    /// The sources that are left out.
    pub without: Vec<String>,
    /// Seeds the order of the examples.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 7,
            epochs_after_pruning: 2,
            features: 98_000,
            synthetic: 18_000,
            without: Vec::new(),
            seed: 7,
        }
    }
}

/// Prints made-up references, to look at them.
pub fn show_synthetic(data: &Path, count: usize) -> io::Result<Vec<String>> {
    let samples = read_samples(data, &Settings::default())?;
    let synthetic = synthetic::synthesise(&samples.iter().collect::<Vec<_>>(), count, 1);
    Ok(synthetic.into_iter().map(|sample| sample.text).collect())
}

/// Trains on the references of a file, and returns the model file.
///
/// `report` is told about progress. Fails where the data cannot be read.
pub fn train(
    data: &Path,
    settings: &Settings,
    mut report: impl FnMut(&str),
) -> io::Result<Vec<u8>> {
    let samples = read_samples(data, settings)?;
    let choices = choices(&samples, settings, &mut report)?;
    report(&format!("{} choices", choices.len()));
    let whole = whole::learn(&choices, settings.seed);
    train_words(samples.iter().collect(), settings, &whole, &mut report)
}

/// The choices that models leave open which were trained on the other half of the references each; and those of made-up
/// references, without which footnotes and languages that the data has few of would lose what they won by them.
fn choices(
    samples: &[Sample],
    settings: &Settings,
    report: &mut impl FnMut(&str),
) -> io::Result<Vec<Choice>> {
    const MADE_UP: usize = 5000;
    const OTHER_SEED: u64 = 99;
    let half_settings = Settings {
        epochs: settings.epochs.min(5),
        epochs_after_pruning: 1,
        synthetic: settings.synthetic / 2,
        ..settings.clone()
    };
    let all: Vec<&Sample> = samples.iter().collect();
    let made_up = synthetic::synthesise(&all, MADE_UP, settings.seed ^ OTHER_SEED);
    let mut choices = Vec::new();
    for half in 0..2 {
        let (left_out, others): (Vec<_>, Vec<_>) =
            (all.iter().copied().enumerate()).partition(|(idx, _)| half_of(*idx) == half);
        let others = others.into_iter().map(|(_, sample)| sample).collect();
        let file = train_words(others, &half_settings, &LearntWhole::none(), report)?;
        let model = Model::read(&file).ok_or_else(|| io::Error::other("no model"))?;
        let mut tagger = Tagger::new(model);
        let made_up = (made_up.iter().enumerate()).filter(|(idx, _)| half_of(*idx) == half);
        let examples = (left_out.into_iter().chain(made_up))
            .filter(|(_, sample)| !sample.is_noisy())
            .filter_map(|(_, sample)| Example::read(sample));
        choices.extend(examples.filter_map(|example| whole::choice(&mut tagger, &example)));
    }
    Ok(choices)
}

/// In which half of the data a reference stands: those of one stretch of the file in one.
fn half_of(idx: usize) -> u64 {
    const STRETCH: usize = 25;
    mix((idx / STRETCH) as u64, 1) >> 20 & 1
}

/// Trains the model of words.
fn train_words(
    samples: Vec<&Sample>,
    settings: &Settings,
    whole: &LearntWhole,
    report: &mut impl FnMut(&str),
) -> io::Result<Vec<u8>> {
    let synthetic = synthetic::synthesise(&samples, settings.synthetic, settings.seed);
    let all = samples.into_iter().chain(&synthetic);
    let examples: Vec<Example> = all.filter_map(Example::read).collect();
    let mut learner = Learner::new(&examples, settings.seed);
    report(&format!(
        "{} references, {} features",
        examples.len(),
        learner.n_features()
    ));
    for epoch in 1..=settings.epochs + settings.epochs_after_pruning {
        if epoch == settings.epochs + 1 {
            learner.prune(settings.features);
        }
        report(&format!("epoch {epoch}: loss {:.3}", learner.run_epoch()));
    }
    learner.prune(settings.features);
    let learnt = learner.learnt();
    report(&format!("{} rows", learnt.rows.len()));
    write::model_file(&learnt, whole)
        .ok_or_else(|| io::Error::other("the table of features is too full"))
}

/// The labelled references of the sources that are not left out.
fn read_samples(data: &Path, settings: &Settings) -> io::Result<Vec<Sample>> {
    let mut samples = corpus::read(data)?;
    samples.retain(|sample| {
        let without = |source: &String| sample.set.starts_with(source.as_str());
        !settings.without.iter().any(without)
    });
    Ok(samples)
}
