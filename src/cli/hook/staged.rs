//! The files of a commit that is being made, as they are staged.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, bail};
use tempfile::TempDir;

use super::git;

/// What the names of papers and .bib files end with.
const EXTENSIONS: [&str; 12] = [
    "txt", "text", "md", "markdown", "qmd", "rmd", "tex", "typ", "html", "docx", "odt", "bib",
];

/// Files that a check of others may need: .bib files that papers name, and what holds for all of them.
const NEEDED: [&str; 3] = ["*.bib", "*refmend.toml", "*.refmend.toml"];

/// The staged papers and .bib files, in a folder that goes when this does.
pub(super) struct Staged {
    folder: TempDir,
    paths: Vec<PathBuf>,
}

impl Staged {
    /// Writes the staged files into a folder of their own; none where the commit touches no paper and no .bib file.
    pub(super) fn check_out() -> anyhow::Result<Option<Self>> {
        let staged = git([
            "diff",
            "--cached",
            "--name-only",
            "--diff-filter=ACMR",
            "-z",
        ])?;
        let paths: Vec<PathBuf> = names(&staged)
            .filter(|name| is_ours(name))
            .map(PathBuf::from)
            .collect();
        if paths.is_empty() {
            return Ok(None);
        }
        let needed = git(["ls-files", "-z", "--"].into_iter().chain(NEEDED))?;
        let folder = tempfile::tempdir().context("cannot make a folder for the staged files")?;
        let mut wanted = needed.clone();
        for path in &paths {
            wanted.extend_from_slice(path.to_string_lossy().as_bytes());
            wanted.push(0);
        }
        check_out(folder.path(), &wanted)?;
        // The search for a configuration ends here, as it does at the root of the repository.
        std::fs::create_dir_all(folder.path().join(".git"))?;
        Ok(Some(Self { folder, paths }))
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The staged papers and .bib files, relative to the root of the repository.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

/// The names of a list in which a zero byte ends each.
fn names(list: &[u8]) -> impl Iterator<Item = &str> {
    list.split(|byte| *byte == 0)
        .filter_map(|name| std::str::from_utf8(name).ok())
        .filter(|name| !name.is_empty())
}

/// Whether a file is a paper or a .bib file by its name.
fn is_ours(name: &str) -> bool {
    let extension = Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()))
}

/// Has git write files of its index, named in a list in which a zero byte ends each, below a folder.
fn check_out(folder: &Path, wanted: &[u8]) -> anyhow::Result<()> {
    let mut git = Command::new("git")
        .args(["checkout-index", "-z", "--stdin", "-f"])
        .arg(format!("--prefix={}/", folder.display()))
        .stdin(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .context("cannot run git")?;
    if let Some(mut stdin) = git.stdin.take() {
        stdin.write_all(wanted).context("cannot talk to git")?;
    }
    if !git.wait().context("cannot run git")?.success() {
        bail!("git cannot write the staged files");
    }
    Ok(())
}
