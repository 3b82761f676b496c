//! Given names and initials, before a family name and behind it.

use super::{
    super::{
        token::{Gap, Kind},
        words::{self, lower},
    },
    Context, Reader,
    spelling::{is_initial, is_short_initial, looks_given, single_line, starts_with_capital},
};
use crate::work::fold;

impl Reader<'_> {
    /// The first token of the given names before a known family name; a capitalised word that cannot be one is left out
    /// where a capital says little: at the head of a sentence, in a bracket, and in German.
    pub(super) fn fitting_given_start(
        &self,
        start: usize,
        family: usize,
        family_end: usize,
        context: Context,
    ) -> usize {
        let first = self.given_start(start, family);
        if first == family {
            return family;
        }
        let folded = fold::fold(&self.text[self.tokens[family].span.start..family_end]);
        let given = self.span(first, family).slice(self.text);
        let heads_sentence = first == 0
            || self.tokens[first].gap == Gap::Break
            || matches!(
                self.tokens[first - 1].kind,
                Kind::Mark('.' | '?' | '!' | ':')
            );
        let capital_says_little =
            heads_sentence || self.nouns_are_capitalised || context == Context::Bracket;
        if capital_says_little
            && !is_initial(self.word(first))
            && !self.lexicon.given_fits(&folded, given)
        {
            return family;
        }
        first
    }

    /// The first token of the given names before a known family name; words that are none are left out.
    fn given_start(&self, start: usize, family: usize) -> usize {
        let mut first = family;
        while first > start && family - first < 8 {
            let before = first - 1;
            let word = self.word(before);
            let is_given = match self.tokens[before].kind {
                Kind::Word => {
                    let is_common = || {
                        let word = lower(word);
                        words::is_opening_word(&word) || words::is_label(&word)
                    };
                    starts_with_capital(word)
                        && looks_given(word)
                        && (self.is_abbreviated(before) || !is_common())
                }
                Kind::Mark('.') => before > start && self.is_abbreviated(before - 1),
                Kind::Dash => self.is_dash_of_initials(before),
                _ => false,
            };
            if !is_given {
                break;
            }
            first = before;
        }
        while first < family && self.tokens[first].kind != Kind::Word {
            first += 1;
        }
        first
    }

    /// Steps back over initials behind a family name: `Wang L.`, `Smith JA`, `King, M. L.`.
    pub(super) fn skip_initials(&self, end: usize, floor: usize) -> (usize, Option<String>) {
        let mut position = end;
        while position > floor + 1 {
            let dotted = self.skip_mark(position, floor, '.');
            let word = self.word(dotted - 1);
            let initial = self.tokens[dotted - 1].kind == Kind::Word
                && is_initial(word)
                && dotted > floor + 1;
            if !initial || (dotted == position && word.chars().count() > 2) {
                break;
            }
            position = dotted - 1;
        }
        let initials = position;
        // `Hill, J. (2010)`, but not `Abo, Sy, and Bell`.
        let is_dotted = || self.tokens[initials..end].iter().any(|token| token.is('.'));
        if position < end && is_dotted() {
            position = self.skip_mark(position, floor, ',');
        }
        let behind_name = position > floor
            && self.tokens[position - 1].kind == Kind::Word
            && !is_initial(self.word(position - 1))
            && starts_with_capital(self.word(position - 1))
            && self.lexicon.heads(&fold::fold(self.word(position - 1)));
        if position == end || !behind_name {
            return (end, None);
        }
        (
            position,
            Some(single_line(self.span(initials, end).slice(self.text))),
        )
    }

    /// Whether a full stop behind this token belongs to it: initials and `St.`, but not the second half of `z. B.`
    pub(in crate::citation) fn is_abbreviated(&self, idx: usize) -> bool {
        let word = self.word(idx);
        let dotted = self
            .tokens
            .get(idx + 1)
            .is_some_and(|next| next.is('.') && next.gap == Gap::None);
        let of_small_letter = idx >= 2
            && self.tokens[idx - 1].is('.')
            && self.tokens[idx - 2].kind == Kind::Word
            && self.word(idx - 2).len() == 1
            && !starts_with_capital(self.word(idx - 2));
        let is_short = || is_short_initial(word) && !words::is_opening_word(&lower(word));
        let initial = (word.chars().count() == 1 || is_short())
            && starts_with_capital(word)
            && !of_small_letter;
        self.tokens[idx].kind == Kind::Word
            && dotted
            && (initial || matches!(word, "St" | "Ste" | "Jr" | "Sr"))
    }

    /// Whether the token is an initial that stands before the end of a run: `J`, `J.`
    pub(super) fn is_initial_before(&self, idx: usize, last: usize) -> bool {
        if idx + 1 >= last {
            return false;
        }
        let word = self.word(idx);
        let n_letters = word.chars().count();
        let is_dotted =
            is_initial(word) && n_letters <= 2 && word != "St" && self.tokens[idx + 1].is('.');
        is_dotted || (n_letters == 1 && starts_with_capital(word))
    }

    /// Whether the dash joins two initials: `J.-P.`
    pub(super) fn is_dash_of_initials(&self, dash: usize) -> bool {
        self.tokens[dash].gap == Gap::None && dash > 0 && self.tokens[dash - 1].is('.')
    }
}
