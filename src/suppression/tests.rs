use super::*;
use crate::{
    config::Pattern,
    document::{Document, Format},
    finding::{Confidence, Severity},
};

/// A finding of a rule at the first `needle`.
fn finding(rule: &'static str, text: &str, needle: &str) -> Finding {
    let start = text.find(needle).expect("the text holds the needle");
    Finding {
        rule,
        severity: Severity::Warning,
        confidence: Confidence::High,
        message: String::new(),
        place: Place::new(SourceId(0), Span::new(start, start + needle.len())),
        related: Vec::new(),
        help: None,
        fix: None,
    }
}

/// One file, read as the format that its name says.
fn sources_of(name: &str, text: &str) -> Sources {
    let mut sources = Sources::default();
    match name.rsplit_once('.') {
        Some((_, "bib")) | None => sources.add(name, text),
        Some((_, extension)) => {
            let format = Format::of_extension(extension).expect("the extension is known");
            sources.add_document(name, &Document::read(text.to_owned(), format))
        }
    };
    sources
}

/// Which of two findings of one rule, at `first` and `second`, are suppressed in a file.
fn suppressed(name: &str, text: &str) -> (bool, bool) {
    let sources = sources_of(name, text);
    let mut suppressions = Suppressions::new(&sources, |_| Vec::new(), &[]);
    let mut is_suppressed = |needle| {
        let view = &sources.get(SourceId(0)).text;
        let findings = vec![finding("year-mismatch", view, needle)];
        suppressions.apply(findings, |_| "").0.is_empty()
    };
    (is_suppressed("first"), is_suppressed("second"))
}

#[test]
fn every_format_has_its_comment() {
    let cases = [
        (
            "a.md",
            "<!-- refmend: ignore[year-mismatch] why -->\nfirst\n\nsecond",
        ),
        (
            "a.md",
            "so first <!-- refmend: ignore[year-mismatch] -->\nsecond",
        ),
        ("a.tex", "so first % refmend: ignore[year-mismatch]\nsecond"),
        (
            "a.tex",
            "  % refmend: ignore[et-al, year-mismatch] why\nfirst\n\nsecond",
        ),
        ("a.typ", "first // refmend: ignore[year-mismatch]\nsecond"),
        (
            "a.html",
            "<p>to</p>\n<!-- refmend: ignore[year-mismatch] why -->\n<p>the <i>first</i></p>\n\n<p>second</p>",
        ),
        (
            "a.html",
            "<p>first <!-- refmend: ignore[year-mismatch] --></p>\n<p>second</p>",
        ),
        (
            "a.bib",
            "% refmend: ignore[year-mismatch]\n@book{first,\n  a = 1}\n\n@book{second}",
        ),
        (
            "a.bib",
            "refmend: ignore[year-mismatch] x\n@book{first}\n\n@book{second}",
        ),
        (
            "a.txt",
            "refmend: ignore[year-mismatch] x\n\nthe\nfirst\n\nsecond",
        ),
    ];
    for (name, text) in cases {
        assert_eq!(suppressed(name, text), (true, false), "{text}");
    }
}

#[test]
fn what_is_no_comment_of_the_format_suppresses_nothing() {
    let cases = [
        ("a.txt", "so refmend: ignore[year-mismatch]\nfirst second"),
        ("a.md", "refmend: ignore[year-mismatch]\nfirst second"),
        (
            "a.tex",
            "% off\nrefmend: ignore[year-mismatch] first second",
        ),
        ("a.md", "<!-- refmend: ignore[list-order] -->\nfirst second"),
        ("a.md", "<!-- refmend: ignore -->\nfirst second"),
    ];
    for (name, text) in cases {
        assert_eq!(suppressed(name, text), (false, false), "{text}");
    }
}

#[test]
fn a_long_line_is_covered_alone() {
    let text = format!(
        "refmend: ignore[year-mismatch]\nfirst {}\nsecond\n",
        "x".repeat(200)
    );
    assert_eq!(suppressed("a.txt", &text), (true, false));
}

