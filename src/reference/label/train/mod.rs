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
mod write;

use std::{io, path::Path};

use self::{corpus::Sample, example::Example, learn::Learner};

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
    let synthetic = synthetic::synthesise(&samples, count, 1);
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
    let mut samples = read_samples(data, settings)?;
    samples.extend(synthetic::synthesise(
        &samples,
        settings.synthetic,
        settings.seed,
    ));
    let examples: Vec<Example> = samples.iter().filter_map(Example::read).collect();
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
    write::model_file(&learnt).ok_or_else(|| io::Error::other("the table of features is too full"))
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
