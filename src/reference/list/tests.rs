//! Whole lists, found and divided.

use super::{PrintedList, joined, lists};
use crate::span::Span;

fn found(text: &str) -> Vec<PrintedList> {
    lists(text, Span::new(0, text.len()))
}

/// Finds the lists of a text; the expected are the headings, empty for none, and how each reference begins.
#[track_caller]
fn check(text: &str, expected: &[(&str, &[&str])]) {
    let found = found(text);
    let headings: Vec<_> = found
        .iter()
        .map(|list| list.heading.map_or("", |heading| heading.slice(text)))
        .collect();
    let expected_headings: Vec<_> = expected.iter().map(|(heading, _)| *heading).collect();
    assert_eq!(headings, expected_headings, "{text}");
    for (list, (heading, begins)) in found.iter().zip(expected) {
        let references: Vec<_> = list
            .references
            .iter()
            .map(|lines| joined(text, lines.iter().copied()))
            .collect();
        assert_eq!(references.len(), begins.len(), "{heading}: {references:#?}");
        for (reference, begin) in references.iter().zip(*begins) {
            assert!(reference.starts_with(begin), "{reference}, not {begin}");
        }
    }
}

const PROSE: &str = "It has been shown that the price of bread rises with the moon, and that it does not fall again.";

const ENGLISH: &str = "\
Alvarez, M. (2014). The harvest of the north. Journal of Grain, 3(1), 1–10.
Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.
García Lorenzo, J. (2016). Bakers of the south. Harbour Press.";

const ENGLISH_BEGINS: [&str; 3] = ["Alvarez, M.", "Brandt, K.", "García Lorenzo"];

#[test]
fn a_list_stands_under_its_heading() {
    for heading in [
        "References",
        "REFERENCES",
        "7. References",
        "## Works Cited",
        "Literaturverzeichnis",
        "Bibliografía",
        "Referencias bibliográficas",
        "Referências",
        "Références bibliographiques",
        "Riferimenti bibliografici",
    ] {
        for text in [
            format!("{PROSE}\n\n{heading}\n\n{ENGLISH}\n"),
            format!("{PROSE}\n{heading}\n{ENGLISH}"),
        ] {
            check(&text, &[(heading, &ENGLISH_BEGINS)]);
        }
    }
}

#[test]
fn a_heading_may_stand_before_the_first_reference() {
    check(
        &format!("{PROSE}\n\nReferences: {ENGLISH}"),
        &[("References:", &ENGLISH_BEGINS)],
    );
    check(
        "Literatur: Müller, H. (2010): Brot und Salz. Hamburg: Hafenverlag.\n\
         Weiß, B. (2012): Das Korn. Hamburg: Hafenverlag.",
        &[("Literatur:", &["Müller, H.", "Weiß, B."])],
    );
    check(
        &format!("{PROSE}\nSources: Müller, H. (2010).\n{PROSE}"),
        &[],
    );
}

#[test]
fn the_heading_in_the_contents_is_passed_over() {
    check(
        &format!(
            "Introduction ..... 1\nReferences ..... 9\n\n{PROSE}\n\nReferences\n\n{ENGLISH}\n"
        ),
        &[("References", &ENGLISH_BEGINS)],
    );
    check(
        &format!("Introduction\nReferences\n\n{PROSE}\n{PROSE}\n\nReferences\n\n{ENGLISH}\n"),
        &[("References", &ENGLISH_BEGINS)],
    );
}

#[test]
fn every_chapter_may_have_a_list() {
    let other = "Koch, A. (2015). Salt. Harbour Press.\nLind, S. (2010). Rye. Harbour Press.";
    let text = format!("References\n{ENGLISH}\n\nChapter 2\n{PROSE}\n\nReferences\n{other}");
    let last = *found(&text)[0].references[2].last().expect("a line");
    assert!(
        last.slice(&text).ends_with("Harbour Press."),
        "{}",
        last.slice(&text)
    );
    check(
        &format!(
            "References\n{ENGLISH}\n\nChapter 2\n\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n\nReferences\n{other}"
        ),
        &[
            ("References", &ENGLISH_BEGINS),
            ("References", &["Koch", "Lind"]),
        ],
    );
}

#[test]
fn a_list_without_a_heading_is_found_by_its_looks() {
    check(
        &format!("{PROSE}\n{PROSE}\n\n{ENGLISH}"),
        &[("", &ENGLISH_BEGINS)],
    );
    check(&format!("{PROSE}\n{PROSE}"), &[]);
    check("", &[]);
}

#[test]
fn headings_within_divide_a_list() {
    check(
        "Bibliografia\n\n\
         Fontes\n\n\
         SILVA, J. O pão. Porto: Cais, 1950.\n\
         SOUZA, M. A. O sal. Porto: Cais, 1961.\n\n\
         Literatura\n\n\
         ALVES, P. O trigo. Lisboa: Rio, 1999.\n\
         COSTA, R. O centeio. Lisboa: Rio, 2004.\n",
        &[
            ("Fontes", &["SILVA", "SOUZA"]),
            ("Literatura", &["ALVES", "COSTA"]),
        ],
    );
}

