//! Writing to the terminal: results to stdout, all else to stderr.

use std::io::{self, Write};

use clap::ColorChoice;

use super::progress;

/// The width of output that goes to no terminal.
const DEFAULT_WIDTH: usize = 100;

/// Sets for the whole run whether colours are written; by default the terminal and `NO_COLOR` decide.
pub(super) fn set_color(choice: ColorChoice) {
    super::color_choice(choice).write_global();
}

/// Writes a result to stdout.
pub(super) fn result(text: &str) -> anyhow::Result<()> {
    let choice = anstream::AutoStream::choice(&io::stdout());
    // Written in one piece: stdout by itself would be written to at each colour and each line.
    let mut colored = anstream::AutoStream::new(Vec::new(), choice);
    colored.write_all(text.as_bytes())?;
    bytes(&colored.into_inner())
}

/// Writes bytes to stdout as they are: a mended paper, JSON.
pub(super) fn bytes(bytes: &[u8]) -> anyhow::Result<()> {
    progress::clear(&mut io::stderr());
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()?;
    Ok(())
}

/// The width to which findings are cut.
pub(super) fn width() -> usize {
    terminal_size::terminal_size().map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0).max(40))
}

/// Says what failed.
pub(super) fn error(message: &str) {
    progress::clear(&mut io::stderr());
    anstream::eprintln!("\x1b[1;31merror\x1b[0m: {message}");
}

/// Says what is odd.
pub(super) fn warning(message: &str) {
    progress::clear(&mut io::stderr());
    anstream::eprintln!("\x1b[1;33mwarning\x1b[0m: {message}");
}

/// Says what to do.
pub(super) fn hint(message: &str) {
    progress::clear(&mut io::stderr());
    anstream::eprintln!("\x1b[1;36mhelp\x1b[0m: {message}");
}

/// Asks something; the answer is read behind it.
pub(super) fn question(message: &str) {
    progress::clear(&mut io::stderr());
    anstream::eprint!("{message}");
}

/// Says how the run ended.
pub(super) fn status(message: &str) {
    progress::clear(&mut io::stderr());
    anstream::eprintln!("{message}");
}

/// A number with the word that goes with it.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
