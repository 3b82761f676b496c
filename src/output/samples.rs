//! Findings for the tests of the formats.

use crate::{
    document::{Document, Format},
    edit::{Applicability, Edit, Fix},
    finding::{Confidence, Finding, Severity},
    source::Sources,
    span::{Place, SourceId, Span},
};

/// The place of the first `needle` in a file.
fn place(sources: &Sources, source: SourceId, needle: &str) -> Place {
    let text = &sources.get(source).text;
    let start = text.find(needle).expect("the sample holds the text");
    Place::new(source, Span::new(start, start + needle.len()))
}

fn finding(rule: &'static str, severity: Severity, place: Place, message: &str) -> Finding {
    Finding {
        rule,
        severity,
        confidence: Confidence::High,
        message: message.to_owned(),
        place,
        related: Vec::new(),
        help: None,
        fix: None,
    }
}

/// A wrong year with a related place and a fix, and a note over two lines of another file.
pub(super) fn two_findings() -> (Vec<Finding>, Sources) {
    let mut sources = Sources::default();
    let text = "Añejo 😀 line.\nAs Peña (2010) says.\n\nReferences\nPeña, J. (2011). Ríos.\n";
    let paper = sources.add("my papers/50%.txt", text);
    let master = sources.add("master.bib", "@book{a,\n  title = {X}}\n");
    let year = place(&sources, paper, "2010");
    let fix = Fix::new(
        "write `2011`",
        Edit::new(year, "2011"),
        Applicability::Unsafe,
    );
    let mismatch = finding(
        "year-mismatch",
        Severity::Error,
        year,
        "cited as 2010, listed as 2011",
    )
    .with_related(place(&sources, paper, "2011"), "listed here")
    .with_help("check the original")
    .with_fix(fix);
    let entry = place(&sources, master, "@book{a,\n  title");
    let missing = finding(
        "not-in-master",
        Severity::Note,
        entry,
        "50% sure:\nno entry",
    );
    (vec![mismatch, missing], sources)
}

/// A finding in a paper with a fix that writes `&` for the first `and`.
pub(super) fn ampersand(text: &str, format: Format) -> (Finding, Sources) {
    let mut sources = Sources::default();
    let document = Document::read(text.to_owned(), format);
    let paper = sources.add_document("paper", &document);
    let place = place(&sources, paper, "and");
    let fix = Fix::new("write `&`", Edit::new(place, "&"), Applicability::Safe);
    let finding = finding("wrong-connector", Severity::Note, place, "`and`");
    (finding.with_fix(fix), sources)
}
