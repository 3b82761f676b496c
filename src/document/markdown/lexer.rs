//! Cuts a paragraph of Markdown into words and marks.

use super::{
    super::{
        html,
        raised::raised,
        scan::{address_end, byte_run_end, char_at, char_before, find_within, is_word, run_end},
    },
    block::Blocks,
    bracket::brackets,
    delimiter,
    inline::Token,
};
use crate::span::Span;

/// How far the end of a formula, an address or a tag may be, in bytes; the bound keeps input full of unclosed marks linear.
pub(super) const REACH: usize = 4096;

/// The longest sub- or superscript, in bytes.
const SCRIPT_REACH: usize = 40;

/// Cuts a paragraph into tokens.
pub(super) struct Lexer<'a, 'b> {
    pub(super) source: &'a str,
    pub(super) blocks: &'b Blocks<'a>,
    pub(super) position: usize,
    pub(super) end: usize,
    /// Where the words not yet made a token begin.
    words: usize,
    tokens: Vec<Token<'a>>,
    /// The bracket that closes each opening one; sorted by the opening one.
    pub(super) brackets: Vec<(usize, usize)>,
    /// The brackets of links that are open, each with where to go on behind it.
    pub(super) links: Vec<(usize, usize)>,
}

impl<'a, 'b> Lexer<'a, 'b> {
    pub(super) fn new(source: &'a str, blocks: &'b Blocks<'a>, span: Span) -> Self {
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

    pub(super) fn tokens(mut self) -> Vec<Token<'a>> {
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

    pub(super) fn push(&mut self, token: Token<'a>, next: usize) -> bool {
        self.flush(next);
        self.tokens.push(token);
        true
    }

    pub(super) fn hide(&mut self, next: usize) -> bool {
        self.flush(next);
        true
    }

    pub(super) fn rest(&self) -> &'a str {
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

    /// The end of `{#id .class}` at a position; the position itself if there is none.
    pub(super) fn attributes_end(&self, position: usize) -> usize {
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

    fn emphasis(&mut self) -> bool {
        let mark = self.source.as_bytes()[self.position];
        let end = byte_run_end(self.source, self.position, mark).min(self.end);
        let run = delimiter::Run::new(self.source, Span::new(self.position, end));
        self.push(Token::Emphasis(run), end)
    }

    /// `H~2~O`, `x^2^`: the marks are hidden, raised numbers become superscript letters.
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
        if let Some(letters) = raised(inner.slice(self.source)).filter(|_| mark == "^") {
            return self.push(Token::Converted(inner, letters), close + 1);
        }
        self.position = close;
        self.hide(close + 1)
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
pub(super) fn code_span(source: &str, start: usize, end: usize) -> Option<(Span, usize)> {
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
