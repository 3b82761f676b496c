//! Small projects for the tests of rules.

use crate::{
    document::{Document, Format},
    project::{Project, Role},
    rules,
};

/// The messages of one rule over a paper.
pub(super) fn findings(rule: &rules::Rule, text: &str) -> Vec<String> {
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::plain(text.to_owned()));
    rules::check(&project)
        .into_iter()
        .filter(|finding| finding.rule == rule.name)
        .map(|finding| finding.message)
        .collect()
}

/// Checks a paper that lists one reference against a master; the messages of one rule.
pub(super) fn check_master(rule: &str, master: &str, reference: &str, expected: &[&str]) {
    let mut project = Project::default();
    project.add_bibliography("master.bib", master, Role::Master);
    project.add_paper(
        "paper.txt",
        Document::plain(format!("Prices fell.\n\nReferences\n\n{reference}\n")),
    );
    assert_messages(&project, rule, expected);
}

/// Checks a paper that cites by key against `refs.bib`; the messages of one rule.
pub(super) fn check_keys(rule: &str, format: Format, text: &str, entries: &str, expected: &[&str]) {
    let mut project = Project::default();
    project.add_bibliography("refs.bib", entries, Role::Cited);
    project.add_paper("paper", Document::read(text.to_owned(), format));
    assert_messages(&project, rule, expected);
}

/// Checks a .bib file; the messages of one rule.
pub(super) fn check_bib(rule: &str, text: &str, expected: &[&str]) {
    let mut project = Project::default();
    project.add_bibliography("refs.bib", text, Role::Checked);
    assert_messages(&project, rule, expected);
}

fn assert_messages(project: &Project, rule: &str, expected: &[&str]) {
    let findings = rules::check(project);
    let messages: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule == rule)
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(messages, expected);
}
