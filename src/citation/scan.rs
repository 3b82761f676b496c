//! One pass over a stretch of prose: from every year back to its names.

use super::{
    Citation, Cite, CitedName, CitedYear, Form, Mode,
    common::CommonWords,
    lexicon::{Lexicon, ListedYears, Role},
    locator,
    names::{Context, NameRow, Reader, starts_with_capital},
    token::{Gap, Kind, Token, tokens},
    words::{self, lower},
    year,
};
use crate::{span::Span, work::fold};

/// A bracket that is not closed within so many tokens holds no citation; the longest lists of cites have some four hundred.
const LONGEST_BRACKET: usize = 1000;

/// Names stand at most so many tokens before their year in running text.
const FARTHEST_NAME: usize = 40;

/// The author of a year that stands alone in its bracket was named at most so many tokens before, some six sentences.
const FARTHEST_AUTHOR: usize = 150;

/// What is known about a paper before its citations are looked for.
#[derive(Clone, Copy)]
pub(super) struct Paper<'a> {
    /// Its text.
    pub(super) text: &'a str,
    /// The names in its list.
    pub(super) lexicon: &'a Lexicon,
    /// The words that are its subjects.
    pub(super) common: &'a CommonWords<'a>,
    /// Whether all nouns take capitals (German).
    pub(super) nouns_are_capitalised: bool,
}

/// Finds the citations of a stretch of prose.
pub(super) fn citations(paper: Paper<'_>, span: Span) -> Vec<Citation> {
    let tokens = tokens(paper.text, span);
    let mut pass = Scan {
        reader: Reader {
            text: paper.text,
            tokens: &tokens,
            lexicon: paper.lexicon,
            nouns_are_capitalised: paper.nouns_are_capitalised,
        },
        common: paper.common,
        openers: openers(&tokens),
        found: Vec::new(),
        previous: None,
    };
    let mut position = 0;
    while position < tokens.len() {
        position = pass.step(position);
    }
    pass.found
}

/// For every token the innermost bracket that is open before it.
fn openers(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut stack: Vec<usize> = Vec::new();
    let mut openers = Vec::with_capacity(tokens.len());
    for (idx, token) in tokens.iter().enumerate() {
        if token.gap == Gap::Break
            || stack
                .first()
                .is_some_and(|open| idx - open > LONGEST_BRACKET)
        {
            stack.clear();
        }
        if token.kind == Kind::Close {
            let open = stack.pop();
            openers.push(open);
            continue;
        }
        openers.push(stack.last().copied());
        if token.kind == Kind::Open {
            stack.push(idx);
        }
    }
    openers
}

/// The cite that was read last, for years that follow it without names.
#[derive(Clone, Copy)]
struct Previous {
    /// The token after its locator.
    end: usize,
    /// The bracket that its year stands in.
    opener: Option<usize>,
}

/// The state of the pass.
struct Scan<'a> {
    reader: Reader<'a>,
    common: &'a CommonWords<'a>,
    openers: Vec<Option<usize>>,
    found: Vec<Citation>,
    previous: Option<Previous>,
}

/// A year with the names before it.
struct Found {
    names: NameRow,
    /// The bracket that makes the citation, if any.
    opener: Option<usize>,
    context: Context,
    /// Whether names and year only stand near each other.
    is_apart: bool,
}

