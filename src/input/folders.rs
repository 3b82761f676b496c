//! What is looked for in folders: papers and .bib files below them, the configuration file above.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::{InputError, Kind, extension, has_extension};
use crate::{config::FILE_NAMES, document::Format};

/// The formats of papers that are looked for below folders. HTML and PDF are mostly made from something else that is there as well.
const FOUND_IN_FOLDERS: [Option<Format>; 6] = [
    Some(Format::Plain),
    Some(Format::Markdown),
    Some(Format::Latex),
    Some(Format::Typst),
    Some(Format::Docx),
    Some(Format::Odt),
];

/// What the names of the files begin with that Word keeps beside an open document.
const OWNER_FILE: &str = "~$";

/// The papers and .bib files below a folder, in the order of their names.
pub(super) fn files_below(folder: &Path) -> impl Iterator<Item = Result<PathBuf, InputError>> {
    let found = walk(folder, None).filter_map(move |found| match found {
        Ok(entry) => is_ours(&entry).then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(InputError::Io {
            path: folder.display().to_string(),
            reason: error.to_string(),
        })),
    });
    // `papers/a.txt` rather than `./papers/a.txt`.
    found.map(|found| {
        let path = found?;
        let short = path.strip_prefix(".").map(Path::to_owned);
        Ok(short.unwrap_or(path))
    })
}

/// The paths of the papers below folders, down to a depth, in the order of their names: what [`read_all`](super::read_all) would read.
pub fn papers_below(folders: &[PathBuf], depth: Option<usize>) -> Vec<PathBuf> {
    let found = folders.iter().flat_map(|folder| walk(folder, depth));
    found
        .flatten()
        .filter(|entry| is_ours(entry) && Kind::of(entry.path()) == Kind::Paper)
        .map(DirEntry::into_path)
        .collect()
}

fn walk(
    folder: &Path,
    depth: Option<usize>,
) -> impl Iterator<Item = Result<DirEntry, ignore::Error>> {
    WalkBuilder::new(folder)
        .max_depth(depth)
        .sort_by_file_name(Ord::cmp)
        .build()
}

/// Whether what is found in a folder is a file to look at.
fn is_ours(entry: &DirEntry) -> bool {
    let path = entry.path();
    let name = path.file_name().and_then(|name| name.to_str());
    if !entry.file_type().is_some_and(|kind| kind.is_file())
        || name.is_some_and(|name| name.starts_with(OWNER_FILE))
    {
        return false;
    }
    has_extension(path, "bib")
        || extension(path)
            .is_some_and(|name| FOUND_IN_FOLDERS.contains(&Format::of_extension(name)))
}

/// The configuration file that holds for a path: the nearest upward from its folder, not beyond the root of its git repository.
pub fn nearest_config(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let start = if path.is_dir() {
        path.as_path()
    } else {
        path.parent()?
    };
    for folder in start.ancestors() {
        let candidates = FILE_NAMES.map(|name| folder.join(name));
        if let Some(found) = candidates.into_iter().find(|file| file.is_file()) {
            return Some(found);
        }
        // A file in worktrees and submodules, else a folder.
        if folder.join(".git").exists() {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::{fs, io};

    use super::*;

    #[test]
    fn the_nearest_configuration_counts_up_to_the_git_root() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("repo/.git"))?;
        fs::create_dir_all(at("repo/papers/old"))?;
        fs::write(at("refmend.toml"), "")?;
        assert_eq!(nearest_config(&at("repo/papers/a.txt")), None);
        fs::write(at("repo/.refmend.toml"), "")?;
        assert_eq!(
            nearest_config(&at("repo/papers/a.txt")),
            Some(at("repo/.refmend.toml"))
        );
        fs::write(at("repo/papers/.refmend.toml"), "")?;
        fs::write(at("repo/papers/refmend.toml"), "")?;
        let nearest = Some(at("repo/papers/refmend.toml"));
        assert_eq!(nearest_config(&at("repo/papers/old")), nearest);
        assert_eq!(nearest_config(&at("repo/papers/a.txt")), nearest);
        Ok(())
    }
}
