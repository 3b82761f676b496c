//! Citations by author and page, as MLA has them: `(Kinzer 45)`, `(Kinzer, True Flag 45)`, `Kinzer argues … (45)`, `(“Impact” 3)`.
//!
//! They have no year; names and titles must be those of the list. So they are looked for only where the list has its years at the
//! end, and believed where the text cites more works in this way than by year. Notes cite by author and title; they are believed
//! where they name the titles of more of the list than is cited in another way.

mod bracket;
mod names;
mod narrative;
mod notes;
#[cfg(test)]
mod tests;
mod titles;

use std::collections::{BTreeSet, HashSet};

use self::{names::Named, notes::Noted, titles::Titles};
use super::{
    Citation, Cite, CitedYear, Form, Lexicon, Mode,
    token::{Token, tokens},
    words::is_german,
};
use crate::{document::Document, reference::References, span::Span};

/// A stretch of prose, and what is known of the list.
struct Pages<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    lexicon: &'a Lexicon,
    titles: &'a Titles,
    /// The first words of all listed names, folded.
    openings: &'a HashSet<&'a str>,
    /// Whether all nouns take capitals (German).
    nouns_are_capitalised: bool,
}

/// A citation, and the works that its cites may mean.
struct Found {
    citation: Citation,
    works: Vec<usize>,
    /// Whether it stands in a bracket of its own.
    is_bracket: bool,
}

/// The share of references whose year stands behind the title, from which on the list may be in MLA.
const LATE: f32 = 0.7;

/// The share of the list that brackets without years cite at least.
const CITED: f32 = 0.25;

/// Fewer works whose titles stand in the text may be spoken of without being cited.
const FEWEST_TITLED: usize = 3;

/// Finds the citations by author and page; none where the paper cites in another way. `by_year` are those by name and year.
pub(super) fn citations(
    document: &Document,
    references: &References,
    body: &[Span],
    lexicon: &Lexicon,
    by_year: &[Citation],
) -> Option<Vec<Citation>> {
    let text = document.text.as_str();
    let cites = by_year.iter().flat_map(|citation| &citation.cites);
    let n_by_year = cites.filter(|cite| cite.form > Form::Open).count();
    if n_by_year >= references.items.len() || !has_late_years(text, references) {
        return None;
    }
    let mut found: Vec<Found> = Vec::new();
    each_stretch(text, references, body, lexicon, |pages| {
        found.extend(pages.citations());
    });
    let in_brackets = found.iter().filter(|found| found.is_bracket);
    let cited: BTreeSet<usize> = in_brackets
        .flat_map(|found| &found.works)
        .copied()
        .collect();
    let n_references = references.items.len() as f32;
    let is_borne_out = cited.len() > n_by_year && cited.len() as f32 >= CITED * n_references;
    is_borne_out.then(|| found.into_iter().map(|found| found.citation).collect())
}

/// Finds the citations by author and title in notes; none where the paper cites in another way. `others` are those that were found
/// otherwise.
///
/// Of the others those remain that cite a listed work by year.
pub(super) fn in_notes(
    document: &Document,
    references: &References,
    body: &[Span],
    lexicon: &Lexicon,
    others: &[Citation],
) -> Option<Vec<Citation>> {
    if others.iter().any(|citation| citation.mode == Mode::Numeric) {
        return None;
    }
    let n_references = references.items.len();
    let cites = others.iter().flat_map(|citation| &citation.cites);
    let n_by_year = cites
        .filter(|cite| cite.form > Form::Open && cite.year.year.is_some())
        .count();
    if n_by_year >= n_references {
        return None;
    }
    let mut noted = Noted::default();
    each_stretch(&document.text, references, body, lexicon, |pages| {
        pages.add_noted(&mut noted);
    });
    let brackets = others
        .iter()
        .filter(|citation| citation.mode != Mode::Narrative);
    let brackets: Vec<Span> = brackets.map(|citation| citation.span).collect();
    noted.leave_out(&brackets);
    let n_titled = noted.works.len();
    if n_titled < FEWEST_TITLED || (n_titled as f32) < CITED * n_references as f32 {
        return None;
    }
    let found = noted.titled.into_iter().chain(noted.short);
    let mut citations: Vec<Citation> = found.map(|found| found.citation).collect();
    citations.sort_by_key(|citation| citation.span);
    let is_taken = |span: Span| {
        let next = citations.partition_point(|citation| citation.span.end <= span.start);
        let next = citations.get(next);
        next.is_some_and(|citation| citation.span.overlaps(span))
    };
    let outside = others.iter().filter(|citation| {
        let mut cites = citation.cites.iter();
        !cites.any(|cite| is_taken(cite.span) || is_taken(cite.names_span))
    });
    let kept = outside
        .filter(|citation| lexicon.has_all(citation))
        .cloned();
    let kept: Vec<Citation> = kept.collect();
    if brackets.len().max(kept.len()) >= n_titled {
        return None;
    }
    citations.extend(kept);
    citations.sort_by_key(|citation| citation.span);
    Some(citations)
}

