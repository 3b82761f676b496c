//! Stretches with markup, read and written anew.

use crate::{
    document::{Document, Format, Rewritten},
    span::Span,
};

/// The file after the whole view has been written anew; words between `*` stand in italics.
fn rewritten(format: Format, source: &str, new: &str) -> Result<String, String> {
    let document = Document::read(source.to_owned(), format);
    let (mut text, mut italics) = (String::new(), Vec::new());
    for (idx, part) in new.split('*').enumerate() {
        let start = text.len();
        text.push_str(part);
        if idx % 2 == 1 {
            italics.push(Span::new(start, text.len()));
        }
    }
    let stretch = Rewritten {
        span: Span::new(0, document.text.len()),
        text,
        italics,
    };
    let edited = document.rewritten(&[stretch]);
    match edited.refused.first() {
        Some(refused) => Err(refused.reason.to_string()),
        None => Ok(edited.source),
    }
}

#[track_caller]
fn check(format: Format, source: &str, new: &str, expected: &str) {
    assert_eq!(rewritten(format, source, new).as_deref(), Ok(expected));
}

#[test]
fn words_that_stay_keep_their_spelling() {
    check(
        Format::Latex,
        "M{\\\"u}ller~A \\textit{Boats \\& nets} 3",
        "Müller A. *Boats & nets*, *3*",
        "M{\\\"u}ller~A. \\textit{Boats \\& nets}, \\textit{3}",
    );
    check(
        Format::Latex,
        "Lee {\\em Boats} 3",
        "Lee, *Boats* 3",
        "Lee, {\\em Boats} 3",
    );
    check(
        Format::Html,
        "<p>Lee &amp; Ng <i>Boats</i></p>",
        "Lee & Ng, Boats",
        "<p>Lee &amp; Ng, Boats</p>",
    );
    check(
        Format::Markdown,
        "Lee _Boats\nand nets_ 3",
        "Lee. *Boats and nets*, 3",
        "Lee. _Boats\nand nets_, 3",
    );
    check(
        Format::Typst,
        "Lee Boats 3",
        "Lee *Boats* *3*",
        "Lee _Boats_ _3_",
    );
}

#[test]
fn what_holds_words_stays_or_refuses() {
    check(
        Format::Markdown,
        "Lee <!-- who? --> 2010 [Boats](https://example.org) **3**",
        "Lee (2010) *Boats* **3",
        "Lee <!-- who? -->(2010) *[Boats](https://example.org)* **3**",
    );
    let changed = rewritten(
        Format::Markdown,
        "Lee [Big boats](https://example.org)",
        "Lee Small boats",
    );
    assert!(changed.is_err(), "{changed:?}");
    let unknown = rewritten(Format::Latex, "Lee \\foo[x]{Boats} 2010", "Lee Boats, 2010");
    assert!(unknown.is_err(), "{unknown:?}");
}

#[test]
fn paragraphs_move_with_what_belongs_to_them() {
    let source = "# List\n\nB two\n\n<!-- one -->\nA one\n\nText.\n";
    let document = Document::read(source.to_owned(), Format::Markdown);
    let place = |words: &str| {
        let at = document.text.find(words).expect("the words are there");
        Span::new(at, at + words.len())
    };
    let moved = document.moved(&[place("B two"), place("A one")], &[1, 0]);
    let moved = moved.expect("they can be moved");
    assert_eq!(
        moved.source(),
        "# List\n\n<!-- one -->\nA one\n\nB two\n\nText.\n"
    );
    let other = document.moved(&[place("List"), place("A one")], &[1, 0]);
    assert!(other.is_err(), "something stands between");
}
