//! Typst.
//!
//! `markup` reads text, `code` what follows a `#`; each calls the other at a bracket. Source: the Typst reference, "Syntax".

mod citation;
mod code;
mod markup;

use std::collections::HashSet;

use super::{Document, Format, Found, View, scan::is_word};

/// How deep brackets are followed; deeper ones only occur in made-up input and would exhaust the stack.
const MAX_DEPTH: usize = 64;

/// Reads a Typst text.
pub(super) fn document(source: String) -> Document {
    super::document(source, Format::Typst, |source, view| {
        let mut reader = Reader {
            source,
            view,
            found: Found::default(),
            position: if source.starts_with('\u{feff}') {
                '\u{feff}'.len_utf8()
            } else {
                0
            },
            depth: 0,
            in_table: false,
            heading: false,
            labels: citation::labels(source),
        };
        reader.markup();
        reader.found
    })
}

/// The state of reading.
struct Reader<'a, 'v> {
    source: &'a str,
    view: &'v mut View<'a>,
    found: Found,
    position: usize,
    /// How many brackets of content are open.
    depth: usize,
    /// Whether the arguments that are being read are those of a table.
    in_table: bool,
    /// Whether the line is a heading.
    heading: bool,
    /// The labels that the document defines: a mark with one of them is a cross-reference.
    labels: HashSet<&'a str>,
}

/// Puts prose into Typst: a backslash before what would be read as a mark.
pub(super) fn escape(prose: &str) -> String {
    let mut output = String::with_capacity(prose.len());
    let mut before = None;
    let mut characters = prose.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let is_mark = match character {
            '\\' | '`' | '$' | '#' | '@' | '<' | '~' | '[' | ']' => true,
            '*' | '_' => !(is_word(before) && is_word(after)),
            '/' => matches!(after, Some('/' | '*')) && before != Some(':'),
            '-' => before == Some('-'),
            _ => false,
        };
        if is_mark {
            output.push('\\');
        }
        output.push(character);
        before = Some(character);
    }
    output
}

#[cfg(test)]
mod tests;
