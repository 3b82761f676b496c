//! Markdown, as pandoc, Quarto and R Markdown read it.
//!
//! `block` divides the lines into paragraphs, headings and rows of tables, and leaves out code, front matter and definitions;
//! `lexer` and `inline` read the marks within a paragraph. Sources: pandoc's manual, the `CommonMark` specification.

mod block;
mod bracket;
mod citation;
mod delimiter;
mod front_matter;
mod inline;
mod lexer;
mod mark;

use std::collections::HashSet;

use self::block::{Block, Blocks, Kind};
use super::{Document, Format, Found, KeyedCitation, View, scan::is_word};
use crate::span::Span;

/// A footnote within a footnote is shown; deeper ones only occur in made-up input and would exhaust the stack.
const MAX_NOTE_DEPTH: usize = 4;

/// Reads a Markdown text.
pub(super) fn document(source: String) -> Document {
    super::document(source, Format::Markdown, read)
}

fn read<'a>(source: &'a str, view: &mut View<'a>) -> Found {
    let start = if source.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let head = front_matter::read(source, start);
    for key in head.uncited {
        view.keyed(KeyedCitation {
            span: Span::at(0),
            key,
            key_span: Span::at(0),
            prefix: None,
            locator: None,
            hidden: true,
        });
    }
    let blocks = block::read(source, head.end);
    let mut reader = Reader {
        source,
        blocks: &blocks,
        shown: HashSet::new(),
    };
    for block in blocks.shown() {
        reader.block(block, view, 0);
    }
    Found {
        bibliographies: head.bibliographies,
        includes: Vec::new(),
    }
}

/// What reading a paragraph needs of the whole file.
struct Reader<'a, 'b> {
    source: &'a str,
    blocks: &'b Blocks<'a>,
    /// The labels of the footnotes that are shown; a second call shows none again.
    shown: HashSet<&'a str>,
}

impl<'a> Reader<'a, '_> {
    /// Adds one block as paragraphs of its own.
    fn block(&mut self, block: &Block, view: &mut View<'a>, depth: usize) {
        view.paragraph();
        if block.kind == Kind::Row {
            for cell in cells(self.source, block.span) {
                self.inline(cell, view, depth);
                view.cell();
            }
        } else {
            self.inline(block.span, view, depth);
        }
        view.paragraph();
    }

    /// Adds the footnote with this label, defined elsewhere.
    fn footnote(&mut self, label: &'a str, view: &mut View<'a>, depth: usize) {
        if depth < MAX_NOTE_DEPTH && self.shown.insert(label) {
            let mut note = view.new_note();
            let blocks = self.blocks;
            for block in blocks.note(label) {
                self.block(block, &mut note, depth + 1);
            }
            view.note(note);
        }
    }

    /// Adds a footnote written where it is called: `^[…]`.
    fn inline_note(&mut self, span: Span, view: &mut View<'a>, depth: usize) {
        if depth < MAX_NOTE_DEPTH {
            let mut note = view.new_note();
            self.inline(span, &mut note, depth + 1);
            view.note(note);
        }
    }
}

/// The cells of a row of a table: what stands between bars, or under columns of dashes what two blanks or more divide.
fn cells(source: &str, row: Span) -> Vec<Span> {
    let text = row.slice(source);
    let bars = text.match_indices('|').map(|(at, _)| Span::new(at, at + 1));
    let mut dividers: Vec<Span> = bars
        .filter(|bar| !text[..bar.start].ends_with('\\'))
        .collect();
    if dividers.is_empty() {
        let blanks = text.match_indices("  ");
        dividers.extend(blanks.map(|(at, blank)| Span::new(at, at + blank.len())));
    }
    let ends = dividers.iter().map(|divider| divider.start);
    let starts = dividers.iter().map(|divider| divider.end);
    let cells = std::iter::once(0)
        .chain(starts)
        .zip(ends.chain([text.len()]));
    cells
        .map(|(start, end)| Span::new(start, end).trim(text))
        .filter(|cell| !cell.is_empty() || text.contains('|'))
        .map(|cell| cell.shift(row.start))
        .collect()
}

/// Puts prose into Markdown that stands between these characters; none where they are not known: a backslash before what would be
/// read as a mark.
pub(super) fn escape(prose: &str, [mut before, behind]: [Option<char>; 2]) -> String {
    let mut output = String::with_capacity(prose.len());
    let mut characters = prose.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied().or(behind);
        let is_mark = match character {
            '\\' | '*' | '`' | '[' | ']' | '$' | '^' | '~' | '|' => true,
            '_' | '@' => !(is_word(before) && is_word(after)),
            '<' => after.is_none_or(|after| !after.is_whitespace() && !after.is_ascii_digit()),
            '&' => after.is_none_or(|after| after == '#' || after.is_alphanumeric()),
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
