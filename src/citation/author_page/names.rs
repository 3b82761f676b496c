//! Listed names in the text.

use super::Pages;
use crate::{
    citation::{
        CitedName, Role,
        lexicon::Listed,
        names::{possessive_length, single_line, starts_with_capital},
        phrases,
        token::{Gap, Kind, words_at},
        words::{begins_name, is_connector, lower},
    },
    span::Span,
    work::fold,
};

/// The longest name of an organisation, in words and marks.
const LONGEST: usize = 12;

/// The names of one cite, and the works that have them.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) names: Vec<CitedName>,
    pub(super) et_al: Option<Span>,
    pub(super) connector: Option<Span>,
    /// All names and `et al.`
    pub(super) span: Span,
    /// The token behind.
    pub(super) end: usize,
    /// The references that they may mean.
    pub(super) works: Vec<usize>,
    /// Whether the first is an abbreviation or only a part of a name.
    pub(super) is_short: bool,
}

impl Pages<'_> {
    /// The listed names that begin at a token and end before `limit`.
    pub(super) fn names_at(&self, start: usize, limit: usize) -> Option<Named> {
        let mut named = self.first_name_at(start, limit)?;
        while let Some((connector, name, works, end)) = self.further_name(&named, limit) {
            named.connector = connector.or(named.connector);
            named.names.push(name);
            named.works = works;
            named.end = end;
        }
        if let Some(end) = self.et_al_end(named.end, limit) {
            named.et_al = Some(self.span(named.end, end));
            named.end = end;
        }
        let last = named.names.last().map(|name| name.span);
        let last = named.et_al.or(last).unwrap_or(named.span);
        named.span = Span::new(self.tokens[start].span.start, last.end);
        Some(named)
    }

    /// The longest listed name at a token, a given name before it included.
    fn first_name_at(&self, start: usize, limit: usize) -> Option<Named> {
        let whole = self.name_at(start, limit);
        let (from, (end, works, is_short)) = if let Some(found) = whole {
            (start, found)
        } else {
            let from = self.behind_given(start, limit)?;
            (from, self.name_at(from, limit)?)
        };
        let name = self.cited_name(from, end);
        let given = (from > start).then(|| single_line(self.slice(start, from)));
        let folded = fold::fold(&name.text);
        if given
            .as_ref()
            .is_some_and(|given| !self.lexicon.given_fits(&folded, given))
        {
            return None;
        }
        let span = Span::new(self.tokens[start].span.start, name.span.end);
        Some(Named {
            names: vec![CitedName {
                given,
                span,
                ..name
            }],
            et_al: None,
            connector: None,
            span,
            end,
            works,
            is_short,
        })
    }

    /// The token behind the given names or initials at `start`.
    fn behind_given(&self, start: usize, limit: usize) -> Option<usize> {
        let mut at = start;
        while at < limit.min(start + 6) {
            let is_part = match self.tokens[at].kind {
                Kind::Word => starts_with_capital(self.word(at)),
                Kind::Mark('.') => at > start,
                _ => false,
            };
            if !is_part || self.tokens[at].gap == Gap::Break && at > start {
                break;
            }
            at += 1;
            let is_name = at < limit && self.tokens[at].kind == Kind::Word;
            if is_name && self.name_at(at, limit).is_some() {
                return Some(at);
            }
        }
        None
    }

    /// The end of the longest listed name at a token, the works filed under it, and whether it is a short form.
    fn name_at(&self, start: usize, limit: usize) -> Option<(usize, Vec<usize>, bool)> {
        let first = self
            .tokens
            .get(start)
            .filter(|token| token.kind == Kind::Word)?;
        let word = first.text(self.text);
        if !starts_with_capital(word) && !begins_name(&lower(word)) {
            return None;
        }
        let folded = fold::fold(&word[..word.len() - possessive_length(word)]);
        let opening = folded.split(' ').next().unwrap_or_default();
        if !self.openings.contains(opening) {
            return None;
        }
        let breaks = |idx: &usize| {
            let token = &self.tokens[*idx];
            token.gap == Gap::Break
                || matches!(token.kind, Kind::Open | Kind::Close | Kind::Mark(';'))
        };
        let last = (start + LONGEST).min(limit);
        let last = (start + 1..last).find(breaks).unwrap_or(last);
        (start + 1..=last).rev().find_map(|end| {
            if self.tokens[end - 1].kind != Kind::Word {
                return None;
            }
            let folded = fold::fold(&self.cited_name(start, end).text);
            let listed = self.lexicon.find(&folded);
            let filed = listed.iter().filter(|listed| is_filed(listed));
            let mut works: Vec<usize> = filed.map(|listed| listed.reference).collect();
            works.extend(self.lexicon.find_title(&folded));
            works.sort_unstable();
            works.dedup();
            let is_whole = listed.iter().any(|listed| listed.role == Role::First);
            (!works.is_empty()).then_some((end, works, !is_whole))
        })
    }

    /// A name as cited, without the possessive of its last word.
    fn cited_name(&self, start: usize, end: usize) -> CitedName {
        let span = self.span(start, end);
        let possessive = possessive_length(span.slice(self.text));
        let span = Span::new(span.start, span.end - possessive);
        CitedName {
            text: single_line(span.slice(self.text)),
            given: None,
            span,
        }
    }

    /// The next name behind `, ` or `and`, if one of the works has it as well.
    fn further_name(
        &self,
        named: &Named,
        limit: usize,
    ) -> Option<(Option<Span>, CitedName, Vec<usize>, usize)> {
        let mut at = named.end;
        at += usize::from(self.tokens.get(at).is_some_and(|token| token.is(',')));
        let joint = self.tokens.get(at).filter(|_| at < limit)?;
        let is_joint =
            joint.is('&') || joint.kind == Kind::Word && is_connector(&lower(self.word(at)));
        let connector = is_joint.then_some(joint.span);
        at += usize::from(is_joint);
        if at == named.end {
            return None;
        }
        let last = (at + 4).min(limit);
        (at + 1..=last).rev().find_map(|end| {
            if self.tokens[end - 1].kind != Kind::Word || !starts_with_capital(self.word(end - 1)) {
                return None;
            }
            let name = self.cited_name(at, end);
            let listed = self.lexicon.find(&fold::fold(&name.text));
            let has = |work: &usize| {
                listed
                    .iter()
                    .any(|listed| listed.reference == *work && listed.role == Role::Other)
            };
            let works: Vec<usize> = named.works.iter().copied().filter(has).collect();
            (!works.is_empty()).then_some((connector, name, works, end))
        })
    }

    /// The token behind the `et al.` at a token.
    pub(super) fn et_al_end(&self, start: usize, limit: usize) -> Option<usize> {
        let start = start + usize::from(self.tokens.get(start).is_some_and(|token| token.is(',')));
        let mut spellings = phrases::ET_AL.iter();
        let end = spellings.find_map(|words| words_at(self.text, &self.tokens, start, words))?;
        (end <= limit).then_some(end)
    }
}

/// Whether a work can be looked up under the name.
fn is_filed(listed: &Listed) -> bool {
    !matches!(listed.role, Role::Other | Role::Printed)
}
