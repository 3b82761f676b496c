//! Which of several ways to label a reference makes the better reference, as a whole.
//!
//! The model of words sees two words at once. Here each run of a label is looked at from end to end, and all runs together: how long
//! a title is, which words a container ends with, whether brackets close, what a reference with these fields lacks. A log-linear model
//! over such features chooses among the most likely paths (Collins 2000, discriminative reranking).

use super::{
    context::{Context, State},
    decode::Path,
    gap::GapClass,
    hash::{mix, mix3, mix4},
    labels::Label,
    traits::Traits,
};

/// The number of weights; features that share one meet seldom enough.
pub(crate) const WEIGHTS: usize = 1 << 15;

/// The ways to label one reference that are worth a second look.
#[derive(Debug)]
pub(crate) struct Candidates {
    /// The ways, the most likely first.
    pub(crate) paths: Vec<Path>,
    /// Which of them has its runs made single.
    pub(crate) single: usize,
}

/// The weights, in place in the model file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WholeModel<'a> {
    /// The weight of one step.
    pub(crate) unit: f32,
    /// The weight of the log probability of the words.
    pub(crate) of_words: f32,
    /// The weight of single runs.
    pub(crate) of_single: f32,
    /// The weights of features, in steps from -128 to 127.
    pub(crate) weights: &'a [u8],
}

impl WholeModel<'_> {
    /// The best of the ways to label a reference; the first of several as good.
    pub(crate) fn choose(&self, context: &Context, candidates: Candidates) -> Option<Path> {
        let Candidates { mut paths, single } = candidates;
        let first = paths.first()?.score;
        let mut features = Vec::with_capacity(256);
        let mut seen = SeenRuns::default();
        let mut seen_counts: Option<(Counts, i32)> = None;
        let mut best = (0, f32::MIN);
        for (idx, path) in paths.iter().enumerate().filter(|_| paths.len() > 1) {
            let mut steps = 0;
            let counts = collect_with(context, &path.labels, &mut features, |run, _| {
                steps += seen.get(run, |features| {
                    run_features(context, run, features);
                    self.steps(features)
                });
            });
            steps += self.steps(&features);
            // Most ways to label a reference have the same fields.
            steps += match seen_counts {
                Some((seen, steps)) if seen == counts => steps,
                _ => {
                    features.clear();
                    presence(&counts, &mut features);
                    let steps = self.steps(&features);
                    seen_counts = Some((counts, steps));
                    steps
                }
            };
            let of_single = if idx == single { self.of_single } else { 0.0 };
            let of_words = self.of_words * (path.score - first) as f32;
            let score = steps as f32 * self.unit + of_words + of_single;
            if score > best.1 {
                best = (idx, score);
            }
        }
        Some(paths.swap_remove(best.0))
    }

    /// The sum of the weights of features, in steps.
    fn steps(&self, features: &[u16]) -> i32 {
        let weights = features
            .iter()
            .filter_map(|idx| self.weights.get(usize::from(*idx)));
        weights.map(|weight| i32::from(weight.cast_signed())).sum()
    }
}

/// Words of one label, one behind the other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Run {
    start: usize,
    end: usize,
    label: Label,
}

/// What the features of runs add up to: the ways to label a reference have most of their runs in common.
#[derive(Debug, Default)]
struct SeenRuns {
    runs: Vec<(Run, i32)>,
    features: Vec<u16>,
}

impl SeenRuns {
    /// The sum of a run, which is worked out, in an empty list of features, if the run was not seen.
    fn get(&mut self, run: Run, work_out: impl FnOnce(&mut Vec<u16>) -> i32) -> i32 {
        if let Some((_, steps)) = self.runs.iter().find(|(seen, _)| *seen == run) {
            return *steps;
        }
        self.features.clear();
        let steps = work_out(&mut self.features);
        self.runs.push((run, steps));
        steps
    }
}

/// The place of a feature among the weights.
const fn feature(number: u64, value: u64) -> u16 {
    (mix(number, value) >> (u64::BITS - WEIGHTS.trailing_zeros())) as u16
}

/// Collects the features of a reference that is labelled so.
#[cfg(feature = "train")]
pub(crate) fn collect(context: &Context, labels: &[Label], out: &mut Vec<u16>) {
    let counts = collect_with(context, labels, out, |run, out| {
        run_features(context, run, out);
    });
    presence(&counts, out);
}

