//! Findings as the diagnostics of an editor.

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString,
    PublishDiagnosticsParams, Uri,
};
use refmend::finding::{Finding, Severity};

use super::analysis::Analysis;

/// What an editor is told of an open file.
pub(super) fn of(analysis: &Analysis, uri: Uri, version: i32) -> PublishDiagnosticsParams {
    let diagnostics = analysis
        .findings()
        .map(|finding| diagnostic(analysis, finding));
    PublishDiagnosticsParams::new(uri, diagnostics.collect(), Some(version))
}

/// One finding.
pub(super) fn diagnostic(analysis: &Analysis, finding: &Finding) -> Diagnostic {
    let related = finding.related.iter().filter_map(|related| {
        Some(DiagnosticRelatedInformation {
            location: analysis.location(related.place)?,
            message: related.message.clone(),
        })
    });
    Diagnostic {
        range: analysis.range(finding.place),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        source: Some("refmend".to_owned()),
        message: finding.message_with_help(),
        related_information: Some(related.collect()),
        ..Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}
