//! How the entries of a file are laid out, learnt from the file, so that what is added looks as if its author had written it.

use std::{collections::HashMap, hash::Hash};

use super::{Entry, Field, File};

/// How many fields are looked at; a habit shows before that.
const SAMPLE: usize = 2_000;

/// What stands between the parts of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The line end of the file.
    line_end: &'static str,
    /// The blanks before a field name.
    indent: String,
    /// How the `=` stands.
    equals: Equals,
    /// Whether the last field has a comma behind it.
    last_comma: bool,
    /// The blanks before the closing brace; none where it stands on the line of the last field.
    closing: Option<String>,
    /// What stands around values.
    delimiters: Delimiters,
    /// Whether field names are written `Title`.
    capitals: bool,
}

/// What stands around values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Delimiters {
    /// Quotation marks rather than braces.
    quotes: bool,
    /// Nothing around numbers.
    bare_numbers: bool,
}

/// How the `=` of a field stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Equals {
    /// The blanks before and behind it.
    Blanks(String, String),
    /// As many blanks behind the name that the value begins this many characters behind the beginning of the name; `after` of them
    /// stand behind the `=`.
    Column { value: usize, after: usize },
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            line_end: "\n",
            indent: "  ".to_owned(),
            equals: Equals::Blanks(" ".to_owned(), " ".to_owned()),
            last_comma: true,
            closing: Some(String::new()),
            delimiters: Delimiters::default(),
            capitals: false,
        }
    }
}

impl Layout {
    /// The layout that most fields of a file have; what the file does not tell is as `extract` writes it.
    pub fn of(file: &File) -> Self {
        let default = Self::default();
        let text = file.text();
        let entries = || file.entries.iter().filter(|entry| !entry.fields.is_empty());
        let fields = || entries().flat_map(|entry| &entry.fields).take(SAMPLE);
        let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
        Self {
            line_end: if crlf { "\r\n" } else { "\n" },
            indent: commonest(fields().filter_map(|field| indent(field, text)))
                .unwrap_or(default.indent.as_str())
                .to_owned(),
            equals: equals(|| fields(), text).unwrap_or(default.equals),
            last_comma: commonest(
                entries()
                    .take(SAMPLE)
                    .map(|entry| has_last_comma(entry, text)),
            )
            .unwrap_or(default.last_comma),
            closing: commonest(entries().take(SAMPLE).map(|entry| closing(entry, text)))
                .unwrap_or(Some(""))
                .map(str::to_owned),
            delimiters: Delimiters {
                quotes: commonest(fields().filter_map(|field| is_quoted(field, text)))
                    .unwrap_or_default(),
                bare_numbers: commonest(fields().filter_map(|field| is_bare(field, text)))
                    .unwrap_or_default(),
            },
            capitals: commonest(fields().map(|field| has_capital(field, text)))
                .unwrap_or(default.capitals),
        }
    }

    /// The layout of one entry where its fields show one, else that of the file.
    pub(crate) fn of_entry(&self, file: &File, entry: &Entry) -> Self {
        let fields = || entry.fields.iter();
        let text = file.text();
        let indent = commonest(fields().filter_map(|field| indent(field, text)));
        Self {
            indent: indent.map_or_else(|| self.indent.clone(), str::to_owned),
            equals: equals(fields, text).unwrap_or_else(|| self.equals.clone()),
            ..self.clone()
        }
    }

    /// What stands between what comes before a field and its name: a comma, a line end and blanks.
    pub(crate) fn before_name(&self) -> String {
        format!(",{}{}", self.line_end, self.indent)
    }

    /// What stands between the name of a field and its value.
    pub(crate) fn before_value(&self, name: &str) -> String {
        match &self.equals {
            Equals::Blanks(before, after) => format!("{before}={after}"),
            Equals::Column { value, after } => {
                let before = value.saturating_sub(name.chars().count() + 1 + after);
                format!("{}={}", " ".repeat(before.max(1)), " ".repeat(*after))
            }
        }
    }

    /// What stands between the last field, or the key where there is no field, and the closing delimiter.
    pub(crate) fn before_end(&self, has_fields: bool) -> String {
        let comma = if self.last_comma || !has_fields {
            ","
        } else {
            ""
        };
        match &self.closing {
            Some(blanks) => format!("{comma}{}{blanks}", self.line_end),
            None => comma.to_owned(),
        }
    }

    /// The text of a field, from its name to its closing delimiter; the value comes with its delimiters.
    pub(crate) fn field(&self, name: &str, value: &str) -> String {
        let mut name = name.to_owned();
        if self.capitals
            && let Some(first) = name.get_mut(..1)
        {
            first.make_ascii_uppercase();
        }
        let equals = self.before_value(&name);
        format!("{name}{equals}{}", self.delimited(&name, value))
    }

    /// A value in the delimiters that the file has; a quotation mark within quotation marks would end the value.
    fn delimited(&self, name: &str, value: &str) -> String {
        let braced = value
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match braced {
            Some(text) if self.delimiters.bare_numbers && is_count(name) && is_number(text) => {
                text.to_owned()
            }
            Some(text) if self.delimiters.quotes && !text.contains('"') => format!("\"{text}\""),
            _ => value.to_owned(),
        }
    }

    /// The text of an entry, without a line end behind it.
    pub(crate) fn entry(
        &self,
        entry_type: &str,
        key: &str,
        fields: &[(&'static str, String)],
    ) -> String {
        let mut text = format!("@{entry_type}{{{key}");
        for (name, value) in fields {
            text.push_str(&self.before_name());
            text.push_str(&self.field(name, value));
        }
        text.push_str(&self.before_end(!fields.is_empty()));
        text.push('}');
        text
    }

    /// The line end of the file.
    pub(crate) fn line_end(&self) -> &'static str {
        self.line_end
    }
}

/// What comes most often; of those that come as often the one that came first.
fn commonest<T: Hash + Eq + Copy>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, (usize, usize)> = HashMap::new();
    for (order, value) in values.enumerate() {
        counts.entry(value).or_insert((0, order)).0 += 1;
    }
    let best = counts
        .into_iter()
        .max_by_key(|(_, (count, order))| (*count, usize::MAX - order));
    best.map(|(value, _)| value)
}

