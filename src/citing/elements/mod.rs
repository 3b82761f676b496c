//! Typed citations as the `Cite` elements of pandoc's syntax tree, and the typed list as the place where citeproc prints its own.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    Left, Reason, ToDo, Written, list, plan,
    typed::{self, Author, Frame, Typed, TypedCite},
    with_particles,
};
use crate::{
    document::pandoc::{self, Tree, meta_value},
    interchange,
    project::Paper,
    span::Span,
    work::{Work, fold::single_spaced},
};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct TreeRequest<'a> {
    /// The key of each reference of the paper.
    pub keys: &'a [String],
    /// What to describe in the head of the document, of each reference: none for one that a bibliography has which the document names.
    pub works: &'a [Option<Work>],
}

/// What became of a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited {
    /// The citations that are elements now, in the order of the text.
    pub written: Vec<Written>,
    /// The citations that stay as typed, in the order of the text.
    pub left: Vec<Left>,
    /// What remains for the author to do.
    pub to_do: Vec<ToDo>,
}

/// Makes elements of the typed citations of a tree; `paper` is that of its document.
///
/// The typed list gives way to the `Div` in which citeproc prints its list, and its works go into the head of the document. Where no
/// citation becomes an element, the tree stays as it is.
pub fn cite_tree(tree: &mut Tree, paper: &Paper, request: TreeRequest<'_>) -> Cited {
    let (typed, mut left) = typed::typed(paper);
    let mut elements = Vec::new();
    let mut number = 0;
    for typed in &typed {
        let writer = Writer {
            tree,
            paper,
            keys: request.keys,
        };
        let element = writer.element(typed, number + 1);
        match element {
            Ok(element) => {
                number += 1;
                elements.push(element);
            }
            Err(reason) => left.push(Left {
                span: typed.span,
                reason,
            }),
        }
    }
    left.sort_by_key(|left| left.span);
    if elements.is_empty() {
        return Cited {
            left,
            ..Cited::default()
        };
    }
    let (written, edits): (Vec<Written>, Vec<_>) = elements.into_iter().unzip();
    tree.replace_inlines(edits);
    let cited = written
        .iter()
        .flat_map(|written| written.references.iter().copied())
        .collect();
    Cited {
        to_do: head_and_list(tree, paper, request, &cited),
        written,
        left,
    }
}

/// Describes the works, and gives the list of citeproc its place; what remains to do is returned.
fn head_and_list(
    tree: &mut Tree,
    paper: &Paper,
    request: TreeRequest<'_>,
    cited: &BTreeSet<usize>,
) -> Vec<ToDo> {
    let with_particles = with_particles(paper);
    let works = request.works.iter().zip(request.keys).enumerate();
    let works = works.filter_map(|(idx, (work, key))| {
        let csl = interchange::csl(key, work.as_ref()?);
        Some(meta_value(&particles(csl, with_particles.contains(&idx))))
    });
    tree.describe(works.collect());
    let spans = paper.references.list_spans();
    if !spans.iter().all(|span| tree.is_of_blocks(*span)) {
        tree.suppress_bibliography();
        return vec![ToDo::TypedListStays];
    }
    let uncited = list::uncited(paper, request.keys, cited);
    tree.list_uncited(uncited.iter().map(|key| uncited_element(key)).collect());
    let last = spans.len() - 1;
    let edits = spans.iter().enumerate().map(|(idx, span)| {
        let place = json!({"t": "Div", "c": [["refs", [], []], []]});
        (*span, Vec::from_iter((idx == last).then_some(place)))
    });
    tree.replace_blocks(edits.collect());
    Vec::new()
}

/// A CSL object whose particles are those that citations leave out, unless they name them.
fn particles(mut csl: Value, are_named: bool) -> Value {
    let people = ["author", "editor"].into_iter();
    if are_named {
        return csl;
    }
    for role in people {
        let names = csl.get_mut(role).and_then(Value::as_array_mut);
        for name in names.into_iter().flatten().filter_map(Value::as_object_mut) {
            if let Some(particle) = name.remove("non-dropping-particle") {
                name.insert("dropping-particle".to_owned(), particle);
            }
        }
    }
    csl
}

/// The element that lists a work without showing.
fn uncited_element(key: &str) -> Value {
    cite_element(
        &[citation(key, "AuthorInText", &Default::default(), 0)],
        &pandoc::words(&format!("@{key}")),
    )
}

