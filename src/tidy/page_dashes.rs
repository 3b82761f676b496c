//! Ranges of pages with the two hyphens of LaTeX.

use super::{with_text, within};

/// The dashes that people write between pages.
const DASHES: [char; 7] = ['-', '‐', '‑', '‒', '–', '—', '−'];

/// The new value of `pages`, if it holds a range written otherwise.
///
/// What does not look like a range, such as `5-1--5-10` or `2020-12-01`, is left as it is.
pub(super) fn normalise(name: &str, value: &str) -> Option<String> {
    if name != "pages" {
        return None;
    }
    let text = within(value)?;
    let ranges: Vec<String> = text
        .split(',')
        .map(|range| written(range).unwrap_or_else(|| range.to_owned()))
        .collect();
    let new = ranges.join(",");
    (new != text).then(|| with_text(value, &new))
}

/// A range with `--`; none where it is none.
fn written(range: &str) -> Option<String> {
    let first_end = range.find(DASHES)?;
    let behind = range[first_end..].trim_start_matches(DASHES);
    let (first, last) = (&range[..first_end], behind);
    let is_range =
        is_page(first.trim()) && is_page(last.trim()) && ascends(first.trim(), last.trim());
    let dash = &range[first_end..range.len() - behind.len()];
    let is_single = dash.chars().count() == 1 || dash.chars().all(|c| c == '-');
    (is_range && is_single).then(|| format!("{}--{}", first.trim_end(), last.trim_start()))
}

/// Whether a text is the number of a page: `12`, `S12`, `e1021`, `12a`, `xiv`.
fn is_page(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let n_letters = text.len() - digits.len();
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.is_empty() {
        return n_letters > 0 && text.chars().all(|c| "ivxlcIVXLC".contains(c));
    }
    let is_letter = |rest: &str| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_alphabetic());
    n_letters <= 2 && digits.len() > rest.len() && (rest.is_empty() || is_letter(rest))
}

/// Whether the second page may follow the first: a greater number, or the last digits of one (`123-45`).
fn ascends(first: &str, last: &str) -> bool {
    let number = |text: &str| -> Option<u64> {
        let digits = text.trim_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse().ok()
    };
    match (number(first), number(last)) {
        (Some(one), Some(other)) => other >= one || last.len() < first.len(),
        _ => true,
    }
}
