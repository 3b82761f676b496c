//! Citations by number: `[1]`, `[2–5]`, `[1, 3, 7–9]`, `[12, p. 34]`, `(1)` and superscripts.
//!
//! They are looked for in papers whose list is numbered, and believed where the text bears the list out: enough of its numbers are
//! cited, hardly any that it does not have, and names with years are not what the paper cites by. A paper uses one of the forms.

mod group;
mod place;
mod superscript;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use self::group::{Group, Item};
use super::{Citation, Cite, CitedYear, Enclosure, Form, Lexicon, Mode};
use crate::{document::Document, span::Span};

/// How a number stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `[1]`
    Square,
    /// `(1)`
    Round,
    /// `¹`
    Superscript,
}

/// How much of a list is cited, and by how many marks of one form.
struct Use {
    /// The share of the numbers of the list that are cited.
    coverage: f32,
    /// The share of the marks that the list has.
    listed: f32,
    /// How many numbers of the list are cited.
    n_cited: usize,
}

/// Finds the citations by number in the prose outside the lists; `by_year` are those by name and year.
pub(super) fn citations(
    document: &Document,
    body: &[Span],
    lexicon: &Lexicon,
    by_year: &[Citation],
) -> Vec<Citation> {
    let text = document.text.as_str();
    let styles = [Style::Square, Style::Superscript, Style::Round];
    let found = styles.into_iter().map(|style| {
        let groups = body.iter().flat_map(|span| groups(text, *span, style));
        let mut groups: Vec<Group> = groups.collect();
        groups.retain(|group| !is_taken(by_year, group.span));
        (style, groups)
    });
    let borne_out = found.filter(|(style, groups)| is_borne_out(*style, groups, lexicon, by_year));
    let best = borne_out.max_by(|(_, one), (_, other)| {
        let (one, other) = (Use::of(one, lexicon), Use::of(other, lexicon));
        one.n_cited.cmp(&other.n_cited)
    });
    let groups = best.map(|(_, groups)| groups).unwrap_or_default();
    let last = lexicon.numbering().last();
    groups
        .into_iter()
        .filter_map(|group| citation(group, last))
        .collect()
}

fn groups(text: &str, span: Span, style: Style) -> Vec<Group> {
    match style {
        Style::Square => place::in_brackets(text, span, ('[', ']')),
        Style::Round => place::in_brackets(text, span, ('(', ')')),
        Style::Superscript => superscript::groups(text, span),
    }
}

/// Whether a citation by year stands there.
fn is_taken(citations: &[Citation], span: Span) -> bool {
    let next = citations.partition_point(|citation| citation.span.end <= span.start);
    citations
        .get(next)
        .is_some_and(|citation| citation.span.overlaps(span))
}

/// Whether the text bears out that the list is cited by number in this form.
fn is_borne_out(style: Style, groups: &[Group], lexicon: &Lexicon, by_year: &[Citation]) -> bool {
    let numbering = lexicon.numbering();
    let used = Use::of(groups, lexicon);
    let n_by_year = by_year.len();
    let is_printed = numbering.enclosure().is_some();
    let (coverage, listed, fewest) = match (style, numbering.enclosure()) {
        (Style::Square, Some(Enclosure::Square)) => (0.1, 0.7, 1),
        (Style::Square, Some(_)) => (0.25, 0.8, 1),
        (Style::Superscript, Some(_)) => (0.5, 0.9, 2),
        (Style::Round, Some(_)) => (0.6, 0.9, 3),
        // Word processors and web pages number a list without printing the numbers.
        (Style::Square, None) => (0.6, 0.75, 3),
        // In a list by name raised numbers are those of notes.
        (Style::Superscript, None) if !numbering.is_alphabetical() => (0.7, 0.95, 4),
        (Style::Superscript | Style::Round, None) => return false,
    };
    let outweighs = match style {
        Style::Square if is_printed => used.n_cited * 2 > n_by_year || used.coverage > 0.6,
        Style::Superscript if !is_printed => used.n_cited > 2 * n_by_year,
        Style::Superscript | Style::Square => used.n_cited > n_by_year,
        Style::Round => used.n_cited > 2 * n_by_year,
    };
    used.n_cited >= fewest && used.coverage >= coverage && used.listed >= listed && outweighs
}

impl Use {
    fn of(groups: &[Group], lexicon: &Lexicon) -> Self {
        let numbering = lexicon.numbering();
        let mut cited = BTreeSet::new();
        let (mut n_listed, mut n_all) = (0, 0);
        for group in groups {
            let numbers = group.items.iter().flat_map(Item::ends);
            for number in numbers {
                let reference = numbering.find(number, group.span.start);
                n_all += 1;
                n_listed += usize::from(reference.is_some());
                cited.extend(reference);
            }
        }
        Self {
            coverage: cited.len() as f32 / numbering.len().max(1) as f32,
            listed: n_listed as f32 / n_all.max(1) as f32,
            n_cited: cited.len(),
        }
    }
}

/// The citation of a group; none where its numbers go far beyond the `last` of the list.
fn citation(group: Group, last: u32) -> Option<Citation> {
    /// So far a number may lie beyond the list and still be a missing reference: a page of one, or as much again.
    const BEYOND: u32 = 10;
    let most = (2 * last).max(last + BEYOND);
    let items = group.items.into_iter();
    let items = items.filter(|item| item.last <= most);
    let cites: Vec<Cite> = items.flat_map(cites).collect();
    (!cites.is_empty()).then_some(Citation {
        span: group.span,
        mode: Mode::Numeric,
        cites,
    })
}

/// One cite for each number; those of a range share its bytes.
fn cites(item: Item) -> impl Iterator<Item = Cite> {
    (item.first..=item.last).map(move |number| Cite {
        span: item.span,
        names: Vec::new(),
        names_span: Span::default(),
        et_al: None,
        connector: None,
        year: CitedYear::default(),
        number: Some(number),
        titled: Vec::new(),
        locator: item.locator.filter(|_| number == item.last),
        prefix: item.prefix.filter(|_| number == item.first),
        suffix: None,
        form: Form::Certain,
    })
}
