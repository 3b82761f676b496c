//! The brackets that a year stands in.

use crate::span::Span;

/// A bracket that is longer than so many bytes is none that cites; the longest lists of cites have some four thousand.
const LONGEST: usize = 8000;

/// The innermost pair of brackets around a stretch of a paragraph, brackets included.
pub(super) fn around(text: &str, inner: Span) -> Option<Span> {
    let open = open_before(text, inner.start)?;
    let close = close_behind(text, inner.end)?;
    Some(Span::new(open, close))
}

/// What stands between the brackets.
pub(super) fn inside(bracket: Span) -> Span {
    Span::new(bracket.start + 1, bracket.end - 1)
}

/// The bracket that is open at a position.
fn open_before(text: &str, position: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in text[..position].bytes().enumerate().rev().take(LONGEST) {
        match byte {
            b')' | b']' => depth += 1,
            b'(' | b'[' if depth == 0 => return Some(at),
            b'(' | b'[' => depth -= 1,
            b'\n' if is_paragraph_end(text, at) => return None,
            _ => {}
        }
    }
    None
}

/// The byte behind the bracket that closes the one open at a position.
fn close_behind(text: &str, position: usize) -> Option<usize> {
    let mut depth = 0;
    for (offset, byte) in text[position..].bytes().enumerate().take(LONGEST) {
        let at = position + offset;
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' if depth == 0 => return Some(at + 1),
            b')' | b']' => depth -= 1,
            b'\n' if is_paragraph_end(text, at) => return None,
            _ => {}
        }
    }
    None
}

/// Whether a blank line follows a line end.
fn is_paragraph_end(text: &str, line_end: usize) -> bool {
    let rest = text[line_end + 1..].trim_start_matches([' ', '\t', '\r']);
    rest.starts_with('\n') || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let at = text.find('2').expect("there is a year");
        let found = around(text, Span::new(at, at + 4));
        assert_eq!(found.map(|span| span.slice(text)), expected);
    }

    #[test]
    fn the_innermost_pair_counts() {
        check("(as Doe (2001) says)", Some("(2001)"));
        check("(see [a] Doe 2001 (b))", Some("(see [a] Doe 2001 (b))"));
        check("(a) Doe 2001 (b)", None);
        check("(see\nDoe 2001)", Some("(see\nDoe 2001)"));
        check("(see\n\nDoe 2001)", None);
    }
}
