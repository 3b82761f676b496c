//! Laws: their names, their numbers, where they are printed.

use super::{Words, date, kind_words as known, next_run};
use crate::{
    reference::label::Label,
    work::{Date, Work, fold::fold},
};

/// Mends the labels of laws.
pub(super) fn mend(words: &mut Words) {
    free_kind_of_law(words);
    title_law(words);
    join_year_of_act(words);
    join_act_with_number(words);
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

/// `Americans with Disabilities Act of 1990, 42 U.S.C. § 12101`: where a law stands in a code is its number; a law may tell its date.
pub(super) fn settle(words: &Words, work: &mut Work) {
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
