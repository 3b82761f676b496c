//! Works of many kinds, for the tests of the formats.

use crate::work::{Contributors, Date, EntryType, Issued, Name, Person, Status, Work};

/// Shortens the many optional texts below.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the fields of a work are optional"
)]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A list of people without particles.
fn people(names: &[(&str, &str)]) -> Contributors {
    let names = names
        .iter()
        .map(|(family, given)| Name::person(*family, given));
    Contributors::new(names.collect())
}

fn day(year: i32, month: u8, day: u8) -> Date {
    Date {
        year,
        month: Some(month),
        day: Some(day),
    }
}

/// Keys and works.
pub(super) fn samples() -> Vec<(&'static str, Work)> {
    vec![
        ("farrell2019", article()),
        ("kinzer2006", book()),
        ("berg2010", chapter()),
        ("rao1998", proceedings_paper()),
        ("osei2015", thesis()),
        ("undp2013", report()),
        ("press", in_press()),
        ("page", web_page()),
        ("preprint", preprint()),
        ("collection", collection()),
        ("season", season()),
        ("statute", statute()),
        ("trial", trial()),
        ("program", program()),
    ]
}

/// What the formats take.
pub(super) fn pairs<'a>(
    samples: &'a [(&'static str, Work)],
) -> impl Iterator<Item = (&'a str, &'a Work)> {
    samples.iter().map(|(key, work)| (*key, work))
}

fn article() -> Work {
    Work {
        entry_type: EntryType::Article,
        authors: people(&[("Farrell", "Henry"), ("Newman", "Abraham L.")]),
        issued: Issued {
            date: Some(Date {
                year: 2019,
                month: Some(7),
                day: None,
            }),
            ..Issued::default()
        },
        title: some("Weaponized interdependence: How NAFTA and others shape 100% of trade"),
        container_title: some("International Security & Law"),
        volume: some("44"),
        issue: some("1"),
        page: some("42-79"),
        doi: some("10.1162/isec_a_00351"),
        issn: some("0162-2889"),
        ..Work::default()
    }
}

fn book() -> Work {
    Work {
        entry_type: EntryType::Book,
        authors: people(&[("Kinzer", "Stephen")]),
        issued: Issued {
            original: Some(1982),
            ..Issued::year(2006)
        },
        title: some("Overthrow: America's century of regime change"),
        publisher: some("Times Books"),
        publisher_place: some("New York"),
        edition: some("2nd ed."),
        isbn: some("9780805082401"),
        ..Work::default()
    }
}

fn chapter() -> Work {
    let author = Person {
        family: "Berg".to_owned(),
        given: some("Anna"),
        particle: some("van den"),
        suffix: some("Jr."),
    };
    Work {
        entry_type: EntryType::InCollection,
        authors: Contributors {
            names: vec![Name::Person(author)],
            et_al: true,
        },
        editors: people(&[("Múñoz", "José"), ("Ødegård", "Liv")]),
        translators: people(&[("Hall", "Ruth")]),
        issued: Issued {
            suffix: Some('a'),
            ..Issued::year(2010)
        },
        title: some("Die Grenzen der Macht"),
        container_title: some("Handbuch der Politik"),
        collection_title: some("Studien"),
        publisher: some("Mohr"),
        page: some("12-34"),
        volume: some("3"),
        ..Work::default()
    }
}

fn proceedings_paper() -> Work {
    Work {
        entry_type: EntryType::InProceedings,
        authors: people(&[("Rao", "P."), ("李", "伟")]),
        issued: Issued::year(1998),
        title: some("Parsing in linear time"),
        container_title: some("Proceedings of the Workshop on Grammars"),
        page: some("e17"),
        ..Work::default()
    }
}

fn thesis() -> Work {
    Work {
        entry_type: EntryType::Thesis,
        authors: people(&[("Osei", "Kofi")]),
        issued: Issued::year(2015),
        title: some("Markets of the coast"),
        publisher: some("University of Ghana"),
        genre: some("Master's thesis"),
        ..Work::default()
    }
}

fn report() -> Work {
    Work {
        entry_type: EntryType::Report,
        authors: Contributors::new(vec![Name::organisation(
            "Office for Research and Development",
        )]),
        issued: Issued {
            end: Some(Date::year(2014)),
            ..Issued::year(2013)
        },
        title: some("Safety of citizens"),
        publisher: some("United Nations"),
        number: some("TR_7"),
        ..Work::default()
    }
}

fn in_press() -> Work {
    Work {
        entry_type: EntryType::Article,
        authors: people(&[("de la Cruz", "M.")]),
        issued: Issued {
            status: Some(Status::InPress),
            ..Issued::default()
        },
        title: some("Slow rivers"),
        container_title: some("Water"),
        ..Work::default()
    }
}

fn web_page() -> Work {
    Work {
        entry_type: EntryType::Online,
        authors: Contributors::new(vec![Name::organisation("City Archive")]),
        issued: Issued {
            status: Some(Status::NoDate),
            ..Issued::default()
        },
        title: some("Old maps"),
        url: some("https://example.org/maps_of#a{b}"),
        accessed: Some(day(2024, 2, 29)),
        ..Work::default()
    }
}

fn preprint() -> Work {
    Work {
        entry_type: EntryType::Article,
        authors: people(&[("Ito", "Ken")]),
        issued: Issued {
            date: Some(day(2020, 1, 5)),
            ..Issued::default()
        },
        title: some("Small graphs"),
        arxiv: some("2001.01234"),
        note: some("Version 2"),
        ..Work::default()
    }
}

fn collection() -> Work {
    Work {
        entry_type: EntryType::Collection,
        editors: people(&[("Silva", "Ana")]),
        issued: Issued::year(1990),
        title: some("Fronteiras do Brasil"),
        number_of_volumes: some("2"),
        ..Work::default()
    }
}

fn season() -> Work {
    Work {
        entry_type: EntryType::Article,
        authors: people(&[("Poe", "")]),
        issued: Issued {
            date: Some(Date {
                year: 2001,
                month: Some(21),
                day: None,
            }),
            ..Issued::default()
        },
        title: some("Rain"),
        container_title: some("Quarterly"),
        ..Work::default()
    }
}

fn statute() -> Work {
    Work {
        entry_type: EntryType::Legislation,
        issued: Issued::year(1947),
        title: some("National Security Act"),
        number: some("80-253"),
        ..Work::default()
    }
}

fn trial() -> Work {
    Work {
        entry_type: EntryType::Article,
        authors: people(&[("Zhu", "N.")]),
        issued: Issued::year(2020),
        title: some("Slow fevers"),
        container_title: some("Annals of Rivers"),
        volume: some("382"),
        pmid: some("31978945"),
        pmcid: some("PMC7092803"),
        ..Work::default()
    }
}

fn program() -> Work {
    Work {
        entry_type: EntryType::Software,
        authors: Contributors::new(vec![Name::organisation("Tide Team")]),
        issued: Issued::year(2023),
        title: some("Tides"),
        version: some("4.3.1"),
        publisher: some("Harbour Foundation"),
        url: some("https://example.org/tides"),
        ..Work::default()
    }
}
