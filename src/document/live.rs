//! Stretches of a text made into fields that a program keeps, such as live citations.

use crate::span::Span;

/// What shall become a field; the text that it shows stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewField {
    /// The bytes of the view that it shows.
    pub span: Span,
    /// Whether it is a list of whole paragraphs; else it lies within one.
    pub is_list: bool,
    /// What a reference manager keeps in it, without the word that Word puts before it: `ZOTERO_ITEM CSL_CITATION {…}`.
    pub code: String,
}

/// A property of a file that a program has put there, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// `ZOTERO_PREF_1`
    pub name: String,
    /// Its value, a text.
    pub value: String,
}

/// Splices of one part of a file, by its number.
pub(super) type Splices = Vec<(usize, Span, String)>;
