//! `refmend diff`: a paper or .bib file against the master, field by field.

use refmend::{comparison, input, input::Kind, linkage::Decision, output};

use super::{
    Outcome, apply,
    args::{DiffArgs, DiffFormat},
    load::{self, Reading},
    print,
};

pub(super) fn run(args: &DiffArgs) -> anyhow::Result<Outcome> {
    let input = input::read(&args.path, args.written.input_format)?;
    // A master that is written needs its layout, its order and all of its keys.
    let reading = if args.apply {
        Reading::Whole
    } else {
        Reading::Asked {
            no_cache: args.cache.no_cache,
            gives_keys: false,
            entries: input.kind == Kind::Bibliography,
        }
    };
    let loaded = load::whole(input, &args.bib, reading, None)?;
    let project = &loaded.project;
    let mut comparisons = Vec::new();
    for paper in &project.papers {
        comparisons.extend(comparison::of_paper(paper, project));
    }
    if Kind::of(&args.path) == Kind::Bibliography {
        let checked = project.checked_bibliographies();
        comparisons.extend(
            checked.flat_map(|bibliography| comparison::of_bibliography(bibliography, project)),
        );
    }
    if args.apply {
        return apply::run(args, &loaded, &comparisons);
    }
    match args.output_format {
        DiffFormat::Full => {
            print::result(&output::differences(&comparisons, &project.sources))?;
            print::status(&output::differences_summary(&comparisons));
        }
        DiffFormat::Json => print::result(&output::differences_json(&comparisons))?,
    }
    let clean = |comparison: &comparison::Comparison| {
        comparison.decision == Decision::Match && !comparison.differs()
    };
    Ok(if comparisons.iter().all(clean) {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}
