//! Finds the printed reference lists of a text and their references.
//!
//! A list stands under a heading and runs for as long as what follows looks like references; several headings may each have one
//! (a list a chapter). Where no heading has a list under it, one that stands before the first reference on its line is sought, and
//! the densest run of lines that open as references do; the longer of the two is taken.

use super::{
    furniture::without_furniture,
    headings::{Heading, heading, opens_caption},
    inline::{with_inner_lines, with_run_in_headings},
    lines::{Line, lines},
    looks::{is_part_heading, likeness},
    marker::marker,
    opening::{Opening, opening},
    split,
    text::joined,
    years,
};
use crate::span::Span;

/// A list, and the lines of each of its references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reference) struct PrintedList {
    /// The line that heads it.
    pub heading: Option<Span>,
    /// The references, each as the parts of the text that it takes: its lines without page furniture between them.
    pub references: Vec<Vec<Span>>,
}

/// A run of lines between two starts: a reference, a heading or something else.
struct Piece<'a> {
    lines: &'a [Line],
    /// How much it looks like a reference.
    likeness: f32,
    is_part_heading: bool,
}

/// How far the sum over the pieces may fall below its highest point before the list is taken to be over (nats): about five
/// paragraphs of prose.
const DROP: f32 = 12.0;

/// A piece that is set apart, where the references are not, likely is something else (nats).
const APART: f32 = -1.0;

/// A piece within a list that looks less like a reference than this is none: an annotation, a table.
const STRANGER: f32 = -3.0;

/// How often the end of a list is sought: a list that is cut shorter shows its layout better.
const ROUNDS: usize = 3;

/// The fewest references of a list without a heading, and how much they must look like it on average.
const FEWEST: usize = 3;
const LIKELY: f32 = 2.5;

/// In how many lines from its opening on a reference has its year: the third in narrow columns where it stands at the end.
const YEAR_WITHIN: usize = 4;

/// Finds the lists of a part of a text.
pub(in crate::reference) fn lists(text: &str, part: Span) -> Vec<PrintedList> {
    let lines = without_furniture(text, &lines(text, part));
    let found = under_headings(text, &lines);
    if !found.is_empty() {
        return found;
    }
    let run_in = under_headings(text, &with_run_in_headings(text, &lines));
    let by_looks = by_looks(text, &lines);
    if n_references(&run_in) >= n_references(&by_looks) {
        run_in
    } else {
        by_looks
    }
}

fn n_references(lists: &[PrintedList]) -> usize {
    lists.iter().map(|list| list.references.len()).sum()
}

/// The lists that stand under headings.
fn under_headings(text: &str, lines: &[Line]) -> Vec<PrintedList> {
    let headings = headings(text, lines);
    let mut found = Vec::new();
    for (idx, (line, kind)) in headings.iter().enumerate() {
        let end = headings.get(idx + 1).map_or(lines.len(), |next| next.0);
        if *kind == Heading::List {
            let heading = Some(lines[*line].span);
            found.extend(parts(text, heading, &lines[line + 1..end]));
        }
    }
    found
}

/// The lines that head lists or what follows them, by their index.
fn headings(text: &str, lines: &[Line]) -> Vec<(usize, Heading)> {
    let slice = |line: &Line| line.span.slice(text);
    (0..lines.len())
        .filter_map(|idx| {
            let line = slice(&lines[idx]);
            let kind = heading(line)?;
            let is_apart = lines[idx].gap > 0 || line.starts_with(['#', '*']);
            let opens = line
                .trim_start_matches(|c: char| !c.is_alphabetic())
                .starts_with(char::is_uppercase);
            let before_ends = idx == 0 || !slice(&lines[idx - 1]).ends_with([',', '-', ';', '&']);
            let is_short = line.split_whitespace().count() <= 3;
            let stands = match kind {
                Heading::List => opens && (is_apart || before_ends && !line.ends_with('.')),
                Heading::Closing => is_apart || before_ends && (is_short || opens_caption(line)),
            };
            stands.then_some((idx, kind))
        })
        .collect()
}

