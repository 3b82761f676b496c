//! The way from the text view back to the file.
//!
//! A reader cuts the view into [`Piece`]s. A *verbatim* piece has the same bytes on both sides; a *converted* one, `é` for `{\'e}`,
//! stands for its bytes of the file as a whole. Bytes of the view in no piece were put in by the reader (a blank line between two
//! list items); bytes of the file in no piece are markup that the view hides.

use super::hunk::{Hunk, hunks};
use crate::span::Span;

/// A stretch of the view, and the stretch of the file that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The bytes of the view.
    pub view: Span,
    /// Which part of the file: 0 for a file of one part, the number of the zip part for Word.
    pub part: usize,
    /// The bytes of the part.
    pub source: Span,
    /// Whether both sides hold the same bytes.
    pub verbatim: bool,
}

/// Where each stretch of a view comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    pieces: Vec<Piece>,
}

/// Replaces bytes of one part of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceEdit {
    /// The part.
    pub part: usize,
    /// The bytes of the part; an empty span inserts.
    pub span: Span,
    /// The new text as prose, not yet escaped for the format.
    pub replacement: String,
}

/// What to do with a replacement for text that has markup in its midst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcrossMarkup {
    /// Refuse it: half of a pair of marks would be left behind.
    Refuse,
    /// Put the replacement into the first piece and delete from the others: the runs of Word each carry their own formatting.
    FirstPiece,
}

/// Why an edit of the view cannot be made in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Refusal {
    /// The span does not slice the view.
    #[error("the edit does not fall on the text")]
    OutsideText,
    /// The view has text there that the file has not, such as a break between two paragraphs.
    #[error("the edit would change a break that the file writes in another way")]
    NotInFile,
    /// Hidden markup lies in the midst of what is to be replaced.
    #[error("the edit would reach across markup")]
    AcrossMarkup,
    /// The text changes its formatting or its author in the midst of what is to be replaced.
    #[error("the edit would reach across text of other formatting")]
    MixedFormatting,
    /// A program writes the text anew: the result of a field, such as a live citation.
    #[error("the text belongs to a field that a program keeps, such as a live citation")]
    InField,
    /// The text is no text in the file, but a tab, a break, or a symbol.
    #[error("the edit would change a tab, a break or a symbol")]
    Element,
    /// The text stands in a text box of which the file has a copy for older programs.
    #[error("the text box has a copy for older programs, which would then differ")]
    Copied,
    /// The text is part of a formula.
    #[error("the text is part of a formula")]
    Equation,
    /// A link, a tracked change or the like begins or ends in its midst.
    #[error("a link, a tracked change or the like begins or ends in its midst")]
    Crossing,
    /// A note, a picture or a formula stands in its midst.
    #[error("a note, a picture or a formula stands in its midst")]
    Holds,
    /// The word processor numbers the paragraphs.
    #[error("the word processor numbers its paragraphs, and would number them otherwise")]
    Numbered,
    /// Paragraphs cannot be moved as a tracked change.
    #[error("a move cannot be tracked")]
    Untracked,
    /// Another edit changes the same bytes.
    #[error("another edit changes the same text")]
    Overlaps,
    /// The file, read again, would not say what was meant.
    #[error("written into this place, the text would be read as markup")]
    ReadsOtherwise,
}

impl Map {
    /// Makes a map of pieces that are sorted by their place in the view and do not overlap on either side.
    pub fn new(pieces: Vec<Piece>) -> Self {
        debug_assert!(
            pieces
                .windows(2)
                .all(|pair| pair[0].view.end <= pair[1].view.start),
            "pieces are out of order"
        );
        Self { pieces }
    }

    /// The map of a view that is the file itself, `len` bytes long.
    pub fn identity(len: usize) -> Self {
        let all = Span::new(0, len);
        Self::new(vec![Piece {
            view: all,
            part: 0,
            source: all,
            verbatim: true,
        }])
    }

    /// The pieces, sorted by their place in the view.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The part of the file in which a span of the view begins, and the bytes of that part that it stands for, hidden markup in
    /// between included; none for text that the reader put in.
    pub fn source_of(&self, span: Span) -> Option<(usize, Span)> {
        let stretches = self.stretches(span);
        let (part, first) = *stretches.first()?;
        let same_part = stretches.iter().filter(|(other, _)| *other == part);
        Some((
            part,
            same_part.fold(first, |all, (_, next)| all.join(*next)),
        ))
    }

    /// The bytes of the file that a span of the view stands for; for text that the reader put in, the place behind the text before
    /// it. For maps of one part.
    pub fn nearest_source(&self, span: Span) -> Span {
        self.source_of(span).map_or_else(
            || {
                let idx = self
                    .pieces
                    .partition_point(|piece| piece.view.start < span.start);
                let before = idx.checked_sub(1).and_then(|idx| self.pieces.get(idx));
                Span::at(before.map_or(0, |piece| {
                    let all = piece.view.end <= span.start || !piece.verbatim;
                    let len = if all {
                        piece.source.len()
                    } else {
                        span.start - piece.view.start
                    };
                    piece.source.start + len
                }))
            },
            |(_, source)| source,
        )
    }

