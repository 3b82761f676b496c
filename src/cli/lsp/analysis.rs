//! What is known of one open file: its project, and the places in it as the editor counts them.

use std::{
    cell::OnceCell,
    path::{Path, PathBuf},
};

use lsp_types::{Location, Position, Range, Uri};
use refmend::{
    document::Document,
    finding::Finding,
    input::{Input, Kind},
    project::{Bibliography, Paper, Project},
    span::{Place, SourceId, Span},
};

use super::{
    address,
    lines::{self, Encoding, Lines},
};
use crate::cli::{
    args::Selection,
    files::Files,
    load::{self, Loaded},
};

/// An open file, read together with the .bib files that go with it.
pub(super) struct Analysis {
    loaded: Loaded,
    /// The open file among those of the project.
    source: SourceId,
    /// Where the lines of each file begin, worked out when first asked for.
    line_starts: Vec<OnceCell<Vec<usize>>>,
    /// What the rules find in the open file, worked out when first asked for.
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
        let papers = loaded.project.papers.iter().map(|paper| paper.source);
        let checked = loaded.project.checked_bibliographies();
        let source = papers.chain(checked.map(|bibliography| bibliography.source));
        let source = source.last().unwrap_or(SourceId(0));
        let n_sources = loaded.project.sources.iter().count();
        Ok(Self {
            loaded,
            source,
            line_starts: vec![OnceCell::new(); n_sources],
            findings: OnceCell::new(),
            encoding,
        })
    }

    /// Takes over another text of the open file; whether that was enough, for a paper that names other .bib files has to be read
    /// with them.
    pub(super) fn update(&mut self, path: &Path, files: &Files) -> bool {
        let Some(input) = files
            .read(path)
            .ok()
            .filter(|input| input.kind == Kind::Paper)
        else {
            return false;
        };
        let document = input.document();
        let names_the_same = |paper: &Paper| {
            let names = |document: &Document| {
                let named = document.bibliographies.iter().chain(&document.includes);
                named.map(|file| file.path.clone()).collect::<Vec<_>>()
            };
            names(&paper.document) == names(&document) && !paper.document.source().is_empty()
        };
        let is_enough = self.paper().is_some_and(names_the_same);
        if is_enough {
            self.replace(document);
        }
        is_enough
    }

    /// Whether another file was read for it.
    pub(super) fn reads(&self, path: &Path) -> bool {
        let mut sources = self.project().sources.iter();
        sources.any(|(_, source)| Path::new(&source.name) == path)
    }

    /// What the rules find in the open file.
    pub(super) fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| {
            let selection = Selection::of(Vec::new());
            let mut findings = load::findings(&self.loaded, &selection);
            findings.retain(|finding| finding.place.source == self.source);
            findings
        })
    }

    /// What the rules find in the open paper if it is another text.
    pub(super) fn check(&mut self, document: &Document) -> Vec<Finding> {
        self.replace(document.clone());
        self.findings().to_vec()
    }

    /// Gives the open paper another text.
    fn replace(&mut self, document: Document) {
        self.loaded.project.update_paper(self.source, document);
        self.line_starts[self.source.0] = OnceCell::new();
        self.findings = OnceCell::new();
    }

    pub(super) fn project(&self) -> &Project {
        &self.loaded.project
    }

    /// The number of the open file.
    pub(super) fn source(&self) -> SourceId {
        self.source
    }

    /// The open file as a paper.
    pub(super) fn paper(&self) -> Option<&Paper> {
        let mut papers = self.project().papers.iter();
        papers.find(|paper| paper.source == self.source)
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