#[test]
fn what_follows_a_list_is_no_reference() {
    for closing in [
        "Appendix A: Questions\n\nHow much bread do you eat in a week, and who bakes it for you?",
        "About the author\n\nM. Alvarez teaches the history of bread. She lives by the sea.",
        "Anhang\n\nFragebogen: Wie viel Brot essen Sie in der Woche?",
        "Danksagung\n\nWir danken allen, die Brot gebacken haben.",
        "Table 1. The price of bread by year.\n\nYear\tPrice\tWeight\n1990\t12\t1\n1991\t13\t1",
        "Received: 3 May 2018; accepted: 4 June 2018",
    ] {
        check(
            &format!("{PROSE}\n\nReferences\n\n{ENGLISH}\n\n{closing}\n"),
            &[("References", &ENGLISH_BEGINS)],
        );
    }
}

#[test]
fn hanging_indents_show_the_starts() {
    check(
        "Bibliographie\n\n\
         Roux, Anne. Le pain des pauvres. Une histoire de la\n    \
             Méditerranée. Lyon : Quai, 1987.\n\
         Simon, Paul. « Le sel », Revue du grain, vol. 12,\n    \
             n° 3, 1990, p. 12-34.\n\
         Vidal, Jean. La mer et le blé. Histoire d’une longue\n    \
             Attente. Paris : Rive, 2001.\n",
        &[("Bibliographie", &["Roux", "Simon", "Vidal"])],
    );
}

#[test]
fn lines_broken_at_the_margin_are_joined() {
    check(
        "Literatur\n\
         Bauer, Klaus (1998): Vom Mehl zum Brot. Eine Ge-\n\
         schichte der Bäckerei in den Städten an der See.\n\
         Hamburg: Hafenverlag.\n\
         Fischer, Eva (2003): Salz. In: Zeitschrift für\n\
         Korn und Brot, 12, S. 17–39.\n\
         Koch, Anna (2005): Das Getreide und sein Preis in\n\
         den Jahren der Not. Bremen: Kai.\n\
         Weiß, Bernd (2010): Roggen. Bremen: Kai.\n",
        &[(
            "Literatur",
            &[
                "Bauer, Klaus (1998): Vom Mehl zum Brot. Eine Geschichte der",
                "Fischer, Eva (2003): Salz. In: Zeitschrift für Korn",
                "Koch",
                "Weiß",
            ],
        )],
    );
}

#[test]
fn blank_lines_may_stand_between_references() {
    check(
        "References\n\n\
         Alvarez, M. (2014). The harvest of the north and what became\n\
         of it. Journal of Grain, 3(1), 1–10.\n\n\
         Brandt, K. (2011). The price of bread in the towns by the sea.\n\
         Harbour Press.\n\n\
         Osei, A. (2012). Salt. Harbour Press.\n",
        &[("References", &["Alvarez", "Brandt", "Osei"])],
    );
}

#[test]
fn marks_stand_before_references() {
    check(
        "References\n\
         1. Zeller M, Abt K. The harvest of the north and of the\n\
         south. J Grain. 2014;3:1-10.\n\
         2. Brandt K. The price of bread. J Grain. 2011;2:4-9.\n\
         3. Abt K. Salt. J Grain. 2009;1:1-3.\n",
        &[("References", &["1. Zeller", "2. Brandt", "3. Abt"])],
    );
    check(
        "Referencias\n\
         [1] M. Zeller, El pan, Rev. Grano 3 (2014) 1–10.\n\
         [2] K. Brandt, La sal, Rev. Grano 2 (2011) 4–9.\n",
        &[("Referencias", &["[1] M. Zeller", "[2] K. Brandt"])],
    );
    check(
        "Bibliografia\n\
         • Rossi, M. (2014), Il pane, Molo, Genova.\n\
         • Verdi, G. (2011), Il sale, Molo, Genova.\n",
        &[("Bibliografia", &["• Rossi", "• Verdi"])],
    );
    check(
        "References\n\
         [Alvarez 2014] Alvarez, M. The harvest. Harbour Press, 2014.\n\
         [BO11] Brandt, K. and Osei, A. Bread. Harbour Press, 2011.\n",
        &[("References", &["[Alvarez 2014]", "[BO11]"])],
    );
}

#[test]
fn references_may_run_together() {
    let run_together = ENGLISH.replace('\n', " ");
    let more = "Koch, A. (2015). The keeping of salt. Journal of Grain, 5(2), 11–19. \
                Lind, S. (2010). Rye and its enemies. Journal of Grain, 2(1), 1–9. \
                Park, K. (2013). Gardens. Harbour Press.";
    let mut begins = ENGLISH_BEGINS.to_vec();
    begins.extend(["Koch", "Lind", "Park"]);
    check(
        &format!("References\n{run_together} {more}\n"),
        &[("References", &begins)],
    );
}

