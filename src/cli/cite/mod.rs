//! `refmend cite`: typed citations become citations by key, or live ones.

mod files;
mod live;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use refmend::{
    bibtex::{self, Listed, Wish},
    citing::{self, Left, Package, Target, ToDo},
    document::Format,
    input::{self, Input},
    output::Positions,
    project::{Paper, Project},
    work::{Work, fold},
};

use self::files::Written;
use super::{
    Outcome,
    advice::{Advised, read_only},
    args::{CiteArgs, CiteTarget},
    extract,
    files::Files,
    load,
    parts::{Parts, WithParts},
    print,
};

/// The name of the .bib file, where the user gives none.
const REFS: &str = "refs.bib";

pub(super) fn run(args: &CiteArgs) -> anyhow::Result<Outcome> {
    let input = input::read_as_paper(&args.paper, args.written.input_format)?;
    if input.format == Format::Pdf {
        return Err(read_only(&input).into());
    }
    if live::is_asked_for(args, &input)? {
        return live::run(args, input);
    }
    let target = target(args, &input)?;
    let read = Parts::new(std::slice::from_ref(&input), &Files::default()).of(input);
    read.warn();
    let masters = [args.bib.clone(), named(&read)].concat();
    let reading = load::Reading::asked_for_keys(args.cache.no_cache);
    let loaded = load::parts(read, &masters, reading)?;
    let project = &loaded.project;
    check_list(project, args)?;
    let works: Vec<Vec<Work>> = project.papers.iter().map(citing::works).collect();
    let papers = project.papers.iter().zip(&works);
    let listed: Vec<Vec<Listed>> = papers
        .map(|(paper, works)| listed(paper, project, works))
        .collect();
    let all = listed.concat();
    let mut keys = bibtex::extract(&all).keys.into_iter();
    let keys: Vec<Vec<String>> = listed
        .iter()
        .map(|listed| keys.by_ref().take(listed.len()).collect())
        .collect();
    let new: Vec<Listed> = all
        .iter()
        .copied()
        .filter(|listed| !is_named_by_any(listed, project))
        .collect();
    let refs = refs(args);
    let bibliography = relative(&refs, args.output.as_deref());
    let written = Written::of(
        &loaded,
        &keys,
        target,
        (!new.is_empty()).then_some(&bibliography),
    );
    let outputs = written.outputs(&loaded, args)?;
    let entries = bibtex::extract(&new).text;
    let is_asked_for = args.output.is_some() || args.refs.is_some();
    let bib = (!new.is_empty() && is_asked_for).then_some((refs.as_path(), entries.as_bytes()));
    // The .bib first: with it there, the paper is complete as soon as it is written.
    outputs.write(bib, args)?;
    written.report(project);
    print::status(&written.summary(bib.map(|(refs, _)| (refs, new.len()))));
    Ok(if written.is_clean() {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// Refuses a paper without references.
fn check_list(project: &Project, args: &CiteArgs) -> anyhow::Result<()> {
    let mut papers = project.papers.iter();
    if papers.all(|paper| paper.references.items.is_empty()) {
        bail!(
            "{}: there is no reference list to take works from",
            args.paper.display()
        );
    }
    Ok(())
}

/// The references of the paper as `works` has them, with the keys that it has for them.
pub(super) fn listed<'a>(
    paper: &'a Paper,
    project: &'a Project,
    works: &'a [Work],
) -> Vec<Listed<'a>> {
    let with_particles = citing::with_particles(paper);
    let listed = extract::listed(paper, project, false)
        .into_iter()
        .enumerate();
    let cited = listed.map(|(idx, listed)| match listed {
        Listed::Work(_) => {
            let span = paper.references.items[idx].span;
            let mut keys = paper.document.listed.iter();
            let own = keys.find(|listed| listed.span.overlaps(span));
            let wish = Wish {
                key: own.map(|listed| listed.key.as_str()),
                use_prefix: with_particles.contains(&idx),
            };
            Listed::Cited(&works[idx], wish)
        }
        listed => listed,
    });
    cited.collect()
}

/// What to write, if the paper can be written so.
fn target(args: &CiteArgs, input: &Input) -> anyhow::Result<Target> {
    let name = input.name();
    let own = match input.format {
        Format::Markdown => Some(CiteTarget::Pandoc),
        Format::Latex => Some(CiteTarget::Latex),
        Format::Typst => Some(CiteTarget::Typst),
        Format::Plain => None,
        Format::Html | Format::Docx | Format::Odt | Format::Pdf => {
            return Err(without_keys(input).into());
        }
    };
    let chosen = args.to.or(own).with_context(|| {
        format!("{name} is plain text: say with --to whether it shall be pandoc, latex or typst")
    })?;
    if own.is_some_and(|own| own != chosen) {
        bail!(
            "{name} is {}, and refmend does not translate papers: leave --to out, then translate with pandoc",
            called(input.format)
        );
    }
    let loaded = || citing::loaded_package(&input.document());
    Ok(match chosen {
        // Live citations have a way of their own, before this one.
        CiteTarget::Pandoc | CiteTarget::Zotero => Target::Pandoc,
        CiteTarget::Typst => Target::Typst,
        CiteTarget::Latex if args.biblatex => Target::Latex(Package::Biblatex),
        CiteTarget::Latex if args.natbib => Target::Latex(Package::Natbib),
        CiteTarget::Latex => Target::Latex(loaded().unwrap_or(Package::Natbib)),
    })
}

/// The error for a paper in a format without citations by key.
fn without_keys(input: &Input) -> Advised {
    let name = input.name();
    let live = match input.format {
        Format::Docx | Format::Odt => "leave --to out for live citations of Zotero, or ",
        _ => "",
    };
    Advised::new(
        format!(
            "{name} is {}, which has no citations by key",
            called(input.format)
        ),
        format!(
            "{live}make Markdown of it with `pandoc {name} -o paper.md`, then run `refmend cite paper.md --to pandoc`"
        ),
    )
}

/// A format in a sentence.
fn called(format: Format) -> &'static str {
    match format {
        Format::Plain => "plain text",
        Format::Markdown => "Markdown",
        Format::Latex => "LaTeX",
        Format::Typst => "Typst",
        Format::Html => "HTML",
        Format::Docx => "a Word file",
        Format::Odt => "an OpenDocument text",
        Format::Pdf => "a PDF",
    }
}

