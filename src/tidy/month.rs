//! Months as macros.

use super::within;

const MACROS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The macro for a month that is written out or abbreviated in English; numbers and other words stay.
pub(super) fn normalise(name: &str, value: &str) -> Option<String> {
    if name != "month" {
        return None;
    }
    let text = within(value)?
        .trim()
        .trim_end_matches('.')
        .to_ascii_lowercase();
    let is_meant =
        |idx: &usize| text == MACROS[*idx] || text == NAMES[*idx] || *idx == 8 && text == "sept";
    let idx = (0..MACROS.len()).find(is_meant)?;
    Some(MACROS[idx].to_owned())
}
