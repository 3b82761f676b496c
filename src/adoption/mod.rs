//! What a paper or .bib file has and a master lacks, taken over into the master.
//!
//! A plan lists the steps that a choice asks for: new entries, new fields, changed values. Each step is an edit of few bytes, so that
//! any of them can be left out; what rests on a doubtful match, or has no field to go to, is held back and counted. `refresh` goes the
//! other way: what the masters have is taken over into the .bib file of a paper.

mod ours;
mod refresh;
mod step;

use self::ours::Ours;
pub use self::{
    refresh::{Refreshed, Request, refresh},
    step::{Action, Step},
};
use crate::{
    bibtex::{Dialect, File, Layout, edit::Replacement},
    comparison::Comparison,
    diff::{Change, Kind},
    edit,
    linkage::Decision,
    project::{Project, Role},
    span::Span,
};

/// What is to be taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Works that the master lacks.
    pub missing: bool,
    /// Fields that an entry of the master lacks.
    pub lacking: bool,
    /// Fields that say something else in the master.
    pub changed: bool,
    /// Fields by name, in biblatex, lacking or changed.
    pub fields: Vec<String>,
    /// Only works with one of these keys, ours or the master's; all where there is none.
    pub only: Vec<String>,
}

impl Choice {
    fn takes_work(&self, comparison: &Comparison) -> bool {
        let has_key = |key: &String| {
            *key == comparison.key
                || comparison
                    .entry
                    .as_ref()
                    .is_some_and(|entry| entry.key == *key)
        };
        self.only.is_empty() || self.only.iter().any(has_key)
    }

    fn takes_change(&self, change: &Change) -> bool {
        let by_kind = match change.kind {
            Kind::MissingThere => self.lacking,
            Kind::Differs => self.changed,
            Kind::MissingHere | Kind::Convention => return false,
        };
        by_kind || self.fields.iter().any(|field| field == change.field)
    }
}

/// The steps that a choice comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What can be done, in the order of the works.
    pub steps: Vec<Step>,
    /// How many changes were asked for that rest on a doubtful match or have no field to go to.
    pub held_back: usize,
}

/// Plans what a choice takes over from works into the masters that they were compared with; new entries go into the first.
pub fn plan(comparisons: &[Comparison], project: &Project, choice: &Choice) -> Plan {
    let mut plan = Plan::default();
    let chosen = comparisons
        .iter()
        .filter(|comparison| choice.takes_work(comparison));
    let (missing, known): (Vec<_>, Vec<_>) =
        chosen.partition(|comparison| comparison.decision == Decision::None);
    for comparison in known {
        known_work(comparison, project, choice, &mut plan);
    }
    let first = project
        .bibliographies
        .iter()
        .position(|file| file.role == Role::Master);
    if let Some(master) = first.filter(|_| choice.missing) {
        plan.steps.extend(new_entries(&missing, master, project));
    }
    plan
}

/// The steps for a work that the master has, or may have.
fn known_work(comparison: &Comparison, project: &Project, choice: &Choice, plan: &mut Plan) {
    let Some(entry) = &comparison.entry else {
        return;
    };
    let wanted = || {
        comparison
            .changes
            .iter()
            .filter(|change| choice.takes_change(change))
    };
    if comparison.decision != Decision::Match || entry.version.is_some() {
        plan.held_back += wanted().count();
        return;
    }
    let file = &project.bibliographies[entry.bibliography].file;
    let ours = Ours::of(comparison, project);
    for change in wanted() {
        let actions = match change.kind {
            Kind::Differs => changed(file, entry.index, change, &ours),
            _ => lacking(file, entry.index, change, &ours),
        };
        plan.held_back += usize::from(actions.is_empty());
        plan.steps.extend(actions.into_iter().map(|action| Step {
            bibliography: entry.bibliography,
            key: entry.key.clone(),
            change: Some(change.clone()),
            action,
        }));
    }
}

