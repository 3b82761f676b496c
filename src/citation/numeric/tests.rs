//! Numbered papers and papers that look like them.

use crate::{
    citation::{self, Lexicon, Mode},
    document::Document,
    linkage::link_cites,
    reference,
};

const SQUARE: &str = "
[1] Lind S. Rye. J Grain. 2010;1:1-9.
[2] Osei A, Hill B. Oats. J Grain. 2011;2:1-9.
[3] Hill A. Salt. J Grain. 2012;3:1-9.
[4] Müller H. Brot und Salz. Hafenverlag; 2013.
[5] Wang L. Rice. J Grain. 2017;5:1-9.
";

/// The numeric citations of a text and the numbers, from 1, of the references that their cites mean; 0 for none.
fn cited(text: &str, list: &str) -> Vec<(String, Vec<usize>)> {
    let document = Document::plain(format!("{text}\n\nReferences\n{list}"));
    let references = reference::read(&document);
    let lexicon = Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links = link_cites(&document.text, &citations, &references, &lexicon);
    let found = citations.iter().zip(&links);
    found
        .filter(|(citation, _)| citation.mode == Mode::Numeric)
        .map(|(citation, links)| {
            let meant = links.iter().map(|link| {
                let first = link.matched.first();
                first.map_or(0, |candidate| candidate.index + 1)
            });
            let printed = citation.span.slice(&document.text).to_owned();
            (printed, meant.collect())
        })
        .collect()
}

