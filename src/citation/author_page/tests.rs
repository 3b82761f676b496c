//! Papers in MLA, and papers that are not.

use crate::{
    citation::{self, Lexicon},
    document::Document,
    linkage::link_cites,
    reference,
};

const LIST: &str = "
Brandt, Karla. The Price of Bread. Harbour Press, 2011.
Hill, Ann. “Salt.” Journal of Grain, vol. 2, no. 1, 2012, pp. 1–20.
Kinzer, Stephen. The Brothers. Times Books, 2016.
---. The True Flag: A Quarrel. Holt, 2017.
Lind, Sven, and Ada Osei. Rye and Its Growers. Harbour Press, 2010.
Müller, Hans, et al. Brot und Salz. Hafenverlag, 2015.
";

/// The cites of a text: as printed, and the numbers of the references that they mean.
fn cited(text: &str, list: &str) -> Vec<(String, Vec<usize>)> {
    let document = Document::plain(format!("{text}\n\nWorks Cited\n{list}"));
    let references = reference::read(&document);
    assert_eq!(references.items.len(), list.trim().lines().count());
    let lexicon = Lexicon::new(&document.text, &references);
    let citations = citation::find(&document, &references, &lexicon);
    let links = link_cites(&document.text, &citations, &references, &lexicon);
    let cites = citations.iter().flat_map(|citation| &citation.cites);
    let meant = links.iter().flatten().map(|link| {
        let matched = link.matched.iter();
        matched.map(|candidate| candidate.index + 1).collect()
    });
    let printed = cites.map(|cite| cite.span.slice(&document.text).to_owned());
    printed.zip(meant).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &[usize])]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(printed, meant)| ((*printed).to_owned(), meant.to_vec()))
        .collect();
    assert_eq!(cited(text, LIST), expected, "{text}");
}

#[test]
fn names_and_pages_in_brackets() {
    check(
        "Bread rose (Brandt 45), salt fell (Hill 3; Lind and Osei 12–14), and rye too (see Müller et al. 7).",
        &[
            ("Brandt 45", &[1]),
            ("Hill 3", &[2]),
            ("Lind and Osei 12–14", &[5]),
            ("Müller et al. 7", &[6]),
        ],
    );
    check(
        "Bread rose (Brandt). So it was said (qtd. in Hill 12), by him (S. Lind and Osei 9).",
        &[
            ("Brandt", &[1]),
            ("Hill 12", &[2]),
            ("S. Lind and Osei 9", &[5]),
        ],
    );
}

#[test]
fn titles_tell_works_apart() {
    check(
        "So (Kinzer, True Flag 45) and (Kinzer, Brothers 3) and (“Salt” 7) and (Brandt, Price of Bread 2).",
        &[
            ("Kinzer, True Flag 45", &[4]),
            ("Kinzer, Brothers 3", &[3]),
            ("“Salt” 7", &[2]),
            ("Brandt, Price of Bread 2", &[1]),
        ],
    );
    check(
        "It is so (Kinzer 45), and so (Hill 3), and so (Brandt 4).",
        &[("Kinzer 45", &[3, 4]), ("Hill 3", &[2]), ("Brandt 4", &[1])],
    );
}

#[test]
fn titles_in_running_text_tell_works_apart() {
    check(
        "Kinzer, in The True Flag, holds otherwise (112); in that book he is mild (Brothers 3).",
        &[("Kinzer", &[4]), ("Brothers 3", &[3])],
    );
}

#[test]
fn names_in_running_text() {
    check(
        "Karla Brandt argues that bread was dear in the north (45). Kinzer holds otherwise (True Flag 12). Hill’s essay is new. In Hyde Hill it rained (Lind and Osei 3).",
        &[
            ("Karla Brandt", &[1]),
            ("Kinzer", &[4]),
            ("Hill", &[2]),
            ("Lind and Osei 3", &[5]),
        ],
    );
}

