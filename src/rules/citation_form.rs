//! Citations that are not in the style that was asked for.

use super::{Findings, declare_rule};
use crate::{
    citation::{Citation, Cite, Mode},
    edit::{Applicability, Edit, Fix},
    linkage::{
        CiteEvidence, Decision, Link,
        cite::{AuthorsFit, NameFit},
    },
    project::Paper,
    span::Span,
    style::Style,
    work::fold::single_spaced,
};

declare_rule! {
    /// Finds citations that are not written as the style asks.
    ///
    /// ## What it does
    ///
    /// With `--style`, reports citations that name more authors than the style does, and citations in brackets whose names
    /// and year are divided otherwise. Only citations whose reference is certain are looked at; one that would no longer tell
    /// its reference from another is left alone. Without `--style` it reports nothing.
    ///
    /// ## Why it matters
    ///
    /// It is a matter of form; journals ask for their style.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, Osei, and Lind 2011).
    ///
    /// References
    /// Brandt, K., Osei, A., & Lind, M. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// `fix --style apa` writes `(Brandt et al., 2011)`; the words around the citation stay as they are.
    "citation-form", Note, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let Some(style) = paper.style else { return };
    for (citation, cite, link) in paper.cites() {
        let edits: Vec<Edit> = [
            shortened(paper, cite, link, style),
            divided(paper, citation, cite, link, style),
        ]
        .into_iter()
        .flatten()
        .collect();
        if edits.is_empty() {
            continue;
        }
        let message = format!(
            "`{}` is not written as {} asks",
            paper.cited_as(cite),
            style.name
        );
        findings.add(paper.place(cite.span), message).fix = Some(Fix {
            title: "write it in the style".to_owned(),
            edits,
            applicability: Applicability::Safe,
        });
    }
}

/// Names only the first author where the style shortens.
fn shortened(paper: &Paper, cite: &Cite, link: &Link<CiteEvidence>, style: &Style) -> Option<Edit> {
    let idx = certain(link)?;
    let [first, .., last] = cite.names.as_slice() else {
        return None;
    };
    let is_long = cite.names.len() >= style.et_al_from && cite.et_al.is_none();
    if !is_long || !cite.span.covers(cite.names_span) || has_double(paper, idx) {
        return None;
    }
    let others = Span::new(first.span.end, last.span.end);
    Some(Edit::new(paper.place(others), " et al."))
}

/// Divides names and year within brackets.
fn divided(
    paper: &Paper,
    citation: &Citation,
    cite: &Cite,
    link: &Link<CiteEvidence>,
    style: &Style,
) -> Option<Edit> {
    certain(link)?;
    let is_whole = cite.span.covers(cite.names_span) && cite.names_span.end < cite.year.span.start;
    if citation.mode != Mode::Parenthetical || !is_whole {
        return None;
    }
    let between = Span::new(cite.names_span.end, cite.year.span.start);
    let written = between.slice(&paper.document.text);
    let is_divider = written.chars().all(|c| c.is_whitespace() || c == ',');
    let is_right = single_spaced(written).trim_end() == style.year_delimiter.trim_end();
    (is_divider && !is_right).then(|| Edit::new(paper.place(between), style.year_delimiter))
}

/// The reference of a cite that is certain in every respect.
fn certain(link: &Link<CiteEvidence>) -> Option<usize> {
    match link.matched.as_slice() {
        [only] if link.decision == Decision::Match => {
            let evidence = &only.evidence;
            let is_same =
                evidence.name == NameFit::Same && evidence.authors == AuthorsFit::Complete;
            is_same.then_some(only.index)
        }
        _ => None,
    }
}

/// Whether another reference has the same first author and year, so that `et al.` would not tell them apart.
fn has_double(paper: &Paper, idx: usize) -> bool {
    let own = &paper.references.items[idx].work;
    let others = paper
        .references
        .items
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != idx);
    others.into_iter().any(|(_, other)| {
        other.work.creators().names.first() == own.creators().names.first()
            && other.work.issued.date.map(|date| date.year) == own.issued.date.map(|date| date.year)
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        document::Document, edit::Applicability, fix::fix_all, project::Project, rules,
        span::SourceId, style,
    };

    const LIST: &str = "\n\nReferences\n\nBrandt, K., Osei, A., & Lind, M. (2011). The price of bread. Harbour Press.\nOsei, A. (2012). The price of milk. Harbour Press.\n";

    /// Checks that `text` is fixed to `fixed` in a style.
    fn check(style: &'static style::Style, text: &str, fixed: &str) {
        let mut project = Project {
            style: Some(style),
            ..Project::default()
        };
        let text = format!("{text}{LIST}");
        let document = Document::plain(text);
        project.add_paper("paper.txt", document.clone());
        let outcome = fix_all(document, SourceId(0), Applicability::Safe, |document| {
            project.update_paper(SourceId(0), document.clone());
            rules::check(&project)
        });
        assert_eq!(outcome.document.text, format!("{fixed}{LIST}"));
    }

    #[test]
    fn citations_are_brought_into_the_style() {
        let long = "Prices fell (Brandt, Osei, & Lind, 2011; Osei, 2012, p. 3).";
        check(
            &style::APA,
            long,
            "Prices fell (Brandt et al., 2011; Osei, 2012, p. 3).",
        );
        check(
            &style::CHICAGO,
            long,
            "Prices fell (Brandt et al. 2011; Osei 2012, p. 3).",
        );
        check(
            &style::HARVARD,
            long,
            "Prices fell (Brandt, Osei, and Lind, 2011; Osei, 2012, p. 3).",
        );
    }

    #[test]
    fn what_is_right_stays() {
        check(
            &style::APA,
            "As Osei (2012) says (Brandt et al., 2011).",
            "As Osei (2012) says (Brandt et al., 2011).",
        );
    }
}
