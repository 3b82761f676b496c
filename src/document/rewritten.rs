//! Stretches of the view as they shall read, with their italics.

use super::{
    Document, Edited, Origin, Refusal, Refused,
    faithful::keep_good,
    markup::{self, Italics},
};
use crate::{edit, span::Span};

/// What a stretch of the view shall read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The stretch.
    pub span: Span,
    /// Its new text.
    pub text: String,
    /// Which parts of the new text stand in italics, in order.
    pub italics: Vec<Span>,
}

/// A stretch with its new spelling in the file.
struct Spelt<'a> {
    number: usize,
    rewritten: &'a Rewritten,
    source: Span,
    text: String,
}

impl Rewritten {
    /// Whether a byte of the new text stands in italics.
    pub(super) fn is_italic(&self, at: usize) -> bool {
        self.italics.iter().any(|italics| italics.contains(at))
    }

    /// Whether the letters of the new text, which begins at `start`, stand in these italics just where they shall.
    pub fn has_italics(&self, start: usize, italics: &[Span]) -> bool {
        let mut letters = self
            .text
            .char_indices()
            .filter(|(_, letter)| letter.is_alphanumeric());
        letters.all(|(at, _)| {
            let is_italic = italics.iter().any(|it| it.contains(start + at));
            is_italic == self.is_italic(at)
        })
    }

    /// The parts of a stretch of the new text, each with whether it stands in italics.
    pub(super) fn parts(&self, stretch: Span) -> Vec<(&str, bool)> {
        let mut parts = Vec::new();
        let mut start = stretch.start;
        while start < stretch.end {
            let is_italic = self.is_italic(start);
            let borders = self.italics.iter().flat_map(|it| [it.start, it.end]);
            let behind = borders.filter(|border| *border > start).min();
            let end = behind.unwrap_or(stretch.end).min(stretch.end);
            parts.push((Span::new(start, end).slice(&self.text), is_italic));
            start = end;
        }
        parts
    }
}

impl Document {
    /// The parts of a stretch of the view that stand in italics, in order.
    ///
    /// # Errors
    /// When its markup is none that refmend knows.
    pub fn italics(&self, span: Span) -> Result<Vec<Span>, Refusal> {
        match &self.origin {
            Origin::Text(source) => Ok(markup::read(self, source, span)?.italics),
            Origin::Package(office) => Ok(office.italics(span)),
            Origin::View | Origin::Pages(_) => Ok(Vec::new()),
        }
    }

    /// Writes stretches of the view anew in the file, each whole or not at all. They do not overlap.
    ///
    /// Words that stay keep their bytes and their markup; only italics change where they are asked for otherwise. A format without
    /// italics takes the text alone. The new file is read again: a stretch that would not read as was meant is refused.
    pub fn rewritten(&self, stretches: &[Rewritten]) -> Edited {
        match &self.origin {
            Origin::Package(office) => {
                let (edited, made) = office.rewrite(stretches);
                let edits: Vec<_> = made
                    .iter()
                    .map(|stretch| (stretch.span, stretch.text.as_str()))
                    .collect();
                Edited {
                    source: edit::apply(office.text(), &edits).0,
                    package: Some(edited.bytes),
                    refused: edited.refused,
                }
            }
            Origin::Text(source) => self.rewritten_text(source, stretches),
            Origin::View | Origin::Pages(_) => {
                let edits: Vec<_> = stretches
                    .iter()
                    .map(|stretch| (stretch.span, stretch.text.as_str()))
                    .collect();
                self.edited(&edits)
            }
        }
    }

    fn rewritten_text(&self, source: &str, stretches: &[Rewritten]) -> Edited {
        let mut refused = Vec::new();
        let marks = self.usual_italics(source, stretches);
        let mut spelt = Vec::new();
        for (number, rewritten) in stretches.iter().enumerate() {
            let read = markup::read(self, source, rewritten.span);
            match read.and_then(|read| markup::spelt(self, source, &read, rewritten, &marks)) {
                Ok((source, text)) => spelt.push(Spelt {
                    number,
                    rewritten,
                    source,
                    text,
                }),
                Err(reason) => refused.push(Refused {
                    edit: number,
                    reason,
                }),
            }
        }
        let mut kept = Vec::new();
        let is_good = |spelt: &[Spelt]| self.reads_rewritten(source, spelt);
        keep_good(&mut kept, spelt, &is_good, &mut |single| {
            refused.push(Refused {
                edit: single.number,
                reason: Refusal::ReadsOtherwise,
            });
        });
        refused.sort_by_key(|refused| refused.edit);
        Edited {
            source: with(source, &kept),
            package: None,
            refused,
        }
    }

    /// The marks for italics that the stretches have already, else those that the format has.
    fn usual_italics(&self, source: &str, stretches: &[Rewritten]) -> Italics {
        let mut read = stretches
            .iter()
            .filter_map(|stretch| markup::read(self, source, stretch.span).ok());
        let own = read.find_map(|read| read.marks);
        own.unwrap_or_else(|| Italics::of(self.format))
    }

    /// Whether the file with stretches written anew reads as was meant, italics included.
    fn reads_rewritten(&self, source: &str, spelt: &[Spelt]) -> bool {
        let read = Self::read(with(source, spelt), self.format);
        let edits: Vec<_> = spelt
            .iter()
            .map(|spelt| (spelt.rewritten.span, spelt.rewritten.text.as_str()))
            .collect();
        if read.text != edit::apply(&self.text, &edits).0 || read.keyed.len() != self.keyed.len() {
            return false;
        }
        let stretches = spelt.iter().map(|spelt| spelt.rewritten);
        have_italics(stretches, |span| read.italics(span).ok())
    }
}

/// Whether all stretches, in order, stand in their italics; `italics` has those of the new view.
pub(super) fn have_italics<'r>(
    stretches: impl Iterator<Item = &'r Rewritten>,
    italics: impl Fn(Span) -> Option<Vec<Span>>,
) -> bool {
    let (mut gained, mut lost) = (0, 0);
    let mut stretches = stretches;
    stretches.all(|stretch| {
        let start = stretch.span.start + gained - lost;
        gained += stretch.text.len();
        lost += stretch.span.len();
        let now = italics(Span::new(start, start + stretch.text.len()));
        now.is_some_and(|now| stretch.has_italics(start, &now))
    })
}

fn with(source: &str, spelt: &[Spelt]) -> String {
    let edits: Vec<_> = spelt
        .iter()
        .map(|spelt| (spelt.source, spelt.text.as_str()))
        .collect();
    edit::apply(source, &edits).0
}
