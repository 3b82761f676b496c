//! The typed reference list of a paper brought into a style: the form of each reference, its italics, and the order.
//!
//! `entry` is one reference: read closely, written by the style, and held against what is typed. `words` looks for every typed word in
//! what the style writes, and for every written word in what is typed; `same` compares the work with that which is read from the new
//! text; `order` says how the list is sorted, `values` what the style is told, `titles` which italics within a title are the author's.
//! `relisting` puts the pieces together: references are moved and written anew, and the paper is read again before it is handed back.
//!
//! A reference is written anew only if nothing but form changes. One that would lose or gain anything stays as typed, with the reason.

mod connectives;
mod entry;
mod order;
mod relisting;
mod same;
#[cfg(test)]
mod tests;
mod titles;
mod values;
mod words;

use self::relisting::Relisting;
use crate::{
    document::{Document, Refusal},
    edit::Applicability,
    reference,
    span::Span,
    style::Style,
};

/// A paper whose list was brought into a style.
#[derive(Debug, Clone, PartialEq)]
pub struct Relisted {
    /// The paper.
    pub document: Document,
    /// How many references were written anew.
    pub written: usize,
    /// How many were moved.
    pub moved: usize,
    /// How many are as the style has them, these and those that were before.
    pub in_style: usize,
    /// Those that stay as typed though the style has them otherwise, in the order of the text.
    pub left: Vec<Left>,
}

/// How often a list is gone over at most.
const MAX_ROUNDS: usize = 4;

impl Relisted {
    fn has_changes(&self) -> bool {
        self.written + self.moved > 0
    }
}

/// What stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Where it stands in the text view that was given: a reference, or a list that is not sorted.
    pub span: Span,
    /// Why it stays.
    pub reason: Reason,
}

/// Why a reference stays as typed, or a list in its order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// How it is to be read is a guess.
    #[error("it is not certain how it is to be read")]
    NotSure,
    /// How it is to be read is likely.
    #[error("it is only likely how it is to be read (`--unsafe-fixes` writes it anew)")]
    Guess,
    /// Parts that matter have no place in the style, or were not read.
    #[error("`{0}` would be lost")]
    Loses(String),
    /// Parts of less weight have no place in the style.
    #[error("`{0}` would be lost (`--unsafe-fixes` takes it out)")]
    LosesLittle(String),
    /// The style wants what the paper has not.
    #[error("`{0}` would be new")]
    Adds(String),
    /// The style writes other capitals.
    #[error("the capitals of `{0}` would change (`--unsafe-fixes` does this)")]
    Capitals(String),
    /// The new text would be read as another work.
    #[error("in the form of the style its {0} would be read otherwise")]
    ReadsOtherwise(&'static str),
    /// The file does not take the edit.
    #[error("{0}")]
    File(#[from] Refusal),
    /// The list has numbers and the style none, or the other way round.
    #[error("{0}")]
    Numbers(&'static str),
    /// The order of a list.
    #[error("the order stays: {0}")]
    Order(Box<Reason>),
    /// A list that is sorted part by part, or holds what cannot be sorted.
    #[error("it has several parts, or references without a name")]
    Parts,
}

impl Reason {
    /// Whether `--unsafe-fixes` would change it.
    pub fn is_unsafe(&self) -> bool {
        matches!(self, Self::Guess | Self::LosesLittle(_) | Self::Capitals(_))
    }
}

/// Brings the lists of a paper into a style, by changes that are at least so certain.
///
/// A list half in the style may be sorted otherwise than before, `Doe, J.` beside `Doe, Jane`: it is gone over until it stays.
pub fn relist(document: &Document, style: &Style, least: Applicability) -> Relisted {
    let mut relisted = relist_once(document, style, least);
    let mut has_changed = relisted.has_changes();
    for _ in 1..MAX_ROUNDS {
        if !has_changed {
            break;
        }
        let again = relist_once(&relisted.document, style, least);
        has_changed = again.has_changes();
        relisted.written += again.written;
        // Most of them move for the second time.
        relisted.moved = relisted.moved.max(again.moved);
        relisted.in_style = again.in_style;
        relisted.document = again.document;
    }
    relisted
}

fn relist_once(document: &Document, style: &Style, least: Applicability) -> Relisted {
    let references = reference::read(document);
    Relisting::new(document, &references, style, least).finish()
}
