//! Names as they are printed in lists.

use super::*;
use crate::reference::label::{Label, Labelled, lower::LowerWords, token::tokenise};

/// Names as `family|given`, with particle and suffix in brackets; organisations in braces.
fn check(text: &str, expected: &[&str]) {
    let tokens = tokenise(text);
    let labelled = Labelled {
        lower: LowerWords::of(text, &tokens),
        labels: vec![Label::Author; tokens.len()],
        tokens,
        probability: 1.0,
    };
    let words = Words::new(text, labelled);
    let people = people(&words, 0..words.len());
    let mut shown: Vec<String> = people.names.iter().map(show).collect();
    if people.et_al {
        shown.push("…".to_owned());
    }
    assert_eq!(shown, expected, "{text}");
}

fn show(name: &Name) -> String {
    let in_brackets = |part: &Option<String>| {
        part.as_ref()
            .map_or(String::new(), |part| format!("[{part}]"))
    };
    match name {
        Name::Organisation { literal } => format!("{{{literal}}}"),
        Name::Person(person) => format!(
            "{}{}|{}{}",
            in_brackets(&person.particle),
            person.family,
            person.given.as_deref().unwrap_or_default(),
            in_brackets(&person.suffix),
        ),
    }
}

#[test]
fn initials_tell_pairs_from_names() {
    check("Berg, A. B., & Dahl, C.", &["Berg|A. B.", "Dahl|C."]);
    check(
        "A. B. Berg, C. Dahl and E. Falk",
        &["Berg|A. B.", "Dahl|C.", "Falk|E."],
    );
    check(
        "Berg AB, Dahl C, Ek MSCQ",
        &["Berg|AB", "Dahl|C", "Ek|MSCQ"],
    );
    check("Berg, A., C. Dahl", &["Berg|A.", "Dahl|C."]);
    check("Al Dahl AL, So EL", &["Al Dahl|AL", "So|EL"]);
    check("D. Kern and Y. Ito", &["Kern|D.", "Ito|Y."]);
    check("Smith SC Jr, Svetkey LP", &["Smith|SC[Jr]", "Svetkey|LP"]);
    check(
        "Ard JD, de Jesus JM, Lee IM",
        &["Ard|JD", "[de]Jesus|JM", "Lee|IM"],
    );
    check("Berg, Lia.", &["Berg|Lia"]);
    check("Berg, Chr.", &["Berg|Chr."]);
}

#[test]
fn bodies_are_no_people() {
    check(
        "Glowny Urzad Statystyczny (GUS)",
        &["{Glowny Urzad Statystyczny (GUS)}"],
    );
    check("Europäischer Rat", &["{Europäischer Rat}"]);
    check("VerfGH NRW", &["{VerfGH NRW}"]);
    check("Ebenda", &[]);
}

#[test]
fn full_names_in_both_orders() {
    check("Berg, Anna; Dahl, Carl", &["Berg|Anna", "Dahl|Carl"]);
    check("Anna Berg and Carl Dahl", &["Berg|Anna", "Dahl|Carl"]);
    check("Berg, Anna, and Carl Dahl", &["Berg|Anna", "Dahl|Carl"]);
    check(
        "Berg Sylvie et Dahl Jean-Pierre",
        &["Berg|Sylvie", "Dahl|Jean-Pierre"],
    );
    check(
        "Cary Nelson and Lawrence Grossberg",
        &["Nelson|Cary", "Grossberg|Lawrence"],
    );
    check("BERG Anna", &["BERG|Anna"]);
    check("Anna FALKENBERG", &["FALKENBERG|Anna"]);
    check("Falkner, Anna u. Paul Dahl", &["Falkner|Anna", "Dahl|Paul"]);
    check("Berg/Dahl", &["Berg|", "Dahl|"]);
}

#[test]
fn particles_suffixes_and_double_names() {
    check("Vincent van den Berg", &["[van den]Berg|Vincent"]);
    check("van den Berg, V.", &["[van den]Berg|V."]);
    check("Berg, V. von", &["[von]Berg|V."]);
    check("Silva, E. da", &["Silva|E. da"]);
    check("García Robles, A. M.", &["García Robles|A. M."]);
    check("Berg, A., Jr.", &["Berg|A.[Jr.]"]);
    check("Edward W. Said", &["Said|Edward W."]);
    check("Said, Edward W.", &["Said|Edward W."]);
    check("Fox Tree, Jean E.", &["Fox Tree|Jean E."]);
    check("Berg Jr., A. and Dahl, B.", &["Berg|A.[Jr.]", "Dahl|B."]);
}

#[test]
fn more_are_meant() {
    check("Berg, A. et al.", &["Berg|A.", "…"]);
    check("Anna Berg and others", &["Berg|Anna", "…"]);
    check("Berg, A. u. a.", &["Berg|A.", "…"]);
}

#[test]
fn organisations_are_whole() {
    check("Ministry of Health", &["{Ministry of Health}"]);
    check(
        "Peace Initiative. U.S. Department of Defense",
        &["{Peace Initiative}", "{U.S. Department of Defense}"],
    );
    check(
        "Berg A, Dahl B; SMILE Study Investigators",
        &["Berg|A", "Dahl|B", "{SMILE Study Investigators}"],
    );
    check("———", &["{———}"]);
}

#[test]
fn east_asian_names_keep_their_order() {
    check("Mao Zedong", &["Mao|Zedong"]);
    check(
        "Kim Dae-jung and Xi Jinping",
        &["Kim|Dae-jung", "Xi|Jinping"],
    );
    check("Xiaoming Wang, Li Wei", &["Wang|Xiaoming", "Wei|Li"]);
    check("Lee Friedlander", &["Friedlander|Lee"]);
    check("Wang, Xiaoming", &["Wang|Xiaoming"]);
}

