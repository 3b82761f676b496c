//! Why a file cannot be read, and what to do about it.

use std::io;

use crate::document::{NotText, PackageError, PdfError};

/// A file or folder that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The operating system says no.
    #[error("cannot read {path}: {reason}")]
    Io {
        /// The path as given.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A folder stands where a file should.
    #[error("{path} is a folder")]
    Folder {
        /// The path as given.
        path: String,
    },
    /// The file is not text.
    #[error("{path} is a binary file: {not_text}")]
    NotText {
        /// The path as given.
        path: String,
        /// Where that shows.
        not_text: NotText,
    },
    /// The file is a PDF, or should be one by its name, and cannot be read.
    #[error("cannot read {path}: {reason}")]
    Pdf {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        reason: PdfError,
    },
    /// The file is one of a word processor, or should be one by its name, and cannot be read.
    #[error("cannot read {path}: {reason}")]
    Package {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        reason: PackageError,
    },
    /// The file is too large to count its lines in.
    #[error("{path} is larger than 2 GiB")]
    TooLarge {
        /// The path as given.
        path: String,
    },
}

impl InputError {
    /// An error of the system, in few words.
    pub(super) fn of_system(path: &str, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        Self::Io {
            path: path.to_owned(),
            reason,
        }
    }

    /// What the user can do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Pdf { reason, .. } => Some(reason.hint()),
            Self::NotText { .. } => Some(
                "refmend reads plain text, Markdown, LaTeX, Typst, HTML, Word (.docx), OpenDocument (.odt), PDF and .bib files",
            ),
            Self::Package { reason, .. } => Some(reason.hint()),
            Self::TooLarge { .. } => Some("split it"),
            Self::Folder { .. } => Some("name a file in it"),
            Self::Io { .. } => None,
        }
    }
}