impl Scan<'_> {
    /// Looks at one token; returns the next to look at.
    fn step(&mut self, position: usize) -> usize {
        if !self.may_begin_year(position) {
            return position + 1;
        }
        let tokens = self.reader.tokens;
        let Some((years, end)) = year::read(self.reader.text, tokens, position) else {
            return position + 1;
        };
        let locator_end = locator::end(self.reader.text, tokens, end);
        let added = if self.continues_previous(position) {
            self.add_to_previous(&years, (end, locator_end))
        } else if let Some(found) = self.names_of(position, end, &years[0]) {
            self.add(&found, &years, (end, locator_end))
        } else {
            false
        };
        if added {
            self.previous = Some(Previous {
                end: locator_end,
                opener: self.openers[position],
            });
            locator_end
        } else {
            end
        }
    }

    /// Whether a year, or what stands for one, may begin here.
    fn may_begin_year(&self, position: usize) -> bool {
        let token = self.reader.tokens[position];
        match token.kind {
            Kind::Number => true,
            Kind::Open => self.reader.tokens.get(position + 1).is_some_and(|next| {
                next.kind == Kind::Number
                    || (self.openers[position].is_some() && next.kind == Kind::Word)
            }),
            Kind::Word => self.openers[position].is_some(),
            _ => false,
        }
    }

    /// Whether only separators stand between the cite read last and this year: `Smith (2010, 2012)`, `Smith (2010)’s (2012)`.
    fn continues_previous(&self, position: usize) -> bool {
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
    fn separates(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Mark(mark) => matches!(mark, ',' | ';' | '&' | '/'),
            Kind::Word => words::is_connector(&lower(token.text(self.reader.text))),
            _ => false,
        }
    }

    /// The names that belong to the year at `position`.
    fn names_of(&self, position: usize, end: usize, cited: &CitedYear) -> Option<Found> {
        let opener = self.openers[position];
        let Some(open) = opener else {
            return self.running(position, end, cited);
        };
        if self.is_first_in_bracket(open, position) {
            return self.narrative(open, cited);
        }
        let floor = self.floor(open, position);
        let names = self
            .reader
            .names_before(position, floor, Context::Bracket)?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener,
            context: Context::Bracket,
            is_apart: false,
        })
    }

    /// Whether the year is the first thing in its bracket, but for `ca.`, `orig.` and the like.
    fn is_first_in_bracket(&self, open: usize, position: usize) -> bool {
        self.reader.tokens[open + 1..position]
            .iter()
            .all(|token| match token.kind {
                Kind::Mark('.' | ',') => true,
                Kind::Word => matches!(
                    lower(token.text(self.reader.text)).as_ref(),
                    "ca" | "circa"
                        | "orig"
                        | "originally"
                        | "also"
                        | "first"
                        | "e"
                        | "g"
                        | "see"
                        | "especially"
                        | "esp"
                ),
                _ => false,
            })
    }

    /// The first token that may belong to the names of a year inside a bracket.
    fn floor(&self, open: usize, position: usize) -> usize {
        let previous = self.previous.map_or(0, |previous| previous.end);
        previous.max(open + 1).min(position)
    }

    /// The names before the bracket of a year.
    fn narrative(&self, open: usize, cited: &CitedYear) -> Option<Found> {
        let previous = self.previous.map_or(0, |previous| previous.end);
        // Inside another bracket the names stand inside it as well: `(see Smith (2010))`.
        let floor = previous
            .max(open.saturating_sub(FARTHEST_NAME))
            .max(self.openers[open].map_or(0, |outer| outer + 1))
            .min(open);
        let near = self.reader.names_before(open, floor, Context::Narrative);
        // `Kempe’s grammar of Arrernte (1891)`: the name before the bracket is unknown, another with this year is listed.
        let is_unknown = near
            .as_ref()
            .is_none_or(|names| self.is_only_subject(names));
        let apart = if is_unknown {
            self.names_apart(open, cited)
        } else {
            None
        };
        let is_apart = apart.is_some();
        let names = apart.or(near)?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener: Some(open),
            context: Context::Narrative,
            is_apart,
        })
    }

    /// Whether the row is one subject of the paper that the list does not know; an unknown name may also be a misspelt one.
    fn is_only_subject(&self, names: &NameRow) -> bool {
        match names.names.as_slice() {
            [name] => {
                names.et_al.is_none()
                    && self.common.has(&name.text)
                    && !self.reader.lexicon.knows(&fold::fold(&name.text))
            }
            _ => false,
        }
    }

    /// The nearest listed name before a year that stands alone in its bracket: `Smith’s early essay (2010)`.
    ///
    /// Name and year must both be those of one reference; so the name may stand some sentences before.
    fn names_apart(&self, open: usize, cited: &CitedYear) -> Option<NameRow> {
        let floor = open.saturating_sub(FARTHEST_AUTHOR);
        for idx in (floor..open).rev() {
            let token = self.reader.tokens[idx];
            let word = token.text(self.reader.text);
            if self.reader.tokens[idx + 1].gap == Gap::Break {
                return None;
            }
            if token.kind != Kind::Word || !starts_with_capital(word) {
                continue;
            }
            let names = self.reader.names_before(idx + 1, floor, Context::Running);
            if let Some(names) = names.filter(|names| self.lists(names, cited)) {
                return Some(names);
            }
        }
        None
    }

    /// The names before, or behind, a year that stands in no bracket.
    fn running(&self, position: usize, end: usize, cited: &CitedYear) -> Option<Found> {
        let previous = self.previous.map_or(0, |previous| previous.end);
        let floor = previous
            .max(position.saturating_sub(FARTHEST_NAME))
            .min(position);
        let names = self
            .reader
            .names_before(position, floor, Context::Running)
            .or_else(|| self.names_behind(position, end, cited))?;
        Some(Found {
            names: self.trimmed(names, cited),
            opener: None,
            context: Context::Running,
            is_apart: false,
        })
    }

    /// The listed name behind a year: `In 2010, Smith argued`.
    fn names_behind(&self, position: usize, end: usize, cited: &CitedYear) -> Option<NameRow> {
        let tokens = self.reader.tokens;
        let before = position
            .checked_sub(1)
            .map(|idx| lower(tokens[idx].text(self.reader.text)))?;
        let opens = matches!(before.as_ref(), "in" | "en" | "em" | "im" | "nel");
        if !opens || !tokens.get(end)?.is(',') || tokens.get(end + 1)?.kind != Kind::Word {
            return None;
        }
        let mut names = self
            .reader
            .names_before(end + 2, end + 1, Context::Running)?;
        names.et_al = self.reader.et_al_at(end + 2);
        self.lists(&names, cited).then_some(names)
    }

    /// Cuts names on the left that the list does not have when the rest is a listed work: `In Brazil, Smith & Lee (2010)`.
    fn trimmed(&self, mut names: NameRow, cited: &CitedYear) -> NameRow {
        let unknown = |name: &CitedName| !self.reader.lexicon.knows(&fold::fold(&name.text));
        let n_unknown = names.names.iter().take_while(|name| unknown(name)).count();
        if n_unknown > 0 && n_unknown < names.names.len() {
            let first = &names.names[n_unknown];
            if self.lists_name(&first.text, cited) {
                let start = first.span.start;
                names.start = self
                    .reader
                    .tokens
                    .partition_point(|token| token.span.start < start);
                names.names.drain(..n_unknown);
                if names.names.len() == 1 {
                    names.connector = None;
                }
                names.is_open = false;
            }
        }
        names
    }

    /// Whether the list has a work of this year under the first of these names.
    fn lists(&self, names: &NameRow, cited: &CitedYear) -> bool {
        names
            .names
            .first()
            .is_some_and(|name| !self.is_contradicted(name) && self.lists_name(&name.text, cited))
    }

    /// Whether two joined names stand together in one reference, whatever its year.
    fn lists_pair(&self, names: &NameRow) -> bool {
        match names.names.as_slice() {
            [first, second] if names.connector.is_some() => self
                .reader
                .lexicon
                .together(&fold::fold(&first.text), &fold::fold(&second.text)),
            _ => false,
        }
    }

    /// Whether the name before a family name is no given name of its bearers: `Hyde Park`.
    fn is_contradicted(&self, name: &CitedName) -> bool {
        let lexicon = self.reader.lexicon;
        let folded = fold::fold(&name.text);
        name.given.as_ref().is_some_and(|given| {
            !lexicon.find(&folded).is_empty() && !lexicon.given_fits(&folded, given)
        })
    }

    fn lists_name(&self, name: &str, cited: &CitedYear) -> bool {
        let lexicon = self.reader.lexicon;
        let folded = fold::fold(name);
        let by_name = lexicon
            .find(&folded)
            .iter()
            .filter(|listed| listed.role < Role::Other)
            .map(|listed| listed.reference);
        by_name
            .chain(lexicon.find_title(&folded))
            .any(|reference| fits(lexicon.years(reference), cited))
    }

    /// Adds the cites of one or more years behind their names; says whether it was a citation at all.
    fn add(&mut self, found: &Found, years: &[CitedYear], ends: (usize, usize)) -> bool {
        let form = self.form(found, &years[0], ends.1);
        let first = Cite {
            span: Span::default(),
            names_span: self.names_span(&found.names),
            names: found.names.names.clone(),
            et_al: found.names.et_al,
            connector: found.names.connector,
            year: CitedYear::default(),
            locator: None,
            prefix: self.prefix(found),
            suffix: None,
            form,
        };
        if form == Form::Open
            && !self.lists(&found.names, &years[0])
            && !self.lists_pair(&found.names)
        {
            return false;
        }
        let year_span = years[0].span;
        let mut cites = self.cites(&first, years, ends);
        cites[0].span = if found.is_apart {
            year_span
        } else {
            first.names_span.join(year_span)
        };
        let (span, mode) = self.citation_span(found, &cites, ends.1);
        match self.found.last_mut() {
            Some(last)
                if last.mode == Mode::Parenthetical
                    && mode == last.mode
                    && last.span.covers(cites[0].span) =>
            {
                last.cites.append(&mut cites);
            }
            _ => self.found.push(Citation { span, mode, cites }),
        }
        true
    }

    /// Adds years behind the names of the cite read last.
    fn add_to_previous(&mut self, years: &[CitedYear], ends: (usize, usize)) -> bool {
        let Some(template) = self.found.last().and_then(|citation| citation.cites.last()) else {
            return false;
        };
        let mut first = template.clone();
        first.prefix = None;
        let mut cites = self.cites(&first, years, ends);
        let close = self
            .reader
            .tokens
            .get(ends.1)
            .filter(|token| token.kind == Kind::Close);
        if let Some(last) = self.found.last_mut() {
            let end = cites.last().map_or(last.span.end, |cite| cite.span.end);
            let end = close.map_or(end, |close| close.span.end);
            last.span = last
                .span
                .join(Span::new(last.span.start, end.max(last.span.start)));
            last.cites.append(&mut cites);
        }
        true
    }

    /// One cite for each year; the locator belongs to the last.
    fn cites(
        &self,
        first: &Cite,
        years: &[CitedYear],
        (end, locator_end): (usize, usize),
    ) -> Vec<Cite> {
        let mut cites: Vec<_> = years
            .iter()
            .map(|year| Cite {
                span: year.span,
                year: year.clone(),
                ..first.clone()
            })
            .collect();
        if locator_end > end
            && let Some(last) = cites.last_mut()
        {
            last.locator = Some(self.locator_span(end, locator_end));
        }
        cites
    }

    /// The bytes of a locator without the comma or colon before it.
    fn locator_span(&self, start: usize, end: usize) -> Span {
        let marks = matches!(self.reader.tokens[start].kind, Kind::Mark(',' | ':'));
        self.reader.span(start + usize::from(marks), end)
    }

    fn names_span(&self, names: &NameRow) -> Span {
        let first = names
            .names
            .first()
            .map_or_else(Span::default, |name| name.span);
        let last = names.names.last().map_or(first, |name| name.span);
        let start = self
            .reader
            .tokens
            .get(names.start)
            .map_or(first.start, |token| token.span.start.min(first.start));
        let end = names
            .et_al
            .map_or(last.end, |et_al| et_al.end.max(last.end));
        Span::new(start, end)
    }

    /// The bytes of the whole citation and how it stands in its sentence.
    fn citation_span(&self, found: &Found, cites: &[Cite], end: usize) -> (Span, Mode) {
        let tokens = self.reader.tokens;
        let last = cites
            .last()
            .map_or_else(Span::default, |cite| cite.locator.unwrap_or(cite.span));
        let span = cites[0].span.join(last);
        match (found.context, found.opener) {
            (Context::Bracket, Some(open)) => {
                let close = self.close_of(open).unwrap_or(span.end);
                (
                    Span::new(tokens[open].span.start.min(span.start), close.max(span.end)),
                    Mode::Parenthetical,
                )
            }
            (Context::Narrative, _) => {
                let close = tokens.get(end).filter(|token| token.kind == Kind::Close);
                (
                    close.map_or(span, |close| span.join(close.span)),
                    Mode::Narrative,
                )
            }
            _ => (span, Mode::Narrative),
        }
    }

    /// The byte after the bracket that closes the one at `open`.
    fn close_of(&self, open: usize) -> Option<usize> {
        let last = (open + LONGEST_BRACKET).min(self.reader.tokens.len());
        (open + 1..last)
            .find(|idx| {
                self.reader.tokens[*idx].kind == Kind::Close && self.openers[*idx] == Some(open)
            })
            .map(|idx| self.reader.tokens[idx].span.end)
    }

    /// The words between the last separator and the names inside a bracket.
    fn prefix(&self, found: &Found) -> Option<Span> {
        let open = found.opener.filter(|_| found.context == Context::Bracket)?;
        let floor = self.floor(open, found.names.start);
        let segment = (floor..found.names.start)
            .rev()
            .find(|idx| self.reader.tokens[*idx].is(';'))
            .map_or(floor, |semicolon| semicolon + 1);
        let floor = (segment..found.names.start).find(|idx| !self.reader.tokens[*idx].is(','))?;
        Some(self.reader.span(floor, found.names.start))
    }

    /// How much the form says.
    fn form(&self, found: &Found, cited: &CitedYear, end: usize) -> Form {
        let names = &found.names;
        let is_other_name = names
            .names
            .first()
            .is_some_and(|name| self.is_contradicted(name));
        let in_preparation =
            cited.status.is_some() && words::is_in_preparation(cited.span.slice(self.reader.text));
        if found.is_apart
            || is_other_name
            || in_preparation
            || self.is_subject(found)
            || self.is_unlisted_source(found, end)
            || Self::is_event(found, cited)
        {
            return Form::Open;
        }
        if names.et_al.is_some() {
            return Form::Certain;
        }
        if found.context == Context::Running || !self.year_is_plausible(cited) {
            return Form::Open;
        }
        // An organisation that the list does not know, or anything else with capitals: a comma or a locator speaks for the first.
        if names.is_open
            && (found.context == Context::Narrative || !self.has_comma_or_locator(cited, end))
        {
            return Form::Open;
        }
        if names.connector.is_some() && names.names.len() > 1 {
            return Form::Certain;
        }
        if found.context == Context::Narrative {
            return if self.follows_article(names.start) || !self.ends_bracket(end) {
                Form::Open
            } else {
                Form::Likely
            };
        }
        if self
            .prefix(found)
            .is_some_and(|prefix| !self.is_plain_prefix(prefix))
        {
            return Form::Open;
        }
        if self.is_product(end) {
            Form::Open
        } else {
            Form::Likely
        }
    }

    /// Whether a comma stands before the year, or a locator behind it.
    fn has_comma_or_locator(&self, cited: &CitedYear, end: usize) -> bool {
        let tokens = self.reader.tokens;
        let year = tokens.partition_point(|token| token.span.start < cited.span.start);
        let comma = year > 0 && tokens[year - 1].is(',');
        comma || end > year + 1
    }

    /// Whether the name is a subject of the paper that the list does not know: `a grammar of Kaurna (1840)`.
    fn is_subject(&self, found: &Found) -> bool {
        let [name] = found.names.names.as_slice() else {
            return false;
        };
        found.names.et_al.is_none()
            && self.common.has(&name.text)
            && !self.reader.lexicon.knows(&fold::fold(&name.text))
    }

    /// Whether the names are a place, or the year a range: an event or a life.
    fn is_event(found: &Found, cited: &CitedYear) -> bool {
        let name = found
            .names
            .names
            .first()
            .map_or("", |name| name.text.as_str());
        let place = found.names.names.len() == 1 && words::is_place(&lower(name));
        place || (cited.end.is_some() && found.names.et_al.is_none())
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
        tells(words::CITED_IN) || (found.context != Context::Running && tells(words::NOT_LISTED))
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
            && matches!(
                self.reader.word(start - 1),
                "the"
                    | "The"
                    | "a"
                    | "A"
                    | "an"
                    | "An"
                    | "this"
                    | "that"
                    | "der"
                    | "die"
                    | "das"
                    | "dem"
                    | "den"
                    | "des"
                    | "el"
                    | "la"
                    | "los"
                    | "las"
                    | "le"
                    | "les"
                    | "il"
                    | "o"
                    | "os"
                    | "as"
                    | "do"
                    | "da"
                    | "del"
                    | "no"
                    | "na"
                    | "im"
                    | "zum"
                    | "zur"
                    | "am"
            )
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

/// Whether a cite's year is one that the reference may be cited by.
fn fits(listed: &ListedYears, cited: &CitedYear) -> bool {
    let Some(year) = cited.year else {
        return cited.status.is_some() && (listed.status.is_some() || listed.range.is_none());
    };
    let in_range = listed
        .range
        .is_some_and(|(first, last)| first <= year && year <= last);
    in_range
        || listed.original == Some(year)
        || cited.original.is_some() && cited.original == listed.original
        || listed.range.is_none() && listed.printed.contains(&year)
}
