//! Brackets with names, titles and pages.

use super::{Found, Pages, cite, names::Named, title_cite};
use crate::{
    citation::{
        Citation, Cite, CitedName, Form, Mode,
        names::{single_line, starts_with_capital},
        subjects::{is_place, is_thing},
        token::{Gap, Kind},
        words::{
            introduces_cite, is_connector, is_label, is_month, is_opening_word, is_other_locator,
            is_prefix_word, lower,
        },
    },
    span::Span,
    work::fold,
};

/// The longest bracket (tokens) and title.
const LONGEST: usize = 150;
const LONGEST_TITLE: usize = 30;

/// Words before the names of a cite.
const LONGEST_PREFIX: usize = 12;

/// What one bracket holds.
pub(super) enum Bracket {
    /// Cites with names or titles of their own.
    Cites(Found),
    /// Pages or titles of works whose author stands before the bracket.
    Rest(Vec<Rest>),
}

/// A page, or a title with or without a page.
pub(super) struct Rest {
    /// The works with the title, if there is one.
    pub(super) titled: Vec<usize>,
    /// Its bytes.
    pub(super) span: Span,
}

impl Pages<'_> {
    /// The token that closes the bracket at `open`.
    pub(super) fn close_of(&self, open: usize) -> Option<usize> {
        let last = self.tokens.len().min(open + LONGEST);
        let mut depth = 0;
        (open..last).find(|idx| {
            match self.tokens[*idx].kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                _ => {}
            }
            depth == 0
        })
    }

    /// Reads the bracket between two tokens; `before` are the works of the name that stands before it.
    pub(super) fn bracket(&self, open: usize, close: usize, before: &[usize]) -> Option<Bracket> {
        if let Some(rest) = self.rest(open + 1, close, before) {
            return Some(Bracket::Rest(rest));
        }
        let mut found = Found {
            citation: Citation {
                span: self.span(open, close + 1),
                mode: Mode::Parenthetical,
                cites: Vec::new(),
            },
            works: Vec::new(),
            is_bracket: true,
        };
        let mut start = open + 1;
        while start < close {
            let end = (start..close)
                .find(|idx| self.tokens[*idx].is(';'))
                .unwrap_or(close);
            self.segment(start, end, &mut found);
            start = end + 1;
        }
        (!found.citation.cites.is_empty()).then_some(Bracket::Cites(found))
    }

    /// Reads the cites of one segment, several of them where only commas divide them.
    fn segment(&self, start: usize, end: usize, found: &mut Found) {
        let mut at = start;
        while at < end {
            let Some((cite, works, next)) = self.cite_in(at, end) else {
                return;
            };
            found.citation.cites.push(cite);
            found.works.extend(works);
            let is_divided = next < end && self.separates(next);
            if !is_divided {
                return;
            }
            at = next + 1;
        }
    }

    /// A comma or a connector.
    fn separates(&self, idx: usize) -> bool {
        let token = &self.tokens[idx];
        token.is(',') || token.kind == Kind::Word && is_connector(&lower(self.word(idx)))
    }

    /// The first cite in a segment, the works that it may mean, and the token behind it.
    fn cite_in(&self, start: usize, end: usize) -> Option<(Cite, Vec<usize>, usize)> {
        for at in start..end.min(start + LONGEST_PREFIX) {
            let found = self
                .named_cite(at, end)
                .or_else(|| self.titled_cite(at, end))
                .or_else(|| self.unlisted_cite(at, end));
            if let Some((mut cite, works, next)) = found {
                cite.prefix = (at > start).then(|| self.span(start, at));
                return Some((cite, works, next));
            }
            if !self.may_precede(at) {
                break;
            }
        }
        let introduces = |idx: &usize| introduces_cite(&lower(self.word(*idx)));
        let behind = (start..end).find(introduces)? + 1;
        self.cite_in(behind, end)
    }

    /// Whether a token may stand before the names of a cite: `see also`, `qtd. in`.
    fn may_precede(&self, idx: usize) -> bool {
        let word = self.word(idx);
        match self.tokens[idx].kind {
            Kind::Word => {
                let small = lower(word);
                !starts_with_capital(word) || is_prefix_word(&small) || is_opening_word(&small)
            }
            Kind::Mark(mark) => matches!(mark, '.' | ',' | ':'),
            Kind::Open => true,
            _ => false,
        }
    }

    /// `Kinzer 45`, `Kinzer, True Flag 45`, `Kinzer`.
    fn named_cite(&self, start: usize, end: usize) -> Option<(Cite, Vec<usize>, usize)> {
        let named = self.names_at(start, end)?;
        let comma = usize::from(
            self.tokens
                .get(named.end)
                .is_some_and(|token| token.is(',')),
        );
        let titled = self.title_at((named.end + comma).min(end), end, Some(&named.works));
        let has_title = titled.is_some();
        let (works, behind) = titled.unwrap_or_else(|| (named.works.clone(), named.end));
        let page = self.locator_end(behind, end);
        let next = page.unwrap_or(behind);
        let is_year = page.is_some() && !has_title && self.is_year_of(behind, &named);
        let is_whole = next == end || self.separates(next) || self.tokens[next].kind == Kind::Close;
        let is_bare = !has_title && page.is_none();
        if is_year || is_bare && (!is_whole || named.is_short) {
            return None;
        }
        let mut cite = cite(&named, named.span.join(self.span(start, next)));
        if has_title {
            cite.titled.clone_from(&works);
        }
        cite.locator = page.map(|page| self.span(behind, page));
        Some((cite, works, next))
    }

    /// Whether a number behind names is the year of one of their works.
    fn is_year_of(&self, start: usize, named: &Named) -> bool {
        let number = (start..start + 2).find_map(|idx| {
            let token = self.tokens.get(idx)?;
            token.text(self.text).parse::<i32>().ok()
        });
        number.is_some_and(|number| {
            let mut works = named.works.iter();
            works.any(|work| self.lexicon.years(*work).printed.contains(&number))
        })
    }

    /// `“Impact” 3`: the title of a work, in quotation marks or whole.
    fn titled_cite(&self, start: usize, end: usize) -> Option<(Cite, Vec<usize>, usize)> {
        let (works, behind) = self.title_at(start, end, None)?;
        let page = self.locator_end(behind, end);
        page?;
        let next = page.unwrap_or(behind);
        let mut cite = title_cite(works.clone(), self.span(start, next));
        cite.locator = page.map(|page| self.span(behind, page));
        Some((cite, works, next))
    }

    /// `Miller 45`, `Miller and Lee 45`, `Miller et al. 45` that the list does not have.
    fn unlisted_cite(&self, start: usize, end: usize) -> Option<(Cite, Vec<usize>, usize)> {
        let first = self.plain_name(start, end)?;
        let mut names = vec![first];
        let mut at = start + 1;
        let mut connector = None;
        if at + 1 < end && (self.tokens[at].is('&') || is_connector(&lower(self.word(at)))) {
            connector = Some(self.tokens[at].span);
            names.push(self.plain_name(at + 1, end)?);
            at += 2;
        }
        let et_al = self.et_al_end(at, end);
        let names_end = et_al.unwrap_or(at);
        let page = self
            .tokens
            .get(names_end)
            .filter(|token| token.kind == Kind::Number)?;
        let digits = page.text(self.text).len();
        let is_several = connector.is_some() || et_al.is_some();
        // A capitalised word with a small number is a part or an age more often than a page: `(Phase 2)`.
        let is_page = digits < 4 && (digits > 1 || is_several);
        let next = self.locator_end(names_end, end)?;
        if !is_page || next != end {
            return None;
        }
        let named = Named {
            names,
            et_al: et_al.map(|et_al| self.span(at, et_al)),
            connector,
            span: self.span(start, names_end),
            end: names_end,
            works: Vec::new(),
            is_short: false,
        };
        let mut cite = cite(&named, self.span(start, next));
        cite.locator = Some(self.span(names_end, next));
        if is_several {
            cite.form = Form::Certain;
        }
        Some((cite, Vec::new(), next))
    }

    /// A capitalised word that is no label, month or place.
    fn plain_name(&self, idx: usize, end: usize) -> Option<CitedName> {
        let token = self.tokens.get(idx).filter(|_| idx < end)?;
        let word = token.text(self.text);
        let small = lower(word);
        let is_other = is_label(&small)
            || is_other_locator(&small)
            || is_month(&small)
            || is_place(&small)
            || is_thing(&small)
            || is_opening_word(&small);
        let is_name = token.kind == Kind::Word
            && starts_with_capital(word)
            && word.contains(char::is_lowercase)
            && !word.contains(|c: char| c.is_ascii_digit());
        (is_name && !is_other).then(|| CitedName {
            text: single_line(word),
            given: None,
            span: token.span,
        })
    }

    /// The works whose title stands at a token, and the token behind; among `works`, any words of the title do.
    fn title_at(
        &self,
        start: usize,
        end: usize,
        works: Option<&[usize]>,
    ) -> Option<(Vec<usize>, usize)> {
        if start >= end {
            return None;
        }
        let is_quote = |idx: &usize| self.tokens[*idx].kind == Kind::Quote;
        let from = start + usize::from(is_quote(&start));
        let last = end.min(from + LONGEST_TITLE);
        let titled = |to: usize| {
            let works = self.titled(from, to, works);
            (!works.is_empty()).then_some((works, to + from - start))
        };
        if from > start {
            return (from + 1..last).filter(is_quote).find_map(titled);
        }
        let last = (from..last).find(is_quote).unwrap_or(last);
        (from + 1..=last).rev().find_map(titled)
    }

    /// The works, of `works` if there are any, whose title stands between two tokens.
    fn titled(&self, from: usize, to: usize, works: Option<&[usize]>) -> Vec<usize> {
        let is_quoted = from > 0 && self.tokens[from - 1].kind == Kind::Quote;
        let ends = match self.tokens[to - 1].kind {
            Kind::Word | Kind::Number | Kind::Mark('!' | '?' | '.') => true,
            Kind::Mark(',') => is_quoted,
            _ => false,
        };
        if !ends {
            return Vec::new();
        }
        let title = fold::fold(self.slice(from, to));
        let found = self.titles.find(&title);
        match works {
            Some(works) => self.among(works, &found, &title),
            None if is_quoted => found,
            None if starts_with_capital(self.word(from))
                && (title.contains(' ') || self.titles.is_whole(&found, &title)) =>
            {
                found
            }
            None => Vec::new(),
        }
    }

    /// Those of an author's works that have a title, or else print its words.
    fn among(&self, works: &[usize], found: &[usize], title: &str) -> Vec<usize> {
        let has_title = |work: &usize| found.contains(work);
        let titled: Vec<usize> = works.iter().copied().filter(has_title).collect();
        let is_title = title.len() > 2 && !title.starts_with(|c: char| c.is_ascii_digit());
        if !titled.is_empty() || !is_title {
            return titled;
        }
        let prints = |work: &usize| self.titles.prints(*work, title);
        works.iter().copied().filter(prints).collect()
    }

    /// The token behind the page or other place at a token.
    pub(super) fn locator_end(&self, start: usize, end: usize) -> Option<usize> {
        let first = start + usize::from(self.tokens.get(start).is_some_and(|token| token.is(',')));
        let mut at = first;
        let mut last_number = None;
        while at < end {
            let token = &self.tokens[at];
            let word = token.text(self.text);
            let is_part = match token.kind {
                Kind::Number => {
                    last_number = Some(at + 1);
                    true
                }
                Kind::Dash => true,
                Kind::Mark(mark) => matches!(mark, ',' | '.' | ':' | '§' | '&' | '/'),
                Kind::Word => {
                    let small = lower(word);
                    let is_numeral = small.chars().all(|c| "ivxlc".contains(c));
                    let follows = matches!(&*small, "f" | "ff" | "n" | "passim" | "sq" | "sqq");
                    if is_numeral || follows && last_number.is_some() {
                        last_number = Some(at + 1);
                    }
                    is_numeral || follows || is_label(&small) || is_other_locator(&small)
                }
                _ => false,
            };
            if !is_part || token.gap == Gap::Break {
                break;
            }
            at += 1;
        }
        let begins = self
            .tokens
            .get(first)
            .is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Word | Kind::Mark('§')));
        last_number.filter(|_| begins)
    }

    /// A bracket with nothing but pages, or titles and perhaps pages.
    fn rest(&self, start: usize, close: usize, before: &[usize]) -> Option<Vec<Rest>> {
        if self.names_at(start, close).is_some() {
            return None;
        }
        let mut at = start;
        while at < close && self.tokens[at].kind != Kind::Quote && self.precedes_title(at) {
            at += 1;
        }
        let mut all = Vec::new();
        while at < close {
            let titled = self
                .title_at(at, close, Some(before))
                .or_else(|| self.title_at(at, close, None));
            let behind = titled.as_ref().map_or(at, |(_, behind)| *behind);
            let titled = titled.map(|(works, _)| works);
            let next = self.locator_end(behind, close).unwrap_or(behind);
            if next == at {
                return None;
            }
            all.push(Rest {
                titled: titled.unwrap_or_default(),
                span: self.span(at, next),
            });
            let is_divided = next < close && (self.tokens[next].is(';') || self.separates(next));
            if next < close && !is_divided {
                return None;
            }
            at = next + 1;
        }
        (!all.is_empty()).then_some(all)
    }

    /// Whether a token is one of the small words before a title: `u. a.`, `see`.
    fn precedes_title(&self, idx: usize) -> bool {
        let word = self.word(idx);
        let is_small = self.tokens[idx].kind == Kind::Word && is_prefix_word(word);
        is_small || idx > 0 && self.tokens[idx].is('.')
    }
}
