//! The rules: one file each, and one list.
//!
//! To add a rule: write `src/rules/NAME.rs` with `declare_rule!`, a function that looks at a [`Paper`] or a [`Bibliography`] and
//! its tests; add it to [`RULES`]. The doc comment of the rule is its page: `refmend explain NAME` prints it, and [`handbook`] has all.

mod ambiguous_citation;
mod author_order;
mod citation_form;
mod citation_order;
mod differs_from_master;
mod duplicate_entry;
mod duplicate_key;
mod duplicate_reference;
mod et_al_misuse;
mod handbook;
mod incomplete_reference;
mod list_order;
mod malformed_entry;
mod malformed_identifier;
mod missing_field;
mod missing_list;
mod missing_reference;
mod name_mismatch;
mod not_in_master;
#[cfg(test)]
mod samples;
mod uncertain_reference;
mod uncited_list;
mod uncited_reference;
mod undefined_key;
mod unlisted_suffix;
mod unused_entry;
mod unused_suppression;
mod wrong_connector;
mod year_mismatch;

pub use self::handbook::handbook;
use crate::{
    finding::{Confidence, Finding, Severity},
    project::{Bibliography, Paper, Project},
    span::Place,
    suppression::Unused,
};

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Check {
    /// One paper: its text against its list.
    Paper(fn(&Paper, &mut Findings)),
    /// One paper against the master .bib files of the run.
    Master(fn(&Paper, &Project, &mut Findings)),
    /// The citations by key of one paper against all .bib files of the run.
    Keys(fn(&Paper, &Project, &mut Findings)),
    /// One .bib file.
    Bibliography(fn(&Bibliography, &mut Findings)),
    /// One suppression that suppresses nothing, after all other rules.
    Suppression(fn(&Unused, &mut Findings)),
}

/// One rule.
pub struct Rule {
    /// What is wrong, in kebab-case: `missing-reference`.
    pub name: &'static str,
    /// How much harm it does.
    pub severity: Severity,
    /// Its page: a first line that says what it finds, then what, why, an example and the cure, in Markdown.
    pub explanation: &'static str,
    /// What it looks at, and the function that looks.
    pub check: Check,
}

impl Rule {
    /// The first line of its page.
    pub fn summary(&self) -> &'static str {
        self.explanation
            .lines()
            .find(|line| !line.is_empty())
            .unwrap_or_default()
    }

    /// Its page in Markdown, under its name.
    pub fn page(&self) -> String {
        let lines = self.explanation.lines();
        // The blank that rustdoc leaves before each line is no part of the page.
        let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
        let page: String = lines.map(|line| format!("{line}\n")).collect();
        format!("# {}\n\n{page}", self.name)
    }
}

/// Takes the findings of one rule.
pub struct Findings<'a> {
    rule: &'a Rule,
    found: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    /// Adds a finding with the rule's name and severity and with high confidence; the caller may say more of it.
    pub fn add(&mut self, place: Place, message: impl Into<String>) -> &mut Finding {
        self.found.push(Finding {
            rule: self.rule.name,
            severity: self.rule.severity,
            confidence: Confidence::High,
            message: message.into(),
            place,
            related: Vec::new(),
            help: None,
            fix: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

/// Declares a rule; its doc comment becomes its page.
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $name:literal, $severity:ident, $check:ident($function:path)) => {
        $(#[doc = $doc])+
        pub(crate) static RULE: $crate::rules::Rule = $crate::rules::Rule {
            name: $name,
            severity: $crate::finding::Severity::$severity,
            explanation: concat!($($doc, "\n"),+),
            check: $crate::rules::Check::$check($function),
        };
    };
}
use declare_rule;

/// All rules, in the order in which `explain` lists them.
pub static RULES: &[&Rule] = &[
    &missing_reference::RULE,
    &uncited_reference::RULE,
    &uncited_list::RULE,
    &year_mismatch::RULE,
    &name_mismatch::RULE,
    &ambiguous_citation::RULE,
    &unlisted_suffix::RULE,
    &author_order::RULE,
    &et_al_misuse::RULE,
    &wrong_connector::RULE,
    &citation_form::RULE,
    &citation_order::RULE,
    &missing_list::RULE,
    &list_order::RULE,
    &differs_from_master::RULE,
    &not_in_master::RULE,
    &undefined_key::RULE,
    &unused_entry::RULE,
    &duplicate_key::RULE,
    &duplicate_entry::RULE,
    &malformed_entry::RULE,
    &missing_field::RULE,
    &unused_suppression::RULE,
    &duplicate_reference::RULE,
    &incomplete_reference::RULE,
    &malformed_identifier::RULE,
    &uncertain_reference::RULE,
];

/// The rule with this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// Runs all rules over a project; findings come sorted by place.
pub fn check(project: &Project) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        let mut findings = Findings {
            rule,
            found: &mut found,
        };
        match rule.check {
            Check::Paper(check) => project
                .papers
                .iter()
                .for_each(|paper| check(paper, &mut findings)),
            Check::Master(check) | Check::Keys(check) => project
                .papers
                .iter()
                .for_each(|paper| check(paper, project, &mut findings)),
            Check::Bibliography(check) => project
                .checked_bibliographies()
                .for_each(|bibliography| check(bibliography, &mut findings)),
            Check::Suppression(_) => {}
        }
    }
    found.sort_by(|a, b| (a.place, a.rule).cmp(&(b.place, b.rule)));
    found
}

/// Reports the suppressions that are left when those of the findings of [`check`] are taken out.
pub fn check_suppressions(unused: &[Unused]) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        let mut findings = Findings {
            rule,
            found: &mut found,
        };
        if let Check::Suppression(check) = rule.check {
            for unused in unused {
                check(unused, &mut findings);
            }
        }
    }
    found
}
