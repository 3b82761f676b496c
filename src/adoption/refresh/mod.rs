//! The .bib file of a paper brought up to date with the masters; what was changed in it by hand stays.
//!
//! Which side has changed a value is told from the earlier versions of the file. What the file has had from the master before, and has
//! otherwise now, was changed here; what it still has as it was committed last has changed in the master. Without an earlier version
//! nobody can tell, and the file's own values stay. Convention is no difference, and fields that say nothing about which work it is
//! (abstracts, keywords, notes) are the file's own.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Choice, Ours, Step, aliases, plan};
use crate::{
    bibtex::{
        Dialect, File, Layout,
        edit::{self, Replacement},
    },
    comparison::{Comparison, MasterEntry},
    diff::{self, Change, Kind},
    edit::apply,
    linkage::Decision,
    project::{Project, Role},
    span::Span,
    work::Work,
};

/// What a file is brought up to date from.
#[derive(Debug, Clone, Default)]
pub struct Request<'a> {
    /// The file as it is.
    pub own: &'a str,
    /// Its earlier versions, the last first: what was committed to git.
    pub earlier: Vec<String>,
    /// The file that would be written anew: the entries of the masters, and those made from references that no master has.
    pub fresh: &'a str,
    /// The keys in `fresh` of entries made from references; they say nothing that an entry of a person does not say better.
    pub made: BTreeSet<String>,
    /// The keys by which the paper cites; `*` stands for all.
    pub cited: BTreeSet<String>,
    /// Whether entries go that the paper does not use.
    pub prune: bool,
}

/// A file brought up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// Its text.
    pub text: String,
    /// The keys of new entries.
    pub added: Vec<String>,
    /// Values taken from the master, with the keys of their entries; `theirs` is the master's.
    pub taken: Vec<(String, Change)>,
    /// Values that stay though the master says something else.
    pub kept: Vec<(String, Change)>,
    /// The keys of entries that were left alone because they cannot be read without a problem.
    pub unsound: Vec<String>,
    /// The keys of entries that the paper does not use: they stay, or went where that was asked for.
    pub unused: Vec<String>,
}

/// Brings a file up to date; none if that would lose an entry.
pub fn refresh(request: &Request) -> Option<Refreshed> {
    let mut project = Project::default();
    project.add_bibliography("own", request.own, Role::Master);
    project.add_bibliography("fresh", request.fresh, Role::Checked);
    let (own, fresh) = (
        &project.bibliographies[OWN].file,
        &project.bibliographies[FRESH].file,
    );
    let mut run = Run {
        request,
        own,
        fresh,
        project: &project,
        earlier: request
            .earlier
            .iter()
            .map(|text| File::read(text.as_str()))
            .collect(),
        layout: Layout::of(own),
        edits: Vec::new(),
        macros: BTreeMap::new(),
        used: BTreeSet::new(),
        done: Refreshed::default(),
    };
    run.entries();
    run.unused();
    run.finish()
}

/// The file itself among the files of a run.
const OWN: usize = 0;
/// The file that would be written anew.
const FRESH: usize = 1;

struct Run<'a> {
    request: &'a Request<'a>,
    own: &'a File,
    fresh: &'a File,
    project: &'a Project,
    earlier: Vec<File>,
    layout: Layout,
    edits: Vec<Replacement>,
    /// Macros that new entries use and that we lack, with what they stand for.
    macros: BTreeMap<String, String>,
    /// Our entries that the paper uses.
    used: BTreeSet<usize>,
    done: Refreshed,
}

