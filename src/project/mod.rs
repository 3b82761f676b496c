//! What one run knows: its papers, its .bib files, and how they hang together.

mod file_of;
mod manuscript;
mod paper;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use self::{manuscript::Part, paper::Paper};
use crate::{
    bibtex,
    citation::{self, Lexicon},
    document::{Document, NamedFile},
    linkage::{
        self, Link,
        cite::Practice,
        entry::{Evidence, Index},
    },
    master::Answer,
    reference,
    source::Sources,
    span::{Place, SourceId, Span},
    style::Style,
    work::Work,
};

/// Which entry of the masters a reference is.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryLink {
    /// The index of the master among [`Project::bibliographies`]: the one with the best answer.
    pub bibliography: usize,
    /// The outcome in that master.
    pub link: Link<Evidence>,
}

/// What a .bib file is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// References are compared with it; it is not checked itself.
    Master,
    /// A paper names it as the file that its keys are looked up in; it is neither compared with nor checked itself.
    Cited,
    /// It is checked itself.
    Checked,
}

/// A .bib file of the run.
#[derive(Debug)]
pub struct Bibliography {
    /// Its number among the files of the run.
    pub source: SourceId,
    /// What it is there for.
    pub role: Role,
    /// What it holds.
    pub file: bibtex::File,
    /// Where its entries are found again; none for a large master, which has been asked already.
    index: Option<Index>,
    /// Which entries of the large masters its entries are, where those were asked about them.
    links: Vec<EntryLink>,
}

impl Bibliography {
    /// A place in this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.source, span)
    }

    /// The link of a work to the entries of a master.
    fn link(&self, work: &Work) -> Option<Link<Evidence>> {
        let index = self.index.as_ref()?;
        Some(index.link(
            work,
            |idx| self.file.outline(idx),
            |idx| self.file.work(idx),
        ))
    }
}

/// All that one run knows.
#[derive(Debug, Default)]
pub struct Project {
    /// Names and texts of all files.
    pub sources: Sources,
    /// The papers.
    pub papers: Vec<Paper>,
    /// The .bib files, whatever their role.
    pub bibliographies: Vec<Bibliography>,
    /// The style that citations shall have, if one was asked for.
    pub style: Option<Arc<Style>>,
    /// The papers of several files.
    pub(crate) manuscripts: Vec<manuscript::Manuscript>,
}

impl Project {
    /// Reads a .bib file; the papers that are there are linked to a master.
    pub fn add_bibliography(
        &mut self,
        name: impl Into<String>,
        text: impl Into<Arc<str>>,
        role: Role,
    ) {
        let text = text.into();
        let source = self.sources.add(name, Arc::clone(&text));
        let file = bibtex::File::read(text);
        let index = (role == Role::Master)
            .then(|| Index::build(file.entries.len(), |idx| file.brief_outline(idx)));
        self.bibliographies.push(Bibliography {
            source,
            role,
            file,
            index,
            links: Vec::new(),
        });
        if role == Role::Master {
            self.link_papers();
        }
    }

    /// The works that papers list, paper by paper: what a large master is asked about.
    pub fn works(&self) -> Vec<&Work> {
        let lists = self.papers.iter().map(|paper| &paper.references.items);
        lists.flatten().map(|reference| &reference.work).collect()
    }

    /// The works of the .bib files that are checked, file by file: what a large master is asked about where they are compared with it.
    pub fn entry_works(&self) -> Vec<Work> {
        let works = |file: &bibtex::File| -> Vec<Work> {
            (0..file.entries.len()).map(|idx| file.work(idx)).collect()
        };
        let checked = self.checked_bibliographies();
        checked
            .flat_map(|bibliography| works(&bibliography.file))
            .collect()
    }

    /// Adds a large master by what it says to [`Project::works`], and to [`Project::entry_works`] if it was asked about them. Papers
    /// that come later are not linked to it.
    pub fn add_answer(&mut self, name: impl Into<String>, answer: Answer) {
        let file = answer.excerpt.file;
        let pieces = answer.excerpt.pieces;
        let source = self.sources.add_excerpt(name, file.text(), pieces);
        let bibliography = self.bibliographies.len();
        self.bibliographies.push(Bibliography {
            source,
            role: Role::Master,
            file,
            index: None,
            links: Vec::new(),
        });
        self.offer(bibliography, answer.links);
    }

    /// Links the papers to the master that was added last.
    fn link_papers(&mut self) {
        let bibliography = self.bibliographies.len() - 1;
        let works = self.works().into_iter();
        let links = works.filter_map(|work| self.bibliographies[bibliography].link(work));
        let links = links.collect();
        self.offer(bibliography, links);
    }

    /// Takes the links of all works to one more master, where they say no less than those to the others.
    fn offer(&mut self, bibliography: usize, links: Vec<Link<Evidence>>) {
        let mut links = links
            .into_iter()
            .map(|link| EntryLink { bibliography, link });
        for paper in &mut self.papers {
            let n_references = paper.references.items.len();
            better(
                &mut paper.entries,
                links.by_ref().take(n_references).collect(),
            );
        }
        for checked in &mut self.bibliographies {
            if checked.role == Role::Checked {
                let n_entries = checked.file.entries.len();
                better(&mut checked.links, links.by_ref().take(n_entries).collect());
            }
        }
    }

