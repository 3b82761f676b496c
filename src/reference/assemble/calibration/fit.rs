//! Fits the weights of the calibration to labelled references that the model was not trained on.
//!
//! A value is right if the words of its run, and no words beside them, have its label in the data; a reference is right if all its
//! words have, but for labels that no field of a `.bib` entry comes from.

use std::{fmt::Write, io, path::Path};

use super::{super::certainty, log_odds, probability};
use crate::reference::{
    assemble::{Assembled, assemble},
    label::{Label, Tagger, train::Gold},
};

/// The labels that have weights of their own, by their names in the table; others share the last row.
const GROUPS: &[&[Label]] = &[
    &[Label::Author, Label::Organisation],
    &[Label::Editor],
    &[Label::Title],
    &[Label::Container],
    &[Label::Publisher],
    &[Label::Location],
    &[Label::Date],
    &[Label::Volume],
    &[Label::Issue],
    &[Label::Pages],
    &[Label::Doi],
];
/// The place of values of other labels, and that of whole references.
const OTHERS: usize = GROUPS.len();
const REFERENCES: usize = GROUPS.len() + 1;

/// The evidence for one value or reference: a constant, log odds of the run and of the reference, whether a rule has mended it.
type Evidence = [f64; 4];

/// What was seen of values, or of references.
#[derive(Debug, Clone, Default)]
struct Seen(Vec<(Evidence, bool)>);

/// Fits the weights; returns them, and how well they do on the half of the data that they were not fitted to.
pub(crate) fn fit(data: &Path, mut tagger: Tagger) -> io::Result<String> {
    /// References of one source stand together in stretches of documents.
    const STRETCH: usize = 20;
    let mut halves = [
        vec![Seen::default(); REFERENCES + 1],
        vec![Seen::default(); REFERENCES + 1],
    ];
    for (idx, gold) in Gold::read(data)?.iter().enumerate() {
        observe(gold, &mut tagger, &mut halves[idx / STRETCH % 2]);
    }
    let [first, second] = halves;
    let mut report = String::new();
    let mut said = vec![Vec::new(), Vec::new()];
    for (group, (first, second)) in first.iter().zip(&second).enumerate() {
        let both = Seen(first.0.iter().chain(&second.0).copied().collect());
        let name = match group {
            REFERENCES => "whole reference",
            OTHERS => "others",
            group => GROUPS[group][0].name(),
        };
        let weights = both.fitted();
        let _ = writeln!(report, "{name}: {weights:.2?} from {} values", both.0.len());
        let said = &mut said[usize::from(group == REFERENCES)];
        said.extend(second.said_by(first.fitted()));
        said.extend(first.said_by(second.fitted()));
    }
    for (name, said) in ["fields", "references"].iter().zip(&said) {
        report.push_str(&reliability(name, said));
    }
    Ok(report)
}

/// Adds what is seen of one reference.
fn observe(gold: &Gold, tagger: &mut Tagger, seen: &mut [Seen]) {
    let assembled = assemble(gold.text(), tagger.label(gold.text()));
    if assembled.is_empty() {
        return;
    }
    let whole = f64::from(log_odds(assembled.probability));
    for (label, run, evidence) in certainty::runs(&assembled, &tagger.marginals()) {
        let group = GROUPS.iter().position(|group| group.contains(&label));
        let evidence = [
            1.0,
            f64::from(log_odds(evidence.probability)),
            whole,
            f64::from(evidence.is_mended),
        ];
        if let Some(is_right) = gold.is_run(&run, label) {
            seen[group.unwrap_or(OTHERS)].0.push((evidence, is_right));
        }
    }
    let Assembled { words, tagged, .. } = &assembled;
    let evidence = [1.0, 0.0, whole, f64::from(words.labels != *tagged)];
    seen[REFERENCES]
        .0
        .push((evidence, gold.are_all(&words.labels)));
}

