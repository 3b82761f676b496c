//! `refmend check`: findings over papers and .bib files.

use std::fs;

use anyhow::Context;
use refmend::output;

use super::{
    Outcome,
    args::{CheckArgs, OutputFormat},
    load::{self, Reading},
    print,
};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let loaded = load::selection(
        &args.selection,
        Reading::asked(args.selection.cache.no_cache),
    )?;
    let findings = load::findings(&loaded, &args.selection);
    let sources = &loaded.project.sources;
    print::result(&match args.output_format {
        OutputFormat::Full => output::full(&findings, sources, print::width()),
        OutputFormat::Concise => output::concise(&findings, sources),
        OutputFormat::Json => output::json(&findings, sources),
        OutputFormat::Jsonl => output::jsonl(&findings, sources),
        OutputFormat::Sarif => output::sarif(&findings, sources),
        OutputFormat::Github => output::github(&findings, sources),
    })?;
    if let Some(path) = &args.report {
        let page = output::html(&loaded.project, &findings);
        fs::write(path, page).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let is_for_people = matches!(
        args.output_format,
        OutputFormat::Full | OutputFormat::Concise
    );
    if !loaded.inputs.is_empty() && is_for_people {
        print::status(&output::summary(&findings));
    }
    // Code scanning takes a failing step for a failing run and would not read the findings.
    let is_clean = findings.is_empty() || matches!(args.output_format, OutputFormat::Sarif);
    Ok(match (loaded.failed, is_clean) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Clean,
        (false, false) => Outcome::Findings,
    })
}