    /// Whether there is a master to compare with.
    pub fn has_master(&self) -> bool {
        let mut roles = self
            .bibliographies
            .iter()
            .map(|bibliography| bibliography.role);
        roles.any(|role| role == Role::Master)
    }

    /// The references or entries of a file: what a suppression before one of them covers.
    pub fn units(&self, source: SourceId) -> Vec<Span> {
        let papers = self.papers.iter().filter(|paper| paper.has_file(source));
        let references = papers.flat_map(|paper| {
            let references = paper.references.items.iter();
            references.map(|reference| paper.place(reference.span))
        });
        let references = references.filter(|place| place.source == source);
        let files = self
            .bibliographies
            .iter()
            .filter(|file| file.source == source);
        let entries = files.flat_map(|bibliography| &bibliography.file.entries);
        let references = references.map(|place| place.span);
        references.chain(entries.map(|entry| entry.span)).collect()
    }

    /// The .bib files that are checked themselves.
    pub fn checked_bibliographies(&self) -> impl Iterator<Item = &Bibliography> {
        self.bibliographies
            .iter()
            .filter(|bibliography| bibliography.role == Role::Checked)
    }

    /// The .bib files that a paper itself names.
    pub fn named_by(&self, paper: &Paper) -> impl Iterator<Item = &Bibliography> {
        let paths: Vec<PathBuf> = paper
            .document
            .bibliographies
            .iter()
            .map(NamedFile::bib_path)
            .collect();
        self.bibliographies.iter().filter(move |bibliography| {
            let name = Path::new(&self.sources.get(bibliography.source).name);
            paths.iter().any(|path| name.ends_with(path))
        })
    }

    /// Adds a paper and links it; whether it cites or lists anything is returned.
    pub fn add_paper(&mut self, name: impl Into<String>, document: Document) -> bool {
        let source = self.sources.add_document(name, &document);
        let paper = self.read_paper(source, document);
        let is_paper = paper.cites_or_lists();
        self.papers.push(paper);
        is_paper
    }

    /// Links a paper again after its text has changed.
    pub fn update_paper(&mut self, source: SourceId, document: Document) {
        self.sources.update(source, &document);
        if self.update_part(source) {
            return;
        }
        let read = self.read_paper(source, document);
        if let Some(paper) = self.papers.iter_mut().find(|paper| paper.source == source) {
            *paper = read;
        }
    }

    fn read_paper(&self, source: SourceId, document: Document) -> Paper {
        let references = reference::read(&document);
        let lexicon = Lexicon::new(&document.text, &references);
        let citations = citation::find(&document, &references, &lexicon);
        let links = linkage::link_cites(&document.text, &citations, &references, &lexicon);
        let repetitions = citation::repetitions(&document, &references, &lexicon);
        let repeated =
            linkage::link_repetitions(&document, &repetitions, &citations, &links, &lexicon);
        let practice = Practice::of(&document.text, &citations, &links, &references);
        let works = references.items.iter().map(|reference| &reference.work);
        let entries = works.filter_map(|work| self.link_entry(work)).collect();
        Paper {
            source,
            document,
            files: Vec::new(),
            stretches: Vec::new(),
            references,
            citations,
            links,
            repetitions: repetitions.into_iter().zip(repeated).collect(),
            practice,
            entries,
            style: self.style.clone(),
            is_of_larger: false,
        }
    }

    /// The best answer of all masters for an entry of a .bib file, large ones included that were asked about it.
    pub fn link_own_entry(&self, own: &Bibliography, idx: usize, work: &Work) -> Option<EntryLink> {
        let mut best: Vec<_> = own.links.get(idx).cloned().into_iter().collect();
        better(&mut best, self.link_entry(work).into_iter().collect());
        best.pop()
    }

    /// The best answer of all masters in memory for a work; none without one.
    pub fn link_entry(&self, work: &Work) -> Option<EntryLink> {
        let links = self.bibliographies.iter().enumerate();
        links
            .filter_map(|(bibliography, file)| {
                let link = file.link(work)?;
                Some(EntryLink { bibliography, link })
            })
            .max_by(|a, b| a.rank().total_cmp(&b.rank()))
    }
}

/// Takes those links that say no less than the ones that are there.
fn better(links: &mut Vec<EntryLink>, offered: Vec<EntryLink>) {
    if links.is_empty() {
        *links = offered;
        return;
    }
    for (found, offered) in links.iter_mut().zip(offered) {
        if offered.rank() >= found.rank() {
            *found = offered;
        }
    }
}

impl EntryLink {
    /// Match before possible before none, then by score.
    fn rank(&self) -> f32 {
        let score = self.link.matched.first().map_or(0.0, |best| best.score);
        f32::from(self.link.decision as u8) + score
    }
}
