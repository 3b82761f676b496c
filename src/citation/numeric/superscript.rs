//! Numbers in superscript letters: `¹`, `²,³`, `⁴⁻⁶`.

use super::group::{Group, Item};
use crate::span::Span;

/// The superscript runs of a stretch of prose that are no powers, units or ordinals.
pub(super) fn groups(text: &str, span: Span) -> Vec<Group> {
    let mut groups = Vec::new();
    let slice = span.slice(text);
    let mut position = 0;
    while let Some(found) = slice[position..].find(is_superscript) {
        let start = position + found;
        let run = &slice[start..start + run_length(&slice[start..])];
        position = start + run.len();
        if !may_follow(&slice[..start], &slice[position..]) {
            continue;
        }
        if let Some(items) = items(run, span.start + start) {
            let span = Span::new(start, position).shift(span.start);
            groups.push(Group { span, items });
        }
    }
    groups
}

/// The value of a superscript digit.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁰' => 0,
        '⁴'..='⁹' => c as u32 - '⁴' as u32 + 4,
        _ => return None,
    })
}

fn is_superscript(c: char) -> bool {
    digit(c).is_some()
}

fn is_dash(c: char) -> bool {
    matches!(c, '⁻' | '-' | '‐' | '‑' | '–' | '−')
}

/// The length of digits, and of the commas and dashes between them.
fn run_length(run: &str) -> usize {
    let mut length = 0;
    let mut rest = run.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if is_superscript(c) {
            length = at + c.len_utf8();
        } else if !(is_dash(c) || matches!(c, ',' | '˒' | ' '))
            || !rest
                .peek()
                .is_some_and(|(_, next)| is_superscript(*next) || *next == ' ')
        {
            break;
        }
    }
    length
}

/// Whether a citation may stand here: behind a word that is no unit or symbol, or behind a mark.
fn may_follow(before: &str, behind: &str) -> bool {
    let word_start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + 1);
    let word = before.get(word_start..).unwrap_or_default();
    let is_word = word.chars().count() > 3 && !behind.starts_with(char::is_alphanumeric);
    let ends_with_mark =
        before.ends_with(['.', ',', ';', ':', ')', '”', '"', '’', '»', ']', '?', '!']);
    is_word || ends_with_mark
}

fn items(run: &str, start: usize) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    let mut at = 0;
    for part in run.split([',', '˒', ' ']) {
        let span = Span::new(at, at + part.len()).shift(start);
        at = span.end - start
            + run[at + part.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        let (first, last) = part.split_once(is_dash).unwrap_or((part, part));
        items.push(Item::new(span, number(first)?, number(last)?)?);
    }
    Some(items)
}

fn number(digits: &str) -> Option<u32> {
    let value = digits
        .chars()
        .try_fold(0, |value: u32, c| Some(value * 10 + digit(c)?))?;
    (value > 0 && digits.chars().count() <= 3).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = groups(text, Span::new(0, text.len()));
        let shown: Vec<_> = found
            .iter()
            .flat_map(|group| &group.items)
            .map(|item| format!("{}-{}={}", item.first, item.last, item.span.slice(text)))
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn superscripts_behind_words_and_marks() {
        check(
            "Bread¹ rose.²,³ Salt,⁴⁻⁶ fell¹⁰.",
            &["1-1=¹", "2-2=²", "3-3=³", "4-6=⁴⁻⁶", "10-10=¹⁰"],
        );
    }

    #[test]
    fn powers_and_units_are_none() {
        check("12 m², 10³, R² and χ² of 3 cm³ and e²x", &[]);
    }
}
