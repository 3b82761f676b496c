//! Divides a .bib file into blocks that put together give the file again.
//!
//! A bad block costs itself and never its neighbours: a block that is not closed ends where the next entry begins at the start of a
//! line. `@` inside a line of free text (an address, say) begins nothing.

mod opening;
mod scan;

use self::{
    opening::{Opening, begins_entry},
    scan::Scan,
};
use crate::span::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// What stands between the others; BibTeX takes it for a comment.
    Text,
    /// `@comment{…}`.
    Comment,
    /// `@preamble{…}`.
    Preamble,
    /// `@string{name = "…"}`.
    Strings,
    /// `@article{key, …}` and the like.
    Entry,
}

/// A stretch of a .bib file; blocks lie side by side without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its bytes.
    pub span: Span,
    /// The word behind `@`; empty for text.
    pub name: Span,
    /// What stands between its delimiters; all of it for text.
    pub body: Span,
    /// Whether its closing delimiter was found.
    pub closed: bool,
    /// Whether `\{` and `\}` do not count as braces in it.
    ///
    /// BibTeX counts them; a block that has no end by BibTeX's way of counting is read the other way, as biblatex tools write it.
    pub escapes: bool,
}

/// How far the second way of counting braces looks for an end, in bytes.
///
/// A bound keeps reading linear; the longest entry of the 781 measured files that needs the second way has 5 KB.
const SECOND_TRY: usize = 1 << 16;

/// Divides a file into its blocks.
pub(super) fn split(text: &str) -> Vec<Block> {
    Blocks::new(text).collect()
}

/// The blocks of a file, one after the other: a large file need not be held as blocks.
pub struct Blocks<'a> {
    text: &'a str,
    /// Where the next block begins.
    position: usize,
    /// A block that has been read already, behind the free text before it.
    next: Option<Block>,
    comments_close: bool,
}

impl<'a> Blocks<'a> {
    /// Prepares to divide a text; does no work yet.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            position: 0,
            next: None,
            comments_close: true,
        }
    }

    /// The next block that is no free text.
    fn opened(&mut self) -> Option<Block> {
        let bytes = self.text.as_bytes();
        let found = memchr::memchr_iter(b'@', &bytes[self.position..]);
        let opening = found
            .map(|found| self.position + found)
            .find_map(|at| Opening::at(bytes, at))?;
        Some(if opening.kind == BlockKind::Comment {
            comment(self.text, &opening, &mut self.comments_close)
        } else {
            delimited(self.text, &opening)
        })
    }
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let start = self.position;
        let found = self.next.take().or_else(|| self.opened());
        let text_end = found.map_or(self.text.len(), |block| block.span.start);
        if start < text_end {
            self.next = found;
            self.position = text_end;
            return Some(free_text(start, text_end));
        }
        self.position = found?.span.end;
        found
    }
}

/// The block of free text between two positions.
fn free_text(start: usize, end: usize) -> Block {
    let span = Span::new(start, end);
    Block {
        kind: BlockKind::Text,
        span,
        name: Span::at(start),
        body: span,
        closed: true,
        escapes: false,
    }
}

/// Reads a comment: to its closing brace whatever it holds, or to the end of its line where it has none.
fn comment(text: &str, opening: &Opening, comments_close: &mut bool) -> Block {
    let line_end = text[opening.delimiter..]
        .find('\n')
        .map_or(text.len(), |length| opening.delimiter + length);
    // After one comment that runs to the end of the file the others are looked for in their own line, so that reading stays linear.
    let limit = if *comments_close {
        text.len()
    } else {
        line_end
    };
    let mut scan = Scan::new(text.as_bytes(), opening.delimiter, false);
    if let Some(end) = scan.run(limit, |_| false) {
        return opening.block(end, true, false);
    }
    *comments_close = false;
    opening.block(line_end, false, false)
}

