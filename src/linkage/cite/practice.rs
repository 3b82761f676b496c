//! How a paper itself writes its citations.
//!
//! What is a fault in one style is the rule in another: `et al.` for two authors, `&` in running text. A paper's own habit decides
//! where it shows one; else the style of its list.

use std::collections::HashSet;

use super::{AuthorsFit, CiteEvidence};
use crate::{
    citation::{Citation, Cite, Mode},
    linkage::Link,
    reference::References,
};

/// The habits of a paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Practice {
    /// Works of two authors that are cited with both names.
    pub pairs_in_full: usize,
    /// Works of two authors that are cited with `et al.`
    pub pairs_with_et_al: usize,
    /// Works that are listed with as many authors as their cite says, at least two.
    pub listed_in_full: usize,
    /// Works that are listed with fewer authors than their cite says.
    pub listed_shortened: usize,
    /// Connectors within brackets.
    pub in_brackets: Connectors,
    /// Connectors in running text.
    pub in_text: Connectors,
    /// Whether the list is written as APA asks: `Smith, J., & Jones, A. (2010).`
    pub has_apa_list: bool,
}

/// How often names are joined by a word and by a sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Connectors {
    /// `and`, `und`, `y` …
    pub words: usize,
    /// `&`.
    pub ampersands: usize,
}

/// Fewer cites than this show no habit.
const HABIT: usize = 3;

impl Practice {
    /// Looks at all cites of a paper.
    pub fn of(
        text: &str,
        citations: &[Citation],
        links: &[Vec<Link<CiteEvidence>>],
        references: &References,
    ) -> Self {
        let mut practice = Self {
            has_apa_list: has_apa_list(text, references),
            ..Self::default()
        };
        // A work counts once, however often it is cited in the same way.
        let mut counted = HashSet::new();
        for (citation, links) in citations.iter().zip(links) {
            for (cite, link) in citation.cites.iter().zip(links) {
                let Some(best) = link.best() else { continue };
                if cite.connector.is_some_and(|span| cite.span.covers(span)) {
                    let is_sign = cite.connector.is_some_and(|span| span.slice(text) == "&");
                    practice.connectors_mut(citation.mode).count(is_sign);
                }
                let is_pair = references.items[best.index].work.creators().names.len() == 2;
                let authors = match best.evidence.authors {
                    // In both, the list has fewer authors than the cite.
                    AuthorsFit::Added => AuthorsFit::EtAlForNone,
                    authors => authors,
                };
                let has_et_al = authors == AuthorsFit::Complete && cite.et_al.is_some();
                if counted.insert((best.index, authors, has_et_al)) {
                    practice.count_authors(authors, is_pair, cite);
                }
            }
        }
        practice
    }

    /// Whether `et al.` for two authors is a slip in this paper; a single one is no habit.
    pub fn writes_pairs_in_full(&self) -> bool {
        if self.pairs_in_full == 0 {
            return self.has_apa_list || self.pairs_with_et_al == 1;
        }
        self.pairs_in_full >= self.pairs_with_et_al
    }

    /// Whether the list names all authors, so that a cite with more of them is a slip.
    ///
    /// Some lists give only the first author; one cite, or one in eight, may be a slip.
    pub fn lists_all_authors(&self) -> bool {
        self.listed_shortened <= 1.max(self.listed_in_full / 8)
    }

    /// Whether this paper joins names by `&` in this place; none where it shows no habit.
    pub fn writes_ampersand(&self, mode: Mode) -> Option<bool> {
        let connectors = self.connectors(mode);
        connectors
            .habit()
            .or_else(|| self.apa_habit(connectors, mode))
    }

    /// Whether the cites in this place show by themselves how names are joined.
    pub fn has_connector_habit(&self, mode: Mode) -> bool {
        self.connectors(mode).habit().is_some()
    }

    fn connectors(&self, mode: Mode) -> Connectors {
        match mode {
            Mode::Parenthetical | Mode::Numeric => self.in_brackets,
            Mode::Narrative => self.in_text,
        }
    }

    /// APA asks for `&` in brackets and `and` in the text; only a list in APA and no habit against it bring it in.
    fn apa_habit(&self, connectors: Connectors, mode: Mode) -> Option<bool> {
        let ampersand = mode == Mode::Parenthetical;
        let (asked, other) = if ampersand {
            (connectors.ampersands, connectors.words)
        } else {
            (connectors.words, connectors.ampersands)
        };
        let is_against = other > 1 && other > asked;
        (self.has_apa_list && !is_against).then_some(ampersand)
    }

    fn count_authors(&mut self, fit: AuthorsFit, is_pair: bool, cite: &Cite) {
        match fit {
            AuthorsFit::EtAlForOne => self.pairs_with_et_al += 1,
            AuthorsFit::EtAlForNone => self.listed_shortened += 1,
            AuthorsFit::Complete if is_pair && cite.names.len() == 2 => {
                self.pairs_in_full += 1;
                self.listed_in_full += 1;
            }
            AuthorsFit::Complete if cite.et_al.is_some() => self.listed_in_full += 1,
            _ => {}
        }
    }

    fn connectors_mut(&mut self, mode: Mode) -> &mut Connectors {
        match mode {
            Mode::Parenthetical | Mode::Numeric => &mut self.in_brackets,
            Mode::Narrative => &mut self.in_text,
        }
    }
}

impl Connectors {
    fn count(&mut self, is_sign: bool) {
        if is_sign {
            self.ampersands += 1;
        } else {
            self.words += 1;
        }
    }

    /// Whether nearly all are `&`, or nearly all words.
    ///
    /// A single other one, or one in twenty, is a slip; a paper that mixes more has no habit.
    fn habit(self) -> Option<bool> {
        let (more, less) = (
            self.words.max(self.ampersands),
            self.words.min(self.ampersands),
        );
        (more >= HABIT && (less <= 1 || less * 20 <= more)).then_some(self.ampersands > self.words)
    }
}

/// Whether most references with several authors are written with `, & ` and the year in brackets.
fn has_apa_list(text: &str, references: &References) -> bool {
    let several = references
        .items
        .iter()
        .filter(|reference| reference.work.creators().names.len() > 1);
    let (mut apa, mut all) = (0, 0);
    for reference in several {
        let printed = reference.span.slice(text);
        let head = printed.split_once(')').map_or(printed, |(head, _)| head);
        all += 1;
        apa += usize::from(head.contains(", & ") && head.contains('('));
    }
    all > 0 && apa * 4 > all * 3
}
