//! What is known of a paper of which files are open: its project, and the places in it as the editor counts them.

use std::{
    cell::OnceCell,
    path::{Path, PathBuf},
};

use lsp_types::{Location, Position, Range, Uri};
use refmend::{
    document::Document,
    finding::Finding,
    input::Input,
    project::{Bibliography, Paper, Project},
    span::{Place, SourceId, Span},
};

use super::{
    address,
    lines::{self, Encoding, Lines},
    mains,
};
use crate::cli::{
    args::Selection,
    files::Files,
    load::{self, Loaded},
};

/// A paper with its parts, or a .bib file, read together with the .bib files that go with it. One of its files is the open one that is
/// asked about.
pub(super) struct Analysis {
    loaded: Loaded,
    /// The open file among those of the project.
    source: SourceId,
    /// Where the lines of each file begin, worked out when first asked for.
    line_starts: Vec<OnceCell<Vec<usize>>>,
    /// What the rules find in all files, worked out when first asked for.
    findings: OnceCell<Vec<Finding>>,
    encoding: Encoding,
}

impl Analysis {
    /// Reads an open file, and what its configuration and it name.
    pub(super) fn new(path: &Path, files: &Files, encoding: Encoding) -> anyhow::Result<Self> {
        Self::of(files.read(path)?, files, encoding)
    }

    /// The same for a file that is read already.
    pub(super) fn of(input: Input, files: &Files, encoding: Encoding) -> anyhow::Result<Self> {
        let loaded = load::opened(input, files)?;
        let source = first_file(&loaded.project);
        let n_sources = loaded.project.sources.iter().count();
        Ok(Self {
            loaded,
            source,
            line_starts: vec![OnceCell::new(); n_sources],
            findings: OnceCell::new(),
            encoding,
        })
    }

    /// Turns to another open file; whether it is one of the project is returned.
    pub(super) fn turn_to(&mut self, path: &Path) -> bool {
        let source = self.source_of(path);
        self.source = source.unwrap_or(self.source);
        source.is_some()
    }

    /// The number of a file of the project.
    fn source_of(&self, path: &Path) -> Option<SourceId> {
        let mut sources = self.project().sources.iter();
        let found = sources.find(|(_, source)| mains::is_same(Path::new(&source.name), path));
        found.map(|(id, _)| id)
    }

    /// Takes over another text of a file; whether that was enough, for a paper that names other .bib files or parts has to be read
    /// with them.
    pub(super) fn update(&mut self, path: &Path, files: &Files) -> bool {
        let Some(source) = self.source_of(path) else {
            return false;
        };
        let Some(old) = self.project().sources.get(source).document() else {
            return false;
        };
        let Ok(input) = files.read_in(path, Some(old.format)) else {
            return false;
        };
        let document = input.document();
        let names = |document: &Document| {
            let named = document.bibliographies.iter().chain(&document.includes);
            named.map(|file| file.path.clone()).collect::<Vec<_>>()
        };
        let is_enough = !old.source().is_empty() && names(old) == names(&document);
        if is_enough {
            self.replace(source, document);
        }
        is_enough
    }

    /// Whether a file was read for it.
    pub(super) fn reads(&self, path: &Path) -> bool {
        self.source_of(path).is_some()
    }

    /// Whether something that the paper takes in was not there.
    pub(super) fn lacks_parts(&self) -> bool {
        self.loaded.lacks_parts
    }

    /// What the rules find in the open file.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.findings.get_or_init(|| {
            let selection = Selection::of(Vec::new());
            load::findings(&self.loaded, &selection)
        });
        let findings = findings.iter();
        findings.filter(|finding| finding.place.source == self.source)
    }

    /// What the rules find in the open paper if it is another text.
    pub(super) fn check(&mut self, document: &Document) -> Vec<Finding> {
        self.replace(self.source, document.clone());
        self.findings().cloned().collect()
    }

    /// Gives a file of the paper another text.
    fn replace(&mut self, source: SourceId, document: Document) {
        self.loaded.project.update_paper(source, document);
        self.line_starts[source.0] = OnceCell::new();
        self.findings = OnceCell::new();
    }

    pub(super) fn project(&self) -> &Project {
        &self.loaded.project
    }

    /// The number of the open file.
    pub(super) fn source(&self) -> SourceId {
        self.source
    }

    /// The paper that the open file is, or is a part of.
    pub(super) fn paper(&self) -> Option<&Paper> {
        let mut papers = self.project().papers.iter();
        papers.find(|paper| paper.has_file(self.source))
    }

    /// What the open file holds, if it is no .bib file.
    pub(super) fn document(&self) -> Option<&Document> {
        self.project().sources.get(self.source).document()
    }

    /// Whether a place is one of the open file.
    pub(super) fn is_open(&self, place: Place) -> bool {
        place.source == self.source
    }

    /// The open file as a .bib file, with its index among those of the project.
    pub(super) fn bibliography(&self) -> Option<(usize, &Bibliography)> {
        let mut files = self.project().bibliographies.iter().enumerate();
        files.find(|(_, bibliography)| bibliography.source == self.source)
    }

    /// The text of the open file.
    pub(super) fn text(&self) -> &str {
        self.project().sources.get(self.source).written()
    }

    /// The lines of a file of the project.
    pub(super) fn lines(&self, source: SourceId) -> Lines<'_> {
        let text = self.project().sources.get(source).written();
        let starts = self.line_starts[source.0].get_or_init(|| lines::starts(text));
        Lines {
            text,
            starts,
            encoding: self.encoding,
        }
    }

    /// The byte of the open file at a position.
    pub(super) fn offset(&self, position: Position) -> usize {
        self.lines(self.source).offset(position)
    }

    /// The bytes of a place in its file, markup included.
    pub(super) fn written(&self, place: Place) -> Span {
        self.project().sources.written_place(place).span
    }

    /// The range of a place in its file.
    pub(super) fn range(&self, place: Place) -> Range {
        self.lines(place.source).range(self.written(place))
    }

    /// The path of a file of the project.
    pub(super) fn path(&self, source: SourceId) -> PathBuf {
        PathBuf::from(&self.project().sources.get(source).name)
    }

    /// The address of a file of the project.
    pub(super) fn uri(&self, source: SourceId) -> Option<Uri> {
        address::uri_of(&self.path(source))
    }

    /// A place with the address of its file.
    pub(super) fn location(&self, place: Place) -> Option<Location> {
        Some(Location::new(self.uri(place.source)?, self.range(place)))
    }
}

/// The main file of a project that was read for one file.
fn first_file(project: &Project) -> SourceId {
    let papers = project.papers.iter().map(|paper| paper.source);
    let checked = project.checked_bibliographies();
    let checked = checked.map(|bibliography| bibliography.source);
    papers.chain(checked).next().unwrap_or_default()
}
