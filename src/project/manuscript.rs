//! Papers of several files: `\input{chapter}`, `#include "chapter.typ"`.
//!
//! Where each file has its own list, or all cite by keys of a .bib file, each is a [`Paper`] by itself. Where one has the list and
//! another one cites from it, they are one paper, which is read as one text.

use super::{Paper, Project};
use crate::{
    document::{Document, JoinedFile},
    span::SourceId,
};

/// A file of a document that has several.
#[derive(Debug, Clone)]
pub struct Part {
    /// The path as the user sees it.
    pub name: String,
    /// What it holds.
    pub document: Document,
    /// The file that takes it in, by its index among all parts, and by which of its includes; none for the main file.
    pub at: Option<(usize, usize)>,
}

/// The files of a document that has several, the main file first.
#[derive(Debug)]
pub(crate) struct Manuscript {
    /// Its files, and where each is taken in.
    files: Vec<(SourceId, Option<(usize, usize)>)>,
    /// Whether all that it takes in was read.
    is_whole: bool,
}

impl Manuscript {
    fn has(&self, source: SourceId) -> bool {
        self.files.iter().any(|(file, _)| *file == source)
    }
}

impl Project {
    /// Adds a document of several files, the main file first and each behind the one that takes it in, and links it. `is_whole` says
    /// that nothing is missing that it takes in. Whether each file cites or lists anything is returned.
    pub fn add_manuscript(&mut self, parts: Vec<Part>, is_whole: bool) -> Vec<bool> {
        let (mut files, mut papers) = (Vec::new(), Vec::new());
        for part in parts {
            let source = self.sources.add_document(part.name, &part.document);
            files.push((source, part.at));
            papers.push(self.read_paper(source, part.document));
        }
        let are_papers = papers.iter().map(Paper::cites_or_lists).collect();
        let manuscript = Manuscript { files, is_whole };
        self.papers.extend(self.settled(&manuscript, papers));
        self.manuscripts.push(manuscript);
        are_papers
    }

    /// Links a file of a document of several again after its text has changed; whether it is one of such a document.
    pub(super) fn update_part(&mut self, source: SourceId) -> bool {
        let mut manuscripts = self.manuscripts.iter();
        let Some(idx) = manuscripts.position(|manuscript| manuscript.has(source)) else {
            return false;
        };
        let manuscript = self.manuscripts.swap_remove(idx);
        let is_of_it = |paper: &Paper| manuscript.has(paper.source);
        let first = self.papers.iter().position(is_of_it).unwrap_or(0);
        let papers = self
            .papers
            .extract_if(.., |paper| is_of_it(paper))
            .collect();
        let read = self.read_part_again(&manuscript, papers, source);
        self.papers.splice(first..first, read);
        self.manuscripts.push(manuscript);
        true
    }

    fn read_part_again(
        &self,
        manuscript: &Manuscript,
        mut papers: Vec<Paper>,
        source: SourceId,
    ) -> Vec<Paper> {
        let is_joined = papers.iter().any(|paper| !paper.files.is_empty());
        if is_joined {
            let joined = self.join(manuscript);
            if !joined.references.items.is_empty() {
                return vec![joined];
            }
            let files = manuscript.files.iter();
            papers = files
                .filter_map(|(file, _)| self.read_file(*file))
                .collect();
        } else if let Some(paper) = papers.iter_mut().find(|paper| paper.source == source)
            && let Some(read) = self.read_file(source)
        {
            *paper = read;
        }
        self.settled(manuscript, papers)
    }

    /// The papers that the files make, of which each is read by itself.
    fn settled(&self, manuscript: &Manuscript, mut papers: Vec<Paper>) -> Vec<Paper> {
        if is_divided(&papers) {
            return vec![self.join(manuscript)];
        }
        // A preamble or a table makes no larger document.
        let texts = papers.iter().filter(|paper| paper.cites_or_lists());
        let is_of_larger = texts.count() > 1 || !manuscript.is_whole;
        for paper in &mut papers {
            paper.is_of_larger = is_of_larger;
        }
        papers
    }

    /// All files as one paper.
    fn join(&self, manuscript: &Manuscript) -> Paper {
        let files = manuscript.files.iter();
        let (sources, files): (Vec<SourceId>, Vec<JoinedFile>) = files
            .filter_map(|(source, at)| {
                let document = self.sources.get(*source).document()?;
                Some((*source, JoinedFile { document, at: *at }))
            })
            .unzip();
        let (document, stretches) = Document::joined(&files);
        let main = sources.first().copied().unwrap_or_default();
        let mut paper = self.read_paper(main, document);
        paper.files = sources;
        paper.stretches = stretches;
        paper.is_of_larger = !manuscript.is_whole;
        paper
    }

    /// A file as a paper by itself.
    fn read_file(&self, source: SourceId) -> Option<Paper> {
        let document = self.sources.get(source).document()?;
        Some(self.read_paper(source, document.clone()))
    }
}

/// Whether one file has the list that another one cites from.
fn is_divided(papers: &[Paper]) -> bool {
    let (lists, texts): (Vec<&Paper>, Vec<&Paper>) = papers
        .iter()
        .partition(|paper| !paper.references.items.is_empty());
    let has_keys = lists.iter().any(|paper| !paper.document.listed.is_empty());
    let cites = |paper: &&Paper| {
        !paper.citations.is_empty() || (has_keys && !paper.document.keyed.is_empty())
    };
    !lists.is_empty() && texts.iter().any(cites)
}
