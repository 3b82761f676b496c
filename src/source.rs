//! The files of a run: a name for people, the text that spans slice, and the text that people see in their editor.

use std::sync::Arc;

use crate::{
    document::{Document, Map},
    span::{Place, SourceId, Span},
};

/// One file as the run sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, or `<stdin>`.
    pub name: String,
    /// The text view that spans refer to, shared with what was read from it.
    pub text: Arc<str>,
    /// The file with its markup, where the view is another text.
    written: Option<Written>,
}

/// A file as it is written, and the way to it from the view.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    text: String,
    map: Map,
}

impl Source {
    /// The text of the file, markup included.
    pub fn written(&self) -> &str {
        self.written
            .as_ref()
            .map_or(&self.text, |written| &written.text)
    }

    /// Where a span of the view stands in the text of the file; for text that is only in the view, the place before which it would
    /// stand.
    pub fn written_span(&self, span: Span) -> Span {
        self.written
            .as_ref()
            .map_or(span, |written| written.map.nearest_source(span))
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
            written: None,
        });
        SourceId(self.0.len() - 1)
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
        source.written = document.has_markup().then(|| Written {
            text: document.source().to_owned(),
            map: document.map.clone(),
        });
    }

    /// The file with this number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0]
    }

    /// The place in the file as it is written, markup included.
    pub fn written_place(&self, place: Place) -> Place {
        Place::new(
            place.source,
            self.get(place.source).written_span(place.span),
        )
    }

    /// The text of a place.
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.get(place.source).text)
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(idx, source)| (SourceId(idx), source))
    }
}
