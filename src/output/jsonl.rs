//! Findings for programs that read line by line.

use super::{FindingJson, Positions};
use crate::{finding::Finding, source::Sources};

/// Renders findings as JSON, one a line; each is the same object as in [`json`](super::json).
pub fn jsonl(findings: &[Finding], sources: &Sources) -> String {
    let mut positions = Positions::new(sources);
    findings
        .iter()
        .map(|finding| {
            let finding = FindingJson::new(finding, sources, &mut positions);
            let line = serde_json::to_string(&finding);
            line.expect("findings hold nothing that JSON lacks") + "\n"
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::samples;

    #[test]
    fn one_object_a_line() {
        let (findings, sources) = samples::two_findings();
        let output = jsonl(&findings, &sources);
        let rules: Vec<_> = output
            .lines()
            .map(|line| {
                let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
                finding["rule"].as_str().map(str::to_owned)
            })
            .collect();
        assert_eq!(
            rules,
            [
                Some("year-mismatch".to_owned()),
                Some("not-in-master".to_owned())
            ]
        );
    }

    #[test]
    fn nothing_found_is_an_empty_file() {
        assert_eq!(jsonl(&[], &Sources::default()), "");
    }
}
