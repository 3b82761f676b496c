//! PDFs at the command line, written by the tests themselves.

#[path = "../src/document/pdf/testing.rs"]
#[allow(dead_code, reason = "the tests of the library use the rest")]
mod testing;

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// A paper of two pages, whose list is on the second.
fn paper() -> Vec<u8> {
    testing::pdf(&[
        &[
            "The price of bread",
            "",
            "Bread was dear (Berg 2010; Lind 2012), and it was",
            "black, as Osei (2013) says.",
        ],
        &[
            "References",
            "Berg, A. (2010). On lakes. Journal of Lakes, 12(3), 45-67.",
            "Lind, S. (2011). The harvest of the north. Harbour Press.",
        ],
    ])
}

/// Runs refmend in a folder with bytes on its stdin: exit status, stdout and stderr.
fn run(folder: &Path, args: &[&str], stdin: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_refmend"))
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("refmend runs");
    let mut pipe = child.stdin.take().expect("it has a stdin");
    // A run that fails at once reads nothing.
    pipe.write_all(stdin).unwrap_or_default();
    drop(pipe);
    let output = child.wait_with_output().expect("refmend ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
    (
        output.status.code().expect("refmend ends by itself"),
        text(output.stdout),
        text(output.stderr),
    )
}

fn folder_with(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join(name), bytes).expect("the file can be written");
    folder
}

#[test]
fn findings_name_their_pages() {
    let folder = folder_with("paper.pdf", &paper());
    let args = ["check", "--output-format", "concise", "paper.pdf"];
    let (status, findings, errors) = run(folder.path(), &args, b"");
    assert_eq!(status, 1, "{errors}");
    insta::assert_snapshot!(findings, @"paper.pdf:page 1:2:28: error[year-mismatch] cited 2012, listed 2011: which is it? (Lind 2011)");
    let (_, findings, _) = run(folder.path(), &["check", "paper.pdf"], b"");
    assert!(findings.contains("paper.pdf:page 1:"), "{findings}");
}

#[test]
fn a_pdf_is_read_from_stdin_and_under_any_name() {
    let folder = folder_with("paper.txt", &paper());
    for (args, stdin) in [
        (["extract", "-"], paper()),
        (["extract", "paper.txt"], Vec::new()),
    ] {
        let (status, entries, errors) = run(folder.path(), &args, &stdin);
        assert_eq!(status, 0, "{errors}");
        assert!(entries.contains("author = {Berg, A.}"), "{entries}");
        assert!(
            entries.contains("title = {The harvest of the north}"),
            "{entries}"
        );
    }
}

#[test]
fn a_pdf_is_not_written() {
    let folder = folder_with("paper.pdf", &paper());
    for args in [
        ["fix", "paper.pdf"].as_slice(),
        &["cite", "paper.pdf", "--to", "pandoc"],
        &["cite", "paper.pdf", "--to", "zotero", "-o", "out.pdf"],
    ] {
        let (status, _, errors) = run(folder.path(), args, b"");
        assert_eq!(status, 2, "{args:?}");
        assert!(
            errors.contains("paper.pdf is a PDF, which refmend reads and does not write"),
            "{errors}"
        );
        assert!(errors.contains("help: "), "{errors}");
    }
    let left = fs::read(folder.path().join("paper.pdf")).expect("the file can be read");
    assert_eq!(left, paper());
}

#[test]
fn what_cannot_be_read_says_why() {
    let scanned = testing::pages(&[b"0 0 100 100 re f".to_vec()]);
    for (bytes, expected) in [
        (
            scanned.as_slice(),
            "there is no text in it, only pictures of pages",
        ),
        (b"%PDF-1.7\nnothing else", "it is cut short or damaged"),
        (b"Some text", "it is not a PDF"),
    ] {
        let folder = folder_with("paper.pdf", bytes);
        let (status, _, errors) = run(folder.path(), &["check", "paper.pdf"], b"");
        assert_eq!(status, 2, "{errors}");
        assert!(errors.contains(expected), "{errors}");
        assert!(errors.contains("help: "), "{errors}");
    }
}
