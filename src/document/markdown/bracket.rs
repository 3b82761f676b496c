//! What brackets make within a paragraph of Markdown: citations by key, links, footnotes.

use super::{
    super::scan::{byte_run_end, char_before, is_word, run_end},
    citation,
    inline::Token,
    lexer::{Lexer, REACH, code_span},
    mark::note_label,
};
use crate::span::Span;

impl Lexer<'_, '_> {
    /// `@key`, `-@key`, with `[p. 5]` behind it.
    pub(super) fn key(&mut self) -> bool {
        let start = self.position;
        let at = start + usize::from(self.source.as_bytes()[start] == b'-');
        if at > start && is_word(char_before(self.source, start)) {
            return false;
        }
        let Some(key) =
            citation::key_at(self.source, at, self.end).filter(|key| key.slice(self.source) != "*")
        else {
            return false;
        };
        let behind = key.end + usize::from(self.source[key.end..self.end].starts_with('}'));
        let locator = self.locator(behind);
        let end = locator.map_or(behind, |locator| locator.end + 1);
        let cite = citation::Key {
            span: Span::new(start, end),
            name: key,
            prefix: None,
            locator,
        };
        self.push(Token::Citation(cite.span, vec![cite]), end)
    }

    /// The text between the brackets behind a key in the sentence.
    fn locator(&self, behind: usize) -> Option<Span> {
        let open = run_end(
            self.source,
            behind,
            (behind + 1).min(self.end),
            |character| character == ' ',
        );
        let close = self
            .closing(open)
            .filter(|_| self.source[open..].starts_with('['))?;
        let inner = Span::new(open + 1, close);
        let is_link = self.source[close + 1..].starts_with(['(', '{']);
        (!is_link
            && citation::group(self.source, inner).is_empty()
            && !inner.slice(self.source).starts_with('^'))
        .then_some(inner)
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let idx = self
            .brackets
            .binary_search_by_key(&open, |(open, _)| *open)
            .ok()?;
        Some(self.brackets[idx].1)
    }

    /// A footnote mark, a citation, a link or a span with attributes.
    pub(super) fn bracket(&mut self) -> bool {
        let start = self.position;
        let Some(close) = self.closing(start) else {
            return false;
        };
        if let Some((label, _)) = note_label(&self.source[start..=close]) {
            return self.push(Token::Note(label), close + 1);
        }
        let inner = Span::new(start + 1, close);
        if let Some(behind) = self.link_target(inner, close + 1) {
            self.links.push((close, behind));
            return self.hide(start + 1);
        }
        let keys = citation::group(self.source, inner);
        if keys.is_empty() {
            return false;
        }
        self.push(
            Token::Citation(Span::new(start, close + 1), keys),
            close + 1,
        )
    }

    /// Where to go on behind the address, label or attributes of a link.
    fn link_target(&self, inner: Span, behind: usize) -> Option<usize> {
        let rest = Span::new(behind, self.end).slice(self.source);
        if rest.starts_with('(') {
            return self.closing_parenthesis(behind);
        }
        if rest.starts_with('{') {
            return Some(self.attributes_end(behind)).filter(|end| *end > behind);
        }
        if rest.starts_with('[') {
            let close = self.closing(behind)?;
            let label = Span::new(behind + 1, close);
            let label = if label.is_empty() { inner } else { label };
            return self
                .blocks
                .has_link(label.slice(self.source))
                .then_some(close + 1);
        }
        self.blocks
            .has_link(inner.slice(self.source))
            .then_some(behind)
    }

    /// The end of `(address "title")`.
    fn closing_parenthesis(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let bytes = &self.source.as_bytes()[open..self.end.min(open + REACH)];
        for (offset, byte) in bytes.iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(open + offset + 1),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    pub(super) fn link_end(&mut self) -> bool {
        match self.links.pop_if(|(close, _)| *close == self.position) {
            Some((_, behind)) => self.hide(behind),
            None => false,
        }
    }

    pub(super) fn inline_note(&mut self) -> bool {
        let open = self.position + 1;
        match self.closing(open).filter(|_| self.rest().starts_with("^[")) {
            Some(close) => self.push(Token::InlineNote(Span::new(open + 1, close)), close + 1),
            None => false,
        }
    }
}

/// The pairs of brackets of a paragraph, those in code left out.
pub(super) fn brackets(source: &str, span: Span) -> Vec<(usize, usize)> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    let mut position = span.start;
    while position < span.end {
        let mut next = position + 1;
        match source.as_bytes()[position] {
            b'\\' => next += 1,
            b'[' => open.push(position),
            b']' => pairs.extend(open.pop().map(|open| (open, position))),
            b'`' => {
                next = code_span(source, position, span.end)
                    .map_or_else(|| byte_run_end(source, position, b'`'), |(_, end)| end);
            }
            _ => {}
        }
        position = next;
    }
    pairs.sort_unstable();
    pairs
}
