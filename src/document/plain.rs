//! Plain text: all of it is prose.

use super::Document;
use crate::span::Span;

/// Makes the document of a decoded text.
pub(super) fn document(text: String) -> Document {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let prose = vec![Span::new(start, text.len())];
    Document { text, prose }
}
