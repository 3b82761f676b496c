//! The same paper in several formats: what is read of it must be what is read of its plain text.
//!
//! Needs pandoc 3, which writes the papers (`formats.lua`).

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use refmend::{
    document::Document,
    input::{self, Input},
    linkage::Decision,
    project::Project,
};

use super::{share, shared, show};

/// Of the references and links of the plain texts, how many must be found in the other formats. Over 97 papers with 5,412 references and
/// 9,274 links it was 1.0 in Typst, HTML, Word and OpenDocument, at least 0.9969 in LaTeX, where pandoc leaves soft hyphens out, and
/// 0.9998 and 0.992 in Markdown, where it breaks the lines within cells.
const LEAST_FOUND: [f64; 2] = [0.995, 0.99];
const EXTENSIONS: [&str; 6] = ["md", "tex", "typ", "html", "docx", "odt"];

/// What is found in a paper, each with how often: the texts of references, and which of them are cited how.
pub(super) type Found = [BTreeMap<String, usize>; 2];

/// All papers in all formats, in a folder of their own; none without pandoc 3.
pub(super) fn made(papers: &Path) -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/formats.lua");
    let mut pandoc = Command::new("pandoc");
    let made = pandoc
        .arg("lua")
        .args([&script, papers, folder.path()])
        .status();
    made.is_ok_and(|status| status.success()).then_some(folder)
}

/// A text without differences of blanks and of quotation marks, which some formats write by ASCII characters.
fn normal(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        letter => letter,
    });
    let text: String = letters.collect();
    let text = text.replace('…', "...");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn found(document: Document, normal: fn(&str) -> String) -> Found {
    let mut project = Project::default();
    project.add_paper("paper", document);
    let paper = &project.papers[0];
    let mut found = Found::default();
    let [references, links] = &mut found;
    let listed = paper.references.items.iter();
    let texts: Vec<String> = listed
        .map(|item| normal(item.span.slice(&paper.document.text)))
        .collect();
    for text in &texts {
        *references.entry(text.clone()).or_default() += 1;
    }
    for (citation, _, link) in paper.cites() {
        for candidate in &link.matched {
            let is_certain = link.decision == Decision::Match;
            let link = format!(
                "{:?} {is_certain} {}",
                citation.mode, texts[candidate.index]
            );
            *links.entry(link).or_default() += 1;
        }
    }
    found
}

pub(super) fn read(path: &Path, normal: fn(&str) -> String) -> Found {
    let input = input::read(path, None);
    let document = input.as_ref().map(Input::document);
    found(document.expect("it can be read"), normal)
}

/// The folders of the papers, in order.
pub(super) fn folders(papers: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(papers)
        .expect("the papers can be read")
        .map(|entry| entry.expect("the papers can be read").path())
        .filter(|path| path.join("paper.txt").is_file())
        .collect();
    folders.sort();
    folders
}

/// How many of the one are in the other as well.
pub(super) fn common(
    ours: &BTreeMap<String, usize>,
    theirs: &BTreeMap<String, usize>,
    name: &str,
) -> usize {
    let counts = ours.iter().map(|(value, count)| {
        let there = theirs.get(value).copied().unwrap_or_default();
        if there < *count {
            show(|| format!("{name}: {count} {there} {value}"));
        }
        there.min(*count)
    });
    counts.sum()
}

#[test]
fn every_format_gives_what_the_plain_text_gives() {
    let Some(papers) = shared("citations/papers") else {
        return;
    };
    let Some(folder) = made(&papers) else {
        println!("skipped: pandoc 3 is not installed");
        return;
    };
    let names = folders(&papers);
    let plain: Vec<Found> = names
        .iter()
        .map(|path| read(&path.join("paper.txt"), normal))
        .collect();
    let total = |what: usize| {
        plain
            .iter()
            .flat_map(|found| found[what].values())
            .sum::<usize>()
    };
    let totals = [total(0), total(1)];
    let mut is_good = true;
    for extension in EXTENSIONS {
        let (mut n_found, mut n_seen) = ([0; 2], [0; 2]);
        for (path, plain) in names.iter().zip(&plain) {
            let name = path.file_name().expect("it has a name").to_string_lossy();
            let path = folder.path().join(format!("{name}.{extension}"));
            let here = read(&path, normal);
            for what in 0..2 {
                n_found[what] += common(&plain[what], &here[what], &path.display().to_string());
                n_seen[what] += here[what].values().sum::<usize>();
            }
        }
        let shares = [0, 1].map(|what| share(n_found[what], totals[what]));
        let extra = [0, 1].map(|what| n_seen[what] - n_found[what]);
        println!(
            "{extension}: references {:.4}, links {:.4} of {totals:?}; {extra:?} that the plain texts have not",
            shares[0], shares[1]
        );
        is_good &= shares
            .iter()
            .zip(LEAST_FOUND)
            .all(|(share, least)| *share >= least);
    }
    assert!(is_good, "a format has fallen");
}
