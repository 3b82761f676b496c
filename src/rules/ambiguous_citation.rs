//! A cite that fits several references.

use std::collections::HashSet;

use super::{Findings, declare_rule};
use crate::{
    citation::Cite,
    edit::{Applicability, Edit, Fix},
    linkage::cite::Fault,
    project::Paper,
    work::fold,
};

declare_rule! {
    /// Finds citations that fit several listed works.
    ///
    /// ## What it does
    ///
    /// Reports a citation that two or more references fit equally well: the letter behind the year is missing, or authors of
    /// one name need their initials. A work that is listed twice is a `duplicate-reference` instead.
    ///
    /// ## Why it matters
    ///
    /// A reader cannot tell which work is meant.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, 2011).
    ///
    /// References
    /// Brandt, K. (2011a). The price of bread. Harbour Press.
    /// Brandt, K. (2011b). The price of milk. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the letter, the initials or a further name that tells the works apart.
    "ambiguous-citation", Warning, Paper(check)
}

/// Reports each pair of names and year once.
fn check(paper: &Paper, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for (_, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::Ambiguous))
    {
        let meant: Vec<_> = link
            .matched
            .iter()
            .map(|candidate| candidate.index)
            .collect();
        if are_one_work(paper, &meant) || !seen.insert(meant.clone()) {
            continue;
        }
        let works: Vec<_> = meant
            .iter()
            .map(|idx| format!("`{}`", paper.listed_as(*idx)))
            .collect();
        let message = format!("`{}` fits {} references", paper.cited_as(cite), meant.len());
        let finding = findings.add(paper.place(cite.span), message);
        for idx in &meant {
            finding.relate(paper.listed_at(*idx), "this one fits");
        }
        finding.help = Some(format!("say which is meant: {}", works.join(" or ")));
        finding.fix = letter_fix(paper, cite, &meant);
    }
}

/// Whether all are the same work, listed more than once.
fn are_one_work(paper: &Paper, meant: &[usize]) -> bool {
    /// Titles that agree so far are the same title, shortened or with another ending.
    const SAME_START: usize = 30;
    let title = |idx: usize| {
        let title = paper.references.items[idx]
            .work
            .title
            .as_deref()
            .unwrap_or_default();
        fold::fold(title)
            .chars()
            .take(SAME_START)
            .collect::<String>()
    };
    let first = title(meant[0]);
    !first.is_empty() && meant[1..].iter().all(|idx| title(*idx) == first)
}

/// Shows the letters of which one is missing.
fn letter_fix(paper: &Paper, cite: &Cite, meant: &[usize]) -> Option<Fix> {
    let letter = paper.references.items[*meant.first()?].work.issued.suffix?;
    let year = cite.year.span.slice(&paper.document.text);
    let edit = Edit::new(paper.place(cite.year.span), format!("{year}{letter}"));
    Some(Fix::new(
        "add the letter of the work that is meant",
        edit,
        Applicability::Display,
    ))
}
