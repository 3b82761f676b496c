//! From a labelled reference to the labels that each of its words may have.
//!
//! Sources differ in what they label. Where one leaves a field out, its words may have any label that the source does not use.

use super::{super::labels::Label, align::Words, corpus::Sample};

/// A set of labels, a bit each.
pub(crate) type LabelSet = u32;

/// The set of one label.
pub(crate) const fn only(label: Label) -> LabelSet {
    1 << label as u32
}

/// All labels.
const ALL: LabelSet = (1 << Label::ALL.len()) - 1;

/// A reference to learn from.
pub(crate) struct Example {
    /// Its text.
    pub(crate) text: String,
    /// The labels that each word may have; never none.
    pub(crate) allowed: Vec<LabelSet>,
}

impl Example {
    /// Whether each word has one label.
    pub(crate) fn is_certain(&self) -> bool {
        self.allowed.iter().all(|set| set.is_power_of_two())
    }

    /// Lets words have other labels besides.
    pub(crate) fn allow(&mut self, others: &[LabelSet]) {
        for (allowed, others) in self.allowed.iter_mut().zip(others) {
            *allowed |= others;
        }
    }

    /// Reads a labelled reference; none where it gives no positions.
    pub(crate) fn read(sample: &Sample) -> Option<Self> {
        let mut words = Words::align(sample)?;
        if sample.labels_whole_tokens() {
            words.divide_numbers(&sample.fields);
        }
        words.mark_markers(sample.labels_whole_tokens());
        words.join_conjunctions();
        let people_known = words.mark_organisations(sample);
        let scope = scope(sample);
        let allowed = words
            .labels()
            .map(|label| allowed(label, scope, people_known))
            .collect();
        Some(Self {
            text: sample.text.clone(),
            allowed,
        })
    }
}

/// The labels that a source uses.
fn scope(sample: &Sample) -> LabelSet {
    let Some(fields) = &sample.scope else {
        return ALL;
    };
    fields
        .iter()
        .map(|field| only(label_named(field)))
        .fold(only(Label::Other), |set, label| set | label)
}

/// The labels that a word may have which is labelled so in a source with such a scope.
fn allowed(label: Label, scope: LabelSet, people_known: bool) -> LabelSet {
    let free = ((ALL & !scope) | only(Label::Other)) & !only(Label::Organisation);
    let is_free = label == Label::Other
        || scope & only(label) == 0 && !matches!(label, Label::Marker | Label::Organisation);
    let set = if scope != ALL && is_free {
        free
    } else {
        only(label)
    };
    if label == Label::Author && !people_known {
        set | only(Label::Organisation)
    } else {
        set
    }
}

/// The label for a name in the data.
pub(crate) fn label_named(name: &str) -> Label {
    match name {
        "chapter" => Label::Title,
        "isbn" => Label::Identifier,
        "director" | "producer" => Label::Note,
        "locator" => Label::Extent,
        _ => Label::ALL
            .iter()
            .copied()
            .filter(|label| !matches!(label, Label::Marker | Label::Organisation))
            .find(|label| label.name() == name)
            .unwrap_or_default(),
    }
}
