//! How sure the form of a cite is.

use super::{
    super::{
        CitedName, CitedYear, Form, Role,
        names::{Context, NameRow, starts_with_capital},
        phrases, subjects,
        token::{Gap, Kind},
        words::{self, lower},
        year,
    },
    Found, Scan,
    names_of_year::FARTHEST_NAME,
};
use crate::{span::Span, work::fold};

impl Scan<'_> {
    /// How much the form says.
    pub(super) fn form(&self, found: &Found, cited: &CitedYear, end: usize) -> Form {
        if self.may_be_no_citation(found, cited, end) {
            return Form::Open;
        }
        let names = &found.names;
        if names.et_al.is_some() {
            return Form::Certain;
        }
        if found.context == Context::Running || !self.year_is_plausible(cited) {
            return Form::Open;
        }
        let is_narrative = found.context == Context::Narrative;
        // An organisation that the list does not know, or anything else with capitals: a comma or a locator speaks for the first.
        if names.is_open && (is_narrative || !self.has_comma_or_locator(cited, end)) {
            return Form::Open;
        }
        if names.connector.is_some() && names.names.len() > 1 {
            return Form::Certain;
        }
        let is_likely = if is_narrative {
            !self.follows_article(names.start) && self.ends_bracket(end)
        } else {
            self.has_plain_prefix(found) && !self.is_product(end)
        };
        if is_likely { Form::Likely } else { Form::Open }
    }

    /// Whether names or year tell of something else than a listed work: another bearer of the name, a subject of the paper, an
    /// event, a work that is not out, a source that need not be listed.
    fn may_be_no_citation(&self, found: &Found, cited: &CitedYear, end: usize) -> bool {
        let names = &found.names;
        let in_preparation = || {
            cited.status.is_some() && words::is_in_preparation(cited.span.slice(self.reader.text))
        };
        found.is_apart
            || names
                .names
                .first()
                .is_some_and(|name| self.is_contradicted(name))
            || in_preparation()
            || self.is_only_subject(names)
            || found.context == Context::Narrative && self.is_study(names)
            || self.is_unlisted_source(found, end)
            || self.is_event(found, cited)
    }

    /// Whether the only name is an abbreviation that listed works print without being by it: `PISA (2003)`.
    fn is_study(&self, names: &NameRow) -> bool {
        let [name] = names.names.as_slice() else {
            return false;
        };
        let listed = self.reader.lexicon.find(&fold::fold(&name.text));
        !name.text.contains(char::is_lowercase)
            && !listed.is_empty()
            && listed.iter().all(|listed| listed.role == Role::Printed)
    }

    /// Whether nothing stands before the names in their bracket but words that introduce a cite.
    fn has_plain_prefix(&self, found: &Found) -> bool {
        self.prefix(found)
            .is_none_or(|prefix| self.is_plain_prefix(prefix))
    }

    /// Whether a comma stands before the year, or a locator behind it.
    fn has_comma_or_locator(&self, cited: &CitedYear, end: usize) -> bool {
        let tokens = self.reader.tokens;
        let year = tokens.partition_point(|token| token.span.start < cited.span.start);
        let comma = year > 0 && tokens[year - 1].is(',');
        comma || end > year + 1
    }

    /// Whether the names are those of places or things, or the year a range: an event, a law, a product, a life.
    fn is_event(&self, found: &Found, cited: &CitedYear) -> bool {
        let names = &found.names;
        if names.et_al.is_some() {
            return false;
        }
        let is_place = |name: &CitedName| subjects::is_place(&lower(&name.text));
        let is_thing = names.names.len() == 1
            && names
                .names
                .iter()
                .any(|name| subjects::is_thing(&lower(&name.text)));
        cited.end.is_some()
            || names.names.iter().all(is_place)
            || is_thing
            || self.is_named_as_thing(names)
    }

    /// Whether the word before the only name, or its first word, says that it is that of a thing: `the film Casablanca`.
    fn is_named_as_thing(&self, names: &NameRow) -> bool {
        let [name] = names.names.as_slice() else {
            return false;
        };
        // `R v Brown [1994]`
        let is_case = names
            .start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.reader.word(before), "v" | "vs"));
        if is_case || self.reader.lexicon.knows(&fold::fold(&name.text)) {
            return is_case;
        }
        // `l'Accord de Paris`: an article that has lost its vowel.
        let is_elided = name
            .text
            .split_once(['\'', '’'])
            .is_some_and(|(article, _)| {
                matches!(article, "l" | "dell" | "all" | "nell" | "sull" | "dall")
            });
        let mut words = name.text.split(' ');
        let heads = words
            .next()
            .is_some_and(|first| subjects::names_a_thing(&lower(first)))
            && words.next().is_some();
        is_elided
            || is_symbol(&name.text)
            || self.precedes_numeral(name.span)
            || heads
            || self.follows_section(names.start)
            || self.noun_before(names.start).is_some_and(|idx| {
                let word = self.reader.word(idx);
                let lowered = lower(word);
                subjects::names_a_thing(&lowered)
                    || starts_with_capital(word)
                        && words::is_label(&lowered)
                        && !words::is_opening_word(&lowered)
            })
    }

    /// Whether a Roman numeral stands behind a name: `Hartz IV (2005)`.
    fn precedes_numeral(&self, name: Span) -> bool {
        let tokens = self.reader.tokens;
        let last = tokens.partition_point(|token| token.span.end < name.end);
        let is_numeral = |idx: usize| {
            let word = tokens
                .get(idx)
                .map_or("", |token| token.text(self.reader.text));
            matches!(
                word,
                "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX" | "X"
            )
        };
        is_numeral(last) || is_numeral(last + 1)
    }

    /// Whether the number of a section stands before, so that the name is that of a law: `§ 12 Abs. 3 BGB (1900)`.
    fn follows_section(&self, start: usize) -> bool {
        let first = start.saturating_sub(6);
        let before = &self.reader.tokens[first..start];
        let is_number = before
            .last()
            .is_some_and(|token| token.kind == Kind::Number);
        is_number && before.iter().any(|token| token.is('§'))
    }

    /// The word before a name, over prepositions and articles: `terremoto de Valdivia`, `v. Wade`.
    fn noun_before(&self, start: usize) -> Option<usize> {
        let tokens = self.reader.tokens;
        let small = |idx: usize| {
            let word = self.reader.word(idx);
            word == "of" || words::is_preposition_or_particle(word) || words::is_article(word)
        };
        let mut at = start;
        for _ in 0..3 {
            at = at
                .checked_sub(1)
                .filter(|at| tokens[at + 1].gap <= Gap::Wrap)?;
            if tokens[at].is('.') && at > 0 && matches!(self.reader.word(at - 1), "v" | "vs") {
                return Some(at - 1);
            }
            if tokens[at].kind != Kind::Word {
                return None;
            }
            if !small(at) {
                return Some(at);
            }
        }
        None
    }

    /// Whether the work is a source that need not be listed: cited in another, or a personal communication.
    fn is_unlisted_source(&self, found: &Found, end: usize) -> bool {
        let text = self.reader.text;
        let Some(token) = self.reader.tokens.get(end) else {
            return false;
        };
        let after = &text[token.span.start..];
        let after = after.trim_start_matches([',', ';', ' ', ')', '\u{a0}', '\n']);
        let head: String = after
            .chars()
            .take(40)
            .flat_map(char::to_lowercase)
            .collect();
        let tells = |phrases: &[&str]| phrases.iter().any(|phrase| head.starts_with(phrase));
        tells(phrases::CITED_IN)
            || (found.context != Context::Running && tells(phrases::NOT_LISTED))
    }

    /// Whether a year lies in the time that the list covers; older years in unlisted cites are history.
    fn year_is_plausible(&self, cited: &CitedYear) -> bool {
        /// Lists leave out works so much older than their oldest one only when they are no works.
        const MARGIN: i32 = 25;
        match (cited.year, self.reader.lexicon.span()) {
            (Some(year), Some((first, _))) => year >= first - MARGIN,
            _ => true,
        }
    }

    /// Whether an article or noun marker stands before the names: `the Washington (2004) data`.
    fn follows_article(&self, start: usize) -> bool {
        start > 0
            && self.reader.tokens[start].gap <= Gap::Wrap
            && words::is_article(self.reader.word(start - 1))
    }

    /// Whether the bracket ends here, or a further cite or locator follows.
    fn ends_bracket(&self, end: usize) -> bool {
        self.reader.tokens.get(end).is_none_or(|token| {
            matches!(token.kind, Kind::Close | Kind::Mark(',' | ';' | ':')) || self.separates(token)
        })
    }

    /// Whether a prefix introduces cites: it ends with `see`, `vgl.` and the like, or has small words and numbers only.
    fn is_plain_prefix(&self, prefix: Span) -> bool {
        let mut words = prefix
            .slice(self.reader.text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let is_plain = |word: &str| {
            let word = lower(word);
            words::is_prefix_word(&word) || words::is_opening_word(&word)
        };
        let last = words.clone().next_back();
        last.is_some_and(|word| words::introduces_cite(&lower(word)))
            || words.all(|word| is_plain(word) || !word.contains(char::is_uppercase))
    }

    /// Whether the maker of a product follows instead of a locator: `(Flash 2000, CE Instruments Ltd, UK)`.
    fn is_product(&self, end: usize) -> bool {
        let tokens = self.reader.tokens;
        let Some([comma, word, ..]) = tokens.get(end..) else {
            return false;
        };
        let close = tokens[end..]
            .iter()
            .take(FARTHEST_NAME)
            .position(|token| matches!(token.kind, Kind::Close | Kind::Mark(';')));
        let has_year = |n_tokens: usize| {
            (end..end + n_tokens).any(|idx| year::read(self.reader.text, tokens, idx).is_some())
        };
        let text = word.text(self.reader.text);
        comma.is(',')
            && word.kind == Kind::Word
            && starts_with_capital(text)
            && !words::is_month(&lower(text))
            && close.is_some_and(|n_tokens| !has_year(n_tokens))
    }
}

/// Whether a name is one letter of the Latin alphabet: `R (2021)`.
fn is_symbol(name: &str) -> bool {
    name.len() == 1
}
