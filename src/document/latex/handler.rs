//! What the commands of LaTeX do to the view.

use super::{
    accent, argument,
    braces::{self, command_name},
    citation,
    reader::{Close, MAX_DEPTH, Reader},
    table::{self, Command, Environment},
};
use crate::{
    document::{
        KeyedCitation, NamedFile,
        raised::raised,
        scan::{byte_run_end, char_at},
    },
    span::Span,
};

impl Reader<'_, '_> {
    /// Reads the command at the position.
    pub(super) fn command(&mut self) {
        if let Some((letter, len)) = accent::read(self.rest()) {
            self.convert(len, &letter);
            return;
        }
        let name = command_name(self.source, self.position);
        let behind = self.position + 1 + name.len();
        match name {
            "\\" => return self.line_break(behind),
            "(" => return self.formula(2, "\\)", true),
            "[" => return self.formula(2, "\\]", false),
            _ => {}
        }
        match table::command(name) {
            Command::Begin => self.begin(behind),
            Command::End => self.end_environment(behind),
            Command::Cite => self.cite(name, behind),
            Command::Hide(n) => {
                self.position = argument::behind_groups(
                    self.source,
                    self.braces,
                    byte_run_end(self.source, behind, b'*'),
                    n,
                );
            }
            Command::Define => {
                self.position = argument::behind_all(self.source, self.braces, behind);
            }
            Command::Def => self.definition(behind),
            Command::Paragraph => {
                self.view.paragraph();
                self.position = argument::behind_options(self.source, self.braces, behind);
            }
            Command::Block => self.block(behind),
            Command::Note => self.note(behind),
            Command::Address => self.address(behind),
            Command::Raise => self.raise(behind),
            Command::Code => self.code(name, behind),
            Command::Verb => self.verb(behind),
            Command::Item => {
                self.view.paragraph();
                self.position = behind;
            }
            Command::Bibitem => self.bibitem(behind),
            Command::Input => self.input(behind),
            Command::Bibliography => self.bibliography(behind),
            Command::IfFalse => {
                self.position = self.source[behind..]
                    .find("\\fi")
                    .map_or(self.end, |len| behind + len + 3);
            }
            Command::Flow => self.flow(name, behind),
        }
        self.position = self.position.max(behind).min(self.end.max(behind));
    }

    /// Hides a command and its options; what it is applied to is read.
    fn flow(&mut self, name: &str, behind: usize) {
        let is_word = name.starts_with(|first: char| first.is_ascii_alphabetic());
        let behind = byte_run_end(self.source, behind, b'*');
        let behind_options = argument::behind_options(self.source, self.braces, behind);
        self.position = if is_word && behind_options == behind {
            argument::skip_space(self.source, behind)
        } else if is_word {
            behind_options
        } else {
            behind
        };
    }

    /// `\\`, `\\*`, `\\[1ex]`
    fn line_break(&mut self, behind: usize) {
        let end = argument::behind_options(
            self.source,
            self.braces,
            byte_run_end(self.source, behind, b'*'),
        );
        if self.tables > 0 {
            self.view.paragraph();
        } else {
            self.view.line(Span::new(self.position, end));
        }
        self.position = end;
    }

    /// `\def\name#1{…}`
    fn definition(&mut self, behind: usize) {
        let open = self.source[behind..].find('{').map(|len| behind + len);
        let close = open.and_then(|open| self.braces.closing(open));
        self.position = close.map_or(behind, |close| close + 1);
    }

    /// A heading or caption is a paragraph of its own.
    fn block(&mut self, behind: usize) {
        self.view.paragraph();
        let open = argument::behind_options(
            self.source,
            self.braces,
            byte_run_end(self.source, behind, b'*'),
        );
        self.position = argument::skip_space(self.source, open);
        if self.rest().starts_with('{') {
            self.open_with(Close::Paragraph);
        }
    }

    fn note(&mut self, behind: usize) {
        let start = argument::behind_options(self.source, self.braces, behind);
        let Some(inner) =
            argument::group(self.source, self.braces, start).filter(|_| self.depth < MAX_DEPTH)
        else {
            self.position = behind;
            return;
        };
        let mut note = self.view.new_note();
        let mut reader = Reader {
            position: inner.start,
            end: inner.end,
            depth: self.depth + 1,
            ..Reader::new(self.source, self.braces, &mut note)
        };
        reader.text();
        let found = reader.found;
        self.found.join(found);
        self.view.note(note);
        self.position = inner.end + 1;
    }

    /// Reads the number that a command raises; other text is read as any.
    fn raise(&mut self, behind: usize) {
        self.position = argument::skip_space(self.source, behind);
        let inner = argument::group(self.source, self.braces, behind);
        let letters = inner.and_then(|inner| raised(inner.slice(self.source).trim()));
        if let (Some(inner), Some(letters)) = (inner, letters) {
            self.view.converted(inner, &letters);
            self.position = inner.end + 1;
        }
    }

    fn address(&mut self, behind: usize) {
        let Some(inner) = argument::group(self.source, self.braces, behind) else {
            self.position = behind;
            return;
        };
        let start = self.view.text().len();
        self.address_text(inner);
        self.view.mask_from(start);
        self.position = inner.end + 1;
    }

