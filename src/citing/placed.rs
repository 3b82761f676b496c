//! A cite with its surroundings: its brackets, whether its reference is certain, and how its names are typed.

use super::{Reason, bracket};
use crate::{
    citation::{Citation, Cite, CitedYear, Mode},
    linkage::{
        CiteEvidence, Decision, Link,
        cite::{AuthorsFit, Fault, NameFit},
    },
    project::Paper,
    span::Span,
    work::{Contributors, Issued},
};

/// A cite in its place.
pub(super) struct Placed<'p> {
    pub(super) citation: &'p Citation,
    pub(super) cite: &'p Cite,
    pub(super) link: &'p Link<CiteEvidence>,
    /// Its year, or what it has instead.
    pub(super) anchor: Span,
    /// The brackets around the anchor.
    pub(super) bracket: Option<Span>,
    /// Who made the work that is meant.
    creators: Option<&'p Contributors>,
    /// Whether an entry made of the reference that is meant would lack a year that the cite has.
    pub(super) loses_year: bool,
}

/// Whether names, whose span ends at a place, are in the genitive, which a style would leave out.
fn is_possessive(text: &str, names: Span) -> bool {
    const MARKS: [char; 2] = ['\'', '’'];
    let slice = names.slice(text);
    slice.trim_end_matches('s').ends_with(MARKS) || text[names.end..].starts_with(MARKS)
}

/// Whether the words for further authors are short, as those of styles are: `et al.`, not `and colleagues`.
fn is_abbreviated(et_al: &str) -> bool {
    /// The letters of the longest such word: `altri`, `otros`.
    const LONGEST: usize = 5;
    let mut words = et_al.split(|c: char| !c.is_alphabetic());
    words.all(|word| word.chars().count() <= LONGEST)
}

/// Whether a date gives the years of a cite: the translation of 1982 of a work of 1981 is another year to a reader.
fn shows(issued: &Issued, cited: &CitedYear) -> bool {
    let dates = [issued.date, issued.end].into_iter().flatten();
    let mut years = dates.map(|date| date.year).chain(issued.original);
    cited
        .year
        .is_none_or(|year| years.any(|listed| listed == year))
        && (issued.original.is_some() || cited.original.is_none())
}

impl<'p> Placed<'p> {
    pub(super) fn new(
        paper: &'p Paper,
        citation: &'p Citation,
        cite: &'p Cite,
        link: &'p Link<CiteEvidence>,
    ) -> Self {
        let is_number = citation.mode == Mode::Numeric;
        let anchor = match cite.year.span {
            year if !year.is_empty() => year,
            _ => cite.locator.filter(|_| !is_number).unwrap_or(cite.span),
        };
        let bracket = bracket::around(&paper.document.text, anchor);
        let has_year = |idx: usize| {
            let entry = paper.entries.get(idx);
            let issued = &paper.references.items[idx].work.issued;
            entry.is_some_and(|entry| entry.link.decision == Decision::Match)
                || shows(issued, &cite.year)
        };
        let meant = link.best().map(|best| best.index);
        Self {
            creators: meant.map(|idx| paper.references.items[idx].work.creators()),
            loses_year: !meant.is_none_or(has_year),
            citation,
            cite,
            link,
            anchor,
            bracket: bracket.filter(|bracket| !is_number || citation.span.covers(*bracket)),
        }
    }

