//! From a citation to its reference and entry, and back to all citations.

use std::path::Path;

use lsp_types::{Location, Position};
use refmend::{project::Paper, span::Place};

use super::{
    analysis::Analysis,
    hover::master_entry,
    session::Session,
    spot::{self, Spot},
};

/// Where the thing at a position is set down: the reference of a cite, the entry of a reference or key.
pub(super) fn definition(analysis: &Analysis, position: Position) -> Vec<Location> {
    let spot = Spot::at(analysis, analysis.offset(position));
    let places = spot.and_then(|spot| definitions(analysis, spot));
    let places = places.unwrap_or_default().into_iter();
    places
        .filter_map(|place| analysis.location(place))
        .collect()
}

fn definitions(analysis: &Analysis, spot: Spot) -> Option<Vec<Place>> {
    let paper = analysis.paper()?;
    Some(match spot {
        Spot::Cite(citation, cite) => {
            let meant = spot::meant(paper, citation, cite).into_iter();
            meant.map(|idx| paper.listed_at(idx)).collect()
        }
        Spot::Reference(idx) => entry_place(analysis, paper, idx).into_iter().collect(),
        Spot::Keyed(idx) => places_of_key(analysis, &paper.document.keyed.get(idx)?.key),
        Spot::Entry(_) => return None,
    })
}

/// Where the entry of a reference stands.
fn entry_place(analysis: &Analysis, paper: &Paper, reference: usize) -> Option<Place> {
    let (bibliography, entry) = master_entry(paper, reference)?;
    let bibliography = analysis.project().bibliographies.get(bibliography)?;
    Some(bibliography.place(bibliography.file.entries.get(entry)?.span))
}

/// Where the entry or the `\bibitem` with a key stands.
fn places_of_key(analysis: &Analysis, key: &str) -> Vec<Place> {
    let entries = analysis.project().bibliographies.iter();
    let entries = entries.filter_map(|bibliography| {
        let idx = bibliography.file.find(key)?;
        Some(bibliography.place(bibliography.file.entries[idx].span))
    });
    let papers = analysis.project().papers.iter();
    let listed = papers.flat_map(|paper| {
        let listed = paper.document.listed.iter();
        let listed = listed.filter(|listed| listed.key == key);
        listed.map(|listed| paper.place(listed.span))
    });
    entries.chain(listed).collect()
}

/// Where the work at a position is cited; with `declared` also where it is set down.
pub(super) fn references(
    session: &mut Session,
    path: &Path,
    position: Position,
    declared: bool,
) -> Vec<Location> {
    let Some(analysis) = session.analysis(path) else {
        return Vec::new();
    };
    let Some(spot) = Spot::at(analysis, analysis.offset(position)) else {
        return Vec::new();
    };
    let mut found = cites(analysis, spot);
    if declared {
        found.extend(definition(analysis, position));
    }
    if let Some(key) = key_at(analysis, spot) {
        let others = session.other_papers(path);
        // A part is read by itself and with its main file.
        for place in others.iter().flat_map(|other| cites_by_key(other, &key)) {
            if !found.contains(&place) {
                found.push(place);
            }
        }
    }
    found
}

/// The cites of the open paper that mean what a spot means.
fn cites(analysis: &Analysis, spot: Spot) -> Vec<Location> {
    let Some(paper) = analysis.paper() else {
        return Vec::new();
    };
    let of_reference = |idx: usize| spot::cites_of(paper, idx);
    let places = match spot {
        Spot::Cite(citation, cite) => {
            let meant = spot::meant(paper, citation, cite).into_iter();
            meant.flat_map(of_reference).collect()
        }
        Spot::Reference(idx) => of_reference(idx),
        Spot::Keyed(_) | Spot::Entry(_) => Vec::new(),
    };
    let keyed = key_at(analysis, spot);
    let keyed = keyed
        .map(|key| cites_by_key(analysis, &key))
        .unwrap_or_default();
    let places = places
        .into_iter()
        .filter_map(|place| analysis.location(place));
    places.chain(keyed).collect()
}

/// The key at a spot.
pub(super) fn key_at(analysis: &Analysis, spot: Spot) -> Option<String> {
    match spot {
        Spot::Keyed(idx) => Some(analysis.paper()?.document.keyed.get(idx)?.key.clone()),
        Spot::Entry(idx) => Some(analysis.bibliography()?.1.file.key(idx).to_owned()),
        Spot::Cite(..) | Spot::Reference(_) => None,
    }
}

/// Where a paper and its parts cite an entry: by its key, or by names and year where its reference is that entry for certain.
fn cites_by_key(analysis: &Analysis, key: &str) -> Vec<Location> {
    let papers = analysis.project().papers.iter();
    let places = papers.flat_map(|paper| {
        let keyed = paper.document.keyed.iter().filter(|keyed| keyed.key == key);
        let keyed = keyed.map(|keyed| paper.place(keyed.key_span));
        let listed = 0..paper.references.items.len();
        let typed = listed.filter(|idx| is_entry(analysis, paper, *idx, key));
        keyed.chain(typed.flat_map(|idx| spot::cites_of(paper, idx)))
    });
    places
        .filter_map(|place| analysis.location(place))
        .collect()
}

/// Whether a reference is the entry with a key, for certain.
fn is_entry(analysis: &Analysis, paper: &Paper, reference: usize, key: &str) -> bool {
    let files = &analysis.project().bibliographies;
    let entry = master_entry(paper, reference);
    entry.is_some_and(|(bibliography, entry)| files[bibliography].file.key(entry) == key)
}
