//! `refmend dump`: what was seen in a paper, as JSON.

use refmend::{finding::Confidence, input, output, rules};

use super::{
    Outcome,
    args::DumpArgs,
    load::{self, Reading},
    print,
};

pub(super) fn run(args: &DumpArgs) -> anyhow::Result<Outcome> {
    let loaded = load::one(
        input::read_as_paper(&args.paper, args.written.input_format)?,
        &args.bib,
        Reading::asked(args.cache.no_cache),
    )?;
    let mut findings = rules::check(&loaded.project);
    findings.retain(|finding| finding.confidence >= Confidence::Medium);
    for paper in &loaded.project.papers {
        let json = output::dump(paper, &paper.keys(), &findings, &loaded.project);
        print::bytes(json.as_bytes())?;
    }
    Ok(Outcome::Clean)
}
