//! Publishers of one word, which look like places where no place stands beside them.

use super::next_run;
use crate::{
    reference::{
        assemble::{Words, kind_words::is_thesis_word},
        label::Label,
    },
    work::fold::fold,
};

/// Houses of one word that bring out books in the humanities and social sciences, folded. None of them is the name of a town of
/// publishers, so that `Berlin 1990` stays a place.
const PUBLISHERS: &[&str] = &[
    "adelphi",
    "aguilar",
    "akal",
    "alfaguara",
    "alianza",
    "almedina",
    "anagrama",
    "anthropos",
    "ariel",
    "ashgate",
    "aubier",
    "autentica",
    "beck",
    "beltz",
    "biblos",
    "blackwell",
    "blanvalet",
    "bloomsbury",
    "bohlau",
    "bompiani",
    "brill",
    "campus",
    "carocci",
    "catedra",
    "clacso",
    "continuum",
    "cortez",
    "critica",
    "debate",
    "destino",
    "diogenes",
    "donzelli",
    "doubleday",
    "dunod",
    "einaudi",
    "elgar",
    "elsevier",
    "emece",
    "eudeba",
    "fayard",
    "feltrinelli",
    "fischer",
    "flammarion",
    "fontamara",
    "gallimard",
    "garland",
    "garzanti",
    "gedisa",
    "giuffre",
    "grasset",
    "gredos",
    "greenwood",
    "grijalbo",
    "hachette",
    "hanser",
    "harcourt",
    "harmattan",
    "harpercollins",
    "harrassowitz",
    "heinemann",
    "herder",
    "hucitec",
    "iberoamericana",
    "icaria",
    "iudicium",
    "karthala",
    "kluwer",
    "knopf",
    "kohlhammer",
    "larousse",
    "laterza",
    "lexington",
    "liguori",
    "loescher",
    "longman",
    "losada",
    "macmillan",
    "marsilio",
    "maspero",
    "methuen",
    "metzler",
    "mondadori",
    "mursia",
    "narr",
    "nathan",
    "niemeyer",
    "nomos",
    "norton",
    "olschki",
    "oneworld",
    "paidos",
    "palgrave",
    "pantheon",
    "payot",
    "pearson",
    "peeters",
    "penguin",
    "perspectiva",
    "picador",
    "planeta",
    "plon",
    "pluto",
    "polity",
    "praeger",
    "prometeo",
    "quadrige",
    "reclam",
    "rizzoli",
    "routledge",
    "rowohlt",
    "rusconi",
    "sage",
    "salani",
    "saraiva",
    "scribner",
    "sellerio",
    "seuil",
    "springer",
    "sudamericana",
    "suhrkamp",
    "taurus",
    "tecnos",
    "transcript",
    "trotta",
    "tusquets",
    "ullstein",
    "urano",
    "verso",
    "viking",
    "vintage",
    "vozes",
    "vrin",
    "wagenbach",
    "wiley",
    "zahar",
    "zanichelli",
    "zed",
    "zsolnay",
];

/// Names publishers that the model took for something else.
pub(super) fn name_publishers(words: &mut Words) {
    name_university_presses(words);
    name_genres(words);
    name_universities(words);
    name_houses(words);
    name_institutions(words);
}

/// `U of Illinois P` (MLA) is no person.
fn name_university_presses(words: &mut Words) {
    const MOST: usize = 6;
    for start in 1..words.len() {
        if words.printed(start) != "U" || words.lower(start + 1) != "of" {
            continue;
        }
        let is_press = |idx: &usize| words.printed(*idx) == "P";
        if let Some(press) = (start + 2..words.len().min(start + MOST)).find(is_press) {
            words.labels[start..=press].fill(Label::Publisher);
        }
    }
}

/// `Unveröffentlichte Masterarbeit, Universität Leipzig 2014`: a kind of thesis is no publisher.
fn name_genres(words: &mut Words) {
    let Some(run) = next_run(words, 0, Label::Publisher) else {
        return;
    };
    let is_thesis = is_thesis_word(&fold(words.printed(run.end - 1)));
    if is_thesis && !words.labels.contains(&Label::Genre) {
        words.labels[run].fill(Label::Genre);
    }
}

