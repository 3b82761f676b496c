//! All files of a paper, written by key together: one bibliography, named at the head of the main file.

use std::collections::BTreeSet;

use super::{Keyed, Left, Request, Written, in_file, list, plan, text, typed};
use crate::{project::Paper, span::Span};

/// A file of a paper, and what is asked for in it.
#[derive(Debug, Clone, Copy)]
pub struct CitingFile<'a> {
    /// What stands in the file.
    pub paper: &'a Paper,
    /// What is asked for; the target is that of all files.
    pub request: Request<'a>,
}

/// What is known of all files of a paper.
pub(super) struct Whole<'a> {
    sources: Vec<&'a str>,
    /// The keys of the works that the lists have and the text does not cite by key, each once.
    pub(super) uncited: Vec<&'a str>,
    /// The file in which the bibliography takes the place of the typed list.
    pub(super) with_list: Option<usize>,
}

impl Whole<'_> {
    /// Whether a command stands in one of the files.
    pub(super) fn has_command(&self, command: &str) -> bool {
        self.sources.iter().any(|source| source.contains(command))
    }
}

/// Writes the citations of all files of a paper by key, as [`cite`](super::cite) does for one; the main file comes first.
pub fn cite_files(files: &[CitingFile<'_>]) -> Vec<Keyed> {
    let drafts: Vec<Draft> = files.iter().map(Draft::of).collect();
    let has_list = |file: &CitingFile| !file.paper.references.lists.is_empty();
    let whole = Whole {
        sources: files
            .iter()
            .map(|file| file.paper.document.source())
            .collect(),
        uncited: uncited(files, &drafts),
        with_list: match files.first() {
            Some(main) if has_list(main) => Some(0),
            _ => files.iter().rposition(has_list),
        },
    };
    let numbered = files.iter().zip(drafts).enumerate();
    numbered
        .map(|(idx, (file, draft))| draft.finish(file, idx, &whole))
        .collect()
}

/// A file with its citations planned.
struct Draft {
    written: Vec<Written>,
    left: Vec<Left>,
    edits: Vec<(Span, String)>,
}

impl Draft {
    fn of(file: &CitingFile<'_>) -> Self {
        let (typed, mut left) = typed::typed(file.paper);
        let planned = plan::plan(file.paper, &typed, file.request);
        let (written, edits) = in_file(&file.paper.document, planned, &mut left);
        Self {
            written,
            left,
            edits,
        }
    }

    fn finish(mut self, file: &CitingFile<'_>, idx: usize, whole: &Whole<'_>) -> Keyed {
        let (list_edits, to_do) = list::edits(file, idx, whole);
        self.edits.extend(list_edits);
        self.left.sort_by_key(|left| left.span);
        Keyed {
            text: text(file.paper, file.request.target, self.edits),
            written: self.written,
            left: self.left,
            to_do,
        }
    }
}

fn uncited<'a>(files: &[CitingFile<'a>], drafts: &[Draft]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    for (file, draft) in files.iter().zip(drafts) {
        let cited = draft.written.iter().flat_map(|written| &written.references);
        seen.extend(cited.map(|idx| file.request.keys[*idx].as_str()));
    }
    let mut uncited = Vec::new();
    for file in files {
        let n_listed = file.paper.references.items.len();
        for key in file.request.keys.iter().take(n_listed) {
            if seen.insert(key.as_str()) {
                uncited.push(key.as_str());
            }
        }
    }
    uncited
}
