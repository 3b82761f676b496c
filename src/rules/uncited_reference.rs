//! A reference that no cite means.

use super::{Findings, declare_rule, uncited_list};
use crate::{citation::Mentions, finding::Confidence, project::Paper};

declare_rule! {
    /// Finds works that are listed but never cited.
    ///
    /// ## What it does
    ///
    /// Reports every reference that no citation of the text means, and names the place that may mean it: the author, the
    /// organisation or the title without a year. Where two of author, title and year stand in one sentence (`In 2010 Brandt
    /// held`), or an organisation is named whose work has no year, the finding has low confidence.
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
                let words = mention.span.slice(&paper.document.text);
                finding.confidence = if mention.is_clear {
                    Confidence::Low
                } else {
                    Confidence::Medium
                };
                finding.relate(paper.place(mention.span), format!("`{words}` may mean it"));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, project::Project, rules};

    /// How sure it is that `Brandt, K. (2011). The price of bread.` is not cited in a text that cites another work.
    fn check(text: &str, expected: Confidence) {
        let mut project = Project::default();
        let text = format!(
            "It is so (Lind, 2010). {text}\n\nReferences\n\nBrandt, K. (2011). The price of bread. Harbour Press.\n\
             Lind, S. (2010). Rye. Harbour Press.\n"
        );
        project.add_paper("paper.txt", Document::plain(text.clone()));
        let findings = rules::check(&project);
        let mut found = findings.iter().filter(|finding| finding.rule == RULE.name);
        assert_eq!(
            found.next().map(|finding| finding.confidence),
            Some(expected),
            "{text}"
        );
    }

    #[test]
    fn two_of_author_title_and_year_in_a_sentence_mean_a_work() {
        check("Mills stood still.", Confidence::High);
        check(
            "Brandt saw mills. In 2011 they stood still.",
            Confidence::Medium,
        );
        check(
            "The price of bread fell. Brandt saw it.",
            Confidence::Medium,
        );
        check("In 2011 the miller Brandt saw it.", Confidence::Low);
        check("Brandt says in The Price of Bread why.", Confidence::Low);
        check(
            "The Price of Bread, which came out in 2011, says why.",
            Confidence::Low,
        );
    }
}
