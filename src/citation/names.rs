//! The names of a cite, read backwards from its year.

use super::{
    CitedName,
    lexicon::Lexicon,
    token::{Gap, Kind, Token},
    words,
    words::lower,
    year,
};
use crate::{span::Span, work::fold};

/// Where a year stands, which decides how much may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// `(… Smith, 2010)`.
    Bracket,
    /// `Smith (2010)`.
    Narrative,
    /// `Smith 2010` outside brackets.
    Running,
}

/// The names before a year.
#[derive(Debug, Clone, Default)]
pub(super) struct NameRow {
    /// The first token.
    pub(super) start: usize,
    /// The names, in the order of the text.
    pub(super) names: Vec<CitedName>,
    /// The bytes of `et al.` and the like.
    pub(super) et_al: Option<Span>,
    /// The bytes of `and`, `&` before the last name.
    pub(super) connector: Option<Span>,
    /// Whether the first name is made of several capitalised words of which the list knows none.
    pub(super) is_open: bool,
}

/// The tokens of a stretch of prose, and what is known about names.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    /// Whether all nouns take capitals, so that a capitalised word before a name need not be a given name (German).
    pub(super) nouns_are_capitalised: bool,
}

/// The names of organisations have seldom more words.
const LONGEST_NAME: usize = 12;

/// Authors that are written out in one cite; styles stop at eight at the latest.
const MOST_NAMES: usize = 12;

impl<'a> Reader<'a> {
    /// Reads the names that end before the token `end` and begin at the token `floor` or later.
    pub(super) fn names_before(
        &self,
        end: usize,
        floor: usize,
        context: Context,
    ) -> Option<NameRow> {
        let end = self.skip_back_to_names(end, floor);
        if context != Context::Running
            && let Some(names) = self.title_or_organisation(end, floor, context)
        {
            return Some(names);
        }
        let mut names = NameRow::default();
        let mut position = end;
        if let Some(start) = self.et_al_before(end, floor) {
            names.et_al = Some(self.span(start, end));
            position = self.skip_mark(start, floor, ',');
        }
        while names.names.len() < MOST_NAMES {
            let Some((start, name, is_open)) = self.name_before(position, floor, context) else {
                break;
            };
            let separator = self.separator_before(start, floor);
            let previous = names.names.first();
            if previous.is_some_and(|next| !self.joins(&name, next, &names, position, context)) {
                break;
            }
            if previous.is_some() && names.connector.is_none() {
                names.connector = self.connector_between(position, names.start);
            }
            names.start = start;
            names.is_open = is_open;
            names.names.insert(0, name);
            let Some(next) = separator else { break };
            position = next;
        }
        (!names.names.is_empty()).then_some(names)
    }

    /// Whether a name on the left belongs to the names that were read on the right of it.
    fn joins(
        &self,
        left: &CitedName,
        right: &CitedName,
        names: &NameRow,
        left_end: usize,
        context: Context,
    ) -> bool {
        if self.connector_between(left_end, names.start).is_some() {
            return true;
        }
        if self.tokens[left_end].is(';') {
            return self
                .lexicon
                .together(&fold::fold(&left.text), &fold::fold(&right.text));
        }
        // Only a comma between them: a list of names is closed by `and` or `et al.`, or known from the reference list.
        let closed = names.connector.is_some() || names.et_al.is_some();
        closed && (context != Context::Running || self.lexicon.knows(&fold::fold(&left.text)))
            || self
                .lexicon
                .together(&fold::fold(&left.text), &fold::fold(&right.text))
    }

