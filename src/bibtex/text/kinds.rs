//! Which entry type a work is written under, and which fields the type has (biblatex manual, 2.1.1 and 4.5.4).

use super::super::entry_type::has_no_fields;
use crate::work::{EntryType, Name, Work};

/// The type under which a work is written: its own, or the nearest whose mandatory fields it has.
pub(super) fn written_type(work: &Work) -> EntryType {
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
        // An entry of a work of reference wants an author and an editor; without either it is one all the same.
        EntryType::InReference if work.editors.is_empty() && !work.authors.is_empty() => {
            EntryType::InBook
        }
        EntryType::InCollection if work.editors.is_empty() => EntryType::InBook,
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
pub(super) fn subtype(own: EntryType, written: EntryType) -> Option<String> {
    let is_kept = written == EntryType::Misc || own == EntryType::InReference;
    is_kept.then(|| own.biblatex().to_owned())
}

/// Where a thesis or report comes from; an organisation that wrote a report is where it comes from.
pub(super) fn institution(work: &Work) -> Option<String> {
    let author = match work.authors.names.as_slice() {
        [Name::Organisation { literal }, ..] if work.entry_type == EntryType::Report => {
            Some(literal.clone())
        }
        _ => None,
    };
    work.publisher.clone().or(author)
}

/// Whether the type is a book or a part of one.
pub(super) fn is_bookish(written: EntryType) -> bool {
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

/// Whether the type has a volume and a translator.
pub(super) fn is_numbered(written: EntryType) -> bool {
    written == EntryType::Article || is_bookish(written)
}

/// Whether the type has a number.
pub(super) fn has_number(written: EntryType) -> bool {
    let others = [EntryType::Report, EntryType::Patent, EntryType::Dataset];
    is_numbered(written) || others.contains(&written)
}

/// Whether the type has pages.
pub(super) fn has_pages(written: EntryType) -> bool {
    is_numbered(written) || matches!(written, EntryType::Report | EntryType::Thesis)
}

/// Whether the type has a version.
pub(super) fn has_version(written: EntryType) -> bool {
    use EntryType::{Article, Dataset, Misc, Online, Report, Software};
    [Article, Dataset, Misc, Online, Report, Software].contains(&written)
}

/// Whether the type is a part of a book.
pub(super) fn is_part(written: EntryType) -> bool {
    matches!(
        written,
        EntryType::InCollection
            | EntryType::InBook
            | EntryType::InProceedings
            | EntryType::InReference
    )
}

/// Whether the type says in `howpublished` where it is to be found.
pub(super) fn has_howpublished(written: EntryType) -> bool {
    matches!(
        written,
        EntryType::Misc | EntryType::Software | EntryType::Unpublished
    )
}

/// The kind of a thesis or report of which no more is known.
pub(super) fn default_genre(written: EntryType) -> &'static str {
    if written == EntryType::Thesis {
        "Thesis"
    } else {
        "Report"
    }
}
