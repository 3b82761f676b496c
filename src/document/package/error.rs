//! What can be wrong with a Word or OpenDocument file, said so that its author knows what to do.

use super::{
    OtherFile,
    other::{has_stream, is_compound},
};

/// A package that cannot be read. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The file needs a password.
    #[error("it is protected by a password")]
    PasswordProtected,
    /// A file of Word before 2007 (.doc), or another one of that kind.
    #[error("it is an old Word file (.doc)")]
    OldWord,
    /// A zip file, or another kind of file, without a text document in it.
    #[error("it is {what}, not a Word or OpenDocument text")]
    NotADocument {
        /// What it looks like.
        what: OtherFile,
    },
    /// The end of the zip file, where its table of contents stands, is missing or wrong.
    #[error("it is cut short or damaged: {reason}")]
    Damaged {
        /// What does not fit.
        reason: &'static str,
    },
    /// A part that the format demands is not there.
    #[error("it is incomplete: the part {part} is missing")]
    MissingPart {
        /// The name of the part.
        part: String,
    },
    /// A part is packed in a way that Word never uses.
    #[error("its part {part} is packed by method {method}, which is not known here")]
    UnknownCompression {
        /// The name of the part.
        part: String,
        /// The number of the method in the zip format.
        method: u16,
    },
    /// A part would grow out of all proportion: a bomb, or a very large book.
    #[error("its part {part} would unpack to more than {limit} MB")]
    TooLarge {
        /// The name of the part.
        part: String,
        /// The bound.
        limit: usize,
    },
    /// A part is not in UTF-8.
    #[error("its part {part} is not in UTF-8")]
    NotUtf8 {
        /// The name of the part.
        part: String,
    },
    /// A part is no well-formed XML.
    #[error("its part {part} is not valid XML: {reason} (byte {position})")]
    Xml {
        /// The name of the part.
        part: String,
        /// Where the fault shows, in bytes of the unpacked part.
        position: usize,
        /// What is wrong.
        reason: String,
    },
}

impl PackageError {
    /// What the user can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::PasswordProtected => "save it without a password and run refmend on that",
            Self::OldWord => "open it in Word or LibreOffice and save it as .docx",
            Self::NotADocument { what } => what.hint(),
            Self::TooLarge { .. } => "split the document, or save its text as .txt",
            Self::Damaged { .. }
            | Self::MissingPart { .. }
            | Self::UnknownCompression { .. }
            | Self::NotUtf8 { .. }
            | Self::Xml { .. } => "open it in Word or LibreOffice and save it anew",
        }
    }

    /// The error for a file that is none of ours by its first bytes.
    pub(super) fn of_other_file(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        // The compound file of Word 97 ([MS-CFB]), in which newer Word keeps what it encrypts ([MS-OFFCRYPTO]).
        if is_compound(bytes) {
            return Some(match OtherFile::of_compound(bytes) {
                _ if has_stream(bytes, "EncryptedPackage") => Self::PasswordProtected,
                Some(what) => Self::NotADocument { what },
                None => Self::OldWord,
            });
        }
        let what = OtherFile::of(bytes);
        Some(Self::NotADocument { what })
    }
}
