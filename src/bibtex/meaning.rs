//! What an entry means: its fields as a [`Work`].

use std::borrow::Cow;

use super::{
    File, date, entry_type,
    inherit::{self, FieldProblem, Fields},
    latex, names,
    problem::{Problem, ProblemKind},
};
use crate::span::Span;
use crate::work::{
    Contributors, EntryType, Issued, Status, Work, doi_in, is_pubmed, normal_doi, normal_isbn,
    normal_pmcid, normal_pmid,
};

/// What an entry means, and what in it could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The work.
    pub work: Work,
    /// What could not be understood; the work goes without it.
    pub problems: Vec<Problem>,
}

/// Reads the meaning of one entry of a file.
pub(super) fn meaning(file: &File, idx: usize) -> Meaning {
    let mut problems = Vec::new();
    let fields = inherit::fields(file, idx, &mut problems);
    let reader = Reader {
        file,
        fields,
        problems,
    };
    let (work, problems) = reader.work(idx);
    let problems = problems.into_iter().map(|problem| Problem {
        span: place(file, idx, problem.field),
        kind: problem.kind,
    });
    Meaning {
        work,
        problems: problems.collect(),
    }
}

/// Where a field stands in an entry; its key stands for one that it inherits.
fn place(file: &File, idx: usize, field: &str) -> Span {
    let entry = &file.entries[idx];
    entry
        .field(file.text(), field)
        .map_or(entry.key, |field| field.value)
}

/// Reads fields as values.
struct Reader<'a> {
    file: &'a File,
    fields: Fields<'a>,
    problems: Vec<FieldProblem<'a>>,
}

impl<'a> Reader<'a> {
    /// Puts the work together.
    fn work(mut self, idx: usize) -> (Work, Vec<FieldProblem<'a>>) {
        let subtype = self.text(&["entrysubtype"]);
        let written = self.file.entry_type(idx);
        let entry_type = entry_type::read(written, subtype.as_deref());
        let issue_field = ["issue", "number"];
        let is_article = entry_type == EntryType::Article;
        let mut work = Work {
            entry_type,
            authors: self.names(&["author"]),
            editors: self.names(&["editor"]),
            translators: self.names(&["translator"]),
            issued: self.issued(),
            title: self.titled("title", "subtitle"),
            container_title: self.container(entry_type),
            collection_title: self.text(&["series"]),
            publisher: self.publisher(entry_type),
            publisher_place: self.text(&["location", "address"]),
            volume: self.text(&["volume"]),
            number_of_volumes: self.text(&["volumes"]),
            issue: is_article.then(|| self.text(&issue_field)).flatten(),
            page: self.pages(),
            edition: self.text(&["edition"]),
            version: self.text(&["version"]),
            genre: self.genre(written),
            number: (!is_article).then(|| self.text(&["number"])).flatten(),
            note: self.text(&["note"]).or_else(|| self.text(&["addendum"])),
            isbn: self.text(&["isbn"]).and_then(|isbn| normal_isbn(&isbn)),
            issn: self.text(&["issn"]),
            url: self.verbatim(&["url"]),
            accessed: self.text(&["urldate"]).and_then(|date| date::date(&date)),
            ..Work::default()
        };
        work.doi = self.doi(work.url.as_deref());
        work.arxiv = self.arxiv();
        work.pmid = self.pubmed("pmid", "pubmed", normal_pmid);
        work.pmcid = self.pubmed("pmcid", "pmc", normal_pmcid);
        if work.pmcid.is_some() || work.pmid.is_some() {
            work.note = work.note.filter(|note| !is_pubmed(note));
        }
        (work, self.problems)
    }

    /// The value of the first of these fields that there is, put together from its pieces but with its LaTeX.
    fn raw(&mut self, names: &[&str]) -> Option<(&'a str, Cow<'a, str>)> {
        let field = self.fields.get(names)?;
        let file = self.file;
        let value = file.macros.expand(field.value, &mut |name| {
            self.problem(field.name, ProblemKind::UnknownMacro(name.to_owned()));
        });
        Some((field.name, value))
    }

    fn problem(&mut self, field: &'a str, kind: ProblemKind) {
        self.problems.push(FieldProblem { field, kind });
    }

    /// A value as text; an empty one is none.
    fn text(&mut self, names: &[&str]) -> Option<String> {
        let (name, value) = self.raw(names)?;
        let plain = latex::plain(&value);
        if !plain.sound {
            self.problem(name, ProblemKind::BadLatex(name.to_owned()));
        }
        Some(plain.text.into_owned()).filter(|text| !text.is_empty())
    }

    /// A value in which LaTeX means nothing, such as an address.
    fn verbatim(&mut self, names: &[&str]) -> Option<String> {
        let (_, value) = self.raw(names)?;
        Some(without_escapes(&value)).filter(|text| !text.is_empty())
    }

    /// A list of names.
    fn names(&mut self, fields: &[&str]) -> Contributors {
        let Some((name, value)) = self.raw(fields) else {
            return Contributors::default();
        };
        let (contributors, sound) = names::contributors(&value);
        if !sound {
            self.problem(name, ProblemKind::BadLatex(name.to_owned()));
        }
        contributors
    }

