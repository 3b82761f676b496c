//! `refmend check`: findings over papers and .bib files.

use refmend::output;

use super::{
    Outcome,
    args::{CheckArgs, OutputFormat},
    load, print,
};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    let loaded = load::selection(&args.selection)?;
    let findings = load::findings(&loaded.project, &args.selection);
    let sources = &loaded.project.sources;
    print::result(&match args.output_format {
        OutputFormat::Full => output::full(&findings, sources, print::width()),
        OutputFormat::Concise => output::concise(&findings, sources),
        OutputFormat::Json => output::json(&findings, sources),
    })?;
    if !loaded.inputs.is_empty() && !matches!(args.output_format, OutputFormat::Json) {
        print::status(&output::summary(&findings));
    }
    Ok(match (loaded.failed, findings.is_empty()) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Clean,
        (false, false) => Outcome::Findings,
    })
}
