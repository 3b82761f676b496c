//! Organisations and titles of several words that the list has.

use super::{
    super::{
        CitedName,
        token::{Gap, Kind},
        words,
    },
    Context, NameRow, Reader,
    run::LONGEST_NAME,
    spelling::{elision_length, single_line, starts_with_capital},
};
use crate::{span::Span, work::fold};

/// Titles in running text are looked for up to so many tokens.
const LONGEST_TITLE: usize = 24;

impl Reader<'_> {
    /// Reads an organisation or title of several words that the list has, the longest that ends before `end`.
    pub(super) fn title_or_organisation(
        &self,
        end: usize,
        floor: usize,
        context: Context,
    ) -> Option<NameRow> {
        let (last, quoted) = self.inside_quotes(end, floor);
        self.ending_before(last, quoted, floor, context)
            .or_else(|| self.without_place(last, floor, context))
    }

    /// Reads the title of a listed work with creators that ends before the bracket at `end`, whole: `in Bread and salt (2010)`.
    pub(in crate::citation) fn title_before(&self, end: usize, floor: usize) -> Option<NameRow> {
        let (last, _) = self.inside_quotes(end, floor);
        let from = floor.max(last.saturating_sub(LONGEST_TITLE));
        (from..last.saturating_sub(1)).find_map(|start| {
            let word = self.word(start);
            if self.tokens[start].kind != Kind::Word || !starts_with_capital(word) {
                return None;
            }
            let titles = self.lexicon.own_titles(&fold::fold(word));
            let span = self.span(start, last);
            let is_title = !titles.is_empty() && {
                let folded = fold::fold(span.slice(self.text));
                titles.iter().any(|(title, _)| *title == folded)
            };
            is_title.then(|| self.one_name(start, span))
        })
    }

    /// Reads an organisation that the list has without the words behind it: `Institute of Resources of the Republic of Korea`.
    fn without_place(&self, end: usize, floor: usize, context: Context) -> Option<NameRow> {
        let from = floor.max(end.saturating_sub(LONGEST_NAME));
        let belongs = |idx: &usize| {
            let word = self.word(*idx);
            self.tokens[*idx].kind == Kind::Word
                && (starts_with_capital(word) || words::is_inner_word(word))
        };
        (from..end)
            .rev()
            .take_while(belongs)
            .filter(|idx| words::is_inner_word(self.word(*idx)))
            .filter_map(|last| self.ending_before(last, false, floor, context))
            .find(|names| {
                let name = names.names.first().map(|name| fold::fold(&name.text));
                name.is_some_and(|name| self.lexicon.is_organisation(&name))
            })
    }

    /// The longest organisation or title of several words that ends before `last`.
    fn ending_before(
        &self,
        last: usize,
        quoted: bool,
        floor: usize,
        context: Context,
    ) -> Option<NameRow> {
        let from = floor.max(last.saturating_sub(LONGEST_NAME));
        for start in from..last {
            let token = self.tokens[start];
            if token.kind != Kind::Word || last - start < 2 && !quoted {
                continue;
            }
            if context == Context::Narrative && !starts_with_capital(self.word(start)) {
                continue;
            }
            let whole = self.span(start, last);
            let elision = elision_length(self.word(start));
            let bare = Span::new(whole.start + elision, whole.end);
            let is_listed = |span: &Span| {
                let folded = fold::fold(span.slice(self.text));
                let is_title = self.lexicon.find_title(&folded).next().is_some();
                is_title || self.lexicon.is_organisation(&folded)
            };
            if let Some(span) = [whole, bare].into_iter().find(is_listed) {
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
}