#[test]
fn page_furniture_is_no_part_of_a_reference() {
    check(
        "References\n\
         Alvarez, M. (2014). The harvest of the north and what became of\n\
         12\n\
         \u{c}it. Journal of Grain, 3(1), 1–10.\n\
         Brandt, K. (2011). The price of bread in the towns by the sea.\n\
         Harbour Press.\n\
         - 13 -\n\
         \u{c}Osei, A. (2012). Salt. Harbour Press.\n",
        &[(
            "References",
            &[
                "Alvarez, M. (2014). The harvest of the north and what became of it.",
                "Brandt",
                "Osei",
            ],
        )],
    );
}

#[test]
fn dashes_stand_for_the_author_before() {
    check(
        "Works Cited\n\
         Grandin, Maud. The end. Harbour Press, 2019.\n\
         ———. The beginning. Harbour Press, 2012.\n\
         ---, and Li, X. The middle. Harbour Press, 2014.\n",
        &[("Works Cited", &["Grandin", "———", "---"])],
    );
    check(
        "Literatur\n\
         Müller, H. (2010): Brot. Bremen: Kai.\n\
         Ders. (2012): Salz. Bremen: Kai.\n",
        &[("Literatur", &["Müller", "Ders."])],
    );
}

#[test]
fn references_may_open_with_titles() {
    check(
        "References\n\
         Understanding bread. (2018). Encyclopedia X.\n\
         Handbook of the bakers’ guild (7th ed.). (2020). Guild.\n",
        &[("References", &["Understanding", "Handbook"])],
    );
}

#[test]
fn labels_and_years_behind_commas_are_read() {
    check(
        "Literatur\n\
         Alber, Jens, 2002: Das Brot. Bremen: Kai.\n\
         Koch, Anna, 1999: Das Salz und das Meer. Bremen: Kai.\n",
        &[("Literatur", &["Alber", "Koch"])],
    );
    check(
        "Literatur\n\
         Anthony u. a. 2005 Anthony, D. ; Brown, K. : Das Korn. Mainz 2005.\n\
         Bosch 2005 Bosch, P. : Stein und Mühle. Leiden 2005.\n",
        &[("Literatur", &["Anthony u. a.", "Bosch 2005"])],
    );
}

#[test]
fn two_years_and_lone_line_numbers_divide_nothing() {
    check(
        "References\n\
         Berg, S. (1953). The meaning of bread. Harbour. (Original work published 1900)\n\
         Dahl, M. 2009 [1905]. The baker’s ethic. Harbour Press.\n",
        &[("References", &["Berg", "Dahl"])],
    );
    check(
        "References\n1\nAlvarez, M. (2014). The harvest of the north and what became of\n2\n\
         it. Journal of Grain, 171-\n202. ISSN 0022-\n3085.\n3\nOsei, A. (2012). Salt. Harbour Press.\n",
        &[(
            "References",
            &[
                "Alvarez, M. (2014). The harvest of the north and what became of it. Journal of Grain, 171-202. ISSN 0022-3085.",
                "Osei",
            ],
        )],
    );
}

#[test]
fn references_may_open_with_anything() {
    check(
        "References\n\
         A guide to baking. (2001). Harbour Press.\n\
         Harbour Board of Trade (2012). Annual report. Harbour Press.\n\
         hooks, b. (1994). Teaching to bake. Harbour Press.\n\
         van der Meer, P. (n.d.). Salt. Harbour Press.\n",
        &[(
            "References",
            &["A guide", "Harbour Board", "hooks", "van der"],
        )],
    );
}

#[test]
fn signs_of_no_width_and_all_line_ends_are_read() {
    let windows = format!(
        "\u{feff}References\r\n\r\n{}\r\n",
        ENGLISH.replace('\n', "\r\n")
    );
    check(&windows, &[("References", &ENGLISH_BEGINS)]);
    let old = format!("References\r{}", ENGLISH.replace('\n', "\r"));
    check(&old, &[("References", &ENGLISH_BEGINS)]);
    check(
        "Literatur\n\
         Müller,\u{a0}H.\u{a0}(2010): Brot. Bremen:\u{a0}Kai.\n\
         Weiß,\u{a0}B.\u{a0}(2012): Salz. Bremen:\u{a0}Kai.\n",
        &[("Literatur", &["Müller", "Weiß"])],
    );
}

#[test]
fn a_remark_behind_a_list_without_blank_lines_is_no_reference() {
    for remark in [
        "Anexo. Los datos de las entrevistas pueden pedirse al autor.",
        "The data that this paper is built on can be had from the author, who will gladly send them.",
        "Ich danke allen, die mir beim Lesen der Akten und beim Schreiben geholfen haben.",
    ] {
        check(
            &format!("{PROSE}\n\nReferences\n\n{ENGLISH}\n\n{remark}\n"),
            &[("References", &ENGLISH_BEGINS)],
        );
        let text = format!("{PROSE}\n\nReferences\n\n{ENGLISH}\n\n{remark}\n");
        let lists = found(&text);
        let last = lists[0].references.last().and_then(|lines| lines.last());
        let end = last.expect("there are references").end;
        assert!(!text[..end].contains(remark), "{remark}");
    }
}
