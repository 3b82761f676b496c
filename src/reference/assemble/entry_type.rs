//! The kind of a work, by what its reference holds.

use super::Words;
use crate::{
    reference::label::{Label, words as marker},
    work::{EntryType, Name, Work, fold::fold},
};

/// Says what kind of work a reference describes; the first evidence in the order of this function decides.
pub(super) fn entry_type(words: &Words, work: &Work) -> EntryType {
    let folded = fold(words.text);
    by_bracket(words.text)
        .or_else(|| by_genre(work, &folded))
        .or_else(|| by_kind_of_document(work))
        .or_else(|| by_container(words, work))
        .unwrap_or_else(|| standing_alone(words, work, &folded))
}

/// `[Computer software]`, `[Data set]`, `[Film]`: what APA prints behind a title.
fn by_bracket(text: &str) -> Option<EntryType> {
    text.split('[').skip(1).find_map(|rest| {
        let inside = fold(rest.split(']').next()?);
        let has = |words: &[&str]| words.iter().any(|word| contains_word(&inside, word));
        Some(match () {
            () if has(&["software", "app", "program", "package", "programa"]) => {
                EntryType::Software
            }
            () if has(&["data set", "dataset", "datensatz", "data", "base de datos"]) => {
                EntryType::Dataset
            }
            () if has(&[
                "film",
                "video",
                "motion picture",
                "dvd",
                "tv series",
                "pelicula",
                "filme",
            ]) =>
            {
                EntryType::Video
            }
            () if has(&["thesis", "dissertation", "tesis", "tese", "these", "tesi"]) => {
                EntryType::Thesis
            }
            () if has(&["manuscript", "unpublished", "manuskript"]) => EntryType::Unpublished,
            () => return None,
        })
    })
}

/// Theses and reports by the words that name their kind.
fn by_genre(work: &Work, folded: &str) -> Option<EntryType> {
    const THESES: &[&str] = &[
        "thesis",
        "theses",
        "dissertation",
        "diss",
        "phd",
        "ph d",
        "doctoral",
        "masterarbeit",
        "magisterarbeit",
        "diplomarbeit",
        "habilitation",
        "habilitationsschrift",
        "these",
        "tese",
        "dissertacao",
        "tesis",
        "tesi",
        "memoire",
        "proefschrift",
        "mestrado",
        "doutorado",
    ];
    const REPORTS: &[&str] = &[
        "report",
        "working paper",
        "technical report",
        "discussion paper",
        "bericht",
        "informe",
        "rapport",
        "relatorio",
        "rapporto",
        "tech rep",
        "white paper",
        "policy brief",
        "memo",
        "arbeitspapier",
        "documento de trabajo",
        "documents de travail",
    ];
    let genre = fold(work.genre.as_deref().unwrap_or_default());
    let note = fold(work.note.as_deref().unwrap_or_default());
    let named = |kinds: &[&str]| {
        let has = |text: &str| kinds.iter().any(|kind| contains_word(text, kind));
        has(&genre) || has(&note)
    };
    let alone = work.container_title.is_none();
    if named(THESES)
        || alone
            && has_phrase(
                folded,
                &["phd thesis", "doctoral dissertation", "master s thesis"],
            )
    {
        return Some(EntryType::Thesis);
    }
    named(REPORTS).then_some(EntryType::Report)
}

/// Laws, cases, standards, patents and preprints by the words and signs of their titles.
fn by_kind_of_document(work: &Work) -> Option<EntryType> {
    const LAWS: &[&str] = &[
        "act",
        "charter",
        "treaty",
        "constitution",
        "directive",
        "regulation eu",
        "regulation ec",
        "gesetz",
        "verordnung",
        "richtlinie",
        "grundgesetz",
        "ley",
        "decreto",
        "constitucion",
        "loi",
        "decret",
        "lei",
        "constituicao",
        "legge",
        "convention",
        "covenant",
        "protocol",
        "pub l",
    ];
    let title = work.title.as_deref().unwrap_or_default();
    let folded = fold(title);
    let organisations: Vec<String> = work
        .authors
        .names
        .iter()
        .filter_map(organisation)
        .map(fold)
        .collect();
    let by_people = work.authors.names.len() > organisations.len();
    let is_bare =
        work.container_title.is_none() && work.publisher.is_none() && work.volume.is_none();
    let is_law = |text: &str| LAWS.iter().any(|law| ends_or_begins_with(text, law));
    if title.contains(" v. ") || title.contains(" vs. ") && !by_people {
        return (!by_people).then_some(EntryType::Jurisdiction);
    }
    if is_bare && !by_people && (is_law(&folded) || organisations.iter().any(|name| is_law(name))) {
        return Some(EntryType::Legislation);
    }
    let is_standard = [
        "ISO ", "ISO/IEC ", "DIN ", "IEEE Std", "ANSI ", "ASTM ", "BS EN ", "NBR ",
    ]
    .iter()
    .any(|body| title.starts_with(body) && title.bytes().any(|byte| byte.is_ascii_digit()));
    if is_standard && work.container_title.is_none() {
        return Some(EntryType::Standard);
    }
    let is_patent =
        contains_word(&folded, "patent") && title.bytes().any(|byte| byte.is_ascii_digit());
    if is_patent && is_bare {
        return Some(EntryType::Patent);
    }
    let container = fold(work.container_title.as_deref().unwrap_or_default());
    let is_preprint = work.arxiv.is_some() && work.volume.is_none();
    (is_preprint && (container.is_empty() || container.contains("arxiv")))
        .then_some(EntryType::Online)
}

