//! The git hook in a real repository; needs git.

mod git;

use std::{fs, path::Path, process::Output};

const GOOD: &str = "Bread fell (Brandt, 2011).\n\nReferences\n\nBrandt, K. (2011). The price of bread. Harbour Press.\n";
const BAD: &str = "Bread fell (Brandt, 2012).\n\nReferences\n\nBrandt, K. (2011). The price of bread. Harbour Press.\n";

/// Runs a program in a folder, with this refmend before all others and nothing of the user's configuration.
fn run(folder: &Path, program: &str, args: &[&str]) -> Output {
    let ours = Path::new(env!("CARGO_BIN_EXE_refmend"));
    let mut path = ours
        .parent()
        .expect("it lies in a folder")
        .as_os_str()
        .to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    git::command(folder, program)
        .args(args)
        .env("PATH", path)
        .output()
        .expect("the program runs")
}

fn git(folder: &Path, args: &[&str]) -> bool {
    run(folder, "git", args).status.success()
}

fn commit(folder: &Path) -> Output {
    assert!(git(folder, &["add", "-A"]));
    run(folder, "git", &["commit", "-m", "x"])
}

#[test]
fn the_hook_checks_what_is_staged() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let folder = folder.path();
    assert!(git(folder, &["init", "-q"]));
    assert!(
        run(folder, "refmend", &["hook", "install"])
            .status
            .success()
    );

    fs::write(folder.join("paper.txt"), BAD).expect("it can be written");
    let refused = commit(folder);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned()
        + &String::from_utf8_lossy(&refused.stdout);
    assert!(
        said.contains("paper.txt:1:") && said.contains("year-mismatch"),
        "{said}"
    );
    assert!(said.contains("--no-verify"), "{said}");

    // What is staged counts, and not what lies in the folder.
    fs::write(folder.join("paper.txt"), GOOD).expect("it can be written");
    assert!(git(folder, &["add", "-A"]));
    fs::write(folder.join("paper.txt"), BAD).expect("it can be written");
    assert!(git(folder, &["commit", "-q", "-m", "x"]));

    // A commit without papers passes.
    assert!(git(folder, &["checkout", "-q", "paper.txt"]));
    fs::write(folder.join("code.rs"), "fn main() {}").expect("it can be written");
    assert!(commit(folder).status.success());

    // So it is in another worktree.
    let other = folder.join("other");
    assert!(git(folder, &["worktree", "add", "-q", "other"]));
    fs::write(other.join("paper.txt"), BAD).expect("it can be written");
    assert!(!commit(&other).status.success());
}

#[test]
fn a_hook_that_is_there_stays() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let folder = folder.path();
    assert!(git(folder, &["init", "-q"]));
    let hook = folder.join(".git/hooks/pre-commit");
    let old = "#!/bin/sh\nexec true\n";
    fs::create_dir_all(folder.join(".git/hooks")).expect("it can be made");
    fs::write(&hook, old).expect("it can be written");
    assert!(
        run(folder, "refmend", &["hook", "install"])
            .status
            .success()
    );
    assert!(
        run(folder, "refmend", &["hook", "install"])
            .status
            .success()
    );
    let both = fs::read_to_string(&hook).expect("it can be read");
    assert_eq!(both.matches("refmend hook run").count(), 1, "{both}");
    fs::write(folder.join("paper.txt"), BAD).expect("it can be written");
    assert!(!commit(folder).status.success());
    assert!(
        run(folder, "refmend", &["hook", "uninstall"])
            .status
            .success()
    );
    assert_eq!(fs::read_to_string(&hook).expect("it can be read"), old);
    assert!(commit(folder).status.success());
}

#[test]
fn outside_of_a_repository_it_says_so() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let said = run(folder.path(), "refmend", &["hook", "install"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("not a git repository"));
}
