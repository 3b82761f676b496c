//! All that was seen in a paper, for programs.

use serde::Serialize;

use super::{FindingJson, Positions};
use crate::{
    citation::Mode,
    finding::Finding,
    linkage::{CiteEvidence, Decision, Link},
    project::{Paper, Project},
    reference::{FieldConfidence, Fields},
    span::Span,
    work::EntryType,
};

/// A paper as `dump` prints it; offsets are bytes of the text view, the end exclusive.
#[derive(Debug, Serialize)]
struct PaperJson<'a> {
    /// The name of the file; one that takes in others is followed by these.
    file: &'a str,
    references: Vec<ReferenceJson<'a>>,
    citations: Vec<CitationJson>,
    /// `ibid.`, `op. cit.`: what repeats a citation stands apart from those that name a work.
    repetitions: Vec<CiteJson>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ReferenceJson<'a> {
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

/// Renders a paper of the project with its findings as one JSON object.
pub fn dump(paper: &Paper, keys: &[String], findings: &[Finding], project: &Project) -> String {
    let mut positions = Positions::new(&project.sources);
    let json = PaperJson {
        file: &project.sources.get(paper.source).name,
        references: references(paper, keys),
        citations: citations(paper),
        repetitions: repetitions(paper),
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

fn references<'a>(paper: &'a Paper, keys: &'a [String]) -> Vec<ReferenceJson<'a>> {
    let references = paper.references.items.iter().zip(keys);
    references
        .map(|(reference, key)| ReferenceJson {
            span: reference.span,
            text: reference.span.slice(&paper.document.text),
            key,
            entry_type: reference.work.entry_type,
            issued: reference.work.issued.date.map(|date| date.to_string()),
            fields: &reference.fields,
            confidence: reference.confidence,
            field_confidence: &reference.field_confidence,
        })
        .collect()
}

fn repetitions(paper: &Paper) -> Vec<CiteJson> {
    let repetitions = paper.repetitions.iter();
    repetitions
        .map(|(repetition, link)| CiteJson::new(repetition.span, link))
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

fn citations(paper: &Paper) -> Vec<CitationJson> {
    let citations = paper.citations.iter().zip(&paper.links);
    citations
        .map(|(citation, links)| CitationJson {
            span: citation.span,
            mode: citation.mode,
            cites: citation
                .cites
                .iter()
                .zip(links)
                .map(|(cite, link)| CiteJson::new(cite.span, link))
                .collect(),
        })
        .collect()
}
