//! The text of a configuration file, key by key.

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{
    Config, Ignore, Level, Pattern, PerFile, Vocabulary,
    problem::{LIST, Problem, ProblemKind, TEXT_OR_PATH},
};
use crate::{finding::Severity, span::Span};

/// The keys of the file.
pub(super) const KEYS: [&str; 6] = ["papers", "master", "style", "rules", "per-file", "ignore"];

/// The keys of an entry of `ignore`.
pub(super) const IGNORE_KEYS: [&str; 4] = ["rule", "text", "path", "reason"];

/// What the names of style files end with.
pub(super) const STYLE_FILE: &str = ".csl";

/// The levels of a rule.
pub(super) const LEVELS: [(&str, Level); 4] = [
    ("off", Level::Off),
    ("note", Level::As(Severity::Note)),
    ("warning", Level::As(Severity::Warning)),
    ("error", Level::As(Severity::Error)),
];

/// Reads a text; what is wrong is said, and the rest read.
pub(super) fn read(text: &str, vocabulary: Vocabulary) -> (Config, Vec<Problem>) {
    let mut reader = Reader {
        vocabulary,
        problems: Vec::new(),
    };
    // What follows a mistake in the form of the file means little, so the first is the only one that is said.
    let config = match DeTable::parse(text) {
        Ok(table) => reader.config(table.get_ref()),
        Err(error) => {
            let span = error.span().map(Span::from).unwrap_or_default();
            reader.add(span, ProblemKind::Syntax(error.message().to_owned()));
            Config::default()
        }
    };
    (config, reader.problems)
}

