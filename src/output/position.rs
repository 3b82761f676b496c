//! Byte offsets to lines and columns.

use line_index::{LineIndex, TextSize, WideEncoding};
use serde::Serialize;

use crate::{
    source::Sources,
    span::{Place, SourceId},
};

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The line starts of all files that findings speak of; each is worked out when first asked for.
pub struct Positions<'a> {
    sources: &'a Sources,
    indexes: Vec<Option<LineIndex>>,
}

impl<'a> Positions<'a> {
    /// Prepares to look up positions; does no work yet.
    pub fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            indexes: sources.iter().map(|_| None).collect(),
        }
    }

    /// Where a place begins.
    pub fn start(&mut self, place: Place) -> Position {
        let written = self.sources.written_place(place);
        self.of(written.source, written.span.start)
    }

    /// The position behind a place.
    pub fn end(&mut self, place: Place) -> Position {
        let written = self.sources.written_place(place);
        self.of(written.source, written.span.end)
    }

    /// The position of a byte of the file as it is written.
    pub(super) fn of(&mut self, source: SourceId, offset: usize) -> Position {
        let SourceId(idx) = source;
        let text = self.sources.get(source).written();
        let index = self.indexes[idx].get_or_insert_with(|| LineIndex::new(text));
        let offset = TextSize::try_from(offset).unwrap_or_default();
        let position = index
            .try_line_col(offset)
            .unwrap_or(line_index::LineCol { line: 0, col: 0 });
        let column = index
            .to_wide(WideEncoding::Utf32, position)
            .map_or(position.col, |wide| wide.col);
        Position {
            line: position.line as usize + 1,
            column: column as usize + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let text = "one\r\nMérida x";
        let source = sources.add("paper.txt", text);
        let start = text.find('x').expect("there is an x");
        let place = Place::new(source, Span::new(start, start + 1));
        assert_eq!(
            Positions::new(&sources).start(place),
            Position { line: 2, column: 8 }
        );
    }
}
