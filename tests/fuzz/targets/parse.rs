//! A reference string: read without panic, all that is visible in the segments, the same answer from a used parser as from a new one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{bibtex, interchange, reference};

fuzz_target!(|text: &str| {
    let parsed = reference::parse(text);
    assert!((0.0..=1.0).contains(&parsed.confidence));
    let mut parser = reference::Parser::default();
    parser.parse("Berg, A. (2010). On lakes. Journal of Lakes, 12(3), 45-67.");
    let labels = parser.label(text);
    assert_eq!(labels.fields, parsed.fields);
    assert_eq!(labels.segments, parsed.segments);
    let joined: String = labels.segments.iter().map(|(_, span)| span.slice(text)).collect();
    assert!(labels.segments.is_empty() || visible(&joined) == visible(text));
    serde_json::to_string(&labels.line(text)).expect("labels are JSON");
    let keys = bibtex::keys(&[&parsed.work], |_| false);
    let entry = bibtex::entry_text(&parsed.work, &keys[0]);
    assert_eq!(bibtex::File::read(entry).entries.len(), 1);
    interchange::ris([(keys[0].as_str(), &parsed.work)].into_iter());
});

/// The characters that are no white space.
fn visible(text: &str) -> String {
    text.split_whitespace().collect()
}
