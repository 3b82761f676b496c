//! The run of capitalised words that a name is looked for in.

use super::{
    super::{
        token::{Gap, Kind, Token},
        words::{self, lower},
    },
    Context, Reader,
    spelling::{possessive_length, starts_with_capital},
};
use crate::work::fold;

/// The names of organisations have seldom more words.
pub(super) const LONGEST_NAME: usize = 12;

/// Words that begin sentences are names before a year in running text only if they are longer.
const SHORTEST_RUNNING: usize = 3;

impl Reader<'_> {
    /// Whether a name can end with this token.
    pub(super) fn ends_name(&self, idx: usize, context: Context) -> bool {
        let token = self.tokens[idx];
        let word = token.text(self.text);
        if token.kind != Kind::Word || self.follows_slash(idx) {
            return false;
        }
        let folded = fold::fold(&word[..word.len() - possessive_length(word)]);
        let lowered = lower(word);
        let is_common = words::is_month(&lowered)
            || words::is_label(&lowered)
            || words::is_opening_word(&lowered);
        if is_common && !self.follows_name(idx) {
            // `Anders 2010` in running text; short words and months before a year are hardly ever names there.
            let may_be_name = context != Context::Running
                || word.len() > SHORTEST_RUNNING
                    && words::is_opening_word(&lowered)
                    && !words::is_month(&lowered)
                    && self.lexicon.heads(&folded);
            return may_be_name && starts_with_capital(word) && self.lexicon.knows(&folded);
        }
        if !starts_with_capital(word) {
            return self.lexicon.heads(&folded)
                && word.chars().count() > 2
                && context != Context::Running;
        }
        !word.contains(|c: char| c.is_ascii_digit()) || self.lexicon.heads(&folded)
    }

    /// Whether the word stands behind a slash that joins other things than names: `km/Smith`, but not `Koch/Weiß`.
    fn follows_slash(&self, idx: usize) -> bool {
        if self.tokens[idx].gap > Gap::None || idx < 2 || !self.tokens[idx - 1].is('/') {
            return false;
        }
        let is_creator = |idx: usize| self.lexicon.is_creator(&fold::fold(self.word(idx)));
        let is_name = |idx: usize| {
            let word = self.word(idx);
            starts_with_capital(word) && word.chars().filter(|c| c.is_lowercase()).count() > 1
        };
        let may_be_names = self.nouns_are_capitalised && is_name(idx - 2) && is_name(idx);
        !(is_creator(idx - 2) && is_creator(idx) || may_be_names)
    }

    /// Whether `&` or a listed family name stands before: `Abdel & Sommer`, `Wang Lei`.
    fn follows_name(&self, idx: usize) -> bool {
        idx > 0
            && (self.tokens[idx - 1].is('&')
                || (starts_with_capital(self.word(idx - 1))
                    && self.lexicon.heads(&fold::fold(self.word(idx - 1)))))
    }

    /// The first token of the capitalised words, particles and initials that end before `last`.
    pub(super) fn run_start(&self, last: usize, floor: usize) -> usize {
        let mut start = last - 1;
        while start > floor && last - start < LONGEST_NAME {
            if self.tokens[start].gap > Gap::Wrap {
                break;
            }
            let before = start - 1;
            let token = self.tokens[before];
            let word = token.text(self.text);
            let next = match token.kind {
                Kind::Word if self.ends_owner(before) => break,
                Kind::Word if starts_with_capital(word) => before,
                Kind::Word if words::is_particle(&lower(word)) => before,
                Kind::Word if self.is_inside(before, floor) => before,
                Kind::Mark('.') if before > floor && self.is_abbreviated(before - 1) => before - 1,
                Kind::Dash if before > floor && self.is_dash_of_initials(before) => before,
                _ => break,
            };
            start = next;
        }
        // A run begins with a capital, an initial or a particle that can begin a name.
        while start < last - 1 {
            let word = lower(self.word(start));
            let begins = self.tokens[start].kind == Kind::Word
                && (starts_with_capital(self.word(start)) || words::begins_name(&word));
            if begins {
                break;
            }
            start += 1;
        }
        start
    }

    /// Whether the word is a listed name in the genitive, so that what follows is no part of it: `Schwarz’s Christian book`.
    fn ends_owner(&self, idx: usize) -> bool {
        let word = self.word(idx);
        let length = possessive_length(word);
        length > 0
            && self
                .lexicon
                .is_creator(&fold::fold(&word[..word.len() - length]))
    }

    /// Whether a small word stands between two capitalised words of an organisation.
    fn is_inside(&self, idx: usize, floor: usize) -> bool {
        let word = lower(self.word(idx));
        words::is_inner_word(&word)
            && !words::is_connector(&word)
            && idx > floor
            && self.tokens[idx - 1].kind == Kind::Word
            && (starts_with_capital(self.word(idx - 1))
                || words::is_inner_word(&lower(self.word(idx - 1))))
    }

    /// Leaves out opening words before an unknown name; nothing remains of a run made of them.
    pub(super) fn trim_opening(&self, start: usize, last: usize) -> Option<usize> {
        (start..last).find(|idx| {
            let word = lower(self.word(*idx));
            self.tokens[*idx].kind == Kind::Word
                && !(!self.is_abbreviated(*idx)
                    && !self.is_joined_particle(*idx)
                    && (words::is_opening_word(&word)
                        || words::is_label(&word)
                        || words::is_month(&word))
                    && starts_with_capital(self.word(*idx)))
                && (!words::is_inner_word(&word) || words::begins_name(&word))
        })
    }

    /// Whether a particle with a capital stands where a name begins: `Lind & De Bot`.
    fn is_joined_particle(&self, idx: usize) -> bool {
        let joins = |before: Token| match before.kind {
            Kind::Open | Kind::Mark('&' | ',' | ';') => true,
            Kind::Word => words::is_connector(&lower(before.text(self.text))),
            _ => false,
        };
        words::begins_name(&lower(self.word(idx))) && idx > 0 && joins(self.tokens[idx - 1])
    }
}
