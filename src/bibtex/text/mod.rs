//! A work as the text of an entry that biber takes without a warning.
//!
//! Fields have biblatex's names and come in a fixed order. What the data model of biblatex (manual, 2.1.1 and 4.5.4) does not let
//! an entry type have goes where that type has a place for it.

mod kinds;
mod values;

pub(crate) use self::values::{contributors, pages};
use self::{
    kinds::{
        default_genre, has_howpublished, has_number, has_pages, has_version, institution,
        is_bookish, is_numbered, is_part, subtype, written_type,
    },
    values::edition,
};
use super::escape;
use crate::work::{Date, EntryType, Name, Status, Work};

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

/// The same, with the option by which citations and lists show the particles of names before the family name.
pub(crate) fn entry_with_prefix(work: &Work, key: &str) -> String {
    entry(work, key).replacen(",\n", ",\n  options = {useprefix=true},\n", 1)
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
            EntryType::Online => {
                let organization = container.or(work.publisher.as_deref());
                self.add("organization", organization.map(escape::list));
            }
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
        self.plain(
            "version",
            work.version.as_ref().filter(|_| has_version(written)),
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
                let number = work.number.as_ref();
                let number = number.filter(|_| !has_number(written) && types_number(work));
                let genre = work.genre.iter().chain(number).cloned();
                let genre = genre.collect::<Vec<_>>().join(" ");
                self.add("type", Some(escape::escape(&genre)));
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
            work.publisher_place.as_deref().map(escape::places),
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
        let state = issued.status.and_then(Status::pubstate);
        self.add("pubstate", state.map(str::to_owned));
    }

    fn identifiers(&mut self, work: &Work, written: EntryType) {
        self.plain("isbn", work.isbn.as_ref().filter(|_| is_bookish(written)));
        self.plain(
            "issn",
            work.issn.as_ref().filter(|_| written == EntryType::Article),
        );
        self.add("doi", work.doi.as_deref().map(escape::verbatim));
        if let Some((archive, identifier)) = eprints(work).next() {
            self.add("eprint", Some(escape::verbatim(identifier)));
            self.add("eprinttype", Some(archive.to_owned()));
        }
        self.add("url", work.url.as_deref().map(escape::verbatim));
        let accessed = work.accessed.filter(|_| work.url.is_some());
        self.add("urldate", accessed.map(|date| date.to_string()));
        self.add("addendum", further_identifiers(work));
    }
}

/// The archives in which a work is, by biblatex's names (manual, 3.14.7), and what identifies it there; an entry has room for one.
fn eprints(work: &Work) -> impl Iterator<Item = (&'static str, &String)> {
    let archives = [
        ("arxiv", &work.arxiv),
        ("pubmed", &work.pmid),
        ("pmc", &work.pmcid),
    ];
    archives
        .into_iter()
        .filter_map(|(archive, identifier)| Some((archive, identifier.as_ref()?)))
}

/// The identifiers that an entry has no field for, as the NLM prints them: `PMCID: PMC7092803`.
fn further_identifiers(work: &Work) -> Option<String> {
    let further = eprints(work).skip(1).map(|(archive, identifier)| {
        let name = if archive == "pubmed" { "PMID" } else { "PMCID" };
        format!("{name}: {identifier}")
    });
    let further: Vec<String> = further.collect();
    (!further.is_empty()).then(|| further.join("; "))
}

/// Whether the number of a work is told with its kind where there is no field for it: `RFC 6749`.
fn types_number(work: &Work) -> bool {
    work.genre.is_some() && work.entry_type != EntryType::Patent
}

/// The note of a work, with what its entry type has no field for and a reader should find.
fn note(work: &Work, written: EntryType) -> Option<String> {
    let mut parts: Vec<String> = work.note.iter().cloned().collect();
    let mut add = |has_field: bool, word: &str, value: Option<&String>| {
        let value = value.filter(|_| !has_field);
        parts.extend(value.map(|value| format!("{word}{value}")));
    };
    let number = work.number.as_ref().filter(|_| !types_number(work));
    add(has_number(written), "", number);
    add(is_numbered(written), "vol. ", work.volume.as_ref());
    add(has_number(written), "no. ", work.issue.as_ref());
    add(has_pages(written), "pp. ", work.page.as_ref());
    add(has_version(written), "version ", work.version.as_ref());
    let translator = work.translators.names.first().map(Name::cited);
    add(is_numbered(written), "translated by ", translator.as_ref());
    Some(parts.join(", ")).filter(|note| !note.is_empty())
}

#[cfg(test)]
mod tests;
