//! Files as the run has them: those that an editor has open as it shows them, all others as they are on the disk.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use refmend::{
    document::Format,
    input::{self, Input, InputError},
};

/// The files that are open, by path; none but for an editor.
#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    open: HashMap<PathBuf, Arc<str>>,
}

impl Files {
    /// Reads a file.
    pub(super) fn read(&self, path: &Path) -> Result<Input, InputError> {
        self.read_in(path, None)
    }

    /// Reads a file; `format` is how a paper is written, where its name does not tell.
    pub(super) fn read_in(&self, path: &Path, format: Option<Format>) -> Result<Input, InputError> {
        match self.open.get(path) {
            Some(text) => Ok(Input::opened(path, text.to_string(), format)),
            None => input::read(path, format),
        }
    }

    /// The path by which a file is open, whose path without links and dots is given.
    pub(super) fn opened_as(&self, real: &Path) -> Option<PathBuf> {
        let is_it = |path: &&PathBuf| path.canonicalize().is_ok_and(|path| path == real);
        self.open.keys().find(is_it).cloned()
    }
}

#[cfg(feature = "lsp")]
impl Files {
    /// The text of an open file.
    pub(super) fn text(&self, path: &Path) -> Option<&str> {
        self.open.get(path).map(AsRef::as_ref)
    }

    /// The paths of the open files.
    pub(super) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.open.keys().cloned()
    }

    /// Opens a file, or gives it another text.
    pub(super) fn set(&mut self, path: PathBuf, text: impl Into<Arc<str>>) {
        self.open.insert(path, text.into());
    }

    /// Closes a file; from now on the disk counts.
    pub(super) fn close(&mut self, path: &Path) {
        self.open.remove(path);
    }

    /// Reads all papers and .bib files below folders, those that are open as they are shown.
    pub(super) fn below(&self, folders: &[PathBuf]) -> Vec<Input> {
        let (inputs, _) = input::read_all(folders, None);
        let shown = |input: Input| match input.path.as_deref() {
            Some(path) if self.open.contains_key(path) => self.read(path).unwrap_or(input),
            _ => input,
        };
        inputs.into_iter().map(shown).collect()
    }
}
