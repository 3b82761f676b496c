//! `refmend merge`: three versions of one .bib file made one, as a git merge driver does.

use refmend::{input, merge::merge};

use super::{Outcome, args::MergeArgs, print, save};

pub(super) fn run(args: &MergeArgs) -> anyhow::Result<Outcome> {
    let base = input::read(&args.base, None)?;
    let ours = input::read(&args.ours, None)?;
    let theirs = input::read(&args.theirs, None)?;
    let merged = merge(&base.text, &ours.text, &theirs.text);
    for conflict in &merged.conflicts {
        print::warning(conflict);
    }
    if args.stdout {
        print::bytes(&save::encoded(&ours, &merged.text)?)?;
    } else if merged.text != ours.text {
        save::text(&ours, &args.ours, &merged.text)?;
    }
    Ok(if merged.conflicts.is_empty() {
        Outcome::Clean
    } else {
        print::hint("settle what stands between `<<<<<<<` and `>>>>>>>`");
        Outcome::Findings
    })
}
