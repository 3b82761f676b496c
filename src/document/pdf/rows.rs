//! The lines of all pages as the rows of one text: indents, blank lines, words made whole.
//!
//! The lines of a paragraph whose first line hangs out to the left, as references are mostly printed, are one row. All other lines
//! are a row each.

use super::{
    Line,
    block::blocks,
    hyphen::{self, Words},
};
use crate::document::is_broken_address;

/// How much larger or smaller the letters of the next paragraph are, if that tells it apart.
const OTHER_SIZE: f32 = 1.12;
/// The widest indent that is kept (columns); what is centred has a larger one.
const WIDEST: u8 = 12;
/// The width of a column of the view, in heights of the letters.
const COLUMN: f32 = 0.5;
/// How far from the right edge of its column a line ends that ends its paragraph, in heights of the letters.
const SHORT: f32 = 2.0;

/// A row of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its page, from 0.
    pub(super) page: usize,
    pub(super) text: String,
    /// The columns that it is indented.
    pub(super) indent: usize,
    /// Whether a blank line stands before it.
    pub(super) has_gap: bool,
    /// Whether it goes on with the row before, whose first line hangs out.
    goes_on: bool,
}

/// The rows of all pages, in the order of reading.
pub(super) fn rows(pages: &[Vec<Line>]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before: Option<(&Line, f32)> = None;
    for block in blocks(pages) {
        let hanging = block.hanging();
        for (idx, line) in block.lines.iter().enumerate() {
            let has_gap = match before {
                None => false,
                Some((last, _)) if is_other_size(last, line) => true,
                Some(_) if idx > 0 => block.has_gap(idx),
                Some((last, right)) => ends_paragraph(last, right),
            };
            let indent = (line.left - block.margin) / (COLUMN * line.size);
            rows.push(Row {
                page: block.page,
                text: line.text.trim().to_owned(),
                indent: (1..=WIDEST)
                    .filter(|column| indent >= f32::from(*column) - 0.5)
                    .count(),
                has_gap,
                goes_on: hanging[idx] && before.is_some() && !has_gap,
            });
            before = Some((line, block.right));
        }
    }
    rows.retain(|row| !row.text.is_empty());
    joined(mended(rows))
}

fn is_other_size(one: &Line, other: &Line) -> bool {
    one.size.max(other.size) > OTHER_SIZE * one.size.min(other.size)
}

/// Whether the last line of a column ends a paragraph, as far as it shows: it is not full, and ends with a full stop or the like.
fn ends_paragraph(line: &Line, right: f32) -> bool {
    let is_short = line.right < right - SHORT * line.size;
    is_short
        && line
            .text
            .trim_end()
            .ends_with(['.', '!', '?', ':', '”', '"', ')'])
}

/// Makes words whole that a line break divides.
fn mended(mut rows: Vec<Row>) -> Vec<Row> {
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let words = Words::of(&texts);
    let mut last: Option<usize> = None;
    for idx in 0..rows.len() {
        let before = last.filter(|_| !rows[idx].has_gap);
        let mended = before.and_then(|before| {
            let (line, next) = (&rows[before].text, &rows[idx].text);
            Some((before, hyphen::mended(line, next, &words)?))
        });
        if let Some((before, (text, length))) = mended {
            rows[before].text = text;
            let rest = rows[idx].text.split_off(length);
            rest.trim_start().clone_into(&mut rows[idx].text);
        }
        if !rows[idx].text.is_empty() {
            last = Some(idx);
        }
    }
    rows.retain(|row| !row.text.is_empty());
    rows
}

/// Puts the rows of paragraphs that hang together into one.
fn joined(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        match joined.last_mut() {
            Some(last) if row.goes_on => {
                if !last.text.ends_with('-') && !is_broken_address(&last.text, &row.text) {
                    last.text.push(' ');
                }
                last.text.push_str(&row.text);
            }
            _ => joined.push(row),
        }
    }
    joined
}
