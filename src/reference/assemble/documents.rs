//! Patents, standards and laws: their numbers, and names that are no authors.

use super::{Words, date, kind_words as known, next_run, value};
use crate::{
    reference::label::Label,
    work::{Date, EntryType, Issued, Work, fold::fold},
};

/// Mends the labels of patents, standards and laws.
pub(super) fn mend(words: &mut Words) {
    label_patent(words);
    label_standard(words);
    join_body_with_title(words);
    free_kind_of_law(words);
    title_law(words);
    join_year_of_act(words);
}

/// `Gesetz gegen Wettbewerbsbeschränkungen vom 26. Juni 2013`: a law that stands first is no container.
fn title_law(words: &mut Words) {
    let start = (words.labels.iter())
        .take_while(|label| **label == Label::Number)
        .count();
    let is_first = words.labels.get(start) == Some(&Label::Container);
    let is_law = known::is_law_word(&fold(words.printed(start)));
    if is_first && is_law && !words.labels.contains(&Label::Title) {
        let run = next_run(words, start, Label::Container).unwrap_or(start..start);
        words.labels[run].fill(Label::Title);
    }
}

/// `Human Rights Act 1998`: the year of an act belongs to its name.
fn join_year_of_act(words: &mut Words) {
    let Some(title) = next_run(words, 0, Label::Title) else {
        return;
    };
    let year = title.end;
    let is_year = words.labels.get(year) == Some(&Label::Date) && words.printed(year).len() == 4;
    if is_year && words.printed(year - 1) == "Act" && words.gap(year) == " " {
        words.labels[year] = Label::Title;
    }
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

/// `BRASIL. Constituição (1988). Constituição da República`: the kind of law behind the country is no author (ABNT NBR 6023).
fn free_kind_of_law(words: &mut Words) {
    let n_names = (words.labels.iter())
        .take_while(|label| matches!(label, Label::Organisation | Label::Author))
        .count();
    let Some(last) = n_names.checked_sub(1).filter(|last| *last > 0) else {
        return;
    };
    let is_kind =
        known::is_law_word(&fold(words.printed(last))) && words.gap(last).starts_with('.');
    if is_kind && words.gap(n_names).contains('(') {
        words.labels[last] = Label::Other;
    }
}

/// Fills the number and date of a patent, standard or law from what its other values say.
pub(super) fn settle(words: &Words, work: &mut Work) {
    match work.entry_type {
        EntryType::Patent => work.number = patent_in(words),
        EntryType::Standard => settle_standard(work),
        EntryType::Legislation => settle_law(words, work),
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
fn settle_standard(work: &mut Work) {
    const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;
    if work
        .container_title
        .as_deref()
        .is_some_and(known::is_designation)
    {
        work.number = work.container_title.take();
    }
    // `IEEE Standard Letter Symbols for Units, IEEE Std 260-1978`
    if let Some((title, number)) = (work.title.as_deref())
        .and_then(|title| title.rsplit_once(", "))
        .filter(|(_, number)| known::is_designation(number))
    {
        work.number = Some(number.to_owned());
        work.title = Some(title.to_owned());
    }
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

/// `Americans with Disabilities Act of 1990, 42 U.S.C. § 12101`: where a law stands in a code is its number; a law may tell its date.
fn settle_law(words: &Words, work: &mut Work) {
    let title = work.title.clone().unwrap_or_default();
    let in_code = title.split_once(", ").filter(|(_, rest)| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && ["§", "U.S.C", "Stat", "C.F.R"]
                .iter()
                .any(|code| rest.contains(code))
    });
    if let Some((name, place)) = in_code {
        work.number = Some(
            place
                .strip_suffix(" et seq")
                .map_or(place.to_owned(), |_| format!("{place}.")),
        );
        work.title = Some(name.to_owned());
    }
    if let Some(place) = place_in_gazette(words.text) {
        work.number = Some(place.to_owned());
        work.note = None;
        work.page = None;
    }
    if let Some(chapter) = chapter_of_act(words.text) {
        work.number = Some(chapter.to_owned());
    }
    if work.issued.date.is_none() {
        work.issued.date = year_of_act(&title).map(Date::year);
    }
    if work.issued.date.is_none() {
        let full = |date: &Date| date.month.is_some() && date.day.is_some();
        work.issued.date = date::read(&title).date.filter(full);
    }
}

/// `(BGBl. I S. 1750)`: where a German law is printed.
fn place_in_gazette(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("(BGBl")?;
    let end = rest.find(')')?;
    let start = text.len() - rest.len() - "BGBl".len();
    text.get(start..start + "BGBl".len() + end)
}

/// `Human Rights Act 1998, c. 42`: the chapter of a British act.
fn chapter_of_act(text: &str) -> Option<&str> {
    let start = text.find(", c. ")? + 2;
    let rest = &text[start..];
    let digits = rest[3..].bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| &rest[..3 + digits])
}

/// The year of `Human Rights Act 1998`.
fn year_of_act(title: &str) -> Option<i32> {
    let (_, year) = title.rsplit_once(" Act ")?;
    let year = year.strip_prefix("of ").unwrap_or(year);
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}

/// Whether a law is known by its short title and year: `Human Rights Act 1998`, `Disabilities Act of 1990`; or by its place in a code.
pub(super) fn is_statute(title: &str) -> bool {
    const YEAR: usize = 4;
    let behind_act = title.split(" Act ").skip(1).any(|rest| {
        let rest = rest.strip_prefix("of ").unwrap_or(rest);
        rest.bytes().take_while(u8::is_ascii_digit).count() == YEAR
    });
    behind_act || title.contains('§') && title.contains("U.S.C")
}
