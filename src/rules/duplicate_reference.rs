//! A work that a list holds twice.

use std::collections::HashMap;

use super::{Findings, declare_rule};
use crate::{
    citation::Chapters,
    finding::Confidence,
    linkage::entry::{Agreement, Evidence, compare},
    project::Paper,
    reference::Reference,
    work::{Work, fold::fold},
};

declare_rule! {
    /// Finds works that are listed twice.
    ///
    /// ## What it does
    ///
    /// Reports a reference whose work another reference before it describes: the same DOI, or the same authors, year and title
    /// with nothing that tells the two apart. Each chapter may have a list of its own. Works with different letters behind the year, other volumes, parts, editions and
    /// printings are different works.
    ///
    /// ## Why it matters
    ///
    /// A citation of the work then has two targets, and the two tend to drift apart as one of them is corrected.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. (2011). The price of bread. Economic Letters, 4, 11–29.
    /// Brandt, K. (2011). The price of bread. Econ. Letters 4: 11-29.
    /// ```
    ///
    /// ## What to do
    ///
    /// Keep the better of the two.
    "duplicate-reference", Warning, Paper(check)
}

/// How alike titles of one work are at least; a misprint or two in a title of usual length.
const ALIKE: f32 = 0.9;

/// With how many references of the same author and year a reference is compared, the nearest before it: more than the letters of
/// the alphabet that tell them apart.
const COMPARED: usize = 30;

fn check(paper: &Paper, findings: &mut Findings) {
    let items = &paper.references.items;
    let chapters = Chapters::of(&paper.citations, &paper.references);
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (idx, reference) in items.iter().enumerate() {
        let first = keys(&reference.work)
            .filter_map(|key| {
                let group = groups.entry(key).or_default();
                let compared = group.iter().rev().take(COMPARED);
                let mut same = compared.filter(|other| {
                    chapters.are_together(**other, idx)
                        && (is_printed_alike(paper, **other, idx)
                            || is_same(&items[**other], reference))
                });
                let first = same.next().copied();
                group.push(idx);
                first
            })
            .min();
        if let Some(first) = first {
            report(paper, first, idx, findings);
        }
    }
}

/// The groups that a work is looked up in: those of its DOI, and of its year with its first creator or the start of its title.
fn keys(work: &Work) -> impl Iterator<Item = String> {
    let year = work.issued.date.map_or(0, |date| date.year);
    let creator = work
        .creators()
        .names
        .first()
        .map(|name| fold(&name.cited()));
    let title = work.title.as_deref().map(fold);
    let start = title.map(|title| title.chars().take(12).collect::<String>());
    let by_doi = work.doi.clone();
    let by_year = [creator, start].into_iter().flatten();
    by_doi
        .into_iter()
        .chain(by_year.map(move |start| format!("{year} {start}")))
}

/// Whether two references are the same in print.
fn is_printed_alike(paper: &Paper, one: usize, other: usize) -> bool {
    let printed = |idx: usize| fold(paper.references.items[idx].span.slice(&paper.document.text));
    printed(one) == printed(other)
}

/// Whether two references describe the same work.
fn is_same(one: &Reference, other: &Reference) -> bool {
    let (evidence, _) = compare(&one.work, &other.work);
    let titles = (one.work.title.as_deref(), other.work.title.as_deref());
    let has_same_title = match titles {
        (Some(one), Some(other)) => {
            (evidence.title == Agreement::Same || evidence.title_similarity >= ALIKE)
                && !are_numbered_apart(one, other)
        }
        _ => false,
    };
    has_same_title
        && (evidence.doi == Agreement::Same
            || is_told_apart_by_nothing(&one.work, &other.work, &evidence))
}

