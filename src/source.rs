//! The files of a run: a name for people, the text that spans slice, and the text that people see in their editor.

use std::sync::Arc;

use crate::{
    document::{Document, Format},
    edit::{Edit, Fix},
    span::{Layer, Place, SourceId, Span},
};

/// One file as the run sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, or `<stdin>`.
    pub name: String,
    /// The text view that spans refer to, shared with what was read from it.
    pub text: Arc<str>,
    /// The paper, with the way back to the file; none for a .bib file.
    document: Option<Document>,
    /// Where the lines of the text come from, if it is an excerpt of a file; empty if it is all of it.
    pieces: Vec<Piece>,
}

/// Where some lines of an excerpt stand in their file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where they begin in the excerpt.
    pub start: usize,
    /// Where they begin in the file.
    pub start_in_file: usize,
    /// The number of the first of them in the file, from 1.
    pub line: usize,
}

impl Source {
    /// The text of the file, markup included.
    pub fn written(&self) -> &str {
        self.marked_up().map_or(&self.text, Document::source)
    }

    /// The paper in it; none for a .bib file.
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// How the file is written; a .bib file counts as plain text.
    pub fn format(&self) -> Format {
        let document = self.document.as_ref();
        document.map_or(Format::Plain, |document| document.format)
    }

    /// Where a span of the view stands in the text of the file; for text that is only in the view, the place before which it would
    /// stand.
    pub fn written_span(&self, span: Span) -> Span {
        self.marked_up()
            .map_or(span, |document| document.map.nearest_source(span))
    }

    /// Whether the text holds only some lines of the file.
    pub fn is_excerpt(&self) -> bool {
        !self.pieces.is_empty()
    }

    /// The lines of an excerpt among which a byte stands.
    pub fn piece(&self, offset: usize) -> Option<Piece> {
        let behind = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(behind.checked_sub(1)?).copied()
    }

    /// The number of the page on which a byte stands, from 1, and where in the text it begins; none if the file has no pages.
    pub fn page(&self, offset: usize) -> Option<(usize, usize)> {
        let pages = self.document.as_ref()?.pages()?;
        let number = pages.partition_point(|start| *start <= offset).max(1);
        Some((number, *pages.get(number - 1)?))
    }

    /// A span of the text as bytes of the file; the same but for excerpts.
    pub fn span_in_file(&self, span: Span) -> Span {
        match self.piece(span.start) {
            Some(piece) => {
                let start = span.start - piece.start + piece.start_in_file;
                Span::new(start, start + span.len())
            }
            None => span,
        }
    }

    /// The paper, if its view is another text than the file.
    fn marked_up(&self) -> Option<&Document> {
        self.document
            .as_ref()
            .filter(|document| document.has_markup())
    }

    /// The edits of the file that an edit of the view comes to, in the spelling of the format; none if there is no place for it,
    /// as in a PDF or the zip file of a word processor.
    fn written_edit(&self, edit: &Edit) -> Option<Vec<Edit>> {
        let Some(document) = &self.document else {
            return Some(vec![edit.clone()]);
        };
        if document.package().is_some() || document.pages().is_some() {
            return None;
        }
        if !document.has_markup() || edit.place.layer == Layer::Written {
            return Some(vec![edit.clone()]);
        }
        let edits = document.source_edits((edit.place.span, &edit.replacement))?;
        let place = |span| Place::written(edit.place.source, span);
        let edits = edits.into_iter();
        Some(
            edits
                .map(|(span, text)| Edit::new(place(span), text))
                .collect(),
        )
    }
}

/// All files of a run, in the order in which they were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) -> SourceId {
        self.0.push(Source {
            name: name.into(),
            text: text.into(),
            document: None,
            pieces: Vec::new(),
        });
        SourceId(self.0.len() - 1)
    }

    /// Adds some lines of a file and returns its number.
    pub fn add_excerpt(
        &mut self,
        name: impl Into<String>,
        text: impl Into<Arc<str>>,
        pieces: Vec<Piece>,
    ) -> SourceId {
        let id = self.add(name, text);
        self.0[id.0].pieces = pieces;
        id
    }

    /// Adds a paper and returns its number.
    pub fn add_document(&mut self, name: impl Into<String>, document: &Document) -> SourceId {
        let id = self.add(name, "");
        self.update(id, document);
        id
    }

    /// Gives a paper another text.
    pub fn update(&mut self, id: SourceId, document: &Document) {
        let source = &mut self.0[id.0];
        source.text = document.text.as_str().into();
        source.document = Some(document.clone());
    }

    /// The file with this number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0]
    }

    /// The place in the file as it is written, markup included.
    pub fn written_place(&self, place: Place) -> Place {
        match place.layer {
            Layer::Written => place,
            Layer::View => {
                let span = self.get(place.source).written_span(place.span);
                Place::written(place.source, span)
            }
        }
    }

    /// The place of bytes of the file as it is written; where the view is the file, it is a place of the view like any other.
    pub fn place_in_file(&self, source: SourceId, span: Span) -> Place {
        match self.get(source).marked_up() {
            Some(_) => Place::written(source, span),
            None => Place::new(source, span),
        }
    }

    /// The edits of a fix as edits of the files as they are written, in the spelling of their formats; none if one of them cannot
    /// be made there.
    ///
    /// A file with markup is read again for each of its edits, to see that the markup does not change what they mean.
    pub fn written_edits(&self, fix: &Fix) -> Option<Vec<Edit>> {
        let edits = fix.edits.iter();
        let edits: Option<Vec<_>> = edits
            .map(|edit| self.get(edit.place.source).written_edit(edit))
            .collect();
        Some(edits?.concat())
    }

    /// The text of a place.
    pub fn slice(&self, place: Place) -> &str {
        let source = self.get(place.source);
        place.span.slice(match place.layer {
            Layer::View => &source.text,
            Layer::Written => source.written(),
        })
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(idx, source)| (SourceId(idx), source))
    }
}
