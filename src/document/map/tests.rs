use proptest::prelude::*;

use super::*;
use crate::edit;

/// Reads a toy format: `<…>` is hidden, `~` is a space, `{…}` is the character `é`, and `|` divides lines.
fn read(source: &str) -> (String, Map) {
    let (mut view, mut pieces) = (String::new(), Vec::new());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let start = source.len() - rest.len();
        let (len, text) = match first {
            '<' => (rest.find('>').map_or(rest.len(), |end| end + 1), None),
            '{' => (rest.find('}').map_or(rest.len(), |end| end + 1), Some("é!")),
            '~' => (1, Some(" ")),
            '|' => (1, None),
            _ => (first.len_utf8(), Some(&rest[..first.len_utf8()])),
        };
        if first == '|' {
            view.push('\n');
        }
        if let Some(text) = text {
            let view_start = view.len();
            view.push_str(text);
            pieces.push(Piece {
                view: Span::new(view_start, view.len()),
                part: 0,
                source: Span::new(start, start + len),
                verbatim: text == &rest[..len],
            });
        }
        rest = &rest[len..];
    }
    (view, Map::new(pieces))
}

fn edited(
    source: &str,
    edit: (Span, &str),
    across: AcrossMarkup,
) -> Result<(String, usize), Refusal> {
    let (view, map) = read(source);
    let edits = map.translate(&view, edit, across)?;
    let edits: Vec<_> = edits
        .iter()
        .map(|edit| (edit.span, edit.replacement.as_str()))
        .collect();
    Ok(edit::apply(source, &edits))
}

/// Replaces `from` by `to` in the view of `source`.
fn check(source: &str, from: &str, to: &str, expected: Result<&str, Refusal>) {
    let start = read(source).0.find(from).expect("the view has the text");
    let span = Span::new(start, start + from.len());
    let text = edited(source, (span, to), AcrossMarkup::Refuse).map(|(text, _)| text);
    assert_eq!(text.as_deref().map_err(|refusal| *refusal), expected);
}

#[test]
fn touches_only_the_words_that_differ() {
    check(
        "Doe~et~al., 2014",
        "Doe et al., 2014",
        "Doe and Roe, 2014",
        Ok("Doe~and~Roe, 2014"),
    );
    check(
        "(<b>Smith</b>, 2010)",
        "Smith, 2010",
        "Lee, 2011",
        Ok("(<b>Lee</b>, 2011)"),
    );
    check("<b>2010</b>.", "2010.", "2010a.", Ok("<b>2010a</b>."));
}

#[test]
fn a_converted_piece_is_replaced_whole_or_kept_whole() {
    check("caf{x}s", "é!s", "é!z", Ok("caf{x}z"));
    check("caf{x}s", "é!s", "e!s", Ok("cafe!s"));
    check("caf{x}s", "é!s", "é!!s", Ok("caf{x}!s"));
}

#[test]
fn refuses_what_the_file_has_no_place_for() {
    check("a<b>c</b>d", "acd", "x", Err(Refusal::AcrossMarkup));
    check("a|c", "a\nc", "a c", Err(Refusal::NotInFile));
    let beyond = edited("é", (Span::new(1, 2), ""), AcrossMarkup::Refuse);
    assert_eq!(beyond, Err(Refusal::OutsideText));
}

#[test]
fn the_first_piece_may_take_it_all() {
    let edit = (Span::new(0, 3), "x");
    let text = edited("a<b>c</b>d", edit, AcrossMarkup::FirstPiece);
    assert_eq!(text.expect("the edit is allowed").0, "x<b></b>");
}

#[test]
fn finds_the_place_in_the_file() {
    let (_, map) = read("a<b>c</b>|d");
    assert_eq!(map.source_of(Span::new(0, 2)), Some((0, Span::new(0, 5))));
    assert_eq!(map.source_of(Span::new(2, 3)), None);
}

fn source() -> impl Strategy<Value = String> {
    let bit = prop::sample::select(vec!["a", "b ", "c", "é", "<b>", "~", "{x}", "|", "é!"]);
    prop::collection::vec(bit, 0..12).prop_map(|bits| bits.concat())
}

proptest! {
    #[test]
    fn an_edit_read_again_is_the_edited_view(
        source in source(),
        ends in (0_usize..24, 0_usize..24),
        replacement in "[abé !]{0,6}",
        first_piece: bool,
    ) {
        let (view, _) = read(&source);
        let span = Span::new(ends.0.min(ends.1), ends.0.max(ends.1));
        let across = if first_piece { AcrossMarkup::FirstPiece } else { AcrossMarkup::Refuse };
        if let Ok((text, _)) = edited(&source, (span, &replacement), across) {
            let expected = [&view[..span.start], &replacement, &view[span.end..]].concat();
            prop_assert_eq!(read(&text).0, expected);
        }
    }

    #[test]
    fn an_edit_that_changes_nothing_touches_nothing(source in source()) {
        let (view, _) = read(&source);
        let all = (Span::new(0, view.len()), view.as_str());
        prop_assert_eq!(edited(&source, all, AcrossMarkup::Refuse), Ok((source.clone(), 0)));
    }
}
