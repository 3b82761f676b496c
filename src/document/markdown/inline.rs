//! The marks within a paragraph of Markdown.

use super::{
    super::{KeyedCitation, View},
    Reader, citation, delimiter,
    lexer::Lexer,
};
use crate::span::Span;

/// A stretch of a paragraph; what is hidden has no token.
pub(super) enum Token<'a> {
    Words(Span),
    Masked(Span),
    Converted(Span, String),
    Line(Span),
    Emphasis(delimiter::Run),
    Citation(Span, Vec<citation::Key>),
    Note(&'a str),
    InlineNote(Span),
}

impl<'a> Reader<'a, '_> {
    /// Adds the text of a paragraph, a heading or a cell.
    pub(super) fn inline(&mut self, span: Span, view: &mut View<'a>, depth: usize) {
        let mut tokens = Lexer::new(self.source, self.blocks, span).tokens();
        delimiter::pair(tokens.iter_mut().filter_map(|token| match token {
            Token::Emphasis(run) => Some(run),
            _ => None,
        }));
        for token in tokens {
            match token {
                Token::Words(span) => view.words(span),
                Token::Masked(span) => {
                    view.masked(span);
                }
                Token::Converted(span, text) => view.converted(span, &text),
                Token::Line(span) => view.line(span),
                Token::Emphasis(run) => {
                    view.words(Span::new(run.span.start, run.span.start + run.literal));
                }
                Token::Citation(span, keys) => cite(self.source, view, span, &keys),
                Token::Note(label) => self.footnote(label, view, depth),
                Token::InlineNote(span) => self.inline_note(span, view, depth),
            }
        }
    }
}

/// Adds a citation by key.
fn cite(source: &str, view: &mut View, span: Span, keys: &[citation::Key]) {
    view.masked(span);
    for key in keys {
        let name = key.name.slice(source);
        if !citation::is_cross_reference(name) {
            view.keyed(KeyedCitation {
                span: view.view_of(key.span),
                key: name.to_owned(),
                key_span: view.view_of(key.name),
                prefix: key.prefix.map(|span| view.view_of(span)),
                locator: key.locator.map(|span| view.view_of(span)),
                hidden: false,
            });
        }
    }
}
