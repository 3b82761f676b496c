//! A paper in a text format, which the first byte names: what is read slices, an edit does what it says or is refused, and what stands
//! before and behind it in the file stays.

#![no_main]

use libfuzzer_sys::fuzz_target;
use refmend::{
    document::{Document, Format},
    edit::{self, Applicability},
    fix,
    project::Project,
    rules,
    span::{SourceId, Span},
};

const FORMATS: [Format; 4] = [Format::Markdown, Format::Latex, Format::Typst, Format::Html];

fuzz_target!(|text: &str| {
    let Some(first) = text.chars().next() else {
        return;
    };
    let format = FORMATS[first as usize % FORMATS.len()];
    let source = &text[first.len_utf8()..];
    let document = Document::read(source.to_owned(), format);
    let view = &document.text;
    for span in &document.prose {
        assert!(view.get(span.start..span.end).is_some());
    }
    for piece in document.map.pieces() {
        let (seen, written) = (piece.view.slice(view), piece.source.slice(source));
        assert!(!piece.verbatim || seen == written);
    }
    assert_eq!(document.edited(&[]).source, source);
    for at in [first as usize % (view.len() + 1), view.len() / 2] {
        check_edit(&document, at);
    }
    let mut project = Project::default();
    project.add_paper("paper", document.clone());
    for finding in rules::check(&project) {
        let span = finding.place.span;
        assert!(view.get(span.start..span.end).is_some(), "{finding:?}");
    }
    let fixed = fix::fix_all(document, SourceId(0), Applicability::Unsafe, |document| {
        project.update_paper(SourceId(0), document.clone());
        rules::check(&project)
    });
    assert_eq!(Document::read(fixed.document.source().to_owned(), format), fixed.document);
});

/// Replaces some letters from a place on.
fn check_edit(document: &Document, at: usize) {
    let (view, old) = (&document.text, document.source());
    let span = Span::new(view.floor_char_boundary(at), view.ceil_char_boundary(at + 9));
    let change = (span, "ü & b_*[@");
    let edited = document.edited(&[change]);
    if !edited.refused.is_empty() {
        assert_eq!(edited.source, old);
        return;
    }
    let new = edited.source.clone();
    assert_eq!(document.read_again(edited).text, edit::apply(view, &[change]).0);
    // From the character before to the one behind: what is put in at the border of a mark may stand on either side of it.
    let start = view.floor_char_boundary(span.start.saturating_sub(1));
    let end = view.ceil_char_boundary(span.end + 1);
    if let Some(source) = document.source_of(Span::new(start, end)) {
        assert!(new.starts_with(&old[..source.start]), "{new:?}");
        assert!(new.ends_with(&old[source.end..]), "{new:?}");
    }
}
