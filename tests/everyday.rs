//! References of everyday styles and the entries that are expected of them; what somebody tries first has to be right.

use std::{fs, path::Path};

use refmend::{bibtex, reference};

/// The styles, each with its references, one a line, in `NAME.txt`, and the entries in `NAME.bib`.
const STYLES: [&str; 11] = [
    "apa",
    "chicago",
    "french",
    "german",
    "harvard",
    "ieee",
    "italian",
    "mla",
    "portuguese",
    "spanish",
    "vancouver",
];

/// The entries of references that stand in one list.
fn entries(references: &str) -> Vec<String> {
    let works = reference::works(references.lines());
    let keys = bibtex::keys(&works.iter().collect::<Vec<_>>(), |_| false);
    let keyed = works.iter().zip(&keys);
    keyed
        .map(|(work, key)| bibtex::entry_text(work, key))
        .collect()
}

#[test]
fn everyday_references_are_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everyday");
    let mut wrong = Vec::new();
    for style in STYLES {
        let read = |end: &str| fs::read_to_string(folder.join(format!("{style}.{end}")));
        let (references, expected) = (
            read("txt").expect("references"),
            read("bib").expect("entries"),
        );
        let found = entries(&references);
        let expected: Vec<_> = expected.split("\n\n").map(str::trim).collect();
        assert_eq!(found.len(), expected.len(), "entries of {style}");
        for (found, expected) in found.iter().zip(expected) {
            if found.trim() != expected {
                wrong.push(format!("found {found}expected {expected}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
