//! `refmend extract -o FILE.bib` where the file is there: brought up to date, local changes kept.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::Context;
use refmend::{
    adoption::{Refreshed, Request, refresh},
    bibtex::{Extract, File, Listed},
    diff::Change,
    document::decode,
    input, output,
    project::Project,
    writer,
};

use super::{Outcome, args::ExtractArgs, extract, print, save};

/// How many committed versions of a file are looked at; each takes a call of git.
const N_VERSIONS: &str = "-20";

/// Whether a file is there and is a .bib file that can be brought up to date.
pub(super) fn is_possible(path: &Path) -> bool {
    let is_bib = |extension: &OsStr| extension.eq_ignore_ascii_case("bib");
    path.is_file() && path.extension().is_some_and(is_bib)
}

/// Brings a .bib file up to date with what would be written anew.
pub(super) fn run(
    args: &ExtractArgs,
    path: &Path,
    project: &Project,
    unknown: &[&str],
    (listed, extract): (&[Listed<'_>], &Extract),
) -> anyhow::Result<Outcome> {
    let input = input::read(path, None)?;
    let made = listed.iter().zip(&extract.keys);
    let is_made = |listed: &Listed| !matches!(listed, Listed::Entry(..));
    let papers = project.papers.iter();
    let cited = papers.flat_map(|paper| &paper.document.keyed);
    let request = Request {
        own: &input.text,
        earlier: committed(path),
        fresh: &extract.text,
        made: made
            .filter(|(listed, _)| is_made(listed))
            .map(|(_, key)| key.clone())
            .collect::<BTreeSet<_>>(),
        cited: cited.map(|cite| cite.key.clone()).collect(),
        prune: args.existing.prune,
    };
    let name = input.name();
    let done = refresh(&request).with_context(|| {
        format!("{name} was left alone: the new text would not hold every entry")
    })?;
    let own = File::read(input.text.as_str());
    let unknown = unknown.iter().copied();
    extract::warn_of(
        &unknown
            .filter(|key| own.find(key).is_none())
            .collect::<Vec<_>>(),
    );
    report(&name, &done, args);
    let is_new = done.text != input.text;
    if args.existing.diff {
        print::result(&writer::unified_diff(&name, &input.text, &done.text))?;
    } else if is_new {
        save::text(&input, path, &done.text)?;
    }
    Ok(if args.existing.diff && is_new {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// The versions of a file that git has, the last first; none outside a repository.
fn committed(path: &Path) -> Vec<String> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(OsStr::to_str))
    else {
        return Vec::new();
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let output = git
            .arg("-C")
            .arg(folder)
            .args(args)
            .stderr(Stdio::null())
            .output();
        let output = output.ok().filter(|output| output.status.success())?;
        decode(&output.stdout).ok().map(|(text, _)| text)
    };
    let commits = git(&["log", "--format=%H", N_VERSIONS, "--", name]).unwrap_or_default();
    let versions = commits
        .lines()
        .map(|commit| git(&["show", &format!("{commit}:./{name}")]));
    versions.flatten().collect()
}

/// Says what was taken over and what was not.
fn report(name: &str, done: &Refreshed, args: &ExtractArgs) {
    let lines = |changes: &[(String, Change)], what: &str| {
        for (key, change) in changes {
            print::status(&format!("{what} `{key}`: {}", output::change(change)));
        }
    };
    lines(&done.taken, "taken from the master:");
    lines(&done.kept, "not as in the master:");
    if !done.unsound.is_empty() {
        let keys = done.unsound.join(", ");
        print::warning(&format!(
            "{name}: left alone, since they cannot be read without a problem: {keys}"
        ));
        print::hint("`refmend check` shows why");
    }
    if !done.unused.is_empty() {
        let (keys, what) = (
            done.unused.join(", "),
            if args.existing.prune {
                ""
            } else {
                "; --prune takes them out"
            },
        );
        print::status(&format!("not used in the paper: {keys}{what}"));
    }
    let gone = if args.existing.prune {
        done.unused.len()
    } else {
        0
    };
    print::status(&format!(
        "{name}: {}, {}, {} kept, {} taken out.",
        print::counted(done.added.len(), "new entry", "new entries"),
        print::counted(done.taken.len(), "value taken over", "values taken over"),
        print::counted(done.kept.len(), "difference", "differences"),
        print::counted(gone, "entry", "entries"),
    ));
}