/// Whether all that two works with the same title have in common is equal.
fn is_told_apart_by_nothing(one: &Work, other: &Work, evidence: &Evidence) -> bool {
    let differs = |one: &Option<String>, other: &Option<String>| matches!((one, other), (Some(one), Some(other)) if fold(one) != fold(other));
    let have_letters = matches!((one.issued.suffix, other.issued.suffix), (Some(one), Some(other)) if one != other);
    evidence.authors == Agreement::Same
        && evidence.year == Agreement::Same
        && evidence.version.is_none()
        && !have_letters
        && ![
            evidence.doi,
            evidence.container,
            evidence.pages,
            evidence.publisher,
        ]
        .contains(&Agreement::Differs)
        && !differs(&one.volume, &other.volume)
        && !differs(&one.edition, &other.edition)
        && !differs(&one.number, &other.number)
}

/// Whether numbers tell two titles apart: `Part I` and `Part II`, `Census 2010` and `Census 2011`.
fn are_numbered_apart(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split(' ').filter(|word| is_number(word));
        words.map(str::to_owned).collect()
    };
    numbers(&one) != numbers(&other)
}

/// Whether a folded word is a number in digits or Roman letters, or a single letter.
fn is_number(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
        || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        || (word.len() == 1 && word != "a")
}

fn report(paper: &Paper, first: usize, second: usize, findings: &mut Findings) {
    let items = &paper.references.items;
    let message = format!("`{}` is listed twice", paper.listed_as(second));
    let finding = findings.add(paper.listed_at(second), message);
    if items[first].work.doi.is_none() || items[first].work.doi != items[second].work.doi {
        finding.confidence = Confidence::Medium;
    }
    finding.relate(paper.listed_at(first), "the same work stands here");
    finding.help = Some("keep the better of the two".to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::samples::findings;

    fn check(one: &str, other: &str, is_duplicate: bool) {
        let text = format!("As shown (Brandt, 2011).\n\nReferences\n\n{one}\n{other}\n");
        let found = findings(&RULE, &text);
        assert_eq!(
            found.len(),
            usize::from(is_duplicate),
            "{one} / {other}: {found:?}"
        );
    }

    #[test]
    fn the_same_work_in_other_words_is_a_duplicate() {
        let cases = [
            (
                "Brandt, K. (2011). The price of bread. Economic Letters, 4(2), 11–29.",
                "Brandt, K. (2011). The price of bread. Econ. Letters, 4, 11-29.",
            ),
            (
                "Brandt, K. (2011). The price of bread in small towns. Harbour Press.",
                "Brandt, K. (2011). The price of bread in small town. Harbour Press",
            ),
            (
                "Brandt, Karl. 2011. The Price of Bread. Hamburg: Harbour Press.",
                "———. 2011. The Price of Bread. Hamburg: Harbour Press.",
            ),
        ];
        for (one, other) in cases {
            check(one, other, true);
        }
    }

    #[test]
    fn works_that_something_tells_apart_are_none() {
        let cases = [
            (
                "Brandt, K. (2011a). The price of bread. Economic Letters, 4(2), 11–29.",
                "Brandt, K. (2011b). The price of bread. Economic Letters, 4(2), 11–29.",
            ),
            (
                "Brandt, K. (2011). The price of bread, part I. Economic Letters, 4(1), 11–29.",
                "Brandt, K. (2011). The price of bread, part II. Economic Letters, 4(2), 30–45.",
            ),
            (
                "Brandt, K. (2011). The price of bread. Harbour Press.",
                "Brandt, K. (2013). The price of bread. Harbour Press.",
            ),
            (
                "Brandt, K. (2011). The price of bread. Harbour Press.",
                "Brandt, K. (2011). The price of milk and honey. Harbour Press.",
            ),
        ];
        for (one, other) in cases {
            check(one, other, false);
        }
    }

    #[test]
    fn each_chapter_may_list_a_work() {
        let list = "Brandt, K. (2011). The price of bread. Harbour Press.\nOsei, A. (2012). Mills. Harbour Press.\n";
        let chapter = format!("As shown (Brandt, 2011; Osei, 2012).\n\nReferences\n\n{list}");
        let book = format!("{chapter}\n\nChapter 2\n\n{chapter}");
        assert!(findings(&RULE, &book).is_empty(), "{book}");
    }
}
