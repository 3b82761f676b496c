//! Probabilities of the tagger turned into how often its answers are right.
//!
//! A logistic regression (Platt 1999) for each field on the log odds that the tagger gives its words and the whole reference, and
//! on whether a rule has mended labels. Fitted on the development set of MODEL.md, with *right* as its scorer has it; with the model
//! of today, the expected calibration error (ten bins) is 0.004 for fields and 0.018 for whole references:
//!
//! | said | fields | right | | said | references | right |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | 0.07 | 24 | 0.25 | | 0.06 | 38 | 0.13 |
//! | 0.16 | 79 | 0.24 | | 0.16 | 81 | 0.27 |
//! | 0.25 | 152 | 0.28 | | 0.25 | 153 | 0.29 |
//! | 0.35 | 184 | 0.42 | | 0.35 | 182 | 0.36 |
//! | 0.45 | 298 | 0.46 | | 0.44 | 267 | 0.46 |
//! | 0.55 | 382 | 0.51 | | 0.55 | 323 | 0.53 |
//! | 0.65 | 570 | 0.66 | | 0.65 | 412 | 0.62 |
//! | 0.75 | 795 | 0.75 | | 0.76 | 512 | 0.75 |
//! | 0.86 | 1,763 | 0.85 | | 0.85 | 859 | 0.84 |
//! | 0.98 | 18,692 | 0.98 | | 0.95 | 1,528 | 0.96 |
//!
//! `refmend-train --calibrate` fits the same regression to any labelled references, with *right* as their words have it.

#[cfg(feature = "train")]
pub(super) mod fit;

use super::certainty::RunEvidence;
use crate::reference::label::Label;

/// The weights of one field: of the constant, of the log odds of the run, of those of the whole reference, of a mended run.
type Weights = [f32; 4];

/// How likely a value is right; `whole` is the probability of all labels of the reference.
pub(super) fn of_field(label: Label, run: RunEvidence, whole: f32) -> f32 {
    let weights = weights(label);
    let odds = weights[0]
        + weights[1] * log_odds(run.probability)
        + weights[2] * log_odds(whole)
        + weights[3] * f32::from(run.is_mended);
    probability(odds)
}

/// How likely all values of a reference are right, by the probability of its labels and whether a rule has mended some.
pub(super) fn of_reference(whole: f32, is_mended: bool) -> f32 {
    probability(0.42 + 0.61 * log_odds(whole) + 0.90 * f32::from(is_mended))
}

/// The weights of a field; those with less than 200 values in the development set share theirs.
fn weights(label: Label) -> Weights {
    match label {
        Label::Author | Label::Organisation => [0.83, 0.53, 0.29, -0.21],
        Label::Editor => [0.82, 0.23, 0.21, 0.30],
        Label::Title => [0.56, 0.60, 0.15, -1.47],
        Label::Container => [0.25, 0.55, 0.24, 0.71],
        Label::Publisher => [0.09, 0.57, 0.13, -0.70],
        Label::Location => [1.53, 0.51, 0.14, -0.31],
        Label::Date => [1.10, 0.49, 0.25, -1.27],
        Label::Volume => [0.30, 0.59, 0.17, 1.17],
        Label::Issue => [0.11, 0.47, 0.10, -0.30],
        Label::Pages => [1.38, 0.47, 0.31, 0.19],
        Label::Doi => [3.03, 0.19, 0.78, -0.91],
        _ => [0.67, 0.61, 0.0, -0.26],
    }
}

/// The logarithm of the odds of a probability, kept within what a probability of the tagger can mean.
fn log_odds(probability: f32) -> f32 {
    const LEAST: f32 = 1e-3;
    let probability = probability.clamp(LEAST, 1.0 - LEAST);
    (probability / (1.0 - probability)).ln()
}

/// The probability of log odds, with three digits; more would tell nothing.
fn probability(odds: f32) -> f32 {
    let probability = 1.0 / (1.0 + (-odds).exp());
    (probability * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tagger_is_surer_of_is_more_likely_right() {
        for label in Label::ALL {
            let of = |probability| {
                let run = RunEvidence {
                    probability,
                    is_mended: false,
                };
                of_field(*label, run, 0.5)
            };
            let confidences = [0.0, 0.1, 0.5, 0.9, 1.0].map(of);
            assert!(confidences.is_sorted(), "{label:?} {confidences:?}");
            assert!((0.0..=1.0).contains(&confidences[0]));
        }
        assert!(of_reference(0.0, false) < 0.03);
        assert!(of_reference(1.0, false) > 0.97);
    }
}
