//! What stops a part of a .bib file from being read as it was meant.

use super::{Findings, declare_rule};
use crate::project::Bibliography;

declare_rule! {
    /// Finds what is wrong with the form of a .bib file: missing braces, commas, keys, unknown macros, dates and parents.
    ///
    /// ## What it does
    ///
    /// Reports each thing that cannot be read as it was meant, with its place. It costs only itself: everything around it is read.
    ///
    /// ## Why it matters
    ///
    /// One missing brace makes other tools lose the entries behind it, most of them without a word.
    ///
    /// ## Example
    ///
    /// ```bibtex
    /// @book{brandt2011,
    ///   title = {The price of bread},
    ///   pages = 10-20
    ///   journal = nosuchmacro,
    /// }
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the place that is shown.
    "malformed-entry", Warning, Bibliography(check)
}

fn check(bibliography: &Bibliography, findings: &mut Findings) {
    let file = &bibliography.file;
    for problem in &file.problems {
        findings.add(bibliography.place(problem.span), problem.kind.to_string());
    }
    for idx in 0..file.entries.len() {
        for problem in file.meaning(idx).problems {
            findings.add(bibliography.place(problem.span), problem.kind.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::samples::check_bib;

    #[test]
    fn problems_of_form_and_meaning() {
        check_bib(
            "malformed-entry",
            "@book{a,\n pages = 10-20\n journal = none,\n date = {soon},\n crossref = {b},\n}\n@book{c, note={x}",
            &[
                "this value needs braces around it",
                "a comma is missing here",
                "no `@string` defines `none`",
                "`soon` is no date that biblatex knows",
                "there is no entry `b` to inherit from",
                "the closing brace of this entry is missing",
            ],
        );
    }

    #[test]
    fn a_sound_file_has_none() {
        check_bib("malformed-entry", include_str!("../../bib/master.bib"), &[]);
    }
}
