//! The program: parses arguments, runs the command, maps the kind of outcome to an exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
