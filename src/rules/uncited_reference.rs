//! A reference that no cite means.

use super::{Findings, declare_rule, uncited_list};
use crate::{citation::Mentions, finding::Confidence, project::Paper};

declare_rule! {
    /// Finds works that are listed but never cited.
    ///
    /// ## What it does
    ///
    /// Reports every reference that no citation of the text means, and names the place that may mean it: the author, the
    /// organisation or the title without a year.
    ///
    /// ## Why it matters
    ///
    /// Most styles list only what is cited. A reference without a citation is often the trace of a passage that was cut, or of a
    /// claim whose source was never marked.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, 2011), as the Harbour Board had said.
    ///
    /// References
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// Harbour Board. (2009). Annual report.
    /// ```
    ///
    /// ## What to do
    ///
    /// Cite the work where it is used, or take it out of the list.
    "uncited-reference", Warning, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let uncited = uncited(paper);
    if uncited.is_empty() || uncited_list::applies(paper) || paper.is_of_larger {
        return;
    }
    let items = &paper.references.items;
    let mentions = Mentions::new(
        &paper.document,
        &paper.references,
        &paper.citations,
        uncited.iter().map(|idx| &items[*idx]),
    );
    for idx in uncited {
        let message = format!("`{}` is listed but never cited", paper.listed_as(idx));
        let finding = findings.add(paper.listed_at(idx), message);
        match mentions.find(&items[idx]) {
            Some(mention) => {
                let words = mention.slice(&paper.document.text);
                finding.confidence = Confidence::Medium;
                finding.relate(paper.place(mention), format!("`{words}` may mean it"));
                finding.help = Some(format!(
                    "cite it at `{words}` if that is what is meant, or take it out of the list"
                ));
            }
            None => {
                finding.help =
                    Some("cite it where it is used, or take it out of the list".to_owned());
            }
        }
    }
}

/// The references that no cite means, in the order of the list.
fn uncited(paper: &Paper) -> Vec<usize> {
    let cited = paper.meant_references();
    let all = 0..paper.references.items.len();
    all.filter(|idx| !cited.contains(idx)).collect()
}
