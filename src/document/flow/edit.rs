//! Edits of the view, translated into edits of the text between tags.

use super::{Flow, Lock, Origin};
use crate::{
    document::{
        hunk::{Hunk, hunks, word_hunks},
        map::{Piece, Refusal, SourceEdit},
        package::is_xml_char,
    },
    span::Span,
};

/// An edit of one part, and the run that its text belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) struct RunEdit {
    /// The run.
    pub(in crate::document) run: usize,
    /// The edit.
    pub(in crate::document) edit: SourceEdit,
    /// Whether the new text stands in italics; none where it looks as the run does.
    pub(in crate::document) italics: Option<bool>,
}

/// The edits in order; words beside each other that change in one run are one change, for a person to accept at once. `text` is that
/// of the part.
pub(in crate::document) fn joined(mut edits: Vec<RunEdit>, text: &str) -> Vec<RunEdit> {
    edits.sort_by_key(|edit| edit.edit.span);
    let mut joined: Vec<RunEdit> = Vec::new();
    for next in edits {
        let same_run = joined
            .last_mut()
            .filter(|last| last.run == next.run && last.italics == next.italics);
        let between = same_run.as_ref().map_or("", |last| {
            let Span { end, .. } = last.edit.span;
            Span::new(end.min(next.edit.span.start), next.edit.span.start).slice(text)
        });
        match same_run {
            Some(last) if between.trim().is_empty() => {
                last.edit.replacement.push_str(between);
                last.edit.replacement.push_str(&next.edit.replacement);
                last.edit.span = last.edit.span.join(next.edit.span);
            }
            _ => joined.push(next),
        }
    }
    joined
}

/// What an edit is cut into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Grain {
    /// The letters that differ, so that nothing else is touched.
    Letters,
    /// Whole words, for a person to read; letters where a word has more than one formatting or is not to be edited as a whole.
    Words,
}

impl<R> Flow<R> {
    /// Translates one edit of the view.
    ///
    /// Where text of several runs is replaced, all goes into the first and the rest is deleted from the others; `fits` says whether
    /// text of the second run may move into the first.
    pub(in crate::document) fn translate(
        &self,
        (span, replacement): (Span, &str),
        grain: Grain,
        fits: impl Fn(&R, &R) -> bool,
    ) -> Result<Vec<RunEdit>, Refusal> {
        if self.text.get(span.start..span.end).is_none() {
            return Err(Refusal::OutsideText);
        }
        let letters = || self.translate_hunks(&hunks(&self.text, span, replacement), &fits);
        match grain {
            Grain::Letters => letters(),
            Grain::Words => {
                let words = word_hunks(&self.text, span, replacement);
                self.translate_hunks(&words, &fits).or_else(|_| letters())
            }
        }
    }

    fn translate_hunks(
        &self,
        hunks: &[Hunk],
        fits: impl Fn(&R, &R) -> bool,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let mut edits = Vec::new();
        for hunk in hunks {
            if !hunk.replacement.chars().all(is_plain) {
                return Err(Refusal::NotInFile);
            }
            if hunk.span.is_empty() {
                edits.push(self.insertion(hunk, |_| true)?);
            } else {
                edits.extend(self.replacement(hunk, &fits)?);
            }
        }
        Ok(edits)
    }

    /// An insertion goes behind the text that ends at its place, or if that is not to be edited or does not fit, before the text that
    /// begins there.
    pub(super) fn insertion(
        &self,
        hunk: &Hunk,
        fits: impl Fn(usize) -> bool,
    ) -> Result<RunEdit, Refusal> {
        let position = hunk.span.start;
        let pieces = self.map.pieces();
        let first = pieces.partition_point(|piece| piece.view.end < position);
        let mut refusal = Refusal::NotInFile;
        for (piece, origin) in pieces.iter().zip(&self.origins).skip(first) {
            if piece.view.start > position {
                break;
            }
            let run = match run_of(*origin) {
                Ok(run) if fits(run) => run,
                Ok(_) => continue,
                Err(locked) => {
                    refusal = locked;
                    continue;
                }
            };
            let at = if position == piece.view.end {
                piece.source.end
            } else {
                piece.source.start + (position - piece.view.start)
            };
            let edit = SourceEdit {
                part: piece.part,
                span: Span::at(at),
                replacement: hunk.replacement.clone(),
            };
            return Ok(RunEdit {
                run,
                edit,
                italics: None,
            });
        }
        Err(refusal)
    }

    pub(super) fn replacement(
        &self,
        hunk: &Hunk,
        fits: impl Fn(&R, &R) -> bool,
    ) -> Result<Vec<RunEdit>, Refusal> {
        let mut edits: Vec<RunEdit> = Vec::new();
        let mut position = hunk.span.start;
        for (piece, origin) in self.overlapping(hunk.span) {
            let run = run_of(*origin)?;
            if piece.view.start > position {
                return Err(Refusal::NotInFile);
            }
            position = piece.view.end;
            let text = match edits.first() {
                None => hunk.replacement.as_str(),
                Some(first) if hunk.replacement.is_empty() || self.fit(first.run, run, &fits) => "",
                Some(_) => return Err(Refusal::MixedFormatting),
            };
            let edit = self.clipped(piece, hunk.span, text);
            edits.push(RunEdit {
                run,
                edit,
                italics: None,
            });
        }
        if position < hunk.span.end {
            return Err(Refusal::NotInFile);
        }
        Ok(edits)
    }

    fn fit(&self, first: usize, second: usize, fits: impl Fn(&R, &R) -> bool) -> bool {
        let runs = self.runs.get(first).zip(self.runs.get(second));
        first == second || runs.is_some_and(|(first, second)| fits(first, second))
    }

    /// Replaces that part of a piece that lies in `span`; a converted one is written anew as a whole.
    pub(super) fn clipped(&self, piece: &Piece, span: Span, text: &str) -> SourceEdit {
        let start = span.start.max(piece.view.start);
        let end = span.end.min(piece.view.end);
        let (source, replacement) = if piece.verbatim {
            let offset = piece.source.start;
            let source = Span::new(start - piece.view.start, end - piece.view.start);
            (source.shift(offset), text.to_owned())
        } else {
            let before = Span::new(piece.view.start, start).slice(&self.text);
            let after = Span::new(end, piece.view.end).slice(&self.text);
            (piece.source, [before, text, after].concat())
        };
        SourceEdit {
            part: piece.part,
            span: source,
            replacement,
        }
    }

    /// The pieces that share a byte of the view with a span.
    pub(super) fn overlapping(&self, span: Span) -> impl Iterator<Item = (&Piece, &Origin)> {
        let pieces = self.map.pieces();
        let first = pieces.partition_point(|piece| piece.view.end <= span.start);
        let pairs = pieces.iter().zip(&self.origins).skip(first);
        pairs.take_while(move |(piece, _)| piece.view.start < span.end)
    }
}

/// The run of a stretch that may be edited.
pub(super) fn run_of(origin: Origin) -> Result<usize, Refusal> {
    match origin {
        Origin::Run(run) => Ok(run),
        Origin::Locked(Lock::Field) => Err(Refusal::InField),
        Origin::Locked(Lock::Element) => Err(Refusal::Element),
        Origin::Locked(Lock::Copied) => Err(Refusal::Copied),
        Origin::Locked(Lock::Equation) => Err(Refusal::Equation),
    }
}

/// Whether a character can stand between tags as it is; breaks and tabs are elements.
pub(super) fn is_plain(character: char) -> bool {
    is_xml_char(character) && !matches!(character, '\n' | '\r' | '\t')
}
