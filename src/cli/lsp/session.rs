//! The files that the editor has open, and what is known of each.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::Context;
use lsp_types::{PublishDiagnosticsParams, TextDocumentContentChangeEvent, Uri};
use refmend::input::Kind;

use super::{
    address,
    analysis::Analysis,
    diagnostics,
    lines::{self, Encoding, Lines},
    mains,
};
use crate::cli::files::Files;

/// One conversation with an editor.
pub(super) struct Session {
    encoding: Encoding,
    /// The folders of the workspace.
    folders: Vec<PathBuf>,
    files: Files,
    open: BTreeMap<PathBuf, Opened>,
    /// What is known of each paper and .bib file, by the path of its main file; read when it is asked for, and after something
    /// else has changed that it rests on.
    analyses: BTreeMap<PathBuf, Analysis>,
    /// The main files of the open files, where they have been looked for.
    mains: BTreeMap<PathBuf, PathBuf>,
}

/// An open file.
struct Opened {
    uri: Uri,
    version: i32,
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
            analyses: BTreeMap::new(),
            mains: BTreeMap::new(),
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
            is_told: false,
        };
        self.look_for_mains_again(&path);
        self.open.insert(path, opened);
    }

    /// Forgets which files are parts of which, where a file may take in others.
    fn look_for_mains_again(&mut self, path: &Path) {
        if !mains::can_be_part(path) {
            return;
        }
        self.mains.clear();
        for (path, opened) in &mut self.open {
            opened.is_told &= !mains::can_be_part(path);
        }
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
        let main = self.main_of(&path);
        self.files.set(path.clone(), text);
        if let Some(opened) = self.open.get_mut(&path) {
            opened.version = version;
            opened.is_told = false;
        }
        let analysis = self.analyses.remove(&main);
        self.forget_what_rests_on(&path);
        self.untell(&main);
        let Some(mut analysis) = analysis else {
            return;
        };
        if analysis.update(&path, &self.files) {
            self.analyses.insert(main, analysis);
        } else {
            self.mains.clear();
        }
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
        self.look_for_mains_again(&path);
        Some(PublishDiagnosticsParams::new(opened.uri, Vec::new(), None))
    }

    /// A file has changed on the disk: a .bib file, or a configuration file, which all may rest on.
    pub(super) fn change_on_disk(&mut self, uri: &Uri) {
        let Some(path) = address::path_of(uri) else {
            return;
        };
        if Kind::of(&path) == Kind::Bibliography {
            self.forget_what_rests_on(&path);
        } else if self.files.text(&path).is_none() {
            self.analyses.clear();
            self.mains.clear();
            let opened = self.open.values_mut();
            opened.for_each(|opened| opened.is_told = false);
        }
    }

    /// Has the papers read again that a file was read for, or that may have been waiting for it.
    fn forget_what_rests_on(&mut self, path: &Path) {
        let rests = |analysis: &Analysis| analysis.reads(path) || analysis.lacks_parts();
        let analyses = self.analyses.extract_if(.., |_, analysis| rests(analysis));
        let forgotten: Vec<PathBuf> = analyses.map(|(main, _)| main).collect();
        for main in &forgotten {
            self.untell(main);
        }
    }

    /// Has the editor told again what is found in the open files of a paper.
    fn untell(&mut self, main: &Path) {
        for (path, opened) in &mut self.open {
            if self.mains.get(path).is_none_or(|own| own == main) {
                opened.is_told = false;
            }
        }
    }

    /// The main file of the paper that a file belongs to.
    fn main_of(&mut self, path: &Path) -> PathBuf {
        let known = self.mains.get(path).cloned();
        known.unwrap_or_else(|| {
            let main = mains::main_of(path, &self.files, &self.folders);
            self.mains.insert(path.to_owned(), main.clone());
            main
        })
    }

    /// What is known of an open file; none where it cannot be read.
    pub(super) fn analysis(&mut self, path: &Path) -> Option<&mut Analysis> {
        self.open.get(path)?;
        self.read(path).ok()
    }

    /// What is known of a file, read with its main file.
    fn read(&mut self, path: &Path) -> anyhow::Result<&mut Analysis> {
        let main = self.main_of(path);
        if !self.analyses.contains_key(&main) {
            let analysis = Analysis::new(&main, &self.files, self.encoding)?;
            self.analyses.insert(main.clone(), analysis);
        }
        let is_part = self
            .analyses
            .get_mut(&main)
            .is_some_and(|it| it.turn_to(path));
        if !is_part && main != path {
            // Its main file has changed meanwhile, or the configuration leaves it out.
            self.mains.insert(path.to_owned(), path.to_owned());
            return self.read(path);
        }
        let analysis = self.analyses.get_mut(&main);
        analysis.context("it was read")
    }

    /// What the editor has not been told yet.
    pub(super) fn news(&mut self) -> Vec<News> {
        let untold = self.open.iter_mut().filter(|(_, opened)| !opened.is_told);
        let untold: Vec<(PathBuf, Uri, i32)> = untold
            .map(|(path, opened)| {
                opened.is_told = true;
                (path.clone(), opened.uri.clone(), opened.version)
            })
            .collect();
        let news = untold.into_iter();
        news.map(|(path, uri, version)| match self.read(&path) {
            Ok(analysis) => News::Findings(diagnostics::of(analysis, uri, version)),
            Err(error) => News::Failure(format!("{error:#}")),
        })
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
        let main = self.mains.get(path).map_or(path, PathBuf::as_path);
        let own = self.analyses.get(main);
        let is_own = |other: &Path| other == path || own.is_some_and(|own| own.reads(other));
        others.retain(|input| !input.path.as_deref().is_some_and(is_own));
        others.sort_by(|one, other| one.path.cmp(&other.path));
        let read = |input| Analysis::of(input, &self.files, self.encoding).ok();
        others.into_iter().filter_map(read).collect()
    }
}
