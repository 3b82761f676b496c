//! Patents, standards and laws: their numbers, and names that are no authors.

use super::{Words, date, kind_words as known, value};
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
    join_act_with_number(words);
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

/// `Regulation (EU) 2016/679 of the European Parliament`: the kind of an act before its number is no author.
fn join_act_with_number(words: &mut Words) {
    let is_name = |label: &&Label| matches!(label, Label::Organisation | Label::Author);
    let end = words.labels.iter().take_while(is_name).count();
    let begins = end > 0 && known::is_union_act(&fold(words.printed(0)));
    let is_lead = |idx: usize| {
        known::is_union(words.printed(idx)) || matches!(words.lower(idx), "no" | "nr" | "n")
    };
    let is_numbered = || words.printed(end).starts_with(|c: char| c.is_ascii_digit());
    let goes_on = words.labels.get(end) == Some(&Label::Title);
    if begins && goes_on && (1..end).all(is_lead) && is_numbered() {
        words.labels[..end].fill(Label::Title);
    }
}

/// Fills the number and date of a patent, standard or law from what its other values say.
pub(super) fn settle(words: &Words, work: &mut Work) {
    match work.entry_type {
        EntryType::Patent => work.number = patent_in(words),
        EntryType::Standard => settle_standard(work),
        EntryType::Legislation => settle_law(work),
        _ => {}
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
fn settle_law(work: &mut Work) {
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
    if work.issued.date.is_none() {
        let full = |date: &Date| date.month.is_some() && date.day.is_some();
        work.issued.date = date::read(&title).date.filter(full);
    }
}

/// Whether a title is that of an act of the European Union: `Directive 95/46/EC`, `Verordnung (EU) 2016/679`.
pub(super) fn is_union_act(title: &str) -> bool {
    const REACH: usize = 4;
    let mut words = title.split_whitespace().take(REACH);
    let begins = words
        .next()
        .is_some_and(|word| known::is_union_act(&fold(word)));
    // A year in full tells it from `24/7`, and so does the treaty behind the number.
    let is_number = |word: &str| {
        let mut parts = word.split('/');
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let is_pair = parts.next().is_some_and(is_digits) && parts.next().is_some_and(is_digits);
        let is_year = |part: &str| part.len() == "2016".len() && is_digits(part);
        is_pair && (word.split('/').any(is_year) || parts.next().is_some_and(known::is_union))
    };
    begins && words.any(is_number)
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

#[cfg(test)]
mod tests {
    use super::{super::letters, *};

    #[test]
    fn an_act_keeps_its_kind_and_number_together() {
        let check = |text, before, after| letters::check(mend, text, before, after);
        let text = "Regulation (EU) 2016/679 of the Council";
        check(text, "aattttt", "ttttttt");
        let text = "Verordnung (EG) Nr. 1049/2001 des Rates";
        check(text, "aaatttt", "ttttttt");
        let text = "Regulation Review Board. 2016 in numbers";
        check(text, "aaattt", "aaattt");
    }

    #[test]
    fn acts_of_the_union_are_known_by_their_numbers() {
        assert!(is_union_act(
            "Directive 95/46/EC of the European Parliament"
        ));
        assert!(is_union_act("Règlement (UE) n° 1215/2012 du Parlement"));
        assert!(!is_union_act("Regulation in 24/7 societies"));
        assert!(!is_union_act("Decision making"));
    }
}
