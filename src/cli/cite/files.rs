//! The files of a paper that are written by key, all of them or none.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use refmend::{
    citing::{self, CitingFile, Keyed, Request, Target},
    input::{Input, Kind},
    project::{Paper, Project},
};

use super::{left, report};
use crate::cli::{advice::Advised, args::CiteArgs, extract, load::Loaded, print, save};

/// The files of a paper, written by key.
pub(super) struct Written<'a> {
    /// The main file first; files in another format than that of the target stay as they are.
    files: Vec<(Cow<'a, Paper>, Keyed)>,
}

/// What is to be written.
pub(super) struct Outputs {
    /// The bytes of the main file, and where they go; without a place to stdout.
    main: (Option<PathBuf>, Vec<u8>),
    /// The other files.
    parts: Vec<(PathBuf, Vec<u8>)>,
}

impl<'a> Written<'a> {
    /// Writes the citations of all files; `keys` are those of the references of each paper.
    pub(super) fn of(
        loaded: &'a Loaded,
        keys: &[Vec<String>],
        target: Target,
        bibliography: Option<&String>,
    ) -> Self {
        let project = &loaded.project;
        let papers: Vec<(Cow<Paper>, &[String])> = project
            .papers
            .iter()
            .zip(keys)
            .flat_map(|(paper, keys)| files_of(paper, project).map(move |file| (file, &keys[..])))
            .enumerate()
            .filter(|(idx, (file, _))| *idx == 0 || file.document.format == target.format())
            .map(|(_, file)| file)
            .collect();
        let named: Vec<Option<String>> = papers
            .iter()
            .map(|(file, _)| Some(named_from(file, loaded, target, bibliography?)))
            .collect();
        let files = papers.iter().zip(&named);
        let files: Vec<CitingFile> = files
            .map(|((paper, keys), named)| CitingFile {
                paper,
                request: Request {
                    target,
                    keys,
                    bibliography: named.as_deref(),
                },
            })
            .collect();
        let keyed = citing::cite_files(&files);
        let papers = papers.into_iter().map(|(paper, _)| paper);
        Self {
            files: papers.zip(keyed).collect(),
        }
    }

    /// What is to be written where.
    pub(super) fn outputs(&self, loaded: &Loaded, args: &CiteArgs) -> anyhow::Result<Outputs> {
        let inputs = loaded.inputs.iter().enumerate();
        let mut files = inputs.filter(|(_, input)| input.kind == Kind::Paper);
        let (idx, main) = files.next().context("the paper was read")?;
        let bytes = self.bytes(idx, main)?;
        let parts: Vec<(usize, &Input)> = files.collect();
        let Some(output) = args.output.clone() else {
            let is_changed = |(idx, part): &(usize, &Input)| {
                let text = self.keyed(*idx).map(|keyed| keyed.text.as_str());
                text.is_some_and(|text| text != part.text)
            };
            if let Some((_, part)) = parts.into_iter().find(is_changed) {
                return Err(needs_output(main, part).into());
            }
            return Ok(Outputs {
                main: (None, bytes),
                parts: Vec::new(),
            });
        };
        let parts: anyhow::Result<Vec<_>> = parts
            .into_iter()
            .map(|(idx, part)| Ok((beside(&output, below(main, part)), self.bytes(idx, part)?)))
            .collect();
        Ok(Outputs {
            main: (Some(output), bytes),
            parts: parts?,
        })
    }

    /// The file with this number among those of the run, written by key.
    fn keyed(&self, idx: usize) -> Option<&Keyed> {
        let mut files = self.files.iter();
        let found = files.find(|(paper, _)| paper.source.0 == idx);
        found.map(|(_, keyed)| keyed)
    }

    /// The bytes of a file, those of one that is not written by key as they are.
    fn bytes(&self, idx: usize, input: &Input) -> anyhow::Result<Vec<u8>> {
        match self.keyed(idx) {
            Some(keyed) => save::encoded(input, &keyed.text),
            None => Ok(input.bytes.clone()),
        }
    }

    /// Names what stays as typed and what remains to do.
    pub(super) fn report(&self, project: &Project) {
        for (paper, keyed) in &self.files {
            report(&keyed.left, &keyed.to_do, paper, project);
        }
    }

    /// Whether nothing stays as typed, and nothing remains to do.
    pub(super) fn is_clean(&self) -> bool {
        let mut files = self.files.iter();
        files.all(|(_, keyed)| keyed.left.is_empty() && keyed.to_do.is_empty())
    }

