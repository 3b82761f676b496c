//! `refmend man`: the manual pages, made from the help of the arguments.

use std::fs;

use anyhow::Context;
use clap::CommandFactory;
use clap_mangen::Man;

use super::{
    Outcome,
    args::{Args, ManArgs},
    print,
};

pub(super) fn run(args: &ManArgs) -> anyhow::Result<Outcome> {
    let mut program = Args::command().disable_help_subcommand(true);
    // The commands get the names of their pages: `refmend-check`.
    program.build();
    if let Some(folder) = &args.output_dir {
        let place = || format!("cannot write to {}", folder.display());
        fs::create_dir_all(folder).with_context(place)?;
        clap_mangen::generate_to(program, folder).with_context(place)?;
        return Ok(Outcome::Clean);
    }
    let command = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name);
            let unknown = || format!("there is no command `{name}`; `refmend --help` lists them");
            found.cloned().with_context(unknown)?
        }
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    print::bytes(&page)?;
    Ok(Outcome::Clean)
}
