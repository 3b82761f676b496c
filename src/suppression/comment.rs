//! `refmend: ignore[rule] reason` in a comment of the file's format.

use super::Unused;
use crate::{
    document::Format,
    edit::Edit,
    span::{Place, Span},
};

/// What a suppression begins with.
const MARKER: &str = "refmend: ignore";

/// A line of more bytes than this is a whole paragraph or reference, since nobody wraps lines so wide; a comment before it covers it
/// alone. Shorter lines are taken as parts of a paragraph that ends with a blank line.
const WIDEST_WRAPPED_LINE: usize = 160;

/// A suppression in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    /// The comment with its signs.
    span: Span,
    /// The rules, and whether each was of use.
    rules: Vec<(Span, bool)>,
    /// Why; empty where nothing is said.
    pub(super) reason: Span,
    /// What it speaks of.
    covered: Vec<Span>,
    /// What goes when it is removed: its line where it stands alone.
    removal: Span,
}

/// How comments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `<!-- … -->`
    Html,
    /// From a sign to the end of the line: `%` or `//`.
    LineEnd(&'static str),
    /// A line of its own, with or without `%`: .bib files, plain text, and the paragraphs of a word processor.
    Line,
}

impl Form {
    /// The form of comments in a file.
    fn of(format: Format) -> Self {
        match format {
            Format::Markdown | Format::Html => Self::Html,
            Format::Latex => Self::LineEnd("%"),
            Format::Typst => Self::LineEnd("//"),
            Format::Plain | Format::Docx | Format::Odt | Format::Pdf => Self::Line,
        }
    }
}

/// Finds the suppressions of a file as it is written; `units`, spans of that text, are asked for only where there is one.
pub(super) fn find(format: Format, text: &str, units: impl FnOnce() -> Vec<Span>) -> Vec<Comment> {
    let form = Form::of(format);
    let found: Vec<_> = text
        .match_indices(MARKER)
        .filter_map(|(start, _)| Some((start, delimited(text, start, form)?)))
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    let units = units();
    found
        .into_iter()
        .map(|(start, (span, end))| {
            comment(text, span, Span::new(start + MARKER.len(), end), &units)
        })
        .collect()
}

/// The whole comment around a marker and where its words end; nothing where the marker stands in no comment.
fn delimited(text: &str, marker: usize, form: Form) -> Option<(Span, usize)> {
    let line = line_at(text, marker);
    let before = text[..marker].trim_end();
    match form {
        Form::Html => {
            let start = before.strip_suffix("<!--")?.len();
            let end = marker + text[marker..].find("-->")?;
            Some((Span::new(start, end + "-->".len()), end))
        }
        Form::LineEnd(sign) => {
            let start = before.strip_suffix(sign)?.len();
            (start >= line.start).then_some((Span::new(start, line.end), line.end))
        }
        Form::Line => {
            let indent = text[line.start..marker].trim_start_matches(['%', '\u{feff}']);
            indent
                .trim()
                .is_empty()
                .then(|| (line.trim(text), line.end))
        }
    }
}

/// Reads the words behind the marker: the rules in brackets, then the reason.
fn comment(text: &str, span: Span, words: Span, units: &[Span]) -> Comment {
    let inner = words.slice(text);
    let list = inner
        .strip_prefix('[')
        .and_then(|list| list.split_once(']'));
    let (rules, reason) = match list {
        Some((names, _)) => {
            let names_span = Span::new(words.start + 1, words.start + 1 + names.len());
            let reason = Span::new(names_span.end + 1, words.end).trim(text);
            (divided(text, names_span), reason)
        }
        None => (Vec::new(), Span::at(words.end)),
    };
    let stands_alone = stands_alone(text, span);
    Comment {
        span,
        rules: rules.into_iter().map(|rule| (rule, false)).collect(),
        reason,
        covered: covered(text, span, stands_alone, units),
        removal: removal(text, span, stands_alone),
    }
}

/// The names of a list with commas; empty ones are left out.
fn divided(text: &str, list: Span) -> Vec<Span> {
    let mut start = list.start;
    let names = list.slice(text).split(',').map(|name| {
        let span = Span::new(start, start + name.len());
        start = span.end + 1;
        span.trim(text)
    });
    names.filter(|name| !name.is_empty()).collect()
}

