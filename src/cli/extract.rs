//! `refmend extract`: the paper's clean .bib.

use std::{collections::BTreeSet, fs, io::Write, path::Path};

use anyhow::{Context, bail};
use refmend::{
    bibtex::{self, Extract, Listed},
    input, interchange,
    linkage::Decision,
    project::{Paper, Project, Role},
    reference,
    work::Work,
    writer::{self, Change},
};

use super::{
    Outcome,
    args::{EntryFormat, ExtractArgs},
    load::{self, Reading},
    print, refresh, settings,
};

pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<Outcome> {
    if let Some(path) = args.output.as_ref().filter(|path| args.bib.contains(path)) {
        bail!(
            "{} is the master; `refmend diff --apply` writes into it what it lacks",
            path.display()
        );
    }
    let loaded = load::whole(
        input::read_as_paper(&args.paper, args.written.input_format)?,
        &args.bib,
        Reading::asked_for_keys(args.cache.no_cache),
        args.output.as_deref(),
    )?;
    let project = &loaded.project;
    let in_notes = works_in_notes(project, args.cited);
    let papers = project.papers.iter();
    let of_papers = papers.flat_map(|paper| listed(paper, project, args.cited));
    let mut listed: Vec<Listed> = of_papers.collect();
    listed.extend(in_notes.iter().map(Listed::Work));
    let (by_key, unknown) = cited_by_key(project);
    for entry in by_key {
        if !listed.iter().any(|listed| is_same_entry(listed, &entry)) {
            listed.push(entry);
        }
    }
    let extract = bibtex::extract(&listed);
    if let Some(path) = args.output.as_deref().filter(|path| is_refresh(args, path)) {
        return refresh::run(args, path, project, &unknown, (&listed, &extract));
    }
    warn_of(&unknown);
    let text = match &args.style {
        Some(style) => in_style(&listed, style)?,
        None => written(&listed, extract, args.format),
    };
    match &args.output {
        Some(path) => write(path, text.as_bytes(), args.existing.force)?,
        None => print::result(&text)?,
    }
    let n_taken = listed
        .iter()
        .filter(|listed| is_of_master(listed, project))
        .count();
    let entries = print::counted(listed.len(), "entry", "entries");
    print::status(&if args.bib.is_empty() {
        format!("Extracted {entries}.")
    } else {
        format!("Extracted {entries}, {n_taken} of them from the master.")
    });
    Ok(Outcome::Clean)
}

/// The works that the footnotes of a paper without a reference list tell.
fn works_in_notes(project: &Project, only_cited: bool) -> Vec<Work> {
    let has_list =
        |paper: &Paper| !paper.references.items.is_empty() || !paper.document.keyed.is_empty();
    if only_cited || project.papers.iter().any(has_list) {
        return Vec::new();
    }
    let papers = project.papers.iter();
    let works = papers.flat_map(|paper| reference::in_footnotes(&paper.document));
    let works: Vec<Work> = works.collect();
    if !works.is_empty() {
        print::hint("there is no reference list; these are the works that footnotes tell in full");
    }
    works
}

/// Whether a listed thing is an entry of a master.
fn is_of_master(listed: &Listed<'_>, project: &Project) -> bool {
    let mut files = project.bibliographies.iter();
    match *listed {
        Listed::Entry(file, _) => {
            files.any(|one| one.role == Role::Master && std::ptr::eq(&raw const one.file, file))
        }
        Listed::Work(_) | Listed::Cited(..) => false,
    }
}

/// Whether two listed things are one entry of one file.
fn is_same_entry(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    match (one, other) {
        (Listed::Entry(one, idx), Listed::Entry(other, other_idx)) => {
            std::ptr::eq(*one, *other) && idx == other_idx
        }
        _ => false,
    }
}

/// Whether an output file is brought up to date instead of being written anew.
fn is_refresh(args: &ExtractArgs, path: &Path) -> bool {
    let writes_entries = args.format == EntryFormat::Bib && args.style.is_none();
    !args.existing.force && writes_entries && refresh::is_possible(path)
}

