//! DOIs without what leads to them.

use super::{with_text, within};

/// What people write before a DOI.
const PREFIXES: [&str; 8] = [
    "https://doi.org/",
    "http://doi.org/",
    "https://dx.doi.org/",
    "http://dx.doi.org/",
    "https://www.doi.org/",
    "doi.org/",
    "dx.doi.org/",
    "doi:",
];

/// The new value of `doi`, if it holds an address or a label.
pub(super) fn normalise(name: &str, value: &str) -> Option<String> {
    if name != "doi" {
        return None;
    }
    let text = within(value)?.trim();
    let doi = PREFIXES.iter().find_map(|prefix| {
        let start = text.get(..prefix.len())?;
        start
            .eq_ignore_ascii_case(prefix)
            .then(|| text[prefix.len()..].trim_start())
    })?;
    doi.starts_with("10.").then(|| with_text(value, doi))
}
