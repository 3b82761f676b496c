//! A reference that lacks what it is found by.

use super::{Findings, declare_rule};
use crate::{
    finding::Confidence,
    project::Paper,
    reference::Reference,
    work::{EntryType, Issued},
};

declare_rule! {
    /// Finds references without a date, a title or an author.
    ///
    /// ## What it does
    ///
    /// Reports a reference that names no date (not even `n.d.` or `in press`), no title, or, where its kind of work always has
    /// one, no author.
    ///
    /// ## Why it matters
    ///
    /// A reader cannot find the work, and an author-year citation cannot point to it.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Look the work up and add what is missing; write `n.d.` where it bears no date.
    "incomplete-reference", Warning, Paper(check)
}

/// Below this confidence a missing title or author is more likely a fault of reading.
const READ_WELL: f32 = 0.6;

fn check(paper: &Paper, findings: &mut Findings) {
    for (idx, reference) in paper.references.items.iter().enumerate() {
        let text = reference.span.slice(&paper.document.text);
        for (missing, confidence) in missing(reference, text) {
            let message = format!("`{}` has no {missing}", paper.listed_as(idx));
            let finding = findings.add(paper.listed_at(idx), message);
            finding.confidence = confidence;
            finding.help = Some(format!("add the {missing} of the work"));
        }
    }
}

/// What a reference lacks, and how sure that is.
fn missing(reference: &Reference, text: &str) -> Vec<(&'static str, Confidence)> {
    let work = &reference.work;
    let is_read_well = reference.confidence >= READ_WELL;
    let mut missing = Vec::new();
    if work.issued == Issued::default() && !has_year(text) {
        missing.push(("date", Confidence::Medium));
    }
    if work.title.is_none() && is_read_well {
        // In some fields the journal stands for the article.
        let stands_for_it = work.container_title.is_some();
        missing.push((
            "title",
            if stands_for_it {
                Confidence::Low
            } else {
                Confidence::Medium
            },
        ));
    }
    if work.creators().is_empty() && is_read_well && wants_author(work.entry_type) {
        missing.push(("author", Confidence::Low));
    }
    missing
}

/// Whether a text holds four digits in a row that may be a year.
fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|number| number.len() == 4 && matches!(number.as_bytes()[0], b'1' | b'2'))
}

/// Whether a work of this kind always has an author.
fn wants_author(entry_type: EntryType) -> bool {
    matches!(
        entry_type,
        EntryType::Thesis | EntryType::InBook | EntryType::InProceedings | EntryType::InCollection
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::samples::findings;

    fn check(reference: &str, expected: &[&str]) {
        let text = format!(
            "As shown (Adams, 2003).\n\nReferences\n\nAdams, R. (2003). Tides. Harbour Press.\n{reference}\nYoung, P. (2001). Winds. Harbour Press.\n"
        );
        assert_eq!(findings(&RULE, &text), expected, "{reference}");
    }

    #[test]
    fn a_missing_date_is_reported() {
        check(
            "Brandt, K. The price of bread. Harbour Press.",
            &["`Brandt` has no date"],
        );
    }

    #[test]
    fn what_stands_for_a_date_is_enough() {
        check("Brandt, K. (n.d.). The price of bread. Harbour Press.", &[]);
        check(
            "Brandt, K. (in press). The price of bread. Economic Letters.",
            &[],
        );
        check("Brandt, K. (2011). The price of bread. Harbour Press.", &[]);
    }
}
