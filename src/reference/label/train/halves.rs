//! What models of one half of the data say of the other half, which they were not trained on.

use std::io;

use super::{
    super::{Tagger, hash::mix, model::Model},
    Settings,
    corpus::Sample,
    example::{Example, LabelSet},
    synthetic, train_words,
    whole::{self, Choice, LearntWhole},
};

/// What is learnt from both halves.
pub(super) struct Halves {
    /// The ways to label a reference that the models leave open, of the data and of made-up references; without the latter,
    /// footnotes and languages that the data has few of would lose what they won by them.
    pub(super) choices: Vec<Choice>,
    /// For each reference that nobody looked over, the labels which its words have by a model that is sure; none for others.
    pub(super) doubts: Vec<Vec<LabelSet>>,
}

/// Trains a model on each half of the data, and lets it label the other half.
pub(super) fn halves(
    samples: &[Sample],
    settings: &Settings,
    report: &mut impl FnMut(&str),
) -> io::Result<Halves> {
    const MADE_UP: usize = 10_000;
    const OTHER_SEED: u64 = 99;
    let half_settings = Settings {
        epochs: settings.epochs.min(5),
        epochs_after_pruning: 1,
        synthetic: settings.synthetic / 2,
        models: 1,
        ..settings.clone()
    };
    let all: Vec<&Sample> = samples.iter().collect();
    let made_up = synthetic::synthesise(&all, MADE_UP, settings.seed ^ OTHER_SEED);
    let mut choices = Vec::new();
    let mut doubts = vec![Vec::new(); samples.len()];
    for half in 0..2 {
        let others: Vec<&Sample> = (samples.iter().enumerate())
            .filter(|(idx, _)| half_of(*idx) != half)
            .map(|(_, sample)| sample)
            .collect();
        let file = train_words(&others, &[], &half_settings, &LearntWhole::none(), report)?;
        let model = Model::read(&file).ok_or_else(|| io::Error::other("no model"))?;
        let mut tagger = Tagger::new(model);
        let is_left_out = |idx: &usize| half_of(*idx) == half;
        for idx in (0..samples.len()).filter(is_left_out) {
            let Some(example) = Example::read(&samples[idx]) else {
                continue;
            };
            if samples[idx].is_noisy() {
                doubts[idx] = tagger.sure_labels(&example.text);
            } else {
                choices.extend(whole::choice(&mut tagger, &example));
            }
        }
        for idx in (0..made_up.len()).filter(is_left_out) {
            let example = Example::read(&made_up[idx]);
            choices.extend(example.and_then(|example| whole::choice(&mut tagger, &example)));
        }
    }
    Ok(Halves { choices, doubts })
}

/// In which half of the data a reference stands: those of one stretch of the file in one.
fn half_of(idx: usize) -> u64 {
    const STRETCH: usize = 25;
    mix((idx / STRETCH) as u64, 1) >> 20 & 1
}
