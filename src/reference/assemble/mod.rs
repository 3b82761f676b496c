//! From labelled words to printed fields and to a [`Work`].

mod borders;
mod brackets;
mod calibration;
mod capitals;
mod certainty;
mod collect;
mod date;
mod decisions;
mod designations;
mod documents;
mod entry_type;
mod fields;
mod films;
mod forms;
mod given_names;
mod identifiers;
mod kind_words;
mod laws;
#[cfg(test)]
mod letters;
mod name_words;
mod names;
mod organisations;
mod remarks;
mod repair;
mod value;
mod work;

use std::ops::Range;

use crate::{
    reference::label::{Label, Labelled, Marginals, lower::LowerWords, token::Token},
    span::Span,
    work::Work,
};

#[cfg(feature = "train")]
pub(super) use self::calibration::fit::fit as fit_calibration;
pub(super) use self::certainty::Certainty;
use self::collect::Collected;
pub use self::{
    certainty::{Doubt, FieldConfidence},
    fields::{Fields, PrintedName, Values},
};

/// The words of a reference with labels, while they are read.
struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    labels: Vec<Label>,
    lower: LowerWords,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, labelled: Labelled) -> Self {
        Self {
            text,
            tokens: labelled.tokens,
            labels: labelled.labels,
            lower: labelled.lower,
        }
    }

    /// How many words there are.
    fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A word as printed.
    fn printed(&self, idx: usize) -> &'a str {
        self.tokens
            .get(idx)
            .map_or("", |token| token.text(self.text))
    }

    /// A word in lower case.
    fn lower(&self, idx: usize) -> &str {
        self.lower.get(idx)
    }

    /// What stands before a word; for the number of words, what stands behind the last.
    fn gap(&self, idx: usize) -> &'a str {
        let start = match idx.checked_sub(1) {
            Some(before) => self.tokens.get(before).map_or(0, |token| token.span.end),
            None => 0,
        };
        self.text
            .get(start..self.end_of_gap(idx))
            .unwrap_or_default()
    }

    /// Where the gap before a word ends; for the number of words, the end of the reference.
    fn end_of_gap(&self, idx: usize) -> usize {
        self.tokens
            .get(idx)
            .map_or(self.text.len(), |token| token.span.start)
    }
}

/// The next run of a label from a word on.
fn next_run(words: &Words, from: usize, label: Label) -> Option<Range<usize>> {
    let start = (from..words.len()).find(|idx| words.labels[*idx] == label)?;
    let end = (start..words.len())
        .find(|idx| words.labels[*idx] != label)
        .unwrap_or(words.len());
    Some(start..end)
}

/// A reference whose values are collected.
pub(super) struct Assembled<'a> {
    words: Words<'a>,
    collected: Collected,
    /// The labels before the repair.
    tagged: Vec<Label>,
    /// The probability of exactly those.
    probability: f32,
}

impl Assembled<'_> {
    /// Whether it has no word.
    pub(super) fn is_empty(&self) -> bool {
        self.words.len() == 0
    }

    /// The work that it describes.
    pub(super) fn work(&self) -> Work {
        work::work(&self.words, &self.collected)
    }

    /// Which part of it is what.
    pub(super) fn segments(&self) -> Vec<(Label, Span)> {
        segments(&self.words)
    }

    /// How likely all of it is right, 0 to 1.
    pub(super) fn confidence(&self) -> f32 {
        /// A word, a heading or a sentence may be labelled with certainty, and is no reference for that; nor is what was meant
        /// for LaTeX.
        const MOST_OF_FRAGMENT: f32 = 0.4;
        let is_mended = self.words.labels != self.tagged;
        let confidence = calibration::of_reference(self.probability, is_mended);
        let is_fragment = self.collected.fields.n_parts() < 2;
        if is_fragment || has_commands(self.words.text) {
            confidence.min(MOST_OF_FRAGMENT)
        } else {
            confidence
        }
    }

    /// How certain each value is.
    pub(super) fn certainty(&self, marginals: &Marginals) -> Certainty {
        certainty::certainty(self, marginals)
    }

    /// Its values as printed.
    pub(super) fn into_fields(self) -> Fields {
        self.collected.fields
    }
}

/// Whether a text holds commands of LaTeX, `\emph` or `\cite`, of which nobody took the meaning; accents are none.
fn has_commands(text: &str) -> bool {
    const SEVERAL: usize = 2;
    let is_command = |rest: &&str| {
        let letters = rest.bytes().take_while(u8::is_ascii_lowercase);
        letters.count() >= 2
    };
    text.contains('\\') && text.split('\\').skip(1).filter(is_command).count() >= SEVERAL
}

/// Puts a reference together from its labelled words.
pub(super) fn assemble(text: &str, labelled: Labelled) -> Assembled<'_> {
    let tagged = labelled.labels.clone();
    let probability = labelled.probability;
    let mut words = Words::new(text, labelled);
    repair::repair(&mut words);
    forms::mend(&mut words);
    brackets::mend(&mut words);
    borders::mend(&mut words);
    documents::mend(&mut words);
    laws::mend(&mut words);
    decisions::label_decision(&mut words);
    films::mend(&mut words);
    Assembled {
        collected: collect::collect(&words),
        words,
        tagged,
        probability,
    }
}

/// The runs of labels, markers counted to their values; together they cover the reference.
fn segments(words: &Words) -> Vec<(Label, Span)> {
    let labels = repair::absorb_markers(words);
    let mut segments: Vec<(Label, Span)> = Vec::new();
    for (token, label) in words.tokens.iter().zip(labels) {
        match segments.last_mut() {
            Some((last, _)) if *last == label => {}
            _ => {
                let start = if segments.is_empty() {
                    0
                } else {
                    token.span.start
                };
                segments.push((label, Span::at(start)));
            }
        }
    }
    let mut end = words.text.len();
    for (_, span) in segments.iter_mut().rev() {
        span.end = end;
        end = span.start;
    }
    segments
        .into_iter()
        .map(|(label, span)| (label, span.trim(words.text)))
        .collect()
}
