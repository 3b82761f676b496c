//! A reference that no master entry is.

use super::{Findings, declare_rule};
use crate::{
    comparison::{self, Comparison, MasterEntry},
    finding::Confidence,
    linkage::{Decision, entry::Version},
    project::{Paper, Project},
};

declare_rule! {
    /// Finds works that your master .bib does not have, or may have.
    ///
    /// ## What it does
    ///
    /// Looks every reference up in the files given with `--bib`, by DOI, title, authors and year together. A reference without a
    /// counterpart is reported, and so is one whose nearest entry may be another work, edition or version.
    ///
    /// ## Why it matters
    ///
    /// A work that is new to the master should be added to it. A work that should be there and is not found has something wrong
    /// with it: its title, its authors, or the work itself does not exist.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// with a master that has no such book.
    ///
    /// ## What to do
    ///
    /// Check that the work exists and is described rightly. `refmend extract` writes its entry, ready to be copied to the master.
    "not-in-master", Note, Master(check)
}

fn check(paper: &Paper, project: &Project, findings: &mut Findings) {
    if paper.entries.is_empty() {
        return;
    }
    for (idx, comparison) in comparison::of_paper(paper, project).iter().enumerate() {
        let listed = paper.listed_as(idx);
        match (&comparison.entry, comparison.decision) {
            (_, Decision::Match) => {}
            (Some(entry), _) => possible(&listed, comparison, entry, findings),
            (None, _) => {
                let message = format!("`{listed}` is not in the master");
                let finding = findings.add(comparison.place, message);
                finding.help = Some(
                    "check that the work exists; `refmend extract` writes its entry".to_owned(),
                );
            }
        }
    }
}

/// Reports a reference that may be an entry.
fn possible(listed: &str, comparison: &Comparison, entry: &MasterEntry, findings: &mut Findings) {
    let message = match entry.version {
        Some(version) => format!(
            "`{listed}` is not in the master; `{}` is {} of it",
            entry.key,
            described(version)
        ),
        None => format!("`{listed}` may be `{}` of the master", entry.key),
    };
    let finding = findings.add(comparison.place, message);
    finding.confidence = Confidence::Medium;
    finding.relate(entry.place, "the entry that comes nearest");
    let fields: Vec<_> = comparison
        .contradictions()
        .map(|change| change.field)
        .collect();
    if !fields.is_empty() {
        finding.help = Some(format!("what differs: {}", fields.join(", ")));
    }
}

/// What one version of a work is to another.
fn described(version: Version) -> &'static str {
    match version {
        Version::Preprint => "a preprint or the published form",
        Version::Edition => "another edition",
        Version::Reprint => "another printing",
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        document::Format,
        rules::samples::{check_keys, check_master},
    };

    const MASTER: &str = "@book{smith1996, author={Smith, Peter H.}, title={Talons of the Eagle},
      publisher={Oxford University Press}, edition={1}, date={1996}}";

    #[test]
    fn what_the_master_lacks() {
        check_master(
            "not-in-master",
            MASTER,
            "Brandt, K. (2011). The price of bread. Harbour Press.",
            &["`Brandt 2011` is not in the master"],
        );
    }

    #[test]
    fn what_the_master_has_is_none() {
        check_master(
            "not-in-master",
            MASTER,
            "Smith, P. H. (1996). Talons of the eagle. Oxford University Press.",
            &[],
        );
    }

    #[test]
    fn a_file_that_the_paper_names_is_no_master() {
        let text = "Prices fell.\n\nReferences\n\nBrandt, K. (2011). The price of bread. Press.\n";
        check_keys("not-in-master", Format::Markdown, text, MASTER, &[]);
    }

    #[test]
    fn a_later_edition_of_an_entry_without_number() {
        let master = "@book{smith1996, author={Smith, Peter H.}, title={Talons of the Eagle},
          publisher={Oxford University Press}, date={1996}}";
        check_master(
            "not-in-master",
            master,
            "Smith, P. H. (2008). Talons of the eagle (3rd ed.). Oxford University Press.",
            &["`Smith 2008` is not in the master; `smith1996` is another edition of it"],
        );
        check_master(
            "not-in-master",
            master,
            "Smith, P. H. (1996). Talons of the eagle (3rd ed.). Oxford University Press.",
            &[],
        );
    }

    #[test]
    fn another_edition() {
        check_master(
            "not-in-master",
            MASTER,
            "Smith, P. H. (2008). Talons of the eagle (3rd ed.). Oxford University Press.",
            &["`Smith 2008` is not in the master; `smith1996` is another edition of it"],
        );
    }
}
