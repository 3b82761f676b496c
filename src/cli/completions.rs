//! `refmend completions`: the script that a shell completes our arguments with.

use clap::CommandFactory;

use super::{
    Outcome,
    args::{Args, CompletionsArgs},
    print,
};

pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "refmend", &mut script);
    print::bytes(&script)?;
    Ok(Outcome::Clean)
}