#[test]
fn six_languages() {
    for text in [
        "Bread rose (see Brandt, p. 45) and salt fell (Lind and Osei 12; Hill 3).",
        "El pan subió (véase Brandt, p. 45) y la sal bajó (Lind y Osei 12; Hill 3).",
        "O pão subiu (ver Brandt, p. 45) e o sal baixou (Lind e Osei 12; Hill 3).",
        "Das Brot stieg (vgl. Brandt, S. 45) und das Salz fiel (Lind und Osei 12; Hill 3).",
        "Le pain a augmenté (voir Brandt, p. 45) et le sel a baissé (Lind et Osei 12; Hill 3).",
        "Il pane è salito (cfr. Brandt, p. 45) e il sale è sceso (Lind e Osei 12; Hill 3).",
    ] {
        let meant: Vec<_> = cited(text, LIST)
            .into_iter()
            .map(|(_, meant)| meant)
            .collect();
        assert_eq!(meant, [vec![1], vec![5], vec![2]], "{text}");
    }
}

#[test]
fn works_that_the_list_lacks() {
    let found = cited(
        "Bread rose (Brandt 45; Hill 2). Wheat fell (Novak 45) in May (Phase 2; Fig. 12).",
        LIST,
    );
    assert_eq!(found[2], ("Novak 45".to_owned(), Vec::new()));
    assert_eq!(found.len(), 3);
}

#[test]
fn papers_by_year_stay_so() {
    let list = "
BRANDT, K. The Price of Bread. Harbour Press, 2011.
HILL, A. Salt. Journal of Grain, v. 2, p. 1-20, 2012.
LIND, S.; OSEI, A. Rye and Its Growers. Harbour Press, 2010.
";
    let text = "Brandt argues so (BRANDT, 2011, p. 45). Hill (2012) too (LIND; OSEI, 2010). The Brandt house (45) is old.";
    let printed: Vec<_> = cited(text, list)
        .into_iter()
        .map(|(printed, _)| printed)
        .collect();
    assert_eq!(printed, ["BRANDT, 2011", "Hill (2012", "LIND; OSEI, 2010"]);
}

/// A list that notes cite, its works numbered from 1 by their places.
const NOTED: &str = "
Koch, Bernd: „Zahlen und Zünfte. Eine Kritik“. In: Zeitschrift für Korn 12 (1995), S. 33–58.
Lind, Anna: Brot und Salz. Hamburg: Elbverlag 2001.
Lind, Anna: Korn und Krieg. Hamburg: Elbverlag 2005.
Müller, Hans: Die Stadt im Mittelalter. Märkte und Mächte. Berlin: Hafenverlag 1990.
Weiß, Paul: Vergessene Mühlen. Köln: Domverlag 1988.
";

#[test]
fn notes_name_authors_and_titles() {
    let text = "Die Märkte wuchsen.1 So war es in allen Städten des Nordens, heißt es.2\n\n\
        1 Vgl. Hans Müller, Die Stadt im Mittelalter. Märkte und Mächte, Berlin 1990, S. 12.\n\n\
        2 Koch, Zahlen und Zünfte, S. 41; Anna Lind: Brot und Salz. Hamburg 2001; dies.: Korn und Krieg, S. 3.\n\n\
        3 Müller, Stadt, S. 45. Koch, S. 50. Müller lebte 1990 in der Stadt.";
    let expected = [
        (
            "Hans Müller, Die Stadt im Mittelalter. Märkte und Mächte",
            4,
        ),
        ("Koch, Zahlen und Zünfte", 1),
        ("Anna Lind: Brot und Salz", 2),
        ("dies.: Korn und Krieg", 3),
        ("Müller, Stadt", 4),
        ("Koch", 1),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(printed, meant)| ((*printed).to_owned(), vec![*meant]))
        .collect();
    assert_eq!(cited(text, NOTED), expected);
}

#[test]
fn titles_that_are_only_spoken_of() {
    let text = "Müller (1990) nennt Die Stadt, Lind (2001) das Brot und (2005) das Korn; so auch Koch (1995) und Weiß (1988).";
    let found = cited(text, NOTED);
    assert_eq!(found.len(), 5);
    assert_eq!(found[0].0, "Müller (1990");
}
