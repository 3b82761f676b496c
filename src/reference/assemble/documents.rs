//! Patents, standards and decisions of courts: their numbers, and names that are no authors.

use super::{Words, date, kind_words as known, laws, next_run, value};
use crate::{
    reference::label::Label,
    work::{Date, EntryType, Issued, Work},
};

/// Mends the labels of patents and standards.
pub(super) fn mend(words: &mut Words) {
    label_patent(words);
    label_standard(words);
    join_body_with_title(words);
    label_designation(words);
}

/// `Method (U.S. Patent No. 6,285,999)`: the words before the number say what kind of patent it is.
fn label_patent(words: &mut Words) {
    const LONGEST_LEAD: usize = 3;
    let Some(patent) = (0..words.len()).find(|idx| known::is_patent_word(words.lower(*idx))) else {
        return;
    };
    let Some(number) = patent_number(words, patent + 1) else {
        return;
    };
    let is_acronym = |idx: usize| !words.printed(idx).contains(char::is_lowercase);
    let is_lead = |idx: &usize| {
        let gap = words.gap(*idx + 1);
        is_acronym(*idx) && !gap.contains(['(', ',', ')', '['])
            || matches!(words.lower(*idx), "european" | "german" | "french" | "us")
    };
    let n_lead = (0..patent)
        .rev()
        .take(LONGEST_LEAD)
        .take_while(is_lead)
        .count();
    let start = patent - n_lead;
    let title_goes_on = start > 0
        && words.labels[start - 1] == Label::Title
        && !words.gap(start).contains(['(', '.', ',', ';', '[']);
    if title_goes_on {
        return;
    }
    words.labels[start..number.start].fill(Label::Genre);
    words.labels[number].fill(Label::Identifier);
}

/// The number of a patent from a word on: `No. 6,285,999`, `EP 1234567 B1`, `DE 10 2005 012 345`.
fn patent_number(words: &Words, from: usize) -> Option<std::ops::Range<usize>> {
    const MOST_LETTERS: usize = 2;
    let start = (from..words.len()).find(|idx| {
        !matches!(
            words.lower(*idx),
            "no" | "nr" | "n" | "nº" | "n°" | "number" | "app"
        )
    })?;
    let is_digits = |idx: usize| words.printed(idx).bytes().all(|byte| byte.is_ascii_digit());
    let is_part = |idx: &usize| {
        let printed = words.printed(*idx);
        let is_country =
            printed.len() <= MOST_LETTERS && printed.bytes().all(|b| b.is_ascii_uppercase());
        is_country
            || printed.starts_with(|c: char| c.is_ascii_digit())
            || printed.ends_with(char::is_numeric)
    };
    let goes_on = |idx: &usize| {
        let gap = words.gap(*idx);
        *idx == start
            || matches!(gap, "" | " " | "/" | "-")
            || gap == "," && words.printed(*idx).len() == 3
    };
    let end = (start..words.len())
        .find(|idx| !is_part(idx) || !goes_on(idx))
        .unwrap_or(words.len());
    (start..end).any(is_digits).then_some(start..end)
}

/// `DIN EN ISO 9001:2015-11: Qualitätsmanagement`: the number of a standard is a part of its title.
fn label_standard(words: &mut Words) {
    const MOST_BODIES: usize = 5;
    let start = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let is_body = |idx: &usize| {
        known::is_standards_body(words.printed(*idx)) && {
            *idx == start || matches!(words.gap(*idx), " " | "/" | "-")
        }
    };
    let bodies = (start..words.len().min(start + MOST_BODIES)).take_while(is_body);
    let number = start + bodies.count();
    let is_number = |idx: usize| words.printed(idx).starts_with(|c: char| c.is_ascii_digit());
    if number == start
        || number >= words.len()
        || !is_number(number)
        || words.gap(number).trim() != ""
    {
        return;
    }
    let joins = |idx: &usize| is_number(*idx) && matches!(words.gap(*idx), ":" | "-" | "–");
    let end = number + 1 + (number + 1..words.len()).take_while(joins).count();
    words.labels[start..end].fill(Label::Title);
}