/// The list that begins with the first of the lines, in the parts that headings within divide it into.
fn parts(text: &str, heading: Option<Span>, lines: &[Line]) -> Vec<PrintedList> {
    let lines = with_inner_lines(text, lines);
    let mut pieces = listed(text, &lines);
    cut_closing_remark(text, &mut pieces);
    let mut parts = vec![PrintedList {
        heading,
        references: Vec::new(),
    }];
    for piece in pieces {
        let spans: Vec<Span> = piece.lines.iter().map(|line| line.span).collect();
        if piece.is_part_heading {
            parts.push(PrintedList {
                heading: spans.first().copied(),
                references: Vec::new(),
            });
        } else if piece.likeness > STRANGER
            && let Some(part) = parts.last_mut()
        {
            part.references.push(spans);
        }
    }
    parts.retain(|part| !part.references.is_empty());
    parts
}

/// Cuts a remark off the last reference: prose behind a blank line, such as no other reference has within.
fn cut_closing_remark(text: &str, pieces: &mut [Piece]) {
    let Some((last, others)) = pieces.split_last_mut() else {
        return;
    };
    let has_gap = |piece: &Piece| piece.lines.iter().skip(1).any(|line| line.gap > 0);
    if others.iter().any(has_gap) {
        return;
    }
    let content = |lines: &[Line]| joined(text, lines.iter().map(|line| line.span));
    let is_remark = |start: &usize| {
        let (reference, remark) = last.lines.split_at(*start);
        let remark = content(remark);
        remark.starts_with(char::is_uppercase)
            && reference[start - 1]
                .span
                .slice(text)
                .ends_with(['.', ')', '>', '/'])
            && likeness(&remark) <= STRANGER
            && likeness(&content(reference)) > 0.0
    };
    let start = (1..last.lines.len())
        .filter(|idx| last.lines[*idx].gap > 0)
        .find(is_remark);
    if let Some(start) = start {
        last.lines = &last.lines[..start];
    }
}

/// The pieces of the list that begins with the first of the lines; none if they look like no list.
fn listed<'a>(text: &str, mut lines: &'a [Line]) -> Vec<Piece<'a>> {
    for _ in 0..ROUNDS {
        let mut pieces = pieces(text, lines);
        let n_listed = n_listed(&pieces);
        let n_lines = pieces[..n_listed]
            .iter()
            .map(|piece| piece.lines.len())
            .sum();
        if n_lines == lines.len() || n_lines == 0 {
            pieces.truncate(n_listed);
            return pieces;
        }
        lines = &lines[..n_lines];
    }
    pieces(text, lines)
}

/// Divides lines into pieces.
fn pieces<'a>(text: &str, lines: &'a [Line]) -> Vec<Piece<'a>> {
    let starts = split::starts(text, lines);
    let firsts: Vec<usize> = (0..lines.len()).filter(|idx| starts[*idx]).collect();
    let ends = firsts.iter().skip(1).copied().chain([lines.len()]);
    let runs: Vec<&[Line]> = firsts
        .iter()
        .zip(ends)
        .map(|(start, end)| &lines[*start..end])
        .collect();
    let usual_gap = usual_gap(&runs);
    runs.into_iter()
        .enumerate()
        .map(|(idx, lines)| {
            let content = joined(text, lines.iter().map(|line| line.span));
            let apart = if idx > 0 && lines[0].gap > usual_gap {
                APART
            } else {
                0.0
            };
            Piece {
                lines,
                likeness: likeness(&content) + apart,
                is_part_heading: lines.len() == 1 && is_part_heading(&content),
            }
        })
        .collect()
}

/// The middle of the gaps between pieces.
fn usual_gap(runs: &[&[Line]]) -> usize {
    let mut gaps: Vec<usize> = runs.iter().skip(1).map(|lines| lines[0].gap).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}

