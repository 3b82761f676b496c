//! Which of several ways to label a reference makes the better reference, as a whole.
//!
//! The model of words sees two words at once. Here each run of a label is looked at from end to end, and all runs together: how long
//! a title is, which words a container ends with, whether brackets close, what a reference with these fields lacks. A log-linear model
//! over such features chooses among the most likely paths (Collins 2000, discriminative reranking).

use super::{
    context::Context,
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
        let mut features = Vec::new();
        let mut best = (0, f32::MIN);
        for (idx, path) in paths.iter().enumerate().filter(|_| paths.len() > 1) {
            collect(context, &path.labels, &mut features);
            let of_single = if idx == single { self.of_single } else { 0.0 };
            let of_words = self.of_words * (path.score - first) as f32;
            let score = self.sum(&features) + of_words + of_single;
            if score > best.1 {
                best = (idx, score);
            }
        }
        Some(paths.swap_remove(best.0))
    }

    /// The sum of the weights of features.
    fn sum(&self, features: &[u16]) -> f32 {
        let weights = features
            .iter()
            .filter_map(|idx| self.weights.get(usize::from(*idx)));
        let steps: i32 = weights.map(|weight| i32::from(weight.cast_signed())).sum();
        steps as f32 * self.unit
    }
}

/// Words of one label, one behind the other.
#[derive(Debug, Clone, Copy)]
struct Run {
    label: Label,
    start: usize,
    end: usize,
}

/// Collects the features of a reference that is labelled so.
pub(crate) fn collect(context: &Context, labels: &[Label], out: &mut Vec<u16>) {
    out.clear();
    let mut add = |number: u64, value: u64| {
        out.push((mix(number, value) >> (u64::BITS - WEIGHTS.trailing_zeros())) as u16);
    };
    let mut before: Option<Run> = None;
    let mut second_before: Option<Run> = None;
    let mut counts = [0u8; Label::ALL.len()];
    let mut order = 0;
    for run in runs(labels) {
        let count = &mut counts[run.label as usize];
        *count = count.saturating_add(1);
        add(1, mix(run.label as u64, u64::from((*count).min(3))));
        run_features(context, run, &mut add);
        let label_before = before.map_or(99, |run| run.label as u64);
        let label_second = second_before.map_or(99, |run| run.label as u64);
        let gap = context.traits[run.start].gap.class as u64;
        add(2, mix3(label_before, run.label as u64, gap));
        add(3, mix3(label_second, label_before, run.label as u64));
        order = mix(order, run.label as u64);
        second_before = before;
        before = Some(run);
    }
    add(4, before.map_or(99, |run| run.label as u64));
    add(5, order);
    presence(&counts, &mut add);
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
fn run_features(context: &Context, run: Run, add: &mut impl FnMut(u64, u64)) {
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
    let inside = |idx: usize| {
        context
            .states
            .get(idx)
            .is_some_and(|state| state.in_quotation)
    };
    let before = run.start.checked_sub(1).is_some_and(inside);
    u64::from(before)
        | u64::from(inside(run.start)) << 1
        | u64::from(inside(run.end - 1)) << 2
        | u64::from(inside(run.end)) << 3
        | u64::from(context.has_quotation) << 4
}

/// How the run stands to brackets.
fn brackets(context: &Context, run: Run) -> u64 {
    let inside = |idx: usize| {
        context
            .states
            .get(idx)
            .is_some_and(|state| state.in_brackets)
    };
    let before = run.start.checked_sub(1).is_some_and(inside);
    u64::from(before)
        | u64::from(inside(run.start)) << 1
        | u64::from(inside(run.end - 1)) << 2
        | u64::from(inside(run.end)) << 3
}

/// Which fields are there together, and which lacks another.
fn presence(counts: &[u8; Label::ALL.len()], add: &mut impl FnMut(u64, u64)) {
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
    let count = |label: Label| counts[label as usize].min(2);
    let mut all = 0;
    for (idx, first) in MAIN.into_iter().enumerate() {
        all = mix(all, u64::from(count(first).min(1)));
        for second in &MAIN[idx + 1..] {
            let (here, there) = (u64::from(count(first)), u64::from(count(*second)));
            add(30, mix4(first as u64, *second as u64, here, there));
        }
    }
    add(31, all);
}