    /// Whether the next cite is of the same citation.
    pub(super) fn stands_with(&self, next: &Self) -> bool {
        match (self.bracket, next.bracket) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.citation.span == next.citation.span,
            _ => false,
        }
    }

    /// Why it is not certain which reference is meant; none if it is.
    pub(super) fn doubt(&self) -> Option<Reason> {
        match (self.link.decision, self.link.fault()) {
            (Decision::None, _) | (_, Some(Fault::Missing)) => Some(Reason::NotListed),
            (_, Some(Fault::Ambiguous)) => Some(Reason::Ambiguous),
            (Decision::Possible, _) => Some(Reason::Differs),
            _ if self.loses_year => Some(Reason::NoYear),
            (_, None | Some(Fault::EtAl)) if self.link.matched.len() == 1 => None,
            _ if self.link.matched.len() > 1 => Some(Reason::Ambiguous),
            _ => Some(Reason::Differs),
        }
    }

    pub(super) fn reference(&self) -> usize {
        self.link.matched[0].index
    }

    /// Whether the names stand before the year of this very cite.
    pub(super) fn has_names(&self) -> bool {
        !self.cite.names.is_empty() && self.cite.span.covers(self.cite.names_span)
    }

    /// Whether its work is by others than that of another cite, although the same names are typed for both: `Liu et al. 2014, 2017`.
    pub(super) fn is_by_others(&self, other: &Self) -> bool {
        self.creators != other.creators
    }

    /// Whether the names are typed as a style would write them: family names of listed authors, nothing else.
    fn has_plain_names(&self, text: &str) -> bool {
        let evidence = self.link.matched[0].evidence;
        let is_whole = matches!(
            evidence.authors,
            AuthorsFit::Complete | AuthorsFit::Shortened
        );
        let has_given = self.cite.names.iter().any(|name| name.given.is_some());
        let et_al = self.cite.et_al.map_or("", |et_al| et_al.slice(text));
        let is_usual = !is_possessive(text, self.cite.names_span) && is_abbreviated(et_al);
        let is_good = is_whole && is_usual && self.has_all_names();
        evidence.name == NameFit::Same && is_good && !has_given
    }

    /// Whether as many names are typed as the reference is read to have, or fewer and `et al.`.
    fn has_all_names(&self) -> bool {
        let n_typed = self.cite.names.len();
        let listed = self.creators.map_or(0, |creators| {
            creators.names.len() + usize::from(creators.et_al)
        });
        // A work without creators is cited by its title.
        listed == 0
            || match self.cite.et_al {
                Some(_) => n_typed < listed,
                None => n_typed == listed,
            }
    }

    /// Whether its names belong to the sentence, right before the bracket with its year.
    pub(super) fn is_narrative(&self, text: &str, bracket: Span) -> bool {
        let names = self.cite.names_span;
        self.has_names()
            && names.end <= bracket.start
            && self.has_plain_names(text)
            && Span::new(names.end, bracket.start)
                .slice(text)
                .trim()
                .is_empty()
    }

    /// Its names and year; without names in `from` and behind it only the year.
    pub(super) fn core(&self, text: &str, from: usize) -> Span {
        let shows =
            self.has_names() && self.cite.names_span.start >= from && self.has_plain_names(text);
        let end = match self.cite.locator {
            Some(locator) if locator.start > self.anchor.start => {
                self.anchor.end.min(locator.start)
            }
            _ => range_end(text, self.anchor.end),
        };
        if shows {
            Span::new(self.cite.names_span.start.min(end), end)
        } else {
            Span::new(self.anchor.start, end)
        }
    }

    /// Where it begins, with its names even if they stay as typed.
    pub(super) fn start(&self, text: &str, from: usize, behind: usize) -> usize {
        let core = self.core(text, from).start;
        let names = self.cite.names_span.start;
        let are_here = self.has_names() && names >= behind;
        if are_here { names.min(core) } else { core }
    }

    /// What stands between its names and its year.
    pub(super) fn delimiter(&self, core: Span) -> Span {
        let names = self.cite.names_span;
        if core.covers(names) && names.end <= self.anchor.start {
            Span::new(names.end, self.anchor.start)
        } else {
            Span::default()
        }
    }

    /// Where what belongs to it ends for certain.
    pub(super) fn end(&self, text: &str) -> usize {
        let end = self.core(text, 0).end;
        self.cite
            .locator
            .map_or(end, |locator| locator.end.max(end))
    }
}

/// The end of a range of years that goes on where its first year ends: `1889--1923`.
fn range_end(text: &str, year_end: usize) -> usize {
    let rest = &text[year_end..];
    let digits = rest.trim_start_matches(['-', '–', '—']);
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_range = digits.len() < rest.len() && behind.len() < digits.len();
    if is_range {
        text.len() - behind.len()
    } else {
        year_end
    }
}