    /// When it came out: `date`, or `year`, `month` and `day`.
    fn issued(&mut self) -> Issued {
        let mut issued = self.date_field().unwrap_or_default();
        let state = self.text(&["pubstate"]);
        issued.status = issued.status.or(state.as_deref().and_then(Status::of));
        let original = self.text(&["origdate", "origyear"]);
        issued.original = original
            .and_then(|original| date::issued(&original)?.date)
            .map(|date| date.year);
        issued
    }

    /// What `date` or `year` say; a value that says nothing is a problem.
    fn date_field(&mut self) -> Option<Issued> {
        let (name, value, issued) = if let Some(value) = self.text(&["date"]) {
            let issued = date::issued(&value);
            ("date", value, issued)
        } else {
            let year = self.text(&["year"])?;
            let (month, day) = (self.text(&["month"]), self.text(&["day"]));
            let issued = date::from_parts(&year, month.as_deref(), day.as_deref());
            ("year", year, issued)
        };
        if issued.is_none() {
            self.problem(name, ProblemKind::BadDate(value));
        }
        issued
    }

    /// A title with its subtitle behind a colon.
    fn titled(&mut self, title: &str, subtitle: &str) -> Option<String> {
        joined(self.text(&[title]), self.text(&[subtitle]))
    }

    /// What the work stands in.
    fn container(&mut self, entry_type: EntryType) -> Option<String> {
        let journal = if self.fields.get(&["journaltitle"]).is_some() {
            "journaltitle"
        } else {
            "journal"
        };
        let container = self
            .titled(journal, "journalsubtitle")
            .or_else(|| self.titled("booktitle", "booksubtitle"))
            .or_else(|| self.titled("maintitle", "mainsubtitle"));
        if container.is_some() {
            return container;
        }
        match entry_type {
            EntryType::InProceedings => self.text(&["eventtitle"]),
            EntryType::Online => self.text(&["organization"]),
            EntryType::Misc | EntryType::Unpublished | EntryType::Video | EntryType::Software => {
                self.text(&["howpublished"])
                    .filter(|text| !text.contains("://"))
            }
            _ => None,
        }
    }

    /// Who brought it out.
    fn publisher(&mut self, entry_type: EntryType) -> Option<String> {
        self.text(&["publisher", "institution", "school"])
            .or_else(|| {
                (entry_type != EntryType::Online)
                    .then(|| self.text(&["organization"]))
                    .flatten()
            })
    }

    /// The pages with a plain hyphen, or the number of the article.
    fn pages(&mut self) -> Option<String> {
        let pages = self.text(&["pages", "eid"])?;
        Some(
            pages
                .replace(['–', '—', '−', '‐', '‑'], "-")
                .replace(" - ", "-"),
        )
    }

    /// The kind of thesis or report.
    fn genre(&mut self, written: &str) -> Option<String> {
        let genre = self.text(&["type"]).or_else(|| {
            let genre = match written.to_ascii_lowercase().as_str() {
                "phdthesis" => "phdthesis",
                "mastersthesis" => "mathesis",
                "techreport" => "techreport",
                _ => return None,
            };
            Some(genre.to_owned())
        })?;
        Some(entry_type::genre(&genre).map_or(genre, str::to_owned))
    }

    /// The DOI, of its own field or out of the address.
    fn doi(&mut self, url: Option<&str>) -> Option<String> {
        let own = self.verbatim(&["doi"]).and_then(|doi| normal_doi(&doi));
        own.or_else(|| {
            url.filter(|url| url.contains("doi.org"))
                .and_then(normal_doi)
        })
    }

    /// An identifier in `PubMed` or `PubMed Central`: of the field of reference managers, of `eprint` where it is of that archive, or
    /// out of what is printed at the end of an entry.
    fn pubmed(
        &mut self,
        field: &str,
        archive: &str,
        normal: fn(&str) -> Option<String>,
    ) -> Option<String> {
        let marked = |identifier: &str| normal(&format!("{}: {identifier}", field.to_uppercase()));
        if let Some(own) = self.text(&[field]) {
            return normal(&own).or_else(|| marked(&own));
        }
        let printed_archive = self.text(&["eprinttype"]).unwrap_or_default();
        if [archive, field]
            .iter()
            .any(|name| printed_archive.eq_ignore_ascii_case(name))
        {
            let identifier = self.verbatim(&["eprint"])?;
            return normal(&identifier).or_else(|| marked(&identifier));
        }
        self.text(&["addendum"]).and_then(|text| normal(&text))
    }

    /// The arXiv identifier, of `eprint` or out of arXiv's own DOIs.
    fn arxiv(&mut self) -> Option<String> {
        let archive = self.text(&["eprinttype", "archiveprefix"]);
        if archive.is_some_and(|archive| archive.eq_ignore_ascii_case("arxiv")) {
            return self.verbatim(&["eprint"]);
        }
        let doi = self.verbatim(&["doi"])?;
        let (_, identifier) = doi_in(&doi)?.split_once("/arXiv.")?;
        Some(identifier.to_owned())
    }
}

