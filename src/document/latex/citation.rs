//! Citations by key in LaTeX: `\citep[see][p.~5]{a,b}`, `\parencites(pre)(post)[5]{a}[7]{b}`.

use super::{argument, braces::Braces};
use crate::{document::scan::byte_run_end, span::Span};

/// One key with what belongs to it; spans of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: Span,
    pub(super) prefix: Option<Span>,
    pub(super) locator: Option<Span>,
}

/// The keys behind a citation command whose name ends at `position`, and where the command ends.
pub(super) fn read(
    source: &str,
    braces: &Braces,
    position: usize,
    takes_many: bool,
) -> (Vec<Key>, usize) {
    let mut keys = Vec::new();
    let mut end = byte_run_end(source, position, b'*');
    while let Some(notes) =
        argument::delimited(source, braces, end, b'(', b')').filter(|_| takes_many)
    {
        end = notes.end + 1;
    }
    while let Some((group, behind)) = group(source, braces, end) {
        keys.extend(group);
        end = behind;
        if !takes_many {
            break;
        }
    }
    (keys, end)
}

/// One group of keys with its notes: of two notes the first is the prefix, a single one is the locator.
fn group(source: &str, braces: &Braces, position: usize) -> Option<(Vec<Key>, usize)> {
    let mut notes = Vec::new();
    let mut end = argument::skip_space(source, position);
    while let Some(option) = argument::option(source, braces, end) {
        notes.push(option);
        end = argument::skip_space(source, option.end + 1);
    }
    let list = argument::group(source, braces, end)?;
    let mut keys = names(source, list);
    let note = |span: &Span| (!span.is_empty()).then_some(*span);
    let (prefix, locator) = match notes.as_slice() {
        [] => (None, None),
        [locator] => (None, note(locator)),
        [prefix, locator, ..] => (note(prefix), note(locator)),
    };
    if let Some(first) = keys.first_mut() {
        first.prefix = prefix;
    }
    if let Some(last) = keys.last_mut() {
        last.locator = locator;
    }
    Some((keys, list.end + 1))
}

/// The keys between commas.
fn names(source: &str, list: Span) -> Vec<Key> {
    let mut start = list.start;
    let bits = list.slice(source).split(',').map(|bit| {
        let span = Span::new(start, start + bit.len());
        start = span.end + 1;
        span.trim(source)
    });
    bits.filter(|span| !span.is_empty())
        .map(|name| Key {
            name,
            prefix: None,
            locator: None,
        })
        .collect()
}
