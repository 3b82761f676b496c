//! `refmend extract`: the paper's clean .bib.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, bail};
use refmend::{
    bibtex::{self, Listed},
    input, interchange,
    linkage::Decision,
    project::{Paper, Project},
    work::Work,
    writer::{self, Change},
};

use super::{
    Outcome,
    args::{EntryFormat, ExtractArgs},
    load::{self, Reading},
    print,
};

pub(super) fn run(args: &ExtractArgs) -> anyhow::Result<Outcome> {
    let loaded = load::one(
        input::read_as_paper(&args.paper, args.written.input_format)?,
        &args.bib,
        Reading::Asked {
            no_cache: args.cache.no_cache,
            gives_keys: true,
        },
    )?;
    let project = &loaded.project;
    let listed: Vec<_> = project
        .papers
        .iter()
        .flat_map(|paper| listed(paper, project, args.cited))
        .collect();
    let text = written(&listed, args.format);
    match &args.output {
        Some(path) => write(path, text.as_bytes(), args.force)?,
        None => print::result(&text)?,
    }
    let taken = listed
        .iter()
        .filter(|listed| matches!(listed, Listed::Entry(..)))
        .count();
    print::status(&match (listed.len(), args.bib.is_empty()) {
        (count, true) => format!("Extracted {count} entries."),
        (count, false) => format!("Extracted {count} entries, {taken} of them from the master."),
    });
    Ok(Outcome::Clean)
}

/// The text of the output file; only biblatex takes entries of the master letter by letter.
fn written(listed: &[Listed<'_>], format: EntryFormat) -> String {
    let extract = bibtex::extract(listed);
    let works: Vec<Work> = listed.iter().map(Listed::work).collect();
    let works = extract.keys.iter().map(String::as_str).zip(&works);
    match format {
        EntryFormat::Bibtex => interchange::bibtex_classic(works),
        EntryFormat::CslJson => interchange::csl_json(works),
        EntryFormat::Ris => interchange::ris(works),
        EntryFormat::Bib => extract.text,
    }
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
