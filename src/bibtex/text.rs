//! A work as the text of an entry that biber takes without a warning.
//!
//! Fields have biblatex's names and come in a fixed order. What the data model of biblatex (manual, 2.1.1 and 4.5.4) does not let
//! an entry type have goes where that type has a place for it.

use super::{entry_type::has_no_fields, escape};
use crate::work::{Contributors, Date, EntryType, Name, Person, Status, Work};

/// The text of an entry for a work, with a line end behind it.
pub fn entry(work: &Work, key: &str) -> String {
    let (entry_type, fields) = parts(work);
    let mut text = format!("@{entry_type}{{{key},\n");
    for (name, value) in fields {
        text.extend(["  ", name, " = ", &value, ",\n"]);
    }
    text.push_str("}\n");
    text
}

/// The type of the entry for a work, and its fields with their values in braces.
pub(crate) fn parts(work: &Work) -> (&'static str, Vec<(&'static str, String)>) {
    let written = written_type(work);
    let mut fields = Fields::default();
    fields.names(work, written);
    fields.titles(work, written);
    fields.publication(work, written);
    fields.identifiers(work, written);
    if written != work.entry_type {
        fields.add("entrysubtype", subtype(work.entry_type, written));
    }
    let fields = fields.0.into_iter();
    let fields = fields.map(|(name, value)| (name, format!("{{{value}}}")));
    (written.biblatex(), fields.collect())
}

/// The type under which a work is written: its own, or the nearest whose mandatory fields it has.
fn written_type(work: &Work) -> EntryType {
    let has_address = work.url.is_some() || work.doi.is_some() || work.arxiv.is_some();
    let has_container = work.container_title.is_some();
    match work.entry_type {
        own if has_no_fields(own) => EntryType::Misc,
        EntryType::Article if !has_container && has_address => EntryType::Online,
        EntryType::Article if !has_container => EntryType::Misc,
        EntryType::InCollection
        | EntryType::InBook
        | EntryType::InReference
        | EntryType::InProceedings
            if !has_container =>
        {
            EntryType::Misc
        }
        EntryType::InCollection | EntryType::InReference if work.editors.is_empty() => {
            EntryType::InBook
        }
        EntryType::Book if work.authors.is_empty() && !work.editors.is_empty() => {
            EntryType::Collection
        }
        EntryType::Collection if work.editors.is_empty() => EntryType::Book,
        EntryType::Report | EntryType::Thesis if institution(work).is_none() => EntryType::Misc,
        EntryType::Patent if work.number.is_none() => EntryType::Misc,
        EntryType::Online if !has_address => EntryType::Misc,
        own => own,
    }
}

/// The subtype that keeps the type of a work that is written under another; none where the other says enough.
fn subtype(own: EntryType, written: EntryType) -> Option<String> {
    (written == EntryType::Misc).then(|| own.biblatex().to_owned())
}

/// Where a thesis or report comes from; an organisation that wrote a report is where it comes from.
fn institution(work: &Work) -> Option<String> {
    let author = match work.authors.names.as_slice() {
        [Name::Organisation { literal }, ..] if work.entry_type == EntryType::Report => {
            Some(literal.clone())
        }
        _ => None,
    };
    work.publisher.clone().or(author)
}

/// Whether the type is a book or a part of one.
fn is_bookish(written: EntryType) -> bool {
    matches!(
        written,
        EntryType::Book
            | EntryType::Collection
            | EntryType::InCollection
            | EntryType::InBook
            | EntryType::InProceedings
            | EntryType::Proceedings
            | EntryType::InReference
    )
}

