//! Citations by key in Typst: `@doe2019[p. 5]`, `#cite(<doe2019>, supplement: [p. 5])`.

use std::collections::HashSet;

use crate::{
    document::scan::{char_at, run_end},
    span::Span,
};

/// The first words of labels that authors give to figures and sections; sorted.
const CROSS_REFERENCES: &[&str] = &["app", "eq", "eqt", "fig", "lst", "sec", "tab", "tbl", "thm"];

/// The labels in angle brackets that a source defines: all but those handed to `cite`.
pub(super) fn labels(source: &str) -> HashSet<&str> {
    source
        .match_indices('<')
        .filter(|(at, _)| !source[..*at].trim_end().ends_with("cite("))
        .filter_map(|(at, _)| Some(label(source, at)?.slice(source)))
        .collect()
}

/// The name of the label in angle brackets at `position`.
pub(super) fn label(source: &str, position: usize) -> Option<Span> {
    if char_at(source, position) != Some('<') {
        return None;
    }
    let start = position + 1;
    let end = run_end(source, start, source.len(), is_label);
    (end > start && source[end..].starts_with('>')).then(|| Span::new(start, end))
}

/// The key behind the mark at `position`; stops and colons at its end belong to the sentence.
pub(super) fn key(source: &str, position: usize) -> Option<Span> {
    let start = position + 1;
    let run = Span::new(start, run_end(source, start, source.len(), is_label));
    let key = run.slice(source).trim_end_matches(['.', ':', '-']);
    (!key.is_empty()).then(|| Span::new(start, start + key.len()))
}

/// Whether a key points to a figure or section by its name.
pub(super) fn is_cross_reference(key: &str) -> bool {
    key.split_once([':', '-'])
        .is_some_and(|(kind, _)| CROSS_REFERENCES.binary_search(&kind).is_ok())
}

/// The key among the arguments of `cite`: `<key>`, `label("key")`, and `"key"` before Typst 0.9.
pub(super) fn argument_key(source: &str, arguments: Span) -> Option<Span> {
    let text = arguments.slice(source);
    let first = text.trim_start();
    let start = arguments.start + text.len() - first.len();
    if let Some(label) = label(source, start) {
        return Some(label);
    }
    let quoted = first.strip_prefix("label(").unwrap_or(first).trim_start();
    let inner = quoted.strip_prefix('"')?;
    let start = arguments.start + text.len() - inner.len();
    Some(Span::new(start, start + inner.find('"')?))
}

/// What stands in brackets behind `supplement:` among the arguments of `cite`.
pub(super) fn supplement(source: &str, arguments: Span) -> Option<Span> {
    let text = arguments.slice(source);
    let behind = &text[text.find("supplement:")? + "supplement:".len()..];
    let inner = behind.trim_start().strip_prefix(['[', '"'])?;
    let start = arguments.start + text.len() - inner.len();
    Some(Span::new(start, start + inner.find([']', '"'])?))
}

fn is_label(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | ':' | '.')
}
