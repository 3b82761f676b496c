//! Tags and entities.

use std::borrow::Cow;

use crate::span::Span;

/// A tag of an HTML source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    /// The name as it stands there.
    pub(super) name: &'a str,
    /// Whether it is `</name>`.
    pub(super) closes: bool,
    /// What stands behind the name.
    attributes: &'a str,
    /// The place behind the tag.
    pub(super) end: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag that begins at `start`, if one does.
    pub(super) fn read(source: &'a str, start: usize, reach: usize) -> Option<Self> {
        let end = tag_end(source, start, reach)?;
        let inner = Span::new(start + 1, end - 1).slice(source);
        let (closes, inner) = inner
            .strip_prefix('/')
            .map_or((false, inner), |inner| (true, inner));
        let len = inner
            .find(|character: char| !character.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        let name = &inner[..len];
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            .then_some(Self {
                name,
                closes,
                attributes: &inner[len..],
                end,
            })
    }

    /// Whether it is a tag with this name, which is in lower case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, quotation marks left out.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            let at = rest.find(name)?;
            let is_whole = rest[..at].ends_with(|before: char| before.is_whitespace());
            rest = &rest[at + name.len()..];
            if let Some(value) = rest.trim_start().strip_prefix('=').filter(|_| is_whole) {
                return Some(unquoted(value.trim_start()));
            }
        }
    }
}

/// A value up to its closing quotation mark, or the first white space.
fn unquoted(value: &str) -> &str {
    let quote = value
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    match quote {
        Some(quote) => value[1..].split(quote).next().unwrap_or_default(),
        None => value.split_whitespace().next().unwrap_or_default(),
    }
}

/// The place behind the tag that begins at `start`; a `>` within quotation marks does not end it, a new `<` means that it is none.
pub(in crate::document) fn tag_end(source: &str, start: usize, reach: usize) -> Option<usize> {
    let mut quote = None;
    let mut before = b'<';
    for (offset, byte) in source.as_bytes()[start..]
        .iter()
        .enumerate()
        .take(reach)
        .skip(1)
    {
        match (quote, byte) {
            (Some(mark), _) if byte == mark => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return Some(start + offset + 1),
            (None, b'<') => return None,
            _ => {}
        }
        before = *byte;
    }
    None
}

/// The text that the entity at the start of `text` stands for, and its length: `&eacute;`, `&#233;`, `&#xE9;`.
///
/// A space that does not break is a space.
pub(in crate::document) fn entity(text: &str) -> Option<(String, usize)> {
    /// The longest name of the HTML standard has 31 letters.
    const REACH: usize = 34;
    let len = text.bytes().take(REACH).position(|byte| byte == b';')? + 1;
    match html_escape::decode_html_entities(&text[..len]) {
        Cow::Owned(decoded) if !decoded.contains(';') || &text[..len] == "&semi;" => {
            Some((decoded.replace('\u{a0}', " "), len))
        }
        _ => None,
    }
}
