//! The text of a Typst file.

use super::{MAX_DEPTH, Reader, citation};
use crate::{
    document::{
        KeyedCitation,
        scan::{address_end, byte_run_end, char_at, char_before, find_within, is_word, run_end},
    },
    span::Span,
};

/// How far a formula or code within a sentence may reach, in bytes; the bound keeps input full of unclosed marks linear.
const REACH: usize = 16_384;

impl<'a> Reader<'a, '_> {
    /// Reads text to the end of the file, or behind the bracket that closes it.
    pub(super) fn markup(&mut self) {
        let mut brackets = 0_usize;
        while let Some(byte) = self.source.as_bytes().get(self.position) {
            match byte {
                b']' if brackets == 0 && self.depth > 0 => {
                    self.position += 1;
                    return;
                }
                b']' => {
                    brackets = brackets.saturating_sub(1);
                    self.keep(1);
                }
                b'[' => {
                    brackets += 1;
                    self.keep(1);
                }
                _ => self.mark(*byte),
            }
        }
    }

    /// Reads the text in the brackets that open at the position; gives whether there are any.
    pub(super) fn content(&mut self) -> bool {
        if !self.rest().starts_with('[') || self.depth == MAX_DEPTH {
            return false;
        }
        self.position += 1;
        self.depth += 1;
        self.markup();
        self.depth -= 1;
        true
    }

    fn mark(&mut self, byte: u8) {
        let is_handled = match byte {
            b'\\' => self.escape(),
            b'/' => self.comment() || self.list_mark(1),
            b'`' => self.raw(),
            b'$' => self.math(),
            b'*' | b'_' => self.emphasis(),
            b'#' => self.code(),
            b'@' => self.reference(),
            b'<' => self.label(),
            b'=' => self.heading_mark(),
            b'-' => self.list_mark(1) || self.dash(),
            b'+' => self.list_mark(1),
            b'0'..=b'9' => self.number(),
            b'~' => self.convert(1, " "),
            b'h' | b'w' => self.address(),
            b' ' | b'\t' | b'\r' | b'\n' => self.white_space(),
            _ => false,
        };
        if !is_handled {
            self.words();
        }
    }

    /// Adds characters up to the next that may be a mark.
    fn words(&mut self) {
        let is_plain = |character: char| {
            character.is_alphabetic() && !matches!(character, 'h' | 'w')
                || matches!(character, ',' | '.' | '(' | ')')
        };
        let first = char_at(self.source, self.position).map_or(1, char::len_utf8);
        let end = run_end(
            self.source,
            self.position + first,
            self.source.len(),
            is_plain,
        );
        self.keep(end - self.position);
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.source[self.position..]
    }

    fn keep(&mut self, len: usize) {
        self.view
            .words(Span::new(self.position, self.position + len));
        self.position += len;
    }

    fn convert(&mut self, len: usize, text: &str) -> bool {
        self.view
            .converted(Span::new(self.position, self.position + len), text);
        self.hide(len)
    }

    fn hide(&mut self, len: usize) -> bool {
        self.position += len;
        true
    }

    /// Whether nothing but white space stands before the position on its line.
    fn is_at_line_start(&self) -> bool {
        let before = self.source[..self.position].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', '[', '\u{feff}'])
    }

    /// `\*` is a star, `\u{e9}` a letter, `\` before white space a line break.
    fn escape(&mut self) -> bool {
        let rest = self.rest();
        if let Some((code, _)) = rest
            .strip_prefix("\\u{")
            .and_then(|rest| rest.get(..rest.len().min(9))?.split_once('}'))
            && let Some(letter) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
        {
            return self.convert("\\u{}".len() + code.len(), &letter.to_string());
        }
        match char_at(self.source, self.position + 1) {
            Some(next) if next.is_whitespace() => {
                self.view.line(Span::new(self.position, self.position + 1));
                self.hide(1)
            }
            Some(next) => self.convert(1 + next.len_utf8(), &next.to_string()),
            None => false,
        }
    }

    /// `// …`, `/* … */`
    pub(super) fn comment(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("//") {
            return self.hide(rest.find('\n').unwrap_or(rest.len()));
        }
        if !rest.starts_with("/*") {
            return false;
        }
        let (mut depth, mut position) = (0_usize, 0);
        while position < rest.len() {
            match rest.as_bytes().get(position..position + 2) {
                Some(b"/*") => depth += 1,
                Some(b"*/") => depth -= 1,
                _ => {
                    position += 1;
                    continue;
                }
            }
            position += 2;
            if depth == 0 {
                break;
            }
        }
        self.hide(position.min(rest.len()))
    }

    /// Code within a sentence is read but is no prose; a block of code is left out.
    pub(super) fn raw(&mut self) -> bool {
        let open = byte_run_end(self.source, self.position, b'`');
        let len = open - self.position;
        if len == 2 {
            return self.hide(2);
        }
        let mark = &self.source[self.position..open];
        let Some(close) = self.source[open..].find(mark).map(|len| open + len) else {
            return self.hide(len);
        };
        if len == 1 {
            self.view.masked(Span::new(open, close));
        }
        self.position = close + len;
        true
    }

    /// A formula with white space inside its dollars stands on a line of its own and is left out.
    fn math(&mut self) -> bool {
        let start = self.position + 1;
        let Some(end) = self.math_end() else {
            return self.hide(1);
        };
        let inner = Span::new(start, end);
        if !inner.slice(self.source).starts_with(char::is_whitespace) {
            self.view.masked(inner);
        }
        self.position = end + 1;
        true
    }

    /// The dollar that closes the one at the position.
    pub(super) fn math_end(&self) -> Option<usize> {
        let mut from = self.position + 1;
        loop {
            let close = find_within(self.source, from, "$", REACH)?;
            if !self.source[..close].ends_with('\\') {
                return Some(close);
            }
            from = close + 1;
        }
    }

    /// `*` and `_` within a word are text.
    fn emphasis(&mut self) -> bool {
        let is_within = is_word(char_before(self.source, self.position))
            && is_word(char_at(self.source, self.position + 1));
        !is_within && self.hide(1)
    }

    /// `@key[p. 5]`
    fn reference(&mut self) -> bool {
        let start = self.position;
        if is_word(char_before(self.source, start)) {
            return false;
        }
        let Some(key) = citation::key(self.source, start) else {
            return false;
        };
        let supplement = self.supplement(key.end);
        let end = supplement.map_or(key.end, |supplement| supplement.end + 1);
        self.view.masked(Span::new(start, end));
        self.add_key(Span::new(start, end), key, supplement);
        self.position = end;
        true
    }

    /// The text between the brackets right behind a key.
    fn supplement(&self, position: usize) -> Option<Span> {
        let inner = self.source[position..].strip_prefix('[')?;
        let len = inner.bytes().take(REACH).position(|byte| byte == b']')?;
        Some(Span::new(position + 1, position + 1 + len))
    }

    /// Adds a citation whose text the view already has, unless its key is a label of the document.
    pub(super) fn add_key(&mut self, span: Span, key: Span, locator: Option<Span>) {
        let name = key.slice(self.source);
        if self.labels.contains(name) || citation::is_cross_reference(name) {
            return;
        }
        self.view.keyed(KeyedCitation {
            span: self.view.view_of(span),
            key: name.to_owned(),
            key_span: self.view.view_of(key),
            prefix: None,
            locator: locator.map(|span| self.view.view_of(span)),
            hidden: false,
        });
    }

    fn label(&mut self) -> bool {
        match citation::label(self.source, self.position) {
            Some(label) => self.hide(label.len() + 2),
            None => false,
        }
    }

    fn heading_mark(&mut self) -> bool {
        let end = byte_run_end(self.source, self.position, b'=');
        if !self.is_at_line_start() || !self.source[end..].starts_with([' ', '\t']) {
            return false;
        }
        self.view.paragraph();
        self.heading = true;
        self.hide(end - self.position)
    }

    /// `- item`, `+ item`, `/ term: …`
    fn list_mark(&mut self, len: usize) -> bool {
        if !self.is_at_line_start() || !self.rest()[len..].starts_with([' ', '\t']) {
            return false;
        }
        self.view.paragraph();
        self.hide(len)
    }

    /// `1. item`; a line that begins with a year goes on with its sentence.
    fn number(&mut self) -> bool {
        let end = run_end(self.source, self.position, self.source.len(), |character| {
            character.is_ascii_digit()
        });
        let len = end - self.position;
        if len <= 3 && self.source[end..].starts_with('.') && self.list_mark(len + 1) {
            return true;
        }
        self.keep(len);
        true
    }

    fn dash(&mut self) -> bool {
        match byte_run_end(self.source, self.position, b'-') - self.position {
            2 => self.convert(2, "–"),
            3 => self.convert(3, "—"),
            _ if self.rest().starts_with("-?") => self.hide(2),
            _ => false,
        }
    }

    fn address(&mut self) -> bool {
        if is_word(char_before(self.source, self.position)) {
            return false;
        }
        let Some(end) = address_end(self.source, self.position, self.source.len()) else {
            return false;
        };
        self.view.masked(Span::new(self.position, end));
        self.position = end;
        true
    }

    fn white_space(&mut self) -> bool {
        let end = run_end(self.source, self.position, self.source.len(), |character| {
            character.is_ascii_whitespace()
        });
        let span = Span::new(self.position, end.max(self.position + 1));
        let n_lines = span.slice(self.source).matches('\n').count();
        if n_lines > 1 || (n_lines == 1 && self.heading) {
            self.heading = false;
            self.view.paragraph();
        } else {
            self.view.space(span);
        }
        self.position = span.end;
        true
    }
}
