//! All that was seen in a paper, for programs.

use serde::Serialize;

use super::{FindingJson, Positions};
use crate::{
    citation::Mode,
    finding::Finding,
    linkage::{CiteEvidence, Decision, Link},
    project::{Paper, Project},
    reference::{FieldConfidence, Fields},
    span::{SourceId, Span},
    work::EntryType,
};

/// A paper as `dump` prints it; offsets are bytes of the text view, the end exclusive.
#[derive(Debug, Serialize)]
struct PaperJson<'a> {
    /// The name of the file; one that takes in others is followed by these.
    file: &'a str,
    /// Of a paper whose list and citations stand in several files, those of all files.
    references: Vec<ReferenceJson<'a>>,
    citations: Vec<CitationJson>,
    /// `ibid.`, `op. cit.`: what repeats a citation stands apart from those that name a work.
    repetitions: Vec<CiteJson>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ReferenceJson<'a> {
    /// The file that it stands in, where that is another one than that of the object.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    key: &'a str,
    entry_type: EntryType,
    /// The date as biblatex has it, where the printed one is divided over the reference.
    issued: Option<String>,
    fields: &'a Fields,
    confidence: f32,
    field_confidence: &'a FieldConfidence,
}

#[derive(Debug, Serialize)]
struct CitationJson {
    #[serde(flatten)]
    span: Span,
    mode: Mode,
    cites: Vec<CiteJson>,
}

#[derive(Debug, Serialize)]
struct CiteJson {
    #[serde(flatten)]
    span: Span,
    /// Indices into the references.
    references: Vec<usize>,
    decision: Decision,
}

/// Renders a file of a paper of the project with its findings as one JSON object.
pub fn dump(
    (paper, file): (&Paper, SourceId),
    keys: &[String],
    findings: &[Finding],
    project: &Project,
) -> String {
    let mut positions = Positions::new(&project.sources);
    let json = PaperJson {
        file: &project.sources.get(file).name,
        references: references((paper, file), keys, project),
        citations: citations(paper, file),
        repetitions: repetitions(paper, file),
        findings: findings
            .iter()
            .map(|finding| FindingJson::new(finding, &project.sources, &mut positions))
            .collect(),
    };
    let mut output =
        serde_json::to_string_pretty(&json).expect("a paper holds nothing that JSON lacks");
    output.push('\n');
    output
}

fn references<'a>(
    (paper, file): (&'a Paper, SourceId),
    keys: &'a [String],
    project: &'a Project,
) -> Vec<ReferenceJson<'a>> {
    let references = paper.references.items.iter().zip(keys);
    references
        .map(|(reference, key)| {
            let place = paper.place(reference.span);
            let other = (place.source != file).then_some(place.source);
            ReferenceJson {
                file: other.map(|source| project.sources.get(source).name.as_str()),
                span: place.span,
                text: reference.span.slice(&paper.document.text),
                key,
                entry_type: reference.work.entry_type,
                issued: reference.work.issued.date.map(|date| date.to_string()),
                fields: &reference.fields,
                confidence: reference.confidence,
                field_confidence: &reference.field_confidence,
            }
        })
        .collect()
}

/// A span of the paper in the view of a file; none if it stands in another one.
fn in_file(paper: &Paper, file: SourceId, span: Span) -> Option<Span> {
    let place = paper.place(span);
    (place.source == file).then_some(place.span)
}

fn repetitions(paper: &Paper, file: SourceId) -> Vec<CiteJson> {
    let repetitions = paper.repetitions.iter();
    repetitions
        .filter_map(|(repetition, link)| {
            let span = in_file(paper, file, repetition.span)?;
            Some(CiteJson::new(span, link))
        })
        .collect()
}

impl CiteJson {
    fn new(span: Span, link: &Link<CiteEvidence>) -> Self {
        let matched = link.matched.iter();
        Self {
            span,
            references: matched.map(|candidate| candidate.index).collect(),
            decision: link.decision,
        }
    }
}

fn citations(paper: &Paper, file: SourceId) -> Vec<CitationJson> {
    let citations = paper.citations.iter().zip(&paper.links);
    citations
        .filter_map(|(citation, links)| {
            let cites = citation.cites.iter().zip(links);
            Some(CitationJson {
                span: in_file(paper, file, citation.span)?,
                mode: citation.mode,
                cites: cites
                    .map(|(cite, link)| CiteJson::new(paper.place(cite.span).span, link))
                    .collect(),
            })
        })
        .collect()
}