    /// Translates one edit of the view into edits of the file that touch as little as possible.
    ///
    /// Only words and letters that differ are edited; `view` is the text that the map was made for.
    ///
    /// # Errors
    /// When the file has no place for the edit, or `across` forbids it.
    pub fn translate(
        &self,
        view: &str,
        (span, replacement): (Span, &str),
        across: AcrossMarkup,
    ) -> Result<Vec<SourceEdit>, Refusal> {
        if view.get(span.start..span.end).is_none() {
            return Err(Refusal::OutsideText);
        }
        let mut edits = Vec::new();
        for hunk in self.widened_hunks(view, span, replacement) {
            edits.extend(self.source_edits(&hunk, across)?);
        }
        Ok(edits)
    }

    /// The differing stretches, none of which cuts through a converted piece.
    ///
    /// Two that would meet in one converted piece are taken as one.
    fn widened_hunks(&self, view: &str, span: Span, replacement: &str) -> Vec<Hunk> {
        let widened: Vec<Hunk> = hunks(view, span, replacement)
            .into_iter()
            .map(|hunk| self.widen(view, &hunk))
            .collect();
        if widened
            .windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start)
        {
            return widened;
        }
        let whole = Hunk {
            span,
            replacement: replacement.to_owned(),
        };
        vec![self.widen(view, &whole)]
    }

    /// Stretches a hunk over the whole of the converted pieces that it begins or ends in.
    fn widen(&self, view: &str, hunk: &Hunk) -> Hunk {
        let start = self.converted_around(hunk.span.start);
        let end = self.converted_around(hunk.span.end);
        let before = Span::new(
            start.map_or(hunk.span.start, |piece| piece.start),
            hunk.span.start,
        );
        let after = Span::new(hunk.span.end, end.map_or(hunk.span.end, |piece| piece.end));
        Hunk {
            span: before.join(after),
            replacement: [before.slice(view), &hunk.replacement, after.slice(view)].concat(),
        }
    }

    /// The converted piece that has `position` strictly inside.
    fn converted_around(&self, position: usize) -> Option<Span> {
        let idx = self
            .pieces
            .partition_point(|piece| piece.view.end <= position);
        let piece = self.pieces.get(idx)?;
        (!piece.verbatim && piece.view.start < position).then_some(piece.view)
    }

    /// The edits of the file for a hunk that cuts through no converted piece.
    fn source_edits(&self, hunk: &Hunk, across: AcrossMarkup) -> Result<Vec<SourceEdit>, Refusal> {
        let stretches = if hunk.span.is_empty() {
            self.insertion_point(hunk.span.start).into_iter().collect()
        } else if self.covers(hunk.span) {
            self.stretches(hunk.span)
        } else {
            Vec::new()
        };
        match stretches.as_slice() {
            [] => return Err(Refusal::NotInFile),
            [_, _, ..] if across == AcrossMarkup::Refuse => return Err(Refusal::AcrossMarkup),
            _ => {}
        }
        let replacements = std::iter::once(hunk.replacement.as_str()).chain(std::iter::repeat(""));
        Ok(stretches
            .into_iter()
            .zip(replacements)
            .map(|((part, span), replacement)| SourceEdit {
                part,
                span,
                replacement: replacement.to_owned(),
            })
            .collect())
    }

    /// Where the file takes an insertion: behind the piece that ends there, so that `\textbf{2010}` becomes `\textbf{2010a}`, else
    /// before the one that begins there.
    fn insertion_point(&self, position: usize) -> Option<(usize, Span)> {
        let idx = self
            .pieces
            .partition_point(|piece| piece.view.end < position);
        let piece = self.pieces.get(idx)?;
        if position < piece.view.start {
            return None;
        }
        let offset = if position == piece.view.end {
            piece.source.end
        } else {
            piece.source.start + (position - piece.view.start)
        };
        Some((piece.part, Span::at(offset)))
    }

    /// Whether every byte of the span lies in a piece.
    fn covers(&self, span: Span) -> bool {
        let mut position = span.start;
        for piece in self.overlapping(span) {
            if piece.view.start > position {
                return false;
            }
            position = piece.view.end;
        }
        position >= span.end
    }

    /// The stretches of the file that a span of the view stands for; those that meet in the file are one.
    fn stretches(&self, span: Span) -> Vec<(usize, Span)> {
        let mut stretches: Vec<(usize, Span)> = Vec::new();
        for piece in self.overlapping(span) {
            let source = clip(piece, span);
            match stretches.last_mut() {
                Some((part, last)) if *part == piece.part && last.end == source.start => {
                    last.end = source.end;
                }
                _ => stretches.push((piece.part, source)),
            }
        }
        stretches
    }

    /// The pieces that share a byte of the view with a span.
    fn overlapping(&self, span: Span) -> impl Iterator<Item = &Piece> {
        let first = self
            .pieces
            .partition_point(|piece| piece.view.end <= span.start);
        self.pieces[first..]
            .iter()
            .take_while(move |piece| piece.view.start < span.end)
    }
}

/// The bytes of the file for that part of a piece that lies in `span`; for a converted piece all of them.
fn clip(piece: &Piece, span: Span) -> Span {
    if !piece.verbatim {
        return piece.source;
    }
    let start = span.start.max(piece.view.start) - piece.view.start;
    let end = span.end.min(piece.view.end) - piece.view.start;
    Span::new(piece.source.start + start, piece.source.start + end)
}

#[cfg(test)]
mod tests;
