//! `refmend dump`: what was seen in a paper, as JSON.

use refmend::{
    finding::{Confidence, Finding},
    input, output, rules,
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
    loaded.warn_of_divided();
    let mut findings = rules::check(&loaded.project);
    findings.retain(|finding| finding.confidence >= Confidence::Medium);
    for (idx, paper) in loaded.project.papers.iter().enumerate() {
        // Those of .bib files come with the main file.
        let is_here = |finding: &&Finding| {
            let papers = &loaded.project.papers;
            let mut places = papers.iter().map(|paper| paper.source);
            let source = finding.place.source;
            source == paper.source || (idx == 0 && !places.any(|place| place == source))
        };
        let findings: Vec<Finding> = findings.iter().filter(is_here).cloned().collect();
        let json = output::dump(paper, &paper.keys(), &findings, &loaded.project);
        print::bytes(json.as_bytes())?;
    }
    Ok(Outcome::Clean)
}
