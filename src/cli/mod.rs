//! The commands: one file each. Nothing below this room sees clap, the terminal or an exit status.

mod advice;
mod apply;
mod args;
mod cache;
mod check;
mod cite;
mod completions;
mod config;
mod diff;
mod dump;
mod explain;
mod extract;
mod files;
mod fix;
mod fmt;
mod guess;
mod hook;
mod init;
mod load;
#[cfg(feature = "lsp")]
mod lsp;
mod man;
mod merge;
mod pandoc;
mod parse;
mod parts;
mod print;
mod progress;
mod refresh;
mod relist;
mod rename;
mod revision;
mod save;
mod settings;

use std::{
    io, panic,
    process::{self, ExitCode},
    thread,
};

use clap::{ColorChoice, Parser};
use refmend::{
    document::{PDF_THREAD, PdfError},
    input::InputError,
    style::{STYLE_THREAD, StyleError},
};

use self::{
    advice::Advised,
    args::{Args, Command},
};

/// How a command ended; errors are the third way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing was found, or all of it was mended: exit status 0.
    Clean,
    /// There are findings or differences: exit status 1.
    Findings,
    /// Something could not be read or written, and was reported: exit status 2.
    Failed,
}

/// Runs the program with the arguments of the process.
pub(crate) fn run() -> ExitCode {
    report_readers();
    let args = Args::parse_from(pandoc::arguments());
    print::set_color(args.color);
    match dispatch(args.command) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::from(2)
        }
    }
}

/// Ends the run with an error, rather than with the report of a panic, where a crate that reads PDFs or styles meets what it did not
/// expect.
fn report_readers() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        match thread::current().name() {
            Some(PDF_THREAD) => {
                let damaged = PdfError::Damaged;
                print::error(&format!("a PDF cannot be read: {damaged}"));
                print::hint(damaged.hint());
            }
            Some(STYLE_THREAD) => {
                let (name, broken) = (settings::last_style(), StyleError::Broken);
                print::error(&format!("{name}: {broken}"));
            }
            _ => return report(panic),
        }
        process::exit(2);
    }));
}

fn dispatch(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Check(args) => check::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Cite(args) => cite::run(&args),
        Command::Pandoc(args) => pandoc::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Fmt(args) => Ok(fmt::run(&args)),
        Command::Parse(args) => parse::run(&args),
        Command::Dump(args) => dump::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Cache(args) => cache::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Hook(command) => hook::run(command),
        #[cfg(feature = "lsp")]
        Command::Lsp => lsp::run(),
        Command::Man(args) => man::run(&args),
        Command::Completions(args) => completions::run(&args),
    }
}

/// Whether the reader of our output went away, as `head` does; that is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kinds = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>());
    kinds
        .into_iter()
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Says what went wrong and what to do, on stderr.
fn report(error: &anyhow::Error) {
    print::error(&format!("{error:#}"));
    if let Some(hint) = error
        .downcast_ref::<InputError>()
        .and_then(InputError::hint)
    {
        print::hint(hint);
    }
    if let Some(advised) = error.downcast_ref::<Advised>() {
        print::hint(&advised.help);
    }
}

/// The colour choice of clap as anstream has it.
fn color_choice(choice: ColorChoice) -> anstream::ColorChoice {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
}
