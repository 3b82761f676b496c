//! Byte offsets to lines and columns.

use serde::Serialize;

use crate::{
    source::Sources,
    span::{Place, SourceId},
};

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The page, from 1, of a file that has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The line, in the file or on its page.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Position {
    /// The place for people: `paper.txt:12:3`, `paper.pdf:page 2:12:3`.
    pub fn in_file(&self, name: &str) -> String {
        format!("{}:{}:{}", self.of_page(name), self.line, self.column)
    }

    /// The name of the file with the page: `paper.pdf:page 2`.
    pub(super) fn of_page(&self, name: &str) -> String {
        match self.page {
            Some(page) => format!("{name}:page {page}"),
            None => name.to_owned(),
        }
    }
}

/// The lines of all files that findings speak of; each is worked out when first asked for.
pub struct Positions<'a> {
    sources: &'a Sources,
    lines: Vec<Option<Lines<'a>>>,
}

/// The lines and characters of one text.
struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The number of characters that begin before each block of [`BLOCK`] bytes; a line may be as long as the file.
    characters: Vec<usize>,
}

/// The bytes of a block.
const BLOCK: usize = 1024;

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes());
        let blocks = text.as_bytes().chunks(BLOCK);
        let ends = blocks.scan(0, |sum, block| {
            *sum += n_characters(block);
            Some(*sum)
        });
        Self {
            text,
            starts: std::iter::once(0)
                .chain(newlines.map(|at| at + 1))
                .collect(),
            characters: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The position of a byte.
    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        Position {
            page: None,
            line,
            column: self.before(offset) - self.before(start) + 1,
        }
    }

    /// The number of characters before a byte.
    fn before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.characters[block] + n_characters(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

/// The number of characters that begin in some bytes of UTF-8.
fn n_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl<'a> Positions<'a> {
    /// Prepares to look up positions; does no work yet.
    pub fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            lines: sources.iter().map(|_| None).collect(),
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
        let lines = self.lines[idx].get_or_insert_with(|| Lines::new(text));
        let offset = offset.min(text.len());
        let position = lines.position(offset);
        if let Some((page, start)) = self.sources.get(source).page(offset) {
            return Position {
                page: Some(page),
                line: position.line - lines.position(start).line + 1,
                ..position
            };
        }
        let Some(piece) = self.sources.get(source).piece(offset) else {
            return position;
        };
        let line = position.line - lines.position(piece.start).line + piece.line;
        Position { line, ..position }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Document, testing},
        span::Span,
    };

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let text = "one\r\nMérida x";
        let source = sources.add("paper.txt", text);
        let start = text.find('x').expect("there is an x");
        let place = Place::new(source, Span::new(start, start + 1));
        assert_eq!(
            Positions::new(&sources).start(place),
            Position {
                page: None,
                line: 2,
                column: 8
            }
        );
    }

    #[test]
    fn lines_are_counted_on_their_pages() {
        let pdf = testing::pdf(&[&["one", "two"], &[], &["three", "four"]]);
        let document = Document::read_pdf(&pdf).expect("it is sound");
        let mut sources = Sources::default();
        let source = sources.add_document("paper.pdf", &document);
        let mut positions = Positions::new(&sources);
        let place = |word: &str| document.text.find(word).expect("it is there");
        let mut name = |word: &str| positions.of(source, place(word)).in_file("paper.pdf");
        assert_eq!(name("one"), "paper.pdf:page 1:1:1");
        assert_eq!(name("wo"), "paper.pdf:page 1:2:2");
        assert_eq!(name("four"), "paper.pdf:page 3:2:1");
    }

    #[test]
    fn an_excerpt_counts_as_its_file() {
        let piece = |start, start_in_file, line| crate::source::Piece {
            start,
            start_in_file,
            line,
        };
        let mut sources = Sources::default();
        let pieces = vec![piece(0, 90, 7), piece(6, 200, 30)];
        let source = sources.add_excerpt("master.bib", "ab\ncd\nef\ngh\n", pieces);
        let mut positions = Positions::new(&sources);
        let mut position = |offset| {
            let position = positions.of(source, offset);
            (position.line, position.column)
        };
        assert_eq!([position(0), position(4)], [(7, 1), (8, 2)]);
        assert_eq!([position(6), position(10)], [(30, 1), (31, 2)]);
        let in_file = sources.get(source).span_in_file(Span::new(7, 9));
        assert_eq!(in_file, Span::new(201, 203));
    }

    #[test]
    fn lines_may_be_longer_than_a_block() {
        let text = format!("é\n{}x\n", "é".repeat(BLOCK));
        let mut sources = Sources::default();
        let source = sources.add("paper.txt", text.as_str());
        let mut positions = Positions::new(&sources);
        let mut position = |offset| {
            let position = positions.of(source, offset);
            (position.line, position.column)
        };
        let x = text.find('x').expect("there is an x");
        assert_eq!(position(0), (1, 1));
        assert_eq!(position(3), (2, 1));
        assert_eq!(position(x), (2, BLOCK + 1));
        assert_eq!(position(text.len()), (3, 1));
        assert_eq!(position(text.len() + 9), (3, 1));
    }
}
