//! What is shown of the thing under the pointer: the entry.

use std::{ffi::OsStr, path::Path};

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use refmend::{
    bibtex,
    linkage::Decision,
    project::{Paper, Project},
    span::Place,
};

use super::{
    analysis::Analysis,
    spot::{self, Spot},
};

/// What is shown at a position.
pub(super) fn of(analysis: &Analysis, position: Position) -> Option<Hover> {
    let spot = Spot::at(analysis, analysis.offset(position))?;
    let (text, place) = match spot {
        Spot::Entry(_) => return None,
        Spot::Cite(citation, cite) => of_cite(analysis, citation, cite)?,
        Spot::Reference(idx) => of_reference(analysis, idx)?,
        Spot::Keyed(idx) => of_key(analysis, idx)?,
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: text,
        }),
        range: Some(analysis.range(place)),
    })
}

/// The entries of the references that a cite means.
fn of_cite(analysis: &Analysis, citation: usize, cite: usize) -> Option<(String, Place)> {
    let paper = analysis.paper()?;
    let span = paper.citations.get(citation)?.cites.get(cite)?.span;
    let meant = spot::meant(paper, citation, cite);
    let entries = meant
        .iter()
        .map(|idx| entry(analysis.project(), paper, *idx));
    let decision = paper.links[citation].get(cite)?.decision;
    let text = match (decision, meant.as_slice()) {
        (_, []) => "No reference of the list is meant.".to_owned(),
        (Decision::Match, _) => entries.collect::<Vec<_>>().join("\n"),
        _ => format!(
            "Not sure; it may be:\n\n{}",
            entries.collect::<Vec<_>>().join("\n")
        ),
    };
    Some((text, paper.place(span)))
}

/// The entry of a reference, and how often it is cited.
fn of_reference(analysis: &Analysis, idx: usize) -> Option<(String, Place)> {
    let paper = analysis.paper()?;
    let times = match spot::cites_of(paper, idx).len() {
        0 => "Never cited.".to_owned(),
        1 => "Cited once.".to_owned(),
        count => format!("Cited {count} times."),
    };
    let text = format!("{}\n{times}", entry(analysis.project(), paper, idx));
    Some((text, paper.listed_at(idx)))
}

/// The entry with the key of a citation.
fn of_key(analysis: &Analysis, idx: usize) -> Option<(String, Place)> {
    let paper = analysis.paper()?;
    let keyed = paper.document.keyed.get(idx)?;
    let project = analysis.project();
    let text = project.bibliographies.iter().find_map(|bibliography| {
        let idx = bibliography.file.find(&keyed.key)?;
        let span = bibliography.file.entries[idx].span;
        let name = &project.sources.get(bibliography.source).name;
        let text = fenced(span.slice(bibliography.file.text()));
        Some(format!("{text}\n{}", file_name(name)))
    });
    let text = text.unwrap_or_else(|| format!("No entry has the key `{}`.", keyed.key));
    Some((text, paper.place(keyed.span)))
}

/// The entry that a master has for a reference, else the one that the reference makes.
fn entry(project: &Project, paper: &Paper, idx: usize) -> String {
    if let Some((bibliography, entry)) = master_entry(paper, idx) {
        let bibliography = &project.bibliographies[bibliography];
        let span = bibliography.file.entries[entry].span;
        let name = &project.sources.get(bibliography.source).name;
        let text = fenced(span.slice(bibliography.file.text()));
        return format!("{text}\n{}\n", file_name(name));
    }
    let key = paper.keys().swap_remove(idx);
    fenced(&bibtex::entry_text(&paper.references.items[idx].work, &key))
}

/// The master and the entry in it that a reference is for certain.
pub(super) fn master_entry(paper: &Paper, reference: usize) -> Option<(usize, usize)> {
    let found = paper.entries.get(reference)?;
    let best = found.link.matched.first()?;
    let is_certain = found.link.decision == Decision::Match;
    is_certain.then_some((found.bibliography, best.index))
}

/// An entry as a block of code.
fn fenced(entry: &str) -> String {
    format!("```bibtex\n{}\n```\n", entry.trim_end())
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    let name = Path::new(path).file_name().and_then(OsStr::to_str);
    name.unwrap_or(path)
}
