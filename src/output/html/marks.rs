//! What is marked in the text of a paper, and the pieces into which the marks cut it.

use crate::{
    finding::Finding,
    linkage::Decision,
    project::Paper,
    span::{Place, Span},
};

/// A marked part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes, never empty.
    pub(super) span: Span,
    /// What stands there.
    pub(super) kind: MarkKind,
}

/// What is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A reference, by its index.
    Reference(usize),
    /// A cite, by its number in the paper.
    Cite {
        /// Its number.
        number: usize,
        /// What came of linking it.
        decision: Decision,
        /// The references that it means.
        references: Vec<usize>,
    },
    /// A finding, by its index; with a number, one of its related places.
    Finding(usize, Option<usize>),
}

/// All marks of a paper.
pub(super) fn marks(paper: &Paper, findings: &[Finding]) -> Vec<Mark> {
    let references = paper.references.items.iter().enumerate();
    let references = references.map(|(idx, reference)| (reference.span, MarkKind::Reference(idx)));
    let cites = paper.cites().enumerate().map(|(number, (_, cite, link))| {
        let references = link
            .matched
            .iter()
            .map(|candidate| candidate.index)
            .collect();
        let decision = link.decision;
        (
            cite.span,
            MarkKind::Cite {
                number,
                decision,
                references,
            },
        )
    });
    let places = findings.iter().enumerate().flat_map(|(idx, finding)| {
        let own = (finding.place, MarkKind::Finding(idx, None));
        let related = finding.related.iter().enumerate();
        let related = related
            .map(move |(number, related)| (related.place, MarkKind::Finding(idx, Some(number))));
        std::iter::once(own).chain(related)
    });
    let here = |(place, kind): (Place, MarkKind)| Some((paper.span_of(place)?, kind));
    let text = &paper.document.text;
    references
        .chain(cites)
        .chain(places.filter_map(here))
        .filter_map(|(span, kind)| {
            Some(Mark {
                span: visible(span, text)?,
                kind,
            })
        })
        .collect()
}

/// A span that can be seen: an empty one takes the character behind it, or before it at the end of the text.
fn visible(span: Span, text: &str) -> Option<Span> {
    if !span.is_empty() {
        return Some(span).filter(|span| !span.slice(text).is_empty());
    }
    let behind = text.get(span.start..)?.chars().next();
    let before = text[..span.start].chars().next_back();
    behind
        .map(|c| Span::new(span.start, span.start + c.len_utf8()))
        .or_else(|| before.map(|c| Span::new(span.start - c.len_utf8(), span.start)))
}

/// A step through a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A mark ends.
    Close(usize),
    /// A mark begins.
    Open(usize),
    /// Text to which the same marks apply throughout.
    Piece(Span, Vec<usize>),
}

/// Walks through a text of `length` bytes. Marks may overlap in any way; where several begin or end at one place, references are the
/// outermost.
pub(super) fn steps(length: usize, marks: &[Mark]) -> Vec<Step> {
    let is_inner = |idx: usize| !matches!(marks[idx].kind, MarkKind::Reference(_));
    let ends = marks.iter().enumerate().flat_map(|(idx, mark)| {
        let inner = u8::from(is_inner(idx));
        // At one place: inner marks close, references close, references open, inner marks open.
        [
            (mark.span.start, 2 + inner, idx),
            (mark.span.end, 1 - inner, idx),
        ]
    });
    let mut ends: Vec<_> = ends.collect();
    ends.sort_unstable();
    let (mut steps, mut open, mut position) = (Vec::new(), Vec::new(), 0);
    for (end, order, idx) in ends {
        if end > position {
            steps.push(Step::Piece(Span::new(position, end), open.clone()));
            position = end;
        }
        if order < 2 {
            open.retain(|other| *other != idx);
            steps.push(Step::Close(idx));
        } else {
            open.push(idx);
            steps.push(Step::Open(idx));
        }
    }
    if position < length {
        steps.push(Step::Piece(Span::new(position, length), open));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_cut_the_text_into_pieces() {
        let mark = |start, end, kind| Mark {
            span: Span::new(start, end),
            kind,
        };
        let marks = [
            mark(2, 6, MarkKind::Finding(0, None)),
            mark(4, 8, MarkKind::Reference(0)),
            mark(4, 8, MarkKind::Finding(1, None)),
        ];
        let piece =
            |start, end, marks: &[usize]| Step::Piece(Span::new(start, end), marks.to_vec());
        assert_eq!(
            steps(9, &marks),
            [
                piece(0, 2, &[]),
                Step::Open(0),
                piece(2, 4, &[0]),
                Step::Open(1),
                Step::Open(2),
                piece(4, 6, &[0, 1, 2]),
                Step::Close(0),
                piece(6, 8, &[1, 2]),
                Step::Close(2),
                Step::Close(1),
                piece(8, 9, &[]),
            ]
        );
    }

    #[test]
    fn an_empty_span_is_made_visible() {
        assert_eq!(visible(Span::at(1), "aé"), Some(Span::new(1, 3)));
        assert_eq!(visible(Span::at(3), "aé"), Some(Span::new(1, 3)));
        assert_eq!(visible(Span::at(0), ""), None);
    }
}
