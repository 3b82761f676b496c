//! What one run knows: its papers, its .bib files, and how they hang together.

use crate::{
    citation::Citation,
    document::Document,
    reference::References,
    source::Sources,
    span::{Place, SourceId, Span},
};

/// A paper, read and linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its number among the files of the run.
    pub source: SourceId,
    /// Its text.
    pub document: Document,
    /// What it lists.
    pub references: References,
    /// What it cites.
    pub citations: Vec<Citation>,
}

impl Paper {
    /// A place in this paper.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.source, span)
    }
}

/// A .bib file of the run.
#[derive(Debug, Clone, PartialEq)]
pub struct Bibliography {
    /// Its number among the files of the run.
    pub source: SourceId,
}

/// All that one run knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Project {
    /// Names and texts of all files.
    pub sources: Sources,
    /// The papers.
    pub papers: Vec<Paper>,
    /// The master .bib files, and those that are checked themselves.
    pub bibliographies: Vec<Bibliography>,
}
