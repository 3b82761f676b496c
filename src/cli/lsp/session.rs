//! The files that the editor has open, and what is known of each.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use lsp_types::{PublishDiagnosticsParams, TextDocumentContentChangeEvent, Uri};
use refmend::input::Kind;

use super::{
    address,
    analysis::Analysis,
    diagnostics,
    lines::{self, Encoding, Lines},
};
use crate::cli::files::Files;

/// One conversation with an editor.
pub(super) struct Session {
    encoding: Encoding,
    /// The folders of the workspace.
    folders: Vec<PathBuf>,
    files: Files,
    open: BTreeMap<PathBuf, Opened>,
}

/// An open file.
struct Opened {
    uri: Uri,
    version: i32,
    /// None until it is asked for, and after something else has changed that it rests on.
    analysis: Option<Analysis>,
    /// Whether the editor has been told what is found in it.
    is_told: bool,
}

/// What there is to tell the editor of an open file.
pub(super) enum News {
    /// What is found in it.
    Findings(PublishDiagnosticsParams),
    /// Why it could not be read, as in a broken configuration file.
    Failure(String),
}

impl Session {
    pub(super) fn new(encoding: Encoding, folders: Vec<PathBuf>) -> Self {
        Self {
            encoding,
            folders,
            files: Files::default(),
            open: BTreeMap::new(),
        }
    }

    /// A file is opened.
    pub(super) fn open(&mut self, uri: Uri, version: i32, text: String) {
        let Some(path) = address::path_of(&uri) else {
            return;
        };
        self.files.set(path.clone(), text);
        self.forget_what_rests_on(&path);
        let opened = Opened {
            uri,
            version,
            analysis: None,
            is_told: false,
        };
        self.open.insert(path, opened);
    }

    /// An open file is changed.
    pub(super) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
    ) {
        let Some(path) = address::path_of(uri) else {
            return;
        };
        let Some(mut text) = self.files.text(&path).map(str::to_owned) else {
            return;
        };
        for change in changes {
            text = self.changed(&text, change);
        }
        self.files.set(path.clone(), text);
        self.forget_what_rests_on(&path);
        let Some(opened) = self.open.get_mut(&path) else {
            return;
        };
        opened.version = version;
        opened.is_told = false;
        let updated = opened.analysis.take();
        opened.analysis = updated
            .and_then(|mut analysis| analysis.update(&path, &self.files).then_some(analysis));
    }

    /// A text with one change made.
    fn changed(&self, text: &str, change: TextDocumentContentChangeEvent) -> String {
        let Some(range) = change.range else {
            return change.text;
        };
        let lines = Lines {
            text,
            starts: &lines::starts(text),
            encoding: self.encoding,
        };
        let span = lines.span(range);
        [&text[..span.start], &change.text, &text[span.end..]].concat()
    }

    /// A file is closed; the disk counts again.
    pub(super) fn close(&mut self, uri: &Uri) -> Option<PublishDiagnosticsParams> {
        let path = address::path_of(uri)?;
        self.files.close(&path);
        self.forget_what_rests_on(&path);
        let opened = self.open.remove(&path)?;
        Some(PublishDiagnosticsParams::new(opened.uri, Vec::new(), None))
    }

    /// A file has changed on the disk: a .bib file, or a configuration file, which all may rest on.
    pub(super) fn change_on_disk(&mut self, uri: &Uri) {
        let Some(path) = address::path_of(uri) else {
            return;
        };
        if Kind::of(&path) == Kind::Bibliography {
            self.forget_what_rests_on(&path);
        } else {
            self.open.values_mut().for_each(Opened::forget);
        }
    }

    /// Has the files read again that another one was read for.
    fn forget_what_rests_on(&mut self, path: &Path) {
        for (own, opened) in &mut self.open {
            let reads = |analysis: &Analysis| analysis.reads(path);
            if own != path && opened.analysis.as_ref().is_none_or(reads) {
                opened.forget();
            }
        }
    }

    /// What is known of an open file; none where it cannot be read.
    pub(super) fn analysis(&mut self, path: &Path) -> Option<&mut Analysis> {
        let opened = self.open.get_mut(path)?;
        if opened.analysis.is_none() {
            opened.analysis = Analysis::new(path, &self.files, self.encoding).ok();
        }
        opened.analysis.as_mut()
    }

    /// What the editor has not been told yet.
    pub(super) fn news(&mut self) -> Vec<News> {
        let (files, encoding) = (&self.files, self.encoding);
        let untold = self.open.iter_mut().filter(|(_, opened)| !opened.is_told);
        untold
            .map(|(path, opened)| opened.news(path, files, encoding))
            .collect()
    }

    /// The other papers of the workspace and those that are open, read with their .bib files.
    pub(super) fn other_papers(&self, path: &Path) -> Vec<Analysis> {
        let others = self.all_others(path).into_iter();
        others
            .filter(|analysis| analysis.paper().is_some())
            .collect()
    }

    /// The other files of the workspace and those that are open.
    pub(super) fn all_others(&self, path: &Path) -> Vec<Analysis> {
        let mut others = self.files.below(&self.folders);
        let is_below = |open: &&PathBuf| {
            let mut below = others.iter();
            !below.any(|input| input.path.as_ref() == Some(*open))
        };
        let outside: Vec<&PathBuf> = self.open.keys().filter(is_below).collect();
        let outside = outside
            .into_iter()
            .filter_map(|open| self.files.read(open).ok());
        others.extend(outside);
        others.retain(|input| input.path.as_deref() != Some(path));
        others.sort_by(|one, other| one.path.cmp(&other.path));
        let read = |input| Analysis::of(input, &self.files, self.encoding).ok();
        others.into_iter().filter_map(read).collect()
    }
}

impl Opened {
    /// Has it read again.
    fn forget(&mut self) {
        self.analysis = None;
        self.is_told = false;
    }

    fn news(&mut self, path: &Path, files: &Files, encoding: Encoding) -> News {
        self.is_told = true;
        if self.analysis.is_none() {
            match Analysis::new(path, files, encoding) {
                Ok(analysis) => self.analysis = Some(analysis),
                Err(error) => return News::Failure(format!("{error:#}")),
            }
        }
        let (uri, version) = (self.uri.clone(), self.version);
        News::Findings(match &self.analysis {
            Some(analysis) => diagnostics::of(analysis, uri, version),
            None => PublishDiagnosticsParams::new(uri, Vec::new(), Some(version)),
        })
    }
}
