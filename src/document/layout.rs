//! What a word processor knows of a text beyond its letters: headings, the styles of a bibliography, and text that a program keeps.

use crate::span::Span;

/// Hints that the file gives; all spans are of the text view, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Paragraphs in a style for headings.
    pub headings: Vec<Span>,
    /// Paragraphs in a style for the entries of a bibliography.
    pub bibliography: Vec<Span>,
    /// Text that a program writes, citations of a reference manager above all.
    pub fields: Vec<Field>,
}

/// Visible text that a program writes anew when it likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The text; a field of several paragraphs has one span for each.
    pub span: Span,
    /// What it is.
    pub kind: FieldKind,
}

/// What the text of a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A live citation.
    Citation(Manager),
    /// A live list of references.
    Bibliography(Manager),
    /// A table of contents, of figures, or an index.
    Contents,
}

/// The program that a live citation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manager {
    /// Zotero and Juris-M.
    Zotero,
    /// Mendeley Desktop and Mendeley Cite.
    Mendeley,
    /// `EndNote`.
    EndNote,
    /// Citavi.
    Citavi,
    /// The bibliography of Word itself.
    Word,
    /// The bibliography of `LibreOffice` itself.
    LibreOffice,
    /// Another one: `RefWorks`, Reference Manager, Papers, `NoteExpress`.
    Other,
}
