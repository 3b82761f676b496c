//! Entry types and kinds of theses, by their names in .bib files.

use crate::work::EntryType;

/// The entry type with this name; the subtype of `misc` may say more.
///
/// biblatex gives laws, cases and films no fields of their own, so they are written as `misc` with a subtype; an article of an
/// encyclopedia without editor is an `inbook` with one.
pub(super) fn read(name: &str, subtype: Option<&str>) -> EntryType {
    match (named(name), subtype) {
        (EntryType::Misc, Some(subtype)) => named(subtype),
        (EntryType::InBook, Some("inreference")) => EntryType::InReference,
        (own, _) => own,
    }
}

/// Whether biblatex's data model has the type but no fields for it.
pub(super) fn has_no_fields(entry_type: EntryType) -> bool {
    matches!(
        entry_type,
        EntryType::Legislation | EntryType::Jurisdiction | EntryType::Standard | EntryType::Video
    )
}

/// The entry type with this name of BibTeX, biblatex or the tools that write .bib files.
fn named(name: &str) -> EntryType {
    match name.to_ascii_lowercase().as_str() {
        "article" | "suppperiodical" | "review" => EntryType::Article,
        "book" | "mvbook" | "booklet" | "manual" => EntryType::Book,
        "collection" | "mvcollection" | "reference" | "mvreference" | "periodical" => {
            EntryType::Collection
        }
        "incollection" | "suppcollection" => EntryType::InCollection,
        "inbook" | "bookinbook" | "suppbook" => EntryType::InBook,
        "inproceedings" | "conference" => EntryType::InProceedings,
        "proceedings" | "mvproceedings" => EntryType::Proceedings,
        "inreference" => EntryType::InReference,
        "thesis" | "phdthesis" | "mastersthesis" => EntryType::Thesis,
        "report" | "techreport" => EntryType::Report,
        "legislation" | "legal" => EntryType::Legislation,
        "jurisdiction" => EntryType::Jurisdiction,
        "standard" => EntryType::Standard,
        "patent" => EntryType::Patent,
        "software" => EntryType::Software,
        "dataset" => EntryType::Dataset,
        "online" | "electronic" | "www" => EntryType::Online,
        "video" | "movie" => EntryType::Video,
        "unpublished" => EntryType::Unpublished,
        _ => EntryType::Misc,
    }
}

/// What biblatex prints for the key of a kind (`biblatex` manual, 4.9.2.13).
pub(super) fn genre(key: &str) -> Option<&'static str> {
    Some(match key.to_ascii_lowercase().as_str() {
        "phdthesis" => "PhD thesis",
        "mathesis" => "MA thesis",
        "bathesis" => "BA thesis",
        "candthesis" => "Cand. thesis",
        "techreport" => "technical report",
        "resreport" => "research report",
        _ => return None,
    })
}
