//! Stretches of the view that shall become fields.

use super::{Flow, Lock, Origin};
use crate::{
    document::map::{Piece, Refusal},
    span::Span,
};

/// Where a stretch of the view begins and ends in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Ends {
    /// The part.
    pub(in crate::document) part: usize,
    /// The bytes of its first piece, as far as they are of the stretch.
    pub(in crate::document) first: Span,
    /// The bytes of its last piece, likewise.
    pub(in crate::document) last: Span,
    /// Whether it goes over the end of a paragraph.
    pub(in crate::document) crosses_lines: bool,
}

impl<R> Flow<R> {
    /// The ends of a stretch whose text belongs to its author throughout.
    pub(in crate::document) fn ends(&self, span: Span) -> Result<Ends, Refusal> {
        let mut ends: Option<Ends> = None;
        let mut position = span.start;
        for (piece, origin) in self.overlapping(span) {
            authored(*origin)?;
            let gap = Span::new(position, piece.view.start.max(position)).slice(&self.text);
            let source = clip(piece, span)?;
            position = piece.view.end;
            let ends = ends.get_or_insert(Ends {
                part: piece.part,
                first: source,
                last: source,
                crosses_lines: false,
            });
            if piece.part != ends.part || source.start < ends.first.start {
                return Err(Refusal::NotInFile);
            }
            ends.crosses_lines |= !gap.is_empty();
            ends.last = source;
        }
        ends.filter(|_| position >= span.end)
            .ok_or(Refusal::NotInFile)
    }
}

/// Refuses text that a program keeps, or that has a copy or is no text.
fn authored(origin: Origin) -> Result<(), Refusal> {
    match origin {
        Origin::Run(_) | Origin::Locked(Lock::Element) => Ok(()),
        Origin::Locked(Lock::Field) => Err(Refusal::InField),
        Origin::Locked(Lock::Copied) => Err(Refusal::Copied),
        Origin::Locked(Lock::Equation) => Err(Refusal::Equation),
    }
}

/// The bytes of that part of a piece that lies in a stretch; a converted one cannot be cut.
fn clip(piece: &Piece, span: Span) -> Result<Span, Refusal> {
    if !piece.verbatim {
        let is_whole = span.covers(piece.view);
        return is_whole.then_some(piece.source).ok_or(Refusal::Element);
    }
    let start = span.start.max(piece.view.start) - piece.view.start;
    let end = span.end.min(piece.view.end) - piece.view.start;
    Ok(Span::new(start, end).shift(piece.source.start))
}