/// Reads any other block, to its closing delimiter or to the beginning of the next entry.
fn delimited(text: &str, opening: &Opening) -> Block {
    let bytes = text.as_bytes();
    let plain = close(bytes, opening, text.len(), false);
    let doubtful = match plain {
        Ok(end) => bytes[end - 2] == b'\\' || has_rest(bytes, opening, end),
        Err(_) => true,
    };
    if doubtful {
        let limit = text.len().min(opening.start + SECOND_TRY);
        if let Ok(end) = close(bytes, opening, limit, true) {
            return opening.block(end, true, true);
        }
    }
    match plain {
        Ok(end) => opening.block(end, true, false),
        Err(end) => opening.block(end, false, false),
    }
}

/// Whether a block with an escaped brace in it seems to go on behind its end.
fn has_rest(bytes: &[u8], opening: &Opening, end: usize) -> bool {
    let next = bytes[end..].iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(next, Some(b'}' | b','))
        && bytes[opening.start..end]
            .windows(2)
            .any(|pair| pair == b"\\}")
}

/// The end of a block: behind its closing delimiter, or, as an error, where the next entry begins.
fn close(bytes: &[u8], opening: &Opening, limit: usize, escapes: bool) -> Result<usize, usize> {
    let mut scan = Scan::new(bytes, opening.delimiter, escapes);
    let closed = scan.run(limit, |line| begins_entry(bytes, line));
    closed.ok_or(scan.position)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Shows a file as its blocks: a letter for the kind, small where it is not closed.
    fn check(text: &str, expected: &[(char, &str)]) {
        let blocks = split(text);
        let shown: Vec<_> = blocks
            .iter()
            .map(|block| {
                let letter = match block.kind {
                    BlockKind::Text => 'T',
                    BlockKind::Comment => 'C',
                    BlockKind::Preamble => 'P',
                    BlockKind::Strings => 'S',
                    BlockKind::Entry => 'E',
                };
                let letter = if block.closed {
                    letter
                } else {
                    letter.to_ascii_lowercase()
                };
                (letter, block.span.slice(text))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn blocks_and_what_lies_between() {
        check(
            "% hi\n@book{a, title={B}}\n@string(x = \"y)\")",
            &[
                ('T', "% hi\n"),
                ('E', "@book{a, title={B}}"),
                ('T', "\n"),
                ('S', "@string(x = \"y)\")"),
            ],
        );
        check(
            "@PREAMBLE{\"a\" # \"b\"}@comment{@book{a, }}",
            &[
                ('P', "@PREAMBLE{\"a\" # \"b\"}"),
                ('C', "@comment{@book{a, }}"),
            ],
        );
    }

    #[test]
    fn an_at_sign_in_free_text_begins_nothing() {
        check(
            "mail foo@bar.org{x}\n@ Comment words",
            &[('T', "mail foo@bar.org{x}\n@ Comment words")],
        );
    }

    #[test]
    fn a_byte_order_mark_hides_no_entry() {
        check("\u{feff}@misc{a}", &[('T', "\u{feff}"), ('E', "@misc{a}")]);
    }

    #[test]
    fn a_missing_brace_costs_one_entry() {
        check(
            "@book{a, title={B}\n@book{b, title={C}}",
            &[('e', "@book{a, title={B}\n"), ('E', "@book{b, title={C}}")],
        );
    }

    #[test]
    fn an_open_comment_costs_its_line() {
        check(
            "@comment{ oops\n@book{a, x={y}}",
            &[
                ('c', "@comment{ oops"),
                ('T', "\n"),
                ('E', "@book{a, x={y}}"),
            ],
        );
    }

    #[test]
    fn escaped_braces_count_only_where_they_must_not() {
        check(
            r"@book{a, title={x \} y}}",
            &[('E', r"@book{a, title={x \} y}}")],
        );
        check(
            r"@book{a, file={C:\dir\}}",
            &[('E', r"@book{a, file={C:\dir\}}")],
        );
    }

    #[test]
    fn parentheses_close_at_their_own_depth() {
        check(
            "@book(a, title={x)}, year=1999)",
            &[('E', "@book(a, title={x)}, year=1999)")],
        );
    }

    proptest! {
        #[test]
        fn blocks_put_together_give_the_file(text in "([@{}()\"\\\\,=\n]|@book\\{|@comment|a|é| )*") {
            let blocks = split(&text);
            let together: String = blocks.iter().map(|block| block.span.slice(&text)).collect();
            prop_assert_eq!(together, text);
        }
    }
}
