//! `refmend config`: what applies, and where it comes from.

use std::path::Path;

use refmend::{
    config::{Level, Pattern},
    input::{self, Kind},
};

use super::{Outcome, args::ConfigArgs, guess, print, settings::Settings};

pub(super) fn run(args: &ConfigArgs) -> anyhow::Result<Outcome> {
    if args.schema {
        print::result(&format!("{:#}\n", super::settings::schema()))?;
        return Ok(Outcome::Clean);
    }
    let settings = Settings::of(&args.path)?;
    let config = &settings.config;
    let mut text = match &settings.path {
        Some(path) => format!("# from {}\n", path.display()),
        None => "# no refmend.toml applies here; `refmend init` writes one\n".to_owned(),
    };
    let papers: Vec<&str> = config.papers.iter().map(Pattern::as_str).collect();
    text.push_str(&line(
        "papers",
        &papers,
        "all texts that cite or list something",
    ));
    let masters: Vec<&str> = config.master.iter().map(String::as_str).collect();
    text.push_str(&line("master", &masters, "none"));
    let style: Vec<&str> = config.style.as_deref().into_iter().collect();
    text.push_str(&line("style", &style, "the paper's own practice"));
    if style.is_empty()
        && let Some(guessed) = guessed(&args.path)?
    {
        text.push_str(&format!("# {guessed}\n"));
    }
    text.push_str(&format!(
        "ignore     {} accepted\n",
        print::counted(config.ignore.len(), "finding", "findings")
    ));
    for (rule, level) in &config.rules {
        let level = match level {
            Level::Off => "off".to_owned(),
            Level::As(severity) => format!("{severity:?}").to_lowercase(),
        };
        text.push_str(&format!("rule       {rule} {level}\n"));
    }
    for file in &config.per_file {
        text.push_str(&format!(
            "per-file   {}: {} off\n",
            file.files.as_str(),
            file.off.join(", ")
        ));
    }
    print::result(&text)?;
    Ok(Outcome::Clean)
}

/// What is guessed of the style of a paper; none where the path is no paper.
fn guessed(path: &Path) -> anyhow::Result<Option<String>> {
    if !path.is_file() {
        return Ok(None);
    }
    let input = input::read(path, None)?;
    Ok(
        (input.kind == Kind::Paper).then(|| match guess::of(&input) {
            Some(guess) => format!(
                "the paper seems to be in `{}`: {}",
                guess.name,
                guess::fit(&guess)
            ),
            None => "not sure which style the paper is in".to_owned(),
        }),
    )
}

/// A key with its values, or what holds without any.
fn line(key: &str, values: &[&str], default: &str) -> String {
    if values.is_empty() {
        format!("{key:<10} {default} (default)\n")
    } else {
        format!("{key:<10} {}\n", values.join(", "))
    }
}
