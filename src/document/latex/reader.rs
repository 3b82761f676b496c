//! Goes over a LaTeX source and builds the view.

use super::{
    accent, argument,
    braces::{Braces, command_name, line_end},
    table::{self, Command},
};
use crate::{
    document::{
        Found, View,
        scan::{byte_run_end, find_within, run_end},
    },
    span::Span,
};

/// A footnote within a footnote is read; deeper ones only occur in made-up input and would exhaust the stack.
pub(super) const MAX_DEPTH: usize = 4;

/// How far a formula may reach, in bytes; the bound keeps input full of unclosed marks linear.
const MATH_REACH: usize = 16_384;

/// What is to happen at the brace that closes an open one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Close {
    #[default]
    Nothing,
    /// The paragraph ends: behind a heading.
    Paragraph,
    /// The text since this place of the view is masked.
    Mask(usize),
}

/// The state of reading.
pub(super) struct Reader<'a, 'v> {
    pub(super) source: &'a str,
    pub(super) braces: &'v Braces,
    pub(super) view: &'v mut View<'a>,
    pub(super) found: Found,
    pub(super) position: usize,
    pub(super) end: usize,
    pub(super) depth: usize,
    /// The open braces.
    pub(super) open: Vec<Close>,
    /// How many tables are open.
    pub(super) tables: usize,
    /// How long the view was when the last heading ended.
    pub(super) heading_end: usize,
    /// The key of the open reference, and how long the view was when it began.
    pub(super) reference: Option<(Span, usize)>,
}

impl<'a, 'v> Reader<'a, 'v> {
    /// Prepares to read a whole file.
    pub(super) fn new(source: &'a str, braces: &'v Braces, view: &'v mut View<'a>) -> Self {
        Self {
            source,
            braces,
            view,
            found: Found::default(),
            position: if source.starts_with('\u{feff}') {
                '\u{feff}'.len_utf8()
            } else {
                0
            },
            end: source.len(),
            depth: 0,
            open: Vec::new(),
            tables: 0,
            heading_end: usize::MAX,
            reference: None,
        }
    }

    /// Reads a whole file: of what comes before `\begin{document}` only the title, and the files that are named.
    pub(super) fn file(&mut self) {
        if let Some(body) = self.source.find("\\begin{document}") {
            self.preamble(body);
        }
        self.text();
        self.end_reference();
    }

    fn preamble(&mut self, body: usize) {
        while self.position < body {
            match self.source.as_bytes()[self.position] {
                b'%' => self.position = line_end(self.source, self.position).max(self.position + 1),
                b'\\' => self.preamble_command(body),
                _ => self.position += 1,
            }
        }
        self.position = self.position.max(body);
        self.open.clear();
    }

    fn preamble_command(&mut self, body: usize) {
        let name = command_name(self.source, self.position);
        let behind = self.position + 1 + name.len();
        match table::command(name) {
            Command::Block if name == "title" => {
                let Some(title) = argument::group(
                    self.source,
                    self.braces,
                    argument::behind_options(self.source, self.braces, behind),
                )
                .filter(|title| title.end <= body) else {
                    self.position = behind;
                    return;
                };
                self.view.paragraph();
                (self.position, self.end) = (title.start, title.end);
                self.text();
                (self.position, self.end) = (title.end + 1, self.source.len());
                self.view.paragraph();
            }
            Command::Bibliography => self.bibliography(behind),
            Command::Input => self.input(behind),
            Command::Define | Command::Def => self.command(),
            _ => self.position = behind,
        }
    }

    /// Reads to the end.
    pub(super) fn text(&mut self) {
        while self.position < self.end {
            self.step();
        }
    }

    /// Reads one mark or one run of words.
    fn step(&mut self) {
        let start = self.position;
        match self.source.as_bytes()[start] {
            b'\\' => self.command(),
            b'%' => self.comment(),
            b'{' => self.open_brace(),
            b'}' => self.close_brace(),
            b'$' => self.math(),
            b'~' => self.convert(1, " "),
            b'&' => {
                self.view.cell();
                self.position += 1;
            }
            b'-' => self.dash(),
            b'`' | b'\'' | b'?' | b'!' => self.quotation_mark(),
            b' ' | b'\t' | b'\r' | b'\n' => self.white_space(),
            _ => {
                let is_mark = |character: char| "\\%{}$~&-`'?! \t\r\n".contains(character);
                self.position = run_end(self.source, start, self.end, |character| {
                    !is_mark(character)
                })
                .max(start + 1);
                self.view.words(Span::new(start, self.position));
            }
        }
    }

