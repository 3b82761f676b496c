//! One run for each label: most references name a title, a container or a list of authors once.
//!
//! Where the best path has two runs of such a label, paths are sought in which one of the runs has another label, or in which the
//! words between two runs have it as well. The best of them is taken if it is hardly less likely. Worth 0.5 points of references
//! that are right as a whole.

use std::ops::Range;

use super::{
    decode::{Lattice, Path, Ways},
    labels::{LANES, Label},
    lanes::Lanes,
};

/// The labels of which one run is expected, the most disturbing first.
const SINGLE: [Label; 9] = [
    Label::Title,
    Label::Author,
    Label::Container,
    Label::Pages,
    Label::Volume,
    Label::Publisher,
    Label::Location,
    Label::Editor,
    Label::Date,
];

/// The loss of log probability that all changes together may cost; measured on the development set, 3 to 5 are as good.
const BUDGET: f64 = 4.0;

/// What has more runs of one label is no reference but a text, and the time would grow with the square of its length.
const MOST_RUNS: usize = 16;

/// What some words may be labelled.
#[derive(Debug, Clone)]
struct Constraint {
    words: Range<usize>,
    label: Label,
    /// Whether the label is the only one allowed, or the only one not allowed.
    required: bool,
}

impl Constraint {
    fn apply(&self, idx: usize, potentials: &mut Lanes) {
        if !self.words.contains(&idx) {
            return;
        }
        let lane = self.label.lane();
        if self.required {
            let kept = potentials[lane].max(f32::MIN_POSITIVE);
            *potentials = Lanes::default();
            potentials[lane] = kept;
        } else {
            potentials[lane] = 0.0;
        }
    }
}

/// Makes single the runs of a path where that is hardly less likely; `ways` is memory for the search.
pub(crate) fn with_single_runs(lattice: &Lattice, ways: &mut Ways, best: Path) -> Path {
    const MOST_ROUNDS: usize = 6;
    let mut path = best;
    let mut search = Search {
        lattice,
        ways,
        constraints: Vec::new(),
    };
    let mut given_up: Vec<Label> = Vec::new();
    let mut budget = BUDGET;
    for _ in 0..MOST_ROUNDS {
        let Some((label, runs)) = repeated_label(&path.labels, &given_up) else {
            break;
        };
        match search.best_repair(label, &runs, path.score - budget) {
            Some((repaired, constraint)) => {
                budget -= path.score - repaired.score;
                path = repaired;
                search.constraints.push(constraint);
            }
            None => given_up.push(label),
        }
    }
    path
}

/// The first label with more than one run, though not too many, and its runs.
fn repeated_label(labels: &[Label], given_up: &[Label]) -> Option<(Label, Vec<Range<usize>>)> {
    let mut n_runs = [0usize; LANES];
    for run in labels.chunk_by(PartialEq::eq) {
        n_runs[run[0].lane()] += 1;
    }
    SINGLE
        .into_iter()
        .find(|label| (2..=MOST_RUNS).contains(&n_runs[label.lane()]) && !given_up.contains(label))
        .map(|label| (label, runs_of(labels, label)))
}

/// The runs of a label.
fn runs_of(labels: &[Label], label: Label) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (idx, _) in labels
        .iter()
        .enumerate()
        .filter(|(_, other)| **other == label)
    {
        match runs.last_mut() {
            Some(run) if run.end == idx => run.end = idx + 1,
            _ => runs.push(idx..idx + 1),
        }
    }
    runs
}

/// The search for a path with fewer runs.
struct Search<'s, 'm> {
    lattice: &'s Lattice<'m>,
    ways: &'s mut Ways,
    /// What was decided before.
    constraints: Vec<Constraint>,
}

impl Search<'_, '_> {
    /// The most likely path with fewer runs of a label and a score above `least`, and the constraint that makes it so.
    fn best_repair(
        &mut self,
        label: Label,
        runs: &[Range<usize>],
        least: f64,
    ) -> Option<(Path, Constraint)> {
        let without = runs.iter().cloned().map(|words| (words, false));
        let joined = (runs.windows(2)).map(|pair| (pair[0].end..pair[1].start, true));
        let mut best: Option<(Path, Constraint)> = None;
        for (words, required) in without.chain(joined) {
            let constraint = Constraint {
                words,
                label,
                required,
            };
            let least = best.as_ref().map_or(least, |(path, _)| path.score);
            let Some(path) = self.path_with(&constraint, least) else {
                continue;
            };
            if runs_of(&path.labels, label).len() < runs.len() {
                best = Some((path, constraint));
            }
        }
        best
    }

    /// The best path under one constraint more, if its score is above `least`.
    fn path_with(&mut self, constraint: &Constraint, least: f64) -> Option<Path> {
        let constraints = || self.constraints.iter().chain([constraint]);
        let first = constraints().map(|constraint| constraint.words.start).min();
        let constrain = |idx: usize, potentials: &mut Lanes| {
            for constraint in constraints() {
                constraint.apply(idx, potentials);
            }
        };
        let score = self
            .lattice
            .find_ways(self.ways, first.unwrap_or_default(), constrain);
        (score > least).then(|| Path {
            labels: self.lattice.trace(self.ways),
            score,
        })
    }
}