/// `PhD diss., University of Chicago, 2013`: a university is no place.
fn name_universities(words: &mut Words) {
    if words.labels.contains(&Label::Publisher) {
        return;
    }
    let is_university = |idx: &usize| {
        words.labels[*idx] == Label::Location && fold(words.printed(*idx)).starts_with("universi")
    };
    if let Some(idx) = (0..words.len()).find(is_university) {
        let is_place = |idx: &usize| words.labels[*idx] == Label::Location;
        let ends = |idx: usize| idx == words.len() || words.gap(idx).contains([',', ';']);
        let start = (1..=idx)
            .rev()
            .find(|idx| ends(*idx) || !is_place(&(idx - 1)));
        let end = (idx + 1..=words.len()).find(|idx| ends(*idx) || !is_place(idx));
        words.labels[start.unwrap_or(idx)..end.unwrap_or(idx + 1)].fill(Label::Publisher);
    }
}

/// A house that stands alone where a place could is the publisher.
fn name_houses(words: &mut Words) {
    if words.labels.contains(&Label::Publisher) {
        return;
    }
    let places: Vec<usize> = (0..words.len())
        .filter(|idx| words.labels[*idx] == Label::Location)
        .collect();
    let [place] = places[..] else { return };
    if PUBLISHERS
        .binary_search(&fold(words.printed(place)).as_str())
        .is_ok()
    {
        words.labels[place] = Label::Publisher;
    }
}

/// `México y los Estados Unidos. El Colegio de México.`: an institution behind a title, without volume or pages, is no journal.
fn name_institutions(words: &mut Words) {
    const INSTITUTIONS: &[&str] = &[
        "academia",
        "academy",
        "colegio",
        "fondo",
        "fundacion",
        "instituto",
        "universidad",
        "universidade",
        "universita",
        "universitat",
        "universite",
    ];
    let has = |label: Label| words.labels.contains(&label);
    let is_part = [Label::Volume, Label::Issue, Label::Pages, Label::Editor]
        .into_iter()
        .any(has);
    if is_part || has(Label::Publisher) || !has(Label::Title) {
        return;
    }
    let is_host = |idx: &usize| words.labels[*idx] == Label::Container;
    let Some(start) = (0..words.len()).find(is_host) else {
        return;
    };
    let end = (start..words.len())
        .find(|idx| !is_host(idx))
        .unwrap_or(words.len());
    let is_article = matches!(words.lower(start), "el" | "la" | "il");
    let first = fold(words.printed(start + usize::from(is_article)));
    let divides = words.gap(start).contains('.');
    if divides && INSTITUTIONS.contains(&first.as_str()) {
        words.labels[start..end].fill(Label::Publisher);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::parse;

    #[test]
    fn the_list_can_be_searched() {
        assert!(PUBLISHERS.is_sorted());
    }

    #[test]
    fn a_house_alone_is_no_place() {
        let check = |text: &str, publisher: Option<&str>, place: Option<&str>| {
            let work = parse(text).work;
            assert_eq!(work.publisher.as_deref(), publisher, "{text}");
            assert_eq!(work.publisher_place.as_deref(), place, "{text}");
        };
        check(
            "Grillo, Ioan. El Narco: Inside Mexico's Criminal Insurgency. Bloomsbury, 2011.",
            Some("Bloomsbury"),
            None,
        );
        check(
            "Grillo, I. (2012). El narco: En el corazón de la insurgencia criminal mexicana. Urano.",
            Some("Urano"),
            None,
        );
        check(
            "Fanon, Frantz: Die Verdammten dieser Erde. Berlin 1990.",
            None,
            Some("Berlin"),
        );
        check(
            "Rutz, Cynthia Lillian. \"King Lear and Its Folktale Analogues.\" PhD diss., University of Chicago, 2013.",
            Some("University of Chicago"),
            None,
        );
        check(
            "Meyer, L. (1991). México y los Estados Unidos en el conflicto petrolero. El Colegio de México.",
            Some("El Colegio de México"),
            None,
        );
    }
}
