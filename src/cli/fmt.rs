//! `refmend fmt`: .bib files tidied with the smallest change, or shown.

use std::collections::BTreeMap;

use refmend::{
    deduplication::deduplicate,
    document::Encoding,
    input::{self, Input, Kind},
    tidy::{self, Normalisation, Tidied},
    writer,
};

use super::{Outcome, args::FmtArgs, print, progress::Progress, rename, save};

pub(super) fn run(args: &FmtArgs) -> Outcome {
    let chosen = chosen(args);
    let (inputs, errors) = input::read_all(&args.paths, None);
    for error in &errors {
        print::error(&error.to_string());
        error.hint().map(print::hint);
    }
    let mut totals = Totals {
        failed: !errors.is_empty(),
        ..Totals::default()
    };
    let mut keys = BTreeMap::new();
    let mut new_bibliographies = Vec::new();
    let progress = Progress::start();
    for input in inputs.iter().filter(|input| is_bibliography(input)) {
        progress.at(|| format!("tidying {}", input.name()));
        let (text, renamed) = if args.merge_duplicates {
            merged(input)
        } else {
            (input.text.clone(), BTreeMap::new())
        };
        totals.merged += renamed.len();
        keys.extend(renamed);
        let tidied = tidy::tidy(&text, &possible(&chosen, input));
        notice(input, &tidied);
        new_bibliographies.push((input, tidied));
    }
    drop(progress);
    // The papers first: a key that stays is in the .bib before and after.
    if let Err(error) = rename::run(&args.rename_in, &keys, args.check, args.diff) {
        super::report(&error);
        return Outcome::Failed;
    }
    for (input, tidied) in new_bibliographies {
        match write(input, &tidied, args) {
            Ok(()) => totals.add(input, &tidied),
            Err(error) => {
                super::report(&error);
                totals.failed = true;
            }
        }
    }
    for input in inputs
        .iter()
        .filter(|input| input.named && !is_bibliography(input))
    {
        print::error(&format!("{} is no .bib file", input.name()));
        totals.failed = true;
    }
    if totals.changed + totals.unchanged > 0 || !totals.failed {
        print::status(&totals.summary(args));
    }
    totals.outcome(args)
}

/// The text of a file with its certain duplicates made one, and the keys that are gone with those that stand for them.
fn merged(input: &Input) -> (String, BTreeMap<String, String>) {
    let merged = deduplicate(&input.text);
    for (gone, kept) in &merged.renamed {
        print::status(&format!("{}: `{gone}` is now `{kept}`", input.name()));
    }
    if merged.held_back > 0 {
        print::warning(&format!(
            "{}: {} left as they are, since their fields say different things; `refmend check` shows them",
            input.name(),
            print::counted(
                merged.held_back,
                "pair of duplicates was",
                "pairs of duplicates were"
            )
        ));
    }
    (merged.text, merged.renamed)
}

/// The normalisations that the flags ask for.
fn chosen(args: &FmtArgs) -> Vec<&'static Normalisation> {
    let is_chosen = |one: &&Normalisation| {
        let selected = if args.select.is_empty() {
            one.default
        } else {
            args.select.contains(&one.name)
        };
        (selected || args.extend_select.contains(&one.name)) && !args.ignore.contains(&one.name)
    };
    tidy::NORMALISATIONS.iter().filter(is_chosen).collect()
}

/// The normalisations that the encoding of a file allows: Windows-1252 lacks most letters with accents.
fn possible(chosen: &[&'static Normalisation], input: &Input) -> Vec<&'static Normalisation> {
    let has_all_letters = input.encoding != Encoding::Windows1252;
    let mut possible = chosen.to_vec();
    possible.retain(|one| has_all_letters || one.name != tidy::UNICODE);
    if possible.len() < chosen.len() {
        print::warning(&format!(
            "{} is not UTF-8: `{}` was left out",
            input.name(),
            tidy::UNICODE
        ));
    }
    possible
}

/// Whether a file is to be tidied; what comes from stdin is.
fn is_bibliography(input: &Input) -> bool {
    input.kind == Kind::Bibliography || input.path.is_none()
}

/// Says what was left alone.
fn notice(input: &Input, tidied: &Tidied) {
    if tidied.refused {
        print::warning(&format!(
            "{} was left alone: an entry or field would have been lost; please report this",
            input.name()
        ));
    } else if tidied.unsound > 0 {
        print::warning(&format!(
            "{}: {} left alone that cannot be read without a problem; `refmend check` shows why",
            input.name(),
            print::counted(tidied.unsound, "entry is", "entries are")
        ));
    }
}

/// Shows, prints or saves the new text, as the flags say.
fn write(input: &Input, tidied: &Tidied, args: &FmtArgs) -> anyhow::Result<()> {
    let is_new = tidied.text != input.text;
    if args.diff && is_new {
        return print::result(&writer::unified_diff(
            &input.name(),
            &input.text,
            &tidied.text,
        ));
    }
    match &input.path {
        _ if args.check || args.diff => Ok(()),
        None => print::bytes(&save::encoded(input, &tidied.text)?),
        Some(path) if is_new => save::text(input, path, &tidied.text),
        Some(_) => Ok(()),
    }
}

/// What tidying all files came to.
#[derive(Debug, Default)]
struct Totals {
    changed: usize,
    unchanged: usize,
    changes: usize,
    merged: usize,
    failed: bool,
}

impl Totals {
    fn add(&mut self, input: &Input, tidied: &Tidied) {
        let is_new = tidied.text != input.text;
        self.changed += usize::from(is_new);
        self.unchanged += usize::from(!is_new);
        self.changes += tidied.changes.values().sum::<usize>();
    }

    fn summary(&self, args: &FmtArgs) -> String {
        let would = args.check || args.diff;
        let verb = if would { "Would tidy" } else { "Tidied" };
        let files = print::counted(self.changed, "file", "files");
        let mut changes = print::counted(self.changes, "change", "changes");
        if self.merged > 0 {
            let merged = print::counted(self.merged, "duplicate", "duplicates");
            changes = format!("{changes}, {merged} merged");
        }
        let unchanged = print::counted(self.unchanged, "file is", "files are");
        match (self.changed, self.unchanged) {
            (0, 0) => "There is no .bib file here.".to_owned(),
            (0, _) => format!("{unchanged} tidy."),
            (_, 0) => format!("{verb} {files} ({changes})."),
            _ => format!("{verb} {files} ({changes}); {unchanged} tidy."),
        }
    }

    fn outcome(&self, args: &FmtArgs) -> Outcome {
        let would_change = (args.check || args.diff) && self.changed > 0;
        match self {
            Self { failed: true, .. } => Outcome::Failed,
            _ if would_change => Outcome::Findings,
            _ => Outcome::Clean,
        }
    }
}
