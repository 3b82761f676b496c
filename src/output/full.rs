//! Findings drawn over the text they speak of, as rustc does.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet, normalize_untrusted_str,
    renderer::DecorStyle,
};

use super::Positions;
use crate::{
    edit::Applicability,
    finding::{Finding, Severity},
    source::Sources,
    span::{Place, SourceId, Span},
};

/// Renders each finding with its lines, the related places and what to do, cut to `width` columns.
///
/// The output holds ANSI colours; the program strips them where the terminal wants none.
pub fn full(findings: &[Finding], sources: &Sources, width: usize) -> String {
    let renderer = Renderer::styled()
        .decor_style(DecorStyle::Unicode)
        .term_width(width);
    let mut positions = Positions::new(sources);
    let mut output = String::new();
    for finding in findings {
        output.push_str(&renderer.render(&[group(finding, sources, &mut positions)]));
        output.push_str("\n\n");
    }
    output
}

/// One finding: its title, a snippet a file, its help.
fn group<'a>(finding: &'a Finding, sources: &'a Sources, positions: &mut Positions) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::INFO.with_name("note"),
    };
    let mut group = level
        .primary_title(finding.message.as_str())
        .id(finding.rule)
        .elements(snippets(finding, sources, positions));
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    if let Some(fix) = &finding.fix {
        let how = match fix.applicability {
            Applicability::Safe => "`refmend fix` does this",
            Applicability::Unsafe => "`refmend fix --unsafe-fixes` does this",
            Applicability::Display => "choose by hand",
        };
        group = group.element(
            Level::HELP
                .with_name("fix")
                .message(normalize_untrusted_str(&format!("{} ({how})", fix.title))),
        );
    }
    group
}

/// The lines of a finding and of its related places; one snippet a run of lines in one file.
fn snippets<'a>(
    finding: &'a Finding,
    sources: &'a Sources,
    positions: &mut Positions,
) -> Vec<Element<'a>> {
    let mut marks = vec![Mark {
        place: finding.place,
        label: None,
    }];
    marks.extend(finding.related.iter().map(|related| Mark {
        place: related.place,
        label: Some(&related.message),
    }));
    let mut files: Vec<SourceId> = Vec::new();
    for mark in &marks {
        if !files.contains(&mark.place.source) {
            files.push(mark.place.source);
        }
    }
    files
        .iter()
        .map(|source| snippet(*source, &marks, sources, positions).into())
        .collect()
}

/// A marked place.
struct Mark<'a> {
    place: Place,
    label: Option<&'a str>,
}

/// The lines of one file from the first mark to the last; only these are handed on, so that a long paper costs nothing.
fn snippet<'a>(
    source: SourceId,
    marks: &[Mark<'a>],
    sources: &'a Sources,
    positions: &mut Positions,
) -> Snippet<'a, Annotation<'a>> {
    let file = sources.get(source);
    let marks: Vec<_> = marks
        .iter()
        .filter(|mark| mark.place.source == source)
        .collect();
    let covered = marks
        .iter()
        .map(|mark| mark.place.span)
        .reduce(Span::join)
        .unwrap_or_default();
    let lines = whole_lines(&file.text, covered);
    let first_line = positions
        .start(Place::new(source, Span::at(lines.start)))
        .line;
    let annotations = marks.into_iter().enumerate().map(|(idx, mark)| {
        let kind = if idx == 0 && mark.label.is_none() {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let span: Range<usize> =
            mark.place.span.start - lines.start..mark.place.span.end - lines.start;
        kind.span(span).label(mark.label)
    });
    Snippet::source(lines.slice(&file.text))
        .path(file.name.as_str())
        .line_start(first_line)
        .annotations(annotations)
}

/// A span widened to the ends of its lines, without the last line end.
fn whole_lines(text: &str, span: Span) -> Span {
    let start = text[..span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |newline| span.end + newline);
    Span::new(start, end)
}