/// How many runs each of [`MAIN`] has: none, one, or more.
type Counts = [u8; MAIN.len()];

/// Collects the features of a reference but for those inside runs, which `of_run` may add, and those of the presence of labels;
/// returns which labels are present.
fn collect_with(
    context: &Context,
    labels: &[Label],
    out: &mut Vec<u16>,
    mut of_run: impl FnMut(Run, &mut Vec<u16>),
) -> Counts {
    out.clear();
    let mut before: Option<Run> = None;
    let mut second_before: Option<Run> = None;
    let mut counts = [0u8; Label::ALL.len()];
    let mut order = 0;
    for run in runs(labels) {
        let count = &mut counts[run.label as usize];
        *count = count.saturating_add(1);
        out.push(feature(
            1,
            mix(run.label as u64, u64::from((*count).min(3))),
        ));
        of_run(run, out);
        let label_before = before.map_or(99, |run| run.label as u64);
        let label_second = second_before.map_or(99, |run| run.label as u64);
        let gap = context.traits[run.start].gap.class as u64;
        out.push(feature(2, mix3(label_before, run.label as u64, gap)));
        out.push(feature(
            3,
            mix3(label_second, label_before, run.label as u64),
        ));
        order = mix(order, run.label as u64);
        second_before = before;
        before = Some(run);
    }
    out.push(feature(4, before.map_or(99, |run| run.label as u64)));
    out.push(feature(5, order));
    MAIN.map(|label| counts[label as usize].min(2))
}

/// The runs of labels that are kept.
fn runs(labels: &[Label]) -> impl Iterator<Item = Run> {
    let mut start = 0;
    labels
        .chunk_by(PartialEq::eq)
        .map(move |chunk| {
            let run = Run {
                label: chunk[0],
                start,
                end: start + chunk.len(),
            };
            start = run.end;
            run
        })
        .filter(|run| !matches!(run.label, Label::Other | Label::Marker))
}

/// What is seen of one run.
fn run_features(context: &Context, run: Run, out: &mut Vec<u16>) {
    let mut add = |number, value| out.push(feature(number, value));
    let label = run.label as u64;
    let words = &context.traits[run.start..run.end];
    let (first, last) = (&words[0], &words[words.len() - 1]);
    let after = context.traits.get(run.end).unwrap_or(&Traits::NONE);
    let gaps = mix(first.gap.class as u64, after.gap.class as u64);
    add(10, mix(label, length_class(words.len())));
    add(13, mix(label, gaps));
    add(14, mix3(label, first.profile(), last.profile()));
    add(15, mix(label, inner_gaps(words)));
    add(16, mix3(label, numbers(words), length_class(words.len())));
    add(17, mix(label, quotation(context, run)));
    add(18, mix(label, brackets(context, run)));
    add(19, mix3(label, first.class as u64, last.class as u64));
    if words.len() <= 4 {
        let all = words.iter().fold(0, |all, word| mix(all, word.shape));
        add(23, mix(label, all));
    }
    let capitals = words.iter().filter(|word| word.profile() & 3 != 0).count();
    add(
        25,
        mix3(
            label,
            length_class(words.len()),
            (capitals * 4 / words.len()) as u64,
        ),
    );
}

/// Lengths that matter, from 0 up.
fn length_class(length: usize) -> u64 {
    match length {
        0..=5 => length as u64,
        6..=8 => 6,
        9..=12 => 7,
        13..=18 => 8,
        19..=28 => 9,
        _ => 10,
    }
}

/// How many strong gaps are inside, by kind.
fn inner_gaps(words: &[Traits]) -> u64 {
    let count = |wanted: &[GapClass]| {
        let gaps = words[1..].iter().map(|word| word.gap.class);
        gaps.filter(|gap| wanted.contains(gap)).count().min(3) as u64
    };
    let stops = count(&[
        GapClass::StopAndMore,
        GapClass::StopOpening,
        GapClass::ClosingStop,
    ]);
    let commas = count(&[
        GapClass::Comma,
        GapClass::Semicolon,
        GapClass::ClosingComma,
        GapClass::CommaOpening,
    ]);
    let colons = count(&[GapClass::Colon, GapClass::ClosingColon]);
    stops | commas << 2 | colons << 4
}

