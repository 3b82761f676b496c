//! References that run together on one line, with their heading or with each other.

use super::{
    headings::run_in_heading,
    lines::{Line, visible},
    marker::{Marker, marker},
    opening::{Opening, opening},
    text::head,
    years,
};
use crate::span::Span;

/// A line up to this length is hardly more than one reference (bytes): of 5,412 in 97 papers, 98 in 100 are shorter.
const ONE_REFERENCE: usize = 350;

/// How far behind its first word a reference has its year, which in some styles is at its end (bytes): of 5,412 references in
/// 97 papers, 999 in 1,000 have it nearer.
const BEFORE_YEAR: usize = 400;

/// Divides the lines that hold the heading of a list and the first reference behind it: `Literatur: Müller, H. (2010) …`.
pub(super) fn with_run_in_headings(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut output = Vec::with_capacity(lines.len());
    for line in lines {
        let slice = line.span.slice(text);
        match run_in_heading(slice).filter(|length| opens(&slice[*length..])) {
            Some(length) => {
                let (heading, rest) = divided(text, line, line.span.start + length);
                output.extend([heading, rest]);
            }
            None => output.push(*line),
        }
    }
    output
}

/// The two lines that a line is divided into.
fn divided(text: &str, line: &Line, at: usize) -> (Line, Line) {
    let before = Line {
        span: visible(text, Span::new(line.span.start, at)),
        ..*line
    };
    let behind = Line {
        span: Span::new(at, line.span.end),
        indent: line.indent,
        gap: 0,
        opens_page: false,
        is_inner: true,
    };
    (before, behind)
}

/// Divides long lines where another reference may start, so that the division of the list can take or leave each of the places.
pub(super) fn with_inner_lines(text: &str, lines: &[Line]) -> Vec<Line> {
    let mut output = Vec::with_capacity(lines.len());
    for line in lines {
        let mut rest = *line;
        if line.span.len() > ONE_REFERENCE {
            for place in places(line.span.slice(text)) {
                let (before, behind) = divided(text, &rest, line.span.start + place);
                output.push(before);
                rest = behind;
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
            let rest = &line[*start..];
            !rest.starts_with(char::is_whitespace) && closes(before) && opens(rest)
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
    ) && years::first(head(content, BEFORE_YEAR)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::list::lines::lines;

    /// Divides the lines of a text; the expected are the lines that come out, each with a bar behind it.
    #[track_caller]
    fn check(divide: fn(&str, &[Line]) -> Vec<Line>, text: &str, expected: &str) {
        let lines = lines(text, Span::new(0, text.len()));
        let divided: Vec<_> = divide(text, &lines)
            .iter()
            .map(|line| line.span.slice(text))
            .collect();
        assert_eq!(divided.join("|"), expected, "{text}");
    }

    #[test]
    fn headings_are_divided_from_references() {
        for (text, expected) in [
            (
                "Literatur: Müller, H. (2010) Brot.",
                "Literatur:|Müller, H. (2010) Brot.",
            ),
            (
                "References: [1] Smith J, Bread, 2010.",
                "References:|[1] Smith J, Bread, 2010.",
            ),
            ("Literatur: siehe Seite 12", "Literatur: siehe Seite 12"),
            ("Literatur:", "Literatur:"),
            ("Quellen: Müller, H. (2010)", "Quellen: Müller, H. (2010)"),
        ] {
            check(with_run_in_headings, text, expected);
        }
    }

    #[test]
    fn long_lines_are_divided_where_references_may_start() {
        let title = "bread ".repeat(60);
        for (text, expected) in [
            (
                format!("Smith, J. (2010). {title}. Koch, A. (2011). Salt."),
                format!("Smith, J. (2010). {title}.|Koch, A. (2011). Salt."),
            ),
            (
                format!("[1] Smith J. {title}, 2010. [2] Koch A. Salt, 2011."),
                format!("[1] Smith J. {title}, 2010.|[2] Koch A. Salt, 2011."),
            ),
            (
                format!("Smith, J. (2010). {title}. Harbour Press."),
                format!("Smith, J. (2010). {title}. Harbour Press."),
            ),
        ] {
            check(with_inner_lines, &text, &expected);
        }
    }

    #[test]
    fn short_lines_stay_whole() {
        let text = "Smith, J. (2010). Bread. Koch, A. (2011). Salt.";
        check(with_inner_lines, text, text);
    }
}
