//! A key that two entries have.

use std::collections::HashMap;

use super::{Findings, declare_rule};
use crate::{finding::Confidence, project::Bibliography};

declare_rule! {
    /// Finds keys that more than one entry of a .bib file has.
    ///
    /// ## What it does
    ///
    /// Reports every entry whose key an earlier entry has. Keys that differ only in capitals are reported with less confidence:
    /// biber tells them apart, BibTeX does not.
    ///
    /// ## Why it matters
    ///
    /// A citation of the key means the first of the entries, or the last, as the tool will have it; the other is never cited.
    ///
    /// ## Example
    ///
    /// ```bibtex
    /// @book{brandt2011, title = {The price of bread}}
    /// @book{brandt2011, title = {The price of milk}}
    /// ```
    ///
    /// ## What to do
    ///
    /// Give one of them another key, or delete it if both are the same work.
    "duplicate-key", Error, Bibliography(check)
}

fn check(bibliography: &Bibliography, findings: &mut Findings) {
    let file = &bibliography.file;
    let mut first: HashMap<String, usize> = HashMap::new();
    for idx in 0..file.entries.len() {
        let key = file.key(idx);
        if key.is_empty() {
            continue;
        }
        let Some(earlier) = first.insert(key.to_lowercase(), idx) else {
            continue;
        };
        first.insert(key.to_lowercase(), earlier);
        let same = file.key(earlier) == key;
        let message = if same {
            format!("the key `{key}` comes twice")
        } else {
            format!(
                "the key `{key}` differs from `{}` only in capitals",
                file.key(earlier)
            )
        };
        let finding = findings.add(bibliography.place(file.entries[idx].key), message);
        if !same {
            finding.confidence = Confidence::Medium;
        }
        let place = bibliography.place(file.entries[earlier].key);
        finding.relate(place, "it comes first here");
        finding.help = Some("give one of the two another key".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::samples::check_bib;

    #[test]
    fn keys_that_come_twice() {
        check_bib(
            "duplicate-key",
            "@book{a, title={X}} @book{b, title={Y}} @book{a, title={Z}} @book{B, title={Z}} @book{, title={Z}}",
            &[
                "the key `a` comes twice",
                "the key `B` differs from `b` only in capitals",
            ],
        );
    }
}
