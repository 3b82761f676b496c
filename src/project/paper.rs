//! A paper, and what its citations and references are called.

use std::{collections::BTreeSet, sync::Arc};

use super::EntryLink;
use crate::{
    bibtex,
    citation::{Citation, Cite, Repetition},
    document::{Document, Stretch},
    linkage::{CiteEvidence, Decision, Link, cite::Practice},
    reference::References,
    span::{Layer, Place, SourceId, Span},
    style::Style,
    work::fold,
};

/// A paper, read and linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its number among the files of the run; of a paper of several files, that of the main file.
    pub source: SourceId,
    /// Its text; of a paper of several files, that of [all of them](Document::joined).
    pub document: Document,
    /// Its files, the main file first, where it has several that are read as one.
    pub files: Vec<SourceId>,
    /// Where in its text the files stand; empty for a paper of one file.
    pub stretches: Vec<Stretch>,
    /// What it lists.
    pub references: References,
    /// What it cites.
    pub citations: Vec<Citation>,
    /// What each cite of each citation means.
    pub links: Vec<Vec<Link<CiteEvidence>>>,
    /// What repeats a citation: `ibid.`, and what each means.
    pub repetitions: Vec<(Repetition, Link<CiteEvidence>)>,
    /// How it writes its citations.
    pub practice: Practice,
    /// Which master entry each reference is; empty where the run has no master.
    pub entries: Vec<EntryLink>,
    /// The style that its citations shall have, if one was asked for.
    pub style: Option<Arc<Style>>,
    /// Whether it is one file of a larger document, so that its list or its citations may stand in another one.
    pub is_of_larger: bool,
}

impl Paper {
    /// Whether it cites or lists anything.
    pub fn cites_or_lists(&self) -> bool {
        !self.references.items.is_empty()
            || !self.citations.is_empty()
            || !self.document.keyed.is_empty()
    }

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
        if let Some(number) = cite.number {
            return format!("[{number}]");
        }
        if cite.year.year.is_none() && cite.year.status.is_none() {
            return fold::single_spaced(cite.span.slice(text)).into_owned();
        }
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

    /// The indices of the references that a citation or a repetition of one means or may mean.
    pub fn meant_references(&self) -> BTreeSet<usize> {
        let links = self.links.iter().flatten();
        let repeated = self.repetitions.iter().map(|(_, link)| link);
        let matched = links.chain(repeated).flat_map(|link| &link.matched);
        matched.map(|candidate| candidate.index).collect()
    }

    /// The indices of the references that a citation means for certain.
    pub fn cited_references(&self) -> BTreeSet<usize> {
        let links = self.links.iter().flatten();
        let matched = links.filter(|link| link.decision == Decision::Match);
        matched
            .flat_map(|link| &link.matched)
            .map(|candidate| candidate.index)
            .collect()
    }

    /// The keys of its references, made from them alone.
    pub fn keys(&self) -> Vec<String> {
        let works: Vec<_> = self
            .references
            .items
            .iter()
            .map(|reference| &reference.work)
            .collect();
        bibtex::keys(&works, |_| false)
    }

    /// A place in this paper, in the file that the span begins in; there it ends at the latest.
    pub fn place(&self, span: Span) -> Place {
        let behind = self
            .stretches
            .partition_point(|stretch| stretch.view.start <= span.start);
        let stretch = behind.checked_sub(1).map(|idx| &self.stretches[idx]);
        let Some(stretch) = stretch.or(self.stretches.first()) else {
            return Place::new(self.source, span);
        };
        let own = |position: usize| {
            let view = stretch.view;
            position.clamp(view.start, view.end) - view.start + stretch.start
        };
        let file = self.files[stretch.file];
        Place::new(file, Span::new(own(span.start), own(span.end)))
    }

    /// Whether a file is one of the paper.
    pub fn has_file(&self, source: SourceId) -> bool {
        self.source == source || self.files.contains(&source)
    }

    /// The bytes of its text at a place; none for one of another file, and for one of a file as it is written.
    pub fn span_of(&self, place: Place) -> Option<Span> {
        if place.layer != Layer::View {
            return None;
        }
        if self.stretches.is_empty() {
            return (place.source == self.source).then_some(place.span);
        }
        let mut stretches = self.stretches.iter();
        let stretch = stretches.find(|stretch| {
            let own = stretch.own();
            self.files[stretch.file] == place.source
                && own.start <= place.span.start
                && place.span.start <= own.end
        })?;
        let own = stretch.own();
        let inner = Span::new(place.span.start, place.span.end.min(own.end));
        Some(Span::new(inner.start - own.start, inner.end - own.start).shift(stretch.view.start))
    }
}
