//! Divides a .bib file into blocks that put together give the file again.
//!
//! A bad block costs itself and never its neighbours: a block that is not closed ends where the next entry begins at the start of a
//! line. `@` inside a line of free text (an address, say) begins nothing.

use std::ops::ControlFlow;

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
    let mut blocks = Vec::new();
    let (mut text_start, mut position) = (0, 0);
    let mut comments_close = true;
    while let Some(found) = text[position..].find('@') {
        let at = position + found;
        let Some(opening) = Opening::at(text.as_bytes(), at) else {
            position = at + 1;
            continue;
        };
        let block = if opening.kind == BlockKind::Comment {
            comment(text, &opening, &mut comments_close)
        } else {
            delimited(text, &opening)
        };
        if text_start < at {
            blocks.push(free_text(text_start, at));
        }
        position = block.span.end;
        text_start = position;
        blocks.push(block);
    }
    if text_start < text.len() {
        blocks.push(free_text(text_start, text.len()));
    }
    blocks
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

/// The beginning of a block: `@article{`.
struct Opening {
    kind: BlockKind,
    start: usize,
    name: Span,
    /// The position of the brace or parenthesis.
    delimiter: usize,
}

impl Opening {
    /// The beginning of a block at an `@`, where one may stand there.
    fn at(bytes: &[u8], at: usize) -> Option<Self> {
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
    fn block(&self, end: usize, closed: bool, escapes: bool) -> Block {
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

/// Whether a line begins an entry beyond doubt: a known type, a delimiter, a key and a comma.
fn begins_entry(bytes: &[u8], line: usize) -> bool {
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

/// Looks for the delimiter that closes a block.
struct Scan<'a> {
    bytes: &'a [u8],
    position: usize,
    /// How many braces are open.
    depth: usize,
    parentheses: bool,
    quoted: bool,
    escapes: bool,
}

impl<'a> Scan<'a> {
    fn new(bytes: &'a [u8], delimiter: usize, escapes: bool) -> Self {
        let parentheses = bytes[delimiter] == b'(';
        Self {
            bytes,
            position: delimiter + 1,
            depth: usize::from(!parentheses),
            parentheses,
            quoted: false,
            escapes,
        }
    }

    /// The position behind the closing delimiter; none when `limit` or a line comes first at which `stop` says so.
    fn run(&mut self, limit: usize, stop: impl Fn(usize) -> bool) -> Option<usize> {
        while self.position < limit {
            let byte = self.bytes[self.position];
            self.position += 1;
            if byte == b'\n' && stop(self.position) {
                return None;
            }
            if self.take(byte).is_break() {
                return Some(self.position);
            }
        }
        None
    }

    /// Takes one byte; breaks at the closing delimiter.
    fn take(&mut self, byte: u8) -> ControlFlow<()> {
        match byte {
            b'\\' if self.escapes => self.skip_escaped(),
            b'{' => self.depth += 1,
            b'}' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 && !self.parentheses {
                    return ControlFlow::Break(());
                }
            }
            b'"' if self.depth == 0 => self.quoted = !self.quoted,
            b')' if self.depth == 0 && !self.quoted => return ControlFlow::Break(()),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    /// Steps over a brace behind a backslash.
    fn skip_escaped(&mut self) {
        if matches!(self.bytes.get(self.position), Some(b'{' | b'}' | b'\\')) {
            self.position += 1;
        }
    }
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
