//! The main file of a part: the one that takes it in.

use std::path::{Path, PathBuf};

use refmend::{
    document::Format,
    input::{self, Input},
};

use crate::cli::{files::Files, parts::Parts};

/// The main file of the paper that a file belongs to; the file itself where none takes it in.
///
/// It is looked for below the folder of the workspace that holds the file, without one in its folder and the one above it.
pub(super) fn main_of(path: &Path, files: &Files, folders: &[PathBuf]) -> PathBuf {
    let Some(format) = format_of(path) else {
        return path.to_owned();
    };
    let candidates = candidates(path, folders).into_iter().chain(files.paths());
    let mut candidates: Vec<PathBuf> = candidates
        .filter(|other| other != path && format_of(other) == Some(format))
        .collect();
    candidates.sort();
    candidates.dedup();
    let inputs = candidates.iter().filter_map(|other| files.read(other).ok());
    let mut mains: Vec<(usize, PathBuf)> = inputs
        .filter_map(|input| takes_in(input, path, files))
        .collect();
    // A part that takes it in is taken in itself by a file that has more; of two mains that have as many, the first counts.
    mains.reverse();
    let main = mains.into_iter().max_by_key(|(n_files, _)| *n_files);
    main.map_or_else(|| path.to_owned(), |(_, main)| main)
}

/// Whether a file can be a part of another one.
pub(super) fn can_be_part(path: &Path) -> bool {
    format_of(path).is_some()
}

/// The format of a file that can be a part.
fn format_of(path: &Path) -> Option<Format> {
    let format = Format::of_extension(path.extension()?.to_str()?)?;
    matches!(format, Format::Latex | Format::Typst).then_some(format)
}

/// The files that may be the main file.
fn candidates(path: &Path, folders: &[PathBuf]) -> Vec<PathBuf> {
    let of_workspace: Vec<PathBuf> = folders
        .iter()
        .filter(|folder| path.starts_with(folder))
        .cloned()
        .collect();
    if !of_workspace.is_empty() {
        return input::papers_below(&of_workspace, None);
    }
    let folders = path.ancestors().skip(1).take(2);
    let folders: Vec<PathBuf> = folders.map(Path::to_owned).collect();
    input::papers_below(&folders, Some(1))
}

/// How many files a paper has, and its path, if a file is one of its parts.
fn takes_in(main: Input, part: &Path, files: &Files) -> Option<(usize, PathBuf)> {
    // A quick look before it is read as a document.
    if !["\\in", "\\subfile", "include"]
        .iter()
        .any(|command| main.text.contains(command))
    {
        return None;
    }
    let path = main.path.clone()?;
    let read = Parts::new(std::slice::from_ref(&main), files).of(main);
    let mut parts = read.files.iter().skip(1);
    let is_part = parts.any(|file| {
        file.input
            .path
            .as_deref()
            .is_some_and(|own| is_same(own, part))
    });
    is_part.then_some((read.files.len(), path))
}

/// Whether two paths are one file.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || (one.file_name() == other.file_name()
            && one
                .canonicalize()
                .is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other)))
}
