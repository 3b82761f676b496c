//! Citations by author and title, as notes have them: `Hans Müller, Die Stadt im Mittelalter, Berlin 1990, S. 12`,
//! `Müller, Die Stadt, S. 45`, `Müller, S. 7`.

use std::collections::BTreeSet;

use super::{Found, Pages, names::Named, narrative, title_cite};
use crate::{
    citation::{
        names::starts_with_capital,
        token::{Gap, Kind},
        words::{begins_name, is_inner_word, is_page_word, is_same_author, lower},
    },
    span::Span,
    work::fold,
};

/// A title begins at most so many tokens behind its author; other authors and editors stand between.
const FARTHEST_TITLE: usize = 24;

/// Titles are compared up to so many tokens.
const LONGEST_TITLE: usize = 30;

/// So many words in common make a title, whatever follows.
const ENOUGH_WORDS: usize = 4;

/// The longest short title that may be made of any words of the title.
const LONGEST_KEYWORD: usize = 3;

/// The shortest word that tells a title.
const SHORTEST_WORD: usize = 4;

/// What the notes have cited so far.
#[derive(Default)]
pub(super) struct Noted {
    /// The citations with a title.
    pub(super) titled: Vec<Found>,
    /// Those by name and page alone.
    pub(super) short: Vec<Found>,
    /// The works of the author who was cited last.
    author: Vec<usize>,
    /// All works that were cited.
    pub(super) works: BTreeSet<usize>,
}

impl Pages<'_> {
    /// Adds the citations of a stretch of prose.
    pub(super) fn add_noted(&self, noted: &mut Noted) {
        let mut at = 0;
        while at < self.tokens.len() {
            let next = self.noted_at(at, noted);
            at = next.unwrap_or(at + 1);
        }
    }

    /// Reads a citation that begins at a token; gives the token behind.
    fn noted_at(&self, at: usize, noted: &mut Noted) -> Option<usize> {
        let token = self.tokens[at];
        if token.kind != Kind::Word {
            return None;
        }
        if self.stands_for_author(at) {
            let (works, end) = self.title_behind(at + 1, &noted.author)?;
            noted.add_titled(works.clone(), self.noted_cite(works, at, end));
            return Some(end);
        }
        if !starts_with_capital(token.text(self.text)) && !self.may_begin_name(at) {
            return None;
        }
        let limit = (at + LONGEST_TITLE).min(self.tokens.len());
        let named = self.names_at(at, limit)?;
        if let Some((works, end)) = self.title_behind(named.end, &named.works) {
            noted.author.clone_from(&named.works);
            noted.add_titled(works.clone(), self.noted_cite(works, at, end));
            return Some(end);
        }
        let work = noted.only_work(&named)?;
        let end = self.page_behind(at, &named)?;
        noted.author = named.works;
        noted.short.push(self.noted_cite(vec![work], at, end));
        Some(end)
    }

    /// A citation of works, from one token to before another, with the page behind it.
    fn noted_cite(&self, works: Vec<usize>, start: usize, end: usize) -> Found {
        let limit = (end + LONGEST_TITLE).min(self.tokens.len());
        let page = self
            .locator_end(end, limit)
            .filter(|_| self.tokens[end].is(','));
        let mut cite = title_cite(works.clone(), self.span(start, end));
        cite.locator = page.map(|page| self.span(end + 1, page));
        Found {
            citation: narrative(vec![cite], 0),
            works,
            is_bracket: false,
        }
    }

    /// `ders.`, `dies.:`
    fn stands_for_author(&self, at: usize) -> bool {
        let behind = self.tokens.get(at + 1);
        is_same_author(&lower(self.word(at)))
            && behind.is_some_and(|token| matches!(token.kind, Kind::Mark('.' | ',' | ':')))
    }

    /// Whether a small word may be the particle that a name begins with.
    fn may_begin_name(&self, at: usize) -> bool {
        begins_name(&lower(self.word(at)))
    }

    /// The title of one of the works, at the beginning of a part of the sentence that goes on at a token.
    pub(super) fn title_behind(
        &self,
        start: usize,
        works: &[usize],
    ) -> Option<(Vec<usize>, usize)> {
        let last = (start + FARTHEST_TITLE).min(self.tokens.len());
        for at in start..last {
            let token = self.tokens[at];
            // The page stands behind the title, which is not there.
            let is_page = token.kind == Kind::Word && is_page_word(&lower(self.word(at)));
            if token.gap == Gap::Break || token.is(';') || is_page {
                return None;
            }
            let before = self.tokens[at - 1];
            let is_divided = matches!(
                before.kind,
                Kind::Quote | Kind::Open | Kind::Mark(',' | ':' | '.')
            );
            let is_within = matches!(self.word(at - 1), "in" | "en" | "em" | "dans" | "nel")
                && starts_with_capital(self.word(at));
            let begins = at == start || is_divided || is_within;
            let is_word = matches!(token.kind, Kind::Word | Kind::Number);
            if begins
                && is_word
                && let Some(found) = self.title_from(at, works, is_divided)
            {
                return Some(found);
            }
        }
        None
    }

    /// The works whose title begins with the words at a token, and the token behind them; a short title may also be made of any
    /// words of the title when it is divided from the name.
    fn title_from(
        &self,
        start: usize,
        works: &[usize],
        is_divided: bool,
    ) -> Option<(Vec<usize>, usize)> {
        let phrase = self.phrase(start);
        let fits: Vec<(usize, usize)> = works
            .iter()
            .map(|work| (self.titles.common_words(*work, &phrase.words), *work))
            .collect();
        let (most, _) = *fits.iter().max()?;
        let best = fits.iter().filter(|(n_words, _)| *n_words == most);
        let best: Vec<usize> = best.map(|(_, work)| *work).collect();
        let is_title = |work: &usize| {
            most >= ENOUGH_WORDS.min(self.titles.n_words(*work)) || most >= phrase.n_first
        };
        if most > 0 && phrase.is_telling(most) && best.iter().all(is_title) {
            return Some((best, phrase.end_of(most)));
        }
        let keyword = &phrase.words[..phrase.n_first];
        let is_keyword = is_divided
            && (1..=LONGEST_KEYWORD).contains(&keyword.len())
            && phrase.is_telling(keyword.len())
            && starts_with_capital(self.word(start));
        let has = |work: &&usize| self.titles.has_words(**work, keyword);
        let having: Vec<usize> = works.iter().filter(has).copied().collect();
        (is_keyword && having.len() == 1).then(|| (having, phrase.end_of(keyword.len())))
    }

    /// The words from a token on, up to what cannot stand within a title.
    fn phrase(&self, start: usize) -> Phrase {
        let mut phrase = Phrase::default();
        let last = (start + LONGEST_TITLE).min(self.tokens.len());
        for at in start..last {
            let token = self.tokens[at];
            let is_end = matches!(token.kind, Kind::Mark(',' | ';') | Kind::Open | Kind::Close);
            if at > start && (is_end || token.gap == Gap::Break) {
                break;
            }
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                phrase.is_divided = true;
                continue;
            }
            for word in fold::fold(token.text(self.text)).split(' ') {
                phrase.words.push(word.to_owned());
                phrase.ends.push(at + 1);
                phrase.n_first += usize::from(!phrase.is_divided);
            }
        }
        phrase
    }

    /// The token behind the page of a citation by name and page alone, which stands at the beginning of a note or sentence.
    fn page_behind(&self, start: usize, named: &Named) -> Option<usize> {
        let begins = self.tokens[start].gap == Gap::Break
            || start.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.tokens[before].kind,
                    Kind::Mark('.' | ';') | Kind::Number
                )
            });
        let is_divided = self.tokens.get(named.end)?.is(',') || self.tokens[named.end].is(':');
        let limit = (named.end + LONGEST_TITLE).min(self.tokens.len());
        let end = self.locator_end(named.end + 1, limit)?;
        let is_closed = self.tokens.get(end).is_none_or(|token| {
            token.gap == Gap::Break
                || matches!(token.kind, Kind::Mark('.' | ';' | ',') | Kind::Close)
        });
        let page = self.word(named.end + 1);
        let is_year = page.len() == 4 && page.bytes().all(|byte| byte.is_ascii_digit());
        (begins && is_divided && is_closed && !is_year).then_some(named.end)
    }
}

