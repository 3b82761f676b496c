//! Typed citations of a Word or OpenDocument file made live citations of Zotero, and the typed list a live one.
//!
//! What a reader sees stays as it is; behind it stand, as Zotero's own plug-ins write them, the works as CSL-JSON with what the
//! citation says of each. Zotero takes them from there when the library of the user has them not.

mod item;
mod locator;
mod preferences;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{
    Left, Reason, ToDo,
    list::uncited,
    plan::names_kept,
    typed::{self, Typed},
};
use crate::{
    document::{FieldKind, NewField, Office, Refusal},
    project::Paper,
    span::Span,
    work::Work,
};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct LiveRequest<'a> {
    /// The key of each reference of the paper.
    pub keys: &'a [String],
    /// The work of each, as it is embedded.
    pub works: &'a [Work],
    /// The style by its name or address at zotero.org; without it Zotero asks for one.
    pub style: Option<&'a str>,
}

/// A paper with live citations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// The new file.
    pub bytes: Vec<u8>,
    /// Where the citations that are live now stand in the text view.
    pub written: Vec<Span>,
    /// How many were live before, of whatever program.
    pub n_before: usize,
    /// The citations that stay as typed, in the order of the text.
    pub left: Vec<Left>,
    /// What remains for the author to do.
    pub to_do: Vec<ToDo>,
}

/// Makes the certain citations of a paper live, and its list; none if it is no file of a word processor.
pub fn live(paper: &Paper, request: LiveRequest) -> Option<Live> {
    let office = paper.document.office()?;
    let mut found = Found::new(paper, office);
    let (list, mut to_do) = match list(paper, office) {
        Ok(list) => (list, Vec::new()),
        Err(to_do) => (None, vec![to_do]),
    };
    let fields = found.fields(paper, list, request);
    let preferences = preferences::properties(&paper.document, request.style);
    let edited = office.with_fields(&fields, &preferences);
    let refused: BTreeMap<usize, Refusal> = edited
        .refused
        .iter()
        .map(|refused| (refused.edit, refused.reason))
        .collect();
    let list_refusal = refused.get(&found.typed.len());
    to_do.extend(list_refusal.copied().map(ToDo::LiveList));
    found.leave(&refused);
    if list.is_some() && list_refusal.is_none() {
        to_do.extend(found.uncited(paper, request));
    }
    Some(Live {
        written: found.typed.iter().map(|typed| typed.span).collect(),
        bytes: edited.bytes,
        n_before: found.n_before,
        left: found.left,
        to_do,
    })
}

/// The citations of a paper.
struct Found {
    /// Those that shall become live, with the bytes that they are to show.
    typed: Vec<Typed>,
    /// Those that stay as typed.
    left: Vec<Left>,
    /// How many are live already.
    n_before: usize,
}

impl Found {
    fn new(paper: &Paper, office: &Office) -> Self {
        let (mut typed, mut left) = typed::typed(paper);
        let n_found = typed.len() + left.len();
        typed.retain(|typed| !is_live(office, typed.span));
        left.retain(|left| !is_live(office, left.span));
        for typed in &mut typed {
            // No citation of Zotero has names that belong to the sentence.
            if let Some(kept) = names_kept(typed) {
                *typed = kept;
            }
            typed.span = typed.span.trim(&paper.document.text);
        }
        Self {
            n_before: n_found - typed.len() - left.len(),
            typed,
            left,
        }
    }

    /// The fields for the citations, and behind them that for the list.
    fn fields(&self, paper: &Paper, list: Option<Span>, request: LiveRequest) -> Vec<NewField> {
        let citations = self.typed.iter().map(|typed| NewField {
            span: typed.span,
            is_list: false,
            code: item::citation(paper, typed, request),
        });
        let list = list.map(|span| NewField {
            span,
            is_list: true,
            code: item::bibliography(paper),
        });
        citations.chain(list).collect()
    }

    /// Leaves the citations as typed that have no place for a field.
    fn leave(&mut self, refused: &BTreeMap<usize, Refusal>) {
        let mut number = 0..;
        self.typed.retain(|typed| {
            let reason = number.next().and_then(|number| refused.get(&number));
            self.left.extend(reason.map(|reason| Left {
                span: typed.span,
                reason: Reason::Place(*reason),
            }));
            reason.is_none()
        });
        self.left.sort_by_key(|left| left.span);
    }

    /// The works that a live list leaves out, because no live citation has them.
    fn uncited(&self, paper: &Paper, request: LiveRequest) -> Option<ToDo> {
        let cites = self.typed.iter().flat_map(|typed| &typed.cites);
        let cited = cites.map(|cite| cite.reference).collect();
        let keys = uncited(paper, request.keys, &cited);
        (!keys.is_empty()).then(|| ToDo::UncitedInZotero(keys.join(", ")))
    }
}

/// Whether a program keeps a citation or list already that has text in common with a stretch.
fn is_live(office: &Office, span: Span) -> bool {
    let mut fields = office.layout().fields.iter();
    fields.any(|field| field.kind != FieldKind::Contents && field.span.overlaps(span))
}

/// The paragraphs of the one list of a paper; none where it is live already.
fn list(paper: &Paper, office: &Office) -> Result<Option<Span>, ToDo> {
    let text = &paper.document.text;
    let [list] = paper.references.lists.as_slice() else {
        return Err(ToDo::SeveralLists);
    };
    let start = text[..list.span.start].rfind('\n').map_or(0, |at| at + 1);
    let length = text[list.span.end..].find('\n');
    let end = length.map_or(text.len(), |length| list.span.end + length);
    let span = Span::new(start, end).trim(text);
    if is_live(office, span) {
        return Ok(None);
    }
    let items = paper.references.items.iter().map(|item| item.span);
    let ends = std::iter::once(list.span.start).chain(items.clone().map(|item| item.end));
    let is_between = |(end, next): (usize, Span)| {
        let between = Span::new(end.min(next.start), next.start);
        between.slice(text).trim().is_empty()
    };
    let is_whole = ends.zip(items).all(is_between);
    is_whole.then_some(Some(span)).ok_or(ToDo::MixedList)
}
