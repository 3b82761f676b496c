//! References of many kinds and styles, as works.

use super::parse;
use crate::work::{EntryType, Work};

/// Some values of a work, each as `name=value`; names are those of biblatex.
fn shown(work: &Work, names: &[&str]) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let people = |people: &crate::work::Contributors| {
        let cited: Vec<String> = people.names.iter().map(crate::work::Name::cited).collect();
        cited.join("; ")
    };
    let date =
        |date: Option<crate::work::Date>| date.map_or(String::new(), |date| date.to_string());
    (names.iter())
        .map(|name| {
            let value = match *name {
                "type" => work.entry_type.biblatex().to_owned(),
                "author" => people(&work.authors),
                "editor" => people(&work.editors),
                "translator" => people(&work.translators),
                "title" => text(&work.title),
                "journaltitle" => text(&work.container_title),
                "publisher" => text(&work.publisher),
                "location" => text(&work.publisher_place),
                "volume" => text(&work.volume),
                "number" => text(&work.issue),
                "pages" => text(&work.page),
                "edition" => text(&work.edition),
                "genre" => text(&work.genre),
                "note" => text(&work.note),
                "doi" => text(&work.doi),
                "isbn" => text(&work.isbn),
                "issn" => text(&work.issn),
                "eprint" => text(&work.arxiv),
                "url" => text(&work.url),
                "urldate" => date(work.accessed),
                "date" => date(work.issued.date),
                "enddate" => date(work.issued.end),
                "origdate" => work
                    .issued
                    .original
                    .map_or(String::new(), |year| year.to_string()),
                name => unreachable!("{name} is no field"),
            };
            format!("{name}={value}")
        })
        .collect()
}

/// Checks some values of the work that a reference describes.
fn check(text: &str, expected: &[&str]) {
    let names: Vec<&str> = (expected.iter())
        .filter_map(|pair| pair.split_once('=').map(|(name, _)| name))
        .collect();
    assert_eq!(shown(&parse(text).work, &names), expected, "{text}");
}

#[test]
fn dates_of_editions_and_of_works() {
    check(
        "Foucault, M. (1977). Discipline and punish: The birth of the prison (A. Sheridan, Trans.). Pantheon Books. (Original work published 1975)",
        &[
            "type=book",
            "translator=Sheridan",
            "date=1977",
            "origdate=1975",
            "note=",
        ],
    );
    check(
        "Freud, S. [1900] 1953. The Interpretation of Dreams. London: Hogarth Press.",
        &["date=1953", "origdate=1900", "location=London"],
    );
    check(
        "Bentham, J. (1789/1996). An introduction to the principles of morals and legislation. Oxford: Clarendon Press.",
        &["date=1996", "origdate=1789"],
    );
    check(
        "Sunstein, C. R., & Hastie, R. (2014, Spring). Making dumb groups smarter. Harvard Business Review, 92(12), 90–98.",
        &[
            "type=article",
            "date=2014-21",
            "volume=92",
            "number=12",
            "pages=90-98",
        ],
    );
    check(
        "Codd, E. F. 1970. A relational model of data for large shared data banks. Commun. ACM 13, 6 (June 1970), 377–387. DOI: http://dx.doi.org/10.1145/362384.362685",
        &["date=1970-06", "pages=377-387", "doi=10.1145/362384.362685"],
    );
}

#[test]
fn people_by_their_part() {
    check(
        "Eco, Umberto (a cura di), Storia della bellezza, Milano, Bompiani, 2004.",
        &[
            "author=",
            "editor=Eco",
            "title=Storia della bellezza",
            "location=Milano",
        ],
    );
    check(
        "R Core Team. (2021). R: A language and environment for statistical computing (Version 4.1.0) [Computer software]. R Foundation for Statistical Computing. https://www.R-project.org/",
        &[
            "type=software",
            "author=R Core Team",
            "genre=Computer software",
        ],
    );
    check(
        "Arrow, K. (1963). Social choice. In: Berg, A.; Dahl, B. (Hg.): Handbuch der Ökonomie, Bd. 2. München: Beck, S. 12–45.",
        &[
            "type=incollection",
            "editor=Berg; Dahl",
            "volume=2",
            "pages=12-45",
        ],
    );
}

