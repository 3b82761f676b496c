//! The arguments of a LaTeX command.

use super::braces::Braces;
use crate::{document::scan::run_end, span::Span};

/// How far an argument in brackets may reach, in bytes; the bound keeps input full of unclosed brackets linear.
const REACH: usize = 4096;

/// The argument in braces at `position`, white space before it left out: the bytes between the braces.
pub(super) fn group(source: &str, braces: &Braces, position: usize) -> Option<Span> {
    let open = skip_space(source, position);
    if !source[open..].starts_with('{') {
        return None;
    }
    Some(Span::new(open + 1, braces.closing(open)?))
}

/// The argument in brackets at `position`: the bytes between them. A bracket within braces closes nothing.
pub(super) fn option(source: &str, braces: &Braces, position: usize) -> Option<Span> {
    delimited(source, braces, position, b'[', b']')
}

/// The argument between two delimiters at `position`.
pub(super) fn delimited(
    source: &str,
    braces: &Braces,
    position: usize,
    open: u8,
    close: u8,
) -> Option<Span> {
    let bytes = source.as_bytes();
    if bytes.get(position) != Some(&open) {
        return None;
    }
    let mut end = position + 1;
    while end < bytes.len().min(position + REACH) {
        match bytes[end] {
            found if found == close => return Some(Span::new(position + 1, end)),
            b'{' => end = braces.closing(end).unwrap_or(end) + 1,
            b'\\' => end += 2,
            b'\n' if source[end + 1..].starts_with('\n') => return None,
            _ => end += 1,
        }
    }
    None
}

/// The place behind all arguments in brackets at `position`.
pub(super) fn behind_options(source: &str, braces: &Braces, mut position: usize) -> usize {
    while let Some(option) = option(source, braces, position) {
        position = option.end + 1;
    }
    position
}

/// The place behind `n` arguments in braces at `position`, and those in brackets before and between them.
pub(super) fn behind_groups(source: &str, braces: &Braces, mut position: usize, n: usize) -> usize {
    for _ in 0..n {
        position = behind_options(source, braces, position);
        match group(source, braces, position) {
            Some(group) => position = group.end + 1,
            None => break,
        }
    }
    if n == 0 {
        behind_options(source, braces, position)
    } else {
        position
    }
}

/// The place behind all arguments at `position`; the first may be a bare command: `\newcommand\name[1]{…}`.
pub(super) fn behind_all(source: &str, braces: &Braces, mut position: usize) -> usize {
    let first = position;
    loop {
        let next = skip_space(source, position);
        position = if let Some(option) = option(source, braces, next) {
            option.end + 1
        } else if let Some(group) = group(source, braces, next) {
            group.end + 1
        } else if source[next..].starts_with('\\') && next == first {
            next + 1 + super::braces::command_name(source, next).len()
        } else if source[next..].starts_with('*') {
            next + 1
        } else {
            return position;
        };
    }
}

/// The place behind white space, a line end among it but no blank line.
pub(super) fn skip_space(source: &str, position: usize) -> usize {
    let end = run_end(source, position, source.len(), |character| {
        character.is_ascii_whitespace()
    });
    if source[position..end].matches('\n').count() > 1 {
        position
    } else {
        end
    }
}
