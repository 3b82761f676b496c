//! Errors that say what to do.

/// What went wrong, and what to do: the latter is a line of its own.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct Advised {
    message: String,
    /// What to do.
    pub(super) help: String,
}

impl Advised {
    /// Makes an error.
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}
