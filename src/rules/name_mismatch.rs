//! A cite whose names are not the listed ones.

use std::collections::HashSet;

use super::{Findings, declare_rule};
use crate::{
    citation::{Cite, CitedName},
    edit::{Applicability, Edit, Fix},
    finding::Confidence,
    linkage::cite::{AuthorsFit, CiteEvidence, Fault, NameFit},
    project::Paper,
    work::{Contributors, fold},
};

declare_rule! {
    /// Finds citations whose names differ from the listed ones.
    ///
    /// ## What it does
    ///
    /// Reports a citation that is clearly meant for a listed work, with a name that is misspelt, has lost its accents or
    /// apostrophe, is missing, or is one too many.
    ///
    /// ## Why it matters
    ///
    /// Names are what a reader looks for in the list. Who wrote the name wrong, the text or the list, only the work itself can tell.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brant, 2011).
    ///
    /// References
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Look the work up and mend the name that is wrong. `fix --unsafe-fixes` writes the listed name.
    "name-mismatch", Warning, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let mut seen = HashSet::new();
    let mut names_seen = HashSet::new();
    for (_, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::Name))
    {
        let Some(best) = link.best() else { continue };
        if best.evidence.authors == AuthorsFit::Added && !paper.practice.lists_all_authors() {
            continue;
        }
        let key: Vec<_> = cite.names.iter().map(|name| name.text.as_str()).collect();
        // The same spelling before several years, or repeated, is one slip.
        let is_new = seen.insert((best.index, key));
        if !names_seen.insert(cite.names_span) || !is_new {
            continue;
        }
        let work = &paper.references.items[best.index].work;
        let finding = findings.add(
            paper.place(cite.span),
            message(paper, cite, best.index, best.evidence),
        );
        finding.confidence = confidence(cite, best.evidence);
        finding.relate(
            paper.listed_at(best.index),
            format!("listed as `{}`", paper.listed_as(best.index)),
        );
        finding.fix = fix(paper, cite, work.creators(), best.evidence);
    }
}

fn message(paper: &Paper, cite: &Cite, idx: usize, evidence: CiteEvidence) -> String {
    let cited = paper.cited_as(cite);
    let listed = paper.listed_as(idx);
    match (evidence.name, evidence.authors) {
        (_, AuthorsFit::LeftOut) | (NameFit::Later, _) => {
            format!("`{cited}` leaves out authors of the listed `{listed}`")
        }
        (_, AuthorsFit::Added) => {
            format!("`{cited}` names an author whom the listed `{listed}` does not have")
        }
        (NameFit::Accents, _) => format!("`{cited}` is written `{listed}` in the list"),
        _ => format!("`{cited}` is not listed; `{listed}` is one slip of the pen away"),
    }
}

/// How sure it is. A single name without `et al.` for a work of several is common in running text and the list itself may have
/// been read wrongly there.
fn confidence(cite: &Cite, evidence: CiteEvidence) -> Confidence {
    match (evidence.name, evidence.authors) {
        (NameFit::Accents | NameFit::Misspelt, AuthorsFit::LeftOut) => Confidence::Medium,
        (_, AuthorsFit::LeftOut) if cite.names.len() == 1 => Confidence::Low,
        (NameFit::Later, _)
        | (_, AuthorsFit::LeftOut | AuthorsFit::Added | AuthorsFit::Differs) => Confidence::Medium,
        _ => Confidence::High,
    }
}

/// Writes a misspelt name as the list has it; left-out names are for the author to judge.
fn fix(paper: &Paper, cite: &Cite, listed: &Contributors, evidence: CiteEvidence) -> Option<Fix> {
    let is_spelling = matches!(evidence.name, NameFit::Misspelt | NameFit::Accents);
    let name = cite.names.first().filter(|_| is_spelling)?;
    let right = listed.names.first()?.cited();
    let span = family_span(paper, name)?;
    Some(Fix::new(
        format!("write `{right}`"),
        Edit::new(paper.place(span), right),
        Applicability::Unsafe,
    ))
}

/// Where the family name stands, without the given name.
fn family_span(paper: &Paper, name: &CitedName) -> Option<crate::span::Span> {
    let printed = name.span.slice(&paper.document.text);
    let at = printed.rfind(name.text.as_str())?;
    let is_same = fold::fold(&printed[at..]) == fold::fold(&name.text);
    is_same.then(|| {
        crate::span::Span::new(name.span.start + at, name.span.start + at + name.text.len())
    })
}
