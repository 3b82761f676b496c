//! Byte offsets to the positions of the protocol, and back.

use lsp_types::{Position, PositionEncodingKind, Range};
use refmend::span::Span;

/// What the columns of positions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, which every editor understands.
    Utf16,
}

impl Encoding {
    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    /// The columns of a character.
    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
        }
    }
}

/// Where the lines of a text begin.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes());
    std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
}

/// The lines of one text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'a> {
    pub(super) text: &'a str,
    /// Where each line begins.
    pub(super) starts: &'a [usize],
    pub(super) encoding: Encoding,
}

impl Lines<'_> {
    /// The position of a byte.
    pub(super) fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let column: usize = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Position::new(to_u32(line), to_u32(column))
    }

    /// The range of a span.
    pub(super) fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start), self.position(span.end))
    }

    /// The byte at a position; behind the end of a line that end, behind the last line the end of the text.
    pub(super) fn offset(&self, position: Position) -> usize {
        let Some(start) = self.starts.get(position.line as usize) else {
            return self.text.len();
        };
        let line = self.text[*start..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut columns = position.character as usize;
        for (idx, character) in line.char_indices() {
            let width = self.encoding.width(character);
            if columns < width {
                return start + idx;
            }
            columns -= width;
        }
        start + line.len()
    }

    /// The span of a range; empty where the range runs backwards.
    pub(super) fn span(&self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Müller 😀 (2001)\r\nzwei\n";

    #[test]
    fn columns_count_what_was_agreed() {
        for (encoding, column) in [(Encoding::Utf8, 14), (Encoding::Utf16, 11)] {
            let lines = Lines {
                text: TEXT,
                starts: &starts(TEXT),
                encoding,
            };
            let year = TEXT.find("2001").expect("the text has it");
            assert_eq!(lines.position(year), Position::new(0, column));
            assert_eq!(lines.offset(Position::new(0, column)), year);
            assert_eq!(lines.position(TEXT.len()), Position::new(2, 0));
        }
    }

    #[test]
    fn positions_outside_are_drawn_in() {
        let lines = Lines {
            text: TEXT,
            starts: &starts(TEXT),
            encoding: Encoding::Utf16,
        };
        assert_eq!(&TEXT[lines.offset(Position::new(0, 99))..][..2], "\r\n");
        assert_eq!(lines.offset(Position::new(9, 0)), TEXT.len());
        // In the midst of the pair of units that 😀 takes.
        assert!(TEXT[lines.offset(Position::new(0, 8))..].starts_with('😀'));
    }
}
