//! One line a finding: `paper.txt:12:3: error[missing-reference] …`.

use super::Positions;
use crate::{finding::Finding, source::Sources};

/// Renders findings one a line, as compilers do, so that editors can jump to them.
pub fn concise(findings: &[Finding], sources: &Sources) -> String {
    let mut positions = Positions::new(sources);
    findings
        .iter()
        .map(|finding| {
            let position = positions.start(finding.place);
            let name = &sources.get(finding.place.source).name;
            let severity = finding.severity.word();
            let Finding { rule, message, .. } = finding;
            format!(
                "{name}:{}:{}: {severity}[{rule}] {message}\n",
                position.line, position.column
            )
        })
        .collect()
}
