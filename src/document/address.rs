//! Addresses that a line break divides.

/// Whether an address was broken in its middle: after a slash, a full stop or the like, and goes on with no capital.
pub(crate) fn is_broken_address(text: &str, line: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_address = word.contains("://") || word.starts_with("www.") || word.starts_with("10.");
    is_address
        && word.ends_with(['/', '_', '=', '?', '&', '%', '-', '.'])
        && !word.ends_with("..")
        && {
            let is_sentence = word.ends_with('.')
                && !line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            !is_sentence
        }
}
