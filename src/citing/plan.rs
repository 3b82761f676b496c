//! What stands around each cite, in the spelling of the target; and the choice of who writes it.

use super::{
    Request, Target, latex, pandoc,
    typed::{Author, Frame, Typed, TypedCite},
    typst,
};
use crate::{
    document::{Document, Format, escape},
    project::Paper,
    span::Span,
    work::fold::single_spaced,
};

/// A citation in words that all targets share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Planned<'a> {
    /// How it stands in its sentence.
    pub(super) frame: Frame,
    /// Its works.
    pub(super) items: Vec<Item<'a>>,
    /// The text of the view behind it.
    pub(super) behind: &'a str,
}

/// One work within a citation; its texts are in the spelling of the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// The key.
    pub(super) key: &'a str,
    /// Whether its names are shown.
    pub(super) author: Author,
    /// Whether it goes on with the names of the one before, and is by others of these names.
    pub(super) is_by_others: bool,
    /// `see`
    pub(super) prefix: String,
    /// `, p. 5`, `: 5`, ` for a critique`: with what it begins with.
    pub(super) tail: String,
    /// `, ` or a blank between names and year.
    pub(super) delimiter: String,
    /// Whether the tail is to be kept as typed, and not read as a locator.
    pub(super) is_literal: bool,
}

impl Item<'_> {
    /// The tail without the comma or colon that it begins with.
    pub(super) fn note(&self) -> &str {
        self.tail.trim_start_matches([',', ':', ' ', '\n'])
    }

    /// What stands before it between brackets that are typed, where it is the one at this place: a divider and its prefix.
    pub(super) fn lead(&self, place: usize) -> String {
        let divider = match (place, self.author) {
            (0, _) => "",
            (_, Author::Continued) => ", ",
            _ => "; ",
        };
        let blank = if self.prefix.is_empty() { "" } else { " " };
        format!("{divider}{}{blank}", self.prefix)
    }

    /// Whether nothing stands before or behind it.
    pub(super) fn is_plain(&self) -> bool {
        self.prefix.is_empty() && self.tail.is_empty()
    }
}

/// The ways to write one citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// The bytes of the whole citation.
    pub(super) span: Span,
    /// The indices of the references that it cites.
    pub(super) references: Vec<usize>,
    /// What is written in place of which bytes of the view, the best way first.
    pub(super) forms: Vec<(Span, String)>,
}

/// The ways to write each citation; none where the target has no form for it.
pub(super) fn plan(paper: &Paper, typed: &[Typed], request: Request<'_>) -> Vec<Choice> {
    let choices = typed.iter().map(|typed| Choice {
        span: typed.span,
        references: typed.cites.iter().map(|cite| cite.reference).collect(),
        forms: [Some(typed.clone()), names_kept(typed)]
            .into_iter()
            .flatten()
            .filter_map(|typed| Some((typed.span, write(paper, &typed, request)?)))
            .collect(),
    });
    choices.collect()
}

fn write(paper: &Paper, typed: &Typed, request: Request<'_>) -> Option<String> {
    let planned = planned(paper, typed, request);
    match request.target {
        Target::Pandoc => pandoc::write(&planned),
        Target::Latex(package) => Some(latex::write(&planned, package)),
        Target::Typst => Some(typst::write(&planned)),
    }
}

/// A citation whose names belong to the sentence, with these names kept as typed.
pub(super) fn names_kept(typed: &Typed) -> Option<Typed> {
    let Frame::Narrative(bracket) = typed.frame else {
        return None;
    };
    let mut kept = typed.clone();
    kept.span = bracket;
    kept.frame = Frame::Bracket;
    let others = typed.cites.iter().skip(1);
    let n_continued = others
        .take_while(|cite| cite.author == Author::Continued)
        .count();
    for cite in &mut kept.cites[..=n_continued] {
        cite.author = Author::Hidden;
    }
    Some(kept)
}