/// `…, IEEE Std 754-2019, Jul. 2019`: the number of a standard behind its title is one value, its year included.
fn label_designation(words: &mut Words) {
    let is_number = |idx: usize| words.printed(idx).starts_with(|c: char| c.is_ascii_digit());
    let Some(start) = (1..words.len()).find(|idx| {
        words.gap(*idx).starts_with(',')
            && known::is_standards_body(words.printed(*idx))
            && words.printed(idx + 1) == "Std"
    }) else {
        return;
    };
    let number = start + 2;
    if !is_number(number) {
        return;
    }
    let joins = |idx: &usize| is_number(*idx) && matches!(words.gap(*idx), ":" | "-" | "–" | ".");
    let end = number + 1 + (number + 1..words.len()).take_while(joins).count();
    words.labels[start..end].fill(Label::Identifier);
}

/// `IEEE Standard for Floating-Point Arithmetic`: without a mark between them, an organisation at the start is a part of the title.
fn join_body_with_title(words: &mut Words) {
    let start = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let is_name = |label: &&Label| matches!(label, Label::Organisation | Label::Author);
    let end = start + words.labels[start..].iter().take_while(is_name).count();
    let is_acronym = (start..end).all(|idx| known::is_standards_body(words.printed(idx)));
    if end > start
        && is_acronym
        && words.labels.get(end) == Some(&Label::Title)
        && words.gap(end) == " "
    {
        words.labels[start..end].fill(Label::Title);
    }
}

/// The number of a standard that stands by itself: `IEEE Std 754-2019`.
pub(super) fn designation(words: &Words) -> Option<String> {
    let run = next_run(words, 0, Label::Identifier)?;
    Some(value::printed(words, run)).filter(|number| known::is_designation(number))
}

/// Fills the number and date of a patent, standard or law from what its other values say.
pub(super) fn settle(words: &Words, work: &mut Work) {
    match work.entry_type {
        EntryType::Patent => work.number = patent_in(words),
        EntryType::Standard => settle_standard(words, work),
        EntryType::Legislation => laws::settle(words, work),
        EntryType::Jurisdiction => settle_decision(words, work),
        _ => {}
    }
}

/// `Urteil vom 15. Dezember 1983 – 1 BvR 209/83`: the date of a decision stands in its title, its file number behind.
fn settle_decision(words: &Words, work: &mut Work) {
    let full = |date: &Date| date.day.is_some() && date.year != 0;
    let title = work.title.as_deref().unwrap_or_default();
    if let Some(date) = date::read(title).date.filter(full) {
        work.issued.date = Some(date);
    }
    let file = next_run(words, 0, Label::Identifier).map(|run| value::printed(words, run));
    work.number = work.number.take().or(file);
    if work.container_title.is_none() {
        work.number = work.number.take().or_else(|| work.issue.take());
    }
}

/// The number of a patent.
fn patent_in(words: &Words) -> Option<String> {
    let patent = (0..words.len()).find(|idx| known::is_patent_word(words.lower(*idx)))?;
    patent_number(words, patent + 1).map(|number| value::printed(words, number))
}

/// `IEEE Std 754-2019` in the place of a container is the number; `ISO 690:2010` tells the year.
fn settle_standard(words: &Words, work: &mut Work) {
    const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;
    if work
        .container_title
        .as_deref()
        .is_some_and(known::is_designation)
    {
        work.number = work.container_title.take();
    }
    work.number = work.number.take().or_else(|| designation(words));
    let year_of = |designation: &str| {
        let mut parts = designation.split(|c: char| !c.is_ascii_digit());
        parts.find_map(|part| part.parse().ok().filter(|year| YEARS.contains(year)))
    };
    if work.issued == Issued::default()
        && let Some(year) = work.title.as_deref().and_then(year_of)
    {
        work.issued = Issued::year(year);
    }
}
