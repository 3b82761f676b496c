//! A number that is first cited out of its turn.

use super::{Findings, declare_rule};
use crate::{
    citation::Cite, finding::Confidence, project::Paper, reference::List, work::order::longest_run,
};

declare_rule! {
    /// Finds numbers that are first cited out of their turn.
    ///
    /// ## What it does
    ///
    /// Where the references of a numbered list are numbered in the order in which the text first cites them, reports the few
    /// numbers that are not. Lists whose numbers follow another order, such as that of the names, are left alone.
    ///
    /// ## Why it matters
    ///
    /// Vancouver, IEEE, AMA and ACS number the references by their first citation. A number out of its turn is the trace of a
    /// passage that was moved or added after the list was numbered.
    ///
    /// ## Example
    ///
    /// ```text
    /// Bread rose [1], rye fell [3], oats rose [2], salt fell [4], rice rose [5], malt fell [6].
    ///
    /// References
    /// [1] Brandt K. Bread. J Grain. 2011;3:1-9.
    /// [2] Hill A. Rye. J Grain. 2009;1:1-9.
    /// [3] Lind S. Oats. J Grain. 2010;2:1-9.
    /// [4] Alvarez M. Salt. J Grain. 2014;6:1-9.
    /// [5] Wang L. Rice. J Grain. 2017;9:1-9.
    /// [6] Osei A. Malt. J Grain. 2012;4:1-9.
    /// ```
    ///
    /// ## What to do
    ///
    /// Renumber the references in the order in which they are first cited.
    "citation-order", Note, Paper(check)
}

/// Fewer cited numbers show no order.
const FEWEST: usize = 5;

/// So many numbers, in per cent, stand in their turn where the list follows the text.
const IN_TURN_PERCENT: usize = 80;

fn check(paper: &Paper, findings: &mut Findings) {
    for list in &paper.references.lists {
        let firsts = firsts(paper, list);
        let indices: Vec<usize> = firsts.iter().map(|(idx, _)| *idx).collect();
        let kept = longest_run(&indices);
        let follows_text = kept.len() * 100 >= indices.len() * IN_TURN_PERCENT;
        if indices.len() < FEWEST || !follows_text {
            continue;
        }
        for (place, (_, cite)) in firsts.iter().enumerate() {
            if kept.binary_search(&place).is_err() {
                report(paper, &firsts, place, cite, findings);
            }
        }
    }
}

/// The references of a list that are cited by number, each with its first cite, in the order of the text.
fn firsts<'p>(paper: &'p Paper, list: &List) -> Vec<(usize, &'p Cite)> {
    let mut is_cited = vec![false; paper.references.items.len()];
    let mut firsts = Vec::new();
    for (_, cite, link) in paper.cites() {
        let Some(best) = link.best().filter(|_| cite.number.is_some()) else {
            continue;
        };
        let is_listed = list.span.covers(paper.references.items[best.index].span);
        if is_listed && !std::mem::replace(&mut is_cited[best.index], true) {
            firsts.push((best.index, cite));
        }
    }
    firsts
}

fn report(
    paper: &Paper,
    firsts: &[(usize, &Cite)],
    place: usize,
    cite: &Cite,
    findings: &mut Findings,
) {
    let number = cite.number.unwrap_or_default();
    let before = place.checked_sub(1).map(|before| firsts[before].1);
    let message = match before.and_then(|before| before.number) {
        Some(before) => format!("`[{number}]` is first cited here, right behind `[{before}]`"),
        None => format!("`[{number}]` is the first to be cited"),
    };
    let finding = findings.add(paper.place(cite.span), message);
    finding.confidence = Confidence::Medium;
    finding.help =
        Some("the other numbers go up as they are first cited; renumber the list".to_owned());
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::samples::findings;

    /// A list of eight numbers in the order of citation.
    fn list() -> String {
        let names = [
            "Brandt K",
            "Hill A",
            "Lind S",
            "Alvarez M",
            "Wang L",
            "Osei A",
            "Park J",
            "Cole B",
        ];
        let references = names.iter().zip(1..).map(|(name, number)| {
            format!("[{number}] {name}. On grain. J Grain. 2011;{number}:1-9.\n")
        });
        format!("\n\nReferences\n\n{}", references.collect::<String>())
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(
            findings(&RULE, &format!("{text}{}", list())),
            expected,
            "{text}"
        );
    }

    #[test]
    fn numbers_out_of_their_turn() {
        check(
            "Bread [1], rye [2, 7] and oats [3]; salt [4–6], rice [1], malt [8].",
            &["`[7]` is first cited here, right behind `[2]`"],
        );
        check(
            "Malt [5], bread [1], rye [2] and oats [3]; salt [4], rice [6–8].",
            &["`[5]` is the first to be cited"],
        );
    }

    #[test]
    fn other_orders_are_left_alone() {
        check("Bread [1], rye [2–4] and oats [5–8]; salt [3].", &[]);
        check(
            "Bread [8], rye [2], oats [5], salt [1], rice [7], malt [3, 6].",
            &[],
        );
    }
}