/// A `Cite`: its works, and what is shown where no citeproc runs.
fn cite_element(citations: &[Value], shown: &[Value]) -> Value {
    json!({"t": "Cite", "c": [citations, shown]})
}

/// One work of a `Cite`, with what stands before and behind it.
fn citation(key: &str, mode: &str, around: &(Vec<Value>, Vec<Value>), number: usize) -> Value {
    json!({
        "citationId": key,
        "citationPrefix": around.0,
        "citationSuffix": around.1,
        "citationMode": {"t": mode},
        "citationNoteNum": number,
        "citationHash": 0,
    })
}

/// Writes the elements of one tree.
struct Writer<'a> {
    tree: &'a Tree,
    paper: &'a Paper,
    keys: &'a [String],
}

/// A citation that becomes an element, and the edit of the tree.
type Element = (Written, (Span, Vec<Value>));

impl Writer<'_> {
    /// A citation in the best form that the tree takes; `number` is its place among all.
    fn element(&self, typed: &Typed, number: usize) -> Result<Element, Reason> {
        let mut reason = Reason::NoForm;
        for form in [Some(typed.clone()), plan::names_kept(typed)] {
            let Some(form) = form.filter(has_form) else {
                continue;
            };
            let shown = self.tree.inlines(form.span);
            match shown.filter(|shown| pandoc::are_text(shown)) {
                Some(shown) => return Ok(self.written(&form, &shown, number)),
                None => reason = Reason::Markup,
            }
        }
        Err(reason)
    }

    fn written(&self, form: &Typed, shown: &[Value], number: usize) -> Element {
        let text = &self.paper.document.text;
        let written = Written {
            span: form.span,
            text: single_spaced(form.span.slice(text)).into_owned(),
            references: form.cites.iter().map(|cite| cite.reference).collect(),
        };
        let is_bracket = matches!(form.frame, Frame::Bracket | Frame::Number);
        let hidden = {
            let in_bracket = form.cites.iter().skip(usize::from(!is_bracket));
            typed::hidden_authors(in_bracket.map(|cite| (cite.author, cite.is_by_others)))
        };
        let in_text = (!is_bracket).then_some(None);
        let modes = in_text.into_iter().chain(hidden.into_iter().map(Some));
        let citations = form.cites.iter().zip(modes);
        let citations = citations.map(|(cite, mode)| {
            let (mode, suffix) = match mode {
                None => ("AuthorInText", self.inlines(note(text, cite.tail))),
                Some(true) => ("SuppressAuthor", self.suffix(cite)),
                Some(false) => ("NormalCitation", self.suffix(cite)),
            };
            let around = (self.inlines(cite.prefix), suffix);
            citation(&self.keys[cite.reference], mode, &around, number)
        });
        let citations: Vec<Value> = citations.collect();
        let element = cite_element(&citations, shown);
        (written, (form.span, vec![element]))
    }

    /// What stands behind a work: a colon before a page becomes a comma, as citeproc wants it.
    fn suffix(&self, cite: &TypedCite) -> Vec<Value> {
        let text = &self.paper.document.text;
        let tail = cite.tail.slice(text);
        let rest = note(text, cite.tail);
        let lead = match tail.chars().next() {
            Some(':') => ", ",
            Some(first) if first.is_alphanumeric() || first.is_whitespace() => " ",
            _ => return self.inlines(cite.tail),
        };
        if rest.is_empty() {
            return Vec::new();
        }
        [pandoc::words(lead), self.inlines(rest)].concat()
    }

    /// The inline elements of a stretch, with their markup where that is whole.
    fn inlines(&self, span: Span) -> Vec<Value> {
        if span.is_empty() {
            return Vec::new();
        }
        let words = || pandoc::words(span.slice(&self.paper.document.text));
        self.tree.marked_inlines(span).unwrap_or_else(words)
    }
}

/// Whether a citation can be an element where it stands: one without brackets shows its names.
fn has_form(typed: &Typed) -> bool {
    let first = &typed.cites[0];
    match typed.frame {
        Frame::Bracket | Frame::Number => true,
        Frame::Bare { in_bracket: true } => false,
        Frame::Narrative(_) | Frame::Bare { .. } => {
            first.author == Author::Shown && first.prefix.is_empty()
        }
    }
}

/// A tail without the comma or colon that it begins with.
fn note(text: &str, tail: Span) -> Span {
    let slice = tail.slice(text);
    let rest = slice.trim_start_matches([',', ':', ' ', '\n']);
    Span::new(tail.end - rest.len(), tail.end).trim(text)
}

#[cfg(test)]
mod tests;
