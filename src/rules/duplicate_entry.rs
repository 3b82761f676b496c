//! Two entries that are the same work.

use super::{Findings, declare_rule};
use crate::{finding::Confidence, linkage::entry::duplicates, project::Bibliography};

declare_rule! {
    /// Finds entries of a .bib file that describe the same work under two keys.
    ///
    /// ## What it does
    ///
    /// Compares entries that share a DOI or a title, and reports those whose authors, year and place agree as well. Editions,
    /// reprints and preprints of one work are not duplicates.
    ///
    /// ## Why it matters
    ///
    /// A work that is cited under two keys is printed twice in the list, and corrections reach only one of its entries.
    ///
    /// ## Example
    ///
    /// ```bibtex
    /// @book{brandt2011, author = {Brandt, Karl}, title = {The Price of Bread}, date = {2011}}
    /// @book{Brandt:bread, author = {K. Brandt}, title = {The price of bread}, year = 2011}
    /// ```
    ///
    /// ## What to do
    ///
    /// Keep the better entry, and cite it by one key everywhere.
    "duplicate-entry", Warning, Bibliography(check)
}

fn check(bibliography: &Bibliography, findings: &mut Findings) {
    let file = &bibliography.file;
    for pair in duplicates(
        file.entries.len(),
        |idx| file.outline(idx),
        |idx| file.work(idx),
    ) {
        let (first, second) = (file.key(pair.first), file.key(pair.second));
        if first == second {
            // That the key comes twice is said already.
            continue;
        }
        let message = format!("`{second}` is the same work as `{first}`");
        let finding = findings.add(bibliography.place(file.entries[pair.second].key), message);
        finding.confidence = Confidence::Medium;
        let place = bibliography.place(file.entries[pair.first].key);
        finding.relate(place, "the other entry");
        finding.help = Some(format!(
            "keep one of the two, and cite it as `{first}` everywhere"
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::samples::check_bib;

    #[test]
    fn the_same_work_under_two_keys() {
        check_bib(
            "duplicate-entry",
            "@book{a, author={Brandt, Karl}, title={The Price of Bread}, date={2011}}
             @book{b, author={K. Brandt}, title={The price of bread}, year=2011}
             @book{a, author={K. Brandt}, title={The price of bread}, year=2011}
             @book{c, author={Brandt, Karl}, title={The Price of Milk}, date={2011}}",
            &["`b` is the same work as `a`"],
        );
    }
}
