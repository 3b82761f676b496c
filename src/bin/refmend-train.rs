//! Trains the model that labels the words of references.
//!
//! ```text
//! refmend-train DATA.jsonl MODEL.bin [--without SOURCE]... [--synthetic COUNT]
//! refmend-train --show COUNT DATA.jsonl
//! ```
//!
//! src/reference/label/MODEL.md tells about the data. `--show` prints references that the generator makes up.

use std::{fs, io, path::Path, process::ExitCode};

use refmend::reference::label::train::{Settings, show_synthetic, train};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("refmend-train: {error}");
            ExitCode::from(2)
        }
    }
}

/// Trains and writes the model, or shows made-up references.
fn run(arguments: &[String]) -> io::Result<()> {
    match arguments {
        [show, count, data] if show == "--show" => {
            let references = show_synthetic(Path::new(data), number(count)?)?;
            println!("{}", references.join("\n"));
            Ok(())
        }
        [data, model, options @ ..] => {
            let settings = settings(options)?;
            let file = train(Path::new(data), &settings, |line| eprintln!("{line}"))?;
            fs::write(model, file)
        }
        _ => Err(io::Error::other(
            "usage: refmend-train DATA.jsonl MODEL.bin",
        )),
    }
}

/// Reads the options.
fn settings(options: &[String]) -> io::Result<Settings> {
    let mut settings = Settings::default();
    for option in options.chunks(2) {
        match option {
            [name, source] if name == "--without" => settings.without.push(source.clone()),
            [name, count] if name == "--synthetic" => settings.synthetic = number(count)?,
            _ => return Err(io::Error::other(format!("unknown option {}", option[0]))),
        }
    }
    Ok(settings)
}

/// Reads a count.
fn number(text: &str) -> io::Result<usize> {
    text.parse().map_err(io::Error::other)
}
