//! Where a block begins.

use super::{Block, BlockKind};
use crate::span::Span;

/// The beginning of a block: `@article{`.
pub(super) struct Opening {
    pub(super) kind: BlockKind,
    pub(super) start: usize,
    name: Span,
    /// The position of the brace or parenthesis.
    pub(super) delimiter: usize,
}

impl Opening {
    /// The beginning of a block at an `@`, where one may stand there.
    pub(super) fn at(bytes: &[u8], at: usize) -> Option<Self> {
        if !may_begin(bytes, at) {
            return None;
        }
        let start = skip(bytes, at + 1, |byte| matches!(byte, b' ' | b'\t'));
        let end = skip(bytes, start, is_name);
        let delimiter = skip(bytes, end, |byte| byte.is_ascii_whitespace());
        let opens = matches!(bytes.get(delimiter), Some(b'{' | b'('));
        (start < end && opens).then(|| Self {
            kind: kind(&bytes[start..end]),
            start: at,
            name: Span::new(start, end),
            delimiter,
        })
    }

    /// The block that begins here and ends at `end`.
    pub(super) fn block(&self, end: usize, closed: bool, escapes: bool) -> Block {
        Block {
            kind: self.kind,
            span: Span::new(self.start, end),
            name: self.name,
            body: Span::new(self.delimiter + 1, end - usize::from(closed)),
            closed,
            escapes,
        }
    }
}

/// Whether a block may begin at an `@`: first on its line, or straight behind the end of another block.
fn may_begin(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].trim_ascii_end();
    let line_break = bytes[before.len()..at]
        .iter()
        .any(|byte| matches!(byte, b'\n' | b'\r'));
    line_break || matches!(before.last(), None | Some(b'}' | b')')) || before == b"\xef\xbb\xbf"
}

/// What the word behind `@` says.
fn kind(name: &[u8]) -> BlockKind {
    match name.to_ascii_lowercase().as_slice() {
        b"comment" => BlockKind::Comment,
        b"preamble" => BlockKind::Preamble,
        b"string" => BlockKind::Strings,
        _ => BlockKind::Entry,
    }
}

/// Whether a byte may stand in the name of an entry type.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// The first position from `position` on whose byte is not wanted.
fn skip(bytes: &[u8], position: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = &bytes[position..];
    position + rest.iter().take_while(|byte| wanted(**byte)).count()
}

/// Whether a line begins an entry beyond doubt: a known type, a delimiter, a key and a comma.
pub(super) fn begins_entry(bytes: &[u8], line: usize) -> bool {
    let at = skip(bytes, line, |byte| matches!(byte, b' ' | b'\t'));
    if bytes.get(at) != Some(&b'@') {
        return false;
    }
    let Some(opening) = Opening::at(bytes, at) else {
        return false;
    };
    let key = skip(bytes, opening.delimiter + 1, |byte| {
        !matches!(byte, b',' | b'=' | b'{' | b'}' | b'\n' | b'"')
    });
    let name = opening.name.start..opening.name.end;
    match opening.kind {
        BlockKind::Entry => bytes.get(key) == Some(&b',') && is_known_type(&bytes[name]),
        BlockKind::Strings => bytes.get(key) == Some(&b'='),
        _ => false,
    }
}

/// Whether this is one of the entry types of BibTeX and biblatex that are used most.
fn is_known_type(name: &[u8]) -> bool {
    matches!(
        name.to_ascii_lowercase().as_slice(),
        b"article"
            | b"book"
            | b"booklet"
            | b"collection"
            | b"conference"
            | b"dataset"
            | b"electronic"
            | b"inbook"
            | b"incollection"
            | b"inproceedings"
            | b"manual"
            | b"mastersthesis"
            | b"misc"
            | b"online"
            | b"patent"
            | b"phdthesis"
            | b"proceedings"
            | b"report"
            | b"software"
            | b"techreport"
            | b"thesis"
            | b"unpublished"
    )
}
