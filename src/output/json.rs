//! Findings for programs.

use serde::Serialize;

use super::{Position, Positions};
use crate::{
    edit::{Applicability, Edit},
    finding::{Confidence, Finding, Severity},
    source::Sources,
};

/// A finding as programs read it; offsets are bytes of the file's text view, the end exclusive.
#[derive(Debug, Clone, Serialize)]
pub struct FindingJson<'a> {
    rule: &'a str,
    severity: Severity,
    confidence: Confidence,
    message: &'a str,
    path: &'a str,
    start: usize,
    end: usize,
    #[serde(flatten)]
    position: Position,
    related: Vec<RelatedJson<'a>>,
    help: Option<&'a str>,
    fix: Option<FixJson<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct RelatedJson<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    message: &'a str,
}

#[derive(Debug, Clone, Serialize)]
struct FixJson<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<EditJson<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct EditJson<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    replacement: &'a str,
}

impl<'a> FindingJson<'a> {
    /// Looks up the place of a finding.
    pub fn new(finding: &'a Finding, sources: &'a Sources, positions: &mut Positions) -> Self {
        let path = |place: crate::span::Place| sources.get(place.source).name.as_str();
        let edit = |edit: &'a Edit| EditJson {
            path: path(edit.place),
            start: edit.place.span.start,
            end: edit.place.span.end,
            replacement: &edit.replacement,
        };
        Self {
            rule: finding.rule,
            severity: finding.severity,
            confidence: finding.confidence,
            message: &finding.message,
            path: path(finding.place),
            start: finding.place.span.start,
            end: finding.place.span.end,
            position: positions.start(finding.place),
            related: finding
                .related
                .iter()
                .map(|related| RelatedJson {
                    path: path(related.place),
                    start: related.place.span.start,
                    end: related.place.span.end,
                    message: &related.message,
                })
                .collect(),
            help: finding.help.as_deref(),
            fix: finding.fix.as_ref().map(|fix| FixJson {
                title: &fix.title,
                applicability: fix.applicability,
                edits: fix.edits.iter().map(edit).collect(),
            }),
        }
    }
}

/// Renders findings as one JSON array.
pub fn json(findings: &[Finding], sources: &Sources) -> String {
    let mut positions = Positions::new(sources);
    let findings: Vec<_> = findings
        .iter()
        .map(|finding| FindingJson::new(finding, sources, &mut positions))
        .collect();
    let mut output =
        serde_json::to_string_pretty(&findings).expect("findings hold nothing that JSON lacks");
    output.push('\n');
    output
}
