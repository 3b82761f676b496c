//! References that run together on one line.

use super::{
    lines::Line,
    marker::{Marker, marker},
    opening::{Opening, opening},
    years,
};
use crate::span::Span;

/// A line up to this length is hardly more than one reference (bytes); 90 in 100 references are shorter.
const ONE_REFERENCE: usize = 350;

/// How far behind its first word a reference has its year: at its end in some styles (bytes; 95 in 100 references).
const BEFORE_YEAR: usize = 400;

/// Divides long lines where another reference may start, so that the division of the list can take or leave each of the places.
pub(super) fn with_inner_lines(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut output = Vec::with_capacity(lines.len());
    for line in lines {
        let mut rest = *line;
        if line.span.len() > ONE_REFERENCE {
            for place in places(line.span.slice(text)) {
                let start = line.span.start + place;
                let head = Span::new(rest.span.start, start).trim(text);
                output.push(Line { span: head, ..rest });
                rest = Line {
                    span: Span::new(start, line.span.end),
                    indent: line.indent,
                    gap: 0,
                    opens_page: false,
                    is_inner: true,
                };
            }
        }
        output.push(rest);
    }
    output
}

/// The places in a line at which a reference may start.
fn places(line: &str) -> impl Iterator<Item = usize> {
    line.match_indices(' ')
        .map(|(space, _)| space + 1)
        .filter(move |start| {
            let before = line[..*start].trim_end();
            closes(before) && opens(&line[*start..])
        })
}

/// Whether a reference may end here.
fn closes(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default();
    // A year is no mark.
    let is_mark = marker(word).0.number().is_some_and(|number| number < 1000);
    !is_mark
        && (before.ends_with(['.', ')', ']', '>', '/', '?', '!', '”', '"'])
            || before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a reference may start here: a number in brackets, or an author with a year soon behind.
fn opens(rest: &str) -> bool {
    let (mark, length) = marker(rest);
    let content = &rest[length..];
    match mark {
        Marker::Number(_) if rest.starts_with('[') => return true,
        Marker::Label | Marker::Bullet => return true,
        _ => {}
    }
    matches!(
        opening(content),
        Opening::FamilyInitial | Opening::FamilyInitials | Opening::FamilyGiven
    ) && years::first(content).is_some_and(|year| year.start < BEFORE_YEAR)
}
