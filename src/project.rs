//! What one run knows: its papers, its .bib files, and how they hang together.

use crate::{
    citation::{Citation, Cite},
    document::Document,
    linkage::{CiteEvidence, Link},
    reference::References,
    source::Sources,
    span::{Place, SourceId, Span},
    work::fold,
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
    /// What each cite of each citation means.
    pub links: Vec<Vec<Link<CiteEvidence>>>,
}

impl Paper {
    /// All cites with their citation and link, in the order of the text.
    pub fn cites(&self) -> impl Iterator<Item = (&Citation, &Cite, &Link<CiteEvidence>)> {
        self.citations
            .iter()
            .zip(&self.links)
            .flat_map(|(citation, links)| {
                citation
                    .cites
                    .iter()
                    .zip(links)
                    .map(move |(cite, link)| (citation, cite, link))
            })
    }

    /// A cite in a few words, its names repeated where only its year is printed: `Smith and Jones 2010`.
    pub fn cited_as(&self, cite: &Cite) -> String {
        let text = &self.document.text;
        let names = fold::single_spaced(cite.names_span.slice(text));
        let year = cite.year.span.slice(text);
        match cite.year.suffix {
            Some(suffix) if year.len() < 4 => {
                format!("{names} {}{suffix}", cite.year.year.unwrap_or_default())
            }
            _ => format!("{names} {year}"),
        }
    }

    /// A reference in a few words, as a cite would have it: `Smith and Jones 2010`.
    pub fn listed_as(&self, idx: usize) -> String {
        let reference = &self.references.items[idx];
        let work = &reference.work;
        let names = match work.creators().names.as_slice() {
            [] => {
                let printed = work
                    .title
                    .as_deref()
                    .unwrap_or(reference.span.slice(&self.document.text));
                printed
                    .split_whitespace()
                    .take(6)
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            [one] => one.cited(),
            [one, two] => format!("{} and {}", one.cited(), two.cited()),
            [first, ..] => format!("{} et al.", first.cited()),
        };
        match work.issued.date {
            Some(date) => {
                let suffix = work.issued.suffix.map(String::from).unwrap_or_default();
                format!("{names} {}{suffix}", date.year)
            }
            None => names,
        }
    }

    /// Where a reference stands.
    pub fn listed_at(&self, idx: usize) -> Place {
        self.place(self.references.items[idx].span)
    }

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
