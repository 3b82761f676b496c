//! What can be wrong with a .bib file.

use std::fmt;

use crate::span::Span;

/// Something that stops a part of a .bib file from being read as it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ProblemKind,
}

/// The kinds of problems; each is shown as a sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A block without its closing delimiter.
    Unclosed,
    /// A value without its closing delimiter.
    UnclosedValue,
    /// An entry without a key.
    MissingKey,
    /// A key with white space in it.
    SpaceInKey,
    /// Two fields without a comma between them.
    MissingComma,
    /// A field name without `=`.
    MissingEquals,
    /// A field name and `=` without a value.
    MissingValue,
    /// A value without delimiters that is neither a number nor a macro.
    BareValue,
    /// Quotation marks within a value in quotation marks.
    QuoteInQuotes,
    /// Text that belongs to no field.
    StrayText,
    /// A field that comes twice; the first counts.
    DuplicateField(String),
    /// A macro that no `@string` defines.
    UnknownMacro(String),
    /// LaTeX that cannot be read; the text was taken without it.
    BadLatex(String),
    /// A date in no form known here.
    BadDate(String),
    /// A parent that the file does not have.
    MissingParent(String),
    /// An entry that is its own ancestor.
    CyclicParent(String),
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => f.write_str("the closing brace of this entry is missing"),
            Self::UnclosedValue => f.write_str("this value is not closed"),
            Self::MissingKey => f.write_str("this entry has no key"),
            Self::SpaceInKey => f.write_str("a key cannot hold white space"),
            Self::MissingComma => f.write_str("a comma is missing here"),
            Self::MissingEquals => f.write_str("`=` is missing behind this name"),
            Self::MissingValue => f.write_str("this field has no value"),
            Self::BareValue => f.write_str("this value needs braces around it"),
            Self::QuoteInQuotes => {
                f.write_str("quotation marks within quotation marks need braces around them")
            }
            Self::StrayText => f.write_str("this text belongs to no field"),
            Self::DuplicateField(name) => write!(f, "the field `{name}` comes twice"),
            Self::UnknownMacro(name) => write!(f, "no `@string` defines `{name}`"),
            Self::BadLatex(name) => write!(f, "the LaTeX in `{name}` cannot be read"),
            Self::BadDate(text) => write!(f, "`{text}` is no date that biblatex knows"),
            Self::MissingParent(key) => write!(f, "there is no entry `{key}` to inherit from"),
            Self::CyclicParent(key) => write!(f, "this entry inherits from itself through `{key}`"),
        }
    }
}
