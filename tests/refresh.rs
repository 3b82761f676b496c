//! A paper's .bib in a git repository: what was committed tells which side has changed a value; needs git.

mod git;

use std::{fs, path::Path};

/// Runs a program in a folder with nothing of the user's configuration; what it says.
fn run(folder: &Path, program: &str, args: &[&str]) -> String {
    let output = git::command(folder, program).args(args).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{program} {args:?}: {output:?}");
    String::from_utf8(output.stderr).expect("it is text")
}

/// A folder with a paper, a master and the paper's .bib, which is refreshed.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder can be made"));
        run(desk.0.path(), "git", &["init", "-q"]);
        desk.write("paper.md", "Bread [@bread], milk [@milk].\n");
        desk.write("master.bib", &entries("2011", "1999"));
        desk
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).expect("it can be written");
    }

    fn commit(&self) {
        run(self.0.path(), "git", &["add", "-A"]);
        run(self.0.path(), "git", &["commit", "-q", "-m", "x"]);
    }

    /// Refreshes `refs.bib`; its new text and what the program says.
    fn refresh(&self) -> (String, String) {
        let args = [
            "extract",
            "paper.md",
            "--bib",
            "master.bib",
            "-o",
            "refs.bib",
        ];
        let said = run(self.0.path(), env!("CARGO_BIN_EXE_refmend"), &args);
        let text = fs::read_to_string(self.0.path().join("refs.bib")).expect("it is there");
        (text, said)
    }
}

/// Two entries with these years.
fn entries(bread: &str, milk: &str) -> String {
    let entry = |key: &str, year: &str| {
        format!("@book{{{key},\n  title = {{On {key}}},\n  date = {{{year}}},\n}}\n")
    };
    format!("{}\n{}", entry("bread", bread), entry("milk", milk))
}

#[test]
fn the_master_is_followed_where_nothing_was_changed_here() {
    let desk = Desk::new();
    assert_eq!(desk.refresh().0, entries("2011", "1999"));
    desk.commit();
    // A correction of our own is committed, then the master changes as well.
    desk.write("refs.bib", &entries("2011", "2001"));
    desk.commit();
    desk.write("master.bib", &entries("2012", "1999"));
    let (text, said) = desk.refresh();
    assert_eq!(text, entries("2012", "2001"));
    assert!(
        said.contains("1 value taken over, 1 difference kept"),
        "{said}"
    );
    // The same once more changes nothing.
    assert_eq!(desk.refresh().0, text);
}

#[test]
fn what_is_not_committed_stays() {
    let desk = Desk::new();
    desk.refresh();
    desk.commit();
    desk.write("refs.bib", &entries("2013", "1999"));
    desk.write("master.bib", &entries("2012", "2000"));
    assert_eq!(desk.refresh().0, entries("2013", "2000"));
}
