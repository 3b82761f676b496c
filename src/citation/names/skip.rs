//! Steps back over what may stand between names and their year.

use super::{
    super::{
        phrases,
        token::{Gap, Kind, words_at},
        words::{self, lower},
    },
    Reader,
    spelling::possessive_length,
};
use crate::{span::Span, work::fold};

impl Reader<'_> {
    /// Steps back over what may stand between names and year: a comma, `eds.`, `ca. 350 B.C.E./`, an abbreviation in brackets.
    pub(super) fn skip_back_to_names(&self, end: usize, floor: usize) -> usize {
        let mut position = self.skip_mark(end, floor, '/');
        if position < end {
            position = self.skip_era(position, floor);
        }
        position = self.skip_mark(position, floor, ',');
        position = self.skip_ellipsis(position, floor);
        position = self.skip_stray_semicolon(position, floor);
        position = self.skip_abbreviation(position, floor);
        position = self.skip_role(position, floor);
        loop {
            let before = position;
            let dotted = self.skip_mark(position, floor, '.');
            if dotted > floor && self.tokens[dotted - 1].kind == Kind::Word {
                let word = lower(self.word(dotted - 1));
                let abbreviated = dotted < position && self.lexicon.heads(&fold::fold(&word));
                if abbreviated {
                    return dotted;
                }
                let circa = matches!(word.as_ref(), "ca" | "circa" | "um" | "orig");
                if circa || words::is_role(&word) || words::is_generation(&word) {
                    position = self.skip_mark(dotted - 1, floor, ',');
                }
            }
            if position == before {
                return position;
            }
        }
    }

    pub(super) fn skip_mark(&self, position: usize, floor: usize, mark: char) -> usize {
        if position > floor && self.tokens[position - 1].is(mark) {
            position - 1
        } else {
            position
        }
    }

    /// Steps back over the dots behind the first words of a title: `RELATÓRIO..., 1812` (ABNT NBR 10520).
    fn skip_ellipsis(&self, position: usize, floor: usize) -> usize {
        if position > floor && self.tokens[position - 1].is('…') {
            return position - 1;
        }
        let from = position.saturating_sub(3).max(floor);
        let dots = &self.tokens[from..position];
        if dots.len() == 3 && dots.iter().all(|token| token.is('.')) {
            from
        } else {
            position
        }
    }

    /// Steps back over the semicolon of `Ziv; 1982` behind a listed name.
    fn skip_stray_semicolon(&self, position: usize, floor: usize) -> usize {
        let bare = self.skip_mark(position, floor, ';');
        let is_listed = bare < position
            && bare > floor
            && self.lexicon.is_creator(&fold::fold(self.word(bare - 1)));
        if is_listed { bare } else { position }
    }

    /// Steps back over the page before a year, behind a name that the list knows: `(Lind, p. 12, 2010)`.
    pub(super) fn skip_page(&self, end: usize, floor: usize) -> usize {
        /// `pp. 12–15`, with its comma.
        const LONGEST: usize = 7;
        let first = end.saturating_sub(LONGEST).max(floor + 1);
        let heading = (first..end).rev().find(|idx| {
            let word = lower(self.word(*idx));
            self.tokens[*idx].kind == Kind::Word && words::is_page_word(&word)
        });
        let Some(heading) = heading else { return end };
        let numbers = &self.tokens[heading + 1..end];
        let is_row = numbers.iter().all(|token| {
            matches!(
                token.kind,
                Kind::Number | Kind::Dash | Kind::Mark('.' | ',')
            )
        });
        let has_number = numbers.iter().any(|token| token.kind == Kind::Number);
        let bare = self.skip_mark(heading, floor, ',');
        let is_listed = bare > floor && self.lexicon.knows(&fold::fold(self.word(bare - 1)));
        if is_row && has_number && is_listed {
            bare
        } else {
            end
        }
    }

    /// Steps back over `350 B.C.E.`, and a plain first year.
    fn skip_era(&self, position: usize, floor: usize) -> usize {
        let era = |idx: usize| match self.tokens[idx].kind {
            Kind::Mark('.') | Kind::Number => true,
            Kind::Word => matches!(
                self.word(idx),
                "B" | "C" | "E" | "A" | "D" | "BCE" | "BC" | "CE" | "AD"
            ),
            _ => false,
        };
        let start = (floor.max(position.saturating_sub(8))..position)
            .rev()
            .take_while(|idx| era(*idx))
            .last();
        start.unwrap_or(position)
    }

    /// Steps back over `(Hg.)`, `(eds.)`.
    fn skip_role(&self, position: usize, floor: usize) -> usize {
        if position < floor + 4 || self.tokens[position - 1].kind != Kind::Close {
            return position;
        }
        let word = self.skip_mark(position - 1, floor, '.') - 1;
        let is_bracket = word > floor && self.tokens[word - 1].kind == Kind::Open;
        if is_bracket && words::is_role(&lower(self.word(word))) {
            word - 1
        } else {
            position
        }
    }

    /// Steps back over `[WHO]` or `(SUF)`.
    fn skip_abbreviation(&self, position: usize, floor: usize) -> usize {
        if position < floor + 4 {
            return position;
        }
        let [open, word, close] =
            [position - 3, position - 2, position - 1].map(|idx| self.tokens[idx]);
        let short = word.kind == Kind::Word
            && word
                .text(self.text)
                .chars()
                .filter(|c| c.is_uppercase())
                .count()
                >= 2;
        if open.kind == Kind::Open && short && close.kind == Kind::Close {
            position - 3
        } else {
            position
        }
    }

    /// The bytes of the `et al.` that begins at `start`.
    pub(in crate::citation) fn et_al_at(&self, start: usize) -> Option<Span> {
        let end = phrases::ET_AL
            .iter()
            .find_map(|words| words_at(self.text, self.tokens, start, words))?;
        Some(self.span(start, end))
    }

    /// The first token of the `et al.` that ends before `end`.
    pub(super) fn et_al_before(&self, end: usize, floor: usize) -> Option<usize> {
        let end = self.skip_possessive_mark(end, floor);
        let last = self.skip_mark(end, floor, '.').max(1) - 1;
        let last = lower(self.word(last));
        let phrases = phrases::ET_AL.iter();
        phrases
            .filter(|words| words.last().is_some_and(|word| *word == last))
            .find_map(|words| self.words_before(words, end, floor))
            .or_else(|| self.lone_al_before(end, floor))
    }

    /// The token `al` of `Millet al., 2009`, behind a listed name only.
    fn lone_al_before(&self, end: usize, floor: usize) -> Option<usize> {
        let al = self.words_before(&["al"], end, floor)?;
        let is_listed = al > floor && self.lexicon.is_creator(&fold::fold(self.word(al - 1)));
        let is_dotted = self.tokens.get(al + 1).is_some_and(|next| next.is('.'));
        (is_listed && is_dotted).then_some(al)
    }

    /// Steps back over the `’s` of `et al.’s`.
    fn skip_possessive_mark(&self, end: usize, floor: usize) -> usize {
        let marked = end >= floor + 2
            && self.word(end - 1) == "s"
            && self.tokens[end - 2].kind == Kind::Quote;
        if marked { end - 2 } else { end }
    }

    /// The first of these words, if they end before `end`; a full stop may follow each.
    fn words_before(&self, words: &[&str], end: usize, floor: usize) -> Option<usize> {
        let mut position = end;
        for word in words.iter().rev() {
            position = self.skip_mark(position, floor, '.');
            if position <= floor || lower(self.word(position - 1)) != *word {
                return None;
            }
            position -= 1;
        }
        Some(position)
    }

    /// Whether the word is a name in the genitive with an apostrophe: `Lind’s`, `James’`.
    pub(in crate::citation) fn is_possessive(&self, idx: usize) -> bool {
        let ends_in_s = self.word(idx).ends_with(['s', 'x', 'z', 'S']);
        let lone = self.tokens.get(idx + 1).is_some_and(|next| {
            next.kind == Kind::Quote && next.gap == Gap::None && next.text(self.text) != "\""
        });
        self.tokens[idx].kind == Kind::Word
            && (possessive_length(self.word(idx)) > 0
                || (ends_in_s && lone)
                || self.is_german_genitive(idx))
    }

    /// Whether the word is a listed name with the genitive -s of German: `Chomskys Buch`.
    fn is_german_genitive(&self, idx: usize) -> bool {
        let folded = fold::fold(self.word(idx));
        self.nouns_are_capitalised
            && folded
                .strip_suffix('s')
                .is_some_and(|stem| !self.lexicon.knows(&folded) && self.lexicon.heads(stem))
    }

    /// Steps back over a lone apostrophe behind a name in -s; says whether the name is possessive.
    pub(super) fn skip_possessive(&self, end: usize, floor: usize) -> (usize, bool) {
        let lone = end > floor + 1
            && self.tokens[end - 1].kind == Kind::Quote
            && self.tokens[end - 1].gap == Gap::None
            && self.word(end - 2).ends_with(['s', 'x', 'z', 'S']);
        let inside = end > floor && possessive_length(self.word(end - 1)) > 0;
        (end - usize::from(lone), lone || inside)
    }
}
