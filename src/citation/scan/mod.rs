//! One pass over a stretch of prose: from every year back to its names.

mod bracket;
mod citation;
mod continued;
mod form;
mod listed;
mod names_of_year;
mod same_author;

use super::{
    Citation,
    common::CommonWords,
    lexicon::Lexicon,
    locator,
    names::{Context, NameRow, Reader},
    token::{Kind, tokens},
    year,
};
use crate::{span::Span, work::fold};

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
            if self.is_page_of_previous(position, &years[0]) {
                self.add_page_to_previous(position);
                true
            } else {
                self.add_to_previous(&years, (end, locator_end))
            }
        } else if let Some(found) = self
            .same_author(position)
            .or_else(|| self.names_of(position, end, &years[0]))
        {
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
            Kind::Word => self.openers[position].is_some() || self.follows_listed_name(position),
            _ => false,
        }
    }

    /// Whether a listed name and a comma stand before: `see Lind, n.d.`
    fn follows_listed_name(&self, position: usize) -> bool {
        let Some([name, comma]) = position
            .checked_sub(2)
            .and_then(|start| self.reader.tokens.get(start..position))
        else {
            return false;
        };
        comma.is(',')
            && name.kind == Kind::Word
            && self
                .reader
                .lexicon
                .heads(&fold::fold(name.text(self.reader.text)))
    }
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
        openers: bracket::openers(&tokens),
        found: Vec::new(),
        previous: None,
    };
    let mut position = 0;
    while position < tokens.len() {
        position = pass.step(position);
    }
    pass.found
}
