//! Paragraphs of a word processor, joined into one text view.
//!
//! A paragraph is one line, and so is a row of a table, with a tab between its cells. What stands beside the text, notes and text
//! boxes, follows the paragraph or row that it hangs on, so that it never comes between the words of a sentence.

mod edit;
pub(super) mod field;
mod live;
mod rewrite;
mod role;
mod row;

pub(super) use self::{
    edit::{Grain, RunEdit, joined},
    live::Ends,
    role::Role,
    row::Row,
};
use super::{
    layout::{Field, FieldKind, Layout},
    map::{Map, Piece},
    package::is_xml_space,
};
use crate::span::Span;

/// Why a stretch of the view is not to be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Lock {
    /// A program writes it anew: the result of a field.
    Field,
    /// It is no text in the file, but an element such as a tab or a break.
    Element,
    /// The file holds it twice, in a text box for newer and for older programs.
    Copied,
    /// It is part of a formula.
    Equation,
}

/// Where a stretch of the view belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A run of one formatting, by its number in the flow.
    Run(usize),
    /// Nothing that may be edited.
    Locked(Lock),
}

/// A paragraph that is being read. Its spans are of its own text.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// Its text, without the line end.
    pub(super) text: String,
    /// What it is by its style.
    pub(super) role: Role,
    pieces: Vec<(Piece, Origin)>,
    fields: Vec<Field>,
    equations: Vec<Span>,
    /// Notes and text boxes that hang on it.
    below: Vec<Paragraph>,
    /// Whether another cell of the same row of a table follows: then a tab divides the two.
    before_cell: bool,
}

impl Paragraph {
    /// Begins a paragraph that is this by its style.
    pub(super) fn of(role: Role) -> Self {
        Self {
            role,
            ..Self::default()
        }
    }

    /// Adds text and where it comes from; it is verbatim if `source` holds the same bytes.
    pub(super) fn push(
        &mut self,
        text: &str,
        (part, source): (usize, Span),
        verbatim: bool,
        origin: Origin,
    ) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let view = Span::new(start, self.text.len());
        if origin == Origin::Locked(Lock::Equation) {
            self.equations.push(view);
        }
        let piece = Piece {
            view,
            part,
            source,
            verbatim,
        };
        match self.pieces.last_mut() {
            Some((last, its_origin)) if *its_origin == origin && goes_on(last, &piece) => {
                last.view.end = view.end;
                last.source.end = source.end;
            }
            _ => self.pieces.push((piece, origin)),
        }
    }

    /// Takes white space away from the end of the text, but not from before `start`.
    pub(super) fn trim_end(&mut self, start: usize) {
        let kept = self.text[start..].trim_end_matches(is_xml_space);
        let end = start + kept.len();
        self.text.truncate(end);
        while let Some((piece, _)) = self.pieces.last_mut() {
            if piece.view.start < end {
                if piece.verbatim && piece.view.end > end {
                    piece.source.end -= piece.view.end - end;
                }
                piece.view.end = piece.view.end.min(end);
                return;
            }
            self.pieces.pop();
        }
    }

    /// Marks the text from `start` on as that of a field.
    pub(super) fn mark_field(&mut self, start: usize, kind: FieldKind) {
        if start < self.text.len() {
            let span = Span::new(start, self.text.len());
            self.fields.push(Field { span, kind });
        }
    }

    /// Hangs notes or the paragraphs of a text box on this one.
    pub(super) fn hang(&mut self, paragraphs: impl IntoIterator<Item = Paragraph>) {
        for mut paragraph in paragraphs {
            let deeper = std::mem::take(&mut paragraph.below);
            self.below.push(paragraph);
            self.below.extend(deeper);
        }
    }
}

/// Whether two verbatim pieces are one: the words of a stretch of text.
fn goes_on(last: &Piece, next: &Piece) -> bool {
    last.verbatim
        && next.verbatim
        && last.part == next.part
        && last.view.end == next.view.start
        && last.source.end == next.source.start
}

/// A text view with the way back to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flow<R> {
    /// The view.
    pub(super) text: String,
    /// Where it comes from.
    pub(super) map: Map,
    /// One for each piece of the map.
    pub(super) origins: Vec<Origin>,
    /// What the origins speak of: stretches of one formatting.
    pub(super) runs: Vec<R>,
    /// The parts of the view that are prose.
    pub(super) prose: Vec<Span>,
    /// Hints.
    pub(super) layout: Layout,
}

/// Joins the paragraphs of a text.
pub(super) fn flow<R>(paragraphs: Vec<Paragraph>, runs: Vec<R>) -> Flow<R> {
    let mut joined = Joined::default();
    // What hangs on a cell comes behind its row.
    let mut below = Vec::new();
    for mut paragraph in paragraphs {
        below.append(&mut paragraph.below);
        let is_row_open = paragraph.before_cell;
        joined.add(paragraph);
        if !is_row_open {
            below.drain(..).for_each(|hanging| joined.add(hanging));
        }
    }
    let prose = between(&joined.equations, joined.text.len());
    joined.layout.fields.sort_by_key(|field| field.span);
    Flow {
        text: joined.text,
        map: Map::new(joined.pieces),
        origins: joined.origins,
        runs,
        prose,
        layout: joined.layout,
    }
}

#[derive(Default)]
struct Joined {
    text: String,
    pieces: Vec<Piece>,
    origins: Vec<Origin>,
    equations: Vec<Span>,
    layout: Layout,
}

impl Joined {
    /// Adds one paragraph and its line end, or the tab before the next cell.
    fn add(&mut self, paragraph: Paragraph) {
        let start = self.text.len();
        self.text.push_str(&paragraph.text);
        let span = Span::new(start, self.text.len());
        match paragraph.role {
            Role::Heading => self.layout.headings.push(span),
            Role::Bibliography => self.layout.bibliography.push(span),
            Role::Body => {}
        }
        for (piece, origin) in paragraph.pieces {
            let view = piece.view.shift(start);
            self.pieces.push(Piece { view, ..piece });
            self.origins.push(origin);
        }
        let fields = paragraph.fields.into_iter();
        self.layout.fields.extend(fields.map(|field| Field {
            span: field.span.shift(start),
            ..field
        }));
        let equations = paragraph.equations.into_iter();
        self.equations
            .extend(equations.map(|span| span.shift(start)));
        let end = if paragraph.before_cell { '\t' } else { '\n' };
        self.text.push(end);
    }
}

/// What lies between `holes` in a text of this length.
fn between(holes: &[Span], length: usize) -> Vec<Span> {
    let starts = std::iter::once(0).chain(holes.iter().map(|hole| hole.end));
    let ends = holes.iter().map(|hole| hole.start).chain([length]);
    starts
        .zip(ends)
        .filter(|(start, end)| start < end)
        .map(|(start, end)| Span::new(start, end))
        .collect()
}
