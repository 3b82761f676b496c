//! The files that a document takes in: `\input{chapter}`, `#include "chapter.typ"`.

use std::path::{Path, PathBuf};

use refmend::{
    document::{Document, Format},
    input::{self, Input, Kind},
};

use super::print;

/// How many files one run takes in: a bound against documents that are made to have no end.
const MOST: usize = 1000;

/// The files that the papers of a run have taken in, and those that the run has anyway.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Their paths, without links and dots.
    known: Vec<PathBuf>,
    /// The folder of the document that is read, which its parts are below.
    root: PathBuf,
    n_read: usize,
}

impl Parts {
    /// Begins with the files that the run has: a part among them is read once.
    pub(super) fn new(inputs: &[Input]) -> Self {
        let paths = inputs.iter().filter_map(|input| input.path.as_deref());
        Self {
            known: paths.filter_map(|path| path.canonicalize().ok()).collect(),
            ..Self::default()
        }
    }

    /// Reads the files that a document takes in, and those that these take in, in the order of the text, each with what it holds.
    ///
    /// LaTeX looks for them from the folder of the main file, Typst from that of the file that names them. One that is not there, or
    /// that lies outside of the folder of the main file, is mentioned.
    pub(super) fn of(&mut self, main: &Input, document: &Document) -> Vec<(Input, Document)> {
        let mut read = Vec::new();
        if let Some(folder) = main.path.as_deref().and_then(Path::parent) {
            folder.clone_into(&mut self.root);
            self.follow(main, document, &mut read);
        }
        read
    }

    fn follow(&mut self, file: &Input, document: &Document, read: &mut Vec<(Input, Document)>) {
        for named in &document.includes {
            let Some(path) = self.path_of(file, &named.path) else {
                continue;
            };
            match input::read(&path, None) {
                Ok(mut part) if part.kind == Kind::Paper => {
                    self.n_read += 1;
                    let document = part.document();
                    part.named = false;
                    // What it takes in stands behind it.
                    let mut behind = Vec::new();
                    self.follow(&part, &document, &mut behind);
                    read.push((part, document));
                    read.append(&mut behind);
                }
                Ok(_) => {}
                Err(error) => print::warning(&format!("{} takes in a file: {error}", file.name())),
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
            print::warning(&format!(
                "{} takes in {}, which is not below its folder: name it as well to have it read",
                file.name(),
                path.display()
            ));
            return None;
        }
        self.known.push(real);
        Some(path)
    }
}
