//! Publishers of several words, and what stands within their names.

use super::{
    super::{Words, kind_words as known},
    Label, next_run,
};
use crate::work::fold::fold;

/// Houses whose name has a comma behind its first word: the first and the second word, folded.
const WITH_COMMA: &[(&str, &str)] = &[
    ("farrar", "straus"),
    ("harcourt", "brace"),
    ("holt", "rinehart"),
    ("houghton", "mifflin"),
    ("little", "brown"),
    ("scott", "foresman"),
];

/// Mends the names of publishers.
pub(super) fn mend_houses(words: &mut Words) {
    join_houses_with_comma(words);
    free_series(words);
    name_numeric_series(words);
    join_numbered_university(words);
}

/// `Farrar, Straus and Giroux`: what stands before the comma is no place.
fn join_houses_with_comma(words: &mut Words) {
    for idx in 1..words.len() {
        let is_house = |label| matches!(label, Label::Publisher | Label::Location);
        if words.labels[idx] != Label::Publisher
            || !is_house(words.labels[idx - 1])
            || words.gap(idx) != ", "
        {
            continue;
        }
        let pair = (fold(words.printed(idx - 1)), fold(words.printed(idx)));
        if WITH_COMMA.contains(&(pair.0.as_str(), pair.1.as_str())) {
            words.labels[idx - 1] = Label::Publisher;
        }
    }
}

/// `Gallimard, coll. « NRF Essais »`: behind the word for it stands the series.
fn free_series(words: &mut Words) {
    let mut start = 0;
    while let Some(run) = next_run(words, start, Label::Publisher) {
        start = run.end;
        let leads = |idx: &usize| {
            known::is_series_word(words.lower(*idx))
                && words.gap(*idx).contains([',', '(', ';', '.'])
                && words.gap(idx + 1).contains(['.', '«', '“', '"', ':'])
        };
        if let Some(lead) = (run.start + 1..run.end - 1).find(leads) {
            words.labels[lead] = Label::Marker;
            words.labels[lead + 1..run.end].fill(Label::Series);
        }
    }
}

/// `coll. « 128 »`: a number in quotation marks is the name of its series.
fn name_numeric_series(words: &mut Words) {
    for idx in 1..words.len() {
        let is_named = words.labels[idx] == Label::Volume
            && words.labels[idx - 1] == Label::Series
            && known::is_series_word(words.lower(idx - 1))
            && words.gap(idx).contains(['«', '“', '"']);
        if is_named {
            words.labels[idx] = Label::Series;
        }
    }
}

/// `Université Paris 1, 2008`: without marks between them, university, town and number are one name.
fn join_numbered_university(words: &mut Words) {
    for idx in 1..words.len().saturating_sub(1) {
        let is_name = words.labels[idx - 1] == Label::Publisher
            && fold(words.printed(idx - 1)).starts_with("universi")
            && matches!(words.labels[idx], Label::Location | Label::Publisher)
            && words.gap(idx) == " ";
        if !is_name {
            continue;
        }
        words.labels[idx] = Label::Publisher;
        let is_number = words.printed(idx + 1).len() <= 3
            && (words.printed(idx + 1).chars())
                .all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'));
        if is_number && words.gap(idx + 1) == " " {
            words.labels[idx + 1] = Label::Publisher;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::letters, *};

    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(mend_houses, text, before, after);
    }

    #[test]
    fn a_comma_in_a_house_divides_no_place_from_it() {
        check("Slow. Farrar, Straus and Giroux.", "tlppp", "tpppp");
        check("Slow. Paris, Straus and Giroux.", "tlppp", "tlppp");
    }

    #[test]
    fn a_series_is_no_part_of_its_house() {
        check("Esprit. Gallimard, coll. « NRF Essais »", "tpppp", "tpmyy");
        check("Esprit. Dartmouth Coll. Press", "tppp", "tppp");
        check("Esprit. Seuil, coll. « 128 »", "tpyv", "tpyy");
        check("Esprit. Seuil, coll. 128", "tpyv", "tpyv");
    }

    #[test]
    fn a_number_behind_a_university_is_in_its_name() {
        check("Diss., Université Paris 1, 2008", "gppvd", "gpppd");
        check("Diss., Université Paris, 1, 2008", "gppvd", "gppvd");
    }
}