#[test]
fn spanish_and_portuguese_double_names() {
    check("Gabriel García Márquez", &["García Márquez|Gabriel"]);
    check("José Ortega y Gasset", &["Ortega y Gasset|José"]);
    check("Ortega y Gasset, José", &["Ortega y Gasset|José"]);
    check(
        "J. A. Dias da Silva, Y. O. Hamidoune",
        &["Dias da Silva|J. A.", "Hamidoune|Y. O."],
    );
    check(
        "NESPOR, Marina e VOGEL, Irene",
        &["NESPOR|Marina", "VOGEL|Irene"],
    );
    check(
        "Berg, A., Ortega y Gasset, J.",
        &["Berg|A.", "Ortega y Gasset|J."],
    );
    check("Berg y Dahl", &["Berg|", "Dahl|"]);
    check("Mario Vargas y Ana Cruz", &["Vargas|Mario", "Cruz|Ana"]);
    check(
        "GABRIEL JÚNIOR, R. F.; SOUSA, A. T. de",
        &["GABRIEL JÚNIOR|R. F.", "SOUSA|A. T. de"],
    );
    check("SILVA FILHO, José da", &["SILVA FILHO|José da"]);
    check("D. Kingma and J. Ba.", &["Kingma|D.", "Ba|J."]);
    check("José Silva Filho", &["Silva Filho|José"]);
    check("Abdelaziz Ben Abdellah", &["Ben Abdellah|Abdelaziz"]);
    check("Ben Smith, Anna Dahl", &["Smith|Ben", "Dahl|Anna"]);
}

#[test]
fn commas_may_divide_all() {
    check(
        "Wager, Karen, Lee, Frances, Glaser, John",
        &["Wager|Karen", "Lee|Frances", "Glaser|John"],
    );
    check("Berg, Dahl, Ek, Falk", &["Berg|", "Dahl|", "Ek|", "Falk|"]);
}

#[test]
fn torn_words_are_whole() {
    check("C. Berg, A. Ortu~no", &["Berg|C.", "Ortu~no|A."]);
    check("C. Berg, H. E. Stan- ley", &["Berg|C.", "Stanley|H. E."]);
    check("O’ Campo P, Berg MO", &["O’ Campo|P", "Berg|MO"]);
    check("D. Berg, M. Yor.", &["Berg|D.", "Yor|M."]);
}

#[test]
fn roles_are_no_names() {
    check("A. VIO (a cura di)", &["VIO|A."]);
    check(
        "Pinheiro R, Mattos RA, organizadores",
        &["Pinheiro|R", "Mattos|RA"],
    );
    check("DURAND Jean-Pierre (dir.)", &["DURAND|Jean-Pierre"]);
    check("Geoffroy de GISLAIN", &["[de]GISLAIN|Geoffroy"]);
    check(
        "Tradução de Daniela Kern e Guilherme J. F. Teixeira",
        &["Kern|Daniela", "Teixeira|Guilherme J. F."],
    );
    check("edizione critica a cura di V. Gerratana", &["Gerratana|V."]);
    check("publié par Anne Berg", &["Berg|Anne"]);
    check("Hrsg. v. Malcolm Pasley", &["Pasley|Malcolm"]);
    check("Dr. Anna Berg", &["Berg|Anna"]);
    check("Anna Berg und Paul Dahl zur", &["Berg|Anna", "Dahl|Paul"]);
}

#[test]
fn kinds_of_organisations() {
    check(
        "Ontario Ministry of Health and Long-Term Care",
        &["{Ontario Ministry of Health and Long-Term Care}"],
    );
    check("Cartagena Protocol", &["{Cartagena Protocol}"]);
    check("I.C.M.R.", &["{I.C.M.R.}"]);
    check("ELPAIS.es", &["{ELPAIS.es}"]);
    check("Landesarbeitsamt Berlin", &["{Landesarbeitsamt Berlin}"]);
}

#[test]
fn more_are_meant_in_other_languages() {
    check("Berg, A. y cols.", &["Berg|A.", "…"]);
    check("Berg A, Dahl B, & al.", &["Berg|A", "Dahl|B", "…"]);
    check("Berg, A. m.fl.", &["Berg|A.", "…"]);
    check("Berg, A. i in.", &["Berg|A.", "…"]);
}

#[test]
fn the_stop_of_the_sentence_abbreviates_no_family_name() {
    check(
        "Cooley, Alexander, and James Ron.",
        &["Cooley|Alexander", "Ron|James"],
    );
    check("Berg Chr.", &["Berg|Chr."]);
}

#[test]
fn a_family_name_with_a_particle_stands_first() {
    check(
        "De Bot, Kees, Wander Lowie, and Marjolijn Verspoor.",
        &["De Bot|Kees", "Lowie|Wander", "Verspoor|Marjolijn"],
    );
    check(
        "Borges EL, Caliri MHL, Haas VJ.",
        &["Borges|EL", "Caliri|MHL", "Haas|VJ"],
    );
}

#[test]
fn initials_with_a_full_stop_end_a_name_in_capitals() {
    check("PARK R., BURGESS E.", &["PARK|R.", "BURGESS|E."]);
    check(
        "BACQUÉ M.-H., FOL S. et LÉVY J.-P.",
        &["BACQUÉ|M.-H.", "FOL|S.", "LÉVY|J.-P."],
    );
}
