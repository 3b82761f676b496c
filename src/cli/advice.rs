//! Errors that say what to do.

use refmend::input::Input;

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

/// The error for a PDF into which something was to be written.
pub(super) fn read_only(input: &Input) -> Advised {
    Advised::new(
        format!(
            "{} is a PDF, which refmend reads and does not write",
            input.name()
        ),
        "run this on the file that the PDF was made from; `refmend check` and `refmend extract` read PDFs",
    )
}
