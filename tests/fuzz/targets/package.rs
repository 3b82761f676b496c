//! A Word or OpenDocument file made of fuzzed XML, or fuzzed as a whole: what is read slices, an edit does what it says or is refused,
//! tracked or not, and parts without text keep every byte.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{
    document::{Document, Revision},
    edit,
    project::Project,
    rules,
    span::Span,
};

/// A part that no edit touches.
const OTHER: (&str, &[u8]) = ("other.xml", b"<a>as it was</a>");

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else {
        return;
    };
    // No byte of UTF-8 is 0xff.
    let mut parts = rest.split(|byte| *byte == 0xff);
    let mut part = || parts.next().unwrap_or_default();
    let bytes = match kind % 3 {
        0 => zip(&[
            ("word/document.xml", part()),
            ("word/footnotes.xml", part()),
            ("word/styles.xml", part()),
            ("word/_rels/document.xml.rels", part()),
            OTHER,
        ]),
        1 => zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", part()),
            OTHER,
        ]),
        _ => rest.to_vec(),
    };
    let Ok(document) = Document::read_package(bytes) else {
        return;
    };
    let at = usize::from(*kind) % (document.text.len() + 1);
    check_edit(&document, at);
    let revision = Revision {
        author: "A & \"B\"".to_owned(),
        date: "2026-01-02T03:04:05Z".to_owned(),
    };
    if let Some(tracked) = document.clone().with_tracked_changes(revision) {
        check_edit(&tracked, at);
    }
    let text = document.text.clone();
    let mut project = Project::default();
    project.add_paper("paper", document);
    for finding in rules::check(&project) {
        let span = finding.place.span;
        assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
    }
});

/// Replaces some letters from a place on.
fn check_edit(document: &Document, at: usize) {
    let view = &document.text;
    for piece in document.map.pieces() {
        assert!(view.get(piece.view.start..piece.view.end).is_some());
    }
    for span in &document.prose {
        assert!(view.get(span.start..span.end).is_some());
    }
    let (start, end) = (view.floor_char_boundary(at), view.ceil_char_boundary(at + 9));
    let change = (Span::new(start, end), " ü & b");
    let edited = document.edited(&[change]);
    let expected = if edited.refused.is_empty() {
        edit::apply(view, &[change]).0
    } else {
        view.clone()
    };
    assert_eq!(edited.source, expected);
    if let Some(bytes) = &edited.package {
        let was = document.package().expect("it is a file of a word processor");
        assert_eq!(holds(bytes, OTHER.1), holds(was, OTHER.1));
    }
    assert_eq!(document.read_again(edited).text, expected);
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A zip file of these members, none of them packed.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut output, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in members {
        let mut checksum = flate2::Crc::new();
        checksum.update(content);
        let mut header = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x50];
        for number in [checksum.sum(), content.len() as u32, content.len() as u32] {
            header.extend(number.to_le_bytes());
        }
        header.extend([name.len() as u8, 0, 0, 0]);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend((output.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        output.extend(b"PK\x03\x04");
        output.extend(&header);
        output.extend(name.as_bytes());
        output.extend(*content);
    }
    let (start, count) = (output.len() as u32, members.len() as u8);
    output.extend(&directory);
    output.extend(b"PK\x05\x06\0\0\0\0");
    output.extend([count, 0, count, 0]);
    output.extend((directory.len() as u32).to_le_bytes());
    output.extend(start.to_le_bytes());
    output.extend([0, 0]);
    output
}