/// The new value of a field that says something else; a title in two fields takes two values.
fn changed(file: &File, idx: usize, change: &Change, ours: &Ours) -> Vec<Action> {
    let entry = &file.entries[idx];
    let names = aliases(change.field);
    let found = names
        .iter()
        .find_map(|name| Some((*name, entry.field(file.text(), name)?)));
    let Some((name, field)) = found else {
        return Vec::new();
    };
    let set = |field, value: Option<String>| value.map(|value| Action::Value { field, value });
    if let Some(subtitle) = entry
        .field(file.text(), "subtitle")
        .filter(|_| name == "title")
    {
        let Some((title, rest)) = ours.title_and_subtitle() else {
            return Vec::new();
        };
        return [set(field, Some(title)), set(subtitle, Some(rest))]
            .into_iter()
            .flatten()
            .collect();
    }
    set(field, ours.value(name)).into_iter().collect()
}

/// A field that the entry lacks, with those that belong to it.
fn lacking(file: &File, idx: usize, change: &Change, ours: &Ours) -> Vec<Action> {
    let name = name_in(Dialect::of(file), change.field);
    let Some(value) = ours.value(name) else {
        return Vec::new();
    };
    let mut fields = vec![(name, value)];
    for companion in companions(name) {
        let is_there = file.entries[idx].field(file.text(), companion).is_some();
        let value = ours.value(companion).filter(|_| !is_there);
        fields.extend(value.map(|value| (*companion, value)));
    }
    vec![Action::Fields { index: idx, fields }]
}

/// The names under which an entry may have a field.
fn aliases(field: &'static str) -> Vec<&'static str> {
    match field {
        "journaltitle" => vec!["journaltitle", "journal"],
        "date" => vec!["date", "year"],
        "location" => vec!["location", "address"],
        "publisher" => vec!["publisher", "institution", "school", "organization"],
        other => vec![other],
    }
}

/// The name of a field in a dialect.
fn name_in(dialect: Dialect, field: &'static str) -> &'static str {
    match (dialect, field) {
        (Dialect::Classic, "journaltitle") => "journal",
        (Dialect::Classic, "date") => "year",
        (Dialect::Classic, "location") => "address",
        _ => field,
    }
}

/// The fields that go with a field.
fn companions(field: &str) -> &'static [&'static str] {
    match field {
        "eprint" => &["eprinttype"],
        "url" => &["urldate"],
        _ => &[],
    }
}

/// The entries for works that a master lacks, under keys that are free there.
fn new_entries(missing: &[&Comparison], master: usize, project: &Project) -> Vec<Step> {
    let file = &project.bibliographies[master].file;
    let layout = Layout::of(file);
    let dialect = Dialect::of(file);
    let mut taken: Vec<String> = Vec::new();
    let mut steps = Vec::new();
    for comparison in missing {
        let key = free_key(&comparison.key, |key| {
            file.find(key).is_some() || taken.iter().any(|other| other == key)
        });
        let text = Ours::of(comparison, project).entry(&key, &layout, dialect);
        taken.push(key.clone());
        steps.push(Step {
            bibliography: master,
            key,
            change: None,
            action: Action::Entry { text },
        });
    }
    steps
}

/// A key with a letter behind it where it is taken.
fn free_key(key: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let key = if key.is_empty() { "work" } else { key };
    let lettered = ('a'..='z').map(|letter| format!("{key}{letter}"));
    let numbered = (1..).map(|number| format!("{key}-{number}"));
    let mut keys = std::iter::once(key.to_owned())
        .chain(lettered)
        .chain(numbered);
    keys.find(|key| !is_taken(key))
        .unwrap_or_else(|| key.to_owned())
}

/// The text of a master with some steps done, or none if that would lose an entry.
pub fn apply(file: &File, steps: &[&Step]) -> Option<String> {
    let layout = Layout::of(file);
    let replacements: Vec<Replacement> = steps
        .iter()
        .map(|step| step.replacement(file, &layout))
        .collect();
    let edits: Vec<(Span, &str)> = replacements
        .iter()
        .map(|(span, new)| (*span, new.as_str()))
        .collect();
    let (text, applied) = edit::apply(file.text(), &edits);
    let n_new = steps
        .iter()
        .filter(|step| matches!(step.action, Action::Entry { .. }))
        .count();
    let read = File::read(text.as_str());
    let is_whole = applied == edits.len()
        && read.entries.len() == file.entries.len() + n_new
        && read.problems.len() <= file.problems.len();
    is_whole.then_some(text)
}

#[cfg(test)]
mod tests;