/// How many numbers are inside, and whether one is a year.
fn numbers(words: &[Traits]) -> u64 {
    let count = words.iter().filter(|word| word.number.is_some()).count();
    let years = words
        .iter()
        .any(|word| word.number == super::traits::NumberClass::Year);
    count.min(3) as u64 | u64::from(years) << 2
}

/// How the run stands to quotation marks.
fn quotation(context: &Context, run: Run) -> u64 {
    let around = around(context, run, |state| state.in_quotation);
    around | u64::from(context.has_quotation) << 4
}

/// How the run stands to brackets.
fn brackets(context: &Context, run: Run) -> u64 {
    around(context, run, |state| state.in_brackets)
}

/// Whether something holds of the word before the run, of its first and last words, and of the word behind it: a bit each.
fn around(context: &Context, run: Run, holds: impl Fn(&State) -> bool) -> u64 {
    let at = |idx: usize| context.states.get(idx).is_some_and(&holds);
    let before = run.start.checked_sub(1).is_some_and(at);
    u64::from(before)
        | u64::from(at(run.start)) << 1
        | u64::from(at(run.end - 1)) << 2
        | u64::from(at(run.end)) << 3
}

/// The labels whose presence is looked at, two by two.
const MAIN: [Label; 12] = [
    Label::Author,
    Label::Organisation,
    Label::Editor,
    Label::Title,
    Label::Container,
    Label::Publisher,
    Label::Location,
    Label::Date,
    Label::Volume,
    Label::Issue,
    Label::Pages,
    Label::Genre,
];

/// How many pairs of different labels of `MAIN` there are.
const PAIRS: usize = MAIN.len() * (MAIN.len() - 1) / 2;

/// The features of each pair of labels, by how many runs they have: none, one, or more.
static PRESENCE: [[[u16; 3]; 3]; PAIRS] = {
    let mut features = [[[0; 3]; 3]; PAIRS];
    let mut pair = 0;
    let mut first = 0;
    while first < MAIN.len() {
        let mut second = first + 1;
        while second < MAIN.len() {
            let mut counts = 0;
            while counts < 9 {
                let (here, there) = (counts / 3, counts % 3);
                let labels = (MAIN[first] as u64, MAIN[second] as u64);
                let value = mix4(labels.0, labels.1, here as u64, there as u64);
                features[pair][here][there] = feature(30, value);
                counts += 1;
            }
            pair += 1;
            second += 1;
        }
        first += 1;
    }
    features
};

/// Which fields are there together, and which lacks another.
fn presence(counts: &Counts, out: &mut Vec<u16>) {
    let counts = counts.map(usize::from);
    let mut features = [0; PAIRS];
    let mut pair = 0;
    for (idx, here) in counts.iter().enumerate() {
        for there in &counts[idx + 1..] {
            features[pair] = PRESENCE[pair][*here][*there];
            pair += 1;
        }
    }
    out.extend_from_slice(&features);
    let all = (counts.iter()).fold(0, |all, count| mix(all, (*count).min(1) as u64));
    out.push(feature(31, all));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_of_labels_has_its_feature() {
        let mut counts = [0; MAIN.len()];
        for (count, label) in counts.iter_mut().zip(MAIN) {
            *count = match label {
                Label::Title => 1,
                Label::Pages => 2,
                _ => 0,
            };
        }
        let mut features = Vec::new();
        presence(&counts, &mut features);
        assert_eq!(features.len(), PAIRS + 1);
        let value = mix4(Label::Title as u64, Label::Pages as u64, 1, 2);
        assert!(features.contains(&feature(30, value)));
        let last = mix4(Label::Pages as u64, Label::Genre as u64, 2, 0);
        assert_eq!(features[PAIRS - 1], feature(30, last));
    }

    #[test]
    fn a_run_is_worked_out_once() {
        let mut seen = SeenRuns::default();
        let run = |label| Run {
            start: 2,
            end: 5,
            label,
        };
        assert_eq!(seen.get(run(Label::Title), |_| 7), 7);
        assert_eq!(seen.get(run(Label::Title), |_| 8), 7);
        assert_eq!(seen.get(run(Label::Container), |_| 8), 8);
    }
}
