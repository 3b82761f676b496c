//! The lines of a text with the white space around them.

use crate::span::Span;

/// How far a tab indents, at most; half of a terminal's, as most editors have it.
const TAB: usize = 4;

/// A line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// From its first to its last visible character.
    pub span: Span,
    /// The columns of white space before it.
    pub indent: usize,
    /// The number of blank lines before it.
    pub gap: usize,
    /// Whether a form feed stands between it and the line before.
    pub opens_page: bool,
    /// Whether it is the rest of a line that was divided.
    pub is_inner: bool,
}

/// The lines of a part of a text that are not blank.
///
/// Lines end at any of the ends that Unicode knows (UAX #14, class BK, CR, LF and NL).
pub(super) fn lines(text: &str, part: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut gap, mut opens_page) = (0, false);
    let mut start = part.start;
    while start < part.end {
        let rest = &text[start..part.end];
        let (length, end) = first_line(rest);
        let span = visible(text, Span::new(start, start + length));
        if span.is_empty() {
            gap += 1;
        } else {
            let indent = columns(&text[start..span.start]);
            lines.push(Line {
                span,
                indent,
                gap,
                opens_page,
                is_inner: false,
            });
            (gap, opens_page) = (0, false);
        }
        opens_page |= rest[length..].starts_with('\u{c}');
        start += length + end;
    }
    lines
}

/// The length of the first line and of the line end behind it.
fn first_line(text: &str) -> (usize, usize) {
    let Some((length, end)) = text.char_indices().find(|(_, c)| is_line_end(*c)) else {
        return (text.len(), 0);
    };
    let is_crlf = text[length..].starts_with("\r\n");
    (length, if is_crlf { 2 } else { end.len_utf8() })
}

/// Whether a character ends a line.
fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The span without white space and signs of no width at its two ends.
pub(super) fn visible(text: &str, span: Span) -> Span {
    let slice = span.slice(text);
    let trimmed = slice.trim_start_matches(is_invisible);
    let start = span.end - trimmed.len();
    Span::new(start, start + trimmed.trim_end_matches(is_invisible).len())
}

/// Whether a character leaves no mark on the page.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}'
        )
}

/// The columns that white space takes.
fn columns(space: &str) -> usize {
    space.chars().fold(0, |column, c| match c {
        '\t' => (column / TAB + 1) * TAB,
        c if c.is_whitespace() => column + 1,
        _ => column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, usize, usize, bool)]) {
        let found: Vec<_> = lines(text, Span::new(0, text.len()))
            .iter()
            .map(|line| {
                (
                    line.span.slice(text),
                    line.indent,
                    line.gap,
                    line.opens_page,
                )
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn all_line_ends_divide() {
        check(
            "a\r\nb\rc\n",
            &[("a", 0, 0, false), ("b", 0, 0, false), ("c", 0, 0, false)],
        );
        check("a\u{2028}b", &[("a", 0, 0, false), ("b", 0, 0, false)]);
    }

    #[test]
    fn white_space_around_a_line_is_measured() {
        check(
            "\u{feff}a\n\n \u{a0}\n \tb \u{200b}\n",
            &[("a", 0, 0, false), ("b", 4, 2, false)],
        );
        check("a\n\u{c}b", &[("a", 0, 0, false), ("b", 0, 1, true)]);
        check("", &[]);
    }
}
