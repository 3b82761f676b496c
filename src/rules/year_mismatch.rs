//! A cite whose year is not the listed one.

use std::collections::HashMap;

use super::{Findings, declare_rule};
use crate::{
    citation::Cite,
    edit::{Applicability, Edit, Fix},
    finding::Confidence,
    linkage::cite::{Fault, YearFit},
    project::Paper,
};

declare_rule! {
    /// Finds citations whose year differs from the listed one.
    ///
    /// ## What it does
    ///
    /// Reports a citation whose names are listed, with a year that is off by one or two, has one wrong digit, or is printed
    /// elsewhere in the reference. Citations of one work with one wrong year are one finding.
    ///
    /// ## Why it matters
    ///
    /// One of the two years is wrong, or two editions have been mixed up; then page numbers do not fit either.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, 2012).
    ///
    /// References
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Look the work up and mend the year that is wrong.
    "year-mismatch", Error, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let cited_rightly = cited_rightly(paper);
    for (idx, cites) in mismatches(paper) {
        let [(first, fit), others @ ..] = cites.as_slice() else {
            continue;
        };
        let cited = first.year.span.slice(&paper.document.text);
        let listed = listed_year(paper, idx);
        let message = format!(
            "cited {cited}, listed {listed}: which is it? ({})",
            paper.listed_as(idx)
        );
        let finding = findings.add(paper.place(first.span), message);
        finding.relate(paper.listed_at(idx), format!("listed with {listed}"));
        for (cite, _) in others {
            finding.relate(
                paper.place(cite.span),
                format!("cited {cited} here as well"),
            );
        }
        if *fit == YearFit::Printed {
            finding.confidence = Confidence::Medium;
            let year = first.year.year.unwrap_or_default();
            finding.help = Some(format!(
                "the reference also prints {year}: an earlier edition, or part of its title"
            ));
        }
        if let Some(other) = cited_rightly.get(&idx) {
            finding.relate(paper.place(other.span), format!("cited {listed} here"));
            finding.fix = year_fix(paper, &cites, &listed);
        }
    }
}

/// Writes the listed year, where other cites of the same work have it.
fn year_fix(paper: &Paper, cites: &[(&Cite, YearFit)], listed: &str) -> Option<Fix> {
    listed.parse::<i32>().ok()?;
    let edits = cites
        .iter()
        .map(|(cite, _)| Edit::new(paper.place(cite.year.span), listed))
        .collect();
    Some(Fix {
        title: format!("write `{listed}`"),
        edits,
        applicability: Applicability::Unsafe,
    })
}

/// The cites with a wrong year, by reference and year, in the order of the text.
fn mismatches(paper: &Paper) -> Vec<(usize, Vec<(&Cite, YearFit)>)> {
    let mut places: HashMap<_, usize> = HashMap::new();
    let mut found: Vec<(usize, Vec<_>)> = Vec::new();
    for (_, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::Year))
    {
        let Some(best) = link.best() else { continue };
        let key = (best.index, cite.year.year, cite.year.status);
        let place = *places.entry(key).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, cites)) => cites.push((cite, best.evidence.year)),
            None => found.push((best.index, vec![(cite, best.evidence.year)])),
        }
    }
    found
}

/// For each reference the first cite that has its year.
fn cited_rightly(paper: &Paper) -> HashMap<usize, &Cite> {
    let mut first = HashMap::new();
    for (_, cite, link) in paper.cites() {
        for candidate in link
            .matched
            .iter()
            .filter(|candidate| candidate.evidence.year.is_right())
        {
            first.entry(candidate.index).or_insert(cite);
        }
    }
    first
}

/// The year of a reference as a reader sees it.
fn listed_year(paper: &Paper, idx: usize) -> String {
    let issued = &paper.references.items[idx].work.issued;
    let suffix = issued.suffix.map(String::from).unwrap_or_default();
    match issued.date {
        Some(date) => format!("{}{suffix}", date.year),
        None => "without a year".to_owned(),
    }
}
