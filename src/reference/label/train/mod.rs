//! Trains the model from labelled references.
//!
//! The same data and the same code give the same file, to the byte, on every machine.

mod align;
mod corpus;
mod example;
mod ftrl;
mod gold;
mod halves;
mod learn;
mod learnt;
mod marginals;
mod random;
mod synthetic;
mod whole;
mod write;

use std::{io, path::Path, thread};

pub(in crate::reference) use self::gold::Gold;
use self::{
    corpus::Sample,
    example::{Example, LabelSet},
    halves::{Halves, halves},
    learn::Learner,
    learnt::Learnt,
    whole::LearntWhole,
};

/// What the training depends on besides the data.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How often all examples are seen.
    pub epochs: usize,
    /// How often the examples are seen again after the less important features were left out.
    pub epochs_after_pruning: usize,
    /// How many models are learnt, each with made-up references of its own, and averaged.
    pub models: usize,
    /// The number of features to keep; 100,000 make a file of 1.5 MB.
    pub features: usize,
    /// How many references are made up for each model besides those of the data.
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
            models: 3,
            features: 98_000,
            synthetic: 30_000,
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
    let Halves { choices, doubts } = halves(&samples, settings, &mut report)?;
    report(&format!("{} choices", choices.len()));
    let whole = whole::learn(&choices, settings.seed);
    let samples: Vec<&Sample> = samples.iter().collect();
    train_words(&samples, &doubts, settings, &whole, &mut report)
}

/// Trains the model of words. `doubts` are labels that words of the samples may have besides those of the data.
fn train_words(
    samples: &[&Sample],
    doubts: &[Vec<LabelSet>],
    settings: &Settings,
    whole: &LearntWhole,
    report: &mut impl FnMut(&str),
) -> io::Result<Vec<u8>> {
    let mut learners = at_once((settings.seed..).take(settings.models), |seed| {
        let mut learner = Learner::new(&examples(samples, doubts, settings.synthetic, seed), seed);
        run_epochs(&mut learner, settings.epochs);
        learner
    });
    for learner in &learners {
        report(&learner.to_string());
    }
    let kept = Learnt::average(&learners).most_important(settings.features);
    learners = at_once(learners, |mut learner| {
        learner.keep(&kept);
        run_epochs(&mut learner, settings.epochs_after_pruning);
        learner
    });
    let learnt = Learnt::average(&learners);
    report(&format!("{} rows", learnt.rows.len()));
    write::model_file(&learnt, whole)
        .ok_or_else(|| io::Error::other("the table of features is too full"))
}

/// Does work on several things at once.
fn at_once<T: Send, L: Send>(
    things: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> L + Sync,
) -> Vec<L> {
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (things.into_iter())
            .map(|thing| scope.spawn(move || work(thing)))
            .collect();
        let results = threads.into_iter().map(thread::ScopedJoinHandle::join);
        results
            .map(|result| result.expect("learning does not panic"))
            .collect()
    })
}

/// References of the data, and as many made-up ones as are wanted.
fn examples(
    samples: &[&Sample],
    doubts: &[Vec<LabelSet>],
    synthetic: usize,
    seed: u64,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for (idx, sample) in samples.iter().enumerate() {
        if let Some(mut example) = Example::read(sample) {
            example.allow(doubts.get(idx).map_or(&[], Vec::as_slice));
            examples.push(example);
        }
    }
    let synthetic = synthetic::synthesise(samples, synthetic, seed);
    examples.extend(synthetic.iter().filter_map(Example::read));
    examples
}

/// Shows a learner all its examples several times.
fn run_epochs(learner: &mut Learner, count: usize) {
    for _ in 0..count {
        learner.run_epoch();
    }
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
