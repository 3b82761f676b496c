//! The names of a cite, read backwards from its year.

mod given;
mod organisation;
mod person;
mod run;
mod skip;
mod spelling;

pub(super) use self::spelling::{possessive_length, single_line, starts_with_capital};
use super::{
    CitedName,
    lexicon::Lexicon,
    token::{Kind, Token},
    words::{self, lower},
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

/// Whether a name is one word in capitals, of two letters at least.
fn is_abbreviation(name: &str) -> bool {
    name.chars().count() > 1 && name.chars().all(char::is_uppercase)
}

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
        let mut end = self.skip_back_to_names(end, floor);
        if context == Context::Bracket {
            end = self.skip_page(end, floor);
        }
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
        // `Koch/Weiß (2011)`; what else a slash joins was sorted out when the right name was read.
        if self.tokens[left_end].is('/') {
            return true;
        }
        let (first, second) = (fold::fold(&left.text), fold::fold(&right.text));
        // A misspelt name before the name of a second author is that of the first: `(Nespro, Vogel 1986)`.
        let together = self.lexicon.together(&first, &second)
            || context == Context::Bracket
                && !self.lexicon.knows(&first)
                && self.lexicon.follows_like(&second, &first);
        if self.tokens[left_end].is(';') {
            return together;
        }
        // `(TAV, Lind et al., 2014)`: an abbreviation before the names.
        if is_abbreviation(&left.text)
            && !is_abbreviation(&right.text)
            && !self.lexicon.is_creator(&first)
        {
            return false;
        }
        // Only a comma between them: a list of names is closed by `and` or `et al.`, or known from the reference list.
        let closed = names.connector.is_some() || names.et_al.is_some();
        closed && (context != Context::Running || self.lexicon.knows(&first)) || together
    }

    /// The token where the name to the left of `start` ends, if something joins it to the names on the right.
    fn separator_before(&self, start: usize, floor: usize) -> Option<usize> {
        let position = start.checked_sub(1).filter(|position| *position > floor)?;
        let token = self.tokens[position];
        let joined = match token.kind {
            Kind::Mark('&') => true,
            Kind::Mark(',' | ';' | '/') => return Some(position),
            Kind::Word => words::is_connector(&lower(self.word(position))),
            _ => false,
        };
        joined.then(|| self.skip_mark(position, floor, ','))
    }

    /// The bytes of `and` or `&` between two names.
    fn connector_between(&self, end: usize, start: usize) -> Option<Span> {
        let token = self.tokens[end..start]
            .iter()
            .rfind(|token| !matches!(token.kind, Kind::Mark(',' | ';' | '/')))?;
        Some(token.span)
    }

    /// The bytes from one token to before another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    pub(super) fn word(&self, idx: usize) -> &'a str {
        self.tokens[idx].text(self.text)
    }
}