/// Names the keys that no .bib file has.
pub(super) fn warn_of(unknown: &[&str]) {
    if !unknown.is_empty() {
        let keys = unknown.join("`, `");
        print::warning(&format!("cited, but no .bib file has it: `{keys}`"));
        print::hint("name the .bib file that has it with --bib");
    }
}

/// The entries that the papers cite by key, in the order of the text, and the keys that no .bib file of the run has.
///
/// A master goes before a file that the paper names.
fn cited_by_key(project: &Project) -> (Vec<Listed<'_>>, Vec<&str>) {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    let documents = || project.papers.iter().map(|paper| &paper.document);
    let mut seen = BTreeSet::from(["*"]);
    let listed = documents().flat_map(|document| &document.listed);
    seen.extend(listed.map(|listed| listed.key.as_str()));
    let mut files: Vec<_> = project.bibliographies.iter().collect();
    files.sort_by_key(|file| file.role != Role::Master);
    for cite in documents().flat_map(|document| &document.keyed) {
        let key = cite.key.as_str();
        if !seen.insert(key) {
            continue;
        }
        let entry = files
            .iter()
            .find_map(|one| Some(Listed::Entry(&one.file, one.file.find(key)?)));
        match entry {
            Some(entry) => found.push(entry),
            None => unknown.push(key),
        }
    }
    (found, unknown)
}

/// The text of the output file; only biblatex takes entries of the master letter by letter.
fn written(listed: &[Listed<'_>], extract: Extract, format: EntryFormat) -> String {
    let works: Vec<Work> = listed.iter().map(Listed::work).collect();
    let works = extract.keys.iter().map(String::as_str).zip(&works);
    match format {
        EntryFormat::Bibtex => interchange::bibtex_classic(works),
        EntryFormat::CslJson => interchange::csl_json(works),
        EntryFormat::Ris => interchange::ris(works),
        EntryFormat::Bib => extract.text,
    }
}

/// The list as a reader sees it, a reference a line.
fn in_style(listed: &[Listed<'_>], style: &str) -> anyhow::Result<String> {
    let works: Vec<Work> = listed.iter().map(Listed::work).collect();
    let style = settings::style(Path::new(style))?;
    let list = style.write(&works).list;
    if list.is_empty() && !works.is_empty() {
        bail!("{} writes no list of references", style.name);
    }
    Ok(list.iter().map(|(_, text)| text.plain() + "\n").collect())
}

/// The references of a paper, or only those that the text cites; one that the master has stands for its entry.
pub(super) fn listed<'a>(
    paper: &'a Paper,
    project: &'a Project,
    only_cited: bool,
) -> Vec<Listed<'a>> {
    let cited = paper.cited_references();
    let references = paper.references.items.iter().enumerate();
    references
        .filter(|(idx, _)| !only_cited || cited.contains(idx))
        .map(|(idx, reference)| match paper.entries.get(idx) {
            Some(found) if found.link.decision == Decision::Match => {
                let master = &project.bibliographies[found.bibliography].file;
                Listed::Entry(master, found.link.matched[0].index)
            }
            _ => Listed::Work(&reference.work),
        })
        .collect()
}

/// Writes a new file, or replaces one that is the same anyway or that the user gave up; writes into a pipe or device.
pub(super) fn write(path: &Path, text: &[u8], force: bool) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    if !path.exists() {
        let mut file = fs::File::create_new(path).with_context(failed)?;
        return file.write_all(text).with_context(failed);
    }
    if !path.is_file() {
        // Renaming a file over it, as for files, would take it away from all who use it: `-o /dev/null`.
        let mut pipe = fs::OpenOptions::new()
            .write(true)
            .open(path)
            .with_context(failed)?;
        return pipe.write_all(text).with_context(failed);
    }
    let old = fs::read(path).with_context(failed)?;
    if old == text {
        return Ok(());
    }
    if !force {
        bail!("{} exists and differs; --force replaces it", path.display());
    }
    writer::save(&Change {
        path: path.to_owned(),
        old,
        new: text.into(),
    })?;
    Ok(())
}