/// The fields of an entry, name and escaped value.
#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// Adds a field that has a value.
    fn add(&mut self, name: &'static str, value: Option<String>) {
        let value = value.filter(|value| !value.is_empty());
        self.0.extend(value.map(|value| (name, value)));
    }

    /// Adds a field of plain text.
    fn plain(&mut self, name: &'static str, value: Option<&String>) {
        self.add(name, value.map(|value| escape::escape(value)));
    }

    fn names(&mut self, work: &Work, written: EntryType) {
        self.add("author", contributors(&work.authors));
        let has_editor = !matches!(
            written,
            EntryType::Report | EntryType::Thesis | EntryType::Patent | EntryType::Unpublished
        );
        self.add("editor", contributors(&work.editors).filter(|_| has_editor));
        let translators = contributors(&work.translators);
        self.add("translator", translators.filter(|_| is_numbered(written)));
    }

    fn titles(&mut self, work: &Work, written: EntryType) {
        self.add("title", work.title.as_deref().map(escape::title));
        let container = work.container_title.as_deref();
        match written {
            EntryType::Article => self.add("journaltitle", container.map(escape::escape)),
            EntryType::Online => self.add("organization", container.map(escape::list)),
            _ if is_part(written) => self.add("booktitle", container.map(escape::title)),
            _ => self.add(
                "howpublished",
                container
                    .filter(|_| has_howpublished(written))
                    .map(escape::escape),
            ),
        }
        let has_series =
            written == EntryType::Article || written == EntryType::Dataset || is_bookish(written);
        self.plain(
            "series",
            work.collection_title.as_ref().filter(|_| has_series),
        );
        let edition = work.edition.as_deref().map(edition);
        self.add(
            "edition",
            edition.filter(|_| is_bookish(written) || written == EntryType::Dataset),
        );
    }

    fn publication(&mut self, work: &Work, written: EntryType) {
        let number = work.issue.as_ref().or(work.number.as_ref());
        let volumes = work.number_of_volumes.as_ref();
        self.plain(
            "volume",
            work.volume.as_ref().filter(|_| is_numbered(written)),
        );
        self.plain("volumes", volumes.filter(|_| is_bookish(written)));
        self.plain("number", number.filter(|_| has_number(written)));
        self.publisher(work, written);
        self.date(work);
        let pages = work.page.as_deref().filter(|_| has_pages(written));
        self.add("pages", pages.map(self::pages));
        self.add(
            "note",
            note(work, written).map(|note| escape::escape(&note)),
        );
    }

    fn publisher(&mut self, work: &Work, written: EntryType) {
        let publisher = work.publisher.as_deref();
        match written {
            EntryType::Report | EntryType::Thesis => {
                let genre = work
                    .genre
                    .clone()
                    .unwrap_or_else(|| default_genre(written).to_owned());
                self.add("type", Some(escape::escape(&genre)));
                self.add(
                    "institution",
                    institution(work).map(|text| escape::list(&text)),
                );
            }
            EntryType::Misc | EntryType::Software | EntryType::Patent | EntryType::Unpublished => {
                self.plain("type", work.genre.as_ref());
                let has_organization = matches!(written, EntryType::Misc | EntryType::Software);
                self.add(
                    "organization",
                    publisher.filter(|_| has_organization).map(escape::list),
                );
            }
            EntryType::Article | EntryType::Online => return,
            _ => self.add("publisher", publisher.map(escape::list)),
        }
        self.add(
            "location",
            work.publisher_place.as_deref().map(escape::list),
        );
    }

    fn date(&mut self, work: &Work) {
        let issued = &work.issued;
        let date = issued.date.map(|date| match issued.end {
            Some(end) => format!("{date}/{end}"),
            None => date.to_string(),
        });
        self.add("date", date);
        let original = issued.original.map(|year| Date::year(year).to_string());
        self.add("origdate", original);
        self.add(
            "pubstate",
            match issued.status {
                Some(Status::InPress) => Some("inpress".to_owned()),
                Some(Status::Forthcoming) => Some("forthcoming".to_owned()),
                Some(Status::NoDate) | None => None,
            },
        );
    }

    fn identifiers(&mut self, work: &Work, written: EntryType) {
        self.plain("isbn", work.isbn.as_ref().filter(|_| is_bookish(written)));
        self.plain(
            "issn",
            work.issn.as_ref().filter(|_| written == EntryType::Article),
        );
        self.add("doi", work.doi.as_deref().map(escape::verbatim));
        if let Some(arxiv) = &work.arxiv {
            self.add("eprint", Some(escape::verbatim(arxiv)));
            self.add("eprinttype", Some("arxiv".to_owned()));
        }
        self.add("url", work.url.as_deref().map(escape::verbatim));
        let accessed = work.accessed.filter(|_| work.url.is_some());
        self.add("urldate", accessed.map(|date| date.to_string()));
    }
}

