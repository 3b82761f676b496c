//! A letter behind a year that the list does not have.

use std::collections::HashSet;

use super::{Findings, declare_rule};
use crate::{
    citation::Cite,
    edit::{Applicability, Edit, Fix},
    linkage::{CiteEvidence, Link, cite::Fault},
    project::Paper,
    span::Span,
    work::{Work, fold::fold},
};

declare_rule! {
    /// Finds letters behind a year that the list does not have.
    ///
    /// ## What it does
    ///
    /// Reports `2011c` where the list has the authors and the year, but no `c`: either with other letters or with none.
    ///
    /// ## Why it matters
    ///
    /// A work is missing from the list, or the letters of text and list have come apart when one was added or removed.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, 2011c).
    ///
    /// References
    /// Brandt, K. (2011a). The price of bread. Harbour Press.
    /// Brandt, K. (2011b). The price of milk. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the work to the list, or write the letter of the work that is meant.
    "unlisted-suffix", Error, Paper(check)
}

/// Reports each letter once, and of several letters that the list has none of, the first.
fn check(paper: &Paper, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for (_, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::Suffix))
    {
        // Letters behind `n.d.` are seldom printed alike: `n.d.-a`, `n.d. a`, `a`.
        let Some(suffix) = cite.year.suffix.filter(|_| cite.year.status.is_none()) else {
            continue;
        };
        let Some(idx) = nearest(link) else { continue };
        let names: Vec<_> = cite.names.iter().map(|name| name.text.as_str()).collect();
        let letter = cite.year.suffix.filter(|_| has_letters(paper, idx));
        if !seen.insert((names, cite.year.year, letter)) {
            continue;
        }
        let listed = paper.listed_as(idx);
        let message = format!(
            "`{}`: the list has `{listed}`, but no `{suffix}`",
            paper.cited_as(cite)
        );
        let finding = findings.add(paper.place(cite.span), message);
        finding.relate(paper.listed_at(idx), "the nearest in the list");
        finding.fix = without_letter(paper, cite, link);
    }
}

/// Whether the list gives letters to works of this first author and year.
fn has_letters(paper: &Paper, idx: usize) -> bool {
    let items = &paper.references.items;
    let own = &items[idx].work;
    let year = |work: &Work| work.issued.date.map(|date| date.year);
    let creator = |work: &Work| {
        work.creators()
            .names
            .first()
            .map(|name| fold(&name.cited()))
    };
    items.iter().any(|reference| {
        let other = &reference.work;
        other.issued.suffix.is_some() && year(other) == year(own) && creator(other) == creator(own)
    })
}

/// The reference that comes nearest.
fn nearest(link: &Link<CiteEvidence>) -> Option<usize> {
    link.best()
        .or(link.runner_up.as_ref())
        .map(|candidate| candidate.index)
}

/// Takes the letter off, where the list has one work of that year without a letter.
fn without_letter(paper: &Paper, cite: &Cite, link: &Link<CiteEvidence>) -> Option<Fix> {
    let year = cite.year.span;
    let slice = year.slice(&paper.document.text);
    if link.matched.len() != 1
        || slice.len() < 5
        || !slice.ends_with(|c: char| c.is_ascii_lowercase())
    {
        return None;
    }
    let letter = Span::new(year.end - 1, year.end);
    Some(Fix::new(
        "take the letter off",
        Edit::new(paper.place(letter), ""),
        Applicability::Unsafe,
    ))
}
