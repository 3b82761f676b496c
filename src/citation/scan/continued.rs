//! Years behind the names of the cite before: `Smith (2010, 2012)`.

use super::{
    super::{
        CitedYear,
        token::{Kind, Token},
        words::{self, lower},
    },
    Scan,
};
use crate::work::fold;

impl Scan<'_> {
    /// Whether only separators stand between the cite read last and this year: `Smith (2010, 2012)`, `Smith (2010)’s (2012)`.
    pub(super) fn continues_previous(&self, position: usize) -> bool {
        let Some(previous) = self.previous else {
            return false;
        };
        let gap = &self.reader.tokens[previous.end.min(position)..position];
        if previous.opener == self.openers[position] {
            return self.is_separator_row(gap);
        }
        previous.opener.is_some() && self.is_reopened(gap)
    }

    /// Whether what looks like a second year is a page of the work cited before: `(Wiepking and Maas 2009, 1978)`.
    pub(super) fn is_page_of_previous(&self, position: usize, number: &CitedYear) -> bool {
        let is_plain = number.suffix.is_none() && number.end.is_none();
        let cite = self.found.last().and_then(|citation| citation.cites.last());
        let (Some(cite), Some(page)) = (cite, number.year.filter(|_| is_plain)) else {
            return false;
        };
        let Some(name) = cite.names.first() else {
            return false;
        };
        let lexicon = self.reader.lexicon;
        let listed = lexicon.find(&fold::fold(&name.text));
        let mut works = listed.iter().map(|listed| lexicon.years(listed.reference));
        self.reader.tokens[position - 1].is(',')
            && !works.clone().any(|years| years.fit(number))
            && works.any(|years| years.fit(&cite.year) && years.has_page(page))
    }

    /// Makes the number at `position` a locator of the cite read last.
    pub(super) fn add_page_to_previous(&mut self, position: usize) {
        let span = self.reader.tokens[position].span;
        if let Some(citation) = self.found.last_mut()
            && let Some(cite) = citation.cites.last_mut()
        {
            citation.span = citation.span.join(span);
            cite.locator = Some(cite.locator.map_or(span, |locator| locator.join(span)));
        }
    }

    /// Whether a row of tokens separates two years of the same names in one bracket.
    fn is_separator_row(&self, gap: &[Token]) -> bool {
        (1..=5).contains(&gap.len())
            && gap.iter().any(|token| self.separates(token))
            && gap
                .iter()
                .all(|token| self.separates(token) || token.kind == Kind::Quote)
    }

    /// Whether a bracket was closed and another opened with hardly a word between: `) (`, `) and (`, `)’s (u. a. `.
    fn is_reopened(&self, gap: &[Token]) -> bool {
        /// A row of many years has a long gap before each, which is looked at no further.
        const LONGEST: usize = 8;
        let [close, between @ ..] = gap else {
            return false;
        };
        if gap.len() > LONGEST || close.kind != Kind::Close {
            return false;
        }
        let n_open = between
            .iter()
            .filter(|token| token.kind == Kind::Open)
            .count();
        let is_filler = |token: &Token| {
            let word = token.text(self.reader.text);
            matches!(token.kind, Kind::Open | Kind::Quote | Kind::Mark('.' | '&'))
                || matches!(
                    word,
                    "s" | "u" | "a" | "also" | "see" | "z" | "B" | "e" | "g"
                )
                || words::is_connector(&lower(word))
        };
        n_open == 1 && between.iter().all(is_filler)
    }

    /// Whether the token may stand between two years behind the same names.
    pub(super) fn separates(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Mark(mark) => matches!(mark, ',' | ';' | '&' | '/'),
            Kind::Word => words::is_connector(&lower(token.text(self.reader.text))),
            _ => false,
        }
    }
}
