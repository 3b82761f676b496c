//! The style of a paper's own, written beside its .bib, so that pandoc gives back its citations as they were typed.

use std::path::{Path, PathBuf};

use refmend::{
    citing::{self, Own, OwnStyle, Target},
    project::Project,
    work::Work,
};

use super::super::args::CiteArgs;

/// The style and its file.
pub(super) struct OwnFile<'w> {
    pub(super) path: PathBuf,
    /// The file as the paper names it.
    name: String,
    title: String,
    style: Own<'w>,
}

/// The style of a paper, where one is asked for or nothing else says which style it shall have.
pub(super) fn of<'w>(
    args: &CiteArgs,
    target: Target,
    refs: &Path,
    project: &Project,
    works: &'w [Work],
) -> Option<OwnFile<'w>> {
    let [paper] = project.papers.as_slice() else {
        return None;
    };
    let is_free = || args.output.is_some() && !citing::names_style(&paper.document);
    if target != Target::Pandoc || args.own.no_csl || (args.own.csl.is_none() && !is_free()) {
        return None;
    }
    let path = args
        .own
        .csl
        .clone()
        .unwrap_or_else(|| refs.with_extension("csl"));
    let stem = args.paper.file_stem().unwrap_or_default().to_string_lossy();
    Own::of(paper, works).map(|style| OwnFile {
        name: super::relative(&path, args.output.as_deref()),
        title: format!("The style of {stem}"),
        path,
        style,
    })
}

impl OwnFile<'_> {
    /// The style with the name that the paper has for it.
    pub(super) fn named(&self) -> OwnStyle<'_> {
        OwnStyle {
            style: &self.style,
            file: &self.name,
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        self.style.csl(&self.title)
    }
}