impl Noted {
    /// Leaves out what stands within other citations, which are in order.
    pub(super) fn leave_out(&mut self, others: &[Span]) {
        let is_apart = |found: &Found| {
            let span = found.citation.span;
            let next = others.partition_point(|other| other.end <= span.start);
            others.get(next).is_none_or(|other| !other.overlaps(span))
        };
        self.titled.retain(is_apart);
        self.short.retain(is_apart);
        let titled = self.titled.iter().flat_map(|found| &found.works);
        self.works = titled.copied().collect();
    }

    fn add_titled(&mut self, works: Vec<usize>, found: Found) {
        self.works.extend(works);
        self.titled.push(found);
    }

    /// The only work of an author that is listed, or that was cited.
    fn only_work(&self, named: &Named) -> Option<usize> {
        if let [only] = named.works.as_slice() {
            return Some(*only);
        }
        let mut cited = named.works.iter().filter(|work| self.works.contains(work));
        cited.next().filter(|_| cited.next().is_none()).copied()
    }
}

/// Words that may be those of a title.
#[derive(Default)]
struct Phrase {
    /// The folded words.
    words: Vec<String>,
    /// The token behind each.
    ends: Vec<usize>,
    /// How many stand before the first mark.
    n_first: usize,
    is_divided: bool,
}

impl Phrase {
    /// Whether the first words have one that tells a title.
    fn is_telling(&self, n_words: usize) -> bool {
        let mut words = self.words[..n_words].iter();
        words.any(|word| word.chars().count() >= SHORTEST_WORD && !is_inner_word(word))
    }

    /// The token behind the first words.
    fn end_of(&self, n_words: usize) -> usize {
        self.ends[n_words - 1]
    }
}