/// The .bib files that a paper names and that are there: its references take their keys from them.
fn named(read: &WithParts) -> Vec<PathBuf> {
    let paths = read.files.iter().flat_map(|file| {
        let path = file.input.path.as_deref();
        let folder = path.and_then(Path::parent).unwrap_or(Path::new(""));
        let named = file.document.bibliographies.iter();
        named.map(move |named| folder.join(named.bib_path()))
    });
    paths
        .filter(|path| path.extension().is_some_and(|name| name == "bib") && path.is_file())
        .collect()
}

/// Whether an entry is in a file that a file of the paper names.
fn is_named_by_any(listed: &Listed, project: &Project) -> bool {
    let mut papers = project.papers.iter();
    papers.any(|paper| is_named(listed, paper, project))
}

/// Whether an entry is in a file that the paper names.
pub(super) fn is_named(listed: &Listed, paper: &Paper, project: &Project) -> bool {
    let Listed::Entry(file, _) = listed else {
        return false;
    };
    let mut named = project.named_by(paper);
    named.any(|bibliography| std::ptr::eq(&raw const bibliography.file, *file))
}

/// Where the .bib is written.
fn refs(args: &CiteArgs) -> PathBuf {
    let beside = || {
        let folder = args.output.as_deref().and_then(Path::parent);
        folder.unwrap_or(Path::new("")).join(REFS)
    };
    args.refs.clone().unwrap_or_else(beside)
}

/// The .bib as the paper names it: relative to the folder of the paper, where it is below it.
fn relative(refs: &Path, output: Option<&Path>) -> String {
    let folder = output.and_then(Path::parent).unwrap_or(Path::new(""));
    let path = refs.strip_prefix(folder).unwrap_or(refs);
    path.display().to_string().replace('\\', "/")
}

/// Names what stays as typed, with its place and the reason, and what remains to do.
fn report(left: &[Left], to_do: &[ToDo], paper: &Paper, project: &Project) {
    let mut positions = Positions::new(&project.sources);
    let name = &project.sources.get(paper.source).name;
    for left in left {
        let place = positions.start(paper.place(left.span)).in_file(name);
        let typed = fold::single_spaced(left.span.slice(&paper.document.text));
        print::status(&format!(
            "{place}: `{typed}` stays as typed: {}",
            left.reason
        ));
    }
    for to_do in to_do {
        print::hint(&to_do.to_string());
    }
}

/// How many citations stay as typed.
pub(super) fn left(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "; 1 stays as typed".to_owned(),
        count => format!("; {count} stay as typed"),
    }
}
