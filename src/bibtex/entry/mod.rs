//! Reads the key and the fields of one entry, with their spans.

mod value;

use super::{
    block::Block,
    problem::{Problem, ProblemKind},
};
use crate::span::Span;

/// One entry of a .bib file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// From `@` to its closing delimiter.
    pub span: Span,
    /// The entry type as written: `article`.
    pub entry_type: Span,
    /// The key; empty where there is none.
    pub key: Span,
    /// The fields in the order of the file; a name may come twice.
    pub fields: Vec<Field>,
}

impl Entry {
    /// The first field with a name; case does not count.
    pub fn field(&self, text: &str, name: &str) -> Option<Field> {
        self.fields
            .iter()
            .copied()
            .find(|field| field.name.slice(text).eq_ignore_ascii_case(name))
    }
}

/// One field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The name as written: `Title`.
    pub name: Span,
    /// The value with its delimiters: `{A title}`, `"A " # b`, `1999`.
    pub value: Span,
}

/// Reads an entry; what is wrong with it is added to `problems`.
pub(super) fn read(text: &str, block: &Block, problems: &mut Vec<Problem>) -> Entry {
    let mut reader = Reader::new(text, block, problems);
    if !block.closed {
        reader.problem(block.name, ProblemKind::Unclosed);
    }
    let key = reader.key();
    Entry {
        span: block.span,
        entry_type: block.name,
        key,
        fields: reader.fields(),
    }
}

/// Reads the fields of a `@string`.
pub(super) fn read_strings(text: &str, block: &Block, problems: &mut Vec<Problem>) -> Vec<Field> {
    Reader::new(text, block, problems).fields()
}

/// Reads the body of one block.
struct Reader<'a> {
    text: &'a str,
    position: usize,
    end: usize,
    closed: bool,
    escapes: bool,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, block: &Block, problems: &'a mut Vec<Problem>) -> Self {
        Self {
            text,
            position: block.body.start,
            end: block.body.end,
            closed: block.closed,
            escapes: block.escapes,
            problems,
        }
    }

    fn problem(&mut self, span: Span, kind: ProblemKind) {
        self.problems.push(Problem { span, kind });
    }

    /// The next byte, within the body.
    fn peek(&self) -> Option<u8> {
        (self.position < self.end).then(|| self.text.as_bytes()[self.position])
    }

    /// Steps over bytes as long as they are wanted; the span of what was stepped over.
    fn skip(&mut self, wanted: impl Fn(u8) -> bool) -> Span {
        let start = self.position;
        while self.peek().is_some_and(&wanted) {
            self.position += 1;
        }
        Span::new(start, self.position)
    }

    fn skip_space(&mut self) {
        self.skip(|byte| byte.is_ascii_whitespace());
    }

    /// Reads the key and the comma behind it.
    fn key(&mut self) -> Span {
        self.skip_space();
        let start = self.position;
        let key = self
            .skip(|byte| !matches!(byte, b',' | b'=' | b'\n' | b'{' | b'"'))
            .trim(self.text);
        if matches!(self.peek(), Some(b'=' | b'{' | b'"')) {
            // What looked like the key is the name of the first field.
            self.position = start;
            self.problem(Span::at(start), ProblemKind::MissingKey);
            return Span::at(start);
        }
        self.skip_space();
        if key.is_empty() {
            self.problem(key, ProblemKind::MissingKey);
        } else if key.slice(self.text).contains(char::is_whitespace) {
            self.problem(key, ProblemKind::SpaceInKey);
        }
        if self.peek().is_some_and(|byte| byte != b',') {
            self.problem(key, ProblemKind::MissingComma);
        }
        key
    }

    /// Reads fields to the end of the body.
    fn fields(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        loop {
            // In an entry that is not closed, the brace that should close it has been taken for another.
            let closed = self.closed;
            self.skip(|byte| {
                byte.is_ascii_whitespace() || byte == b',' || (byte == b'}' && !closed)
            });
            match self.peek() {
                None => return fields,
                Some(b'%') => {
                    self.skip(|byte| byte != b'\n');
                }
                Some(_) => {
                    if let Some(field) = self.field() {
                        self.check_name(&fields, field.name);
                        fields.push(field);
                    }
                }
            }
        }
    }

    /// Reports a name that comes a second time.
    fn check_name(&mut self, fields: &[Field], name: Span) {
        let written = name.slice(self.text);
        let twice = fields
            .iter()
            .any(|field| field.name.slice(self.text).eq_ignore_ascii_case(written));
        if twice {
            self.problem(name, ProblemKind::DuplicateField(written.to_owned()));
        }
    }

    /// Reads one field, or steps over what is none.
    fn field(&mut self) -> Option<Field> {
        let name = self.skip(is_field_name);
        self.skip_space();
        if name.is_empty() {
            self.stray();
            return None;
        }
        match self.peek() {
            Some(b'=') => self.position += 1,
            Some(b'{' | b'"') => self.problem(name, ProblemKind::MissingEquals),
            _ => {
                self.problem(name, ProblemKind::MissingEquals);
                return None;
            }
        }
        let value = self.value();
        if value.is_empty() {
            self.problem(name, ProblemKind::MissingValue);
        }
        self.after_value();
        Some(Field { name, value })
    }

    /// Steps over bytes that belong to no field, to the next comma or line.
    fn stray(&mut self) {
        let stray = self.skip(|byte| !matches!(byte, b',' | b'\n'));
        self.problem(stray.trim(self.text), ProblemKind::StrayText);
    }

    /// Looks at what follows a value: a comma, a comment or the end is as it should be.
    fn after_value(&mut self) {
        self.skip_space();
        match self.peek() {
            None | Some(b',' | b'%') => {}
            Some(b'}') if !self.closed => {}
            Some(_) if begins_field(self.text, self.position, self.end) => {
                self.problem(Span::at(self.position), ProblemKind::MissingComma);
            }
            Some(_) => self.stray(),
        }
    }
}

