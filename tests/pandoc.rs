//! The filter between two runs of pandoc, and as pandoc itself calls it.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

const PAPER: &str = "# Milk

So it is (see *Smith*, 2001, p. 5; Lee 2003).[^1] Lee (2003, p. 7) says so, and so does Nobody (2001).

[^1]: Smith (2001) had it.

# References

Lee, B. (2003). *The price of milk*. Harbour Press.

Smith, A. (2001). The price of bread. Harbour Press.

# Appendix

Nothing.
";

/// Runs a program with something on stdin; none where the program is not installed.
fn run(program: &mut Command, input: &[u8]) -> Option<Output> {
    let piped = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().ok()?;
    let mut stdin = child.stdin.take().expect("it reads");
    // A program that refuses its arguments ends without reading.
    stdin.write_all(input).ok();
    drop(stdin);
    Some(child.wait_with_output().expect("it ends"))
}

fn refmend(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_refmend"));
    run(program.args(arguments), input).expect("refmend is built")
}

fn pandoc(arguments: &[&str], folder: &Path, input: &[u8]) -> Option<Vec<u8>> {
    let mut program = Command::new("pandoc");
    let Some(output) = run(program.args(arguments).current_dir(folder), input) else {
        println!("skipped: pandoc is not installed");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Some(output.stdout)
}

/// The text that citeproc makes of the paper, in the style that pandoc has by itself.
fn check_rendered(text: &[u8]) {
    let text = String::from_utf8_lossy(text).replace("\r\n", "\n");
    for part in [
        "(see Smith 2001, 5; Lee 2003).[1] Lee (2003, 7) says",
        "does Nobody (2001).",
        "References\n\nLee, B. 2003. The Price of Milk. Harbour Press.\n\nSmith, A. 2001. The Price of Bread. Harbour Press.\n\nAppendix",
        "[1] Smith (2001) had it.",
    ] {
        assert!(text.contains(part), "{part}\n---\n{text}");
    }
}

#[test]
fn pandoc_calls_it_as_a_filter() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let filter = env!("CARGO_BIN_EXE_refmend");
    let arguments = [
        "-f",
        "markdown",
        "--columns",
        "200",
        "-t",
        "plain",
        "--filter",
        filter,
        "--citeproc",
    ];
    let Some(text) = pandoc(&arguments, folder.path(), PAPER.as_bytes()) else {
        return;
    };
    check_rendered(&text);
}

#[test]
fn it_stands_in_a_pipe_and_reads_word() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let made = pandoc(
        &["-f", "markdown", "-o", "paper.docx"],
        folder.path(),
        PAPER.as_bytes(),
    );
    let Some(json) = made.and_then(|_| pandoc(&["paper.docx", "-t", "json"], folder.path(), b""))
    else {
        return;
    };
    let output = refmend(&["pandoc"], &json);
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @r"
    [refmend] `Nobody (2001)` stays as typed: it is not listed
    [refmend] 3 typed citations for citeproc; 1 stays as typed
    ");
    let arguments = [
        "-f",
        "json",
        "--columns",
        "200",
        "-t",
        "plain",
        "--citeproc",
    ];
    let text = pandoc(&arguments, folder.path(), &output.stdout).expect("pandoc was there");
    check_rendered(&text);
}

#[test]
fn a_bibliography_that_the_document_names_gives_the_keys() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let bib = "@book{milk,\n  author = {Lee, Bo},\n  title = {The price of milk},\n  publisher = {Harbour Press},\n  date = {2003},\n}\n";
    std::fs::write(folder.path().join("own.bib"), bib).expect("the folder can be written");
    let filter = env!("CARGO_BIN_EXE_refmend");
    let paper = format!("---\nbibliography: own.bib\n---\n\n{PAPER}");
    let arguments = [
        "-f",
        "markdown",
        "-t",
        "markdown",
        "-s",
        "--columns",
        "200",
        "--filter",
        filter,
    ];
    let Some(text) = pandoc(&arguments, folder.path(), paper.as_bytes()) else {
        return;
    };
    // pandoc ties the abbreviation to its number.
    let text = String::from_utf8_lossy(&text).replace('\u{a0}', " ");
    assert!(text.contains("[see @smith2001, p. 5; @milk]"), "{text}");
    assert!(
        text.contains("id: smith2001") && !text.contains("id: milk"),
        "{text}"
    );
}

#[test]
fn what_is_no_tree_is_refused_with_advice() {
    let output = refmend(&["pandoc"], b"# Milk");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.starts_with("error: stdin: it is not the JSON of pandoc"),
        "{said}"
    );
    assert!(said.contains("help: call refmend through pandoc"), "{said}");
}

#[test]
fn a_document_without_typed_citations_passes_as_it_is() {
    let json = br#"{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[{"t":"Para","c":[{"t":"Str","c":"Hello"}]}] }"#;
    let output = refmend(&["pandoc", "html"], json);
    assert_eq!(output.stdout, json);
    assert!(output.status.success());
}

#[test]
fn only_pandoc_may_leave_the_command_out() {
    let json = br#"{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[]}"#;
    let call = |argument: &str, of_pandoc: bool| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_refmend"));
        program.arg(argument).env_remove("PANDOC_VERSION");
        if of_pandoc {
            program.env("PANDOC_VERSION", "3.1");
        }
        run(&mut program, json)
            .expect("refmend is built")
            .status
            .code()
    };
    assert_eq!(call("docx", true), Some(0));
    assert_eq!(call("docx", false), Some(2));
    assert_eq!(call("explain", true), Some(2), "a command stays a command");
}
