//! Tells the program which version it is: `0.1.0 (1a2b3c4 2026-11-21)`, or `0.1.0` where there is no git, and while it is developed.

use std::{env, process::Command};

fn main() {
    let version = env!("CARGO_PKG_VERSION");
    // A build for trying out would otherwise be made anew with each commit.
    if env::var("PROFILE").as_deref() != Ok("release") {
        println!("cargo::rustc-env=REFMEND_VERSION={version}");
        println!("cargo::rerun-if-changed=src/build.rs");
        return;
    }
    // Built from a package or an unpacked archive, there may be a repository above that is not ours.
    let is_ours = git(&["ls-files", "--error-unmatch", "src/build.rs"]).is_some();
    let commit = git(&["log", "-1", "--abbrev=9", "--format=%h %cs"]).filter(|_| is_ours);
    let version = commit.map_or(version.to_owned(), |commit| format!("{version} ({commit})"));
    println!("cargo::rustc-env=REFMEND_VERSION={version}");
    println!("cargo::rerun-if-changed=src/build.rs");
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
}

/// What git prints, if it is there and content.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    let is_content = output.status.success() && !printed.trim().is_empty();
    is_content.then(|| printed.trim().to_owned())
}
