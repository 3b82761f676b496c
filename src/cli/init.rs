//! `refmend init`: a configuration file that fits the folder, with a word on each key.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use refmend::{
    config::FILE_NAMES,
    input::{self, Input, Kind},
    project::Project,
};

use super::{Outcome, args::InitArgs, guess, print};

/// How many papers of one kind in one folder are named one by one.
const FEW: usize = 3;

pub(super) fn run(args: &InitArgs) -> anyhow::Result<Outcome> {
    let present = FILE_NAMES
        .map(|name| args.folder.join(name))
        .into_iter()
        .find(|path| path.exists());
    if let Some(path) = present {
        bail!(
            "{} is there already; `refmend config` shows what it says",
            path.display()
        );
    }
    let (inputs, _) = input::read_all(std::slice::from_ref(&args.folder), None);
    let (bibliographies, texts): (Vec<_>, Vec<_>) = inputs
        .iter()
        .partition(|input| input.kind == Kind::Bibliography);
    let texts: Vec<&Input> = texts.into_iter().filter(|input| is_paper(input)).collect();
    let style = style(&texts);
    let papers: Vec<PathBuf> = texts
        .into_iter()
        .filter_map(|input| relative(input, &args.folder))
        .collect();
    let masters: Vec<PathBuf> = bibliographies
        .into_iter()
        .filter_map(|input| relative(input, &args.folder))
        .collect();
    let path = args.folder.join(FILE_NAMES[0]);
    fs::write(&path, text(&patterns(&papers), &written(&masters), &style))
        .with_context(|| format!("cannot write {}", path.display()))?;
    print::status(&format!(
        "Wrote {} with {} and {}; look it over, then run `refmend check`.",
        path.display(),
        print::counted(papers.len(), "paper", "papers"),
        print::counted(masters.len(), "master", "masters")
    ));
    Ok(Outcome::Clean)
}

/// Whether a text cites or lists anything.
fn is_paper(input: &Input) -> bool {
    Project::default().add_paper(input.name(), input.document())
}

/// The style that the papers are in, if they are in one, as lines of the file.
fn style(papers: &[&Input]) -> String {
    let guesses = papers
        .iter()
        .take(FEW)
        .map(|paper| Some((paper, guess::of(paper)?)));
    let guesses: Vec<_> = guesses.flatten().collect();
    match guesses.split_first() {
        Some(((paper, first), others))
            if others.iter().all(|(_, guess)| guess.name == first.name) =>
        {
            format!(
                "# Guessed from {}: {}.\nstyle = {:?}",
                slashed(paper.path.as_deref().unwrap_or(Path::new("stdin"))),
                guess::fit(first),
                first.name
            )
        }
        _ => "# style = \"apa\"".to_owned(),
    }
}

/// The path of a file from a folder.
fn relative(input: &Input, folder: &Path) -> Option<PathBuf> {
    let path = input.path.as_deref()?;
    Some(path.strip_prefix(folder).unwrap_or(path).to_owned())
}

/// The papers by name, or by a pattern where there are many of a kind in a folder.
fn patterns(papers: &[PathBuf]) -> Vec<String> {
    let mut kinds: BTreeMap<(PathBuf, String), Vec<&PathBuf>> = BTreeMap::new();
    for paper in papers {
        let folder = paper.parent().unwrap_or(Path::new("")).to_owned();
        let extension = paper
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        kinds.entry((folder, extension)).or_default().push(paper);
    }
    let patterns = kinds.into_iter().flat_map(|((folder, extension), papers)| {
        if papers.len() > FEW && !extension.is_empty() {
            vec![slashed(&folder.join(format!("*.{extension}")))]
        } else {
            papers.into_iter().map(|paper| slashed(paper)).collect()
        }
    });
    patterns.collect()
}

fn written(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| slashed(path)).collect()
}

/// A path as it stands in the file on every system.
fn slashed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The text of the file.
fn text(papers: &[String], masters: &[String], style: &str) -> String {
    format!(
        "# What refmend checks below this folder. All keys are optional; `refmend config` shows what applies.\n\
         \n\
         # Which files below this folder are papers; a file that is named on the command line always is.\n\
         {}\n\
         \n\
         # The .bib files that references are compared with.\n\
         {}\n\
         \n\
         # The style that citations shall have, or a .csl file; `refmend explain --styles` lists them. Without it the paper's own practice counts.\n\
         {style}\n\
         \n\
         # Findings that are accepted, each with its reason.\n\
         # ignore = [{{ rule = \"uncited-reference\", text = \"Quist, Q. (2001)\", reason = \"the editor asked for it\" }}]\n\
         \n\
         # Rules that are off, or of another severity (note, warning, error); `refmend explain --all` lists them.\n\
         [rules]\n\
         # not-in-master = \"off\"\n",
        list("papers", papers, "papers/*.md"),
        list("master", masters, "master.bib")
    )
}

/// A key with its list, or an example of it as a comment.
fn list(key: &str, values: &[String], example: &str) -> String {
    if values.is_empty() {
        return format!("# {key} = [\"{example}\"]");
    }
    let quoted: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    format!("{key} = [{}]", quoted.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_papers_of_a_kind_are_a_pattern() {
        let papers = ["a.md", "b/1.tex", "b/2.tex", "b/3.tex", "b/4.tex"].map(PathBuf::from);
        assert_eq!(patterns(&papers), ["a.md", "b/*.tex"]);
    }
}
