//! What a page prints around its text: page numbers, running heads, line numbers.

use std::collections::HashMap;

use super::lines::Line;

/// Longer lines are no running heads (bytes).
const LONGEST: usize = 100;

/// Longer lines hold more than a page number (bytes): `Page 1234 of 2345`.
const LONGEST_NUMBER: usize = 24;

/// How often a line must come back to be a running head; twice may be a work listed twice.
const RUNNING_FROM: usize = 3;

/// Words before a page number, and between it and the last page.
const PAGE_WORDS: [&str; 8] = [
    "Page", "page", "Seite", "S.", "p.", "página", "Página", "pagina",
];
const OF_WORDS: [&str; 5] = ["of", "von", "de", "/", "|"];

/// The lines that are not furniture.
pub(super) fn without_furniture(text: &str, lines: &[Line]) -> Vec<Line> {
    let repeated = running_heads(text, lines);
    let is_furniture = |idx: usize| {
        let line = lines[idx].span.slice(text);
        let may_be_head = || is_at_page_end(text, lines, idx) || is_in_capitals(line);
        is_page_number(line) && !is_awaited(text, lines, idx)
            || may_be_head() && repeated.contains_key(&without_digits(line))
    };
    let indexed = lines.iter().enumerate();
    indexed
        .filter(|(idx, _)| !is_furniture(*idx))
        .map(|(_, line)| *line)
        .collect()
}

/// Whether a line holds a page number and nothing else: `12`, `- 12 -`, `Page 12 of 30`, `xii`.
fn is_page_number(line: &str) -> bool {
    if line.len() > LONGEST_NUMBER {
        return false;
    }
    let bare = line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '[' | ']')
    });
    let is_number = |word: &str| {
        !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match bare.split_whitespace().collect::<Vec<_>>()[..] {
        [number] => is_number(number),
        [page, number] => PAGE_WORDS.contains(&page) && is_number(number),
        [number, of, last] => {
            is_number(number)
                && OF_WORDS.contains(&of)
                && (is_number(last) || PAGE_WORDS.contains(&last))
        }
        [page, number, of, total] => {
            PAGE_WORDS.contains(&page)
                && is_number(number)
                && OF_WORDS.contains(&of)
                && is_number(total)
        }
        _ => false,
    }
}

/// Whether the line before calls for a number: a wrapped reference whose last line is its year.
fn is_awaited(text: &str, lines: &[Line], idx: usize) -> bool {
    let line = lines[idx];
    idx.checked_sub(1).is_some_and(|before| {
        let before = lines[before].span.slice(text);
        line.gap == 0 && !line.opens_page && before.ends_with([',', ':', '-', '–', '('])
    })
}

/// Whether a line stands at the start or the end of a page, as far as form feeds and page numbers show it.
fn is_at_page_end(text: &str, lines: &[Line], idx: usize) -> bool {
    let ends_page = |idx: usize| {
        lines
            .get(idx)
            .is_none_or(|line| line.opens_page || is_page_number(line.span.slice(text)))
    };
    lines[idx].opens_page || ends_page(idx + 1) || idx > 0 && ends_page(idx - 1)
}

/// Whether a line is several words in capitals, as running heads are set: `JOURNAL OF BREAD STUDIES 12 (2018)`.
fn is_in_capitals(line: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    let words = line
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphabetic));
    words.count() >= FEWEST_WORDS && !line.contains(char::is_lowercase)
}

/// The short lines that come back with nothing but other digits.
fn running_heads(text: &str, lines: &[Line]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for line in lines.iter().filter(|line| line.span.len() <= LONGEST) {
        let slice = line.span.slice(text);
        let is_address = slice.contains("://") || slice.contains("10.");
        if slice.contains(char::is_alphabetic)
            && !is_address
            && !slice.ends_with(['.', ',', ';', ':', '-'])
        {
            *counts.entry(without_digits(slice)).or_insert(0) += 1;
        }
    }
    counts.retain(|_, count| *count >= RUNNING_FROM);
    counts
}

/// A line without its digits and white space.
fn without_digits(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_numeric() && !c.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{reference::list::lines::lines, span::Span};

    /// Takes the furniture from a text; the expected are the lines that stay, one after the other.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let lines = lines(text, Span::new(0, text.len()));
        let kept: Vec<_> = without_furniture(text, &lines)
            .iter()
            .map(|line| line.span.slice(text))
            .collect();
        assert_eq!(kept.join("|"), expected, "{text:?}");
    }

    #[test]
    fn page_numbers_go() {
        for number in [
            "12",
            "- 12 -",
            "[12]",
            "Page 12",
            "Page 12 of 30",
            "Seite 12 von 30",
            "página 12",
            "12 / 30",
            "12 | Page",
        ] {
            check(&format!("Smith, J.\n{number}\nBread."), "Smith, J.|Bread.");
        }
    }

    #[test]
    fn other_numbers_stay() {
        check("a\n12345\nb", "a|12345|b");
        check("a\nxii\nb", "a|xii|b");
        check("Harbour Press,\n2010\nb", "Harbour Press,|2010|b");
        check("12, 17–\n39\nb", "12, 17–|39|b");
    }

    #[test]
    fn running_heads_go_where_pages_end() {
        check(
            "a\nBread 11\n\u{c}b\nBread 12\n\u{c}c\nBread 13\n\u{c}d",
            "a|b|c|d",
        );
        let head = "JOURNAL OF BREAD 12 (2018)";
        check(&format!("a\n{head}\nb\n{head}\nc\n{head}"), "a|b|c");
        check("a\nBread\n1\nb\nBread\n2\nc\nBread\n3", "a|b|c");
    }

    #[test]
    fn other_lines_that_come_back_stay() {
        check(
            "a\nBread\nb\nBread\nc\nBread\nd",
            "a|Bread|b|Bread|c|Bread|d",
        );
        check("a\nBread 1\n\u{c}b\nBread 2", "a|Bread 1|b|Bread 2");
        check("", "");
    }
}
