//! The marks within a paragraph of Markdown.

use super::super::{
    KeyedCitation, View, html,
    scan::{address_end, byte_run_end, char_at, char_before, find_within, is_word, run_end},
};
use super::block::{Blocks, note_label};
use super::{Reader, citation, delimiter};
use crate::span::Span;

/// How far the end of a formula, an address or a tag may be, in bytes; the bound keeps input full of unclosed marks linear.
const REACH: usize = 4096;

/// The longest sub- or superscript, in bytes.
const SCRIPT_REACH: usize = 40;

/// A stretch of a paragraph; what is hidden has no token.
enum Token<'a> {
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

/// Cuts a paragraph into tokens.
struct Lexer<'a, 'b> {
    source: &'a str,
    blocks: &'b Blocks<'a>,
    position: usize,
    end: usize,
    /// Where the words not yet made a token begin.
    words: usize,
    tokens: Vec<Token<'a>>,
    /// The bracket that closes each opening one; sorted by the opening one.
    brackets: Vec<(usize, usize)>,
    /// The brackets of links that are open, each with where to go on behind it.
    links: Vec<(usize, usize)>,
}

impl<'a, 'b> Lexer<'a, 'b> {
    fn new(source: &'a str, blocks: &'b Blocks<'a>, span: Span) -> Self {
        Self {
            source,
            blocks,
            position: span.start,
            end: span.end,
            words: span.start,
            tokens: Vec::new(),
            brackets: brackets(source, span),
            links: Vec::new(),
        }
    }

