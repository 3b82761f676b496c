//! Changes to a file by byte range, and the fixes that hold them.

use serde::Serialize;

use crate::span::{Place, Span};

/// Replaces the bytes of a place by other text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub place: Place,
    /// The new text.
    pub replacement: String,
}

impl Edit {
    /// Makes an edit.
    pub fn new(place: Place, replacement: impl Into<String>) -> Self {
        Self {
            place,
            replacement: replacement.into(),
        }
    }
}

/// How far a fix can be trusted; a later level includes the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// Only shown: there are several answers, or a person must choose.
    Display,
    /// Rests on a score or may change what the author meant; applied with `--unsafe-fixes`.
    Unsafe,
    /// The same work and the same meaning; applied by `fix`.
    Safe,
}

/// What mends a finding: edits that are applied together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the fix does, in the imperative: "write `Smith et al.`".
    pub title: String,
    /// The edits; no two overlap.
    pub edits: Vec<Edit>,
    /// How far it can be trusted.
    pub applicability: Applicability,
}

impl Fix {
    /// Makes a fix of one edit.
    pub fn new(title: impl Into<String>, edit: Edit, applicability: Applicability) -> Self {
        Self {
            title: title.into(),
            edits: vec![edit],
            applicability,
        }
    }
}

/// Replaces spans of a text in one forward pass.
///
/// Edits may come in any order. An edit that overlaps one before it, or that does not fall on the text, is left out; the number of
/// edits that took effect is returned beside the new text. Bytes outside the edits are copied as they are.
pub fn apply(text: &str, edits: &[(Span, &str)]) -> (String, usize) {
    let mut sorted: Vec<_> = edits.to_vec();
    sorted.sort_by_key(|(span, _)| *span);
    let mut output = String::with_capacity(text.len());
    let (mut position, mut applied) = (0, 0);
    for (span, replacement) in sorted {
        if span.start < position || text.get(span.start..span.end).is_none() {
            continue;
        }
        output.push_str(&text[position..span.start]);
        output.push_str(replacement);
        position = span.end;
        applied += 1;
    }
    output.push_str(&text[position..]);
    (output, applied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_in_order_and_skips_overlaps() {
        let edits = [
            (Span::new(4, 7), "X"),
            (Span::new(0, 3), "Y"),
            (Span::new(5, 9), "Z"),
            (Span::new(90, 91), "W"),
        ];
        assert_eq!(apply("abc def ghi", &edits), ("Y X ghi".to_owned(), 2));
    }

    #[test]
    fn no_edit_is_the_identity() {
        assert_eq!(apply("né\r\n", &[]), ("né\r\n".to_owned(), 0));
    }

    #[test]
    fn safe_is_the_highest_level() {
        assert!(Applicability::Safe > Applicability::Unsafe);
        assert!(Applicability::Unsafe > Applicability::Display);
    }
}