/// Whether a byte may stand in the name of a field or macro.
fn is_field_name(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && !matches!(
            byte,
            b'"' | b'#' | b'%' | b'\'' | b'(' | b')' | b',' | b'=' | b'{' | b'}'
        )
}

/// Whether a field begins at a position, with white space before it: `title =`.
fn begins_field(text: &str, position: usize, end: usize) -> bool {
    let rest = Span::new(position, end.max(position))
        .slice(text)
        .trim_start();
    let name = rest.bytes().take_while(|byte| is_field_name(*byte)).count();
    name > 0
        && rest.starts_with(|c: char| c.is_ascii_alphabetic())
        && rest[name..].trim_start().starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bibtex::block::split;

    /// Shows an entry as `key: name=value; …` and the kinds of its problems.
    fn check(text: &str, expected: &str, kinds: &[ProblemKind]) {
        let blocks = split(text);
        let mut problems = Vec::new();
        let entry = read(text, &blocks[0], &mut problems);
        let fields: Vec<_> = entry
            .fields
            .iter()
            .map(|field| format!("{}={}", field.name.slice(text), field.value.slice(text)))
            .collect();
        let shown = format!("{}: {}", entry.key.slice(text), fields.join("; "));
        assert_eq!(shown, expected, "{text}");
        let found: Vec<_> = problems.into_iter().map(|problem| problem.kind).collect();
        assert_eq!(found, kinds, "{text}");
        for field in &entry.fields {
            assert!(entry.span.covers(field.name) && entry.span.covers(field.value));
        }
    }

    #[test]
    fn sound_entries() {
        check("@book{a}", "a: ", &[]);
        check(
            "@book{a:b/c+1, Title = {X {Y}}, year=1999, month = jan # \"~5\",}",
            "a:b/c+1: Title={X {Y}}; year=1999; month=jan # \"~5\"",
            &[],
        );
        check(
            "@book(a,\n % note\n % more\n title = \"X {\"}Y{\"} Z\"\n)",
            "a: title=\"X {\"}Y{\"} Z\"",
            &[],
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        use ProblemKind::{
            BareValue, MissingComma, MissingEquals, MissingKey, MissingValue, SpaceInKey, StrayText,
        };
        check("@book{title = {X}}", ": title={X}", &[MissingKey]);
        check("@book{, title = {X}}", ": title={X}", &[MissingKey]);
        check("@book{a b, title = {X}}", "a b: title={X}", &[SpaceInKey]);
        check(
            "@book{a,\n title = {X}\n year = 1999\n}",
            "a: title={X}; year=1999",
            &[MissingComma],
        );
        check(
            "@book{a, title {X}, note}",
            "a: title={X}",
            &[MissingEquals, MissingEquals],
        );
        check(
            "@book{a, pages = 10-20, n = }",
            "a: pages=10-20; n=",
            &[BareValue, MissingValue],
        );
        check(
            "@book{a, title = {X} y}, b = {c}}",
            "a: title={X}",
            &[StrayText],
        );
    }

    #[test]
    fn a_field_may_come_twice() {
        let twice = ProblemKind::DuplicateField("Title".to_owned());
        check(
            "@book{a, title={X}, Title={Y}}",
            "a: title={X}; Title={Y}",
            &[twice],
        );
    }

    #[test]
    fn a_missing_delimiter_costs_one_field() {
        use ProblemKind::{QuoteInQuotes, Unclosed, UnclosedValue};
        check(
            "@book{a,\n title = {X,\n year = {1999}\n}",
            "a: title={X; year={1999}",
            &[Unclosed, UnclosedValue],
        );
        check(
            "@book{a,\n title = \"X,\n year = {1999}\n}",
            "a: title=\"X; year={1999}",
            &[UnclosedValue],
        );
        check(
            "@book{a, title = \"X \"Y\" Z\", year = 1999}",
            "a: title=\"X \"Y\" Z\"; year=1999",
            &[QuoteInQuotes],
        );
    }
}
