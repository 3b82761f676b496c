//! Puts a text view together, piece by piece.

use super::{
    KeyedCitation, ListedKey,
    map::{Map, Piece},
};
use crate::span::Span;

/// What stands between the text so far and the text to come; it is written when that text comes, so that no view and no paragraph
/// begins or ends with white space.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    /// White space of the file that reads as one space.
    Space(Span),
    /// A forced line break.
    Line(Span),
    /// The border between two cells of a row.
    Cell,
    /// The end of a paragraph, a heading, a list item, a row.
    Paragraph,
}

/// A view in the making. All spans handed to it are of the source.
#[derive(Debug)]
pub(super) struct View<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
    masked: Vec<Span>,
    keyed: Vec<KeyedCitation>,
    listed: Vec<ListedKey>,
    /// Footnotes called in the current paragraph; each becomes a paragraph behind it.
    notes: Vec<View<'a>>,
    gap: Gap,
}

/// A view, finished.
pub(super) struct Finished {
    pub(super) text: String,
    pub(super) map: Map,
    pub(super) prose: Vec<Span>,
    pub(super) keyed: Vec<KeyedCitation>,
    pub(super) listed: Vec<ListedKey>,
}

impl<'a> View<'a> {
    /// Begins an empty view of a source.
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            text: String::new(),
            pieces: Vec::new(),
            masked: Vec::new(),
            keyed: Vec::new(),
            listed: Vec::new(),
            notes: Vec::new(),
            gap: Gap::None,
        }
    }

    /// An empty view of the same source, for a footnote.
    pub(super) fn new_note(&self) -> Self {
        Self::new(self.source)
    }

    /// Adds prose; each run of white space reads as one space.
    pub(super) fn words(&mut self, span: Span) {
        let text = span.slice(self.source);
        let mut start = 0;
        while start < text.len() {
            let rest = &text[start..];
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.piece(Span::new(start, start + word).shift(span.start), None);
            }
            let after = &rest[word..];
            let space = after.len() - after.trim_start_matches(is_space).len();
            if space > 0 {
                self.space(Span::new(start + word, start + word + space).shift(span.start));
            }
            start += word + space;
        }
    }

    /// Adds text that is to be read, but not as prose: code, formulas, addresses. Gives its place in the view.
    pub(super) fn masked(&mut self, span: Span) -> Span {
        let span = span.trim(self.source);
        self.flush(span.start);
        let start = self.text.len();
        self.words(span);
        let view = Span::new(start, self.text.len());
        if !view.is_empty() {
            self.masked.push(view);
        }
        view
    }

    /// Adds text that the file writes in another way.
    pub(super) fn converted(&mut self, span: Span, text: &str) {
        if text.chars().all(is_space) {
            self.space(span);
        } else {
            self.piece(span, Some(text));
        }
    }

    /// Adds text that is nowhere in the file: the heading that LaTeX prints above a bibliography.
    pub(super) fn inserted(&mut self, text: &str) {
        self.flush(0);
        self.text.push_str(text);
    }

    /// Notes white space of the file.
    pub(super) fn space(&mut self, span: Span) {
        self.gap = match self.gap {
            Gap::None => Gap::Space(span),
            Gap::Space(before) if before.end == span.start => Gap::Space(before.join(span)),
            gap => gap,
        };
    }

    /// Notes a forced line break.
    pub(super) fn line(&mut self, span: Span) {
        if !matches!(self.gap, Gap::Cell | Gap::Paragraph) {
            self.gap = Gap::Line(span);
        }
    }

    /// Begins another cell of the same row: a tab, as in text copied out of a table. Behind cells of whole paragraphs it is nothing.
    pub(super) fn cell(&mut self) {
        if self.gap != Gap::Paragraph {
            self.gap = Gap::Cell;
        }
    }

    /// Ends the paragraph, and puts the footnotes called in it behind it.
    pub(super) fn paragraph(&mut self) {
        self.gap = Gap::Paragraph;
        for mut note in std::mem::take(&mut self.notes) {
            note.paragraph();
            self.append(note);
        }
    }

    /// Adds a footnote called at this place.
    pub(super) fn note(&mut self, note: View<'a>) {
        self.notes.push(note);
    }

    /// Adds a citation by key whose bytes the view already has, as masked text.
    pub(super) fn keyed(&mut self, citation: KeyedCitation) {
        self.keyed.push(citation);
    }

    /// The text so far, to the last visible character.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Masks the text since a place of the view.
    pub(super) fn mask_from(&mut self, start: usize) {
        let span = Span::new(start, self.text.len()).trim(&self.text);
        if !span.is_empty() {
            self.masked.push(span);
        }
    }

    /// Gives a key to the reference that the view has from `start` on.
    pub(super) fn listed(&mut self, key: &str, start: usize) {
        let span = Span::new(start, self.text.len()).trim(&self.text);
        if !span.is_empty() {
            self.listed.push(ListedKey {
                key: key.to_owned(),
                span,
            });
        }
    }

    /// Where bytes of the source that were added lately stand in the view.
    pub(super) fn view_of(&self, source: Span) -> Span {
        let at = |position: usize| {
            let piece = self
                .pieces
                .iter()
                .rev()
                .find(|piece| piece.source.start <= position);
            piece.map_or(0, |piece| {
                let offset = (position - piece.source.start).min(piece.view.len());
                piece.view.start + offset
            })
        };
        let start = at(source.start);
        Span::new(start, at(source.end).max(start))
    }

    /// Ends the view.
    pub(super) fn finish(mut self) -> Finished {
        self.paragraph();
        self.masked.sort_unstable();
        Finished {
            prose: between(&self.masked, self.text.len()),
            map: Map::new(self.pieces),
            text: self.text,
            keyed: self.keyed,
            listed: self.listed,
        }
    }

    /// Adds a piece: a verbatim one, or one that reads as `text`.
    fn piece(&mut self, span: Span, text: Option<&str>) {
        self.flush(span.start);
        self.push(span, text.unwrap_or_else(|| span.slice(self.source)));
    }

    /// Adds text to the view and its piece to the map; a verbatim piece that goes on where the last one ends lengthens it.
    fn push(&mut self, source: Span, text: &str) {
        let view = Span::new(self.text.len(), self.text.len() + text.len());
        let verbatim = source.slice(self.source) == text;
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(last)
                if verbatim
                    && last.verbatim
                    && last.view.end == view.start
                    && last.source.end == source.start =>
            {
                last.view.end = view.end;
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece {
                view,
                part: 0,
                source,
                verbatim,
            }),
        }
    }

    /// Writes the gap before text that begins at `next` in the source.
    fn flush(&mut self, next: usize) {
        let gap = std::mem::take(&mut self.gap);
        if self.text.is_empty() {
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space(span) => self.push(span, " "),
            Gap::Line(span) => self.push(span, "\n"),
            Gap::Cell => self.text.push('\t'),
            Gap::Paragraph => match self.blank_before(next) {
                Some(span) => self.push(span, "\n\n"),
                None => self.text.push_str("\n\n"),
            },
        }
    }

    /// The source between the last piece and `next`, if nothing but white space is there: then the break can be edited.
    fn blank_before(&self, next: usize) -> Option<Span> {
        let end = self.pieces.last()?.source.end;
        let between = self.source.get(end..next)?;
        (!between.is_empty() && between.chars().all(is_space)).then(|| Span::new(end, next))
    }

    /// Adds another view of the same source.
    fn append(&mut self, other: View<'a>) {
        let Some(first) = other.pieces.first() else {
            return;
        };
        self.flush(first.source.start);
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece {
            view: piece.view.shift(offset),
            ..*piece
        }));
        self.masked
            .extend(other.masked.iter().map(|span| span.shift(offset)));
        self.keyed
            .extend(other.keyed.into_iter().map(|keyed| keyed.shift(offset)));
        self.gap = Gap::Paragraph;
    }
}

/// White space that a source may wrap at; the spaces that do not break are text and stay.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// The stretches of a text of `len` bytes that lie between the masked ones, which are sorted and may nest.
fn between(masked: &[Span], len: usize) -> Vec<Span> {
    let mut prose = Vec::new();
    let mut position = 0;
    for span in masked.iter().chain([&Span::at(len)]) {
        if position < span.start {
            prose.push(Span::new(position, span.start));
        }
        position = position.max(span.end);
    }
    prose
}
