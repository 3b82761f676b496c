//! What a rule has to say: where, how bad, how sure, and what mends it.

use serde::Serialize;

use crate::{edit::Fix, span::Place};

/// How much harm a finding does if it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; a matter of form.
    Note,
    /// A reader would stumble.
    Warning,
    /// The paper says something wrong or cannot be followed.
    Error,
}

impl Severity {
    /// Its word in reports and configuration: `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// How likely a finding is to be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A guess that a person must judge.
    Low,
    /// Likely; seldom wrong.
    Medium,
    /// As good as certain.
    High,
}

/// Another place that belongs to a finding: the listed year beside the cited one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is to be seen there, in a few words.
    pub message: String,
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// How much harm it does if true.
    pub severity: Severity,
    /// How likely it is true.
    pub confidence: Confidence,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// Other places to look at.
    pub related: Vec<Related>,
    /// What to do, or what else is known.
    pub help: Option<String>,
    /// The edits that mend it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What is wrong and what to do, for those who show one text.
    pub fn message_with_help(&self) -> String {
        let help = self.help.iter().map(|help| format!("\nhelp: {help}"));
        std::iter::once(self.message.clone()).chain(help).collect()
    }

    /// Adds another place to look at, where the finding has already been handed over.
    pub fn relate(&mut self, place: Place, message: impl Into<String>) {
        self.related.push(Related {
            place,
            message: message.into(),
        });
    }

    /// Adds another place to look at.
    #[must_use]
    pub fn with_related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says how likely it is true; a new finding has [`Confidence::High`].
    #[must_use]
    pub fn with_confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// Adds what mends it.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}