    /// What was done, in a line; `entries` tells the .bib file and how many it has.
    pub(super) fn summary(&self, entries: Option<(&Path, usize)>) -> String {
        let count = |count: fn(&Keyed) -> usize| -> usize {
            self.files.iter().map(|(_, keyed)| count(keyed)).sum()
        };
        let written = count(|keyed| keyed.written.len());
        let written = print::counted(written, "citation", "citations");
        let n_files = self.files.iter();
        let n_files = n_files
            .filter(|(_, keyed)| !keyed.written.is_empty())
            .count();
        let files = if n_files > 1 {
            format!(" in {n_files} files")
        } else {
            String::new()
        };
        let left = left(count(|keyed| keyed.left.len()));
        let entries = entries.map(|(refs, count)| {
            let entries = print::counted(count, "entry", "entries");
            format!(" {} has {entries}.", refs.display())
        });
        format!(
            "Wrote {written} by key{files}{left}.{}",
            entries.unwrap_or_default()
        )
    }
}

impl Outputs {
    /// Writes all files, the .bib first, or none.
    pub(super) fn write(&self, bib: Option<(&Path, &[u8])>, args: &CiteArgs) -> anyhow::Result<()> {
        let parts = self.parts.iter();
        let parts = parts.map(|(path, bytes)| (path.as_path(), bytes.as_slice()));
        let main = self.main.0.as_deref();
        let main = main.map(|path| (path, self.main.1.as_slice()));
        let files: Vec<(&Path, &[u8])> = bib.into_iter().chain(parts).chain(main).collect();
        if !args.force {
            files.iter().try_for_each(|file| check_free(*file))?;
        }
        for (path, bytes) in files {
            if let Some(folder) = path.parent().filter(|_| !self.parts.is_empty()) {
                let failed = || format!("cannot make the folder {}", folder.display());
                fs::create_dir_all(folder).with_context(failed)?;
            }
            extract::write(path, bytes, args.force)?;
        }
        if self.main.0.is_none() {
            print::bytes(&self.main.1)?;
        }
        Ok(())
    }
}

/// Refuses to replace a file by another one.
fn check_free((path, bytes): (&Path, &[u8])) -> anyhow::Result<()> {
    let is_other = path.is_file() && fs::read(path).is_ok_and(|there| there != bytes);
    if is_other {
        bail!("{} exists and differs; --force replaces it", path.display());
    }
    Ok(())
}

/// The files of a paper, each as a paper by itself.
fn files_of<'a>(
    paper: &'a Paper,
    project: &'a Project,
) -> impl Iterator<Item = Cow<'a, Paper>> + use<'a> {
    paper.sources().iter().map(move |source| {
        let document = project.sources.get(*source).document();
        match document.filter(|_| !paper.files.is_empty()) {
            Some(document) => Cow::Owned(paper.file_of(*source, document)),
            None => Cow::Borrowed(paper),
        }
    })
}

/// The .bib file as a file of the paper names it: LaTeX looks from the folder of the main file, Typst from that of the file itself.
fn named_from(file: &Paper, loaded: &Loaded, target: Target, bibliography: &str) -> String {
    let inputs = &loaded.inputs;
    let main = inputs.iter().find(|input| input.kind == Kind::Paper);
    let part = inputs.get(file.source.0);
    let (Some(main), Some(part), Target::Typst) = (main, part, target) else {
        return bibliography.to_owned();
    };
    let n_folders = below(main, part).components().count().saturating_sub(1);
    "../".repeat(n_folders) + bibliography
}

/// The path of a part, from the folder of the main file.
fn below<'a>(main: &Input, part: &'a Input) -> &'a Path {
    let folder = main.path.as_deref().and_then(Path::parent);
    let path = part.path.as_deref().unwrap_or(Path::new(""));
    path.strip_prefix(folder.unwrap_or(Path::new("")))
        .unwrap_or(path)
}

/// A path in the folder of another one.
fn beside(output: &Path, path: &Path) -> PathBuf {
    output.parent().unwrap_or(Path::new("")).join(path)
}

/// The error for a paper of several files that would go to stdout.
fn needs_output(main: &Input, part: &Input) -> Advised {
    Advised::new(
        format!(
            "{} takes in {}, which changes as well: stdout has room for one file",
            main.name(),
            part.name()
        ),
        "name a file in another folder with -o; what the paper takes in is written beside it",
    )
}