    /// The bytes from one token to before another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    pub(super) fn word(&self, idx: usize) -> &'a str {
        self.tokens[idx].text(self.text)
    }

    /// Steps back over what may stand between names and year: a comma, `eds.`, `ca. 350 B.C.E./`, an abbreviation in brackets.
    fn skip_back_to_names(&self, end: usize, floor: usize) -> usize {
        let mut position = self.skip_mark(end, floor, '/');
        if position < end {
            position = self.skip_era(position, floor);
        }
        position = self.skip_mark(position, floor, ',');
        position = self.skip_abbreviation(position, floor);
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

    fn skip_mark(&self, position: usize, floor: usize, mark: char) -> usize {
        if position > floor && self.tokens[position - 1].is(mark) {
            position - 1
        } else {
            position
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
    pub(super) fn et_al_at(&self, start: usize) -> Option<Span> {
        let end = words::ET_AL
            .iter()
            .find_map(|words| year::words_at(self.text, self.tokens, start, words))?;
        Some(self.span(start, end))
    }

    /// The first token of the `et al.` that ends before `end`.
    fn et_al_before(&self, end: usize, floor: usize) -> Option<usize> {
        let end = self.skip_possessive_mark(end, floor);
        words::ET_AL
            .iter()
            .find_map(|words| self.words_before(words, end, floor))
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

    /// The token where the name to the left of `start` ends, if something joins it to the names on the right.
    fn separator_before(&self, start: usize, floor: usize) -> Option<usize> {
        let position = start.checked_sub(1).filter(|position| *position > floor)?;
        let token = self.tokens[position];
        let joined = match token.kind {
            Kind::Mark('&') => true,
            Kind::Mark(',' | ';') => return Some(position),
            Kind::Word => words::is_connector(&lower(self.word(position))),
            _ => false,
        };
        joined.then(|| self.skip_mark(position, floor, ','))
    }

    /// The bytes of `and` or `&` between two names.
    fn connector_between(&self, end: usize, start: usize) -> Option<Span> {
        let token = self.tokens[end..start]
            .iter()
            .rfind(|token| !token.is(',') && !token.is(';'))?;
        Some(token.span)
    }

    /// Reads an organisation or title of several words that the list has, the longest that ends before `end`.
    fn title_or_organisation(&self, end: usize, floor: usize, context: Context) -> Option<NameRow> {
        let (last, quoted) = self.inside_quotes(end, floor);
        let from = floor.max(last.saturating_sub(LONGEST_NAME));
        for start in from..last {
            let token = self.tokens[start];
            if token.kind != Kind::Word || last - start < 2 && !quoted {
                continue;
            }
            if context == Context::Narrative && !starts_with_capital(self.word(start)) {
                continue;
            }
            let span = self.span(start, last);
            let folded = fold::fold(span.slice(self.text));
            let is_title = self.lexicon.find_title(&folded).next().is_some();
            if is_title || self.lexicon.is_organisation(&folded) {
                return Some(self.one_name(start, span));
            }
        }
        None
    }

    /// The names of a cite by one organisation or title.
    fn one_name(&self, start: usize, span: Span) -> NameRow {
        let opens_quote = start > 0
            && self.tokens[start - 1].kind == Kind::Quote
            && self.tokens[start].gap == Gap::None;
        NameRow {
            start: start - usize::from(opens_quote),
            names: vec![CitedName {
                text: single_line(span.slice(self.text)),
                given: None,
                span,
            }],
            ..NameRow::default()
        }
    }

    /// Where a title in quotation marks ends, if one ends before `end`.
    fn inside_quotes(&self, end: usize, floor: usize) -> (usize, bool) {
        let mut position = end;
        let mut quoted = false;
        while position > floor
            && matches!(
                self.tokens[position - 1].kind,
                Kind::Quote | Kind::Mark(',')
            )
        {
            quoted |= self.tokens[position - 1].kind == Kind::Quote;
            position -= 1;
        }
        (position, quoted)
    }

    /// Reads one name that ends before `end`: its first token, the name, and whether it is of several unknown words.
    fn name_before(
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
            None => self.trim_opening(start, last)?,
        };
        let family = known.unwrap_or_else(|| self.family_start(first, last));
        let family_span = Span::new(self.tokens[family].span.start, family_end);
        let given =
            (family > first).then(|| single_line(self.span(first, family).slice(self.text)));
        let n_words = (family..last)
            .filter(|idx| self.tokens[*idx].kind == Kind::Word)
            .count();
        let name = CitedName {
            text: single_line(family_span.slice(self.text)),
            given: given.or(given_after),
            span: Span::new(self.tokens[first].span.start, family_end),
        };
        let compound = (family..last).any(|idx| words::is_particle(&lower(self.word(idx))));
        Some((first, name, known.is_none() && n_words > 1 && !compound))
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

    /// The first token of the given names before a known family name; a capitalised word that cannot be one is left out
    /// where a capital says little: at the head of a sentence, in a bracket, and in German.
    fn fitting_given_start(
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

    /// Steps back over a lone apostrophe behind a name in -s; says whether the name is possessive.
    fn skip_possessive(&self, end: usize, floor: usize) -> (usize, bool) {
        let lone = end > floor + 1
            && self.tokens[end - 1].kind == Kind::Quote
            && self.tokens[end - 1].gap == Gap::None
            && self.word(end - 2).ends_with(['s', 'x', 'z', 'S']);
        let inside = end > floor && possessive_length(self.word(end - 1)) > 0;
        (end - usize::from(lone), lone || inside)
    }

    /// Steps back over initials behind a family name: `Wang L.`, `Smith JA`, `King, M. L.`.
    fn skip_initials(&self, end: usize, floor: usize) -> (usize, Option<String>) {
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
            Some(single_line(self.span(position, end).slice(self.text))),
        )
    }

    /// Whether a name can end with this token.
    fn ends_name(&self, idx: usize, context: Context) -> bool {
        let token = self.tokens[idx];
        let word = token.text(self.text);
        if token.kind != Kind::Word
            || (token.gap == Gap::None && idx > 0 && self.tokens[idx - 1].is('/'))
        {
            return false;
        }
        let folded = fold::fold(&word[..word.len() - possessive_length(word)]);
        let lowered = lower(word);
        let is_common = words::is_month(&lowered)
            || words::is_label(&lowered)
            || words::is_opening_word(&lowered);
        if is_common && !self.follows_name(idx) {
            return context != Context::Running
                && starts_with_capital(word)
                && self.lexicon.knows(&folded);
        }
        if !starts_with_capital(word) {
            return self.lexicon.heads(&folded)
                && word.chars().count() > 2
                && context != Context::Running;
        }
        !word.contains(|c: char| c.is_ascii_digit()) || self.lexicon.heads(&folded)
    }

    /// Whether `&` or a listed family name stands before: `Abdel & Sommer`, `Wang Lei`.
    fn follows_name(&self, idx: usize) -> bool {
        idx > 0
            && (self.tokens[idx - 1].is('&')
                || (starts_with_capital(self.word(idx - 1))
                    && self.lexicon.heads(&fold::fold(self.word(idx - 1)))))
    }

    /// The first token of the capitalised words, particles and initials that end before `last`.
    fn run_start(&self, last: usize, floor: usize) -> usize {
        let mut start = last - 1;
        while start > floor && last - start < LONGEST_NAME {
            if self.tokens[start].gap > Gap::Wrap {
                break;
            }
            let before = start - 1;
            let token = self.tokens[before];
            let word = token.text(self.text);
            let next = match token.kind {
                Kind::Word if starts_with_capital(word) => before,
                Kind::Word if words::is_particle(&lower(word)) => before,
                Kind::Word if self.is_inside(before, floor) => before,
                Kind::Mark('.') if before > floor && self.is_abbreviated(before - 1) => before - 1,
                Kind::Dash if before > floor && is_initial_at(self, before) => before,
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

    /// Whether a full stop behind this token belongs to it: initials and `St.`, but not the second half of `z. B.`
    fn is_abbreviated(&self, idx: usize) -> bool {
        let word = self.word(idx);
        let dotted = self
            .tokens
            .get(idx + 1)
            .is_some_and(|next| next.is('.') && next.gap == Gap::None);
        let of_small_letter = idx >= 2
            && self.tokens[idx - 1].is('.')
            && self.word(idx - 2).len() == 1
            && !starts_with_capital(self.word(idx - 2));
        let initial = (word.chars().count() == 1 || is_short_initial(word))
            && starts_with_capital(word)
            && !of_small_letter;
        self.tokens[idx].kind == Kind::Word
            && dotted
            && (initial || matches!(word, "St" | "Ste" | "Jr" | "Sr"))
    }

    /// The first token from which on the words are a name that the list has.
    fn known_start(&self, start: usize, last: usize, end: usize) -> Option<usize> {
        (start..last)
            .filter(|idx| {
                self.tokens[*idx].kind == Kind::Word && !is_initial_token(self, *idx, last)
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
                Kind::Dash => is_initial_at(self, before),
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

    /// Leaves out opening words before an unknown name; nothing remains of a run made of them.
    fn trim_opening(&self, start: usize, last: usize) -> Option<usize> {
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

    /// Where the family name begins in a run that the list does not know: behind initials.
    fn family_start(&self, first: usize, last: usize) -> usize {
        (first..last)
            .find(|idx| self.tokens[*idx].kind == Kind::Word && !is_initial_token(self, *idx, last))
            .unwrap_or(last - 1)
    }
}

/// Whether the token is an initial that stands before the end of a run: `J`, `J.`
fn is_initial_token(reader: &Reader<'_>, idx: usize, last: usize) -> bool {
    idx + 1 < last
        && is_initial(reader.word(idx))
        && reader.word(idx).chars().count() <= 2
        && reader.tokens[idx + 1].is('.')
        || idx + 1 < last
            && reader.word(idx).chars().count() == 1
            && starts_with_capital(reader.word(idx))
}

/// Whether the dash joins two initials: `J.-P.`
fn is_initial_at(reader: &Reader<'_>, dash: usize) -> bool {
    reader.tokens[dash].gap == Gap::None && dash > 0 && reader.tokens[dash - 1].is('.')
}

/// Whether the word is one to three capital letters, or `Ch`, `Th`, `Yu`.
fn is_initial(word: &str) -> bool {
    let n_letters = word.chars().count();
    let capitals = word.chars().all(char::is_uppercase);
    (n_letters <= 3 && capitals) || (n_letters == 2 && starts_with_capital(word))
}

/// Whether the word is an initial of two letters: `Ch`, `Yu`; two capitals are an abbreviation.
fn is_short_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.next().is_none()
}

/// Whether a word can be a given name: not `DM-architecture` or `mRNA`.
fn looks_given(word: &str) -> bool {
    word.split(['-', '‐', '’', '\'']).all(|part| {
        let mut letters = part.chars();
        letters.next().is_none_or(char::is_uppercase)
            && (letters.clone().all(char::is_lowercase) || part.chars().count() <= 3)
    })
}

/// Whether a word is written as names are: a capital, a letter without case, or a capital behind a short particle (`d’Errico`).
pub(super) fn starts_with_capital(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    if first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase()) {
        return true;
    }
    let joint = word.find(['\'', '’', '-', '‐', '‘']);
    joint.is_some_and(|at| at <= 3 && word[at..].chars().nth(1).is_some_and(char::is_uppercase))
}

/// The bytes of `’s` at the end of a word.
fn possessive_length(word: &str) -> usize {
    ["'s", "’s", "ʼs", "´s", "'S", "’S"]
        .iter()
        .find(|ending| word.ends_with(**ending))
        .map_or(0, |ending| ending.len())
}

/// A name without line ends: a hyphen at the end of a line vanishes, other white space becomes one blank.
pub(super) fn single_line(text: &str) -> String {
    if !text.contains(['\n', '\r', '\u{ad}']) {
        return fold::single_spaced(text).into_owned();
    }
    let unbroken = text.replace('\r', "").replace("-\n", "").replace("‐\n", "");
    fold::single_spaced(&unbroken).into_owned()
}
