//! Reads one value: braces, quotation marks, bare words, and what to do where a delimiter is missing.

use super::{ProblemKind, Reader, begins_field, is_field_name};
use crate::span::Span;

impl Reader<'_> {
    /// Reads a value: pieces joined by `#`.
    pub(super) fn value(&mut self) -> Span {
        self.skip_space();
        let start = self.position;
        loop {
            match self.peek() {
                Some(b'{') => self.braced(),
                Some(b'"') => self.quoted(),
                _ => self.bare(),
            }
            let end = self.position;
            self.skip_space();
            if self.peek() != Some(b'#') {
                self.position = end;
                return Span::new(start, end).trim(self.text);
            }
            self.position += 1;
            self.skip_space();
        }
    }

    /// Steps over a value in braces.
    fn braced(&mut self) {
        let start = self.position;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            self.position += 1;
            match byte {
                b'\\' if self.escapes => self.position += usize::from(self.peek_escaped()),
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        if depth > 0 || !self.closed && self.next_field_line(start).is_some() {
            self.recover(start);
        }
    }

    /// Whether a brace or backslash is next, which a backslash before it makes a letter.
    fn peek_escaped(&self) -> bool {
        matches!(self.peek(), Some(b'{' | b'}' | b'\\'))
    }

    /// Steps over a value in quotation marks.
    ///
    /// BibTeX ends it at the first mark outside braces. Where something other than a comma, `#` or the end follows, the mark belongs
    /// to the value, as long as a better one comes in the same value.
    fn quoted(&mut self) {
        let start = self.position;
        self.position += 1;
        let mut depth = 0_usize;
        let mut first = None;
        while let Some(byte) = self.peek() {
            if byte == b'\n' && first.is_some() {
                break;
            }
            self.position += 1;
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'"' if depth == 0 && self.ends_value() => {
                    if first.is_some() {
                        let span = Span::new(start, self.position);
                        self.problem(span, ProblemKind::QuoteInQuotes);
                    }
                    return;
                }
                b'"' if depth == 0 => first = first.or(Some(self.position)),
                _ => {}
            }
        }
        match first {
            Some(end) => self.position = end,
            None => self.recover(start),
        }
    }

    /// Whether what comes next may follow a value.
    fn ends_value(&self) -> bool {
        let rest = Span::new(self.position, self.end).slice(self.text);
        let line_ends = rest
            .trim_start_matches([' ', '\t'])
            .starts_with(['\n', '\r']);
        let rest = rest.trim_start();
        line_ends || rest.is_empty() || rest.starts_with([',', '#', '%'])
    }

    /// Steps over a value without delimiters: a number or a macro.
    fn bare(&mut self) {
        let value = self
            .skip(|byte| !matches!(byte, b',' | b'#' | b'\n' | b'{' | b'}' | b'"'))
            .trim(self.text);
        self.position = value.end;
        let text = value.slice(self.text);
        let plain = text.bytes().all(|byte| byte.is_ascii_digit())
            || text.bytes().all(is_field_name) && !text.starts_with(|c: char| c.is_ascii_digit());
        if !plain {
            self.problem(value, ProblemKind::BareValue);
        }
    }

    /// Ends a value whose delimiter is missing: before the next line that begins a field, or with the block.
    fn recover(&mut self, start: usize) {
        self.problem(Span::new(start, start + 1), ProblemKind::UnclosedValue);
        self.position = self.end;
        let end = self.next_field_line(start).unwrap_or(self.end);
        let value = Span::new(start, end).slice(self.text).trim_end();
        let value = value.strip_suffix(',').unwrap_or(value);
        self.position = start + value.len();
    }

    /// The first line between `start` and here that begins a field.
    fn next_field_line(&self, start: usize) -> Option<usize> {
        let read = Span::new(start, self.position).slice(self.text);
        read.match_indices('\n')
            .map(|(idx, _)| start + idx + 1)
            .find(|&line| begins_field(self.text, line, self.end))
    }
}
