//! `refmend fix`: corrections written back, or shown.

use std::path::Path;

use refmend::{
    document::{Document, Format},
    edit::Applicability,
    fix::{self, fix_all},
    input::{Input, Kind},
    span::SourceId,
    writer::{self, Change},
};

use super::{
    Outcome,
    advice::{Advised, read_only},
    args::{FixArgs, Selection},
    load::{self, Loaded, Reading},
    print, relist, revision, save,
};

pub(super) fn run(args: &FixArgs) -> anyhow::Result<Outcome> {
    let mut loaded = load::selection(&args.selection, Reading::Whole)?;
    let mut totals = Totals {
        failed: loaded.failed,
        ..Totals::default()
    };
    let inputs = std::mem::take(&mut loaded.inputs);
    let papers = inputs.iter().enumerate();
    let papers = papers.filter(|(_, input)| input.kind == Kind::Paper);
    if let Some((_, pdf)) = papers
        .clone()
        .find(|(_, input)| input.format == Format::Pdf)
    {
        return Err(read_only(pdf).into());
    }
    if args.track_changes {
        check_trackable(papers.clone().map(|(_, input)| input))?;
    }
    let mut lists = relist::Totals::default();
    for (idx, input) in papers {
        let document = document(input, args);
        let mut fixed = fix_paper(&mut loaded, SourceId(idx), document, args);
        let relisted = args
            .references
            .then(|| relist::relist(&mut loaded.project, SourceId(idx), &fixed.document, args));
        let list = totals.done(relisted.transpose()).flatten();
        if let Some(relisted) = &list {
            fixed.document = relisted.document.clone();
        }
        if totals.done(put(input, &fixed.document, args)).is_some() {
            totals.add(&fixed);
            lists.extend(list.as_ref());
        }
    }
    print::status(&totals.summary(args));
    if let Some(summary) = lists.summary(args.diff) {
        print::status(&summary);
    }
    let is_list_left = lists.has_left() || args.diff && lists.has_changes();
    Ok(match totals.outcome(args) {
        Outcome::Clean if is_list_left => Outcome::Findings,
        outcome => outcome,
    })
}

/// Saves a paper, prints it or shows what would change.
fn put(input: &Input, document: &Document, args: &FixArgs) -> anyhow::Result<()> {
    match (&input.path, args.diff) {
        (_, true) => show(input, document.source()),
        (Some(path), false) => save(path, input, document),
        (None, false) => print::bytes(&written(input, document)?),
    }
}

/// Refuses papers whose changes cannot be tracked, before any is written.
fn check_trackable<'a>(papers: impl IntoIterator<Item = &'a Input>) -> Result<(), Advised> {
    let mut papers = papers.into_iter();
    match papers.find(|input| !matches!(input.format, Format::Docx | Format::Odt)) {
        None => Ok(()),
        Some(input) => Err(Advised::new(
            format!(
                "{}: changes can be tracked in Word and OpenDocument files only",
                input.name()
            ),
            "leave --track-changes out; `fix --diff` shows the corrections first",
        )),
    }
}

/// The paper, with its changes tracked where that is asked for.
fn document(input: &Input, args: &FixArgs) -> Document {
    let document = input.document();
    if !args.track_changes {
        return document;
    }
    let tracked = document
        .clone()
        .with_tracked_changes(revision::now(&args.author));
    tracked.unwrap_or(document)
}

/// Fixes one paper of the project; the masters are read only once.
fn fix_paper(
    loaded: &mut Loaded,
    source: SourceId,
    document: Document,
    args: &FixArgs,
) -> fix::Outcome {
    let least = if args.unsafe_fixes {
        Applicability::Unsafe
    } else {
        Applicability::Safe
    };
    fix_all(document, source, least, |document| {
        findings_of(loaded, source, document, &args.selection)
    })
}

/// The findings of one paper, changed.
fn findings_of(
    loaded: &mut Loaded,
    source: SourceId,
    document: &Document,
    selection: &Selection,
) -> Vec<refmend::finding::Finding> {
    loaded.project.update_paper(source, document.clone());
    let mut findings = load::findings(loaded, selection);
    findings.retain(|finding| finding.place.source == source);
    findings
}

fn show(input: &Input, new: &str) -> anyhow::Result<()> {
    print::result(&writer::unified_diff(&input.name(), &input.text, new))
}

/// Writes the file, if anything changed in it.
fn save(path: &Path, input: &Input, new: &Document) -> anyhow::Result<()> {
    if input.text == new.source() {
        return Ok(());
    }
    writer::save(&Change {
        path: path.to_owned(),
        old: input.bytes.clone(),
        new: written(input, new)?,
    })?;
    Ok(())
}

/// The bytes of a changed paper.
fn written(input: &Input, new: &Document) -> anyhow::Result<Vec<u8>> {
    match new.package() {
        Some(bytes) => Ok(bytes.to_vec()),
        None => save::encoded(input, new.source()),
    }
}

/// What fixing all papers came to.
#[derive(Debug, Default)]
struct Totals {
    applied: usize,
    held_back: usize,
    refused: usize,
    left: usize,
    failed: bool,
}

impl Totals {
    /// What came of a step; of one that failed the user is told.
    fn done<T>(&mut self, step: anyhow::Result<T>) -> Option<T> {
        let failed = |error: &anyhow::Error| {
            super::report(error);
            self.failed = true;
        };
        step.inspect_err(failed).ok()
    }

    fn add(&mut self, outcome: &fix::Outcome) {
        self.applied += outcome.applied;
        self.held_back += outcome.held_back;
        self.refused += outcome.refused;
        self.left += outcome.left;
    }

    fn summary(&self, args: &FixArgs) -> String {
        let verb = if args.diff { "Would apply" } else { "Applied" };
        let mut line = format!("{verb} {}.", print::counted(self.applied, "fix", "fixes"));
        if self.held_back > 0 {
            let held_back = print::counted(self.held_back, "fix needs", "fixes need");
            line.push_str(&format!(
                " {held_back} --unsafe-fixes or a person's choice."
            ));
        }
        if self.refused > 0 {
            let refused = print::counted(self.refused, "fix reaches", "fixes reach");
            line.push_str(&format!(" {refused} across markup: make them by hand."));
        }
        if self.left > 0 {
            line.push_str(&format!(
                " {} left; `refmend check` shows them.",
                print::counted(self.left, "finding is", "findings are")
            ));
        }
        line
    }

    fn outcome(&self, args: &FixArgs) -> Outcome {
        let would_change = args.diff && self.applied > 0;
        match self {
            Self { failed: true, .. } => Outcome::Failed,
            Self { left: 0, .. } if !would_change => Outcome::Clean,
            _ => Outcome::Findings,
        }
    }
}
