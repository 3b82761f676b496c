//! Zip files with XML in them, as Word and OpenDocument write them.
//!
//! A package is read part by part, within bounds, and written by splicing: members that hold no edit keep every byte, headers, dates
//! and order included. (The writers of zip libraries copy the compressed bytes, but make the headers anew.)

mod archive;
mod error;
mod inflate;
mod other;
mod rewrite;
#[cfg(test)]
pub(in crate::document) mod testing;
#[cfg(test)]
mod tests;
mod tree;
mod xml;

use std::cell::Cell;

use self::archive::Archive;
pub(super) use self::tree::{Node, Side, Tree};
pub(super) use self::xml::{Element, Markup, Scanner, escape, is_xml_char, is_xml_space};
pub use self::{
    error::PackageError,
    other::{OtherFile, is_of_word_processor},
};

/// How many bytes all parts of one package may come to, unpacked: a chosen bound, far above any manuscript and within memory.
const TOTAL_LIMIT: usize = 256 << 20;

/// A zip file, opened.
#[derive(Debug)]
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// What is left of [`TOTAL_LIMIT`].
    budget: Cell<usize>,
}

impl<'a> Package<'a> {
    /// Opens a package; nothing is unpacked yet.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PackageError> {
        if let Some(error) = PackageError::of_other_file(bytes) {
            return Err(error);
        }
        let archive = Archive::open(bytes)?;
        if archive.find("encrypted-package").is_some() {
            return Err(PackageError::PasswordProtected);
        }
        Ok(Self {
            archive,
            budget: Cell::new(TOTAL_LIMIT),
        })
    }

    /// Whether the package has this part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.find(name).is_some()
    }

    /// The text of a part, which is UTF-8; a byte-order mark stays in it.
    pub(super) fn part(&self, name: &str) -> Result<String, PackageError> {
        let member = self.archive.find(name);
        let member = member.ok_or_else(|| PackageError::MissingPart {
            part: name.to_owned(),
        })?;
        let bytes = inflate::inflate(member, self.budget.get())?;
        self.budget.set(self.budget.get() - bytes.len());
        String::from_utf8(bytes).map_err(|_| PackageError::NotUtf8 {
            part: name.to_owned(),
        })
    }

    /// The package with other contents for some of its parts, or with parts that it has not; all else stays byte for byte.
    pub(super) fn with_parts(&self, parts: &[(&str, String)]) -> Result<Vec<u8>, PackageError> {
        rewrite::rewrite(&self.archive, parts)
    }
}
