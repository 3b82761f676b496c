//! Citations of whole papers: the forms of the text, found and read.

use proptest::prelude::*;

use super::{Citation, Lexicon, Mode, find};
use crate::{document::Document, reference};

const LIST: &str = "
Alvarez, M. (2014). The harvest of the north. Journal of Grain, 3(1), 1–10.
Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.
de la Torre, P. (2009). Mills and millers. Journal of Grain, 1(2), 11–20.
García Lorenzo, J. (2016). Bakers of the south. Harbour Press.
Harbour Board of Trade. (2012). Annual report. Harbour Press.
Lind, S. (2010a). Rye. Journal of Grain, 2(1), 1–9.
Lind, S. (2010b). Oats. Journal of Grain, 2(2), 1–9.
Lind, S. (2010c). Barley. Journal of Grain, 2(3), 1–9.
May, T. (2013). Flour and state. Harbour Press.
Müller, H., Koch, A., & Weiß, B. (2015). Brot und Salz. Hafenverlag.
O’Dwyer, P. (2008). Salt. Journal of Grain, 1(1), 1–10.
Park, P. K. (2013). Gardens. Harbour Press.
Wang, L. (2017). Rice. Journal of Grain, 5(1), 1–9.
";

fn citations(text: &str) -> (String, Vec<Citation>) {
    let document = Document::plain(format!("{text}\n\nReferences\n{LIST}"));
    let references = reference::read(&document);
    let lexicon = Lexicon::new(&document.text, &references);
    let citations = find(&document, &references, &lexicon);
    (document.text, citations)
}

/// Finds the cites of a text; the expected are their bytes, one after the other.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (view, citations) = citations(text);
    let cites: Vec<_> = citations
        .iter()
        .flat_map(|citation| &citation.cites)
        .map(|cite| cite.span.slice(&view))
        .collect();
    assert_eq!(cites, expected, "{text}");
}

#[test]
fn narrative_cites_take_their_given_names() {
    check("As Maria Alvarez (2014) says.", &["Maria Alvarez (2014"]);
    check("As Alvarez [2014] says.", &["Alvarez [2014"]);
    check("In Alvarez’s (2014) view.", &["Alvarez’s (2014"]);
    check("In O’Dwyer's (2008) view.", &["O’Dwyer's (2008"]);
    check("According to Wang Lei (2017) it rose.", &["Wang Lei (2017"]);
    check(
        "The Harbour Board of Trade (2012) met.",
        &["Harbour Board of Trade (2012"],
    );
    check("In 2014, Alvarez argued the point.", &["2014, Alvarez"]);
    check(
        "Bread is dear (Lind, 2010a). P. K. Park (2013) has gardens.",
        &["Lind, 2010a", "P. K. Park (2013"],
    );
}

#[test]
fn brackets_hold_several_cites() {
    check(
        "So it is (see Alvarez, 2014, p. 5; Brandt & Osei, 2011; cf. Müller et al., 2015).",
        &[
            "Alvarez, 2014",
            "Brandt & Osei, 2011",
            "Müller et al., 2015",
        ],
    );
    check(
        "So it is (Alvarez, 2014, Lind, 2010a and Park, 2013).",
        &["Alvarez, 2014", "Lind, 2010a", "Park, 2013"],
    );
    check(
        "So (Brandt; Osei, 2011; Alvarez, 2014).",
        &["Brandt; Osei, 2011", "Alvarez, 2014"],
    );
    check("So it is (z. B. Alvarez 2014: 45–47).", &["Alvarez 2014"]);
}

#[test]
fn years_follow_the_same_names() {
    check("Lind (2010a, 2010b) says.", &["Lind (2010a", "2010b"]);
    check("It is so (Lind, 2010a, b).", &["Lind, 2010a", "b"]);
    check("It is so (Lind, 2010a–c).", &["Lind, 2010a", "c", "c"]);
    check("As Lind (2010a)’s (2010b) work.", &["Lind (2010a", "2010b"]);
    check("As Lind says at length in an essay (2010a).", &["2010a"]);
}