#[test]
fn a_comment_before_a_reference_covers_that_reference() {
    let text = "refmend: ignore[year-mismatch] reprint\nfirst\n  more\nsecond\n";
    let mut sources = Sources::default();
    sources.add("a.txt", text);
    let units = |_| vec![Span::new(39, 51), Span::new(52, 58)];
    let mut suppressions = Suppressions::new(&sources, units, &[]);
    let findings = ["first", "more", "second"].map(|needle| finding("year-mismatch", text, needle));
    let (shown, suppressed) = suppressions.apply(findings.to_vec(), |_| "");
    assert_eq!(shown.len(), 1);
    assert_eq!(suppressed[1].reason, "reprint");
}

/// The text after all unused suppressions are removed.
fn cleaned(name: &str, text: &str) -> String {
    let sources = sources_of(name, text);
    let source = SourceId(0);
    let mut suppressions = Suppressions::new(&sources, |_| Vec::new(), &[]);
    let view = &sources.get(source).text;
    suppressions.apply(vec![finding("year-mismatch", view, "first")], |_| "");
    let unused = suppressions.unused(|rule| rule != "off", None);
    let edits: Vec<_> = unused
        .iter()
        .filter_map(|unused| unused.removal.as_ref())
        .map(|edit| (edit.place.span, edit.replacement.as_str()))
        .collect();
    assert!(unused.iter().all(|unused| unused.place.source == source));
    crate::edit::apply(text, &edits).0
}

#[test]
fn what_suppresses_nothing_can_be_removed() {
    let cases = [
        ("<!-- refmend: ignore[list-order] -->\nfirst", "first"),
        ("first <!-- refmend: ignore[list-order] -->\n", "first\n"),
        (
            "first <!-- refmend: ignore[list-order, year-mismatch] x -->",
            "first <!-- refmend: ignore[year-mismatch] x -->",
        ),
        (
            "first <!-- refmend: ignore[year-mismatch,list-order] -->",
            "first <!-- refmend: ignore[year-mismatch] -->",
        ),
        (
            "first <!-- refmend: ignore[off] -->",
            "first <!-- refmend: ignore[off] -->",
        ),
        (
            "first <!-- refmend: ignore -->",
            "first <!-- refmend: ignore -->",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(cleaned("a.md", text), expected);
    }
}

#[test]
fn entries_of_the_configuration_are_matched_by_text_and_path() {
    let text = "As Tacitus (98) says, first.";
    let mut sources = Sources::default();
    sources.add("rome.txt", text);
    let ignore = |text: Option<&str>, path: Option<&str>| Ignore {
        rule: "missing-reference",
        text: text.map(str::to_owned),
        path: path.map(|path| Pattern::new(path).expect("a pattern")),
        reason: "ancient".to_owned(),
        span: Span::new(3, 9),
    };
    let cases = [
        (ignore(Some("Tacitus (98)"), None), true),
        (ignore(Some("Livy (9)"), None), false),
        (ignore(None, Some("papers/*.txt")), true),
        (ignore(Some("Tacitus"), Some("other/*")), false),
    ];
    for (ignore, expected) in cases {
        let ignores = [ignore];
        let mut suppressions = Suppressions::new(&sources, |_| Vec::new(), &ignores);
        let findings = vec![finding("missing-reference", text, "(98)")];
        let (shown, suppressed) = suppressions.apply(findings, |_| "papers/essay.txt");
        assert_eq!(shown.is_empty(), expected, "{ignores:?}");
        assert_eq!(suppressed.len(), usize::from(expected));
        let unused = suppressions.unused(|_| true, Some(SourceId(7)));
        assert_eq!(unused.is_empty(), expected);
        assert!(suppressions.unused(|_| false, Some(SourceId(7))).is_empty());
        assert!(suppressions.unused(|_| true, None).is_empty());
    }
}

proptest::proptest! {
    /// Whatever the text, all spans fall on it.
    #[test]
    fn spans_slice_any_text(name in "a\\.(md|tex|typ|bib|txt)", text in "(refmend: ignore|\\[|\\]|,|%|//|<!--|-->|é| |\n|[a-z]){0,40}") {
        let sources = sources_of(&name, &text);
        let suppressions = Suppressions::new(&sources, |_| Vec::new(), &[]);
        for unused in suppressions.unused(|_| true, None) {
            let spans = unused.removal.iter().map(|edit| edit.place.span);
            for span in spans.chain([unused.place.span]) {
                assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}
