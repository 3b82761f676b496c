//! A citation by a key that no entry has.

use super::{Findings, declare_rule};
use crate::project::{Paper, Project};

declare_rule! {
    /// Finds citations by a key that no entry has.
    ///
    /// ## What it does
    ///
    /// Looks up each key of `[@doe2019]`, `\cite{doe2019}`, `@doe2019` in the .bib files that the document names, in those given
    /// with `--bib`, and in the `\bibitem`s of the document. Case counts, as it does for biber and pandoc. Without any of them
    /// nothing is reported.
    ///
    /// ## Why it matters
    ///
    /// The printed paper shows **?** or the bare key, and the list lacks the work.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell [@brant2011].
    /// ```
    ///
    /// with an entry `brandt2011`.
    ///
    /// ## What to do
    ///
    /// Correct the key, or add the entry.
    "undefined-key", Error, Keys(check)
}

fn check(paper: &Paper, project: &Project, findings: &mut Findings) {
    let document = &paper.document;
    if project.bibliographies.is_empty() && document.listed.is_empty() {
        return;
    }
    for cite in &document.keyed {
        let is_entry = project
            .bibliographies
            .iter()
            .any(|bibliography| bibliography.file.find(&cite.key).is_some());
        let is_listed = document.listed.iter().any(|listed| listed.key == cite.key);
        if cite.key != "*" && !is_entry && !is_listed {
            let message = format!("no entry has the key `{}`", cite.key);
            findings.add(paper.place(cite.key_span), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{document::Format, rules::samples::check_keys};

    const ENTRIES: &str = "@book{doe, title = {A}}\n@book{roe, title = {B}}\n";

    #[test]
    fn keys_that_no_entry_has() {
        let check = |text, expected: &[&str]| {
            check_keys("undefined-key", Format::Markdown, text, ENTRIES, expected);
        };
        check("So [@doe; @roe].", &[]);
        check("So [@doe; @Roe].", &["no entry has the key `Roe`"]);
    }

    #[test]
    fn keys_of_a_typed_list_count() {
        let text = "\\nocite{*}\\cite{poe,moe}\\begin{thebibliography}{1}\\bibitem{poe} Poe.\\end{thebibliography}";
        check_keys(
            "undefined-key",
            Format::Latex,
            text,
            ENTRIES,
            &["no entry has the key `moe`"],
        );
    }
}
