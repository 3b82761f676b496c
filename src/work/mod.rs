//! The work itself: what a reference of a paper and an entry of a .bib file both describe.
//!
//! Field names are those of CSL 1.0.2 (`container_title`, `issued`); entry types are those of biblatex. Values are text without
//! markup: LaTeX, HTML and quotation marks around titles have been taken off before a value gets here.

mod date;
mod edition;
mod entry_type;
pub mod fold;
mod hash;
mod identifier;
mod name;
pub mod near;
pub mod order;
mod status;

use serde::Serialize;

pub use self::{
    date::{Date, Issued},
    edition::edition_number,
    entry_type::EntryType,
    identifier::{
        doi_in, is_pubmed, isbn_is_valid, normal_doi, normal_isbn, normal_pmcid, normal_pmid,
    },
    name::{Contributors, Name, Person},
    status::Status,
};
pub(crate) use self::{hash::hash, status::STATUSES};

/// A work, as far as a reference or an entry tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Work {
    /// The kind of work.
    pub entry_type: EntryType,
    /// Who wrote it.
    pub authors: Contributors,
    /// Who edited it, or the volume that it stands in.
    pub editors: Contributors,
    /// Who translated it.
    pub translators: Contributors,
    /// When it came out.
    pub issued: Issued,
    /// Its title, with the subtitle after a colon.
    pub title: Option<String>,
    /// The journal, book, newspaper or site that it stands in.
    pub container_title: Option<String>,
    /// The series.
    pub collection_title: Option<String>,
    /// The publisher; for theses and reports the institution.
    pub publisher: Option<String>,
    /// Where the publisher is.
    pub publisher_place: Option<String>,
    /// The volume.
    pub volume: Option<String>,
    /// How many volumes there are.
    pub number_of_volumes: Option<String>,
    /// The issue of a journal.
    pub issue: Option<String>,
    /// The pages, `12-34`, or an article number.
    pub page: Option<String>,
    /// The edition, as printed.
    pub edition: Option<String>,
    /// The version of software or of a data set, `4.3.1`.
    pub version: Option<String>,
    /// The kind of thesis or report, as printed.
    pub genre: Option<String>,
    /// The number of a report, law or standard.
    pub number: Option<String>,
    /// What else is printed.
    pub note: Option<String>,
    /// The DOI, from `10.` on, lower case.
    pub doi: Option<String>,
    /// The ISBN, digits (and `X`) only.
    pub isbn: Option<String>,
    /// The ISSN, `1234-5678`.
    pub issn: Option<String>,
    /// The arXiv identifier.
    pub arxiv: Option<String>,
    /// The number of the work in `PubMed`, digits only.
    pub pmid: Option<String>,
    /// Its identifier in `PubMed Central`, `PMC7092803`.
    pub pmcid: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// When the address was visited.
    pub accessed: Option<Date>,
}

impl Work {
    /// Who the work is filed and cited under: its authors, or its editors where it has no authors.
    pub fn creators(&self) -> &Contributors {
        if self.authors.is_empty() {
            &self.editors
        } else {
            &self.authors
        }
    }
}
