//! One reference string, read as a whole.

use serde::Serialize;

use super::{
    assemble::{Fields, assemble},
    label::{self, Label},
};
use crate::{span::Span, work::Work};

/// What one reference says.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The work that it describes.
    pub work: Work,
    /// Its values as printed.
    pub fields: Fields,
    /// Which part of it is what, in order; all that is visible belongs to one.
    pub segments: Vec<(Label, Span)>,
    /// How likely all of it is right, 0 to 1.
    pub confidence: f32,
}

/// Reads one reference, which may be broken into lines and begin with a number or a bullet.
///
/// Text that is no reference gives what it seems to say, with a low confidence.
pub fn parse(text: &str) -> Parsed {
    let labelled = label::label(text);
    let confidence = labelled.probability;
    let assembled = assemble(text, labelled);
    Parsed {
        work: assembled.work,
        fields: assembled.fields,
        segments: assembled.segments,
        confidence,
    }
}

/// What `parse --format labels` prints of a reference.
#[derive(Debug, Clone, Serialize)]
pub struct LabelLine<'a> {
    /// Its values as printed.
    pub fields: &'a Fields,
    /// The names of labels and the text that they stand for; together all that is visible.
    pub segments: Vec<(&'static str, &'a str)>,
    /// How likely all of it is right, 0 to 1.
    pub confidence: f32,
}

impl Parsed {
    /// What `parse --format labels` prints; `text` is the reference that was read.
    pub fn label_line<'a>(&'a self, text: &'a str) -> LabelLine<'a> {
        let named = |(label, span): &(Label, Span)| (label.name(), span.slice(text));
        LabelLine {
            fields: &self.fields,
            segments: self.segments.iter().map(named).collect(),
            confidence: self.confidence,
        }
    }
}
