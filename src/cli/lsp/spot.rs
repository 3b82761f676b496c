//! What stands at a byte of an open file.

use refmend::{project::Paper, span::Place};

use super::analysis::Analysis;

/// What a person points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// A cite of a citation: their indices.
    Cite(usize, usize),
    /// A reference of the list.
    Reference(usize),
    /// A citation by key.
    Keyed(usize),
    /// An entry of the open .bib file.
    Entry(usize),
}

impl Spot {
    /// What stands at a byte.
    pub(super) fn at(analysis: &Analysis, offset: usize) -> Option<Self> {
        if let Some((_, bibliography)) = analysis.bibliography() {
            let mut entries = bibliography.file.entries.iter();
            let entry = entries.position(|entry| entry.span.contains(offset))?;
            return Some(Self::Entry(entry));
        }
        let paper = analysis.paper()?;
        let holds = |place: Place| {
            let span = analysis.written(place);
            analysis.is_open(place) && (span.contains(offset) || span.end == offset)
        };
        keyed(paper, holds)
            .or_else(|| cite(paper, holds))
            .or_else(|| reference(paper, holds))
    }
}

fn keyed(paper: &Paper, holds: impl Fn(Place) -> bool) -> Option<Spot> {
    let mut keyed = paper.document.keyed.iter();
    let idx = keyed.position(|keyed| holds(paper.place(keyed.span)))?;
    Some(Spot::Keyed(idx))
}

/// The cite at a place; where it is between the cites of a citation, the first.
fn cite(paper: &Paper, holds: impl Fn(Place) -> bool) -> Option<Spot> {
    let mut citations = paper.citations.iter();
    let citation = citations.position(|citation| holds(paper.place(citation.span)))?;
    let mut cites = paper.citations[citation].cites.iter();
    let cite =
        cites.position(|cite| holds(paper.place(cite.span)) || holds(paper.place(cite.names_span)));
    Some(Spot::Cite(citation, cite.unwrap_or(0)))
}

fn reference(paper: &Paper, holds: impl Fn(Place) -> bool) -> Option<Spot> {
    let mut references = paper.references.items.iter();
    let idx = references.position(|reference| holds(paper.place(reference.span)))?;
    Some(Spot::Reference(idx))
}

/// The references that a cite means or may mean.
pub(super) fn meant(paper: &Paper, citation: usize, cite: usize) -> Vec<usize> {
    let link = paper.links.get(citation).and_then(|links| links.get(cite));
    let matched = link.map_or(&[][..], |link| &link.matched);
    matched.iter().map(|candidate| candidate.index).collect()
}

/// The places of all cites that mean a reference.
pub(super) fn cites_of(paper: &Paper, reference: usize) -> Vec<Place> {
    let cites = paper.cites();
    cites
        .filter(|(_, _, link)| link.matched.iter().any(|one| one.index == reference))
        .map(|(_, cite, _)| paper.place(cite.span))
        .collect()
}