/// The note of a work, with what its entry type has no field for and a reader should find.
fn note(work: &Work, written: EntryType) -> Option<String> {
    let mut parts: Vec<String> = work.note.iter().cloned().collect();
    let mut add = |has_field: bool, word: &str, value: Option<&String>| {
        let value = value.filter(|_| !has_field);
        parts.extend(value.map(|value| format!("{word}{value}")));
    };
    add(is_numbered(written), "vol. ", work.volume.as_ref());
    add(has_number(written), "no. ", work.issue.as_ref());
    add(has_number(written), "", work.number.as_ref());
    add(has_pages(written), "pp. ", work.page.as_ref());
    let translator = work.translators.names.first().map(Name::cited);
    add(is_numbered(written), "translated by ", translator.as_ref());
    Some(parts.join(", ")).filter(|note| !note.is_empty())
}

/// Whether the type has a volume and a translator.
fn is_numbered(written: EntryType) -> bool {
    written == EntryType::Article || is_bookish(written)
}

/// Whether the type has a number.
fn has_number(written: EntryType) -> bool {
    let others = [EntryType::Report, EntryType::Patent, EntryType::Dataset];
    is_numbered(written) || others.contains(&written)
}

/// Whether the type has pages.
fn has_pages(written: EntryType) -> bool {
    is_numbered(written) || matches!(written, EntryType::Report | EntryType::Thesis)
}

/// Whether the type is a part of a book.
fn is_part(written: EntryType) -> bool {
    matches!(
        written,
        EntryType::InCollection
            | EntryType::InBook
            | EntryType::InProceedings
            | EntryType::InReference
    )
}

/// Whether the type says in `howpublished` where it is to be found.
fn has_howpublished(written: EntryType) -> bool {
    matches!(
        written,
        EntryType::Misc | EntryType::Software | EntryType::Unpublished
    )
}

/// The kind of a thesis or report of which no more is known.
fn default_genre(written: EntryType) -> &'static str {
    if written == EntryType::Thesis {
        "Thesis"
    } else {
        "Report"
    }
}

/// A list of names: `Kinzer, Stephen and {United Nations} and others`.
pub(crate) fn contributors(contributors: &Contributors) -> Option<String> {
    let mut names: Vec<_> = contributors.names.iter().map(name).collect();
    if names.is_empty() {
        return None;
    }
    if contributors.et_al {
        names.push("others".to_owned());
    }
    Some(names.join(" and "))
}

/// One name; an organisation in braces, so that it is never taken apart.
fn name(name: &Name) -> String {
    let person = match name {
        Name::Organisation { literal } => return format!("{{{}}}", escape::escape(literal)),
        Name::Person(person) => person,
    };
    let mut text = String::new();
    if let Some(particle) = &person.particle {
        text.extend([&escape::escape(particle), " "]);
    }
    text.push_str(&family(person));
    if let Some(suffix) = &person.suffix {
        text.extend([", ", &escape::escape(suffix)]);
    }
    if let Some(given) = &person.given {
        text.extend([", ", &escape::escape(given)]);
    }
    text
}

/// A family name, in braces where it would be read as something else.
fn family(person: &Person) -> String {
    let family = escape::escape(&person.family);
    let reads_otherwise = person.family.contains(',')
        || person.family.starts_with(char::is_lowercase)
        || person
            .family
            .split_whitespace()
            .any(|word| word.eq_ignore_ascii_case("and"))
        || (person.given.is_none() && person.family.contains(' '));
    if reads_otherwise {
        format!("{{{family}}}")
    } else {
        family
    }
}

/// An edition as a number, where it is one: `2nd ed.` is `2`.
fn edition(text: &str) -> String {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text[digits.len()..].trim_start();
    let ordinal = rest.is_empty()
        || [
            "st", "nd", "rd", "th", ".", "ª", "º", "a ", "e ", "ed", "ème",
        ]
        .iter()
        .any(|ending| rest.starts_with(ending));
    if digits.is_empty() || !ordinal {
        escape::escape(text)
    } else {
        digits
    }
}