    /// Adds other text for the next `len` bytes.
    pub(super) fn convert(&mut self, len: usize, text: &str) {
        let span = Span::new(self.position, self.position + len);
        self.view.converted(span, text);
        self.position = span.end;
    }

    /// Adds the next `len` bytes as they are.
    fn keep(&mut self, len: usize) {
        let span = Span::new(self.position, (self.position + len).min(self.end));
        self.view.words(span);
        self.position = span.end;
    }

    /// A comment takes its line end and the white space of the next line with it; a blank line still ends the paragraph.
    fn comment(&mut self) {
        let end = line_end(self.source, self.position);
        let behind = run_end(
            self.source,
            (end + 1).min(self.source.len()),
            self.end,
            |character| matches!(character, ' ' | '\t'),
        );
        self.position = behind.max(self.position + 1);
        if self.source[self.position..].starts_with(['\n', '\r']) {
            self.view.paragraph();
        }
    }

    fn white_space(&mut self) {
        let end = run_end(self.source, self.position, self.end, |character| {
            character.is_ascii_whitespace()
        })
        .max(self.position + 1);
        let span = Span::new(self.position, end);
        if span.slice(self.source).matches('\n').count() > 1 {
            self.view.paragraph();
        } else {
            self.view.space(span);
        }
        self.position = end;
    }

    fn open_brace(&mut self) {
        if let Some((letter, len)) = accent::read_in_braces(self.rest()) {
            self.convert(len, &letter);
            return;
        }
        self.open_with(Close::Nothing);
    }

    /// Goes behind the brace at the position.
    pub(super) fn open_with(&mut self, close: Close) {
        self.open.push(close);
        self.position += 1;
    }

    fn close_brace(&mut self) {
        match self.open.pop().unwrap_or_default() {
            Close::Nothing => {}
            Close::Paragraph => {
                self.view.paragraph();
                self.heading_end = self.view.text().len();
            }
            Close::Mask(start) => self.view.mask_from(start),
        }
        self.position += 1;
    }

    pub(super) fn rest(&self) -> &'a str {
        Span::new(self.position, self.end).slice(self.source)
    }

    /// `$…$` is read but is no prose; `$$…$$` is left out.
    fn math(&mut self) {
        let mark = if self.rest().starts_with("$$") {
            "$$"
        } else {
            "$"
        };
        self.formula(mark.len(), mark, mark == "$");
    }

    /// A formula that ends with `mark`; shown within a sentence.
    pub(super) fn formula(&mut self, len: usize, mark: &str, is_shown: bool) {
        let start = self.position + len;
        let mut from = start;
        let close = loop {
            match find_within(self.source, from, mark, MATH_REACH)
                .filter(|close| close + mark.len() <= self.end)
            {
                Some(close) if mark.starts_with('$') && self.source[..close].ends_with('\\') => {
                    from = close + 1;
                }
                close => break close,
            }
        };
        let Some(close) = close else {
            self.position = start;
            return;
        };
        if is_shown {
            self.view.masked(Span::new(start, close));
        }
        self.position = close + mark.len();
    }

    fn dash(&mut self) {
        match byte_run_end(self.source, self.position, b'-').min(self.end) - self.position {
            2 => self.convert(2, "–"),
            3 => self.convert(3, "—"),
            len => self.keep(len),
        }
    }

    fn quotation_mark(&mut self) {
        const MARKS: [(&str, &str); 5] = [
            ("``", "“"),
            ("''", "”"),
            ("?`", "¿"),
            ("!`", "¡"),
            ("`", "‘"),
        ];
        let rest = self.rest();
        match MARKS.iter().find(|(mark, _)| rest.starts_with(mark)) {
            Some((mark, text)) => self.convert(mark.len(), text),
            None => self.keep(1),
        }
    }
}