/// The number of pieces up to where the sum of their likeness is highest.
fn n_listed(pieces: &[Piece]) -> usize {
    let (mut sum, mut highest, mut n_listed) = (0.0, 0.0, 0);
    for (idx, piece) in pieces.iter().enumerate() {
        if !piece.is_part_heading {
            sum += piece.likeness;
        }
        if sum > highest && !piece.is_part_heading {
            (highest, n_listed) = (sum, idx + 1);
        }
        if sum < highest - DROP {
            break;
        }
    }
    n_listed
}

/// Finds a list that no heading announces.
fn by_looks(text: &str, lines: &[Line]) -> Vec<PrintedList> {
    let Some(range) = densest_run(text, lines) else {
        return Vec::new();
    };
    let lines = with_inner_lines(text, &lines[range]);
    let pieces = listed(text, &lines);
    let references = pieces.iter().filter(|piece| !piece.is_part_heading);
    let (n_references, sum) =
        references.fold((0, 0.0), |(n, sum), piece| (n + 1, sum + piece.likeness));
    if n_references < FEWEST || sum < LIKELY * n_references as f32 {
        return Vec::new();
    }
    parts(text, None, &lines)
}

/// The run of lines in which references start most often; up to the end of the text, since what ends it is sought later.
fn densest_run(text: &str, lines: &[Line]) -> Option<std::ops::Range<usize>> {
    let (mut sum, mut start) = (0.0, 0);
    let mut best = (0.0, None);
    for idx in 0..lines.len() {
        if sum <= 0.0 {
            (sum, start) = (0.0, idx);
        }
        sum += if opens_reference(text, lines, idx) {
            2.0
        } else {
            -(lines[idx].span.len() as f32 / 250.0).clamp(0.35, 4.0)
        };
        if sum > best.0 {
            best = (sum, Some(start));
        }
    }
    Some(best.1?..lines.len())
}

/// Whether a line opens as a reference does, with a year not far behind.
fn opens_reference(text: &str, lines: &[Line], idx: usize) -> bool {
    let line = lines[idx].span.slice(text);
    let content = &line[marker(line).1..];
    let is_opening = matches!(
        opening(content),
        Opening::Repeated
            | Opening::FamilyInitial
            | Opening::FamilyInitials
            | Opening::FamilyGiven
            | Opening::BeforeYear
    );
    let mut near = lines[idx..].iter().take(YEAR_WITHIN);
    is_opening && near.any(|line| years::first(line.span.slice(text)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_lines(text: &str) -> Vec<Line> {
        lines(text, Span::new(0, text.len()))
    }

    /// Finds the headings of a text; the expected are those of lists.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lines = all_lines(text);
        let found: Vec<_> = headings(text, &lines)
            .into_iter()
            .filter(|(_, kind)| *kind == Heading::List)
            .map(|(idx, _)| lines[idx].span.slice(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn headings_stand_by_themselves() {
        check("a\n\nReferences\n\nb", &["References"]);
        check("Bread.\nLiteratur\nb", &["Literatur"]);
        check("the list of\n# Bibliografía", &["# Bibliografía"]);
        check("the bakers and their\nreferences\nto salt", &[]);
        check("Journal of Bread,\nReferences\nb", &[]);
        check("a\nReferences.\nb", &[]);
        check("", &[]);
    }

    #[test]
    fn the_densest_run_begins_with_its_first_reference() {
        let text = "Bread was dear.\nIt is so yet.\nLind, S. (2010). Rye.\nMay, T. (2013). Flour.";
        assert_eq!(densest_run(text, &all_lines(text)), Some(2..4));
        assert_eq!(densest_run("Bread.", &all_lines("Bread.")), None);
    }

    #[test]
    fn a_reference_has_its_year_near() {
        for (text, expected) in [
            ("Lind, S. (2010). Rye.", true),
            ("1. Lind S. Rye.\nJ Grain.\n2010", true),
            ("Lind, S. Rye.", false),
            ("Rye was dear in 2010.", false),
        ] {
            assert_eq!(
                opens_reference(text, &all_lines(text), 0),
                expected,
                "{text}"
            );
        }
    }
}
