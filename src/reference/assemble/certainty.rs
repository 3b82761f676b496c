//! How likely each value of a reference is right, and which one is doubtful.

use std::{collections::BTreeMap, ops::Range};

use serde::Serialize;

use super::{Assembled, Words, calibration, value};
use crate::reference::label::{Label, Marginals};

/// How likely the values of a reference are right, 0 to 1, by the names of their fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FieldConfidence(BTreeMap<&'static str, f32>);

impl FieldConfidence {
    /// The confidence in the values of a field, by its name in `Fields`.
    pub fn of(&self, field: &str) -> Option<f32> {
        self.0.get(field).copied()
    }

    /// The names of the fields that have values, with the confidence in them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, f32)> {
        self.0
            .iter()
            .map(|(field, confidence)| (*field, *confidence))
    }

    /// Lowers the confidence in a field to that in one of its values.
    fn lower(&mut self, field: &'static str, confidence: f32) {
        let lowest = self.0.entry(field).or_insert(1.0);
        *lowest = lowest.min(confidence);
    }
}

/// The value of a reference that is most doubtful.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// What it was taken for.
    pub label: Label,
    /// What else it, or a part of it, may be.
    pub instead: Label,
    /// The value as printed.
    pub text: String,
    /// How likely it is right, 0 to 1.
    pub confidence: f32,
}

/// How certain the values of a reference are.
#[derive(Debug, Clone, Default)]
pub(in crate::reference) struct Certainty {
    pub(in crate::reference) fields: FieldConfidence,
    pub(in crate::reference) doubt: Option<Doubt>,
}

/// Works out how certain the values of a reference are.
pub(super) fn certainty(assembled: &Assembled, marginals: &Marginals) -> Certainty {
    let Assembled {
        words,
        collected,
        probability,
        ..
    } = assembled;
    let mut certainty = Certainty::default();
    for (label, words_of_run, certain) in runs(assembled, marginals) {
        let confidence = calibration::of_field(label, certain, *probability);
        certainty.fields.lower(label.name(), confidence);
        let doubt = || doubt(words, words_of_run, marginals, confidence);
        let least = (certainty.doubt.as_ref()).map_or(1.0, |doubt| doubt.confidence);
        if can_be_doubted(label) && confidence < least {
            certainty.doubt = doubt().or(certainty.doubt);
        }
    }
    let volume = certainty.fields.of(Label::Volume.name());
    if let Some(volume) = volume.filter(|_| !collected.fields.issue.is_empty()) {
        // The issue may have been taken out of the volume.
        certainty
            .fields
            .0
            .entry(Label::Issue.name())
            .or_insert(volume);
    }
    certainty
}

/// The runs of labels that values come from, and what is known of each.
pub(super) fn runs(
    assembled: &Assembled,
    marginals: &Marginals,
) -> impl Iterator<Item = (Label, Range<usize>, RunEvidence)> {
    let Assembled { words, tagged, .. } = assembled;
    let mut start = 0;
    let runs = words.labels.chunk_by(PartialEq::eq).map(move |run| {
        let words_of_run = start..start + run.len();
        start = words_of_run.end;
        (run[0], words_of_run)
    });
    runs.filter(|(label, _)| !matches!(label, Label::Other | Label::Marker | Label::Extent))
        .map(move |(label, run)| {
            let evidence = in_run(words, tagged, &run, marginals);
            (label, run, evidence)
        })
}

/// What is known of one run of words.
#[derive(Debug, Clone, Copy)]
pub(super) struct RunEvidence {
    /// The probability of the run by the tagger, of its least likely word where a rule has mended it.
    pub(super) probability: f32,
    /// Whether a rule has mended labels in it.
    pub(super) is_mended: bool,
}

/// What is known of a run.
fn in_run(
    words: &Words,
    labels: &[Label],
    run: &Range<usize>,
    marginals: &Marginals,
) -> RunEvidence {
    let label = words.labels[run.start];
    let is_same = |idx: usize| labels[idx] == words.labels[idx];
    let is_bounded = |idx: Option<usize>| idx.is_none_or(|idx| idx >= labels.len() || is_same(idx));
    let is_mended = !run.clone().all(is_same)
        || !is_bounded(run.start.checked_sub(1))
        || !is_bounded(Some(run.end));
    let probability = if is_mended {
        let kept = run.clone().filter(|idx| is_same(*idx));
        kept.map(|idx| marginals.of(idx)[label.lane()])
            .fold(1.0, f32::min)
    } else {
        marginals.of_run(run.clone(), label)
    };
    RunEvidence {
        probability,
        is_mended,
    }
}

/// Whether a finding may call the values of a label doubtful; the others matter little or follow from their form.
fn can_be_doubted(label: Label) -> bool {
    matches!(
        label,
        Label::Author
            | Label::Organisation
            | Label::Editor
            | Label::Title
            | Label::Container
            | Label::Publisher
            | Label::Date
    )
}

/// What a run of words may be instead: the label that its words, and those beside it, most likely have else.
fn doubt(
    words: &Words,
    run: Range<usize>,
    marginals: &Marginals,
    confidence: f32,
) -> Option<Doubt> {
    /// A likelihood below this, added up over words, is none.
    const LEAST: f32 = 0.1;
    let label = words.labels[run.start];
    let mut others = vec![0.0; Label::ALL.len()];
    for idx in run.clone() {
        for (sum, probability) in others.iter_mut().zip(marginals.of(idx)) {
            *sum += probability;
        }
    }
    // A word beside the run that may belong to it puts in doubt where it ends.
    for idx in [run.start.checked_sub(1), Some(run.end)]
        .into_iter()
        .flatten()
    {
        if let Some(beside) = words.labels.get(idx) {
            others[beside.lane()] += marginals.of(idx)[label.lane()];
        }
    }
    let named = |other: &&Label| {
        !matches!(other, Label::Other | Label::Marker) && other.name() != label.name()
    };
    let instead = *(Label::ALL.iter())
        .filter(named)
        .max_by(|first, second| others[first.lane()].total_cmp(&others[second.lane()]))?;
    (others[instead.lane()] >= LEAST).then(|| Doubt {
        label,
        instead,
        text: value::printed(words, run),
        confidence,
    })
}