/// An address or identifier without the escapes that LaTeX wants in it.
pub(super) fn without_escapes(value: &str) -> String {
    let value = value.trim();
    let value = value
        .strip_prefix("\\url{")
        .and_then(|url| url.strip_suffix('}'))
        .unwrap_or(value);
    if !value.contains(['\\', '{', '}']) {
        return value.to_owned();
    }
    let unescaped = value
        .replace("\\_", "_")
        .replace("\\%", "%")
        .replace("\\&", "&")
        .replace("\\#", "#");
    unescaped.replace(['{', '}'], "")
}

/// A title with its subtitle behind a colon.
pub(super) fn joined(title: Option<String>, subtitle: Option<String>) -> Option<String> {
    let (Some(title), Some(subtitle)) = (&title, &subtitle) else {
        return title.or(subtitle);
    };
    let colon = if title.ends_with(['?', '!', ':', '.', '—']) {
        ""
    } else {
        ":"
    };
    Some(format!("{title}{colon} {subtitle}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::Name;

    fn read(text: &str) -> Meaning {
        meaning(&File::read(text), 0)
    }

    #[test]
    fn a_book() {
        let meaning = read(
            "@book{a, author={Galeano, Eduardo}, title={Open Veins of {Latin America}}, subtitle={Five Centuries},
              publisher={Monthly Review Press}, address={New York}, year=1973, month=mar, origdate={1971},
              isbn={0-306-40615-2}, doi={https://doi.org/10.1000/ABC}}",
        );
        assert_eq!(meaning.problems, []);
        let shown = serde_json::to_string(&meaning.work).expect("a work is JSON");
        insta::assert_snapshot!(shown, @r#"{"entry_type":"book","authors":{"names":[{"family":"Galeano","given":"Eduardo"}],"et_al":false},"editors":{"names":[],"et_al":false},"translators":{"names":[],"et_al":false},"issued":{"date":{"year":1973,"month":3},"original":1971},"title":"Open Veins of Latin America: Five Centuries","container_title":null,"collection_title":null,"publisher":"Monthly Review Press","publisher_place":"New York","volume":null,"number_of_volumes":null,"issue":null,"page":null,"edition":null,"version":null,"genre":null,"number":null,"note":null,"doi":"10.1000/abc","isbn":"9780306406157","issn":null,"arxiv":null,"pmid":null,"pmcid":null,"url":null,"accessed":null}"#);
    }

    #[test]
    fn a_chapter_of_a_parent_with_macros() {
        let meaning = read(
            "@incollection{a, author={A, B}, title={T}, pages={1--9}, crossref={b}}
             @string{hup = \"Harvard University Press\"}
             @collection{b, editor={{The Editors}}, title={B}, publisher=HUP, date={2002}}",
        );
        assert_eq!(meaning.problems, []);
        let work = meaning.work;
        assert_eq!(work.container_title.as_deref(), Some("B"));
        assert_eq!(work.publisher.as_deref(), Some("Harvard University Press"));
        assert_eq!(work.page.as_deref(), Some("1-9"));
        assert_eq!(work.editors.names, [Name::organisation("The Editors")]);
    }

    #[test]
    fn identifiers_of_pubmed() {
        let own = "pmid = {31978945}, pmcid = {PMC7092803}";
        let eprint = "eprint = {31978945}, eprinttype = {pubmed}, addendum = {PMCID: PMC7092803}";
        for fields in [own, eprint] {
            let work = read(&format!("@article{{a, {fields}}}")).work;
            assert_eq!(work.pmid.as_deref(), Some("31978945"), "{fields}");
            assert_eq!(work.pmcid.as_deref(), Some("PMC7092803"), "{fields}");
            assert_eq!(work.note, None, "{fields}");
        }
    }

    #[test]
    fn what_is_not_understood_costs_itself() {
        let meaning = read("@article{a, journal=nature, year={MMIV}, volume={3}}");
        let kinds: Vec<_> = meaning
            .problems
            .into_iter()
            .map(|problem| problem.kind)
            .collect();
        assert_eq!(
            kinds,
            [
                ProblemKind::BadDate("MMIV".to_owned()),
                ProblemKind::UnknownMacro("nature".to_owned()),
            ]
        );
    }

    #[test]
    fn types_subtypes_and_addresses() {
        let work = read("@misc{a, entrysubtype={legislation}, url={http://x.org/a\\_b}}").work;
        assert_eq!(work.entry_type, EntryType::Legislation);
        assert_eq!(work.url.as_deref(), Some("http://x.org/a_b"));
        let work =
            read("@phdthesis{a, school={MIT}, eprint={2101.00001}, archivePrefix={arXiv}}").work;
        assert_eq!(work.entry_type, EntryType::Thesis);
        assert_eq!(work.genre.as_deref(), Some("PhD thesis"));
        assert_eq!(work.publisher.as_deref(), Some("MIT"));
        assert_eq!(work.arxiv.as_deref(), Some("2101.00001"));
    }
}