impl Seen {
    /// The weights under which what was seen is most likely, by Newton's method; they are kept a little small.
    fn fitted(&self) -> Evidence {
        const ROUNDS: usize = 20;
        const RIDGE: f64 = 0.5;
        let mut weights = [0.0; 4];
        for _ in 0..ROUNDS {
            let mut gradient = weights.map(|weight| -RIDGE * weight);
            let mut curvature = [[0.0; 4]; 4];
            for (evidence, is_right) in &self.0 {
                let said = logistic(dot(&weights, evidence));
                for (row, value) in evidence.iter().enumerate() {
                    gradient[row] += (f64::from(*is_right) - said) * value;
                    for (column, other) in evidence.iter().enumerate() {
                        curvature[row][column] += said * (1.0 - said) * value * other;
                    }
                }
            }
            for (row, values) in curvature.iter_mut().enumerate() {
                values[row] += RIDGE;
            }
            let step = solve(curvature, gradient);
            for (weight, step) in weights.iter_mut().zip(step) {
                *weight += step;
            }
        }
        weights
    }

    /// What weights say of each value, and whether it is right.
    fn said_by(&self, weights: Evidence) -> impl Iterator<Item = (f32, bool)> {
        let said = move |evidence: &Evidence| probability(dot(&weights, evidence) as f32);
        self.0
            .iter()
            .map(move |(evidence, is_right)| (said(evidence), *is_right))
    }
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn dot(first: &Evidence, second: &Evidence) -> f64 {
    first.iter().zip(second).map(|(a, b)| a * b).sum()
}

/// Solves linear equations whose matrix is positive, by elimination.
fn solve(mut matrix: [[f64; 4]; 4], mut values: Evidence) -> Evidence {
    for pivot in 0..4 {
        let (row, value) = (matrix[pivot], values[pivot]);
        for below in pivot + 1..4 {
            let factor = matrix[below][pivot] / row[pivot];
            for (cell, above) in matrix[below].iter_mut().zip(row) {
                *cell -= factor * above;
            }
            values[below] -= factor * value;
        }
    }
    for row in (0..4).rev() {
        let known: f64 = (row + 1..4)
            .map(|column| matrix[row][column] * values[column])
            .sum();
        values[row] = (values[row] - known) / matrix[row][row];
    }
    values
}

/// What is said against what is right, in tenths, and the mean difference of both.
fn reliability(name: &str, said: &[(f32, bool)]) -> String {
    let mut table = format!("\n| said | {name} | right |\n| --- | --- | --- |\n");
    let mut error = 0.0;
    for tenth in 0u8..10 {
        let [from, to] = [tenth, tenth + 1].map(|tenth| f32::from(tenth) / 10.0);
        let is_in = |said: f32| said >= from && (said < to || tenth == 9);
        let bin: Vec<&(f32, bool)> = said.iter().filter(|(said, _)| is_in(*said)).collect();
        if bin.is_empty() {
            continue;
        }
        let count = bin.len() as f64;
        let mean = bin.iter().map(|(said, _)| f64::from(*said)).sum::<f64>() / count;
        let right = bin.iter().filter(|(_, is_right)| *is_right).count() as f64 / count;
        error += (mean - right).abs() * count / said.len() as f64;
        let _ = writeln!(table, "| {mean:.2} | {count} | {right:.2} |");
    }
    let _ = writeln!(table, "expected calibration error {error:.3}");
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_found_again() {
        // Log odds from -3 to 3, of which as many are right as half of them say.
        let mut seen = Seen::default();
        for step in -30..=30 {
            let odds = f64::from(step) / 10.0;
            let right = logistic(0.3 + 0.5 * odds) * 1000.0;
            let of = |idx: u16| ([1.0, odds, 0.0, 0.0], f64::from(idx) < right);
            seen.0.extend((0..1000).map(of));
        }
        let [constant, slope, ..] = seen.fitted();
        assert!((constant - 0.3).abs() < 0.02, "{constant}");
        assert!((slope - 0.5).abs() < 0.02, "{slope}");
    }
}
