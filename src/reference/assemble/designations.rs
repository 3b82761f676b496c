//! Numbers by which reports, standards and versions of software go, taken from where styles print them.

use super::{Words, kind_words as known};
use crate::work::{EntryType, Work, fold::fold};

/// Takes the number of a report or standard out of the title or the kind: `(NIH Publication No. 18-2059)`, `RFC 6749`.
pub(super) fn settle_number(words: &Words, work: &mut Work) {
    take_from_title(work);
    divide_genre(work);
    if work.number.is_none() {
        work.number = behind_report_number(words.text);
    }
}

/// `Taking time (NIH Publication No. 18-2059)`: a bracket at the end of the title that ends with a number.
fn take_from_title(work: &mut Work) {
    let Some(title) = &work.title else { return };
    let Some((rest, inside)) = title
        .strip_suffix(')')
        .and_then(|title| title.rsplit_once(" ("))
    else {
        return;
    };
    if work.genre.is_none() && kind_and_number(inside).is_some() {
        work.genre = Some(inside.to_owned());
        work.title = Some(rest.to_owned());
    }
}

/// `Tech. Rep. TR-0200`: the kind of a work that ends with its number.
fn divide_genre(work: &mut Work) {
    let genre = work.genre.as_deref().unwrap_or_default();
    if let Some((kind, number)) = kind_and_number(genre).filter(|_| work.number.is_none()) {
        (work.genre, work.number) = (Some(kind), Some(number));
    }
}

/// Divides `NIH Publication No. 18-2059`, `RFC 6749`, `Working Paper 12`; the kind has to be one of numbered documents.
fn kind_and_number(text: &str) -> Option<(String, String)> {
    const LONGEST: usize = 8;
    let (kind, number) = text.trim_end_matches([')', '.']).rsplit_once(' ')?;
    let is_number = number.bytes().any(|byte| byte.is_ascii_digit())
        && !number.contains(|c: char| c.is_lowercase());
    let folded = fold(kind);
    let mut words = folded.split(' ');
    let is_kind = words.clone().any(is_numbered_document) && words.by_ref().count() <= LONGEST;
    let kind = ["No.", "no.", "Nr.", "No", "N.", "n.", "nº", "n°", "#"]
        .iter()
        .find_map(|mark| kind.strip_suffix(mark))
        .unwrap_or(kind)
        .trim_end();
    (is_number && is_kind && !kind.is_empty()).then(|| (kind.to_owned(), number.to_owned()))
}

/// Whether a folded word names documents that go by numbers.
fn is_numbered_document(word: &str) -> bool {
    known::is_report_word(word) || matches!(word, "publication" | "standard" | "rfc" | "documento")
}

/// `Report No.: HETA2000-0139`, which the National Library of Medicine prints last.
fn behind_report_number(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("Report No.: ")?;
    let number = rest.split(char::is_whitespace).next()?;
    let number = number.trim_end_matches(['.', ',', ';']);
    number
        .bytes()
        .any(|byte| byte.is_ascii_digit())
        .then(|| number.to_owned())
}

/// Fills the version of software or of a data set, and takes it off the values that held it.
pub(super) fn settle_version(words: &Words, work: &mut Work) {
    if !matches!(work.entry_type, EntryType::Software | EntryType::Dataset) {
        return;
    }
    let Some((start, version)) = version(words) else {
        return;
    };
    let printed = words.text.get(start..).unwrap_or_default();
    let whole = &printed[..printed.find(&version).unwrap_or_default() + version.len()];
    for value in [&mut work.edition, &mut work.note, &mut work.genre] {
        if value
            .as_deref()
            .is_some_and(|text| text.trim_end_matches('.') == whole)
        {
            *value = None;
        }
    }
    if let Some(title) = &mut work.title
        && let Some(rest) = title.strip_suffix(whole)
    {
        *title = rest.trim_end_matches([' ', ',', ':', '(']).to_owned();
    }
    work.version = Some(version);
}

/// `Version 4.3.1`, `R package version 1.2-0`, `v2.1`: where the words begin, and the number.
pub(super) fn version(words: &Words) -> Option<(usize, String)> {
    let is_word = |idx: &usize| match words.lower(*idx) {
        "version" | "vers" | "ver" | "versión" | "versione" | "versão" => true,
        "v" => words.gap(idx + 1).is_empty() && !words.gap(*idx).is_empty(),
        _ => false,
    };
    let starts_with_digit = |idx: &usize| {
        let number = words.printed(idx + 1);
        number.starts_with(|c: char| c.is_ascii_digit())
    };
    let word =
        (0..words.len().saturating_sub(1)).find(|idx| is_word(idx) && starts_with_digit(idx))?;
    let start = words.tokens[word + 1].span.start;
    let rest = words.text.get(start..)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let number = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let number = number.trim_end_matches(['.', '-']);
    Some((words.tokens[word].span.start, number.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_from_numbers() {
        let divided = |text| kind_and_number(text).map(|(kind, number)| format!("{kind}|{number}"));
        assert_eq!(
            divided("NIH Publication No. 18-2059").as_deref(),
            Some("NIH Publication|18-2059")
        );
        assert_eq!(divided("RFC 6749").as_deref(), Some("RFC|6749"));
        assert_eq!(
            divided("Tech. Rep. TR-0200").as_deref(),
            Some("Tech. Rep.|TR-0200")
        );
        assert_eq!(
            divided("Working Paper No. 12").as_deref(),
            Some("Working Paper|12")
        );
        assert_eq!(divided("PhD thesis"), None);
        assert_eq!(divided("The paper of 1990s"), None);
        assert_eq!(divided("Vol. 12"), None);
    }
}
