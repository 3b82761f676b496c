//! LaTeX.
//!
//! A reader goes over the source once. Braces are not nested by recursion, so that no input exhausts the stack: a command that
//! changes how its argument is read says what is to happen at the brace that closes it. Only footnotes are read by a reader of
//! their own, into a view of their own.

mod accent;
mod argument;
mod braces;
mod citation;
mod handler;
mod reader;
mod table;

use self::{braces::Braces, reader::Reader};
use super::{Document, Format};

/// Reads a LaTeX text.
pub(super) fn document(source: String) -> Document {
    super::document(source, Format::Latex, |source, view| {
        let braces = Braces::new(source);
        let mut reader = Reader::new(source, &braces, view);
        reader.file();
        reader.found
    })
}

/// Puts prose into LaTeX: a command for each character that LaTeX reads as a mark.
pub(super) fn escape(prose: &str) -> String {
    let mut output = String::with_capacity(prose.len());
    let mut before = None;
    for character in prose.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => output.extend(['\\', character]),
            '\\' => output.push_str("\\textbackslash{}"),
            '~' => output.push_str("\\textasciitilde{}"),
            '^' => output.push_str("\\textasciicircum{}"),
            '–' => output.push_str("--"),
            '—' => output.push_str("---"),
            '“' => output.push_str("``"),
            '”' => output.push_str("''"),
            '‘' => output.push('`'),
            // Two of these in a row would be a dash or a quotation mark.
            '-' | '\'' | '`' if before == Some(character) => output.extend(['{', '}', character]),
            _ => output.push(character),
        }
        before = Some(character);
    }
    output
}

#[cfg(test)]
mod tests;
