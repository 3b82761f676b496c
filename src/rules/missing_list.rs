//! A paper that cites, but lists nothing.

use super::{Findings, declare_rule};
use crate::{finding::Confidence, project::Paper};

declare_rule! {
    /// Finds papers with citations and without a reference list.
    ///
    /// ## What it does
    ///
    /// Reports, once and at the first citation, that no reference list was found. It stands for the reports of all missing
    /// references. A file of a larger document, which `\input` or the like takes in, may have its list elsewhere.
    ///
    /// ## Why it matters
    ///
    /// Without a list no citation can be followed; or refmend did not recognise the list, and then nothing else that it says
    /// about this paper would be right.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt et al., 2011).
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the list; if there is one, head it with a line of its own such as `References`.
    "missing-list", Error, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let Some(first) = paper.citations.first() else {
        return;
    };
    if !paper.references.items.is_empty() || paper.is_of_larger {
        return;
    }
    let finding = findings.add(paper.place(first.span), message(paper.citations.len()));
    finding.confidence = Confidence::High;
    finding.help = Some("head the list with a line of its own, such as `References`".to_owned());
}

fn message(n_citations: usize) -> String {
    match n_citations {
        1 => "there is a citation, but no reference list was found".to_owned(),
        count => format!("there are {count} citations, but no reference list was found"),
    }
}
