//! One name: its family name and where it ends and begins.

use super::{
    super::{
        CitedName, subjects,
        token::{Gap, Kind},
        words::{self, lower},
    },
    Context, Reader,
    spelling::{elision_length, possessive_length, single_line},
};
use crate::{span::Span, work::fold};

impl Reader<'_> {
    /// Reads one name that ends before `end`: its first token, the name, and whether it is of several unknown words.
    pub(super) fn name_before(
        &self,
        end: usize,
        floor: usize,
        context: Context,
    ) -> Option<(usize, CitedName, bool)> {
        let (last, possessive) = self.skip_possessive(end, floor);
        let (last, given_after) = self.skip_initials(last, floor);
        if last <= floor || !self.ends_name(last - 1, context) {
            return None;
        }
        let start = self.run_start(last, floor);
        let family_end = self.family_end(last, possessive);
        let known = self.known_start(start, last, family_end);
        if known.is_none()
            && let Some(found) = self.family_first(start, last)
        {
            return Some(found);
        }
        let first = match known {
            Some(known) => self.fitting_given_start(start, known, family_end, context),
            None => self.behind_particles(self.trim_opening(start, last)?, last),
        };
        let family = known.unwrap_or_else(|| self.family_start(first, last));
        // `Maria Tarvo`: the list knows neither, but the first is a given name.
        let given_name = known.is_none()
            && family + 1 < last
            && subjects::is_given_name(&lower(self.word(family)))
            && self.tokens[family..last]
                .iter()
                .all(|token| token.kind == Kind::Word || token.is('.'));
        let family = if given_name {
            self.family_start(family + 1, last)
        } else {
            family
        };
        let family_span =
            self.without_elision(Span::new(self.tokens[family].span.start, family_end));
        let given =
            (family > first).then(|| single_line(self.span(first, family).slice(self.text)));
        let n_words = (family..last)
            .filter(|idx| self.tokens[*idx].kind == Kind::Word)
            .count();
        let name = CitedName {
            text: single_line(family_span.slice(self.text)),
            given: given.or(given_after),
            span: if family > first {
                Span::new(self.tokens[first].span.start, family_end)
            } else {
                family_span
            },
        };
        let compound = (family..last).any(|idx| words::is_particle(self.word(idx)));
        Some((first, name, known.is_none() && n_words > 1 && !compound))
    }

    /// Leaves out an article that stuck to a name, where the list has only the name: `L'ISTAT`.
    fn without_elision(&self, name: Span) -> Span {
        let elision = elision_length(name.slice(self.text));
        let bare = Span::new(name.start + elision, name.end);
        let knows = |span: Span| self.lexicon.knows(&fold::fold(span.slice(self.text)));
        if elision > 0 && !knows(name) && knows(bare) {
            bare
        } else {
            name
        }
    }

    /// Leaves out articles and prepositions before a name that the list does not know: `la Constitución`, `el estudio de Tarvo`.
    fn behind_particles(&self, first: usize, last: usize) -> usize {
        let mut first = self.behind_preposition(first, last);
        while first + 1 < last && self.is_article_before_name(first) {
            first += 1;
        }
        first
    }

    fn is_article_before_name(&self, idx: usize) -> bool {
        let word = self.word(idx);
        words::is_article_or_particle(word)
            || (self.nouns_are_capitalised && matches!(word, "der" | "den" | "des" | "die" | "dem"))
    }

    /// The token behind a preposition that a noun stands before: `Studie von Tarvo`, where nouns take capitals, or `estudio de`.
    fn behind_preposition(&self, first: usize, last: usize) -> usize {
        let is_preposition = |idx: &usize| words::is_preposition_or_particle(self.word(*idx));
        let behind = (first..last - 1)
            .rev()
            .find(is_preposition)
            .map(|idx| idx + 1);
        match behind {
            Some(behind) if behind == first + 1 && self.is_small_noun(first) => behind,
            Some(behind) if self.nouns_are_capitalised && self.follows_article(first) => behind,
            _ => first,
        }
    }

    /// Whether a small word stands before that introduces no name: `estudio`, but not `según` or a comma.
    fn is_small_noun(&self, idx: usize) -> bool {
        let before = idx.checked_sub(1).filter(|before| {
            self.tokens[*before].kind == Kind::Word && self.tokens[idx].gap <= Gap::Wrap
        });
        before.is_some_and(|before| {
            let word = self.word(before);
            let is_elided = word.contains(['\'', '’']);
            word.starts_with(char::is_lowercase)
                && (is_elided || !(words::is_opening_word(word) || words::is_connector(word)))
        })
    }

    /// Whether an article stands before: `die Studie von Tarvo`, or as the first word of the run.
    fn follows_article(&self, first: usize) -> bool {
        let is_article = |idx: usize| {
            self.tokens[idx].kind == Kind::Word && words::is_article(&lower(self.word(idx)))
        };
        is_article(first) || first > 0 && is_article(first - 1)
    }

    /// Reads a name whose family name comes first, when the list knows it: `Wang Lei`.
    fn family_first(&self, start: usize, last: usize) -> Option<(usize, CitedName, bool)> {
        let first = self.trim_opening(start, last)?;
        let two_words = first + 2 == last && self.tokens[first + 1].kind == Kind::Word;
        let family = fold::fold(self.word(first));
        let given = self.word(first + 1);
        if !two_words || !self.lexicon.heads(&family) || !self.lexicon.given_fits(&family, given) {
            return None;
        }
        let name = CitedName {
            text: single_line(self.word(first)),
            given: Some(single_line(given)),
            span: self.span(first, last),
        };
        Some((first, name, false))
    }

    /// The first token from which on the words are a name that the list has.
    fn known_start(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        (start..last)
            .filter(|idx| {
                self.tokens[*idx].kind == Kind::Word && !self.is_initial_before(*idx, last)
            })
            .find(|idx| {
                let from = self.tokens[*idx].span.start;
                let slice = Span::new(from, end.max(from)).slice(self.text);
                self.lexicon.knows(&fold::fold(slice))
            })
    }

    /// Where the family name ends in bytes: before `’s`, and before a genitive -s that the list does not know.
    fn family_end(&self, last: usize, possessive: bool) -> usize {
        let token = self.tokens[last - 1];
        let word = token.text(self.text);
        let bare = &word[..word.len() - possessive_length(word)];
        let folded = fold::fold(bare);
        let shorter = folded.strip_suffix("es").filter(|_| possessive);
        let genitive = [folded.strip_suffix('s'), shorter]
            .into_iter()
            .flatten()
            .find(|short| {
                short.len() > 2 && !self.lexicon.knows(&folded) && self.lexicon.heads(short)
            });
        let cut = genitive.map_or(0, |short| folded.len() - short.len());
        token.span.start + bare.len() - cut.min(bare.len())
    }

    /// Where the family name begins in a run that the list does not know: behind initials.
    fn family_start(&self, first: usize, last: usize) -> usize {
        (first..last)
            .find(|idx| self.tokens[*idx].kind == Kind::Word && !self.is_initial_before(*idx, last))
            .unwrap_or(last - 1)
    }
}
