//! Citations by key, references that carry one, and the files that a document names.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::span::Span;

/// One work cited by its key: `see @doe2019, p. 5` within `[see @doe2019, p. 5; @roe2020]`.
///
/// Its bytes stand in the view as the author typed them and are no prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyedCitation {
    /// From its prefix to its locator; for one of several keys of a command the key.
    pub span: Span,
    /// The key; `*` where all entries are meant (`\nocite{*}`).
    pub key: String,
    /// Where the key stands, without its mark.
    pub key_span: Span,
    /// `see`
    pub prefix: Option<Span>,
    /// `p. 5`, and other words behind the key.
    pub locator: Option<Span>,
    /// Whether it puts the work into the list without showing in the text: `\nocite`.
    pub hidden: bool,
}

impl KeyedCitation {
    /// The same citation in a view that begins `offset` bytes earlier.
    pub(super) fn shift(self, offset: usize) -> Self {
        Self {
            span: self.span.shift(offset),
            key_span: self.key_span.shift(offset),
            prefix: self.prefix.map(|span| span.shift(offset)),
            locator: self.locator.map(|span| span.shift(offset)),
            ..self
        }
    }
}

/// A reference of a typed list that carries a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedKey {
    /// The key.
    pub key: String,
    /// The reference.
    pub span: Span,
}

/// A file that a document names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedFile {
    /// The path as it stands there, relative to the document; LaTeX may leave out the extension.
    pub path: String,
    /// Where it stands in the file (not in the view, which does not show it).
    pub source: Span,
}

impl NamedFile {
    /// The path as that of a .bib file: LaTeX leaves its extension out.
    pub fn bib_path(&self) -> PathBuf {
        let path = Path::new(self.path.trim_start_matches("./"));
        match path.extension() {
            Some(_) => path.to_owned(),
            None => path.with_extension("bib"),
        }
    }
}
