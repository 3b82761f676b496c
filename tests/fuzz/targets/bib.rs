//! A .bib file: every entry stands in it, means something, and can be linked to itself.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{bibtex, project::{Project, Role}, rules};

fuzz_target!(|text: &str| {
    let file = bibtex::File::read(text);
    for idx in 0..file.entries.len() {
        let span = file.entries[idx].span;
        assert!(text.get(span.start..span.end).is_some());
        file.meaning(idx);
        file.work(idx);
    }
    let mut project = Project::default();
    project.add_bibliography("master.bib", text, Role::Checked);
    rules::check(&project);
});
