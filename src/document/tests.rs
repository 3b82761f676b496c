//! Tests that hold for every text format.

use proptest::prelude::*;

use super::*;

/// The view of a source, with what is no prose between ⟦ and ⟧.
pub(super) fn shown(source: &str, format: Format) -> String {
    let document = Document::read(source.to_owned(), format);
    let text = &document.text;
    let mut output = String::new();
    let mut position = 0;
    for span in document.prose.iter().chain([&Span::at(text.len())]) {
        if position < span.start {
            output.push_str(&format!("⟦{}⟧", &text[position..span.start]));
        }
        output.push_str(span.slice(text));
        position = span.end;
    }
    output
}

/// The citations by key, each as `prefix|key|locator`.
pub(super) fn keys(source: &str, format: Format) -> Vec<String> {
    let document = Document::read(source.to_owned(), format);
    let part = |span: Option<Span>| {
        span.map_or("", |span| span.slice(&document.text))
            .to_owned()
    };
    let cites = document.keyed.iter();
    cites
        .map(|cite| format!("{}|{}|{}", part(cite.prefix), cite.key, part(cite.locator)))
        .collect()
}

/// Edits the view, and gives the new source or the reason against it.
pub(super) fn replaced(
    source: &str,
    format: Format,
    from: &str,
    to: &str,
) -> Result<String, Refusal> {
    let document = Document::read(source.to_owned(), format);
    let start = document.text.find(from).expect("the view has the text");
    let edited = document.edited(&[(Span::new(start, start + from.len()), to)]);
    match edited.refused.first() {
        Some(refused) => Err(refused.reason),
        None => Ok(edited.source),
    }
}

const TEXT_FORMATS: [Format; 5] = [
    Format::Plain,
    Format::Markdown,
    Format::Latex,
    Format::Typst,
    Format::Html,
];

/// Bits of markup of all formats, and of text.
const BITS: &[&str] = &[
    "Doe (2010)",
    "é",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    "*",
    "_",
    "**",
    "`",
    "```",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "[^1]",
    "[^1]: ",
    "^[",
    "@doe",
    "[@doe, p. 5]",
    "-",
    "--",
    "- ",
    "1. ",
    "#",
    "# ",
    "$",
    "$$",
    "|",
    "|--|\n",
    "> ",
    ":::",
    "<",
    ">",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "<b a=\"",
    "<code>",
    "</code>",
    "&amp;",
    "&",
    ";",
    "---\n",
    "~",
    "~~~",
    "\\",
    "\\'e",
    "{\\\"u}",
    "\\emph{",
    "\\footnote{",
    "\\cite{a}",
    "\\citep[see][]{",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{tabular}{l}",
    "\\item",
    "\\bibitem{k}",
    "\\begin{thebibliography}{9}",
    "\\end{thebibliography}",
    "\\section{",
    "\\verb|",
    "%",
    "\\\\",
    "\\(",
    "\\url{",
    "\\def",
    "\\iffalse",
    "= ",
    "#footnote[",
    "#let x = ",
    "#cite(<a>)",
    "#f(",
    "\"",
    "//",
    "/*",
    "*/",
    "<a>",
    "#[",
    "#{",
    "https://a.b/c_d",
    "\u{feff}",
    "\u{0}",
    "''",
    "\\begin{document}",
    "\\title{",
];

fn source() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        8 => prop::sample::select(BITS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_span_slices_and_every_verbatim_piece_is_verbatim(source in source()) {
        for format in TEXT_FORMATS {
            let document = Document::read(source.clone(), format);
            let text = &document.text;
            let mut sources = Vec::new();
            for piece in document.map.pieces() {
                let (view, file) = (text.get(piece.view.start..piece.view.end), source.get(piece.source.start..piece.source.end));
                prop_assert!(view.is_some() && file.is_some(), "{format:?}: {piece:?}");
                prop_assert!(!piece.verbatim || view == file, "{format:?}: {piece:?}");
                sources.push(piece.source);
            }
            sources.sort_unstable();
            prop_assert!(sources.windows(2).all(|pair| !pair[0].overlaps(pair[1])), "{format:?}: pieces overlap");
            let spans = document.prose.iter().copied();
            let keyed = document.keyed.iter().flat_map(|cite| [Some(cite.span), Some(cite.key_span), cite.prefix, cite.locator]);
            for span in spans.chain(keyed.flatten()).chain(document.listed.iter().map(|listed| listed.span)) {
                prop_assert!(text.get(span.start..span.end).is_some(), "{format:?}: {span:?}");
            }
            for file in document.bibliographies.iter().chain(&document.includes) {
                prop_assert_eq!(file.source.slice(&source), &file.path);
            }
        }
    }

    #[test]
    fn an_edit_made_reads_as_it_was_meant(source in source(), at in 0_usize..100, len in 0_usize..12, replacement in "[a-c&*_ -]{0,4}") {
        for format in TEXT_FORMATS {
            let document = Document::read(source.clone(), format);
            let floor = |mut position: usize| {
                while !document.text.is_char_boundary(position) {
                    position -= 1;
                }
                position
            };
            let start = floor(document.text.len() * at / 100);
            let end = floor((start + len).min(document.text.len())).max(start);
            let span = Span::new(start, end);
            let edited = document.edited(&[(span, &replacement)]);
            if edited.refused.is_empty() {
                let expected = crate::edit::apply(&document.text, &[(span, &replacement)]).0;
                prop_assert_eq!(document.read_again(edited).text, expected, "{:?}", format);
            } else {
                prop_assert_eq!(&edited.source, &source);
            }
        }
    }
}

#[test]
fn marks_are_escaped_only_where_they_would_be_read_as_such() {
    let check = |source: &str, from: &str, to: &str, expected: &str| {
        let document = Document::read(source.to_owned(), Format::Markdown);
        let at = document.text.find(from).expect("the word is there");
        let edited = document.edited(&[(Span::new(at, at + from.len()), to)]);
        assert_eq!(edited.source, expected);
    };
    check("(Doe and Roe 2010)", "and", "&", "(Doe & Roe 2010)");
    check("(Doe +amp; Roe)", "+", "&", "(Doe \\&amp; Roe)");
}

#[test]
fn edits_are_made_each_for_itself() {
    let document = Document::read("*Doe* & Roe (2010)".to_owned(), Format::Markdown);
    let edits = [
        (Span::new(0, 9), "Poe"),
        (Span::new(11, 15), "2011"),
        (Span::new(12, 13), "x"),
        (Span::new(90, 91), ""),
    ];
    let edited = document.edited(&edits);
    assert_eq!(edited.source, "*Doe* & Roe (2011)");
    let reasons: Vec<_> = edited
        .refused
        .iter()
        .map(|refused| (refused.edit, refused.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            (0, Refusal::AcrossMarkup),
            (2, Refusal::Overlaps),
            (3, Refusal::OutsideText)
        ]
    );
}

#[test]
fn raised_numbers_are_superscript_letters() {
    for (source, format) in [
        (
            "<p>Rye<sup>2,14</sup> of the 1<sup>er</sup></p>",
            Format::Html,
        ),
        ("Rye^2,14^ of the 1^er^", Format::Markdown),
        (
            "Rye\\textsuperscript{2,14} of the 1\\textsuperscript{er}",
            Format::Latex,
        ),
    ] {
        let document = Document::read(source.to_owned(), format);
        assert_eq!(document.text.trim(), "Rye²,¹⁴ of the 1er", "{format:?}");
    }
}
