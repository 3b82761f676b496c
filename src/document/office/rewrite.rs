//! Stretches of the view written anew, with italics.

use super::{EditedFile, Kind, Office, Translated};
use crate::{
    document::{Refusal, Refused, Rewritten, faithful::keep_good, rewritten::have_italics},
    span::Span,
};

impl Office {
    /// Writes stretches of the view anew, each whole or not at all; beside the file those that were.
    pub(in crate::document) fn rewrite<'r>(
        &self,
        stretches: &'r [Rewritten],
    ) -> (EditedFile, Vec<&'r Rewritten>) {
        let mut refused = Vec::new();
        let mut translated = Vec::new();
        for (edit, stretch) in stretches.iter().enumerate() {
            let runs = match &self.kind {
                Kind::Word(word) => word.rewrite(stretch),
                Kind::OpenDocument(open) => open.rewrite(stretch),
            };
            let view = (stretch.span, stretch.text.as_str());
            match runs {
                Ok(runs) => translated.push(Translated { edit, view, runs }),
                Err(reason) => refused.push(Refused { edit, reason }),
            }
        }
        let mut kept = Vec::new();
        let is_good = |edits: &[Translated]| {
            let made: Vec<_> = edits.iter().map(|edit| &stretches[edit.edit]).collect();
            self.reads_as_meant(edits) && self.has_italics(edits, &made)
        };
        keep_good(&mut kept, translated, &is_good, &mut |single| {
            let reason = Refusal::ReadsOtherwise;
            refused.push(Refused {
                edit: single.edit,
                reason,
            });
        });
        refused.sort_unstable_by_key(|refused| refused.edit);
        let bytes = self.with(&kept).unwrap_or_else(|| self.bytes.clone());
        let made = kept.iter().map(|edit| &stretches[edit.edit]);
        (EditedFile { bytes, refused }, made.collect())
    }

    /// Whether the letters of the stretches have the italics that were meant.
    fn has_italics(&self, edits: &[Translated], made: &[&Rewritten]) -> bool {
        let read = self.with(edits).and_then(|bytes| Self::read(bytes).ok());
        let Some(read) = read else { return false };
        have_italics(made.iter().copied(), |span| Some(read.italics(span)))
    }

    /// The parts of a stretch of the view that stand in italics.
    pub(in crate::document) fn italics(&self, span: Span) -> Vec<Span> {
        match &self.kind {
            Kind::Word(word) => word.italics(span),
            Kind::OpenDocument(open) => open.italics(span),
        }
    }
}
