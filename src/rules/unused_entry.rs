//! An entry that no citation by key uses.

use std::collections::HashSet;

use super::{Findings, declare_rule};
use crate::project::{Paper, Project};

declare_rule! {
    /// Finds entries of the paper's own .bib that nothing cites.
    ///
    /// ## What it does
    ///
    /// Looks for each entry of the .bib files that the document names (`bibliography:`, `\addbibresource`, `#bibliography`) among
    /// the keys that the papers of the run cite. Entries that a cited one inherits from count as cited, and with `\nocite{*}` all
    /// do. Files given with `--bib` only are not looked at: a master holds more than one paper cites.
    ///
    /// ## Why it matters
    ///
    /// The work was meant to be cited, or the citation was cut and the entry left behind.
    ///
    /// ## Example
    ///
    /// ```text
    /// bibliography: refs.bib
    /// ```
    ///
    /// with an entry `brandt2011` in `refs.bib` and no `@brandt2011` in the text.
    ///
    /// ## What to do
    ///
    /// Cite the work, or take the entry out.
    "unused-entry", Note, Keys(check)
}

fn check(paper: &Paper, project: &Project, findings: &mut Findings) {
    let cited: HashSet<&str> = project
        .papers
        .iter()
        .flat_map(|paper| &paper.document.keyed)
        .map(|cite| cite.key.as_str())
        .collect();
    // A main file whose parts cite is read with them.
    let document = &paper.document;
    let may_cite = !document.keyed.is_empty() || !document.includes.is_empty();
    if !may_cite || cited.is_empty() || cited.contains("*") {
        return;
    }
    for bibliography in project.named_by(paper) {
        let file = &bibliography.file;
        let is_cited = |idx: usize| cited.contains(file.key(idx));
        let parents: HashSet<usize> = (0..file.entries.len())
            .filter(|idx| is_cited(*idx))
            .flat_map(|idx| file.parents(idx))
            .collect();
        for (idx, entry) in file.entries.iter().enumerate() {
            if !is_cited(idx) && !parents.contains(&idx) {
                let message = format!("nothing cites the entry `{}`", file.key(idx));
                findings.add(bibliography.place(entry.key), message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::Format, rules::samples::check_keys};

    const ENTRIES: &str =
        "@book{doe, title = {A}}\n@inbook{roe, crossref = {poe}}\n@book{poe, title = {C}}\n";

    fn check(text: &str, expected: &[&str]) {
        check_keys("unused-entry", Format::Markdown, text, ENTRIES, expected);
    }

    #[test]
    fn entries_that_nothing_cites() {
        let head = "---\nbibliography: refs.bib\n---\n";
        check(
            &format!("{head}@doe"),
            &[
                "nothing cites the entry `roe`",
                "nothing cites the entry `poe`",
            ],
        );
        check(&format!("{head}@doe, @roe"), &[]);
    }

    #[test]
    fn a_master_may_hold_more() {
        check("@doe", &[]);
        check("---\nbibliography: refs.bib\nnocite: '@*'\n---\n@doe", &[]);
    }
}
