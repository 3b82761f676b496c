//! The markup of one stretch of the view.

use super::mark::{Italics, Mark, marks};
use crate::{
    document::{Document, Piece, Refusal},
    span::Span,
};

/// A stretch of the view with its markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::document) struct Marked {
    /// The bytes of the file, with the marks at both ends that belong to it.
    pub(in crate::document) source: Span,
    /// The parts of the view in italics, in order.
    pub(in crate::document) italics: Vec<Span>,
    /// What stays around the words that it holds, or alone; in order, none within another.
    pub(super) held: Vec<Held>,
    /// The first marks for italics.
    pub(in crate::document) marks: Option<Italics>,
}

/// A link or the like around words, or a comment between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    /// The words; empty for what stands alone.
    pub(super) view: Span,
    /// Its bytes, its marks included.
    pub(super) source: Span,
}

/// A mark that was begun.
#[derive(Debug, Clone, Copy)]
struct Begun {
    mark: Mark,
    view: usize,
    source: Span,
    /// Whether it stands before the stretch, and may have nothing to do with it.
    is_before: bool,
}

/// Reads the markup of a stretch.
///
/// # Errors
/// When the file has not all of it, or there is markup that is not known or not whole.
pub(in crate::document) fn read(
    document: &Document,
    source: &str,
    span: Span,
) -> Result<Marked, Refusal> {
    let pieces: Vec<&Piece> = document
        .map
        .pieces()
        .iter()
        .filter(|piece| piece.view.overlaps(span))
        .collect();
    let bytes = document.source_of(span).ok_or(Refusal::NotInFile)?;
    let mut reader = Reader {
        document,
        source,
        open: Vec::new(),
        marked: Marked {
            source: bytes,
            ..Marked::default()
        },
    };
    reader.before(span.start);
    let (mut at, mut view) = (bytes.start, span.start);
    for piece in pieces {
        // One piece may hold the end of what stands before and the beginning of what follows.
        let start = piece.source.start.max(bytes.start);
        if piece.view.start > view || start < at {
            return Err(Refusal::NotInFile);
        }
        if start > at {
            reader.hidden(Span::new(at, start), view)?;
        }
        (at, view) = (piece.source.end.min(bytes.end), piece.view.end);
    }
    if view < span.end {
        return Err(Refusal::NotInFile);
    }
    reader.behind(bytes.end, span.end)?;
    let mut marked = reader.marked;
    marked.italics.sort_unstable();
    marked.held.sort_unstable_by_key(|held| held.source);
    Ok(marked)
}

struct Reader<'a> {
    document: &'a Document,
    source: &'a str,
    open: Vec<Begun>,
    marked: Marked,
}

impl Reader<'_> {
    /// Takes the marks right before the stretch, which may be closed in it.
    fn before(&mut self, view: usize) {
        let end = self.marked.source.start;
        let pieces = self.document.map.pieces();
        let before = pieces.iter().filter(|piece| piece.source.start < end);
        let ends = before.map(|piece| piece.source.end.min(end));
        let hidden_start = ends.max().unwrap_or(0);
        let line_start = self.source[..end].rfind('\n').map_or(0, |at| at + 1);
        let start = hidden_start.max(line_start);
        // From the right, as far as there are marks that begin something.
        let text = Span::new(start, end).slice(self.source);
        for (at, _) in text.char_indices() {
            let found = marks(self.document.format, &text[at..]);
            let touches = !text.ends_with(char::is_whitespace);
            let Some(found) = found.filter(|_| touches) else {
                continue;
            };
            let begins = |mark: &Mark| !matches!(mark, Mark::Close | Mark::Void);
            if found.iter().all(|(_, mark)| begins(mark)) {
                let begun = found.into_iter().map(|(span, mark)| Begun {
                    mark,
                    view,
                    source: span.shift(start + at),
                    is_before: true,
                });
                self.open.extend(begun);
                return;
            }
        }
    }

    /// Takes what the view hides before one of its places.
    fn hidden(&mut self, hidden: Span, view: usize) -> Result<(), Refusal> {
        let text = hidden.slice(self.source);
        let found = marks(self.document.format, text).ok_or(Refusal::AcrossMarkup)?;
        for (span, mark) in found {
            self.mark(span.shift(hidden.start), mark, view)?;
        }
        Ok(())
    }

    fn mark(&mut self, source: Span, mark: Mark, view: usize) -> Result<(), Refusal> {
        let written = source.slice(self.source);
        let last = self.open.last().copied();
        let is_begun =
            last.is_some_and(|last| last.mark == mark && last.source.slice(self.source) == written);
        match mark {
            Mark::Void => self.hold(Span::at(view), source),
            Mark::Toggle | Mark::Pair if is_begun => self.close(source, view)?,
            Mark::Close => self.close(source, view)?,
            Mark::Toggle | Mark::OpenItalics | Mark::Pair | Mark::Open => self.open.push(Begun {
                mark,
                view,
                source,
                is_before: false,
            }),
        }
        Ok(())
    }

    fn close(&mut self, source: Span, view: usize) -> Result<(), Refusal> {
        let begun = self.open.pop().ok_or(Refusal::AcrossMarkup)?;
        let words = Span::new(begun.view.min(view), view);
        let all = begun.source.join(source);
        self.marked.source = self.marked.source.join(all);
        if matches!(begun.mark, Mark::Toggle | Mark::OpenItalics) {
            self.marked.italics.push(words);
            let slice = |span: Span| span.slice(self.source).to_owned();
            self.marked.marks.get_or_insert(Italics {
                open: slice(begun.source),
                close: slice(source),
            });
        } else {
            self.hold(words, all);
        }
        Ok(())
    }

    fn hold(&mut self, view: Span, source: Span) {
        self.marked.held.retain(|held| !source.covers(held.source));
        self.marked.held.push(Held { view, source });
    }

    /// Takes the marks behind the stretch that end what it has begun.
    fn behind(&mut self, start: usize, view: usize) -> Result<(), Refusal> {
        let is_open = |open: &[Begun]| open.iter().any(|begun| !begun.is_before);
        if !is_open(&self.open) {
            return Ok(());
        }
        let pieces = self.document.map.pieces();
        let behind = pieces.iter().filter(|piece| piece.source.end > start);
        let end = behind.map(|piece| piece.source.start.max(start)).min();
        let line_end = self.source[start..].find('\n').map(|at| start + at);
        let all = self.source.len();
        let end = end.unwrap_or(all).min(line_end.unwrap_or(all));
        let text = Span::new(start, end).slice(self.source);
        let found = marks(self.document.format, text).ok_or(Refusal::AcrossMarkup)?;
        for (span, mark) in found {
            if is_open(&self.open) {
                self.mark(span.shift(start), mark, view)?;
            }
        }
        if is_open(&self.open) {
            return Err(Refusal::AcrossMarkup);
        }
        Ok(())
    }
}