impl Run<'_> {
    /// Brings each entry up to date that we have, and adds those that we lack.
    fn entries(&mut self) {
        let mut missing = Vec::new();
        // Of two entries under one key, nobody can cite the second.
        let is_first = |idx: &usize| {
            let first = self.fresh.find(self.fresh.key(*idx));
            first.is_none_or(|first| first == *idx)
        };
        let fresh: Vec<usize> = (0..self.fresh.entries.len()).filter(is_first).collect();
        for idx in fresh {
            match self.counterpart(idx) {
                Some(own) => {
                    self.used.insert(own);
                    let key = self.fresh.key(idx);
                    if !self.is_sound(own) {
                        self.done.unsound.push(self.own.key(own).to_owned());
                    } else if !self.request.made.contains(key) {
                        self.known(own, idx);
                    }
                }
                None => missing.push(idx),
            }
        }
        if edit::is_sorted(self.own) {
            missing.sort_by_key(|idx| self.fresh.key(*idx).to_lowercase());
        }
        for idx in missing {
            self.missing(idx);
        }
    }

    /// Whether an entry of ours was read without a problem of form, so that an edit does what it says.
    fn is_sound(&self, own: usize) -> bool {
        let span = self.own.entries[own].span;
        let mut problems = self.own.problems.iter();
        !problems.any(|problem| span.covers(problem.span))
    }

    /// Our entry for a fresh one: under its key, or under another if no citation needs the key.
    fn counterpart(&self, idx: usize) -> Option<usize> {
        let key = self.fresh.key(idx);
        let by_key = self.own.find(key);
        if by_key.is_some() || self.request.cited.contains(key) {
            return by_key;
        }
        let link = self.project.link_entry(&self.fresh.work(idx))?.link;
        let best = link.matched.first()?;
        let is_free = self.fresh.find(self.own.key(best.index)).is_none();
        let is_same = link.decision == Decision::Match && best.evidence.version.is_none();
        (is_free && is_same).then_some(best.index)
    }

    /// Takes over what the master has changed in an entry.
    fn known(&mut self, own: usize, fresh: usize) {
        let comparison = self.comparison(fresh, Some(own));
        let choice = Choice {
            lacking: true,
            changed: true,
            ..Choice::default()
        };
        let steps = plan(std::slice::from_ref(&comparison), self.project, &choice).steps;
        let key = self.own.key(own).to_owned();
        for change in &comparison.changes {
            let is_ours = matches!(change.kind, Kind::MissingHere | Kind::Convention);
            if is_ours || self.is_inherited(fresh, change) {
                continue;
            }
            let steps: Vec<&Step> = steps
                .iter()
                .filter(|step| step.change.as_ref() == Some(change))
                .collect();
            let shown = (key.clone(), turned(change));
            if steps.is_empty() || self.is_local(&key, change, &comparison) {
                self.done.kept.push(shown);
                continue;
            }
            let replacements = steps
                .iter()
                .map(|step| step.replacement(self.own, &self.layout));
            self.edits.extend(replacements);
            self.done.taken.push(shown);
        }
    }

    /// Whether a fresh entry has a field from a parent, which is compared itself.
    fn is_inherited(&self, fresh: usize, change: &Change) -> bool {
        let (text, entry) = (self.fresh.text(), &self.fresh.entries[fresh]);
        let mut names = aliases(change.field).into_iter();
        self.fresh.has_parents(fresh) && !names.any(|name| entry.field(text, name).is_some())
    }

    /// Whether a difference was made here, not in the master.
    fn is_local(&self, key: &str, change: &Change, comparison: &Comparison) -> bool {
        let mut versions = self.earlier.iter().map(|file| {
            let idx = file.find(key)?;
            Some(file.work(idx))
        });
        let is_as_in_master =
            |work: &Work| kind(change.field, &diff::compare(&comparison.work, work)).is_none();
        if change.kind == Kind::MissingThere {
            // It was here, and was taken out.
            let was_here = |work: &Work| {
                kind(change.field, &diff::compare(&comparison.work, work))
                    != Some(Kind::MissingThere)
            };
            return versions.flatten().any(|work| was_here(&work));
        }
        let own = self.own.find(key).map(|idx| self.own.work(idx));
        let (Some(Some(last)), Some(own)) = (versions.next(), own) else {
            return true;
        };
        let is_as_committed = kind(change.field, &diff::compare(&last, &own)).is_none();
        !is_as_committed || versions.flatten().any(|work| is_as_in_master(&work))
    }

    /// A fresh entry beside ours.
    fn comparison(&self, fresh: usize, own: Option<usize>) -> Comparison {
        let work = self.fresh.work(fresh);
        let place = |bibliography: usize, idx: usize| {
            let bibliography = &self.project.bibliographies[bibliography];
            bibliography.place(bibliography.file.entries[idx].span)
        };
        Comparison {
            place: place(FRESH, fresh),
            key: self.fresh.key(fresh).to_owned(),
            own_entry: Some((FRESH, fresh)),
            decision: Decision::Match,
            changes: own.map_or_else(Vec::new, |own| diff::compare(&work, &self.own.work(own))),
            entry: own.map(|own| MasterEntry {
                key: self.own.key(own).to_owned(),
                file: String::new(),
                place: place(OWN, own),
                bibliography: OWN,
                index: own,
                version: None,
            }),
            work,
        }
    }

    /// Adds an entry, letter by letter where its macros can come with it.
    fn missing(&mut self, idx: usize) {
        let key = self.fresh.key(idx).to_owned();
        let macros = self.fresh.macros_of(idx);
        let is_other = |(name, value): &(&str, &str)| {
            self.own.macro_value(name).is_some_and(|own| own != *value)
        };
        let text = if macros.iter().any(is_other) {
            let comparison = self.comparison(idx, None);
            let ours = Ours::of(&comparison, self.project);
            ours.entry(&key, &self.layout, Dialect::of(self.own))
        } else {
            for (name, value) in macros {
                if self.own.macro_value(name).is_none() {
                    self.macros.insert(name.to_lowercase(), value.to_owned());
                }
            }
            let text = self.fresh.entries[idx].span.slice(self.fresh.text());
            let lines: Vec<&str> = text.trim_end().lines().collect();
            lines.join(self.layout.line_end())
        };
        let step = Step {
            bibliography: OWN,
            key: key.clone(),
            change: None,
            action: Action::Entry { text },
        };
        self.edits.push(step.replacement(self.own, &self.layout));
        self.done.added.push(key);
    }

    /// Finds the entries that the paper does not use, and takes them out where that was asked for.
    fn unused(&mut self) {
        let is_cited =
            |key: &str| self.request.cited.contains(key) || self.request.cited.contains("*");
        let n_entries = self.own.entries.len();
        self.used
            .extend((0..n_entries).filter(|idx| is_cited(self.own.key(*idx))));
        let parents: Vec<usize> = self
            .used
            .iter()
            .flat_map(|idx| self.own.parents(*idx))
            .collect();
        self.used.extend(parents);
        for idx in (0..n_entries).filter(|idx| !self.used.contains(idx)) {
            self.done.unused.push(self.own.key(idx).to_owned());
            if self.request.prune {
                self.edits.push(edit::remove_entry(self.own, idx));
            }
        }
    }

    /// The new text, if it holds every entry that it should.
    fn finish(mut self) -> Option<Refreshed> {
        let macros: Vec<Replacement> = self
            .macros
            .iter()
            .map(|(name, value)| {
                let text = format!("@string{{{name} = {{{value}}}}}");
                edit::add_before_entries(self.own, &self.layout, &text)
            })
            .collect();
        let all = macros.iter().chain(&self.edits);
        let edits: Vec<(Span, &str)> = all.map(|(span, new)| (*span, new.as_str())).collect();
        let (text, n_applied) = apply(self.own.text(), &edits);
        let n_gone = if self.request.prune {
            self.done.unused.len()
        } else {
            0
        };
        let read = File::read(text.as_str());
        let is_whole = n_applied == edits.len()
            && read.entries.len() + n_gone == self.own.entries.len() + self.done.added.len()
            && self
                .macros
                .iter()
                .all(|(name, value)| read.macro_value(name) == Some(value))
            && read.problems.len() <= self.own.problems.len() + self.fresh.problems.len();
        self.done.text = text;
        is_whole.then_some(self.done)
    }
}

/// In what way a field differs, convention aside.
fn kind(field: &str, changes: &[Change]) -> Option<Kind> {
    let change = changes.iter().find(|change| change.field == field)?;
    Some(change.kind).filter(|kind| *kind != Kind::Convention)
}

/// A change as seen from the other side.
fn turned(change: &Change) -> Change {
    Change {
        field: change.field,
        ours: change.theirs.clone(),
        theirs: change.ours.clone(),
        kind: match change.kind {
            Kind::MissingHere => Kind::MissingThere,
            Kind::MissingThere => Kind::MissingHere,
            same => same,
        },
    }
}

#[cfg(test)]
mod tests;
