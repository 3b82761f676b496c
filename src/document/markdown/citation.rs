//! Citations by key in pandoc's Markdown: `[see @doe2019, p. 5; -@roe2020]`, `@doe2019 [p. 5]`.

use crate::{
    document::scan::{char_at, char_before, is_word, run_end},
    span::Span,
};

/// One key with what belongs to it; spans of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// From the prefix to the locator.
    pub(super) span: Span,
    /// The key alone.
    pub(super) name: Span,
    pub(super) prefix: Option<Span>,
    pub(super) locator: Option<Span>,
}

/// What Quarto and pandoc-crossref write with the same mark: `@fig-map`, `@eq:one`; sorted.
const CROSS_REFERENCES: &[&str] = &[
    "apx", "cnj", "cor", "def", "eq", "exm", "exr", "fig", "lem", "lst", "nte", "prp", "rem",
    "sec", "sol", "supp", "tab", "tbl", "thm", "tip",
];

/// Whether a key points to a figure or section rather than to a work.
pub(super) fn is_cross_reference(key: &str) -> bool {
    key.split_once(['-', ':'])
        .is_some_and(|(kind, _)| CROSS_REFERENCES.binary_search(&kind).is_ok())
}

/// The key behind the `@` at `at`, if that begins one: pandoc's manual, "Citation syntax".
pub(super) fn key_at(source: &str, at: usize, end: usize) -> Option<Span> {
    if char_at(source, at) != Some('@') || is_word(char_before(source, at)) {
        return None;
    }
    let start = at + 1;
    match char_at(source, start)? {
        '{' => {
            let len = Span::new(start, end).slice(source).find('}')?;
            Some(Span::new(start + 1, start + len))
        }
        '*' => Some(Span::new(start, start + 1)),
        first if first.is_alphanumeric() || first == '_' => {
            let is_key = |character: char| {
                character.is_alphanumeric() || "_:.#$%&-+?<>~/".contains(character)
            };
            let run = Span::new(start, run_end(source, start, end, is_key));
            let key = run
                .slice(source)
                .trim_end_matches(|last: char| !is_word(Some(last)) && last != '_');
            Some(Span::new(start, start + key.len()))
        }
        _ => None,
    }
}

/// All keys in a stretch of the source, as text.
pub(super) fn keys(source: &str, span: Span) -> Vec<String> {
    let marks = span.slice(source).match_indices('@');
    marks
        .filter_map(|(at, _)| key_at(source, span.start + at, span.end))
        .map(|key| key.slice(source).to_owned())
        .collect()
}

/// The cites between the brackets of a citation; none if there is no key, or an e-mail address only.
pub(super) fn group(source: &str, inner: Span) -> Vec<Key> {
    let mut start = inner.start;
    inner
        .slice(source)
        .split(';')
        .filter_map(|bit| {
            let span = Span::new(start, start + bit.len());
            start = span.end + 1;
            cite(source, span.trim(source))
        })
        .collect()
}

/// One cite between semicolons.
fn cite(source: &str, span: Span) -> Option<Key> {
    let (at, key) = span.slice(source).match_indices('@').find_map(|(at, _)| {
        let at = span.start + at;
        Some((at, key_at(source, at, span.end)?))
    })?;
    let mark = at - usize::from(source[..at].ends_with('-'));
    let before = Span::new(span.start, mark.max(span.start)).trim(source);
    let behind = key.end + usize::from(source[key.end..].starts_with('}'));
    let comma = run_end(source, behind, span.end, |character| {
        character == ',' || character == ' '
    });
    let after = Span::new(comma.min(span.end), span.end).trim(source);
    Some(Key {
        span,
        name: key,
        prefix: (!before.is_empty()).then_some(before),
        locator: (!after.is_empty()).then_some(after),
    })
}
