//! One file of a paper of several: what stands in it, linked as the whole paper is.

use super::Paper;
use crate::{
    document::{Document, Stretch},
    reference::{List, References},
    span::{SourceId, Span},
};

impl Paper {
    /// The numbers of its files, the main file first.
    pub fn sources(&self) -> &[SourceId] {
        match self.files.as_slice() {
            [] => std::slice::from_ref(&self.source),
            files => files,
        }
    }

    /// One file of a paper of several as a paper by itself: its citations and lists, with spans of its own view. `document` is what
    /// the file holds.
    ///
    /// Links lead to the references of the whole paper, which are all there; those of other files have no span of this one and stand
    /// at its beginning, empty.
    #[must_use]
    pub fn file_of(&self, source: SourceId, document: &Document) -> Self {
        let own = |span: Span| {
            let place = self.place(span);
            (place.source == source).then_some(place.span)
        };
        // What is nowhere, as the names of a cite without any, stays so.
        let within = |span: Span| {
            own(span)
                .filter(|_| span != Span::default())
                .unwrap_or_default()
        };
        let cited = self.citations.iter().zip(&self.links);
        let cited = cited.filter(|(citation, _)| own(citation.span).is_some());
        let (citations, links) = cited
            .map(|(citation, links)| (citation.moved(within), links.clone()))
            .unzip();
        let repetitions = self.repetitions.iter();
        let repetitions = repetitions.filter(|(repetition, _)| own(repetition.span).is_some());
        let mut items = self.references.items.clone();
        for reference in &mut items {
            reference.span = within(reference.span);
        }
        Self {
            source,
            document: document.clone(),
            files: Vec::new(),
            stretches: Vec::new(),
            references: References {
                lists: self.lists_of(source),
                items,
            },
            citations,
            links,
            repetitions: repetitions
                .map(|(repetition, link)| (repetition.moved(within), link.clone()))
                .collect(),
            practice: self.practice,
            entries: self.entries.clone(),
            style: self.style.clone(),
            is_of_larger: true,
        }
    }

    /// The lists of one file, in its view; of a list that goes on in another file, what stands in this one.
    fn lists_of(&self, source: SourceId) -> Vec<List> {
        let stretches = self.stretches.iter();
        let stretches = stretches.filter(|stretch| self.files[stretch.file] == source);
        let lists = stretches.flat_map(|stretch| {
            let lists = self.references.lists.iter();
            lists.filter_map(|list| {
                Some(List {
                    heading: list.heading.and_then(|heading| clipped(heading, stretch)),
                    span: clipped(list.span, stretch)?.trim(&self.document.text),
                })
            })
        });
        lists
            .map(|list| List {
                heading: list.heading.map(|heading| self.place(heading).span),
                span: self.place(list.span).span,
            })
            .collect()
    }
}

/// The part of a span that stands in a stretch.
fn clipped(span: Span, stretch: &Stretch) -> Option<Span> {
    let view = stretch.view;
    span.overlaps(view)
        .then(|| Span::new(span.start.max(view.start), span.end.min(view.end)))
}
