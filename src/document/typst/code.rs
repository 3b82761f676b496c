//! The code of a Typst file: what follows a `#`.

use super::{Reader, citation};
use crate::{
    document::{NamedFile, scan::run_end},
    span::Span,
};

/// What a function does with the text that it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    /// Makes a footnote of it.
    Footnote,
    /// Makes a paragraph of it: a heading, a figure.
    Block,
    /// Makes cells of it.
    Table,
    /// Breaks the line.
    Line,
    /// Leaves it in its sentence.
    Inline,
}

/// What the function with this name does.
fn function(name: &str) -> Function {
    match name {
        "footnote" => Function::Footnote,
        "linebreak" => Function::Line,
        "align" | "block" | "colbreak" | "columns" | "enum" | "figure" | "heading" | "list"
        | "pad" | "page" | "pagebreak" | "par" | "parbreak" | "place" | "quote" | "terms" | "v" => {
            Function::Block
        }
        "grid" | "table" => Function::Table,
        _ => Function::Inline,
    }
}

impl<'a> Reader<'a, '_> {
    /// Reads the expression behind the `#` at the position; gives whether there is one.
    pub(super) fn code(&mut self) -> bool {
        let start = self.position;
        self.position += 1;
        match self.rest().chars().next() {
            Some('{' | '(') => self.group(),
            Some('[') => {
                self.content();
            }
            Some('"') => {
                let end = self.string_end();
                self.view
                    .words(Span::new(self.position + 1, end.max(self.position + 2) - 1));
                self.position = end;
            }
            Some(first) if first.is_alphabetic() || first == '_' => self.named(),
            _ => {
                self.position = start;
                return false;
            }
        }
        if self.rest().starts_with(';') {
            self.position += 1;
        }
        true
    }

    /// A statement or the call of a function.
    fn named(&mut self) {
        let name = self.name();
        match name {
            "let" | "set" | "import" => self.hidden_statement(),
            "include" => self.include(),
            "show" | "if" | "for" | "while" | "context" | "return" => self.statement(),
            "cite" => self.cite(),
            "bibliography" => self.bibliography(),
            "link" => self.link(),
            _ => self.call(function(name)),
        }
    }

    /// Goes behind a name, and gives its last word: `table` of `std.table`.
    fn name(&mut self) -> &'a str {
        let is_name =
            |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
        loop {
            let end = run_end(self.source, self.position, self.source.len(), is_name);
            let name = &self.source[self.position..end];
            self.position = end;
            let behind = self.source[end..].strip_prefix('.');
            if !behind.is_some_and(|behind| behind.starts_with(|next: char| next.is_alphabetic())) {
                return name;
            }
            self.position += 1;
        }
    }

    /// The arguments of a function, in parentheses and brackets.
    fn call(&mut self, function: Function) {
        match function {
            Function::Footnote => return self.footnote(),
            Function::Line => self.view.line(Span::at(self.position)),
            Function::Block | Function::Table => self.view.paragraph(),
            Function::Inline => {}
        }
        let around = std::mem::replace(&mut self.in_table, function == Function::Table);
        loop {
            if self.rest().starts_with('(') {
                self.group();
            } else if !self.content() {
                break;
            }
        }
        self.in_table = around;
        if matches!(function, Function::Block | Function::Table) {
            self.view.paragraph();
        }
    }

    /// Reads the arguments of `footnote` into a view of their own.
    fn footnote(&mut self) {
        let note = self.view.new_note();
        let outer = std::mem::replace(self.view, note);
        self.call(Function::Inline);
        let note = std::mem::replace(self.view, outer);
        self.view.note(note);
    }

    /// Goes behind the bracket that closes the one at the position; text in brackets within is read, as paragraphs.
    fn group(&mut self) {
        self.expression(
            true,
            |byte, depth| depth == 0 && matches!(byte, b')' | b'}'),
            true,
        );
    }

    /// Reads to the end of a statement.
    fn statement(&mut self) {
        self.expression(
            true,
            |byte, depth| depth == 0 && matches!(byte, b'\n' | b';'),
            false,
        );
    }

    /// Goes behind a statement whose text is not shown in its place.
    fn hidden_statement(&mut self) {
        let note = self.view.new_note();
        let outer = std::mem::replace(self.view, note);
        self.statement();
        *self.view = outer;
    }

    /// Goes over code until `is_end` is true of a byte and the number of brackets that are open, that byte included if it closes a
    /// bracket. The bracket that closes text around the code ends it as well.
    fn expression(
        &mut self,
        shows_text: bool,
        is_end: impl Fn(u8, usize) -> bool,
        takes_end: bool,
    ) {
        let mut depth = 0_usize;
        while let Some(byte) = self.source.as_bytes().get(self.position).copied() {
            match byte {
                b')' | b'}' => depth = depth.saturating_sub(1),
                b']' if self.depth > 0 => return,
                _ => {}
            }
            if is_end(byte, depth) {
                self.position += usize::from(takes_end);
                return;
            }
            depth += usize::from(matches!(byte, b'(' | b'{'));
            self.code_byte(byte, shows_text);
        }
    }

    /// Goes over one character of code, or one string, comment, formula or text within it.
    fn code_byte(&mut self, byte: u8, shows_text: bool) {
        match byte {
            b'"' => self.position = self.string_end(),
            b'`' => {
                let note = self.view.new_note();
                let outer = std::mem::replace(self.view, note);
                self.raw();
                *self.view = outer;
            }
            b'/' if self.comment() => {}
            b'$' => self.position = self.math_end().unwrap_or(self.position) + 1,
            b'[' if shows_text => self.argument(),
            _ => self.position += self.rest().chars().next().map_or(1, char::len_utf8),
        }
    }

    /// Reads text among other arguments: a paragraph, or a cell where that of a table stands behind another one on the same line, as
    /// people and pandoc write the cells of a row.
    fn argument(&mut self) {
        let before = self.source[..self.position].trim_end_matches(' ');
        let before = before.strip_suffix(',').unwrap_or_default();
        let is_beside = self.in_table && before.trim_end_matches(' ').ends_with(']');
        if is_beside {
            self.view.cell();
        } else {
            self.view.paragraph();
        }
        if !self.content() {
            self.position += 1;
        }
        if !self.in_table {
            self.view.paragraph();
        }
    }

    /// The place behind the string at the position.
    fn string_end(&self) -> usize {
        let bytes = self.source.as_bytes();
        let mut end = self.position + 1;
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'"' => return end + 1,
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        self.source.len()
    }

    /// `#cite(<key>, supplement: [p. 5])`
    fn cite(&mut self) {
        let Some(arguments) = self.arguments() else {
            return;
        };
        let start = self.source[..arguments.start]
            .rfind('#')
            .unwrap_or(arguments.start);
        self.position = arguments.end + 1;
        let span = Span::new(start, self.position);
        self.view.masked(span);
        if let Some(key) = citation::argument_key(self.source, arguments) {
            self.add_key(span, key, citation::supplement(self.source, arguments));
        }
    }

    /// The bytes between the parentheses at the position.
    fn arguments(&mut self) -> Option<Span> {
        if !self.rest().starts_with('(') {
            return None;
        }
        let start = self.position;
        let note = self.view.new_note();
        let outer = std::mem::replace(self.view, note);
        self.group();
        *self.view = outer;
        let end = std::mem::replace(&mut self.position, start);
        self.source[start..end]
            .ends_with(')')
            .then(|| Span::new(start + 1, end - 1))
    }

    /// `#bibliography(("a.bib", "b.bib"), style: "apa")`
    fn bibliography(&mut self) {
        self.view.paragraph();
        let Some(arguments) = self.arguments() else {
            return;
        };
        self.position = arguments.end + 1;
        let files = strings(self.source, arguments)
            .filter(|string| is_bibliography(string.slice(self.source)));
        self.found
            .bibliographies
            .extend(files.map(|string| file(self.source, string)));
    }

    fn include(&mut self) {
        self.view.paragraph();
        let line = Span::new(
            self.position,
            self.position + self.rest().find('\n').unwrap_or(self.rest().len()),
        );
        self.found.includes.extend(
            strings(self.source, line)
                .next()
                .map(|string| file(self.source, string)),
        );
        self.position = line.end;
    }

    /// `#link("https://…")[text]`: the text, or else the address.
    fn link(&mut self) {
        let Some(arguments) = self.arguments() else {
            return self.call(Function::Inline);
        };
        self.position = arguments.end + 1;
        if !self.content()
            && let Some(address) = strings(self.source, arguments).next()
        {
            self.view.masked(address);
        }
    }
}

/// The insides of the strings in a stretch of code.
fn strings(source: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let mut marks = span
        .slice(source)
        .match_indices('"')
        .map(move |(at, _)| span.start + at);
    std::iter::from_fn(move || Some(Span::new(marks.next()? + 1, marks.next()?)))
}

/// Whether a string is a file of entries, rather than a style or a title.
fn is_bibliography(string: &str) -> bool {
    [".bib", ".yml", ".yaml"]
        .iter()
        .any(|extension| string.ends_with(extension))
}

fn file(source: &str, path: Span) -> NamedFile {
    NamedFile {
        path: path.slice(source).to_owned(),
        source: path,
    }
}
