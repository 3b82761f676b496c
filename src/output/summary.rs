//! The closing line.

use crate::{
    edit::Applicability,
    finding::{Finding, Severity},
};

/// Counts findings by severity and by what `fix` would mend; nothing where there is none.
pub fn summary(findings: &[Finding]) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let parts: Vec<String> = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ]
    .into_iter()
    .map(|(severity, word)| (count(severity), word))
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| counted(count, word))
    .collect();
    if parts.is_empty() {
        return "No findings.".to_owned();
    }
    let mut line = format!("Found {}.", parts.join(", "));
    let fixable = |applicability| {
        let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
        fixes
            .filter(|fix| fix.applicability == applicability)
            .count()
    };
    match (fixable(Applicability::Safe), fixable(Applicability::Unsafe)) {
        (0, 0) => {}
        (safe, 0) => line.push_str(&format!(" `refmend fix` mends {safe}.")),
        (0, held) => line.push_str(&format!(
            " `refmend fix --unsafe-fixes` mends {held}; look at them with --diff first."
        )),
        (safe, held) => line.push_str(&format!(
            " `refmend fix` mends {safe}, --unsafe-fixes {held} more."
        )),
    }
    line
}

/// A number with its noun.
pub(crate) fn counted(count: usize, word: &str) -> String {
    if count == 1 {
        format!("1 {word}")
    } else {
        format!("{count} {word}s")
    }
}
