//! Citations in the text of a paper: found and read, not yet linked.
//!
//! `scan` finds those by name and year, `author_page` those by name and page, `numeric` those by number;
//! `repetition` finds what repeats one of them.

mod author_page;
mod chapters;
mod common;
mod creators;
mod lexicon;
mod listed_years;
mod locator;
mod mention;
mod moved;
mod name_forms;
mod names;
mod numbering;
mod numeric;
mod phrases;
mod repetition;
mod scan;
mod status;
mod subjects;
#[cfg(test)]
mod tests;
mod token;
mod words;
mod year;

use serde::Serialize;

pub use self::{
    chapters::Chapters,
    creators::{before_title, cited_creators, head},
    lexicon::{Lexicon, Listed, Role},
    listed_years::ListedYears,
    mention::{Mention, Mentions},
    name_forms::{is_particle_alone, is_written_out, with_whole_family},
    numbering::{Enclosure, Numbering},
    repetition::{Repeated, Repetition, repetitions},
};
use crate::{document::Document, reference::References, span::Span, work::Status};

/// Finds the citations of a paper in its prose outside the reference lists.
///
/// Forms that may be anything (`Washington (2004)`) count as citations only when the list has such a work.
pub fn find(document: &Document, references: &References, lexicon: &Lexicon) -> Vec<Citation> {
    let body = body(document, references);
    let context = scan::Paper {
        text: &document.text,
        lexicon,
        common: &common::CommonWords::new(&document.text, &body),
        nouns_are_capitalised: words::is_german(&document.text, &body),
    };
    let by_year: Vec<Citation> = body
        .iter()
        .flat_map(|span| scan::citations(context, *span))
        .collect();
    let by_number = numeric::citations(document, &body, lexicon, &by_year);
    let by_page = author_page::citations(document, references, &body, lexicon, &by_year);
    let found = match by_page {
        // `Lind (3)` is the third of a list that prints its numbers, and no page.
        Some(by_page) if by_number.is_empty() => in_order(apart(by_year, &by_page), by_page),
        _ => in_order(by_year, by_number),
    };
    author_page::in_notes(document, references, &body, lexicon, &found).unwrap_or(found)
}

/// The citations that do not overlap others, which are in order.
fn apart(mut citations: Vec<Citation>, others: &[Citation]) -> Vec<Citation> {
    citations.retain(|citation| {
        let next = others.partition_point(|other| other.span.end <= citation.span.start);
        let other = others.get(next);
        other.is_none_or(|other| !other.span.overlaps(citation.span))
    });
    citations
}

/// Citations of two kinds in the order of the text.
fn in_order(mut one: Vec<Citation>, other: Vec<Citation>) -> Vec<Citation> {
    one.extend(other);
    one.sort_by_key(|citation| citation.span);
    one
}

/// Whether a word joins names, or cites: `and`, `und`, `y`.
pub fn is_connector(word: &str) -> bool {
    words::is_connector(&words::lower(word))
}

/// The prose outside the reference lists.
fn body(document: &Document, references: &References) -> Vec<Span> {
    let mut body = Vec::new();
    for prose in &document.prose {
        let mut start = prose.start;
        for list in references
            .lists
            .iter()
            .filter(|list| prose.overlaps(list.span))
        {
            let list_start = list
                .heading
                .map_or(list.span.start, |heading| heading.start);
            if start < list_start {
                body.push(Span::new(start, list_start));
            }
            start = start.max(list.span.end);
        }
        if start < prose.end {
            body.push(Span::new(start, prose.end));
        }
    }
    body
}

/// How a citation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// `Kinzer (2016)`: the names belong to the sentence.
    Narrative,
    /// `(Kinzer, 2016)`.
    Parenthetical,
    /// `[12]`, `(12)`, `¹²`: a number of the list.
    Numeric,
}

/// A mark in the text that points to one or more works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// From its first name or bracket to its last: `Steven Kinzer (2016)`, `(Smith, 2010; Lee, 2012)`.
    pub span: Span,
    /// How it stands in its sentence.
    pub mode: Mode,
    /// The works, in order.
    pub cites: Vec<Cite>,
}

/// One work within a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// Its bytes; for a second year behind the same names, only the year's.
    pub span: Span,
    /// The names as cited, in order; those before an earlier year of the same names are repeated here.
    pub names: Vec<CitedName>,
    /// Where the names stand, with `et al.`.
    pub names_span: Span,
    /// `et al.` or the like behind the names.
    pub et_al: Option<Span>,
    /// `and`, `&` or the like before the last name.
    pub connector: Option<Span>,
    /// The year, or what stands for it.
    pub year: CitedYear,
    /// The number in the list, where that is all there is.
    pub number: Option<u32>,
    /// The references that have the title which a cite without a year names; empty where it names none.
    pub titled: Vec<usize>,
    /// `p. 5`, with its span.
    pub locator: Option<Span>,
    /// `see`, `cf.`, `e.g.`
    pub prefix: Option<Span>,
    /// Words behind the year: `for a critique`.
    pub suffix: Option<Span>,
    /// How sure it is, by its form alone, that this is a citation.
    pub form: Form,
}

/// How much the form of a cite says about whether it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Could be an event, a law or a place; a citation only if the list has it.
    Open,
    /// Looks like a citation; nearly always is.
    Likely,
    /// Can be nothing else: `Smith et al., 2010, p. 5`.
    Certain,
}

/// One name of a cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitedName {
    /// The family name or organisation as printed, without possessive.
    pub text: String,
    /// Given names or initials before it, if any.
    pub given: Option<String>,
    /// Where it stands, given names included.
    pub span: Span,
}

/// The year of a cite.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CitedYear {
    /// Where it stands, with its letter.
    pub span: Span,
    /// The year.
    pub year: Option<i32>,
    /// The last year of a range.
    pub end: Option<i32>,
    /// `a` in `2010a`.
    pub suffix: Option<char>,
    /// `n.d.`, `in press`.
    pub status: Option<Status>,
    /// The year in which the work first came out: `1900/1953`.
    pub original: Option<i32>,
}
