//! A paper as text: one file a format.
//!
//! Every format gives a [`Document`]: the text view that all spans refer to, and where in it the prose is. For plain text the view
//! is the file itself, decoded, with its byte-order mark and line ends; so the bytes of a UTF-8 file are the bytes of its view.

mod encoding;
mod hunk;
pub mod map;
mod plain;

pub use self::encoding::{Encoding, NotEncodable, NotText, decode};
use crate::span::Span;

/// A paper, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The text view that all spans refer to.
    pub text: String,
    /// The parts of the text that are prose, in order; what lies between them is markup, code or a byte-order mark.
    pub prose: Vec<Span>,
}

impl Document {
    /// Reads a plain text.
    pub fn plain(text: String) -> Self {
        plain::document(text)
    }
}
