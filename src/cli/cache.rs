//! `refmend cache`: where the indexes of large masters are kept.

use anyhow::Context;
use refmend::master;

use super::{Outcome, args::CacheArgs, print};

pub(super) fn run(args: &CacheArgs) -> anyhow::Result<Outcome> {
    let folder = master::folder().context("this system names no folder for caches")?;
    let failed = || format!("cannot look after {}", folder.display());
    let kept = master::kept(&folder).with_context(failed)?;
    let indexes = print::counted(kept.len(), "index", "indexes");
    let bytes: u64 = kept.iter().map(|(_, size)| size).sum();
    let size = format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    if args.clear {
        master::clear(&kept).with_context(failed)?;
        print::status(&format!("Deleted {indexes} ({size})."));
    } else {
        print::result(&format!("{}\n", folder.display()))?;
        print::status(&format!(
            "{indexes} of large masters, {size}; --clear deletes them"
        ));
    }
    Ok(Outcome::Clean)
}
