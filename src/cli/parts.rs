//! The files that a document takes in: `\input{chapter}`, `#include "chapter.typ"`.

use std::path::{Path, PathBuf};

use refmend::{
    document::{Document, Format},
    input::{Input, Kind},
};

use super::{files::Files, print};

/// How many files one run takes in: a bound against documents that are made to have no end.
const MOST: usize = 1000;

/// A file of a document, read.
#[derive(Debug)]
pub(super) struct PartFile {
    /// The file.
    pub(super) input: Input,
    /// The paper in it.
    pub(super) document: Document,
    /// The file that takes it in, by its index, and by which of its includes; none for the main file.
    pub(super) at: Option<(usize, usize)>,
}

/// The files that the papers of a run have taken in, and those that the run has anyway.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Their paths, without links and dots.
    known: Vec<PathBuf>,
    /// The folder of the document that is read, which its parts are below.
    root: PathBuf,
    n_read: usize,
    files: Files,
    /// What was not read of the document.
    left_out: Vec<String>,
}

/// A document with all files that it takes in.
#[derive(Debug)]
pub(super) struct WithParts {
    /// The files, the main file first and each behind the one that takes it in.
    pub(super) files: Vec<PartFile>,
    /// What was not read, and why, in a sentence each.
    pub(super) left_out: Vec<String>,
}

impl Parts {
    /// Begins with the files that the run has: a part among them is read once. `files` are those that an editor has open.
    pub(super) fn new(inputs: &[Input], files: &Files) -> Self {
        let paths = inputs.iter().filter_map(|input| input.path.as_deref());
        Self {
            known: paths.filter_map(|path| path.canonicalize().ok()).collect(),
            files: files.clone(),
            ..Self::default()
        }
    }

    /// Reads the files that a document takes in, and those that these take in, in the order of the text, each with what it holds.
    ///
    /// LaTeX looks for them from the folder of the main file, Typst from that of the file that names them. One that is not there, or
    /// that lies outside of the folder of the main file, is left out.
    pub(super) fn of(&mut self, main: Input) -> WithParts {
        let document = main.document();
        let folder = main.path.as_deref().and_then(Path::parent);
        let root = folder.map(Path::to_owned);
        let mut files = vec![PartFile {
            input: main,
            document,
            at: None,
        }];
        if let Some(root) = root {
            self.root = root;
            self.follow(0, &mut files);
        }
        WithParts {
            files,
            left_out: std::mem::take(&mut self.left_out),
        }
    }

    /// Reads what a file takes in; what a part takes in stands behind it.
    fn follow(&mut self, by: usize, files: &mut Vec<PartFile>) {
        for include in 0..files[by].document.includes.len() {
            let named = files[by].document.includes[include].path.clone();
            let Some(input) = self.read(&files[by].input, &named) else {
                continue;
            };
            let part = PartFile {
                document: input.document(),
                input,
                at: Some((by, include)),
            };
            files.push(part);
            self.follow(files.len() - 1, files);
        }
    }

    /// Reads a part that a file names, unless it was read before or cannot be.
    fn read(&mut self, file: &Input, named: &str) -> Option<Input> {
        let path = self.path_of(file, named)?;
        // What has no name of its own for its format is in that of the file: `paper.bbl`.
        let extension = path.extension().and_then(|name| name.to_str());
        let is_told = extension.is_some_and(|name| Format::of_extension(name).is_some());
        let format = (!is_told).then_some(file.format);
        match self.files.read_in(&path, format) {
            Ok(mut part) if part.kind == Kind::Paper => {
                self.n_read += 1;
                part.named = false;
                Some(part)
            }
            Ok(_) => None,
            Err(error) => {
                let message = format!("{} takes in a file: {error}", file.name());
                self.left_out.push(message);
                None
            }
        }
    }

    /// Where a part is that is to be read; none for one that was read before, or that is not.
    fn path_of(&mut self, file: &Input, named: &str) -> Option<PathBuf> {
        let folder = match file.format {
            Format::Latex => &self.root,
            _ => file.path.as_deref()?.parent()?,
        };
        let mut path = folder.join(named.trim_start_matches("./"));
        if file.format == Format::Latex && path.extension().is_none() {
            path.set_extension("tex");
        }
        let Ok(real) = path.canonicalize() else {
            // What is not there is mentioned when it is read.
            return Some(path);
        };
        if self.known.contains(&real) || self.n_read >= MOST {
            return None;
        }
        // The folder of `main.tex` has no name.
        let root = Path::new(".").join(&self.root);
        if !real.starts_with(root.canonicalize().ok()?) {
            self.left_out.push(format!(
                "{} takes in {}, which is not below its folder: name it as well to have it read",
                file.name(),
                path.display()
            ));
            return None;
        }
        let path = self.files.opened_as(&real).unwrap_or(path);
        self.known.push(real);
        Some(path)
    }
}

impl WithParts {
    /// A file without what it takes in.
    pub(super) fn alone(input: Input) -> Self {
        let document = input.document();
        let main = PartFile {
            input,
            document,
            at: None,
        };
        Self {
            files: vec![main],
            left_out: Vec::new(),
        }
    }

    /// Says what was not read.
    pub(super) fn warn(&self) {
        for message in &self.left_out {
            print::warning(message);
        }
    }
}
