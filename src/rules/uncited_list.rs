//! A list that no citation means.

use super::{Findings, declare_rule};
use crate::{project::Paper, span::Span};

declare_rule! {
    /// Finds lists of which nothing is cited in a way that refmend reads.
    ///
    /// ## What it does
    ///
    /// Reports, once and at the heading of the list, that hardly any of its references is meant by a citation. It stands for the
    /// reports of all uncited references.
    ///
    /// ## Why it matters
    ///
    /// A paper cites what it lists. Where nothing seems to be cited, refmend did not understand how the paper cites, and its word
    /// on single references would be worth nothing.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again.12
    ///
    /// References
    /// Brandt, K. (2011). The price of bread. Harbour Press.
    /// Lind, S. (2010). Rye. Journal of Grain, 2(1), 1–9.
    /// Osei, A. (2012). Oats. Journal of Grain, 3(1), 1–9.
    /// Hill, A. (2009). Salt. Journal of Grain, 1(1), 1–9.
    /// Wang, L. (2017). Rice. Journal of Grain, 5(1), 1–9.
    /// ```
    ///
    /// ## What to do
    ///
    /// refmend reads citations by name and year, by name and page where the list is in MLA, by name and title in notes, and by
    /// number in brackets or superscript letters where the list is numbered. Citations in other forms it cannot check.
    "uncited-list", Warning, Paper(check)
}

/// Shorter lists may well be uncited.
const FEWEST: usize = 5;

/// So many references are cited by chance: one in twenty.
const BY_CHANCE: usize = 20;

fn check(paper: &Paper, findings: &mut Findings) {
    if !applies(paper) || paper.is_of_larger {
        return;
    }
    let n_references = paper.references.items.len();
    let n_cited = paper.meant_references().len();
    let message = match n_cited {
        0 => format!("none of the {n_references} references is cited in a way that refmend reads"),
        _ => format!(
            "only {n_cited} of the {n_references} references are cited in a way that refmend reads"
        ),
    };
    let finding = findings.add(paper.place(heading(paper)), message);
    finding.help = Some(
        "cite by name and year, by name and page (MLA), by name and title in notes or by the numbers of the list; other forms cannot be checked".to_owned(),
    );
}

/// Whether the paper cites in a way that was not understood, so that nothing can be said of single references.
pub(super) fn applies(paper: &Paper) -> bool {
    let n_references = paper.references.items.len();
    n_references >= FEWEST
        && paper.document.keyed.is_empty()
        && paper.meant_references().len() * BY_CHANCE < n_references
}

/// The heading of the first list, or its first reference.
fn heading(paper: &Paper) -> Span {
    let heading = paper.references.lists.first().and_then(|list| list.heading);
    heading.unwrap_or(paper.references.items[0].span)
}

#[cfg(test)]
mod tests {
    use crate::rules::{RULES, samples::findings};

    const LIST: &str = "\n\nReferences\n\nBrandt, K. (2011). The price of bread. Harbour Press.\nHill, A. (2009). Salt. Journal of Grain, 1(1), 1–9.\nLind, S. (2010). Rye. Journal of Grain, 2(1), 1–9.\nOsei, A. (2012). Oats. Journal of Grain, 3(1), 1–9.\nWang, L. (2017). Rice. Journal of Grain, 5(1), 1–9.\n";

    /// The rules that report something about citations.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = format!("{text}{LIST}");
        let about = ["uncited-list", "uncited-reference"];
        let rules = RULES.iter().filter(|rule| about.contains(&rule.name));
        let found: Vec<_> = rules
            .flat_map(|rule| findings(rule, &text).into_iter().map(|_| rule.name))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn one_finding_stands_for_all() {
        check("Prices fell again.12 They rose later.13", &["uncited-list"]);
    }

    #[test]
    fn a_single_citation_is_understood() {
        check(
            "Prices fell again (Brandt, 2011).",
            &["uncited-reference"; 4],
        );
    }
}
