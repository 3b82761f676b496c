//! Years behind the names of the cite before: `Smith (2010, 2012)`.

use super::{
    super::{
        token::{Kind, Token},
        words::{self, lower},
    },
    Scan,
};

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
        let [close, between @ ..] = gap else {
            return false;
        };
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
        close.kind == Kind::Close && n_open == 1 && gap.len() <= 8 && between.iter().all(is_filler)
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
