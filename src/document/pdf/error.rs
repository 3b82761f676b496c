//! What can be wrong with a PDF, said so that its reader knows what to do.

/// A PDF that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The file does not begin as a PDF does.
    #[error("it is not a PDF")]
    NotPdf,
    /// The file cannot be opened without a password.
    #[error("it is protected by a password")]
    PasswordProtected,
    /// There are no pages to be found in it.
    #[error("it is cut short or damaged")]
    Damaged,
    /// Its pages show pictures only.
    #[error("there is no text in it, only pictures of pages")]
    NoText,
    /// Its pages show letters, and it does not say which.
    #[error("its fonts do not tell which letters they draw")]
    UnknownLetters,
    /// It would take more memory or time than is sound.
    #[error("it would unpack to more than {limit} MB")]
    TooLarge {
        /// The bound.
        limit: usize,
    },
}

impl PdfError {
    /// What the user can do about it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::NotPdf => "name the document itself, or say with --input-format what it is",
            Self::PasswordProtected => {
                "save it without a password (print it into a new PDF) and run refmend on that"
            }
            Self::Damaged => "get it anew, or open it in a viewer and print it into a new PDF",
            Self::NoText | Self::UnknownLetters => {
                "run text recognition on it (OCR, such as `ocrmypdf`), or run refmend on the file that it was made from"
            }
            Self::TooLarge { .. } => "split it, or save its text as .txt",
        }
    }
}
