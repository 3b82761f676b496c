//! What the tests of the rules share.

use super::{Rule, check};
use crate::project::Project;

/// The messages of one rule over a paper.
pub(super) fn findings(rule: &Rule, text: &str) -> Vec<String> {
    let mut project = Project::default();
    project.add_paper("paper.txt", text);
    check(&project)
        .into_iter()
        .filter(|finding| finding.rule == rule.name)
        .map(|finding| finding.message)
        .collect()
}
