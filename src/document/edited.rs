//! Edits of the view, made in the file.

use super::{
    AcrossMarkup, Document, EditedFile, Office, Origin, Refusal, escape_between,
    faithful::keep_good,
};
use crate::{edit, span::Span};

/// A file with edits made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The new text of the file, markup included; of a file of a word processor the view.
    pub source: String,
    /// The new bytes of a file of a word processor.
    pub package: Option<Vec<u8>>,
    /// The edits that could not be made.
    pub refused: Vec<Refused>,
}

/// An edit that could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Its number among the edits asked for.
    pub edit: usize,
    /// Why not.
    pub reason: Refusal,
}

/// An edit of the view with its translation.
struct Translated<'a> {
    edit: usize,
    view: (Span, &'a str),
    /// In the spelling of the format.
    source: Vec<(Span, String)>,
}

impl Document {
    /// Makes edits of the view in the file, each whole or not at all.
    ///
    /// Bytes outside the edits stay. The new file is read again: an edit after which the view would not be the edited view is
    /// refused. Of two edits that overlap, the first stays.
    pub fn edited(&self, edits: &[(Span, &str)]) -> Edited {
        if let Origin::Package(office) = &self.origin {
            return edited_package(office, edits);
        }
        let mut refused = Vec::new();
        let translated = self.translated(edits, &mut refused);
        let kept = self.keep_faithful(translated, &mut refused);
        refused.sort_by_key(|refused| refused.edit);
        Edited {
            source: self.with(kept.iter()),
            package: None,
            refused,
        }
    }

    /// The edits of the file, in the spelling of its format, that one edit of the view comes to; none if it cannot be made. For
    /// text formats.
    pub fn source_edits(&self, edit: (Span, &str)) -> Option<Vec<(Span, String)>> {
        let source = self.translate(edit).ok()?;
        let translated = Translated {
            edit: 0,
            view: edit,
            source,
        };
        self.reads_as_meant(std::iter::once(&translated))
            .then_some(translated.source)
    }

    /// The bytes of the file for each stretch of the view that can be replaced as a whole, markup in its midst included; none where
    /// the text around it would then be read otherwise. The stretches are in order; of two that overlap, the first counts. For text
    /// formats.
    pub fn replaceable(&self, stretches: &[Span]) -> Vec<Option<Span>> {
        /// Stands for what will be written: brackets begin and end no mark in any format.
        const STAND_IN: &str = "(x)";
        let mut translated: Vec<Translated> = Vec::new();
        for (edit, stretch) in stretches.iter().enumerate() {
            let Some(source) = self.source_of(*stretch) else {
                continue;
            };
            let source = vec![(source, STAND_IN.to_owned())];
            let mut before = translated.last().into_iter();
            if before.all(|before| before.is_clear_of(*stretch, &source)) {
                let view = (*stretch, STAND_IN);
                translated.push(Translated { edit, view, source });
            }
        }
        let kept = self.keep_faithful(translated, &mut Vec::new());
        let mut replaceable = vec![None; stretches.len()];
        for translated in kept {
            replaceable[translated.edit] = translated.source.first().map(|(span, _)| *span);
        }
        replaceable
    }

    /// The document after edits of the file as it is written, where only what the view hides is changed by them.
    pub fn with_hidden_edits(&self, edits: &[(Span, &str)]) -> Option<Self> {
        let (source, n_made) = edit::apply(self.source(), edits);
        let read = self.has_markup().then(|| Self::read(source, self.format))?;
        let is_same = read.text == self.text && read.keyed.len() == self.keyed.len();
        (is_same && n_made == edits.len()).then_some(read)
    }

    /// The document that the edited file holds.
    #[must_use]
    pub fn read_again(&self, edited: Edited) -> Self {
        match edited.package {
            None => Self::read(edited.source, self.format),
            // What was edited has been read again already, so that it can be read.
            Some(bytes) => {
                let read = Self::read_package(bytes).unwrap_or_else(|_| self.clone());
                let revision = self.office().and_then(Office::revision);
                match revision {
                    Some(revision) => read.with_tracked_changes(revision.clone()),
                    None => Some(read),
                }
                .unwrap_or_else(|| self.clone())
            }
        }
    }