/// Pages with biblatex's dash between the ends of a range.
pub(crate) fn pages(text: &str) -> String {
    let is_number = |part: &str| {
        let part = part.trim();
        part.contains(|c: char| c.is_ascii_digit())
            || (!part.is_empty()
                && part
                    .chars()
                    .all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c')))
    };
    let ranges = text.split(',').map(|range| match range.split_once('-') {
        Some((first, last)) if is_number(first) && is_number(last) => {
            format!("{}--{}", first.trim_end(), last.trim_start())
        }
        _ => range.to_owned(),
    });
    escape::escape(&ranges.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bibtex::File,
        work::{Issued, Person},
    };

    #[test]
    fn a_book_and_its_names() {
        let work = Work {
            entry_type: EntryType::Book,
            authors: Contributors {
                names: vec![
                    Name::Person(Person {
                        family: "Berg".to_owned(),
                        given: Some("Jan".to_owned()),
                        particle: Some("van der".to_owned()),
                        suffix: Some("Jr.".to_owned()),
                    }),
                    Name::organisation("Bread & Roses"),
                    Name::person("López Obrador", "A. M."),
                ],
                et_al: true,
            },
            title: Some("A NATO Story".to_owned()),
            issued: Issued::year(2016),
            publisher: Some("Holt and Co.".to_owned()),
            edition: Some("2nd ed.".to_owned()),
            ..Work::default()
        };
        insta::assert_snapshot!(entry(&work, "berg2016"), @r"
        @book{berg2016,
          author = {van der Berg, Jr., Jan and {Bread \& Roses} and López Obrador, A. M. and others},
          title = {A {NATO} Story},
          edition = {2},
          publisher = {{Holt and Co.}},
          date = {2016},
        }
        ");
    }

    #[test]
    fn an_article_with_all_its_numbers() {
        let work = Work {
            entry_type: EntryType::Article,
            authors: Contributors::new(vec![Name::person("Lee", "Ann")]),
            title: Some("On 100% of $5".to_owned()),
            container_title: Some("Law & Order".to_owned()),
            volume: Some("12".to_owned()),
            issue: Some("3".to_owned()),
            page: Some("12-34".to_owned()),
            issued: Issued::year(1999),
            doi: Some("10.1000/a_b".to_owned()),
            url: Some("https://x.org/{a}".to_owned()),
            ..Work::default()
        };
        insta::assert_snapshot!(entry(&work, "lee1999"), @r"
        @article{lee1999,
          author = {Lee, Ann},
          title = {On 100\% of \$5},
          journaltitle = {Law \& Order},
          volume = {12},
          number = {3},
          date = {1999},
          pages = {12--34},
          doi = {10.1000/a_b},
          url = {https://x.org/%7Ba%7D},
        }
        ");
    }

    #[test]
    fn what_a_type_has_no_field_for_is_kept() {
        let work = Work {
            entry_type: EntryType::Legislation,
            authors: Contributors::new(vec![Name::organisation("United Nations")]),
            title: Some("Charter".to_owned()),
            volume: Some("1".to_owned()),
            issued: Issued::year(1945),
            container_title: Some("UNTS".to_owned()),
            ..Work::default()
        };
        insta::assert_snapshot!(entry(&work, "un1945"), @r"
        @misc{un1945,
          author = {{United Nations}},
          title = {Charter},
          howpublished = {UNTS},
          date = {1945},
          note = {vol. 1},
          entrysubtype = {legislation},
        }
        ");
    }

    #[test]
    fn written_and_read_again_a_work_is_the_same() {
        let work = Work {
            entry_type: EntryType::InCollection,
            authors: Contributors::new(vec![
                Name::person("de la Cruz", "María"),
                Name::organisation("Ernst & Young, Inc."),
            ]),
            editors: Contributors::new(vec![Name::person("Berdal", "Mats")]),
            title: Some("50% of ~{x}^2 in the U.S.: A_B".to_owned()),
            container_title: Some("Crime & War".to_owned()),
            publisher: Some("Lynne Rienner and Sons".to_owned()),
            publisher_place: Some("Boulder".to_owned()),
            issued: Issued::year(2002),
            page: Some("155-182".to_owned()),
            edition: Some("2".to_owned()),
            ..Work::default()
        };
        let text = entry(&work, "key");
        let meaning = File::read(text.as_str()).meaning(0);
        assert_eq!(meaning.problems, []);
        assert_eq!(meaning.work, work, "{text}");
    }

    #[test]
    fn pages_and_editions() {
        assert_eq!(pages("12-34, 40, S1-S9"), "12--34, 40, S1--S9");
        assert_eq!(pages("A-12"), "A-12");
        assert_eq!(edition("3. Aufl."), "3");
        assert_eq!(edition("Revised"), "Revised");
    }
}
