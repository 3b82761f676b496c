//! Trains the model that labels the words of references.
//!
//! `refmend-train DATA.jsonl MODEL.bin [--without SOURCE]...`; src/reference/label/MODEL.md tells about the data.

use std::{fs, io, path::Path, process::ExitCode};

use refmend::reference::label::train::{Settings, train};

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

/// Trains and writes the model.
fn run(arguments: &[String]) -> io::Result<()> {
    let [data, model, rest @ ..] = arguments else {
        return Err(io::Error::other(
            "usage: refmend-train DATA.jsonl MODEL.bin [--without SOURCE]...",
        ));
    };
    let mut settings = Settings::default();
    for option in rest.chunks(2) {
        match option {
            [name, source] if name == "--without" => settings.without.push(source.clone()),
            _ => return Err(io::Error::other(format!("unknown option {}", option[0]))),
        }
    }
    let file = train(Path::new(data), &settings, |line| eprintln!("{line}"))?;
    fs::write(model, file)
}