/// The blanks before a field name that stands first on its line.
fn indent<'a>(field: &Field, text: &'a str) -> Option<&'a str> {
    let before = &text[..field.name.start];
    let line = &before[before.rfind('\n')? + 1..];
    line.chars()
        .all(|c| matches!(c, ' ' | '\t'))
        .then_some(line)
}

/// How the `=` of most fields stands: at a column, if most values begin at one though their names differ in length.
fn equals<'a, I: Iterator<Item = &'a Field>>(fields: impl Fn() -> I, text: &str) -> Option<Equals> {
    let n_fields = fields().count();
    let column = commonest(fields().filter_map(|field| column(field, text)));
    if let Some((value, after)) = column {
        let at_column =
            || fields().filter(|field| self::column(field, text) == Some((value, after)));
        let lengths: std::collections::HashSet<usize> =
            at_column().map(|field| field.name.len()).collect();
        if at_column().count() * 2 > n_fields && lengths.len() > 1 {
            return Some(Equals::Column { value, after });
        }
    }
    let blanks = commonest(fields().filter_map(|field| {
        let between = text.get(field.name.end..field.value.start)?;
        between.split_once('=')
    }))?;
    let is_blank = |text: &str| text.chars().all(|c| c == ' ');
    let (before, after) = blanks;
    (is_blank(before) && is_blank(after))
        .then(|| Equals::Blanks(before.to_owned(), after.to_owned()))
}

/// How many characters behind the beginning of its name a value begins, and how many blanks stand behind the `=`.
fn column(field: &Field, text: &str) -> Option<(usize, usize)> {
    let between = text.get(field.name.end..field.value.start)?;
    let (before, after) = between.split_once('=')?;
    let is_blank = |text: &str| text.chars().all(|c| c == ' ');
    let width = field.name.slice(text).chars().count() + between.len();
    (is_blank(before) && is_blank(after)).then_some((width, after.len()))
}

/// Whether a comma stands behind the last field.
fn has_last_comma(entry: &Entry, text: &str) -> bool {
    behind_last(entry, text).trim_start().starts_with(',')
}

/// The blanks before a closing delimiter that stands on its own line.
fn closing<'a>(entry: &Entry, text: &'a str) -> Option<&'a str> {
    let behind = behind_last(entry, text);
    let blanks = &behind[behind.rfind('\n')? + 1..];
    blanks
        .chars()
        .all(|c| matches!(c, ' ' | '\t'))
        .then_some(blanks)
}

/// What stands between the last field and the closing delimiter.
fn behind_last<'a>(entry: &Entry, text: &'a str) -> &'a str {
    let start = entry
        .fields
        .last()
        .map_or(entry.key.end, |field| field.value.end);
    text.get(start..entry.span.end.saturating_sub(1))
        .unwrap_or_default()
}

/// Whether a value stands in quotation marks rather than braces; neither says nothing.
fn is_quoted(field: &Field, text: &str) -> Option<bool> {
    match field.value.slice(text).as_bytes().first() {
        Some(b'"') => Some(true),
        Some(b'{') => Some(false),
        _ => None,
    }
}

/// Whether a number stands without delimiters; other values say nothing.
fn is_bare(field: &Field, text: &str) -> Option<bool> {
    let value = field.value.slice(text);
    let within = value.trim_matches(['{', '}', '"']);
    is_number(within).then_some(within == value)
}

/// Whether a field counts something, so that its value is a number rather than a name made of digits.
fn is_count(name: &str) -> bool {
    [
        "year", "volume", "number", "issue", "edition", "chapter", "day",
    ]
    .iter()
    .any(|count| name.eq_ignore_ascii_case(count))
}

/// Whether a text is a number that can stand without delimiters.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a field name begins with a capital and goes on in small letters.
fn has_capital(field: &Field, text: &str) -> bool {
    let name = field.name.slice(text).as_bytes();
    name.first().is_some_and(u8::is_ascii_uppercase) && name[1..].iter().any(u8::is_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let layout = Layout::of(&File::read(text));
        let fields = [
            ("title", "{A B}".to_owned()),
            ("journaltitle", "{C}".to_owned()),
            ("year", "{1999}".to_owned()),
        ];
        assert_eq!(layout.entry("article", "k", &fields), expected);
    }

    #[test]
    fn an_empty_file_is_laid_out_as_extract_writes() {
        check(
            "",
            "@article{k,\n  title = {A B},\n  journaltitle = {C},\n  year = {1999},\n}",
        );
    }

    #[test]
    fn the_habits_of_the_file_count() {
        check(
            "@book{a,\n\ttitle=\"X\",\n\tyear=\"1999\"}",
            "@article{k,\n\ttitle=\"A B\",\n\tjournaltitle=\"C\",\n\tyear=\"1999\"}",
        );
        check(
            "@Book{a,\r\n    Title     = {X},\r\n    Publisher = {Y},\r\n    Year      = 1999\r\n  }",
            "@article{k,\r\n    Title     = {A B},\r\n    Journaltitle = {C},\r\n    Year      = 1999\r\n  }",
        );
    }

    #[test]
    fn one_line_entries_teach_no_indent() {
        check(
            "@book{a, title = {X}, year = 1999}",
            "@article{k,\n  title = {A B},\n  journaltitle = {C},\n  year = 1999}",
        );
    }
}
