//! `refmend merge`: three versions of one .bib file made one, as a git merge driver does.

use anyhow::Context;
use refmend::{
    input,
    merge::merge,
    writer::{self, Change},
};

use super::{Outcome, args::MergeArgs, print};

pub(super) fn run(args: &MergeArgs) -> anyhow::Result<Outcome> {
    let base = input::read(&args.base, None)?;
    let ours = input::read(&args.ours, None)?;
    let theirs = input::read(&args.theirs, None)?;
    let merged = merge(&base.text, &ours.text, &theirs.text);
    for conflict in &merged.conflicts {
        print::warning(conflict);
    }
    let failed = || format!("{} was not changed", ours.name());
    let new = ours.encoding.encode(&merged.text).with_context(failed)?;
    if args.stdout {
        print::bytes(&new)?;
    } else if new != ours.bytes {
        let path = args.ours.clone();
        let old = ours.bytes.clone();
        writer::save(&Change { path, old, new })?;
    }
    Ok(if merged.conflicts.is_empty() {
        Outcome::Clean
    } else {
        print::hint("settle what stands between `<<<<<<<` and `>>>>>>>`");
        Outcome::Findings
    })
}
