//! A reference that says something else than its master entry.

use super::{Findings, declare_rule};
use crate::{
    comparison::{self, Comparison, MasterEntry},
    diff::Change,
    linkage::Decision,
    project::{Paper, Project},
};

declare_rule! {
    /// Finds references that contradict their entry in your master .bib.
    ///
    /// ## What it does
    ///
    /// Compares each reference field by field with the entry that it is, and reports the fields that say something else, with both
    /// values. Convention is no difference: initials for given names, title case, dashes, a DOI as an address, `Henry Holt and Co.`
    /// for `Henry Holt`, abbreviated journals. A field that only one side has is not reported; `refmend diff` shows these as well.
    ///
    /// ## Why it matters
    ///
    /// A wrong title or year keeps readers from finding the work, and a wrong author takes the credit from who earned it.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. (2011). The prize of bread. Harbour Press.
    /// ```
    ///
    /// where the master has `The price of bread`.
    ///
    /// ## What to do
    ///
    /// Find out which side is right, and correct the other. `refmend diff` marks the words that differ.
    "differs-from-master", Warning, Master(check)
}

fn check(paper: &Paper, project: &Project, findings: &mut Findings) {
    if !project.has_master() {
        return;
    }
    for (idx, comparison) in comparison::of_paper(paper, project).iter().enumerate() {
        let entry = comparison.entry.as_ref();
        if let Some(entry) = entry.filter(|_| comparison.decision == Decision::Match) {
            report(&paper.listed_as(idx), comparison, entry, findings);
        }
    }
}

/// Reports the fields of one reference that contradict its entry, if there are any.
fn report(listed: &str, comparison: &Comparison, entry: &MasterEntry, findings: &mut Findings) {
    let changes: Vec<_> = comparison.contradictions().collect();
    if changes.is_empty() {
        return;
    }
    let fields: Vec<_> = changes.iter().map(|change| change.field).collect();
    let message = format!(
        "`{listed}` differs from `{}` in {}",
        entry.key,
        enumerated(&fields)
    );
    let finding = findings.add(comparison.place, message);
    finding.relate(entry.place, "the entry in the master");
    let values: Vec<_> = changes.into_iter().map(both_values).collect();
    finding.help = Some(values.join("\n"));
}

/// Both values of a field.
fn both_values(change: &Change) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    format!(
        "{}: `{}` here, `{}` in the master",
        change.field,
        value(&change.ours),
        value(&change.theirs)
    )
}

/// Words with commas and `and`.
fn enumerated(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::samples::check_master;

    const MASTER: &str = "@book{kinzer2017, author={Kinzer, Stephen}, title={The True Flag},
      subtitle={Theodore Roosevelt, Mark Twain, and the Birth of American Empire},
      publisher={Henry Holt}, location={New York}, date={2017}}";

    #[test]
    fn title_date_and_publisher() {
        check_master(
            "differs-from-master",
            MASTER,
            "Kinzer, S. (2016). The True Flag: Truth, War, and a Nation’s Divisions Over Empire. Pantheon Books.",
            &["`Kinzer 2016` differs from `kinzer2017` in title, publisher and date"],
        );
    }

    #[test]
    fn convention_is_none() {
        check_master(
            "differs-from-master",
            MASTER,
            "Kinzer, S. (2017). The true flag: Theodore Roosevelt, Mark Twain, and the birth of American empire. Henry Holt and Co.",
            &[],
        );
    }
}
