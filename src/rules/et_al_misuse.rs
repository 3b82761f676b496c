//! `et al.` that stands for one author or for none.

use std::collections::HashSet;

use super::{Findings, declare_rule, wrong_connector::usual_word};
use crate::{
    citation::{Cite, Mode},
    edit::{Applicability, Edit, Fix},
    finding::Confidence,
    linkage::cite::{AuthorsFit, Fault},
    project::Paper,
    span::Span,
};

declare_rule! {
    /// Finds `et al.` for works of one or two authors.
    ///
    /// ## What it does
    ///
    /// Reports `et al.` for a work of one author, and for a work of two where the paper otherwise names both or where its list
    /// is in APA style. Some journals shorten from two authors on; a paper that does so throughout is left alone.
    ///
    /// ## Why it matters
    ///
    /// `et al.` means `and others`: at least two more. It hides an author who should be named.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt et al., 2011).
    ///
    /// References
    /// Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Name both authors. `fix` writes the second name as the list has it.
    "et-al-misuse", Note, Paper(check)
}

/// Reports each work once.
fn check(paper: &Paper, findings: &mut Findings) {
    let mut seen = HashSet::new();
    let practice = &paper.practice;
    for (citation, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::EtAl))
    {
        let (Some(best), Some(et_al)) = (link.best(), cite.et_al) else {
            continue;
        };
        let for_one = best.evidence.authors == AuthorsFit::EtAlForOne;
        let is_habit = if for_one {
            paper.style.is_none() && !practice.writes_pairs_in_full()
        } else {
            !practice.lists_all_authors()
        };
        if is_habit || !cite.span.covers(et_al) || !seen.insert((best.index, for_one)) {
            continue;
        }
        let listed = paper.listed_as(best.index);
        let message = if for_one {
            format!("`{}` is by two authors: `{listed}`", paper.cited_as(cite))
        } else {
            format!(
                "`{}` is listed with no further author: `{listed}`",
                paper.cited_as(cite)
            )
        };
        let finding = findings.add(paper.place(cite.span), message);
        finding.relate(paper.listed_at(best.index), "listed here");
        if for_one {
            let ampersand = paper
                .style
                .as_deref()
                .filter(|style| style.joins_names())
                .map(|style| style.writes_ampersand(citation.mode))
                .or_else(|| practice.writes_ampersand(citation.mode))
                .unwrap_or(citation.mode == Mode::Parenthetical && practice.has_apa_list);
            finding.fix = second_name(paper, cite, et_al, best.index, ampersand);
        } else {
            finding.confidence = Confidence::Medium;
            finding.help = Some("take `et al.` out, or list the other authors".to_owned());
        }
    }
}

/// Writes the second name in place of `et al.`
fn second_name(
    paper: &Paper,
    cite: &Cite,
    et_al: Span,
    idx: usize,
    ampersand: bool,
) -> Option<Fix> {
    let second = paper.references.items[idx]
        .work
        .creators()
        .names
        .get(1)?
        .cited();
    let first = cite.names.last()?;
    let word = usual_word(paper);
    let connector = if ampersand {
        "&"
    } else {
        word.unwrap_or("and")
    };
    let span = Span::new(first.span.end, et_al.end);
    Some(Fix::new(
        format!("write `{connector} {second}`"),
        Edit::new(paper.place(span), format!(" {connector} {second}")),
        // Without a word of the paper's own its language is not known.
        if ampersand || word.is_some() {
            Applicability::Safe
        } else {
            Applicability::Unsafe
        },
    ))
}
