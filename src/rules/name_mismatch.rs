//! A cite whose names are not the listed ones.

use std::collections::HashSet;

use super::{Findings, declare_rule};
use crate::{
    citation::{Cite, CitedName},
    edit::{Applicability, Edit, Fix},
    finding::Confidence,
    linkage::{
        Candidate, CiteEvidence,
        cite::{AuthorsFit, Fault, NameFit},
    },
    project::Paper,
    span::Span,
    work::{Contributors, Name, fold, near::is_near},
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
        let finding = findings.add(paper.place(cite.span), message(paper, cite, best));
        finding.confidence = confidence(cite, best.evidence);
        finding.relate(
            paper.listed_at(best.index),
            format!("listed as `{}`", paper.listed_as(best.index)),
        );
        finding.fix = fix(paper, cite, work.creators(), best.evidence);
    }
}

/// What the list has instead of the cited names; it speaks of all that the fix would mend.
fn message(paper: &Paper, cite: &Cite, best: &Candidate<CiteEvidence>) -> String {
    let cited = paper.cited_as(cite);
    let listed = paper.listed_as(best.index);
    let creators = paper.references.items[best.index].work.creators();
    let slips = slips(cite, creators, best.evidence);
    let missing = match best.evidence {
        CiteEvidence {
            name: NameFit::Later,
            ..
        }
        | CiteEvidence {
            authors: AuthorsFit::LeftOut,
            ..
        } => left_out(cite, creators),
        _ => Vec::new(),
    };
    let spelt = quoted(slips.iter().map(|(_, right)| right.as_str()));
    match (slips.is_empty(), missing.is_empty()) {
        (false, true) => format!("`{cited}`: the list has {spelt}"),
        (false, false) => format!(
            "`{cited}`: the list has {spelt}, with {}",
            quoted(missing.iter().map(String::as_str))
        ),
        (true, false) => format!(
            "`{cited}` leaves out {} of the listed `{listed}`",
            quoted(missing.iter().map(String::as_str))
        ),
        (true, true) => match unlisted(cite, creators) {
            Some(name) => format!("`{cited}`: `{name}` is no author of the listed `{listed}`"),
            None => format!("`{cited}` has other authors than the listed `{listed}`"),
        },
    }
}

/// Names in back quotes, joined; more than two are shortened.
fn quoted<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    let n_names = names.len();
    let shown: Vec<_> = names.take(2).map(|name| format!("`{name}`")).collect();
    match n_names {
        0..=2 => shown.join(" and "),
        _ => format!("{} and {} more", shown.join(", "), n_names - 2),
    }
}

/// The cited names that are spelt otherwise in the list, each with the listed spelling.
fn slips<'c>(
    cite: &'c Cite,
    listed: &Contributors,
    evidence: CiteEvidence,
) -> Vec<(&'c CitedName, String)> {
    let names: Vec<String> = listed.names.iter().map(Name::cited).collect();
    let is_listed = |name: &CitedName| names.iter().any(|other| is_same(other, &name.text));
    let is_cited = |name: &str| cite.names.iter().any(|other| is_same(name, &other.text));
    let mut slips = Vec::new();
    for (place, cited) in cite.names.iter().enumerate() {
        let is_first = place == 0;
        let is_slip = matches!(evidence.name, NameFit::Misspelt | NameFit::Accents);
        let right = if is_first && is_slip {
            names.first()
        } else if is_first || is_listed(cited) {
            None
        } else {
            let folded = fold::fold(&cited.text);
            let near = |name: &&String| is_near(&folded, &fold::fold(name)) && !is_cited(name);
            names.iter().find(near)
        };
        slips.extend(right.map(|right| (cited, right.clone())));
    }
    slips
}

/// Whether a listed and a cited name are the same, or one is a part of the other: `García Márquez`, `García`.
fn is_same(listed: &str, cited: &str) -> bool {
    let (listed, cited) = (fold::fold(listed), fold::fold(cited));
    let has = |whole: &str, part: &str| format!(" {whole} ").contains(&format!(" {part} "));
    has(&listed, &cited) || has(&cited, &listed)
}

/// The listed names that the cite should have and has not.
fn left_out(cite: &Cite, listed: &Contributors) -> Vec<String> {
    let is_cited = |name: &str| {
        let folded = fold::fold(name);
        let fits = |cited: &CitedName| {
            is_same(name, &cited.text) || is_near(&folded, &fold::fold(&cited.text))
        };
        cite.names.iter().any(fits)
    };
    let names = listed.names.iter().map(Name::cited);
    names.filter(|name| !is_cited(name)).collect()
}

/// The first cited name that the list does not have.
fn unlisted<'c>(cite: &'c Cite, listed: &Contributors) -> Option<&'c str> {
    let is_listed = |cited: &CitedName| {
        let mut names = listed.names.iter();
        names.any(|name| is_same(&name.cited(), &cited.text))
    };
    let mut cited = cite.names.iter();
    let name = cited.find(|name| !is_listed(name))?;
    Some(&name.text)
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

/// Writes misspelt names as the list has them; left-out names are for the author to judge.
fn fix(paper: &Paper, cite: &Cite, listed: &Contributors, evidence: CiteEvidence) -> Option<Fix> {
    let slips = slips(cite, listed, evidence);
    let rights: Vec<_> = slips.iter().map(|(_, right)| right.as_str()).collect();
    let title = format!("write {}", quoted(rights.iter().copied()));
    let edits: Option<Vec<Edit>> = slips
        .iter()
        .map(|(name, right)| {
            let span = family_span(paper, name)?;
            Some(Edit::new(paper.place(span), right.clone()))
        })
        .collect();
    let edits = edits.filter(|edits| !edits.is_empty())?;
    Some(Fix {
        title,
        edits,
        applicability: Applicability::Unsafe,
    })
}

/// Where the family name stands, without the given name.
fn family_span(paper: &Paper, name: &CitedName) -> Option<Span> {
    let printed = name.span.slice(&paper.document.text);
    let at = printed.rfind(name.text.as_str())?;
    let is_same = fold::fold(&printed[at..]) == fold::fold(&name.text);
    is_same.then(|| Span::new(name.span.start + at, name.span.start + at + name.text.len()))
}
