//! `refmend parse`: reference strings, one a line.

use std::io::{self, BufWriter, Write};

use refmend::{
    bibtex, input, interchange,
    reference::{self, Parser},
};

use super::{
    Outcome,
    args::{ParseArgs, ParseFormat},
    print,
};

pub(super) fn run(args: &ParseArgs) -> anyhow::Result<Outcome> {
    let input = input::read(&args.path, None)?;
    let text = input.text.trim_start_matches('\u{feff}');
    match args.format {
        ParseFormat::Labels => print_labels(text)?,
        format => print::result(&entries(text, format))?,
    }
    Ok(Outcome::Clean)
}

/// The references as entries; blank lines count for nothing.
fn entries(text: &str, format: ParseFormat) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let works = reference::works(lines.map(str::trim));
    let keys = bibtex::keys(&works.iter().collect::<Vec<_>>(), |_| false);
    let keyed = keys.iter().map(String::as_str).zip(&works);
    match format {
        ParseFormat::Bibtex => interchange::bibtex_classic(keyed),
        ParseFormat::CslJson => interchange::csl_json(keyed),
        ParseFormat::Ris => interchange::ris(keyed),
        ParseFormat::Bib | ParseFormat::Labels => {
            let entries: Vec<_> = keyed
                .map(|(key, work)| bibtex::entry_text(work, key))
                .collect();
            entries.join("\n")
        }
    }
}

/// So many lines are read before their answers are printed: enough to keep all threads at work, few enough to hold.
const N_AT_ONCE: usize = 4096;

/// Prints one answer a line, for blank lines too, so that lines of input and output go together.
fn print_labels(text: &str) -> anyhow::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let lines: Vec<&str> = text.lines().collect();
    for lines in lines.chunks(N_AT_ONCE) {
        for line in reference::read_each(lines, |parser, line| label_line(parser, line)) {
            out.write_all(&line?)?;
        }
    }
    Ok(out.flush()?)
}

/// The answer to one line, with its line end.
fn label_line(parser: &mut Parser, line: &str) -> serde_json::Result<Vec<u8>> {
    let mut answer = serde_json::to_vec(&parser.label(line).line(line))?;
    answer.push(b'\n');
    Ok(answer)
}
