//! What stands within the brackets of a citation by number.

use crate::{
    citation::words::{is_prefix_word, lower},
    span::Span,
};

/// A mark with one or more numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Its bytes, brackets included.
    pub(super) span: Span,
    /// Its numbers, in order.
    pub(super) items: Vec<Item>,
}

/// A number or a range of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Its bytes.
    pub(super) span: Span,
    /// The number, or the first of the range.
    pub(super) first: u32,
    /// The number, or the last of the range.
    pub(super) last: u32,
    /// `p. 34`
    pub(super) locator: Option<Span>,
    /// `see`
    pub(super) prefix: Option<Span>,
}

/// The longest range that one mark cites.
const LONGEST_RANGE: u32 = 60;

/// Locators and remarks in brackets are short (words).
const LONGEST_REMARK: usize = 6;

impl Item {
    /// A number without anything around it.
    pub(super) fn new(span: Span, first: u32, last: u32) -> Option<Self> {
        let is_range = first == last || first < last && last - first < LONGEST_RANGE;
        (first > 0 && is_range).then_some(Self {
            span,
            first,
            last,
            locator: None,
            prefix: None,
        })
    }

    /// The first and the last number.
    pub(super) fn ends(&self) -> impl Iterator<Item = u32> + use<> {
        let last = (self.first < self.last).then_some(self.last);
        std::iter::once(self.first).chain(last)
    }
}

/// Reads `1`, `2–5`, `1, 3, 7–9`, `12, p. 34`, `see 1; 2`; none if anything else stands there.
pub(super) fn items(text: &str, span: Span) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    for chunk in pieces(text, span, &[';']) {
        let mut has_locator = false;
        for (place, part) in pieces(text, chunk, &[',']).enumerate() {
            let number = if has_locator {
                None
            } else {
                row(text, part, place == 0)
            };
            let is_page = has_locator && is_page(text, part);
            match (number, items.last_mut()) {
                (Some(row), _) => items.extend(row),
                (None, Some(last)) if is_page || place > 0 && is_remark(text, part) => {
                    last.locator = Some(last.locator.map_or(part, |locator| locator.join(part)));
                    has_locator = true;
                }
                _ => return None,
            }
        }
    }
    (!items.is_empty()).then_some(items)
}

/// The parts between separators, without white space around them.
fn pieces<'t>(
    text: &'t str,
    span: Span,
    separators: &'t [char],
) -> impl Iterator<Item = Span> + 't {
    let slice = span.slice(text);
    let start = move |part: &str| part.as_ptr() as usize - slice.as_ptr() as usize;
    slice.split(separators).map(move |part| {
        let at = start(part);
        Span::new(at, at + part.len()).shift(span.start).trim(text)
    })
}

/// Reads `12`, `2–5`, `1 and 2` and, at the beginning, `see 12`.
fn row(text: &str, part: Span, may_have_prefix: bool) -> Option<Vec<Item>> {
    let slice = part.slice(text);
    let digits = slice.find(|c: char| c.is_ascii_digit())?;
    let prefix = Span::new(part.start, part.start + digits).trim(text);
    let is_plain = prefix.is_empty() || may_have_prefix && is_prefix(prefix.slice(text));
    if !is_plain {
        return None;
    }
    let rest = Span::new(part.start + digits, part.end);
    let mut items = vec![];
    for number in joined(text, rest) {
        items.push(range(text, number)?);
    }
    let first = items.first_mut()?;
    first.prefix = Some(prefix).filter(|prefix| !prefix.is_empty());
    Some(items)
}

/// The parts of `1 and 2`.
fn joined(text: &str, span: Span) -> Vec<Span> {
    const CONNECTORS: [&str; 8] = [
        " and ", " & ", " und ", " y ", " e ", " et ", " ed ", " og ",
    ];
    let slice = span.slice(text);
    let found = CONNECTORS.iter().find_map(|connector| {
        let at = slice.find(connector)?;
        Some((at, at + connector.len()))
    });
    match found {
        Some((before, behind)) => vec![
            Span::new(span.start, span.start + before).trim(text),
            Span::new(span.start + behind, span.end).trim(text),
        ],
        None => vec![span],
    }
}

/// Reads `12` and `2–5`.
fn range(text: &str, span: Span) -> Option<Item> {
    let slice = span.slice(text);
    let is_dash = |c| matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−');
    let (first, last) = match slice.split_once(is_dash) {
        // `7--9` in LaTeX.
        Some((first, last)) => (
            first.trim_end(),
            last.trim_start_matches(is_dash).trim_start(),
        ),
        None => (slice, slice),
    };
    Item::new(span, number(first)?, number(last)?)
}

/// A number of at most four digits.
pub(super) fn number(digits: &str) -> Option<u32> {
    let is_number = (1..=4).contains(&digits.len()) && !digits.starts_with('0');
    let is_number = is_number && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

/// Whether only words that introduce a cite stand there.
fn is_prefix(prefix: &str) -> bool {
    let words = prefix.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':'));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    // `p.` and `S.` alone head a page.
    let is_page = matches!(words.as_slice(), [word] if word.len() == 1);
    !is_page && words.iter().all(|word| is_prefix_word(&lower(word)))
}

/// Whether a page or a range of pages stands there.
fn is_page(text: &str, part: Span) -> bool {
    let slice = part.slice(text);
    slice.starts_with(|c: char| c.is_ascii_digit()) && slice.len() < 12
}

/// Whether a part says where in a work, or something about it: `p. 34`, `Satz 3`, `and references therein`.
fn is_remark(text: &str, part: Span) -> bool {
    let slice = part.slice(text);
    let n_words = slice.split_whitespace().count();
    let begins = slice.starts_with(|c: char| c.is_alphabetic() || c == '§');
    let mut words = slice.split(|c: char| !c.is_alphanumeric());
    let says_something =
        words.any(|word| word.chars().count() > 2 || word.contains(|c: char| c.is_ascii_digit()));
    begins && says_something && n_words <= LONGEST_REMARK && !slice.contains(['=', '<', '>', '+'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows numbers, ranges and locators.
    fn check(text: &str, expected: &str) {
        let items = items(text, Span::new(0, text.len()));
        let shown: Vec<_> = items
            .into_iter()
            .flatten()
            .map(|item| {
                let locator = item.locator.map(|span| format!("@{}", span.slice(text)));
                let prefix = item.prefix.map(|span| format!("{}:", span.slice(text)));
                let last = (item.last > item.first).then(|| format!("-{}", item.last));
                let parts = [prefix, Some(item.first.to_string()), last, locator];
                parts.into_iter().flatten().collect::<String>()
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn numbers_ranges_and_locators() {
        check("1", "1");
        check("1, 3, 7–9", "1 3 7-9");
        check("2--5", "2-5");
        check("1 and 2", "1 2");
        check("12, p. 34", "12@p. 34");
        check("12, S. 34, 36; 15", "12@S. 34, 36 15");
        check("see 4; vgl. 5", "see:4 vgl.:5");
        check("4, and references therein", "4@and references therein");
    }

    #[test]
    fn other_things_in_brackets() {
        for text in [
            "0, 1",
            "1.5, 2",
            "x, 2",
            "1, −2",
            "9–2",
            "1–2000",
            "sic",
            "",
            "1 2 3",
            "Smith, 12",
            "2, 3, 05",
            "n = 12",
        ] {
            check(text, "");
        }
    }
}
