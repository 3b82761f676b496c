//! Plain text: the view is the file, and all of it is prose.

use super::{Document, Format, Map, Origin};
use crate::span::Span;

/// Makes the document of a decoded text.
pub(super) fn document(text: String) -> Document {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    Document {
        format: Format::Plain,
        prose: vec![Span::new(start, text.len())],
        keyed: Vec::new(),
        listed: Vec::new(),
        bibliographies: Vec::new(),
        includes: Vec::new(),
        map: Map::identity(text.len()),
        origin: Origin::View,
        text,
    }
}