#[test]
fn spellings_of_et_al() {
    for et_al in [
        "et al.",
        "et al",
        "et. al.",
        "u. a.",
        "and colleagues",
        "und Mitarbeitende",
        "y otros",
        "e cols.",
    ] {
        check(
            &format!("So Müller {et_al} (2015) says."),
            &[&format!("Müller {et_al} (2015")],
        );
    }
}

#[test]
fn names_in_their_forms() {
    check("It is so (De la Torre, 2009).", &["De la Torre, 2009"]);
    check("It is so (García, 2016).", &["García, 2016"]);
    check("It is so (O'Dwyer, 2008).", &["O'Dwyer, 2008"]);
    check("It is so (Alva-\nrez, 2014).", &["Alva-\nrez, 2014"]);
    check("It is so (HBT, 2012).", &["HBT, 2012"]);
    check(
        "In May (2013) it is said that May 2013 was dry.",
        &["May (2013"],
    );
}

#[test]
fn works_that_are_not_listed_are_cites_by_their_form() {
    check("It is so (Tarvo, 2012).", &["Tarvo, 2012"]);
    check(
        "It is so (Tarvo & Bell, 2012, p. 3).",
        &["Tarvo & Bell, 2012"],
    );
    check(
        "It is so (Tarvo Institute, 2012).",
        &["Tarvo Institute, 2012"],
    );
    check("Tarvo et al. (2012) say so.", &["Tarvo et al. (2012"]);
}

#[test]
fn years_of_other_things_are_no_citations() {
    for text in [
        "In January 2026 the court met.",
        "The Mérida Initiative (2007–2019) cost a lot.",
        "Abraham Lincoln (1809–1865) was president.",
        "The 1945 UN Charter says so.",
        "A sample (n = 2010) was drawn.",
        "It ran on Windows (2000).",
        "As Article 5 (1949) lays down.",
        "The Treaty of Versailles (June 1919) failed.",
        "It was tested (Fig. 3, 2010 data) and (Table 4, 2011).",
        "The act (No. 1234 of 2001) was passed.",
        "It was bought (Merck, Darmstadt, Germany, 2015).",
        "It was so (version 2.1, 2018).",
        "It was said (A. Jones, personal communication, May 5, 2019).",
        "Hyde Park (2013) held concerts.",
        "It is known (Séguier, 1907, cited in a letter).",
        "A mean (SD) was given and a grant (ENS 2014-343).",
    ] {
        let found = if text.starts_with("Hyde") {
            text.replace("Hyde", "In the Hyde")
        } else {
            text.to_owned()
        };
        check(&found, &[]);
    }
}

#[test]
fn the_citation_takes_its_brackets() {
    let (view, citations) = citations("As Alvarez (2014) says (see Park, 2013).");
    let shown: Vec<_> = citations
        .iter()
        .map(|citation| (citation.span.slice(&view), citation.mode))
        .collect();
    assert_eq!(
        shown,
        [
            ("Alvarez (2014)", Mode::Narrative),
            ("(see Park, 2013)", Mode::Parenthetical)
        ]
    );
}

proptest! {
    #[test]
    fn nothing_panics_and_every_span_slices(text in "([A-Z][a-zß]{0,4}|et al\\.|[(\\[;,:&’)\\]\n–/-]| |\t|20[01][0-9][a-c]?|p\\.|n\\.d\\.|and|de|[.]){0,40}") {
        let (view, citations) = citations(&text);
        for citation in &citations {
            prop_assert!(!citation.span.slice(&view).is_empty());
            for cite in &citation.cites {
                prop_assert!(!cite.span.slice(&view).is_empty());
                prop_assert!(citation.span.covers(cite.span));
                prop_assert!(cite.names.iter().all(|name| !name.span.slice(&view).is_empty()));
            }
        }
    }
}