    fn tokens(mut self) -> Vec<Token<'a>> {
        while self.position < self.end {
            if !self.mark() {
                self.position += char_at(self.source, self.position).map_or(1, char::len_utf8);
            }
        }
        self.flush(self.end);
        self.tokens
    }

    /// Reads the mark at the position, if there is one.
    fn mark(&mut self) -> bool {
        match self.source.as_bytes()[self.position] {
            b'\\' => self.escape(),
            b'`' => self.code(),
            b'$' => self.math(),
            b'<' => self.angle(),
            b'&' => self.entity(),
            b'@' | b'-' => self.key() || self.dash(),
            b'[' => self.bracket(),
            b']' => self.link_end(),
            b'!' => {
                self.source[self.position..self.end].starts_with("![")
                    && self.hide(self.position + 1)
            }
            b'*' | b'_' => self.emphasis(),
            b'^' => self.inline_note() || self.script(),
            b'~' => self.strikeout() || self.script(),
            b'{' => self.shortcode(),
            b'\n' | b'\r' => self.wrap(),
            b'h' | b'w' => self.address(),
            _ => false,
        }
    }

    /// Makes a token of the words so far, and goes on at `next`.
    fn flush(&mut self, next: usize) {
        if self.words < self.position {
            self.tokens
                .push(Token::Words(Span::new(self.words, self.position)));
        }
        self.position = next;
        self.words = next;
    }

    fn push(&mut self, token: Token<'a>, next: usize) -> bool {
        self.flush(next);
        self.tokens.push(token);
        true
    }

    fn hide(&mut self, next: usize) -> bool {
        self.flush(next);
        true
    }

    fn rest(&self) -> &'a str {
        Span::new(self.position, self.end).slice(self.source)
    }

    /// The next place of a mark within the paragraph.
    fn find(&self, from: usize, mark: &str) -> Option<usize> {
        find_within(self.source, from, mark, REACH).filter(|found| found + mark.len() <= self.end)
    }

    /// `\*` is a star, `\` before white space a space or a line break.
    fn escape(&mut self) -> bool {
        let Some(next) =
            char_at(self.source, self.position + 1).filter(|_| self.position + 1 < self.end)
        else {
            return false;
        };
        let span = Span::new(self.position, self.position + 1 + next.len_utf8());
        match next {
            '\n' | '\r' => {
                let end = self.wrapped(span.end);
                self.push(Token::Line(Span::new(span.start, end)), end)
            }
            ' ' => self.push(Token::Converted(span, " ".to_owned()), span.end),
            _ if next.is_ascii_punctuation() => {
                self.push(Token::Converted(span, next.to_string()), span.end)
            }
            _ => false,
        }
    }

    /// Code within a sentence is read; what R or Python would put there is not known.
    fn code(&mut self) -> bool {
        let Some((inner, end)) = code_span(self.source, self.position, self.end) else {
            let run = byte_run_end(self.source, self.position, b'`').min(self.end);
            self.position = run;
            return true;
        };
        let code = inner.slice(self.source);
        let end = self.attributes_end(end);
        if ["r ", "{r}", "python ", "{python}", "{julia}"]
            .iter()
            .any(|engine| code.starts_with(engine))
        {
            return self.hide(end);
        }
        self.push(Token::Masked(inner), end)
    }

    /// Math, by pandoc's rule: text right behind the opening dollar, text right before the closing one and no digit behind it.
    fn math(&mut self) -> bool {
        if self.rest().starts_with("$$") {
            return match self.find(self.position + 2, "$$") {
                Some(end) => {
                    let end = self.attributes_end(end + 2);
                    self.hide(end)
                }
                None => self.skip(2),
            };
        }
        let start = self.position + 1;
        if char_at(self.source, start).is_none_or(char::is_whitespace) {
            return false;
        }
        let close = self.find(start, "$").filter(|close| {
            let before = &self.source[start..*close];
            !before.ends_with(char::is_whitespace)
                && !before.ends_with('\\')
                && !char_at(self.source, close + 1).is_some_and(|next| next.is_ascii_digit())
        });
        close.is_some_and(|close| self.push(Token::Masked(Span::new(start, close)), close + 1))
    }

    /// Leaves marks as text.
    fn skip(&mut self, len: usize) -> bool {
        self.position += len;
        true
    }

    /// `<https://…>`, a comment, a tag.
    fn angle(&mut self) -> bool {
        let start = self.position + 1;
        if self.rest().starts_with("<!--") {
            let end = self.rest().find("-->").map(|len| self.position + len + 3);
            return end.is_some_and(|end| self.hide(end));
        }
        let Some(close) =
            html::tag_end(self.source, self.position, REACH).filter(|close| *close <= self.end)
        else {
            return false;
        };
        let inner = Span::new(start, close - 1);
        let text = inner.slice(self.source);
        if (text.contains("://") || text.contains('@') || text.starts_with("mailto:"))
            && !text.contains(char::is_whitespace)
        {
            return self.push(Token::Masked(inner), close);
        }
        if text.starts_with("br") {
            return self.push(Token::Line(Span::new(self.position, close)), close);
        }
        let is_tag = text.starts_with(|first: char| {
            first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?')
        });
        is_tag && self.hide(close)
    }

    fn entity(&mut self) -> bool {
        let Some((text, len)) = html::entity(&self.source[self.position..self.end]) else {
            return false;
        };
        let end = self.position + len;
        self.push(Token::Converted(Span::new(self.position, end), text), end)
    }

    /// `@key`, `-@key`, with `[p. 5]` behind it.
    fn key(&mut self) -> bool {
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

    /// `--` is a dash from number to number, `---` one between thoughts.
    fn dash(&mut self) -> bool {
        let end = byte_run_end(self.source, self.position, b'-').min(self.end);
        let dash = match end - self.position {
            2 => "–",
            3 => "—",
            _ => return false,
        };
        self.push(
            Token::Converted(Span::new(self.position, end), dash.to_owned()),
            end,
        )
    }

    /// The bracket that closes the one at `open`.
    fn closing(&self, open: usize) -> Option<usize> {
        let idx = self
            .brackets
            .binary_search_by_key(&open, |(open, _)| *open)
            .ok()?;
        Some(self.brackets[idx].1)
    }

    /// A footnote mark, a citation, a link or a span with attributes.
    fn bracket(&mut self) -> bool {
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

    /// The end of `{#id .class}` at a position; the position itself if there is none.
    fn attributes_end(&self, position: usize) -> usize {
        let rest = Span::new(position, self.end).slice(self.source);
        let is_attribute = |rest: &str| {
            rest.starts_with("{.")
                || rest.starts_with("{#")
                || rest.starts_with("{=")
                || rest.starts_with("{-")
                || rest.starts_with('{')
                    && rest
                        .split_once('}')
                        .is_some_and(|(inside, _)| inside.contains('='))
        };
        if !is_attribute(&rest[..floor(rest, REACH)]) {
            return position;
        }
        self.find(position, "}").map_or(position, |close| close + 1)
    }

    fn link_end(&mut self) -> bool {
        match self.links.pop_if(|(close, _)| *close == self.position) {
            Some((_, behind)) => self.hide(behind),
            None => false,
        }
    }

    fn emphasis(&mut self) -> bool {
        let mark = self.source.as_bytes()[self.position];
        let end = byte_run_end(self.source, self.position, mark).min(self.end);
        let run = delimiter::Run::new(self.source, Span::new(self.position, end));
        self.push(Token::Emphasis(run), end)
    }

    fn inline_note(&mut self) -> bool {
        let open = self.position + 1;
        match self.closing(open).filter(|_| self.rest().starts_with("^[")) {
            Some(close) => self.push(Token::InlineNote(Span::new(open + 1, close)), close + 1),
            None => false,
        }
    }

    /// `H~2~O`, `x^2^`: the marks are hidden.
    fn script(&mut self) -> bool {
        let mark = &self.source[self.position..=self.position];
        let start = self.position + 1;
        let Some(close) = find_within(self.source, start, mark, SCRIPT_REACH)
            .filter(|close| *close < self.end && *close > start)
        else {
            return false;
        };
        let inner = Span::new(start, close);
        if inner.slice(self.source).contains(char::is_whitespace) {
            return false;
        }
        self.flush(start);
        self.position = close;
        self.flush(close + 1);
        true
    }

    fn strikeout(&mut self) -> bool {
        self.rest().starts_with("~~") && self.hide(self.position + 2)
    }

    /// Quarto's `{{< … >}}`, and attributes behind a heading or an image.
    fn shortcode(&mut self) -> bool {
        if self.rest().starts_with("{{<") {
            return match self.find(self.position, ">}}") {
                Some(end) => self.hide(end + 3),
                None => false,
            };
        }
        let end = self.attributes_end(self.position);
        end > self.position && self.hide(end)
    }

    /// A line end reads as a space, with the marks of quotations on the next line; two spaces before it are a line break.
    fn wrap(&mut self) -> bool {
        let is_break = self.source[self.words..self.position].ends_with("  ");
        let end = self.wrapped(self.position);
        let span = Span::new(self.position, end);
        if is_break {
            self.push(Token::Line(span), end)
        } else {
            self.push(Token::Converted(span, " ".to_owned()), end)
        }
    }

    /// Where the text goes on behind a line end.
    fn wrapped(&self, position: usize) -> usize {
        let is_gap = |character: char| matches!(character, '\r' | '\n' | ' ' | '\t');
        let mut end = run_end(self.source, position, self.end, is_gap);
        while self.source[end..self.end].starts_with('>') {
            end = run_end(self.source, end + 1, self.end, is_gap);
        }
        end
    }

    /// An address in the open: its underscores are no emphasis.
    fn address(&mut self) -> bool {
        if is_word(char_before(self.source, self.position)) {
            return false;
        }
        match address_end(self.source, self.position, self.end) {
            Some(end) => self.push(Token::Masked(Span::new(self.position, end)), end),
            None => false,
        }
    }
}

/// The greatest character boundary of a text that is at most `len`.
fn floor(text: &str, len: usize) -> usize {
    (0..=len.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0)
}

/// The inside and the end of the code span that begins at `start`.
fn code_span(source: &str, start: usize, end: usize) -> Option<(Span, usize)> {
    let open = byte_run_end(source, start, b'`');
    let len = open - start;
    let mut position = open;
    while let Some(found) = source.get(position..end)?.find('`') {
        let run = position + found;
        let run_close = byte_run_end(source, run, b'`');
        if run_close - run == len && run_close <= end {
            return Some((Span::new(open, run), run_close));
        }
        position = run_close;
    }
    None
}

/// The pairs of brackets of a paragraph, those in code left out.
fn brackets(source: &str, span: Span) -> Vec<(usize, usize)> {
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
