//! Small looks at a source text, shared by the readers of the formats.

use crate::span::Span;

/// The character that begins at a byte.
pub(super) fn char_at(text: &str, position: usize) -> Option<char> {
    text.get(position..)?.chars().next()
}

/// The character that ends before a byte.
pub(super) fn char_before(text: &str, position: usize) -> Option<char> {
    text.get(..position)?.chars().next_back()
}

/// Where `needle` next begins, at most `reach` bytes on; the bound keeps input full of unclosed marks linear.
pub(super) fn find_within(text: &str, from: usize, needle: &str, reach: usize) -> Option<usize> {
    let window = &text.as_bytes()[from.min(text.len())..text.len().min(from + reach)];
    let first = *needle.as_bytes().first()?;
    let mut start = 0;
    while let Some(found) = window[start..].iter().position(|byte| *byte == first) {
        if window[start + found..].starts_with(needle.as_bytes()) {
            return Some(from + start + found);
        }
        start += found + 1;
    }
    None
}

/// The end of the run of characters from `position` on that satisfy a condition, within `end`.
pub(super) fn run_end(
    text: &str,
    position: usize,
    end: usize,
    wanted: impl Fn(char) -> bool,
) -> usize {
    let rest = Span::new(position, end.max(position)).slice(text);
    position + rest.len() - rest.trim_start_matches(wanted).len()
}

/// The end of the run of one byte that begins at `position`.
pub(super) fn byte_run_end(text: &str, position: usize, byte: u8) -> usize {
    let rest = &text.as_bytes()[position..];
    position + rest.iter().take_while(|found| **found == byte).count()
}

/// Whether a character belongs to a word.
pub(super) fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Where the address that begins at `position` ends: before white space, a bracket or quotation mark that belongs to the sentence,
/// and the stop behind it. None if no address begins there.
pub(super) fn address_end(text: &str, position: usize, end: usize) -> Option<usize> {
    let rest = Span::new(position, end).slice(text);
    if !(rest.starts_with("https://") || rest.starts_with("http://") || rest.starts_with("www.")) {
        return None;
    }
    let is_end = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '<' | '>' | '"' | '\\' | '[' | ']' | '{' | '}' | '`'
            )
    };
    let mut address = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    while let Some(last) = address.chars().next_back() {
        let is_closing = last == ')' && address.matches(')').count() > address.matches('(').count();
        if !(is_closing
            || matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '|'
            ))
        {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    Some(position + address.len())
}

/// The lines of a source from `start` on, without their line ends.
pub(super) fn lines(text: &str, start: usize) -> impl Iterator<Item = Span> + '_ {
    let mut position = start;
    std::iter::from_fn(move || {
        let rest = text.get(position..).filter(|rest| !rest.is_empty())?;
        let len = rest.find('\n').unwrap_or(rest.len());
        let line = Span::new(
            position,
            position + len - usize::from(rest[..len].ends_with('\r')),
        );
        position += (len + 1).min(rest.len());
        Some(line)
    })
}
