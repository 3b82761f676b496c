//! `refmend cite --to zotero`: typed citations of Word and OpenDocument files become live ones.

use anyhow::{Context, bail};
use refmend::{
    bibtex::{self, Listed},
    citing::{self, Live, LiveRequest},
    document::Format,
    input::Input,
    work::Work,
};

use super::{
    super::{
        Outcome,
        args::{CiteArgs, CiteTarget},
        extract,
        load::{self, Reading},
        print,
    },
    called, listed, report, without_keys,
};

/// Whether a paper is of a word processor, so that its citations become live ones.
pub(super) fn is_asked_for(args: &CiteArgs, input: &Input) -> anyhow::Result<bool> {
    let name = input.name();
    let is_office = matches!(input.format, Format::Docx | Format::Odt);
    match (is_office, args.to) {
        (true, None | Some(CiteTarget::Zotero)) => Ok(true),
        (true, Some(_)) => Err(without_keys(input).into()),
        (false, Some(CiteTarget::Zotero)) => bail!(
            "{name} is {}, and live citations of Zotero need a Word or OpenDocument file",
            called(input.format)
        ),
        _ => Ok(false),
    }
}

/// Writes the paper with live citations, and a .bib where the user asks for one.
pub(super) fn run(args: &CiteArgs, input: Input) -> anyhow::Result<Outcome> {
    let reading = Reading::asked_for_keys(args.cache.no_cache);
    let loaded = load::one(input, &args.bib, reading)?;
    let project = &loaded.project;
    let paper = &project.papers[0];
    super::check_list(project, args)?;
    let spelt = citing::works(paper);
    let listed = listed(paper, project, &spelt);
    let keys = bibtex::extract(&listed).keys;
    let works: Vec<Work> = listed.iter().map(Listed::work).collect();
    let request = LiveRequest {
        keys: &keys,
        works: &works,
        style: args.style.as_deref(),
    };
    let live = citing::live(paper, request).context("the file is of a word processor")?;
    if let Some(refs) = &args.refs {
        extract::write(refs, bibtex::extract(&listed).text.as_bytes(), args.force)?;
    }
    match &args.output {
        Some(path) => extract::write(path, &live.bytes, args.force)?,
        None => print::bytes(&live.bytes)?,
    }
    report(&live.left, &live.to_do, paper, project);
    print::status(&summary(&live));
    Ok(if live.left.is_empty() && live.to_do.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

fn summary(live: &Live) -> String {
    let made = print::counted(live.written.len(), "citation", "citations");
    let left = super::left(live.left.len());
    let before = match live.n_before {
        0 => String::new(),
        1 => "; 1 was live before".to_owned(),
        count => format!("; {count} were live before"),
    };
    format!("Made {made} live{left}{before}.")
}