type Key<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// Reads values and gathers what is wrong with them.
struct Reader<'a> {
    vocabulary: Vocabulary<'a>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn config(&mut self, table: &DeTable) -> Config {
        let mut config = Config::default();
        for (key, value) in table {
            match name(key) {
                "papers" => config.papers = self.patterns(key, value),
                "master" => {
                    let paths = self.texts(key, value);
                    config.master = paths.map(|(_, path)| path.to_owned()).collect();
                }
                "style" => config.style = self.style(key, value),
                "rules" => config.rules = self.rules(key, value),
                "per-file" => config.per_file = self.per_file(key, value),
                "ignore" => config.ignore = self.ignore(key, value),
                _ => self.unknown("key", span(key), name(key), KEYS.to_vec()),
            }
        }
        config
    }

    fn patterns(&mut self, key: &Key, value: &Value) -> Vec<Pattern> {
        let texts: Vec<_> = self.texts(key, value).collect();
        texts
            .into_iter()
            .filter_map(|(span, text)| self.pattern(span, text))
            .collect()
    }

    fn style(&mut self, key: &Key, value: &Value) -> Option<String> {
        let style = self.text(key, value)?;
        if style.ends_with(STYLE_FILE) {
            return Some(style.to_owned());
        }
        let styles = self.vocabulary.styles;
        let style = self.known("style", span(value), style, styles)?;
        Some(style.to_owned())
    }

    fn rules(&mut self, key: &Key, value: &Value) -> Vec<(&'static str, Level)> {
        let Some(table) = self.table(key, value) else {
            return Vec::new();
        };
        let levels = table.iter().filter_map(|(key, value)| {
            let rule = self.rule(span(key), name(key));
            let level = self.level(key, value);
            Some((rule?, level?))
        });
        levels.collect()
    }

    fn level(&mut self, key: &Key, value: &Value) -> Option<Level> {
        let written = self.text(key, value)?;
        let level = LEVELS.iter().find(|(name, _)| *name == written);
        if level.is_none() {
            self.unknown(
                "level",
                span(value),
                written,
                LEVELS.map(|(name, _)| name).to_vec(),
            );
        }
        level.map(|(_, level)| *level)
    }

    fn per_file(&mut self, key: &Key, value: &Value) -> Vec<PerFile> {
        let Some(table) = self.table(key, value) else {
            return Vec::new();
        };
        let files = table.iter().filter_map(|(key, value)| {
            let files = self.pattern(span(key), name(key));
            let rules: Vec<_> = self.texts(key, value).collect();
            let off = rules
                .into_iter()
                .filter_map(|(span, rule)| self.rule(span, rule))
                .collect();
            Some(PerFile { files: files?, off })
        });
        files.collect()
    }

    fn ignore(&mut self, key: &Key, value: &Value) -> Vec<Ignore> {
        let Some(entries) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of tables");
            return Vec::new();
        };
        entries
            .iter()
            .filter_map(|entry| self.ignore_entry(key, entry))
            .collect()
    }

    fn ignore_entry(&mut self, key: &Key, entry: &Value) -> Option<Ignore> {
        let table = self.table(key, entry)?;
        let (mut rule, mut text, mut path, mut reason) = (None, None, None, None);
        for (key, value) in table {
            let written = self.text(key, value);
            let Some(written) = written else { continue };
            match name(key) {
                "rule" => rule = Some(self.rule(span(value), written)),
                "text" => text = Some(written.to_owned()),
                "path" => path = Some(self.pattern(span(value), written)),
                "reason" => reason = Some(written.to_owned()),
                _ => self.unknown("key", span(key), name(key), IGNORE_KEYS.to_vec()),
            }
        }
        let needed = [
            ("`rule`", rule.is_some()),
            (TEXT_OR_PATH, text.is_some() || path.is_some()),
            ("`reason`", reason.is_some()),
        ];
        for (what, _) in needed.iter().filter(|(_, is_there)| !is_there) {
            self.add(span(entry), ProblemKind::Incomplete(what));
        }
        Some(Ignore {
            rule: rule??,
            text,
            path: path.flatten(),
            reason: reason?,
            span: span(entry),
        })
    }

    /// A text; anything else is a problem.
    fn text<'v>(&mut self, key: &Key, value: &'v Value) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(key, value, "a text");
        }
        text
    }

    /// The texts of a list with their places; anything else is a problem.
    fn texts<'v>(
        &mut self,
        key: &Key,
        value: &'v Value,
    ) -> impl Iterator<Item = (Span, &'v str)> + use<'v> {
        let list = value.get_ref().as_array();
        let is_right = list.is_some_and(|list| list.iter().all(|value| value.get_ref().is_str()));
        if !is_right {
            self.wrong_type(key, value, LIST);
        }
        list.into_iter()
            .flat_map(|list| list.iter())
            .filter_map(|value| Some((span(value), value.get_ref().as_str()?)))
    }

    fn table<'v, 'i>(&mut self, key: &Key, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, value, "a table");
        }
        table
    }

    fn pattern(&mut self, span: Span, text: &str) -> Option<Pattern> {
        match Pattern::new(text) {
            Ok(pattern) => Some(pattern),
            Err(reason) => {
                self.add(span, ProblemKind::BadPattern(reason));
                None
            }
        }
    }

    fn rule(&mut self, span: Span, name: &str) -> Option<&'static str> {
        let rules = self.vocabulary.rules;
        self.known("rule", span, name, rules)
    }

    /// The name as the vocabulary has it; a name that it lacks is a problem.
    fn known(
        &mut self,
        what: &'static str,
        span: Span,
        name: &str,
        valid: &[&'static str],
    ) -> Option<&'static str> {
        let found = valid.iter().copied().find(|valid| *valid == name);
        if found.is_none() {
            self.unknown(what, span, name, valid.to_vec());
        }
        found
    }

    fn unknown(&mut self, what: &'static str, span: Span, name: &str, valid: Vec<&'static str>) {
        let name = name.to_owned();
        self.add(span, ProblemKind::Unknown { what, name, valid });
    }

    fn wrong_type(&mut self, key: &Key, value: &Value, expected: &'static str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) if expected == LIST => "a list of other things",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let key = name(key).to_owned();
        self.add(
            span(value),
            ProblemKind::WrongType {
                key,
                expected,
                found,
            },
        );
    }

    fn add(&mut self, span: Span, kind: ProblemKind) {
        self.problems.push(Problem { span, kind });
    }
}

/// A key as written, without quotation marks.
fn name<'k>(key: &'k Key) -> &'k str {
    key.get_ref()
}

/// The bytes of a key or value.
fn span<T>(spanned: &Spanned<T>) -> Span {
    spanned.span().into()
}
