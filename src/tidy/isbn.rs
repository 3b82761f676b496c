//! ISBNs in one form.

use super::{with_text, within};
use crate::work::isbn_is_valid;

/// The new value of `isbn`, if it has a label, blanks or dashes; only where the check digit shows that it is one ISBN.
pub(super) fn normalise(name: &str, value: &str) -> Option<String> {
    if name != "isbn" {
        return None;
    }
    let text = within(value)?;
    let upper = text.trim();
    let label = upper
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("isbn"));
    let number = if label { &upper[4..] } else { upper };
    let number = number
        .trim_start_matches("-13")
        .trim_start_matches("-10")
        .trim_start_matches([':', ' ', '.']);
    let new: String = number
        .chars()
        .map(|c| match c {
            ' ' | '‐' | '‑' | '–' | '—' | '−' => '-',
            'x' => 'X',
            c => c,
        })
        .collect();
    let is_plain = new
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | 'X'));
    (is_plain && new != text && isbn_is_valid(&new)).then(|| with_text(value, &new))
}
