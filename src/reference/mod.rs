//! The printed reference list: found, split into references, each read as a [`Work`].
//!
//! `list` finds the lists and divides them, `label` tags the words of one reference, `assemble` makes the work.

mod assemble;
mod filing;
mod footnotes;
pub mod label;
mod list;
mod many;
mod months;
mod parse;
mod read;
mod repeated;
mod short_label;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub(crate) use self::months::month_number as month;
pub use self::{
    assemble::{Doubt, FieldConfidence, Fields, PrintedName, Values},
    filing::{Convention, Filed, filed_under},
    footnotes::in_footnotes,
    label::Label,
    many::read_each,
    parse::{LabelLine, Labels, Parsed, Parser, parse},
    read::{content_of, read, works},
    repeated::repeats_author,
};
use crate::{span::Span, work::Work};

/// One item of a printed reference list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reference {
    /// Its bytes in the paper, from its first to its last visible character (a list number before it included).
    pub span: Span,
    /// What it says.
    pub work: Work,
    /// Its values as printed.
    pub fields: Fields,
    /// How likely all of `work` is right, 0 to 1.
    pub confidence: f32,
    /// How likely each field is right.
    pub field_confidence: FieldConfidence,
    /// The value that is most doubtful.
    #[serde(skip)]
    pub doubt: Option<Doubt>,
}

/// Where a printed reference list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct List {
    /// The line that heads it, without white space around it; none where the list was found by its looks.
    pub heading: Option<Span>,
    /// From the first byte of the first reference to the last byte of the last.
    pub span: Span,
}

/// All references of a paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct References {
    /// The lists, in the order of the text; most papers have one.
    pub lists: Vec<List>,
    /// The references of all lists, in the order of the text.
    pub items: Vec<Reference>,
}

impl References {
    /// Where the lists stand.
    pub fn list_spans(&self) -> Vec<Span> {
        self.lists.iter().map(|list| list.span).collect()
    }
}