fn planned<'a>(paper: &'a Paper, typed: &Typed, request: Request<'a>) -> Planned<'a> {
    let speller = Speller {
        document: &paper.document,
        format: request.target.format(),
    };
    let items = typed.cites.iter().map(|cite| Item {
        key: &request.keys[cite.reference],
        author: cite.author,
        is_by_others: cite.is_by_others,
        prefix: speller.spelt(cite.prefix),
        tail: speller.tail(cite),
        delimiter: delimiter(cite.delimiter.slice(&paper.document.text)).to_owned(),
        is_literal: cite.is_literal,
    });
    Planned {
        frame: typed.frame,
        items: items.collect(),
        behind: &paper.document.text[typed.span.end..],
    }
}

/// What divides names and year, where nothing else stands there.
fn delimiter(typed: &str) -> &'static str {
    if typed.trim().is_empty() && !typed.is_empty() {
        " "
    } else {
        ", "
    }
}

/// Text of the paper in the spelling of the target.
struct Speller<'a> {
    document: &'a Document,
    format: Format,
}

impl Speller<'_> {
    /// The tail of a cite; a blank before a word stays.
    fn tail(&self, cite: &TypedCite) -> String {
        let text = &self.document.text;
        let slice = cite.tail.slice(text);
        let blank = slice.starts_with(char::is_whitespace) && !slice.trim().is_empty();
        let spelt = self.spelt(cite.tail.trim(text));
        if blank { format!(" {spelt}") } else { spelt }
    }

    /// A stretch of the view with its markup, where the paper is in the format of the target and the markup is whole.
    fn spelt(&self, span: Span) -> String {
        let view = span.slice(&self.document.text);
        let with_markup = || {
            let candidates = [self.widest_source(span), self.document.source_of(span)];
            let sources = candidates.into_iter().flatten();
            let mut sources = sources.map(|source| source.slice(self.document.source()).trim());
            sources
                .find(|source| self.reads_as(source, view))
                .map(str::to_owned)
        };
        let is_same_format = self.document.format == self.format && !span.is_empty();
        is_same_format
            .then(with_markup)
            .flatten()
            .unwrap_or_else(|| self.escaped(view))
    }

    /// Prose in the spelling of the target.
    fn escaped(&self, view: &str) -> String {
        let escaped = escape(self.format, &single_spaced(view));
        match self.format {
            Format::Markdown => escaped.replace(';', "\\;"),
            Format::Latex => with_ties(&escaped),
            _ => escaped,
        }
    }

    /// The bytes of the file from behind what stands before a stretch of the view to before what stands behind it.
    fn widest_source(&self, span: Span) -> Option<Span> {
        let text = &self.document.text;
        let before = text[..span.start].trim_end().char_indices().next_back()?;
        let behind = &text[span.end..];
        let after = span.end + behind.len() - behind.trim_start().len();
        let width = text[after..].chars().next()?.len_utf8();
        let (at, character) = before;
        let start = self
            .document
            .source_of(Span::new(at, at + character.len_utf8()))?
            .end;
        let end = self
            .document
            .source_of(Span::new(after, after + width))?
            .start;
        (start <= end).then(|| Span::new(start, end))
    }

    /// Whether markup reads as a stretch of the view, by itself and within a citation.
    fn reads_as(&self, markup: &str, view: &str) -> bool {
        let is_safe = match self.format {
            Format::Markdown => !markup.contains([';', '@']),
            _ => !markup.contains(['@', '#', '%']),
        };
        let read = || Document::read(markup.to_owned(), self.format).text;
        is_safe && single_spaced(&read()).trim() == single_spaced(view).trim()
    }
}

/// LaTeX text with ties between the abbreviation of a locator and its number: `p.~5`.
fn with_ties(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        let is_number = characters.peek().is_some_and(char::is_ascii_digit);
        let ties = character == ' ' && matches!(before, Some('.' | '§')) && is_number;
        output.push(if ties { '~' } else { character });
        before = Some(character);
    }
    output
}
