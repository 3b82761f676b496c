//! RIS, which `EndNote`, Zotero, Mendeley and library catalogues read.

use std::borrow::Cow;

use crate::work::{
    Contributors, Date, EntryType, Issued, Name, Person, Work, edition_number, fold::single_spaced,
};

/// Writes works as RIS (Research Information Systems, 2001, with the tags of 2011), in the order given.
///
/// Lines end with carriage return and line feed, as RIS asks. The letter behind a year is left out; `et al.` becomes a note.
pub fn ris<'a>(works: impl IntoIterator<Item = (&'a str, &'a Work)>) -> String {
    let mut lines = Lines::default();
    for (key, work) in works {
        write(key, work, &mut lines);
    }
    lines.0
}

/// The lines written so far.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line with a tag.
    fn add(&mut self, tag: &str, value: &str) {
        let value = single_spaced(value);
        self.0.push_str(&format!("{tag}  - {value}\r\n"));
    }

    /// Adds a line where there is a value.
    fn add_some(&mut self, tag: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(tag, value);
        }
    }

    /// Adds a line for each name.
    fn add_names(&mut self, tag: &str, contributors: &Contributors) {
        for name in &contributors.names {
            self.add(tag, &inverted(name));
        }
        if contributors.et_al {
            self.add("N1", "further names are not printed (et al.)");
        }
    }
}

/// Writes one work.
fn write(key: &str, work: &Work, lines: &mut Lines) {
    lines.add("TY", ris_type(work.entry_type));
    lines.add("ID", key);
    lines.add_names("AU", &work.authors);
    lines.add_names(editor_tag(work.entry_type), &work.editors);
    lines.add_names("A4", &work.translators);
    add_issued(&work.issued, lines);
    let edition = work.edition.as_deref();
    let edition = edition.map(|edition| edition_number(edition).unwrap_or(edition));
    let values = [
        ("TI", work.title.as_deref()),
        ("T2", work.container_title.as_deref()),
        ("T3", work.collection_title.as_deref()),
        ("PB", work.publisher.as_deref()),
        ("CY", work.publisher_place.as_deref()),
        ("VL", work.volume.as_deref()),
        ("NV", work.number_of_volumes.as_deref()),
        ("IS", work.issue.as_deref()),
        // Of a computer program the version stands in the place of the edition.
        ("ET", edition.or(work.version.as_deref())),
        ("M3", work.genre.as_deref()),
        (number_tag(work.entry_type), work.number.as_deref()),
        ("SN", work.isbn.as_deref()),
        ("SN", work.issn.as_deref()),
        ("DO", work.doi.as_deref()),
        // Where PubMed and EndNote have them.
        ("AN", work.pmid.as_deref()),
        ("C2", work.pmcid.as_deref()),
        ("UR", address(work).as_deref()),
        ("Y2", work.accessed.map(slashed).as_deref()),
        ("N1", work.note.as_deref()),
    ]
    .map(|(tag, value)| (tag, value.map(str::to_owned)));
    for (tag, value) in &values {
        lines.add_some(tag, value.as_deref());
    }
    add_pages(work.page.as_deref(), lines);
    lines.add("ER", "");
}

/// The year for sorting, the whole date where more is known, and the first year of a reprint.
fn add_issued(issued: &Issued, lines: &mut Lines) {
    if let Some(date) = issued.date {
        lines.add("PY", &date.year.to_string());
        if date.month.is_some() {
            lines.add("DA", &slashed(date));
        }
    }
    if let Some(status) = issued.status {
        lines.add("N1", status.words());
    }
    lines.add_some(
        "OP",
        issued.original.map(|year| year.to_string()).as_deref(),
    );
}

/// First and last page; an article number stands where the first page does.
fn add_pages(page: Option<&str>, lines: &mut Lines) {
    let Some(page) = page else { return };
    match page.split_once(['-', '–']) {
        Some((first, last)) => {
            lines.add("SP", first);
            lines.add("EP", last.trim_start_matches(['-', '–']));
        }
        None => lines.add("SP", page),
    }
}

/// The address; a preprint without one has that of arXiv.
fn address(work: &Work) -> Option<Cow<'_, str>> {
    match (&work.url, &work.arxiv) {
        (Some(url), _) => Some(url.into()),
        (None, Some(arxiv)) => Some(format!("https://arxiv.org/abs/{arxiv}").into()),
        (None, None) => None,
    }
}

/// `Family, Given, Suffix`; a comma behind an organisation keeps readers from taking it apart.
fn inverted(name: &Name) -> String {
    match name {
        Name::Organisation { literal } => format!("{literal},"),
        Name::Person(Person { given, suffix, .. }) => {
            let family = name.cited();
            match (given, suffix) {
                (Some(given), Some(suffix)) => format!("{family}, {given}, {suffix}"),
                (Some(given), None) => format!("{family}, {given}"),
                (None, Some(suffix)) => format!("{family}, , {suffix}"),
                (None, None) => format!("{family},"),
            }
        }
    }
}

/// `2010/05/03/`, with a season behind the last slash.
fn slashed(date: Date) -> String {
    let number = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    let season = match date.month {
        Some(21) => "Spring",
        Some(22) => "Summer",
        Some(23) => "Autumn",
        Some(24) => "Winter",
        _ => "",
    };
    let month = date.month.filter(|_| season.is_empty());
    format!(
        "{}/{}/{}/{season}",
        date.year,
        number(month),
        number(date.day)
    )
}