#[track_caller]
fn check(text: &str, list: &str, expected: &[(&str, &[usize])]) {
    let found = cited(text, list);
    let expected: Vec<_> = expected
        .iter()
        .map(|(printed, meant)| ((*printed).to_owned(), meant.to_vec()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn six_languages() {
    for text in [
        "Bread rose [1]; see also [2–4] and [5, p. 7].",
        "El pan subió [1]; véase también [2–4] y [5, p. 7].",
        "O pão subiu [1]; ver também [2–4] e [5, p. 7].",
        "Das Brot stieg [1]; siehe auch [2–4] und [5, S. 7].",
        "Le pain a augmenté [1]; voir aussi [2–4] et [5, p. 7].",
        "Il pane è salito [1]; vedi anche [2–4] ed [5, p. 7].",
    ] {
        let found = cited(text, SQUARE);
        let meant: Vec<_> = found.into_iter().map(|(_, meant)| meant).collect();
        assert_eq!(meant, [vec![1], vec![2, 3, 4], vec![5]], "{text}");
    }
}

#[test]
fn round_numbers_behind_names_are_no_pages() {
    let list = SQUARE.replace('[', "").replace(']', ".");
    check(
        "Bread rose (1, 2). Lind et al. (3) found none (4); Hill (3) did not (5).",
        &list,
        &[
            ("(1, 2)", &[1, 2]),
            ("(3)", &[3]),
            ("(4)", &[4]),
            ("(3)", &[3]),
            ("(5)", &[5]),
        ],
    );
}

#[test]
fn ranges_across_brackets() {
    check(
        "Bread rose [1]–[3], and oats [4] - [5] fell, in [2] and [3].",
        SQUARE,
        &[
            ("[1]–[3]", &[1, 2, 3]),
            ("[4] - [5]", &[4, 5]),
            ("[2]", &[2]),
            ("[3]", &[3]),
        ],
    );
}

#[test]
fn lists_with_other_labels() {
    for (open, close) in [("", "."), ("(", ")"), ("", ")")] {
        let list = SQUARE.replace('[', open).replace(']', close);
        let text = "Bread rose [1, 3]. Oats fell [2,4,5].";
        check(text, &list, &[("[1, 3]", &[1, 3]), ("[2,4,5]", &[2, 4, 5])]);
    }
    let list = SQUARE.replace('[', "(").replace(']', ")");
    let text =
        "Bread rose (1, 3). Oats fell (2,4) and wheat (5) too. The aims: (1) to bake, (2) to sell.";
    check(
        text,
        &list,
        &[("(1, 3)", &[1, 3]), ("(2,4)", &[2, 4]), ("(5)", &[5])],
    );
    let text = "Bread rose.¹ Oats²⁻⁴ fell, and wheat⁵ too, on 12 m².";
    let list = SQUARE.replace('[', "").replace(']', ".");
    check(
        text,
        &list,
        &[("¹", &[1]), ("²⁻⁴", &[2, 3, 4]), ("⁵", &[5])],
    );
}

#[test]
fn raised_numbers_and_a_list_that_a_word_processor_numbers() {
    let by_citation = "
Osei, A. (2011). Oats. Journal of Grain, 2(1), 1–9.
Hill, A. (2012). Salt. Journal of Grain, 3(1), 1–9.
Alvarez, M. (2014). Harvests. Journal of Grain, 5(1), 1–9.
Lind, S. (2010). Rye. Journal of Grain, 1(1), 1–9.
Brandt, K. (2011). Bread. Journal of Grain, 2(2), 1–9.
";
    let text = "Oats rose.¹ Salt fell,²,³ and harvests⁴ were poor.⁵";
    let expected: &[(&str, &[usize])] = &[("¹", &[1]), ("²,³", &[2, 3]), ("⁴", &[4]), ("⁵", &[5])];
    check(text, by_citation, expected);
    // The numbers are those of notes.
    let mut by_name: Vec<_> = by_citation.lines().collect();
    by_name.sort_unstable();
    check(text, &by_name.join("\n"), &[]);
}

#[test]
fn lists_that_a_word_processor_numbers() {
    let list = "
Lind, S. (2010). Rye. Journal of Grain, 1(1), 1–9.
Osei, A. (2011). Oats. Journal of Grain, 2(1), 1–9.
Hill, A. (2012). Salt. Journal of Grain, 3(1), 1–9.
";
    check(
        "Bread rose [1, 3]. Oats fell [2].",
        list,
        &[("[1, 3]", &[1, 3]), ("[2]", &[2])],
    );
    check(
        "Bread rose (Lind, 2010) [1]. Oats (Osei, 2011). Salt (Hill, 2012).",
        list,
        &[],
    );
}

#[test]
fn a_number_that_the_list_lacks() {
    let text = "Bread rose [1–3]. Oats fell [4, 5]. Salt [6].";
    check(
        text,
        SQUARE,
        &[("[1–3]", &[1, 2, 3]), ("[4, 5]", &[4, 5]), ("[6]", &[0])],
    );
}

#[test]
fn papers_by_name_and_year_stay_so() {
    let list = SQUARE.replace('[', "").replace(']', ".");
    for text in [
        "Bread rose (Lind, 2010) in x ∈ [0, 1]. Oats (Osei & Hill, 2011) fell [sic]. Salt (Hill, 2012) (1).",
        "Two aims (Lind, 2010): (1) bread, (2) oats (Osei & Hill, 2011), as Eq. (3) says (Hill, 2012). See Fig. [1].",
        "Bread¹ rose (Lind, 2010).",
    ] {
        check(text, &list, &[]);
    }
}

#[test]
fn each_chapter_has_its_numbers() {
    const PROSE: &str =
        "Bread was dear in the towns of the north, and the bakers had little of it to sell.\n\n";
    let chapter = |name: &str| {
        let prose = PROSE.repeat(6);
        format!(
            "# On {name}\n\n{prose}We speak of rye [1], oats [2] and salt [3].\n\n{prose}References\n\n[1] {name} S. Rye. J Grain. 2010;1:1-9.\n[2] {name} A. Oats. J Grain. 2011;2:1-9.\n[3] {name} B. Salt. J Grain. 2012;3:1-9.\n\n"
        )
    };
    let document = Document::plain(chapter("Lind") + &chapter("Osei"));
    let references = reference::read(&document);
    assert_eq!(references.lists.len(), 2);
    let lexicon = Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links = link_cites(&document.text, &citations, &references, &lexicon);
    let meant: Vec<_> = links
        .iter()
        .flatten()
        .flat_map(|link| &link.matched)
        .map(|candidate| candidate.index)
        .collect();
    assert_eq!(meant, [0, 1, 2, 3, 4, 5]);
}
