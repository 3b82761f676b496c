//! The works of a paper or .bib file beside what the masters have for them.

use serde::Serialize;

use crate::{
    diff::{self, Change, Kind},
    linkage::{Decision, entry::Version},
    project::{Bibliography, EntryLink, Paper, Project},
    span::Place,
    work::Work,
};

/// One work of ours and the entry of a master that it is, or may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Where ours stands.
    pub place: Place,
    /// What ours is called: the key, or the key that `extract` would give it.
    pub key: String,
    /// Ours.
    pub work: Work,
    /// The entry of ours, if it stands in a .bib file: the index among [`Project::bibliographies`], and that in the file.
    pub own_entry: Option<(usize, usize)>,
    /// Whether the master has it.
    pub decision: Decision,
    /// The entry of the master; none when the decision is none.
    pub entry: Option<MasterEntry>,
    /// How the two differ, conventions included.
    pub changes: Vec<Change>,
}

/// An entry of a master.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MasterEntry {
    /// Its key.
    pub key: String,
    /// The name of the file.
    pub file: String,
    /// Where in the file it stands.
    #[serde(skip)]
    pub place: Place,
    /// The master among [`Project::bibliographies`].
    #[serde(skip)]
    pub bibliography: usize,
    /// The entry in the file.
    #[serde(skip)]
    pub index: usize,
    /// Set when it is the same work but not the same version.
    pub version: Option<Version>,
}

impl Comparison {
    /// Compares one work with the entry that it is linked to.
    fn new(
        place: Place,
        key: String,
        work: &Work,
        found: Option<&EntryLink>,
        project: &Project,
    ) -> Self {
        let best = found.and_then(|found| Some((found, found.link.matched.first()?)));
        let Some((found, candidate)) = best else {
            return Self {
                place,
                key,
                work: work.clone(),
                own_entry: None,
                decision: Decision::None,
                entry: None,
                changes: Vec::new(),
            };
        };
        let master = &project.bibliographies[found.bibliography];
        let entry = MasterEntry {
            key: master.file.key(candidate.index).to_owned(),
            file: project.sources.get(master.source).name.clone(),
            place: master.place(master.file.entries[candidate.index].span),
            bibliography: found.bibliography,
            index: candidate.index,
            version: candidate.evidence.version,
        };
        Self {
            place,
            key,
            work: work.clone(),
            own_entry: None,
            decision: found.link.decision,
            entry: Some(entry),
            changes: diff::compare(work, &master.file.work(candidate.index)),
        }
    }
}

impl Comparison {
    /// The changes that are more than convention.
    pub fn differences(&self) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(|change| change.kind != Kind::Convention)
    }

    /// What only the master has.
    pub fn additions(&self) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(|change| change.kind == Kind::MissingHere)
    }

    /// Whether the entry is doubtful, or ours says something that it does not.
    pub fn differs(&self) -> bool {
        let says_other =
            |change: &Change| matches!(change.kind, Kind::Differs | Kind::MissingThere);
        self.decision == Decision::Possible || self.changes.iter().any(says_other)
    }

    /// The fields in which the two say different things.
    pub fn contradictions(&self) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(|change| change.kind == Kind::Differs)
    }
}

/// Compares the references of a paper with the masters of the project.
pub fn of_paper(paper: &Paper, project: &Project) -> Vec<Comparison> {
    let references = paper.references.items.iter().zip(paper.keys()).enumerate();
    references
        .map(|(idx, (reference, key))| {
            let place = paper.place(reference.span);
            Comparison::new(place, key, &reference.work, paper.entries.get(idx), project)
        })
        .collect()
}

/// Compares the entries of a .bib file with the masters of the project.
pub fn of_bibliography(bibliography: &Bibliography, project: &Project) -> Vec<Comparison> {
    let entries = bibliography.file.entries.iter().enumerate();
    entries
        .map(|(idx, entry)| {
            let work = bibliography.file.work(idx);
            let key = bibliography.file.key(idx).to_owned();
            let found = project.link_own_entry(bibliography, idx, &work);
            let place = bibliography.place(entry.span);
            let own = project
                .bibliographies
                .iter()
                .position(|other| other.source == bibliography.source);
            Comparison {
                own_entry: own.map(|own| (own, idx)),
                ..Comparison::new(place, key, &work, found.as_ref(), project)
            }
        })
        .collect()
}
