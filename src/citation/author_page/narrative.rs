//! Names in running text, with the page or title in a bracket behind them.

use super::{
    Found, Pages,
    bracket::{Bracket, Rest},
    cite,
    names::Named,
    narrative, title_cite,
};
use crate::citation::{
    Citation, Cite, Mode,
    names::starts_with_capital,
    token::{Gap, Kind},
    words::{is_opening_word, lower},
};

/// The page of what an author says stands at most so many tokens behind the name, some two sentences.
const FARTHEST_PAGE: usize = 60;

/// Whether a bracket holds a page, or the title of one of the works.
fn is_of(rest: &[Rest], works: &[usize]) -> bool {
    let mut rest = rest.iter();
    rest.any(|rest| rest.titled.is_empty() || rest.titled.iter().any(|work| works.contains(work)))
}

/// A listed name in running text.
struct Mention {
    named: Named,
    /// Its first token.
    start: usize,
}

impl Pages<'_> {
    /// The citations of a stretch of prose, in order.
    pub(super) fn citations(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut mention: Option<Mention> = None;
        let mut at = 0;
        while at < self.tokens.len() {
            if self.tokens[at].gap == Gap::Break {
                found.extend(mention.take().and_then(Self::alone));
            }
            let close = (self.tokens[at].kind == Kind::Open)
                .then(|| self.close_of(at))
                .flatten();
            let before = mention
                .as_ref()
                .map_or(&[][..], |mention| &mention.named.works);
            let bracket = close.and_then(|close| Some((self.bracket(at, close, before)?, close)));
            match bracket {
                Some((Bracket::Cites(cites), close)) => {
                    found.extend(mention.take().and_then(Self::alone));
                    found.push(cites);
                    at = close + 1;
                    continue;
                }
                Some((Bracket::Rest(rest), close)) => {
                    let near = mention.take_if(|mention| {
                        at - mention.start <= FARTHEST_PAGE && is_of(&rest, &mention.named.works)
                    });
                    found.extend(match near {
                        Some(near) => Some(self.with_rest(near, (at, close), rest)),
                        None => self.by_title((at, close), rest),
                    });
                    at = close + 1;
                    continue;
                }
                None => {}
            }
            if let Some(named) = self.mention_at(at) {
                found.extend(mention.take().and_then(Self::alone));
                let end = named.end;
                mention = Some(Mention { named, start: at });
                at = end;
            } else {
                at += 1;
            }
        }
        found.extend(mention.and_then(Self::alone));
        found
    }

    /// The listed names that begin here in running text, if they are not inside another name.
    fn mention_at(&self, at: usize) -> Option<Named> {
        if self.tokens[at].kind != Kind::Word || self.is_inside_name(at) {
            return None;
        }
        let limit = (at + 20).min(self.tokens.len());
        let named = self.names_at(at, limit)?;
        let behind = self.tokens.get(named.end);
        let goes_on = behind.is_some_and(|token| {
            token.kind == Kind::Word
                && token.gap != Gap::Break
                && starts_with_capital(token.text(self.text))
                && named
                    .names
                    .last()
                    .is_some_and(|name| name.span.end + 2 > token.span.start)
        });
        if named.is_short || goes_on {
            return None;
        }
        // `Kinzer, in The True Flag, says otherwise (112)`
        let titled = self.title_behind(named.end, &named.works);
        let works = titled.map(|(works, _)| works).unwrap_or(named.works);
        Some(Named { works, ..named })
    }

    /// Whether a capitalised word that opens no sentence stands right before: `Hyde Park`.
    fn is_inside_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.word(before);
        !self.nouns_are_capitalised
            && self.tokens[at].gap < Gap::Break
            && self.tokens[before].kind == Kind::Word
            && starts_with_capital(word)
            && !is_opening_word(&lower(word))
    }

    /// A name without a page: it cites the only work of its author.
    fn alone(mention: Mention) -> Option<Found> {
        let Mention { named, .. } = mention;
        (named.works.len() == 1).then(|| Found {
            citation: narrative(vec![cite(&named, named.span)], 0),
            works: named.works,
            is_bracket: false,
        })
    }

    /// A bracket with the titles of works whose author is not named.
    fn by_title(&self, (open, close): (usize, usize), rest: Vec<Rest>) -> Option<Found> {
        let titled = rest.into_iter().filter(|rest| !rest.titled.is_empty());
        let cites: Vec<Cite> = titled
            .map(|rest| title_cite(rest.titled, rest.span))
            .collect();
        let works: Vec<usize> = cites
            .iter()
            .flat_map(|cite| &cite.titled)
            .copied()
            .collect();
        (!cites.is_empty()).then(|| Found {
            citation: Citation {
                span: self.span(open, close + 1),
                mode: Mode::Parenthetical,
                cites,
            },
            works,
            is_bracket: true,
        })
    }

    /// A name and the bracket behind it, with one cite for each title there.
    fn with_rest(&self, mention: Mention, (open, close): (usize, usize), rest: Vec<Rest>) -> Found {
        let Mention { named, .. } = mention;
        let touches = open == named.end;
        let mut works = Vec::new();
        let mut cites: Vec<Cite> = Vec::new();
        for Rest { titled, span } in rest {
            let is_own = |work: &usize| titled.contains(work);
            let mut own: Vec<usize> = named.works.iter().copied().filter(is_own).collect();
            if let (true, [only]) = (own.is_empty(), named.works.as_slice()) {
                own.push(*only);
            }
            works.extend(if own.is_empty() { &named.works } else { &own });
            match cites.last_mut() {
                Some(last) if own.is_empty() => {
                    last.locator = Some(last.locator.map_or(span, |locator| locator.join(span)));
                }
                last => {
                    let whole = match last {
                        None if touches => named.span.join(span),
                        None => named.span,
                        Some(_) => span,
                    };
                    let mut cite = cite(&named, whole);
                    cite.titled = own;
                    cite.locator = Some(span);
                    cites.push(cite);
                }
            }
        }
        let end = if touches {
            self.tokens[close].span.end
        } else {
            0
        };
        Found {
            citation: narrative(cites, end),
            works,
            is_bracket: true,
        }
    }
}
