//! Braces around values.

use super::within;

/// A value in braces that stands in quotation marks; values put together from pieces stay.
pub(super) fn normalise(_name: &str, value: &str) -> Option<String> {
    let quoted = value.starts_with('"');
    let text = within(value).filter(|_| quoted)?;
    Some(format!("{{{text}}}"))
}