/// The reference type.
fn ris_type(entry_type: EntryType) -> &'static str {
    match entry_type {
        EntryType::Article => "JOUR",
        EntryType::Book => "BOOK",
        EntryType::Collection => "EDBOOK",
        EntryType::InCollection | EntryType::InBook => "CHAP",
        EntryType::InProceedings => "CPAPER",
        EntryType::Proceedings => "CONF",
        EntryType::InReference => "ENCYC",
        EntryType::Thesis => "THES",
        EntryType::Report => "RPRT",
        EntryType::Legislation => "STAT",
        EntryType::Jurisdiction => "CASE",
        EntryType::Standard => "STAND",
        EntryType::Patent => "PAT",
        EntryType::Software => "COMP",
        EntryType::Dataset => "DATA",
        EntryType::Online => "ELEC",
        EntryType::Video => "VIDEO",
        EntryType::Unpublished => "UNPB",
        EntryType::Misc => "GEN",
    }
}

/// The tag of an editor: the second author of a part, else the editor.
fn editor_tag(entry_type: EntryType) -> &'static str {
    match entry_type {
        EntryType::InCollection
        | EntryType::InBook
        | EntryType::InProceedings
        | EntryType::InReference => "A2",
        _ => "ED",
    }
}

/// The tag of a number that is no issue: RIS has one for reports and patents only.
fn number_tag(entry_type: EntryType) -> &'static str {
    match entry_type {
        EntryType::Report | EntryType::Patent => "SN",
        _ => "M1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::samples::{pairs, samples};

    #[test]
    #[expect(clippy::too_many_lines, reason = "one snapshot of all kinds of works")]
    fn works_have_the_tags_of_their_types() {
        let samples = samples();
        let lines = ris(pairs(&samples))
            .replace(" \r\n", "\n")
            .replace("\r\n", "\n");
        insta::assert_snapshot!(lines, @r#"
        TY  - JOUR
        ID  - farrell2019
        AU  - Farrell, Henry
        AU  - Newman, Abraham L.
        PY  - 2019
        DA  - 2019/07//
        TI  - Weaponized interdependence: How NAFTA and others shape 100% of trade
        T2  - International Security & Law
        VL  - 44
        IS  - 1
        SN  - 0162-2889
        DO  - 10.1162/isec_a_00351
        SP  - 42
        EP  - 79
        ER  -
        TY  - BOOK
        ID  - kinzer2006
        AU  - Kinzer, Stephen
        PY  - 2006
        OP  - 1982
        TI  - Overthrow: America's century of regime change
        PB  - Times Books
        CY  - New York
        ET  - 2
        SN  - 9780805082401
        ER  -
        TY  - CHAP
        ID  - berg2010
        AU  - van den Berg, Anna, Jr.
        N1  - further names are not printed (et al.)
        A2  - Múñoz, José
        A2  - Ødegård, Liv
        A4  - Hall, Ruth
        PY  - 2010
        TI  - Die Grenzen der Macht
        T2  - Handbuch der Politik
        T3  - Studien
        PB  - Mohr
        VL  - 3
        SP  - 12
        EP  - 34
        ER  -
        TY  - CPAPER
        ID  - rao1998
        AU  - Rao, P.
        AU  - 李, 伟
        PY  - 1998
        TI  - Parsing in linear time
        T2  - Proceedings of the Workshop on Grammars
        SP  - e17
        ER  -
        TY  - THES
        ID  - osei2015
        AU  - Osei, Kofi
        PY  - 2015
        TI  - Markets of the coast
        PB  - University of Ghana
        M3  - Master's thesis
        ER  -
        TY  - RPRT
        ID  - undp2013
        AU  - Office for Research and Development,
        PY  - 2013
        TI  - Safety of citizens
        PB  - United Nations
        SN  - TR_7
        ER  -
        TY  - JOUR
        ID  - press
        AU  - de la Cruz, M.
        N1  - in press
        TI  - Slow rivers
        T2  - Water
        ER  -
        TY  - ELEC
        ID  - page
        AU  - City Archive,
        N1  - n.d.
        TI  - Old maps
        UR  - https://example.org/maps_of#a{b}
        Y2  - 2024/02/29/
        ER  -
        TY  - JOUR
        ID  - preprint
        AU  - Ito, Ken
        PY  - 2020
        DA  - 2020/01/05/
        TI  - Small graphs
        UR  - https://arxiv.org/abs/2001.01234
        N1  - Version 2
        ER  -
        TY  - EDBOOK
        ID  - collection
        ED  - Silva, Ana
        PY  - 1990
        TI  - Fronteiras do Brasil
        NV  - 2
        ER  -
        TY  - JOUR
        ID  - season
        AU  - Poe,
        PY  - 2001
        DA  - 2001///Spring
        TI  - Rain
        T2  - Quarterly
        ER  -
        TY  - STAT
        ID  - statute
        PY  - 1947
        TI  - National Security Act
        M1  - 80-253
        ER  -
        TY  - JOUR
        ID  - trial
        AU  - Zhu, N.
        PY  - 2020
        TI  - Slow fevers
        T2  - Annals of Rivers
        VL  - 382
        AN  - 31978945
        C2  - PMC7092803
        ER  -
        TY  - COMP
        ID  - program
        AU  - Tide Team,
        PY  - 2023
        TI  - Tides
        PB  - Harbour Foundation
        ET  - 4.3.1
        UR  - https://example.org/tides
        ER  -
        "#);
    }
}
