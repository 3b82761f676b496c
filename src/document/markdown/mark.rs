//! The marks that a line of Markdown begins with, or consists of.

use super::super::scan::{byte_run_end, run_end};
use crate::span::Span;

/// The label of the footnote mark that a text begins with, and the text behind it.
pub(super) fn note_label(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("[^")?;
    let end = rest.find(|character: char| character == ']' || character.is_whitespace())?;
    let behind = rest[end..].strip_prefix(']')?;
    (end > 0).then_some((&rest[..end], behind))
}

/// The mark and length of the fence that opens a code block.
pub(super) fn fence(text: &str) -> Option<(u8, usize)> {
    let mark = *text.as_bytes().first()?;
    let len = byte_run_end(text, 0, mark);
    let is_fence = match mark {
        b'`' => !text[len..].contains('`'),
        b'~' => true,
        _ => false,
    };
    (is_fence && len >= 3).then_some((mark, len))
}

/// Whether a line is a rule, or the underline of a heading.
pub(super) fn is_rule(text: &str) -> bool {
    let mark = text.chars().next().unwrap_or_default();
    matches!(mark, '-' | '*' | '_' | '=')
        && text
            .chars()
            .all(|character| character == mark || character.is_whitespace())
        && (text.matches(mark).count() >= 3 || (text.len() == 2 && matches!(mark, '-' | '=')))
}

/// Whether a line only divides the cells of a table.
pub(super) fn is_table_line(text: &str) -> bool {
    text.contains(['-', '='])
        && text.contains(['|', '+'])
        && text
            .chars()
            .all(|character| matches!(character, '|' | '+' | '-' | ':' | '=' | ' '))
}

/// The bytes of `#`, `##` … with the white space behind it.
pub(super) fn heading_mark(text: &str) -> Option<usize> {
    let len = byte_run_end(text, 0, b'#');
    let space = run_end(text, len, text.len(), |character| {
        matches!(character, ' ' | '\t')
    });
    ((1..=6).contains(&len) && space > len).then_some(space)
}

/// A heading without the attributes and the hashes behind its text.
pub(super) fn without_closing_hashes(source: &str, heading: Span) -> Span {
    let mut text = heading.slice(source).trim_end();
    if let Some(start) = text.rfind('{').filter(|_| text.ends_with('}'))
        && text[start + 1..].starts_with(['#', '.', '-'])
    {
        text = text[..start].trim_end();
    }
    let bare = text.trim_end_matches('#');
    if bare.ends_with([' ', '\t']) {
        text = bare.trim_end();
    }
    Span::new(heading.start, heading.start + text.len())
}

/// The label of a link definition: `[label]: address "title"`.
pub(super) fn link_label(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('[')?;
    let (label, target) = rest.split_once("]:")?;
    let mut bits = target.trim().splitn(2, char::is_whitespace);
    let address = bits.next()?;
    let title = bits.next().unwrap_or_default().trim_start();
    let is_title = title.is_empty() || title.starts_with(['"', '\'', '(']);
    (!label.is_empty() && !label.contains(['[', ']', '@']) && !address.is_empty() && is_title)
        .then_some(label)
}

/// The bytes of a list mark with the white space behind it, and whether it counts. Numbers have at most three digits: a line that
/// begins with `1990.` goes on with a reference.
pub(super) fn list_mark(text: &str) -> Option<(usize, bool)> {
    let (mark_len, ordered) = match text.as_bytes().first()? {
        b'-' | b'*' | b'+' | b':' => (1, false),
        b'0'..=b'9' | b'#' | b'(' => (counting_mark(text)?, true),
        _ => return None,
    };
    let space = run_end(text, mark_len, text.len(), |character| {
        matches!(character, ' ' | '\t')
    });
    (space > mark_len || mark_len == text.len()).then_some((space, ordered))
}

/// The bytes of `1.`, `1)`, `(1)`, `#.`.
fn counting_mark(text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let is_count = |character: char| character.is_ascii_digit() || character == '#';
    let end = run_end(text, open, text.len(), is_count);
    let closes = text[end..].starts_with(')') || (open == 0 && text[end..].starts_with('.'));
    ((1..=3).contains(&(end - open)) && closes).then_some(end + 1)
}
