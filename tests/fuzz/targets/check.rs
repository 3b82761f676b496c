//! A paper in plain text: read, linked and checked without panic, and every finding stands in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{
    document::{Document, Format},
    project::Project,
    rules,
};

fuzz_target!(|text: &str| {
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::read(text.to_owned(), Format::Plain));
    for finding in rules::check(&project) {
        let span = finding.place.span;
        assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
    }
});