#[test]
fn numbers_in_journals() {
    check(
        "Smith J, Jones K. Supplement study. Lancet. 2010;376 Suppl 2:S12-S19.",
        &["volume=376", "number=Suppl 2", "pages=S12-S19"],
    );
    check(
        "Ioannidis JPA. Why most published research findings are false. PLoS Med. 2005;2(8):e124. doi:10.1371/journal.pmed.0020124. PMID: 16060722; PMCID: PMC1182327.",
        &[
            "volume=2",
            "number=8",
            "pages=e124",
            "doi=10.1371/journal.pmed.0020124",
            "note=",
        ],
    );
    check(
        "Le Monde (15 mars 2012), « La crise de l'euro », p. 12-9.",
        &["date=2012-03-15", "pages=12-9"],
    );
}

#[test]
fn kinds_by_evidence() {
    check(
        "Harris, L. (2014). Instructional leadership perceptions (Publication No. 3572) [Doctoral dissertation, Pepperdine University]. ProQuest Dissertations.",
        &[
            "type=thesis",
            "genre=Doctoral dissertation",
            "publisher=Pepperdine University",
        ],
    );
    check(
        "SILVA, M. R. da. A violência urbana. 2010. 230 f. Tese (Doutorado em Sociologia) – Universidade de São Paulo, São Paulo, 2010.",
        &[
            "type=thesis",
            "title=A violência urbana",
            "publisher=Universidade de São Paulo",
        ],
    );
    check(
        "Brown v. Board of Education, 347 U.S. 483 (1954).",
        &[
            "title=Brown v. Board of Education",
            "volume=347",
            "pages=483",
            "date=1954",
        ],
    );
    let kind = |text: &str| parse(text).work.entry_type;
    assert_eq!(
        kind(
            "ISO 690:2010. Information and documentation — Guidelines for bibliographic references and citations. Geneva: ISO."
        ),
        EntryType::Standard
    );
    assert_eq!(
        kind("Kubrick, S. (Director). (1968). 2001: A space odyssey [Film]. Metro-Goldwyn-Mayer."),
        EntryType::Video
    );
    assert_eq!(
        kind(
            "Pew Research Center. (2018). American trends panel Wave 26 [Data set]. https://www.pewsocialtrends.org/dataset/"
        ),
        EntryType::Dataset
    );
    assert_eq!(
        kind(
            "BRASIL. Lei nº 9.394, de 20 de dezembro de 1996. Estabelece as diretrizes e bases da educação nacional. Diário Oficial da União, Brasília, DF, 23 dez. 1996."
        ),
        EntryType::Legislation
    );
    assert_eq!(
        kind("Krugman, P. (2008, December 8). The widening gyre. The New York Times, p. A31."),
        EntryType::Article
    );
}

#[test]
fn identifiers_and_addresses() {
    check(
        "Chomsky, Noam. 1957. Syntactic Structures. The Hague: Mouton. ISBN 978-3-11-017279-9.",
        &["isbn=9783110172799", "publisher=Mouton"],
    );
    check(
        "Vaswani A, Shazeer N, Parmar N, et al. Attention is all you need. arXiv preprint arXiv:1706.03762. 2017.",
        &["type=online", "eprint=1706.03762", "date=2017"],
    );
    check(
        "United Nations. (2015, December 12). Paris Agreement. https://unfccc.int/paris. Accessed 3 May 2021.",
        &[
            "date=2015-12-12",
            "url=https://unfccc.int/paris",
            "urldate=2021-05-03",
            "note=",
        ],
    );
    check(
        "Luhmann, Niklas: Soziale Systeme. Grundriß einer allgemeinen Theorie. 4. Aufl. Frankfurt a. M.: Suhrkamp 1993.",
        &[
            "edition=4. Aufl.",
            "location=Frankfurt a. M.",
            "publisher=Suhrkamp",
        ],
    );
}
