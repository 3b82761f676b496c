//! `refmend.toml`: what applies to the papers of a folder.
//!
//! `read` turns the text of the file into a [`Config`] or says all that is wrong with it, `schema` describes the file for editors. The
//! file is found by [`input::nearest_config`](crate::input::nearest_config); paths and patterns in it are relative to its folder.

mod pattern;
mod problem;
mod read;
mod schema;

pub use self::{
    pattern::Pattern,
    problem::{ConfigError, Problem, ProblemKind},
    schema::schema,
};
use crate::{finding::Severity, span::Span};

/// The names of a configuration file, in the order in which they are looked for.
pub const FILE_NAMES: [&str; 2] = ["refmend.toml", ".refmend.toml"];

/// The names that a configuration may use for rules and styles.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    /// All rules.
    pub rules: &'a [&'static str],
    /// All styles.
    pub styles: &'a [&'static str],
}

/// What a configuration file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Which files are papers; none named means what [`input`](crate::input) takes for one.
    pub papers: Vec<Pattern>,
    /// The master .bib files, relative to the folder of the file.
    pub master: Vec<String>,
    /// The style of citations and lists.
    ///
    /// Either one of the vocabulary or the path of a .csl file, relative to the folder of the file.
    pub style: Option<String>,
    /// Rules with a level of their own.
    pub rules: Vec<(&'static str, Level)>,
    /// Rules that are off for some files.
    pub per_file: Vec<PerFile>,
    /// Findings that are known and accepted.
    pub ignore: Vec<Ignore>,
}

/// What is made of the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// They are not shown.
    Off,
    /// They are shown with this severity.
    As(Severity),
}

/// Rules that are off for some files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerFile {
    /// The files.
    pub files: Pattern,
    /// The rules.
    pub off: Vec<&'static str>,
}

/// Findings that are known and accepted: of one rule, about one text or file, for a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// The rule.
    pub rule: &'static str,
    /// What the finding is about, with as much of the text around it as makes it unique.
    pub text: Option<String>,
    /// In which files.
    pub path: Option<Pattern>,
    /// Why.
    pub reason: String,
    /// Where it stands in the configuration file.
    pub span: Span,
}

impl Config {
    /// Reads the text of a configuration file; `name` is what errors call it.
    ///
    /// # Errors
    /// For a text that is not TOML, unknown keys, rules and styles, and wrong values; all of them at once.
    pub fn read(name: &str, text: &str, vocabulary: Vocabulary) -> Result<Self, ConfigError> {
        let (config, mut problems) = read::read(text, vocabulary);
        if problems.is_empty() {
            return Ok(config);
        }
        problems.sort_by_key(|problem| problem.span);
        Err(ConfigError {
            name: name.to_owned(),
            text: text.to_owned(),
            problems,
        })
    }

    /// The severity of the findings of a rule in a file, or nothing where it is off there.
    ///
    /// `path` is relative to the folder of the configuration file, with slashes; `own` is the severity that the rule has of itself.
    pub fn severity(&self, rule: &str, own: Severity, path: &str) -> Option<Severity> {
        let is_off =
            |per_file: &PerFile| per_file.off.contains(&rule) && per_file.files.matches(path);
        if self.per_file.iter().any(is_off) {
            return None;
        }
        match self.rules.iter().find(|(name, _)| *name == rule) {
            Some((_, Level::Off)) => None,
            Some((_, Level::As(severity))) => Some(*severity),
            None => Some(own),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few names, so that the tests do not change with the list of rules.
    pub(super) const VOCABULARY: Vocabulary = Vocabulary {
        rules: &["list-order", "missing-reference", "year-mismatch"],
        styles: &["apa", "chicago"],
    };

    /// A file with every key.
    pub(super) const EVERYTHING: &str = r#"
        papers = ["papers/*.txt", "*.md"]
        master = ["master.bib"]
        style = "apa"

        [rules]
        list-order = "off"
        year-mismatch = "error"

        [per-file]
        "drafts/**" = ["missing-reference"]

        [[ignore]]
        rule = "missing-reference"
        text = "(Tacitus 98)"
        path = "papers/rome.txt"
        reason = "ancient authors are not listed"
    "#;

    pub(super) fn config(text: &str) -> Config {
        Config::read("refmend.toml", text, VOCABULARY).expect("the text is a configuration")
    }

    #[test]
    fn every_key_is_read() {
        let config = config(EVERYTHING);
        assert!(config.papers[0].matches("papers/a.txt"));
        assert!(!config.papers[0].matches("papers/old/a.txt"));
        assert_eq!(config.master, ["master.bib"]);
        assert_eq!(config.style.as_deref(), Some("apa"));
        let ignore = &config.ignore[0];
        assert_eq!(ignore.text.as_deref(), Some("(Tacitus 98)"));
        assert_eq!(ignore.reason, "ancient authors are not listed");
        assert!(ignore.span.slice(EVERYTHING).starts_with("[[ignore]]"));
    }

    #[test]
    fn an_empty_file_changes_nothing() {
        assert_eq!(config(""), Config::default());
    }

    #[test]
    fn levels_hold_and_files_can_be_left_out() {
        let config = config(EVERYTHING);
        let severity = |rule, path| config.severity(rule, Severity::Warning, path);
        assert_eq!(severity("list-order", "a.txt"), None);
        assert_eq!(severity("year-mismatch", "a.txt"), Some(Severity::Error));
        assert_eq!(
            severity("missing-reference", "a.txt"),
            Some(Severity::Warning)
        );
        assert_eq!(severity("missing-reference", "drafts/x/a.txt"), None);
    }
}
