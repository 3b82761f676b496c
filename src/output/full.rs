//! Findings drawn over the text they speak of, as rustc does.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
    renderer::DecorStyle,
};

use super::Positions;
use crate::{
    edit::Applicability,
    finding::{Finding, Severity},
    source::Sources,
    span::{Place, Span},
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
    if let Some(rest) = not_drawn(finding) {
        group = group.element(Level::NOTE.message(rest));
    }
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

/// How many related places of a finding are drawn; a person looks at a few.
const MOST_RELATED: usize = 20;

/// How many related places are not drawn, in words.
fn not_drawn(finding: &Finding) -> Option<String> {
    let count = finding.related.len().checked_sub(MOST_RELATED)?;
    (count > 0).then(|| format!("{count} more places; `--output-format json` has them all"))
}

/// The lines of a finding and of its related places: one snippet for the marks that share their lines, so that each is cut to the
/// width around its own marks.
fn snippets<'a>(
    finding: &'a Finding,
    sources: &'a Sources,
    positions: &mut Positions,
) -> Vec<Element<'a>> {
    let mut groups = vec![vec![Mark {
        place: sources.written_place(finding.place),
        label: None,
    }]];
    for related in finding.related.iter().take(MOST_RELATED) {
        let mark = Mark {
            place: sources.written_place(related.place),
            label: Some(&related.message),
        };
        let text = sources.get(mark.place.source).written();
        match groups
            .iter_mut()
            .find(|group| group[0].shares_lines(&mark, text))
        {
            Some(group) => group.push(mark),
            None => groups.push(vec![mark]),
        }
    }
    groups
        .iter()
        .flat_map(|marks| snippet(marks, sources, positions))
        .collect()
}

/// A marked place.
struct Mark<'a> {
    /// In the file as it is written.
    place: Place,
    label: Option<&'a str>,
}

impl Mark<'_> {
    /// Whether two marks stand on the same lines of the same file.
    fn shares_lines(&self, other: &Self, text: &str) -> bool {
        self.place.source == other.place.source
            && whole_lines(text, self.place.span) == whole_lines(text, other.place.span)
    }
}

/// The lines of some marks; only these are handed on, so that a long paper costs nothing.
fn snippet<'a>(
    marks: &[Mark<'a>],
    sources: &'a Sources,
    positions: &mut Positions,
) -> Vec<Element<'a>> {
    let place = marks[0].place;
    let file = sources.get(place.source);
    let lines = whole_lines(file.written(), place.span);
    let annotations = marks.iter().map(|mark| {
        let kind = match mark.label {
            None => AnnotationKind::Primary,
            Some(_) => AnnotationKind::Context,
        };
        let span = mark.place.span;
        let range: Range<usize> = span.start - lines.start..span.end - lines.start;
        kind.span(range).label(mark.label)
    });
    let start = positions.of(place.source, lines.start);
    let snippet = Snippet::source(lines.slice(file.written()))
        .line_start(start.line)
        .annotations(annotations);
    let name = start.of_page(&file.name);
    if start.column == 1 {
        return vec![snippet.path(name).into()];
    }
    // The snippet would count its columns from where the line was cut.
    let position = positions.of(place.source, place.span.start);
    let origin = Origin::path(name)
        .line(position.line)
        .char_column(position.column);
    vec![origin.into(), snippet.into()]
}

/// How much of a long line is shown before and behind a mark (bytes); no terminal is so wide.
const LONGEST: usize = 2000;

/// A span widened to the ends of its lines, without the last line end; a line that is too long is cut.
fn whole_lines(text: &str, span: Span) -> Span {
    let boundary = |at: usize| {
        let mut places = at..text.len();
        places.find(|at| text.is_char_boundary(*at))
    };
    let first = boundary(span.start.saturating_sub(LONGEST)).unwrap_or(text.len());
    let last = boundary(span.end.saturating_add(LONGEST)).unwrap_or(text.len());
    let start = text[first..span.start]
        .rfind('\n')
        .map_or(first, |newline| first + newline + 1);
    let end = text[span.end..last]
        .find('\n')
        .map_or(last, |newline| span.end + newline);
    Span::new(start, end)
}