    /// An address may have its marks escaped: `10.1000/a\_b`.
    fn address_text(&mut self, span: Span) {
        let mut start = span.start;
        while let Some(len) = Span::new(start, span.end).slice(self.source).find('\\') {
            let slash = start + len;
            self.view.words(Span::new(start, slash));
            start = slash + 1;
            if let Some(mark) = char_at(self.source, start)
                .filter(|mark| mark.is_ascii_punctuation() && start < span.end)
            {
                self.view
                    .converted(Span::new(slash, start + 1), &mark.to_string());
                start += 1;
            }
        }
        self.view.words(Span::new(start, span.end));
    }

    /// `\texttt{…}` is read but is no prose; `\lstinline` may take its code between two marks.
    fn code(&mut self, name: &str, behind: usize) {
        let mut start = argument::behind_options(self.source, self.braces, behind);
        if name == "mintinline" {
            start = argument::behind_groups(self.source, self.braces, start, 1);
        }
        self.position = start;
        if self.rest().starts_with('{') {
            self.open_with(Close::Mask(self.view.text().len()));
        } else if name != "texttt" {
            self.verb(start);
        }
    }

    fn verb(&mut self, behind: usize) {
        self.position = behind;
        if let Some((code, end)) = braces::verb(self.source, behind) {
            self.view.masked(code);
            self.position = end;
        }
    }

    fn cite(&mut self, name: &str, behind: usize) {
        let (keys, end) = citation::read(self.source, self.braces, behind, table::takes_many(name));
        if keys.is_empty() {
            self.position = behind;
            return;
        }
        let command = Span::new(self.position, end);
        self.view.masked(command);
        let is_single = keys.len() == 1;
        for key in keys {
            self.view.keyed(KeyedCitation {
                span: self
                    .view
                    .view_of(if is_single { command } else { key.name }),
                key: key.name.slice(self.source).to_owned(),
                key_span: self.view.view_of(key.name),
                prefix: key.prefix.map(|span| self.view.view_of(span)),
                locator: key.locator.map(|span| self.view.view_of(span)),
                hidden: name == "nocite",
            });
        }
        self.position = end;
    }

    fn begin(&mut self, behind: usize) {
        self.position = behind;
        let Some(name) = braces::environment_name(self.source, behind) else {
            return;
        };
        let (environment, n_arguments) = table::environment(name.slice(self.source));
        self.view.paragraph();
        self.position =
            argument::behind_groups(self.source, self.braces, name.end + 1, n_arguments);
        match environment {
            Environment::Hidden => {
                self.position =
                    braces::environment_end(self.source, name).map_or(self.end, |end| end.end);
            }
            Environment::Table => self.tables += 1,
            Environment::Bibliography if self.heading_end != self.view.text().len() => {
                self.view.inserted("References");
                self.view.paragraph();
            }
            Environment::Bibliography | Environment::Flow => {}
        }
    }

    fn end_environment(&mut self, behind: usize) {
        self.position = behind;
        let Some(name) = braces::environment_name(self.source, behind) else {
            return;
        };
        self.view.paragraph();
        self.position = name.end + 1;
        match (
            name.slice(self.source),
            table::environment(name.slice(self.source)).0,
        ) {
            ("document", _) => self.position = self.end,
            (_, Environment::Table) => self.tables = self.tables.saturating_sub(1),
            (_, Environment::Bibliography) => self.end_reference(),
            _ => {}
        }
    }

    /// `\bibitem[label]{key}`
    fn bibitem(&mut self, behind: usize) {
        self.end_reference();
        self.position = argument::behind_groups(self.source, self.braces, behind, 1);
        let key = argument::group(
            self.source,
            self.braces,
            argument::behind_options(self.source, self.braces, behind),
        );
        self.reference = key.map(|key| (key.trim(self.source), self.view.text().len()));
    }

    pub(super) fn end_reference(&mut self) {
        self.view.paragraph();
        if let Some((key, start)) = self.reference.take() {
            self.view.listed(key.slice(self.source), start);
        }
    }

    pub(super) fn input(&mut self, behind: usize) {
        self.position = behind;
        if let Some(path) = argument::group(self.source, self.braces, behind) {
            self.position = path.end + 1;
            self.found.includes.extend(file(self.source, path));
        }
        self.view.paragraph();
    }

    /// `\bibliography{a,b}`, `\addbibresource[location=remote]{a.bib}`
    pub(super) fn bibliography(&mut self, behind: usize) {
        let start = argument::behind_options(self.source, self.braces, behind);
        self.position = start;
        if let Some(paths) = argument::group(self.source, self.braces, start) {
            self.position = paths.end + 1;
            let mut start = paths.start;
            for path in paths.slice(self.source).split(',') {
                self.found
                    .bibliographies
                    .extend(file(self.source, Span::new(start, start + path.len())));
                start += path.len() + 1;
            }
        }
    }
}

/// A file by its path in the source.
fn file(source: &str, path: Span) -> Option<NamedFile> {
    let path = path.trim(source);
    (!path.is_empty()).then(|| NamedFile {
        path: path.slice(source).to_owned(),
        source: path,
    })
}
