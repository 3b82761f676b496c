//! Cites of whole papers, linked.

use super::{Fault, link_cites};
use crate::{
    citation,
    document::Document,
    linkage::Decision,
    reference::{self, References},
};

/// Reads a paper with this text and this list.
#[track_caller]
pub(super) fn paper(text: &str, list: &[&str]) -> (Document, References) {
    let document = Document::plain(format!("{text}\n\nReferences\n\n{}\n", list.join("\n")));
    let references = reference::read(&document);
    assert_eq!(
        references.items.len(),
        list.len(),
        "the list was not divided as expected"
    );
    (document, references)
}

/// Links the cites of a text to the lines of a list; shown is each cite’s year, the numbers of its references and what is wrong.
#[track_caller]
fn check(text: &str, list: &[&str], expected: &[(&[usize], Option<Fault>)]) {
    let (document, references) = paper(text, list);
    let lexicon = citation::Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links: Vec<_> = link_cites(&document.text, &citations, &references, &lexicon)
        .into_iter()
        .flatten()
        .map(|link| {
            assert_eq!(link.matched.is_empty(), link.decision == Decision::None);
            let matched: Vec<_> = link
                .matched
                .iter()
                .map(|candidate| candidate.index)
                .collect();
            (matched, link.fault())
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(refs, fault)| (refs.to_vec(), *fault))
        .collect();
    assert_eq!(links, expected, "{text}");
}

const BREAD: &str = "Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.";
const SALT: &str = "Müller, H. (2008). Salt and the northern sea. Journal of Grain, 1(1), 1–10.";
const RYE: [&str; 2] = [
    "Lind, S. (2010a). Rye and its growers. Journal of Grain, 2(1), 1–9.",
    "Lind, S. (2010b). Oats and their growers. Journal of Grain, 2(2), 1–9.",
];

#[test]
fn what_fits_is_linked() {
    check(
        "So (Brandt & Osei, 2011; Müller, 2008).",
        &[BREAD, SALT],
        &[(&[0], None), (&[1], None)],
    );
    check("So (Lind, 2010a, b).", &RYE, &[(&[0], None), (&[1], None)]);
}

#[test]
fn one_slip_is_told_from_a_missing_work() {
    let list = [BREAD, SALT];
    check(
        "So (Brandt & Osei, 2012).",
        &list,
        &[(&[0], Some(Fault::Year))],
    );
    check(
        "So (Brant & Osei, 2011).",
        &list,
        &[(&[0], Some(Fault::Name))],
    );
    check(
        "So (Brandt & Oseo, 2011).",
        &list,
        &[(&[0], Some(Fault::Name))],
    );
    check("So (Muller, 2008).", &list, &[(&[1], Some(Fault::Name))]);
    check("So (Mueller, 2008).", &list, &[(&[1], Some(Fault::Name))]);
    check(
        "So (Osei & Brandt, 2011).",
        &list,
        &[(&[0], Some(Fault::Order))],
    );
    check(
        "So (Brandt et al., 2011).",
        &list,
        &[(&[0], Some(Fault::EtAl))],
    );
    check("So (Tarvo, 2011).", &list, &[(&[], Some(Fault::Missing))]);
}

#[test]
fn letters_behind_years() {
    check(
        "So (Lind, 2010).",
        &RYE,
        &[(&[0, 1], Some(Fault::Ambiguous))],
    );
    check("So (Lind, 2010k).", &RYE, &[(&[], Some(Fault::Suffix))]);
    check(
        "So (Müller, 2008a).",
        &[BREAD, SALT],
        &[(&[1], Some(Fault::Suffix))],
    );
}

#[test]
fn initials_tell_namesakes_apart() {
    let list = [
        "Hill, A. (2010). Wheat in the hills. Journal of Grain, 2(1), 1–9.",
        "Hill, J. (2010). Millet in the plains. Journal of Grain, 2(2), 1–9.",
    ];
    check(
        "So (J. Hill, 2010) and (A. Hill, 2010).",
        &list,
        &[(&[1], None), (&[0], None)],
    );
    check(
        "So (Hill, 2010).",
        &list,
        &[(&[0, 1], Some(Fault::Ambiguous))],
    );
}

#[test]
fn a_list_with_all_names_fits_better_than_one_that_leaves_some_out() {
    let list = [
        "Kapur, A., & Lima, B. (2013). On one mill. Journal of Grain, 1(1), 1–9.",
        "Kapur, A., et al. (2013). On two mills. Harbour Press.",
    ];
    check("Kapur and Lima (2013).", &list, &[(&[0], None)]);
    check("Kapur and Hill (2013).", &list, &[(&[1], None)]);
}

#[test]
fn further_names_decide() {
    let list = [
        "Kapur, A., Bloom, B., Montes, C., & Hill, E. (2017). On one mill. Journal of Grain, 1(1), 1–9.",
        "Kapur, A., Bloom, B., Zucker, C., & Daly, E. (2017). On two mills. Journal of Grain, 2(1), 1–9.",
    ];
    check(
        "Kapur, Bloom, Montes, et al. (2017) and Kapur, Bloom, Zucker, et al. (2017) and (Kapur et al., 2017).",
        &list,
        &[
            (&[0], None),
            (&[1], None),
            (&[0, 1], Some(Fault::Ambiguous)),
        ],
    );
}

#[test]
fn a_chapter_cites_its_own_list() {
    let text = "Bread was dear (Smith, 2010), milk too (Lind, 2011).\n\nReferences\n\n\
                Lind, S. (2011). Milk. Harbour Press.\nSmith, J. (2010). Bread. Harbour Press.\n\n\
                Chapter 2\n\nBread was dear (Smith, 2010), milk too (Lind, 2011).\n\nReferences\n\n\
                Lind, S. (2011). Milk. Harbour Press.\nSmith, K. (2010). Butter. Harbour Press.\n";
    let document = Document::plain(text.to_owned());
    let references = reference::read(&document);
    let lexicon = citation::Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links = link_cites(&document.text, &citations, &references, &lexicon);
    let meant = links.iter().flatten().map(|link| {
        let matched = link.matched.iter();
        matched.map(|candidate| candidate.index).collect::<Vec<_>>()
    });
    assert_eq!(meant.collect::<Vec<_>>(), [[1], [0], [3], [2]]);
}