/// The name of an organisation.
fn organisation(name: &Name) -> Option<&str> {
    match name {
        Name::Organisation { literal } => Some(literal),
        Name::Person(_) => None,
    }
}

/// The kind of a part, by what it stands in.
fn by_container(words: &Words, work: &Work) -> Option<EntryType> {
    const CONFERENCES: &[&str] = &[
        "proceedings",
        "proc",
        "conference",
        "conf",
        "symposium",
        "workshop",
        "congress",
        "tagung",
        "congreso",
        "congresso",
        "actes",
        "anais",
        "atti",
        "colloque",
        "konferenz",
    ];
    const JOURNALS: &[&str] = &[
        "journal",
        "review",
        "revista",
        "zeitschrift",
        "revue",
        "annals",
        "letters",
        "rivista",
        "bulletin",
        "quarterly",
        "transactions",
        "magazine",
        "times",
        "news",
    ];
    const WORKS_OF_REFERENCE: &[&str] = &[
        "encyclopedia",
        "encyclopaedia",
        "dictionary",
        "lexikon",
        "worterbuch",
        "handworterbuch",
        "enzyklopadie",
        "enciclopedia",
        "encyclopedie",
        "dictionnaire",
        "diccionario",
        "dizionario",
        "wikipedia",
    ];
    let container = fold(work.container_title.as_deref()?);
    let has = |words: &[&str]| words.iter().any(|word| contains_word(&container, word));
    let is_numbered = work.volume.is_some() || work.issue.is_some();
    let says_in = (0..words.len().saturating_sub(1)).any(|idx| {
        let host = matches!(words.labels[idx + 1], Label::Container | Label::Editor);
        words.labels[idx] == Label::Marker && host && marker::is_in(&words.lower(idx))
    });
    let is_part = says_in || !work.editors.is_empty() || work.publisher.is_some();
    Some(match () {
        () if has(CONFERENCES) && !(is_numbered && has(JOURNALS)) => EntryType::InProceedings,
        () if has(WORKS_OF_REFERENCE) && work.issue.is_none() => EntryType::InReference,
        () if work.issue.is_some() || has(JOURNALS) => EntryType::Article,
        () if is_part && !work.editors.is_empty() => EntryType::InCollection,
        () if is_numbered => EntryType::Article,
        () if is_part => EntryType::InCollection,
        () => EntryType::Article,
    })
}

/// The kind of a work that stands in no other.
fn standing_alone(words: &Words, work: &Work, folded: &str) -> EntryType {
    const UNPUBLISHED: &[&str] = &[
        "unpublished",
        "manuscript",
        "unveroffentlicht",
        "manuskript",
        "inedito",
        "submitted for publication",
    ];
    let is_book = work.publisher.is_some()
        || work.publisher_place.is_some()
        || work.isbn.is_some()
        || work.edition.is_some();
    match () {
        () if has_phrase(folded, UNPUBLISHED) && work.publisher.is_none() => EntryType::Unpublished,
        () if is_book && work.authors.is_empty() && !work.editors.is_empty() => {
            EntryType::Collection
        }
        () if is_book => EntryType::Book,
        () if work.url.is_some() => EntryType::Online,
        () if work.title.is_some()
            && (work.volume.is_some() || words.labels.contains(&Label::Extent)) =>
        {
            EntryType::Book
        }
        () => EntryType::Misc,
    }
}

/// Whether a folded text has a word or several words.
fn contains_word(folded: &str, word: &str) -> bool {
    folded.match_indices(word).any(|(start, _)| {
        let end = start + word.len();
        (start == 0 || folded.as_bytes()[start - 1] == b' ')
            && (end == folded.len() || folded.as_bytes()[end] == b' ')
    })
}

/// Whether a folded text has one of several phrases.
fn has_phrase(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| contains_word(folded, phrase))
}

/// Whether a folded text begins or ends with a word.
fn ends_or_begins_with(folded: &str, word: &str) -> bool {
    let touches = |rest: &str, at_start: bool| {
        rest.is_empty()
            || if at_start {
                rest.starts_with(' ')
            } else {
                rest.ends_with(' ')
            }
    };
    folded
        .strip_prefix(word)
        .is_some_and(|rest| touches(rest, true))
        || folded
            .strip_suffix(word)
            .is_some_and(|rest| touches(rest, false))
}
