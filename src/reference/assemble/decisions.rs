//! Decisions of courts as German footnotes and lists cite them: court, kind of decision, date, file number, where it is printed.

use std::ops::Range;

use super::{Words, kind_words as known};
use crate::reference::label::Label;

/// `BVerfG, Urteil vom 15. Dezember 1983 – 1 BvR 209/83, BVerfGE 65, 1`: labels all parts of a decision.
pub(super) fn label_decision(words: &mut Words) {
    label_collection(words);
    let Some((court, kind)) = court_and_kind(words) else {
        return;
    };
    let Some(date_end) = date_end(words, kind) else {
        return;
    };
    words.labels[court].fill(Label::Organisation);
    words.labels[kind..date_end].fill(Label::Title);
    let file = file_number(words, date_end);
    words.labels[file.clone()].fill(Label::Identifier);
    label_place_of_print(words, file.end);
}

/// `BVerfGE 79, 127`: a decision that is cited by the collection alone is filed under it.
fn label_collection(words: &mut Words) {
    let is_number = |idx: usize| starts_with_digit(words.printed(idx));
    let is_cited = known::is_collection_of_decisions(words.printed(0))
        && words.gap(1) == " "
        && is_number(1)
        && words.gap(2).starts_with(',')
        && is_number(2);
    if is_cited {
        words.labels[0] = Label::Organisation;
        words.labels[1] = Label::Volume;
        words.labels[2] = Label::Pages;
    }
}

/// The words of the court at the start, and the word for the kind of decision behind it.
fn court_and_kind(words: &Words) -> Option<(Range<usize>, usize)> {
    const LONGEST_COURT: usize = 6;
    const MOST_BEFORE: usize = 3;
    let court =
        (0..words.len().min(MOST_BEFORE)).find(|idx| known::is_court(words.printed(*idx)))?;
    let reach = court + 1..words.len().min(court + LONGEST_COURT);
    let kind = reach
        .clone()
        .find(|idx| known::is_decision_word(words.lower(*idx)))?;
    let is_dated = matches!(words.lower(kind + 1), "v" | "vom");
    is_dated.then_some((court..kind, kind))
}

/// Where the date of a decision ends, behind the word `vom`.
fn date_end(words: &Words, kind: usize) -> Option<usize> {
    const LONGEST_DATE: usize = 4;
    let start = kind + 2;
    let is_year = |idx: &usize| {
        let printed = words.printed(*idx);
        printed.len() == 4 && printed.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = (start..words.len().min(start + LONGEST_DATE)).find(is_year)?;
    Some(year + 1)
}

/// The file number behind the date: `1 BvR 209/83`, `Rs. C-131/12`; empty where there is none.
fn file_number(words: &Words, start: usize) -> Range<usize> {
    const LONGEST: usize = 7;
    let ends = |idx: &usize| *idx > start && words.gap(*idx).contains([',', ';', '(', '=', '–']);
    let end = (start..words.len()).find(ends).unwrap_or(words.len());
    let has_number = || (start..end).any(|idx| starts_with_digit(words.printed(idx)));
    if end - start <= LONGEST && has_number() {
        start..end
    } else {
        start..start
    }
}

/// `BVerfGE 65, 1`, `NJW 2015, 3443`: the collection or journal, its volume or year, the page; anything else is a remark.
fn label_place_of_print(words: &mut Words, start: usize) {
    let end = words.len();
    let volume = (start + 1..end).find(|idx| starts_with_digit(words.printed(*idx)));
    let page = volume.map(|volume| volume + 1).filter(|page| {
        *page < end && words.gap(*page).starts_with(',') && starts_with_digit(words.printed(*page))
    });
    match volume.zip(page) {
        Some((volume, page)) => {
            words.labels[start..volume].fill(Label::Container);
            words.labels[volume] = Label::Volume;
            words.labels[page] = Label::Pages;
        }
        None => words.labels[start..].fill(Label::Note),
    }
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{super::letters::check, *};

    #[test]
    fn decisions_are_labelled() {
        check(
            label_decision,
            "BVerfG, Urteil vom 15. Dezember 1983 – 1 BvR 209/83, BVerfGE 65, 1",
            "a--ddtttttcvs",
            "otttttffffcvs",
        );
        check(
            label_decision,
            "BGH, Beschluss vom 20.3.2012, 4 StR 561/11",
            "a--ddttttt",
            "otttttffff",
        );
        check(label_decision, "BVerfGE 79, 127 (151)", "cvss", "ovss");
        check(label_decision, "BGH, Handbuch vom Recht", "ottt", "ottt");
    }
}
