//! Labelled references to measure by.

use std::{io, ops::Range, path::Path};

use super::{
    super::labels::Label,
    corpus,
    example::{Example, LabelSet, only},
};

/// The labels from which no field comes that is compared.
const MINOR: &[Label] = &[
    Label::Other,
    Label::Marker,
    Label::Number,
    Label::Note,
    Label::Genre,
    Label::Extent,
    Label::Identifier,
    Label::Edition,
];

/// A labelled reference.
pub(in crate::reference) struct Gold(Example);

impl Gold {
    /// Reads labelled references, whatever their licence: nothing is learnt from them but how sure to be.
    pub(in crate::reference) fn read(data: &Path) -> io::Result<Vec<Self>> {
        let samples = corpus::read_all(data)?;
        let examples = samples.iter().filter_map(Example::read);
        Ok(examples.map(Self).collect())
    }

    /// Its text.
    pub(in crate::reference) fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether words have a label in the data, and no word beside them has; none where the data leaves open which they have.
    pub(in crate::reference) fn is_run(&self, run: &Range<usize>, label: Label) -> Option<bool> {
        let allowed = &self.0.allowed;
        if run.clone().any(|idx| !allowed[idx].is_power_of_two()) {
            return None;
        }
        let same = same(label);
        let beside = [run.start.checked_sub(1), Some(run.end)];
        let is_longer = |idx: &usize| allowed.get(*idx) == Some(&only(label));
        let is_right = run.clone().all(|idx| allowed[idx] & same != 0)
            && !beside.iter().flatten().any(is_longer);
        Some(is_right)
    }

    /// Whether all words have such labels, but for those that no field comes from.
    pub(in crate::reference) fn are_all(&self, labels: &[Label]) -> bool {
        let minor = MINOR.iter().fold(0, |set, label| set | only(*label));
        let is_right = |(label, allowed): (&Label, &LabelSet)| {
            let set = only(*label);
            allowed & set != 0 || minor & set != 0 && allowed & minor != 0
        };
        labels.iter().zip(&self.0.allowed).all(is_right)
    }
}

/// The labels that are as good as a label: sources differ on what an address of a DOI is.
fn same(label: Label) -> LabelSet {
    match label {
        Label::Doi | Label::Url => only(Label::Doi) | only(Label::Url) | only(Label::Identifier),
        label => only(label),
    }
}
