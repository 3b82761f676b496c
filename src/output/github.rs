//! Findings as annotations of a pull request on GitHub.

use super::Positions;
use crate::{
    finding::{Finding, Severity},
    source::Sources,
};

/// Renders findings as workflow commands (GitHub Docs, "Workflow commands for GitHub Actions"), one a line.
///
/// Columns are given only where a finding stays on one line: GitHub takes them for the first line alone. A PDF
/// has no lines there; the message tells the page.
pub fn github(findings: &[Finding], sources: &Sources) -> String {
    let mut positions = Positions::new(sources);
    findings
        .iter()
        .map(|finding| command(finding, sources, &mut positions))
        .collect()
}

/// One finding as a command.
fn command(finding: &Finding, sources: &Sources, positions: &mut Positions) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file = property(&sources.get(finding.place.source).name);
    let (start, end) = (positions.start(finding.place), positions.end(finding.place));
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let title = property(&format!("refmend: {}", finding.rule));
    if let Some(page) = start.page {
        let message = data(&finding.message_with_help());
        return format!("::{level} file={file},title={title}::page {page}: {message}\n");
    }
    format!(
        "::{level} file={file},line={},endLine={}{columns},title={title}::{}\n",
        start.line,
        end.line,
        data(&finding.message_with_help())
    )
}

/// Escapes the message of a command, as GitHub's own toolkit does (`@actions/core`, `escapeData`).
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property (`escapeProperty`).
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::samples;

    #[test]
    fn values_are_escaped() {
        let (findings, sources) = samples::two_findings();
        insta::assert_snapshot!(github(&findings, &sources), @r"
        ::error file=my papers/50%25.txt,line=2,endLine=2,col=10,endColumn=14,title=refmend%3A year-mismatch::cited as 2010, listed as 2011%0Ahelp: check the original
        ::notice file=master.bib,line=1,endLine=2,title=refmend%3A not-in-master::50%25 sure:%0Ano entry
        ");
        assert_eq!(property("C:\\a,b\r\n"), "C%3A\\a%2Cb%0D%0A");
    }
}
