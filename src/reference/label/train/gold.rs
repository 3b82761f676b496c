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

    /// Whether words have a label in the data, and no word beside them has.
    pub(in crate::reference) fn is_run(&self, run: &Range<usize>, label: Label) -> bool {
        let allowed = &self.0.allowed;
        let beside = [run.start.checked_sub(1), Some(run.end)];
        let is_longer = |idx: &usize| allowed.get(*idx) == Some(&only(label));
        run.clone().all(|idx| allowed[idx] & only(label) != 0)
            && !beside.iter().flatten().any(is_longer)
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
