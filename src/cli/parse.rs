//! `refmend parse`: reference strings, one a line.

use refmend::{bibtex, input, interchange, reference::Parser};

use super::{
    Outcome,
    args::{ParseArgs, ParseFormat},
    print,
};

pub(super) fn run(args: &ParseArgs) -> anyhow::Result<Outcome> {
    let input = input::read(&args.path, None)?;
    let text = input.text.trim_start_matches('\u{feff}');
    let output = match args.format {
        ParseFormat::Labels => label_lines(text)?,
        format => entries(text, format),
    };
    print::result(&output)?;
    Ok(Outcome::Clean)
}

/// The references as entries; blank lines count for nothing.
fn entries(text: &str, format: ParseFormat) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut parser = Parser::default();
    let works: Vec<_> = lines.map(|line| parser.parse(line).work).collect();
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

/// One answer a line, for blank lines too, so that lines of input and output go together.
fn label_lines(text: &str) -> serde_json::Result<String> {
    let mut output = String::new();
    let mut parser = Parser::default();
    for line in text.lines() {
        let parsed = parser.parse(line);
        output.push_str(&serde_json::to_string(&parsed.label_line(line))?);
        output.push('\n');
    }
    Ok(output)
}
