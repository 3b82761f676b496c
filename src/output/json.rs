//! Findings for programs.

use serde::Serialize;

use super::{Position, Positions};
use crate::{
    edit::{Applicability, Edit},
    finding::{Confidence, Finding, Severity},
    source::Sources,
    span::Place,
};

/// A finding as programs read it; offsets are bytes, the end exclusive.
///
/// `start` and `end` count in the text view of the file, which is the file itself for plain text and .bib files only; for a
/// comment, which the view does not show, they count in the file. `line` and `column` are always of the file.
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

/// A fix that can be made in the text of the files; there is none for the zip file of a word processor, nor where markup is in
/// the way.
#[derive(Debug, Clone, Serialize)]
struct FixJson<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<EditJson<'a>>,
}

/// An edit of the file, markup included and decoded to UTF-8; its replacement is in the spelling of the format.
#[derive(Debug, Clone, Serialize)]
struct EditJson<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    replacement: String,
}

impl<'a> FindingJson<'a> {
    /// Looks up the place of a finding.
    pub fn new(finding: &'a Finding, sources: &'a Sources, positions: &mut Positions) -> Self {
        let path = |place: Place| sources.get(place.source).name.as_str();
        let in_file = |place: Place| sources.get(place.source).span_in_file(place.span);
        let edit = |edit: Edit| EditJson {
            path: path(edit.place),
            start: edit.place.span.start,
            end: edit.place.span.end,
            replacement: edit.replacement,
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
                    start: in_file(related.place).start,
                    end: in_file(related.place).end,
                    message: &related.message,
                })
                .collect(),
            help: finding.help.as_deref(),
            fix: finding.fix.as_ref().and_then(|fix| {
                let edits = sources.written_edits(fix)?;
                Some(FixJson {
                    title: &fix.title,
                    applicability: fix.applicability,
                    edits: edits.into_iter().map(edit).collect(),
                })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Format, output::samples};

    /// The edits of the fix that writes `&` for `and`, as start, end and replacement.
    fn edits(text: &str, format: Format) -> serde_json::Value {
        let (finding, sources) = samples::ampersand(text, format);
        let output: serde_json::Value =
            serde_json::from_str(&json(&[finding], &sources)).expect("JSON");
        let edit = &output[0]["fix"]["edits"][0];
        serde_json::json!([edit["start"], edit["end"], edit["replacement"]])
    }

    #[test]
    fn edits_are_those_of_the_file() {
        let expected = serde_json::json!([11, 14, "\\&"]);
        assert_eq!(edits("\\emph{Doe} and Roe", Format::Latex), expected);
        let expected = serde_json::json!([4, 7, "&"]);
        assert_eq!(edits("Doe and Roe", Format::Plain), expected);
    }

    #[test]
    fn a_fix_that_reaches_across_markup_is_left_out() {
        let (finding, sources) = samples::ampersand("a\\emph{n}d", Format::Latex);
        assert!(json(&[finding], &sources).contains("\"fix\": null"));
    }
}
