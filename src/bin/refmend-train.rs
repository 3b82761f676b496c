//! Trains the model that labels the words of references.
//!
//! ```text
//! refmend-train DATA.jsonl MODEL.bin [--without SOURCE]... [--synthetic COUNT] [--rounds COUNT]
//! refmend-train --show COUNT DATA.jsonl
//! refmend-train --label MODEL.bin < REFERENCES
//! refmend-train --calibrate DATA.jsonl MODEL.bin
//! ```
//!
//! src/reference/label/MODEL.md tells about the data. `--show` prints references that the generator makes up. `--label` reads
//! references, one a line, by a model other than the one built in, and prints what `refmend parse --format labels` does: so a model
//! that was trained without a source is measured on that source. `--calibrate` fits the weights of the confidence in values to
//! references that the model was not trained on, and prints them (src/reference/assemble/calibration has their place).

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use refmend::reference::{
    Parser,
    label::train::{Settings, show_synthetic, train},
};

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
        [calibrate, data, model] if calibrate == "--calibrate" => {
            let report = parser(Path::new(model))?.calibrate(Path::new(data))?;
            println!("{report}");
            Ok(())
        }
        [label, model] if label == "--label" => print_labels(Path::new(model)),
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

/// A parser that labels by the model of a file.
fn parser(model: &Path) -> io::Result<Parser> {
    let file = fs::read(model)?.leak();
    Parser::by_model(file).ok_or_else(|| io::Error::other("no model"))
}

/// Prints what a model makes of the references of the standard input.
fn print_labels(model: &Path) -> io::Result<()> {
    let mut parser = parser(model)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for reference in io::stdin().lines() {
        let reference = reference?;
        let labels = parser.label(&reference);
        serde_json::to_writer(&mut out, &labels.line(&reference))?;
        writeln!(out)?;
    }
    Ok(())
}

/// Reads the options.
fn settings(options: &[String]) -> io::Result<Settings> {
    let mut settings = Settings::default();
    for option in options.chunks(2) {
        match option {
            [name, source] if name == "--without" => settings.without.push(source.clone()),
            [name, count] if name == "--synthetic" => settings.synthetic = number(count)?,
            [name, count] if name == "--rounds" => settings.epochs = number(count)?,
            _ => return Err(io::Error::other(format!("unknown option {}", option[0]))),
        }
    }
    Ok(settings)
}

/// Reads a count.
fn number(text: &str) -> io::Result<usize> {
    text.parse().map_err(io::Error::other)
}