    /// Translates the edits, in the order of the view.
    fn translated<'e>(
        &self,
        edits: &[(Span, &'e str)],
        refused: &mut Vec<Refused>,
    ) -> Vec<Translated<'e>> {
        let mut order: Vec<usize> = (0..edits.len()).collect();
        order.sort_by_key(|idx| edits[*idx].0);
        let mut translated: Vec<Translated> = Vec::new();
        for edit in order {
            let view = edits[edit];
            match self.translate(view) {
                Ok(source)
                    if translated
                        .last()
                        .is_none_or(|last| last.is_clear_of(view.0, &source)) =>
                {
                    translated.push(Translated { edit, view, source });
                }
                Ok(_) => refused.push(Refused {
                    edit,
                    reason: Refusal::Overlaps,
                }),
                Err(reason) => refused.push(Refused { edit, reason }),
            }
        }
        translated
    }

    /// The edits of the file for one edit of the view, in the spelling of the format.
    fn translate(&self, edit: (Span, &str)) -> Result<Vec<(Span, String)>, Refusal> {
        let edits = self.map.translate(&self.text, edit, AcrossMarkup::Refuse)?;
        Ok(edits
            .into_iter()
            .map(|edit| {
                let around = self.around(edit.span);
                let written = escape_between(self.format, &edit.replacement, around);
                (edit.span, written)
            })
            .collect())
    }

    /// The characters before and behind a stretch of the file.
    fn around(&self, span: Span) -> [Option<char>; 2] {
        let source = self.source();
        let before = source.get(..span.start).unwrap_or_default();
        let behind = source.get(span.end..).unwrap_or_default();
        [before.chars().next_back(), behind.chars().next()]
    }

    /// Keeps those edits after which the file reads as was meant.
    fn keep_faithful<'e>(
        &self,
        translated: Vec<Translated<'e>>,
        refused: &mut Vec<Refused>,
    ) -> Vec<Translated<'e>> {
        let mut kept = Vec::new();
        keep_good(
            &mut kept,
            translated,
            &|edits| self.reads_as_meant(edits.iter()),
            &mut |single| {
                let reason = Refusal::ReadsOtherwise;
                refused.push(Refused {
                    edit: single.edit,
                    reason,
                });
            },
        );
        kept
    }

    /// Whether the file with these edits reads as the view with these edits, with the same citations by key.
    fn reads_as_meant<'t, 'e: 't>(
        &self,
        edits: impl Iterator<Item = &'t Translated<'e>> + Clone,
    ) -> bool {
        if !self.has_markup() {
            return true;
        }
        let view: Vec<_> = edits.clone().map(|edit| edit.view).collect();
        let read = Self::read(self.with(edits), self.format);
        read.text == edit::apply(&self.text, &view).0 && read.keyed.len() == self.keyed.len()
    }

    /// The file with these edits.
    fn with<'t, 'e: 't>(&self, edits: impl Iterator<Item = &'t Translated<'e>>) -> String {
        let edits: Vec<(Span, &str)> = edits
            .flat_map(|edit| &edit.source)
            .map(|(span, replacement)| (*span, replacement.as_str()))
            .collect();
        edit::apply(self.source(), &edits).0
    }
}

/// Makes edits of the view in a file of a word processor.
fn edited_package(office: &Office, edits: &[(Span, &str)]) -> Edited {
    let EditedFile { bytes, refused } = office.edit(edits);
    let is_refused = |edit: &usize| refused.iter().any(|refused| refused.edit == *edit);
    let made = (0..edits.len()).filter(|edit| !is_refused(edit));
    let made: Vec<_> = made.map(|edit| edits[edit]).collect();
    Edited {
        source: edit::apply(office.text(), &made).0,
        package: Some(bytes),
        refused,
    }
}

impl Translated<'_> {
    /// Whether an edit that comes later in the view shares no byte with this one, neither in the view nor in the file.
    fn is_clear_of(&self, view: Span, source: &[(Span, String)]) -> bool {
        let overlap = |(mine, _): &(Span, String)| {
            source.iter().any(|(other, _)| {
                mine.overlaps(*other) || (mine.start == other.start && mine.end == other.end)
            })
        };
        self.view.0.end <= view.start && !self.source.iter().any(overlap)
    }
}
