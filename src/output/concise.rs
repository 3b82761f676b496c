//! One line a finding: `paper.txt:12:3: error[missing-reference] …`.

use super::Positions;
use crate::{finding::Finding, source::Sources};

/// Renders findings one a line, as compilers do, so that editors can jump to them.
pub fn concise(findings: &[Finding], sources: &Sources) -> String {
    let mut positions = Positions::new(sources);
    findings
        .iter()
        .map(|finding| {
            let name = &sources.get(finding.place.source).name;
            let place = positions.start(finding.place).in_file(name);
            let severity = finding.severity.word();
            let Finding { rule, message, .. } = finding;
            format!("{place}: {severity}[{rule}] {message}\n")
        })
        .collect()
}
