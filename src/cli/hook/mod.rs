//! `refmend hook`: a git pre-commit hook, put in, taken out, and run.

mod script;
mod staged;

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, bail};
use refmend::{finding::Severity, output};

use self::staged::Staged;
use super::{
    Outcome,
    args::{HookCommand, Selection},
    load::{self, Reading},
    print,
};

pub(super) fn run(command: HookCommand) -> anyhow::Result<Outcome> {
    match command {
        HookCommand::Install => install(),
        HookCommand::Uninstall => uninstall(),
        HookCommand::Run => check_staged(),
    }
}

/// Puts a block into the hook of the repository; what stands there stays.
fn install() -> anyhow::Result<Outcome> {
    let path = hook_path()?;
    let old = read(&path)?;
    let name = path.display();
    let new = match old.as_deref() {
        Some(old) if script::is_installed(old) => {
            print::status(&format!("{name} runs refmend already."));
            return Ok(Outcome::Clean);
        }
        Some(old) => script::with_block(old)
            .with_context(|| format!("{name} is no shell script; call `refmend hook run` in it"))?,
        None => script::new(),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    write(&path, &new)?;
    print::status(&format!(
        "{name} checks the papers and .bib files of each commit from now on; `git commit --no-verify` passes it over."
    ));
    Ok(Outcome::Clean)
}

/// Takes the block out again; a hook that held nothing else goes.
fn uninstall() -> anyhow::Result<Outcome> {
    let path = hook_path()?;
    let name = path.display().to_string();
    let Some(old) = read(&path)?.filter(|old| script::is_installed(old)) else {
        print::status(&format!("{name} does not run refmend."));
        return Ok(Outcome::Clean);
    };
    match script::without_block(&old) {
        Some(new) => write(&path, &new)?,
        None => fs::remove_file(&path).with_context(|| format!("cannot remove {name}"))?,
    }
    print::status(&format!("{name} does not run refmend any more."));
    Ok(Outcome::Clean)
}

/// Where git looks for the hook, in worktrees and submodules too.
fn hook_path() -> anyhow::Result<PathBuf> {
    let folder = git(["rev-parse", "--git-path", "hooks"])?;
    let folder = String::from_utf8(folder).context("the path of the hooks is not UTF-8")?;
    Ok(Path::new(folder.trim_end_matches(['\r', '\n'])).join("pre-commit"))
}

/// The text of a file; none if it is not there.
fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Writes a script that can be run.
fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    fs::write(path, text).with_context(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).with_context(failed)?;
    }
    Ok(())
}

/// Checks what is about to be committed, as it is staged; notes are shown and stop nothing.
fn check_staged() -> anyhow::Result<Outcome> {
    let Some(staged) = Staged::check_out()? else {
        return Ok(Outcome::Clean);
    };
    // Names and configuration are those of the repository, whose staged files lie here.
    std::env::set_current_dir(staged.folder()).context("cannot enter the staged files")?;
    let selection = Selection::of(staged.paths().to_vec());
    let loaded = load::selection(&selection, Reading::asked(true))?;
    let findings = load::findings(&loaded, &selection);
    print::result(&output::concise(&findings, &loaded.project.sources))?;
    if loaded.failed {
        return Ok(Outcome::Failed);
    }
    let stops = findings
        .iter()
        .any(|finding| finding.severity > Severity::Note);
    if stops {
        print::status(&output::summary(&findings));
        print::hint("mend them, or commit all the same with `git commit --no-verify`");
    }
    Ok(if stops {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// What git says.
fn git<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> anyhow::Result<Vec<u8>> {
    let output = Command::new("git")
        .args(args)
        .output()
        .context("cannot run git")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("git: {}", said.trim().trim_start_matches("fatal: "));
    }
    Ok(output.stdout)
}
