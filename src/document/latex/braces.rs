//! Which brace closes which, worked out once for a file.

use super::table;
use crate::{
    document::scan::{byte_run_end, char_at},
    span::Span,
};

/// The pairs of braces of a LaTeX source; those in comments, verbatim text and addresses are none.
#[derive(Debug, Default)]
pub(super) struct Braces {
    /// Sorted by the opening brace.
    pairs: Vec<(usize, usize)>,
}

impl Braces {
    /// Pairs the braces of a source.
    pub(super) fn new(source: &str) -> Self {
        let (mut open, mut pairs) = (Vec::new(), Vec::new());
        let bytes = source.as_bytes();
        let mut position = 0;
        while position < bytes.len() {
            let mut next = position + 1;
            match bytes[position] {
                b'\\' => {
                    let (end, raw) = behind_command(source, position);
                    pairs.extend(raw);
                    next = end;
                }
                b'%' => next = line_end(source, position),
                b'{' => open.push(position),
                b'}' => pairs.extend(open.pop().map(|open| (open, position))),
                _ => {}
            }
            position = next;
        }
        pairs.sort_unstable();
        Self { pairs }
    }

    /// The brace that closes the one at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let idx = self
            .pairs
            .binary_search_by_key(&open, |(open, _)| *open)
            .ok()?;
        Some(self.pairs[idx].1)
    }
}

/// The name of the command whose backslash stands at `position`: letters, or one other character.
pub(super) fn command_name(source: &str, position: usize) -> &str {
    let rest = &source[position + 1..];
    let letters = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'@')
        .count();
    if letters > 0 && !rest.starts_with('@') {
        return &rest[..letters];
    }
    &rest[..char_at(rest, 0).map_or(0, char::len_utf8)]
}

/// The end of the line that holds `position`, before its line end.
pub(super) fn line_end(source: &str, position: usize) -> usize {
    source[position..]
        .find('\n')
        .map_or(source.len(), |len| position + len)
}

/// Where a search for braces goes on behind a command: behind what the command takes as it stands. An address in braces gives its
/// pair.
fn behind_command(source: &str, position: usize) -> (usize, Option<(usize, usize)>) {
    let name = command_name(source, position);
    let end = position + 1 + name.len();
    match name {
        "url" | "path" | "nolinkurl" | "href" | "doi" if source[end..].starts_with('{') => {
            match raw_group_end(source, end) {
                Some(close) => (close + 1, Some((end, close))),
                None => (end, None),
            }
        }
        "verb" => (verb(source, end).map_or(end, |(_, behind)| behind), None),
        "begin" => {
            let environment = environment_name(source, end);
            let is_raw = environment.is_some_and(|name| table::is_raw(name.slice(source)));
            let behind = environment
                .filter(|_| is_raw)
                .and_then(|name| environment_end(source, name));
            (behind.map_or(end, |end| end.start), None)
        }
        _ => (end.max(position + 1), None),
    }
}

/// The brace that closes the one at `open`, with no regard to comments.
fn raw_group_end(source: &str, open: usize) -> Option<usize> {
    /// Addresses are shorter.
    const REACH: usize = 4096;
    let mut depth = 0_usize;
    for (offset, byte) in source.as_bytes()[open..].iter().take(REACH).enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(open + offset),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The text of `\verb|…|` whose name ends at `end`, and where it ends.
pub(super) fn verb(source: &str, end: usize) -> Option<(Span, usize)> {
    let open = byte_run_end(source, end, b'*');
    let mark =
        char_at(source, open).filter(|mark| !mark.is_alphanumeric() && !mark.is_whitespace())?;
    let start = open + mark.len_utf8();
    let line = Span::new(start, line_end(source, start));
    let len = line.slice(source).find(mark)?;
    Some((Span::new(start, start + len), start + len + mark.len_utf8()))
}

/// The name in the braces behind `\begin` or `\end`.
pub(super) fn environment_name(source: &str, end: usize) -> Option<Span> {
    /// Names are words.
    const REACH: usize = 64;
    let rest = source[end..].strip_prefix('{')?;
    let len = rest.bytes().take(REACH).position(|byte| byte == b'}')?;
    Some(Span::new(end + 1, end + 1 + len))
}

/// The `\end{name}` of an environment that is taken as it stands; `name` is where its name stands behind `\begin`.
pub(super) fn environment_end(source: &str, name: Span) -> Option<Span> {
    let mark = format!("\\end{{{}}}", name.slice(source));
    let len = source[name.end..].find(&mark)?;
    Some(Span::new(name.end + len, name.end + len + mark.len()))
}
