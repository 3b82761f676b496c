//! `refmend dump`: what was seen in a paper, as JSON.

use refmend::{
    finding::{Confidence, Finding},
    input, output,
    project::Paper,
    rules,
    span::SourceId,
};

use super::{
    Outcome,
    args::DumpArgs,
    load::{self, Reading},
    print,
};

pub(super) fn run(args: &DumpArgs) -> anyhow::Result<Outcome> {
    let loaded = load::whole(
        input::read_as_paper(&args.paper, args.written.input_format)?,
        &args.bib,
        Reading::asked(args.cache.no_cache),
        None,
    )?;
    let mut findings = rules::check(&loaded.project);
    findings.retain(|finding| finding.confidence >= Confidence::Medium);
    let papers = loaded.project.papers.iter();
    let files = papers.flat_map(|paper| paper.sources().iter().map(move |file| (paper, *file)));
    let files: Vec<(&Paper, SourceId)> = files.collect();
    for (idx, (paper, file)) in files.iter().enumerate() {
        // Those of .bib files come with the main file.
        let is_here = |finding: &&Finding| {
            let source = finding.place.source;
            let is_of_none = files.iter().all(|(_, other)| *other != source);
            source == *file || (idx == 0 && is_of_none)
        };
        let findings: Vec<Finding> = findings.iter().filter(is_here).cloned().collect();
        let json = output::dump((paper, *file), &paper.keys(), &findings, &loaded.project);
        print::bytes(json.as_bytes())?;
    }
    Ok(Outcome::Clean)
}
