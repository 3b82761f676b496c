//! A cite whose names stand in another order than in the list.

use super::{Findings, declare_rule};
use crate::{
    citation::Cite,
    edit::{Applicability, Edit, Fix},
    linkage::cite::Fault,
    project::Paper,
};

declare_rule! {
    /// Finds citations whose authors stand in another order than in the list.
    ///
    /// ## What it does
    ///
    /// Reports a citation whose names are all authors of one listed work of that year, in another order.
    ///
    /// ## Why it matters
    ///
    /// The order of authors belongs to the work, and the list is sorted by the first of them: a reader looks in the wrong place.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Osei & Brandt, 2011).
    ///
    /// References
    /// Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the names in the order of the work. `fix --unsafe-fixes` takes the order of the list.
    "author-order", Warning, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    for (_, cite, link) in paper
        .cites()
        .filter(|(_, _, link)| link.fault() == Some(Fault::Order))
    {
        let Some(best) = link.best() else { continue };
        let listed = paper.listed_as(best.index);
        let message = format!("`{}` is listed as `{listed}`", paper.cited_as(cite));
        let finding = findings.add(paper.place(cite.span), message);
        finding.relate(
            paper.listed_at(best.index),
            "the list has the names in this order",
        );
        finding.fix = fix(paper, cite, best.index);
    }
}

/// Swaps the two names of a pair; longer rows are for the author.
fn fix(paper: &Paper, cite: &Cite, idx: usize) -> Option<Fix> {
    let [first, second] = cite.names.as_slice() else {
        return None;
    };
    let text = &paper.document.text;
    if paper.references.items[idx].work.creators().names.len() != 2 {
        return None;
    }
    Some(Fix {
        title: format!("write `{}` first", second.text),
        edits: vec![
            Edit::new(paper.place(first.span), second.span.slice(text)),
            Edit::new(paper.place(second.span), first.span.slice(text)),
        ],
        applicability: Applicability::Unsafe,
    })
}
