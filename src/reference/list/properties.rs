//! What holds for the lists of any text.

use proptest::prelude::*;

use super::lists;
use crate::span::Span;

/// A line such as lists and what stands around them are made of.
fn line() -> impl Strategy<Value = String> {
    let parts = [
        "References",
        "Literatur: ",
        "Anhang",
        "## ",
        "Müller, H.",
        "Smith J, Lee K",
        "———. ",
        "(2010)",
        " 1999",
        "[3] ",
        "12. ",
        "• ",
        "[AB05] ",
        "The price of bread",
        ". ",
        ", ",
        "desa-",
        "https://example.org/a",
        "\u{a0}",
        "\t",
        "12",
        "«",
        "”",
        "é",
        "\u{301}",
        "字",
        " and ",
        ":",
        "- ",
        "    ",
        "\u{feff}",
        "Page 3 of 9",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..12)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_slice_are_in_order_and_disjoint(
        lines in prop::collection::vec(line(), 0..30),
        end in prop::sample::select(vec!["\n", "\r\n", "\n\n", "\u{c}", " ", "\u{2028}"]),
    ) {
        let text = lines.join(end);
        let mut last = 0;
        for list in lists(&text, Span::new(0, text.len())) {
            prop_assert!(!list.references.is_empty());
            let spans = list.heading.into_iter().chain(list.references.into_iter().flatten());
            for span in spans {
                prop_assert!(!span.slice(&text).is_empty());
                prop_assert!(last <= span.start, "{span:?} begins before {last}");
                last = span.end;
            }
        }
    }
}
