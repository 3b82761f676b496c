//! The text of a paper with its marks.

use super::{
    escape,
    marks::{Mark, MarkKind, Step, marks, steps},
    name,
};
use crate::{
    comparison::Comparison,
    finding::{Finding, Severity},
    linkage::Decision,
    project::{Paper, Project},
    span::Span,
};

/// References below this [confidence](crate::reference::Reference) are said to be read with doubt: they are more likely wrong than
/// right in some field.
const UNCERTAIN: f32 = 0.5;

/// Renders one paper; `idx` tells its marks from those of the others.
pub(super) fn render(
    idx: usize,
    paper: &Paper,
    comparisons: &[Comparison],
    findings: &[Finding],
    project: &Project,
) -> String {
    let renderer = Renderer {
        idx,
        paper,
        comparisons,
        findings,
        marks: marks(paper, findings),
    };
    format!(
        "<article aria-label=\"{}\">\n<div class=\"text\" dir=\"auto\">{}</div>\n</article>\n",
        escape(name(paper, project)),
        renderer.text()
    )
}

struct Renderer<'a> {
    idx: usize,
    paper: &'a Paper,
    comparisons: &'a [Comparison],
    findings: &'a [Finding],
    marks: Vec<Mark>,
}

impl Renderer<'_> {
    /// The whole text.
    fn text(&self) -> String {
        let steps = steps(self.paper.document.text.len(), &self.marks);
        let mut output = String::new();
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Open(idx) => output.push_str(&self.opened(*idx)),
                Step::Close(idx) => output.push_str(&self.closed(*idx)),
                Step::Piece(span, open) => {
                    let before = at.checked_sub(1).and_then(|before| steps.get(before));
                    let span = self.without_line_ends(*span, before, steps.get(at + 1));
                    output.push_str(&self.piece(span, open));
                }
            }
        }
        output
    }

    /// A piece without the line ends that the block of a reference brings by itself.
    fn without_line_ends(&self, span: Span, before: Option<&Step>, after: Option<&Step>) -> Span {
        let text = span.slice(&self.paper.document.text);
        let is_reference = |idx: usize| matches!(self.marks[idx].kind, MarkKind::Reference(_));
        let starts = matches!(before, Some(Step::Close(idx)) if is_reference(*idx));
        let ends = matches!(after, Some(Step::Open(idx)) if is_reference(*idx));
        let kept = text.strip_prefix("\r\n").or(text.strip_prefix('\n'));
        let start = span.end - kept.filter(|_| starts).unwrap_or(text).len();
        let rest = &text[start - span.start..];
        let end = start
            + rest
                .strip_suffix('\n')
                .filter(|_| ends)
                .unwrap_or(rest)
                .len();
        Span::new(start, end)
    }

    /// The places to which other parts of the page lead.
    fn opened(&self, idx: usize) -> String {
        let paper = self.idx;
        match &self.marks[idx].kind {
            MarkKind::Reference(reference) => self.reference_opened(*reference),
            MarkKind::Cite { number, .. } => {
                format!("<span class=\"anchor\" id=\"p{paper}c{number}\"></span>")
            }
            MarkKind::Finding(finding, None) => {
                format!("<span class=\"anchor\" id=\"m{finding}\"></span>")
            }
            MarkKind::Finding(finding, Some(number)) => {
                format!("<span class=\"anchor\" id=\"m{finding}-{number}\"></span>")
            }
        }
    }

    /// The block of a reference.
    fn reference_opened(&self, reference: usize) -> String {
        let cited = if self.cited_by(reference).is_empty() {
            "uncited"
        } else {
            "cited"
        };
        format!(
            "<div class=\"reference {cited}\" id=\"p{}r{reference}\">",
            self.idx
        )
    }

    /// The number of a finding behind its text; behind a reference, what is known of it.
    fn closed(&self, idx: usize) -> String {
        match &self.marks[idx].kind {
            MarkKind::Reference(reference) => format!("{}</div>", self.about(*reference)),
            MarkKind::Finding(finding, None) => {
                let severity = self.findings[*finding].severity.word();
                let message = escape(&self.findings[*finding].message);
                format!(
                    "<sup><a class=\"flag {severity}\" href=\"#f{finding}\" title=\"{message}\" \
                     aria-label=\"{severity} {}: {message}\">{}</a></sup>",
                    finding + 1,
                    finding + 1
                )
            }
            MarkKind::Cite { .. } | MarkKind::Finding(_, Some(_)) => String::new(),
        }
    }

    /// The line under a reference: its key, who cites it, what the master has.
    fn about(&self, reference: usize) -> String {
        let paper = self.idx;
        let cited_by = self.cited_by(reference);
        let back: String = cited_by
            .iter()
            .enumerate()
            .map(|(at, number)| format!(" <a href=\"#p{paper}c{number}\">{}</a>", at + 1))
            .collect();
        let mut parts = vec![match cited_by.len() {
            0 => "<span class=\"badge uncited\">never cited</span>".to_owned(),
            _ => format!("<span class=\"badge\">cited at{back}</span>"),
        }];
        let confidence = self.paper.references.items[reference].confidence;
        if confidence < UNCERTAIN {
            parts.push("<span class=\"badge possible\">read with doubt</span>".to_owned());
        }
        if let Some(comparison) = self.comparisons.get(reference) {
            parts.push(master(paper, reference, comparison));
        }
        format!("<span class=\"about\">{}</span>", parts.join(" "))
    }

    /// The numbers of the cites that mean a reference.
    fn cited_by(&self, reference: usize) -> Vec<usize> {
        let cites = self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Cite {
                number, references, ..
            } => references.contains(&reference).then_some(*number),
            _ => None,
        });
        cites.collect()
    }

    /// A piece of text, as a link where it is a cite.
    fn piece(&self, span: Span, open: &[usize]) -> String {
        let text = escape(span.slice(&self.paper.document.text));
        let found: Vec<usize> = self.open_findings(span, open).collect();
        let marked = if found.is_empty() {
            text
        } else {
            let worst = found
                .iter()
                .map(|finding| self.findings[*finding].severity)
                .max();
            let severity = worst.map_or("", Severity::word);
            let numbers: Vec<String> = found.iter().map(usize::to_string).collect();
            format!(
                "<mark class=\"{severity}\" data-findings=\"{}\">{text}</mark>",
                numbers.join(" ")
            )
        };
        let cite = open.iter().find_map(|idx| match &self.marks[*idx].kind {
            MarkKind::Cite {
                decision,
                references,
                ..
            } => Some((*decision, references)),
            _ => None,
        });
        match cite {
            Some((decision, references)) => self.cite(decision, references, &marked),
            None => marked,
        }
    }

    /// The findings that are shown on a piece; one about a whole reference is shown at its end only.
    fn open_findings(&self, span: Span, open: &[usize]) -> impl Iterator<Item = usize> {
        let reference = open.iter().find_map(|idx| match self.marks[*idx] {
            Mark {
                kind: MarkKind::Reference(_),
                span,
            } => Some(span),
            _ => None,
        });
        let is_whole =
            move |mark: &Mark| reference.is_some_and(|reference| mark.span.covers(reference));
        open.iter().filter_map(move |idx| match &self.marks[*idx] {
            mark @ Mark {
                kind: MarkKind::Finding(finding, None),
                ..
            } if !is_whole(mark) && !span.is_empty() => Some(*finding),
            _ => None,
        })
    }

    /// A cite that leads to its reference.
    fn cite(&self, decision: Decision, references: &[usize], text: &str) -> String {
        let named: Vec<String> = references
            .iter()
            .map(|idx| self.paper.listed_as(*idx))
            .collect();
        let (class, title) = match decision {
            Decision::Match => ("match", named.join(", ")),
            Decision::Possible => ("possible", format!("may mean {}", named.join(", "))),
            Decision::None => ("none", "no reference".to_owned()),
        };
        let title = escape(&title);
        match references.first() {
            Some(first) => {
                let target = format!("#p{}r{first}", self.idx);
                format!("<a class=\"cite {class}\" href=\"{target}\" title=\"{title}\">{text}</a>")
            }
            None => format!("<span class=\"cite {class}\" title=\"{title}\">{text}</span>"),
        }
    }
}

/// What the master has for a reference.
fn master(paper: usize, reference: usize, comparison: &Comparison) -> String {
    let Some(entry) = &comparison.entry else {
        return "<span class=\"badge none\">not in the master</span>".to_owned();
    };
    let key = escape(&entry.key);
    let class = match comparison.decision {
        Decision::Possible => "possible",
        _ => "match",
    };
    if comparison.differs() {
        format!("<a class=\"badge possible\" href=\"#p{paper}d{reference}\">differs from {key}</a>")
    } else {
        format!("<span class=\"badge {class}\">{key}</span>")
    }
}
