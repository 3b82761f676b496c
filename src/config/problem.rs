//! What can be wrong with a configuration file.

use std::fmt;

use crate::{
    difference::nearest,
    output::{Position, Positions},
    source::Sources,
    span::{Place, Span},
};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in the text of the file.
    pub span: Span,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The text is not TOML.
    #[error("not TOML: {0}")]
    Syntax(String),
    /// A name that does not exist where it stands.
    #[error("unknown {what} `{name}`")]
    Unknown {
        /// What it names: a key, a rule, a style, a level.
        what: &'static str,
        /// The name.
        name: String,
        /// The names that exist there.
        valid: Vec<&'static str>,
    },
    /// A value of the wrong type.
    #[error("`{key}` must be {expected}, not {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it must be: `a list of texts`.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A pattern that is none.
    #[error("bad pattern: {0}")]
    BadPattern(String),
    /// An entry of `ignore` without something that it needs.
    #[error("this entry of `ignore` has no {0}")]
    Incomplete(&'static str),
}

impl ProblemKind {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unknown { what, name, valid } => Some(match nearest(name, valid, NEAR) {
                Some(near) => format!("did you mean `{near}`?"),
                None if *what == "style" => "`refmend explain --styles` lists them".to_owned(),
                None => format!("valid are {}", listed(valid)),
            }),
            Self::WrongType { expected, .. } if *expected == LIST => {
                Some("write it in brackets: [\"…\"]".to_owned())
            }
            Self::Incomplete(what) if *what == TEXT_OR_PATH => {
                Some("to silence a rule everywhere, write it under [rules] as \"off\"".to_owned())
            }
            _ => None,
        }
    }
}

/// What most keys must be.
pub(super) const LIST: &str = "a list of texts";

/// What an entry of `ignore` is about.
pub(super) const TEXT_OR_PATH: &str = "`text` or `path`";

/// The share of letters that a valid name must have in common with a wrong one: two thirds are enough for one wrong letter in a name
/// of three, and too much for names that only end alike.
const NEAR: f64 = 0.66;

/// Names in a row.
fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// A configuration file that cannot be used, with all that is wrong with it, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The name of the file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What is wrong; never empty.
    pub problems: Vec<Problem>,
}

impl std::error::Error for ConfigError {}

/// One line a problem, as compilers write them: `refmend.toml:3:1: unknown key `paper`; did you mean `papers`?`
impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sources = Sources::default();
        let source = sources.add(&self.name, self.text.as_str());
        let mut positions = Positions::new(&sources);
        for (idx, problem) in self.problems.iter().enumerate() {
            let Position { line, column, .. } = positions.start(Place::new(source, problem.span));
            let line_end = if idx == 0 { "" } else { "\n" };
            write!(
                f,
                "{line_end}{}:{line}:{column}: {}",
                self.name, problem.kind
            )?;
            if let Some(hint) = problem.kind.hint() {
                write!(f, "; {hint}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Config, tests::VOCABULARY};

    fn error(text: &str) -> String {
        let read = Config::read("refmend.toml", text, VOCABULARY);
        read.expect_err("the text has an error").to_string()
    }

    #[test]
    fn every_problem_has_its_place_and_a_way_out() {
        let text = r#"
paper = ["a.txt"]
master = "m.bib"
style = "apaa"
colour = true
[rules]
missing-refrence = "off"
list-order = "fatal"
year-mismatch = 3
[per-file]
"a[" = ["list-order"]
"b" = ["nonsense"]
"#;
        insta::assert_snapshot!(error(text), @r#"
        refmend.toml:2:1: unknown key `paper`; did you mean `papers`?
        refmend.toml:3:10: `master` must be a list of texts, not a text; write it in brackets: ["…"]
        refmend.toml:4:9: unknown style `apaa`; did you mean `apa`?
        refmend.toml:5:1: unknown key `colour`; valid are `papers`, `master`, `style`, `rules`, `per-file`, `ignore`
        refmend.toml:7:1: unknown rule `missing-refrence`; did you mean `missing-reference`?
        refmend.toml:8:14: unknown level `fatal`; valid are `off`, `note`, `warning`, `error`
        refmend.toml:9:17: `year-mismatch` must be a text, not a whole number
        refmend.toml:11:1: bad pattern: unclosed character class; missing ']'
        refmend.toml:12:8: unknown rule `nonsense`; valid are `list-order`, `missing-reference`, `year-mismatch`
        "#);
    }

    #[test]
    fn an_ignore_needs_a_rule_a_target_and_a_reason() {
        let text = "ignore = [{ rule = 'list-order' }, { text = 'x', reason = 'y' }]";
        insta::assert_snapshot!(error(text), @r#"
        refmend.toml:1:11: this entry of `ignore` has no `text` or `path`; to silence a rule everywhere, write it under [rules] as "off"
        refmend.toml:1:11: this entry of `ignore` has no `reason`
        refmend.toml:1:36: this entry of `ignore` has no `rule`
        "#);
    }

    #[test]
    fn broken_toml_is_said_with_its_place() {
        insta::assert_snapshot!(error("papers = [\nstyle = 1"), @"refmend.toml:2:7: not TOML: unexpected `=` in array, expected value, `]`");
        insta::assert_snapshot!(error("style = 'apa'\nstyle = 'apa'"), @"refmend.toml:2:1: not TOML: duplicate key");
    }
}