/// Whether nothing else stands on the lines of a comment.
fn stands_alone(text: &str, comment: Span) -> bool {
    let (first, last) = (line_at(text, comment.start), line_at(text, comment.end));
    let before = text[first.start..comment.start].trim_start_matches('\u{feff}');
    before.trim().is_empty() && text[comment.end..last.end].trim().is_empty()
}

/// What a comment speaks of: its own line, or what follows where it stands alone; in either case the whole of a reference or entry.
fn covered(text: &str, comment: Span, stands_alone: bool, units: &[Span]) -> Vec<Span> {
    let own = line_at(text, comment.start).join(line_at(text, comment.end));
    let rest = &text[own.end..];
    let next = own.end + rest.len() - rest.trim_start().len();
    let spot = if stands_alone { next } else { comment.start };
    if let Some(unit) = units.iter().find(|unit| unit.contains(spot)) {
        return vec![own, *unit];
    }
    if stands_alone {
        vec![block_at(text, next)]
    } else {
        vec![own]
    }
}

/// The line at a position, and those after it up to a blank one if lines are wrapped.
fn block_at(text: &str, start: usize) -> Span {
    let line = line_at(text, start);
    if line.len() > WIDEST_WRAPPED_LINE {
        return line;
    }
    let mut end = line.end;
    for line in text[end..].split_inclusive('\n').skip(1) {
        if line.trim().is_empty() {
            break;
        }
        end = (end + 1 + line.trim_end_matches('\n').len()).min(text.len());
    }
    Span::new(line.start, end)
}

/// The line at a position, without its line feed.
fn line_at(text: &str, position: usize) -> Span {
    let start = text[..position].rfind('\n').map_or(0, |feed| feed + 1);
    let end = text[position..]
        .find('\n')
        .map_or(text.len(), |feed| position + feed);
    Span::new(start, end)
}

/// What goes with a comment: its lines with their line end where it stands alone, else the blanks before it.
fn removal(text: &str, comment: Span, stands_alone: bool) -> Span {
    if stands_alone {
        let end = line_at(text, comment.end).end;
        let end = if end < text.len() { end + 1 } else { end };
        return Span::new(line_at(text, comment.start).start, end);
    }
    let before = text[..comment.start].trim_end_matches([' ', '\t']);
    Span::new(before.len(), comment.end)
}

impl Comment {
    /// Whether it suppresses a finding of a rule at a place of its own file, which is noted.
    pub(super) fn covers(&mut self, rule_found: &str, place: Span, text: &str) -> bool {
        let is_here = |span: &Span| span.overlaps(place) || span.contains(place.start);
        if !self.covered.iter().any(is_here) {
            return false;
        }
        let mut rules = self.rules.iter_mut();
        let rule = rules.find(|(rule, _)| rule.slice(text) == rule_found);
        rule.map(|(_, used)| *used = true).is_some()
    }

    /// Its rules that suppressed nothing though they ran, or the whole comment where it names no rule.
    pub(super) fn unused(
        &self,
        place: impl Fn(Span) -> Place,
        text: &str,
        ran: &impl Fn(&str) -> bool,
    ) -> Vec<Unused> {
        let removal = |span| Some(Edit::new(place(span), ""));
        if self.rules.is_empty() {
            return vec![Unused {
                rule: None,
                place: place(self.span),
                removal: None,
            }];
        }
        let is_unused = |(rule, used): &(Span, bool)| !used && ran(rule.slice(text));
        let all = self.rules.iter().all(is_unused);
        let unused = self.rules.iter().filter(|rule| is_unused(rule));
        unused
            .map(|(rule, _)| Unused {
                rule: Some(rule.slice(text).to_owned()),
                place: place(*rule),
                removal: removal(if all {
                    self.removal
                } else {
                    with_comma(text, *rule)
                }),
            })
            .collect()
    }
}

/// The name of a rule with the comma behind it, or before it where it is the last.
fn with_comma(text: &str, rule: Span) -> Span {
    let after = &text[rule.end..];
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        return Span::new(rule.start, text.len() - rest.trim_start_matches(' ').len());
    }
    let before = text[..rule.start].trim_end();
    match before.strip_suffix(',') {
        Some(before) => Span::new(before.len(), rule.end),
        None => rule,
    }
}
