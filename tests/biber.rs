//! biber finds nothing to complain of in what `extract` writes; where biber is not installed the test passes at once.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Whether biber can be run.
fn has_biber() -> bool {
    Command::new("biber")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The entries that `extract` writes for a paper.
fn extracted(paper: &Path) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_refmend"))
        .arg("extract")
        .arg(paper)
        .output()
        .expect("refmend runs");
    output.stdout
}

/// What biber has to say against a .bib file, by its data model.
fn complaints(bib: &Path) -> Vec<String> {
    let output = Command::new("biber")
        .args(["--tool", "--validate-datamodel", "--output-file"])
        .arg(bib.with_extension("out"))
        .arg(bib)
        .output()
        .expect("biber runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let is_complaint = |line: &&str| line.starts_with("WARN") || line.starts_with("ERROR");
    said.lines()
        .filter(is_complaint)
        .map(str::to_owned)
        .collect()
}

#[test]
fn extracted_entries_are_valid() {
    if !has_biber() {
        return;
    }
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let papers = std::fs::read_dir("tests/papers").expect("there are papers");
    let mut n_checked = 0;
    for paper in papers {
        let paper = paper.expect("the folder can be read").path();
        let entries = extracted(&paper);
        // References for `parse`, which no list holds, are no paper.
        if entries.is_empty() {
            continue;
        }
        n_checked += 1;
        let bib = folder.path().join("extracted.bib");
        std::fs::write(&bib, entries).expect("the folder can be written");
        let complaints = complaints(&bib);
        assert!(
            complaints.is_empty(),
            "{}: {complaints:#?}",
            paper.display()
        );
    }
    assert!(n_checked >= 4);
}
