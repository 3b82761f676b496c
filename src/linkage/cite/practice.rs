//! How a paper itself writes its citations.
//!
//! What is a fault in one style is the rule in another: `et al.` for two authors, `&` in running text. A paper's own habit decides
//! where it shows one; else the style of its list.

use super::{AuthorsFit, CiteEvidence};
use crate::{
    citation::{Citation, Mode},
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
const HABIT: usize = 4;

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
        for (citation, links) in citations.iter().zip(links) {
            for (cite, link) in citation.cites.iter().zip(links) {
                let Some(best) = link.best() else { continue };
                if cite.connector.is_some_and(|span| cite.span.covers(span)) {
                    let is_sign = cite.connector.is_some_and(|span| span.slice(text) == "&");
                    practice.connectors_mut(citation.mode).count(is_sign);
                }
                let is_pair = references.items[best.index].work.creators().names.len() == 2;
                if best.evidence.authors == AuthorsFit::EtAlForOne {
                    practice.pairs_with_et_al += 1;
                } else if is_pair && cite.names.len() == 2 {
                    practice.pairs_in_full += 1;
                }
            }
        }
        practice
    }

    /// Whether `et al.` for two authors is a slip in this paper.
    pub fn writes_pairs_in_full(&self) -> bool {
        if self.pairs_in_full + self.pairs_with_et_al < HABIT {
            return self.has_apa_list;
        }
        self.pairs_in_full > 2 * self.pairs_with_et_al
    }

    /// Whether this paper joins names by `&` in this place; none where it shows no habit.
    pub fn writes_ampersand(&self, mode: Mode) -> Option<bool> {
        let connectors = match mode {
            Mode::Parenthetical => self.in_brackets,
            Mode::Narrative => self.in_text,
        };
        connectors
            .habit()
            .or_else(|| self.apa_habit(connectors, mode))
    }

    /// APA asks for `&` in brackets and `and` in the text; only a list in APA and no habit against it bring it in.
    fn apa_habit(&self, connectors: Connectors, mode: Mode) -> Option<bool> {
        let few = connectors.words + connectors.ampersands < HABIT;
        (few && self.has_apa_list).then_some(mode == Mode::Parenthetical)
    }

    fn connectors_mut(&mut self, mode: Mode) -> &mut Connectors {
        match mode {
            Mode::Parenthetical => &mut self.in_brackets,
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
    /// One in eight may be a slip; a paper that mixes more has no habit.
    fn habit(self) -> Option<bool> {
        let (more, less) = (
            self.words.max(self.ampersands),
            self.words.min(self.ampersands),
        );
        (more >= HABIT && less * 8 <= more).then_some(self.ampersands > self.words)
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
