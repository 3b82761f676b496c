//! A file that the program changes holds the old text or the new one, whatever happens meanwhile.
#![cfg(unix)]

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

/// A master of some 300 KB in which every entry has something to tidy.
fn untidy() -> String {
    let entry = |number: usize| {
        format!(
            "@Article{{key{number},\n  Author = {{Holm, Ann}},\n  Title = {{On Lakes {number}}},\n  \
             Journal = {{Lakes}},\n  Pages = {{{number}-{}}},\n  Year = {{1999}},\n}}\n\n",
            number + 9
        )
    };
    (0..2_000).map(entry).collect()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        fs::write(folder.bib(), untidy()).expect("it can be written");
        folder
    }

    fn bib(&self) -> PathBuf {
        self.0.path().join("master.bib")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.bib()).expect("it is there and is text")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_refmend"));
        command.args(args).current_dir(&self.0);
        command
    }

    /// Runs the program below a shell that allows it files of 64 KB only.
    fn with_little_room(&self, before: &str) -> std::process::Output {
        let program = env!("CARGO_BIN_EXE_refmend");
        let script = format!("{before} ulimit -f 128 && exec {program} fmt master.bib");
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(&self.0);
        command.output().expect("there is a shell")
    }

    fn n_files(&self) -> usize {
        fs::read_dir(&self.0).expect("it is there").count()
    }
}

/// What `fmt` makes of the file with some of its normalisations.
fn tidied(select: &[&str]) -> String {
    let folder = Folder::new();
    for name in select {
        let mut command = folder.command(&["fmt", "master.bib", "--select", name]);
        assert!(command.status().expect("it runs").success());
    }
    folder.text()
}

#[test]
fn no_room_for_the_new_file() {
    let folder = Folder::new();
    // The signal is ignored, so that writing fails as on a full disk.
    let output = folder.with_little_room("trap '' XFSZ;");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("the file is unchanged"));
    assert_eq!(folder.text(), untidy());
    assert_eq!(folder.n_files(), 1, "nothing is left behind");
}

#[test]
fn killed_in_the_middle_of_writing() {
    let folder = Folder::new();
    // The signal kills the program with its 64 KB written.
    let output = folder.with_little_room("");
    assert_eq!(output.status.code(), None, "{output:?}");
    assert_eq!(folder.text(), untidy());
}

#[test]
fn killed_at_any_time() {
    let new = tidied(&["lower-case"]);
    let mut seen = HashSet::new();
    for step in 0..40 {
        let folder = Folder::new();
        let mut command = folder.command(&["fmt", "master.bib", "--select", "lower-case"]);
        let mut child = command.spawn().expect("it runs");
        thread::sleep(Duration::from_micros(1_000 * step));
        // It may have ended already.
        child.kill().ok();
        child.wait().expect("it was started");
        let text = folder.text();
        assert!(text == untidy() || text == new, "a mixture after {step} ms");
        seen.insert(text);
    }
    assert!(!seen.is_empty());
}

#[test]
fn two_writers_at_once() {
    let (dashes, lower) = ("page-dashes", "lower-case");
    let allowed = [
        tidied(&[dashes]),
        tidied(&[lower]),
        tidied(&[dashes, lower]),
    ];
    for _ in 0..10 {
        let folder = Folder::new();
        let start = |name| {
            let mut command = folder.command(&["fmt", "master.bib", "--select", name]);
            command.spawn().expect("it runs")
        };
        for mut child in [start(dashes), start(lower)] {
            // The second to save may find that the file has changed.
            child.wait().expect("it was started");
        }
        assert!(allowed.contains(&folder.text()), "a mixture");
    }
}

#[test]
fn a_link_stays_and_its_target_is_replaced() {
    let folder = Folder::new();
    let link = folder.0.path().join("link.bib");
    std::os::unix::fs::symlink("master.bib", &link).expect("a link can be made");
    let mut command = folder.command(&["fmt", "link.bib", "--select", "lower-case"]);
    assert!(command.status().expect("it runs").success());
    assert_eq!(
        fs::read_link(&link).expect("it is a link"),
        Path::new("master.bib")
    );
    assert_eq!(folder.text(), tidied(&["lower-case"]));
}

#[test]
fn a_file_that_is_read_only_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    fs::set_permissions(folder.bib(), fs::Permissions::from_mode(0o444)).expect("it is ours");
    let output = folder
        .command(&["fmt", "master.bib"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(folder.text(), untidy());
}

#[test]
fn a_pipe_is_written_into_and_stays() {
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::new();
    fs::write(
        folder.0.path().join("paper.txt"),
        "As Holm (1999) says.\n\nReferences\n\nHolm, A. (1999). On lakes. Lake Press.\n",
    )
    .expect("it can be written");
    let pipe = folder.0.path().join("refs.bib");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("there is mkfifo").success());
    let read = {
        let pipe = pipe.clone();
        thread::spawn(move || fs::read_to_string(pipe).expect("it is text"))
    };
    let output = folder
        .command(&["extract", "paper.txt", "-o", "refs.bib"])
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{output:?}");
    assert!(read.join().expect("it is read").contains("@book{holm1999,"));
    let metadata = fs::metadata(&pipe).expect("it is there");
    assert!(metadata.file_type().is_fifo());
}