/// Shows every stretch of prose with what is known of the list.
fn each_stretch(
    text: &str,
    references: &References,
    body: &[Span],
    lexicon: &Lexicon,
    mut look: impl FnMut(&Pages),
) {
    let openings = lexicon.openings();
    let titles = Titles::new(text, references);
    let nouns_are_capitalised = is_german(text, body);
    for span in body {
        look(&Pages {
            text,
            tokens: tokens(text, *span),
            lexicon,
            titles: &titles,
            openings: &openings,
            nouns_are_capitalised,
        });
    }
}

/// Whether the years of a list stand behind the titles.
fn has_late_years(text: &str, references: &References) -> bool {
    let places = references.items.iter().filter_map(|reference| {
        let printed = reference.span.slice(text);
        let year = year_in(printed)?;
        let title: String = reference.work.title.as_deref()?.chars().take(12).collect();
        let title = printed.find(&title).unwrap_or(printed.len() / 2);
        Some(year > title)
    });
    let places: Vec<bool> = places.collect();
    let n_late = places.iter().filter(|is_late| **is_late).count();
    n_late > 0 && n_late as f32 >= LATE * places.len() as f32
}

/// Where the first year stands.
fn year_in(printed: &str) -> Option<usize> {
    let bytes = printed.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len().saturating_sub(3)).find(|at| {
        let is_number = (*at..*at + 4).all(is_digit);
        let stands_alone = (*at == 0 || !is_digit(*at - 1)) && !is_digit(*at + 4);
        let year = printed
            .get(*at..*at + 4)
            .and_then(|year| year.parse::<u32>().ok());
        is_number && stands_alone && year.is_some_and(|year| (1400..2100).contains(&year))
    })
}

impl Pages<'_> {
    /// The bytes from one token to before another.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// The text from one token to before another.
    fn slice(&self, start: usize, end: usize) -> &str {
        self.span(start, end).slice(self.text)
    }

    fn word(&self, idx: usize) -> &str {
        self.tokens[idx].text(self.text)
    }
}

/// A cite without a year.
fn cite(named: &Named, span: Span) -> Cite {
    Cite {
        span,
        names: named.names.clone(),
        names_span: named.span,
        et_al: named.et_al,
        connector: named.connector,
        year: CitedYear::default(),
        number: None,
        titled: Vec::new(),
        locator: None,
        prefix: None,
        suffix: None,
        form: Form::Likely,
    }
}

/// A cite by the title of a work alone.
fn title_cite(titled: Vec<usize>, span: Span) -> Cite {
    Cite {
        span,
        names: Vec::new(),
        names_span: span,
        et_al: None,
        connector: None,
        year: CitedYear::default(),
        number: None,
        titled,
        locator: None,
        prefix: None,
        suffix: None,
        form: Form::Likely,
    }
}

/// A citation in running text, up to its last cite or to `end`.
fn narrative(cites: Vec<Cite>, end: usize) -> Citation {
    let spans = cites.iter().map(|cite| cite.span);
    let span = spans.reduce(Span::join).unwrap_or_default();
    Citation {
        span: Span::new(span.start, end.max(span.end)),
        mode: Mode::Narrative,
        cites,
    }
}
