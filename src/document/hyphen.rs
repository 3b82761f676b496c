//! Hyphens at the ends of lines.

/// Whether a line goes on with a word before which hyphens hang on purpose: `ein- und mehrsprachig`.
pub(crate) fn is_hung(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    matches!(
        word,
        "und"
            | "oder"
            | "bzw."
            | "and"
            | "or"
            | "y"
            | "o"
            | "e"
            | "et"
            | "ou"
            | "en"
            | "of"
            | "og"
            | "och"
    )
}
