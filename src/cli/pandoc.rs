//! `refmend pandoc`: a filter of pandoc's, between two readings of its JSON.

use std::{
    ffi::OsString,
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::CommandFactory;
use refmend::{
    bibtex,
    citing::{self, Cited, TreeRequest},
    document::{NamedFile, pandoc::Tree},
    project::{Paper, Project},
    work::{Work, fold},
};

use super::{
    Outcome,
    advice::Advised,
    args::{Args, PandocArgs},
    cite,
    load::{self, Reading},
    print,
    settings::Settings,
};

/// What every line that we say begins with: pandoc shows what its filters say among its own messages.
const WHO: &str = "[refmend]";

pub(super) fn run(args: &PandocArgs) -> anyhow::Result<Outcome> {
    if io::stdin().is_terminal() {
        return Err(Advised::new("the JSON of pandoc is to come on stdin", USE).into());
    }
    let mut json = Vec::new();
    io::stdin().lock().read_to_end(&mut json)?;
    let read = Tree::read(&json);
    let mut tree = read.map_err(|error| Advised::new(format!("stdin: {error}"), USE))?;
    let document = tree.document().clone();
    let named = document.bibliographies.iter().map(NamedFile::bib_path);
    let is_there =
        |path: &PathBuf| path.extension().is_some_and(|name| name == "bib") && path.is_file();
    let masters = [
        Settings::of(Path::new("."))?.masters(&args.bib),
        named.filter(is_there).collect(),
    ];
    let reading = Reading::asked_for_keys(args.cache.no_cache);
    let project = load::document(document, &masters.concat(), reading)?;
    let paper = project.papers.first().context("there is no paper")?;
    let cited = cite_tree(&mut tree, paper, &project);
    report(&cited, paper);
    if cited.written.is_empty() {
        print::bytes(&json)?;
    } else {
        print::bytes(tree.json().as_bytes())?;
    }
    // pandoc takes any other status for a failure, and stops.
    Ok(Outcome::Clean)
}

const USE: &str = "call refmend through pandoc, `pandoc --filter refmend --citeproc paper.md -o paper.docx`, or in a pipe, `pandoc -t json paper.md | refmend pandoc | pandoc -f json --citeproc -o paper.docx`";

/// The arguments of the process. pandoc runs a filter with the output format as the only argument; then `pandoc` goes before it.
pub(super) fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let is_filter = std::env::var_os("PANDOC_VERSION").is_some();
    if let [_, only] = arguments.as_slice()
        && is_filter
        && is_format(only)
    {
        arguments.insert(1, "pandoc".into());
    }
    arguments
}

/// Whether an argument names a format: it is no flag and no command.
fn is_format(argument: &OsString) -> bool {
    let command = Args::command();
    let Some(text) = argument.to_str() else {
        return true;
    };
    !text.starts_with('-') && text != "help" && command.find_subcommand(text).is_none()
}

/// Makes elements of the citations.
fn cite_tree(tree: &mut Tree, paper: &Paper, project: &Project) -> Cited {
    let spelt = citing::works(paper);
    let listed = cite::listed(paper, project, &spelt);
    let keys = apart(bibtex::extract(&listed).keys, &tree.described());
    let works: Vec<Option<Work>> = listed
        .iter()
        .map(|listed| (!cite::is_named(listed, paper, project)).then(|| listed.work()))
        .collect();
    let request = TreeRequest {
        keys: &keys,
        works: &works,
    };
    citing::cite_tree(tree, paper, request)
}

/// Keys of which none is that of a work that the document describes itself.
fn apart(mut keys: Vec<String>, described: &[String]) -> Vec<String> {
    for key in &mut keys {
        while described.contains(key) {
            key.push_str("-listed");
        }
    }
    keys
}

/// Names what stays as typed, with the reason, and what remains to do.
fn report(cited: &Cited, paper: &Paper) {
    if paper.references.items.is_empty() {
        return print::status(&format!(
            "{WHO} there is no typed reference list; the document stays as it is"
        ));
    }
    for left in &cited.left {
        let typed = fold::single_spaced(left.span.slice(&paper.document.text));
        print::status(&format!("{WHO} `{typed}` stays as typed: {}", left.reason));
    }
    for to_do in &cited.to_do {
        print::status(&format!("{WHO} {to_do}"));
    }
    let written = print::counted(cited.written.len(), "typed citation", "typed citations");
    let left = cite::left(cited.left.len());
    print::status(&format!("{WHO} {written} for citeproc{left}"));
}
