//! A cite that the list does not have.

use std::collections::HashMap;

use super::{Findings, declare_rule, uncited_list};
use crate::{
    citation::{Cite, Form},
    finding::Confidence,
    linkage::{CiteEvidence, Link, cite::Fault},
    project::Paper,
    work::fold,
};

declare_rule! {
    /// Finds works that are cited but not listed.
    ///
    /// ## What it does
    ///
    /// Looks up every citation in the reference list and reports those that nothing in the list comes near, each work once. A
    /// name or year that is a little off is told apart: it is a `name-mismatch` or a `year-mismatch`.
    ///
    /// ## Why it matters
    ///
    /// A reader who wants to check the claim cannot find its source.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Alvarez, 2014).
    ///
    /// References
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the work to the list, or take the citation out.
    "missing-reference", Error, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    if paper.references.items.is_empty() {
        return;
    }
    let is_not_understood = uncited_list::applies(paper);
    for (cites, link) in missing(paper) {
        let [first, others @ ..] = cites.as_slice() else {
            continue;
        };
        let message = format!("`{}` is cited but not listed", paper.cited_as(first));
        let finding = findings.add(paper.place(first.span), message);
        finding.confidence = match first.form {
            // Where nothing else is cited in a form that is understood, this hardly is a citation.
            _ if is_not_understood => Confidence::Low,
            Form::Certain => Confidence::High,
            Form::Likely => Confidence::Medium,
            Form::Open => Confidence::Low,
        };
        for cite in others {
            finding.relate(paper.place(cite.span), "cited here as well");
        }
        if let Some(nearest) = &link.runner_up {
            let message = format!(
                "the nearest in the list is `{}`",
                paper.listed_as(nearest.index)
            );
            finding.relate(paper.listed_at(nearest.index), message);
        }
        finding.help = Some("add the work to the list, or take the citation out".to_owned());
    }
}

/// The works that the list does not have, each with all its cites, in the order of the text.
fn missing(paper: &Paper) -> Vec<(Vec<&Cite>, &Link<CiteEvidence>)> {
    let mut places: HashMap<_, usize> = HashMap::new();
    let mut works: Vec<(Vec<&Cite>, &Link<CiteEvidence>)> = Vec::new();
    for (_, cite, link) in paper.cites() {
        if link.fault() != Some(Fault::Missing) {
            continue;
        }
        let place = *places.entry(key(cite)).or_insert(works.len());
        match works.get_mut(place) {
            Some((cites, _)) => cites.push(cite),
            None => works.push((vec![cite], link)),
        }
    }
    works
}

/// What two cites of one work have in common: names, year, letter and number.
type Key = (Vec<String>, Option<i32>, Option<char>, Option<u32>);

/// What a cite has in common with the others of its work.
fn key(cite: &Cite) -> Key {
    let names = cite
        .names
        .iter()
        .map(|name| fold::fold(&name.text))
        .collect();
    (names, cite.year.year, cite.year.suffix, cite.number)
}
