//! The kind of a work, by what its reference holds.

use super::{Words, designations, documents, films, kind_words as known, laws};
use crate::{
    reference::label::{Label, words as marker},
    work::{EntryType, Name, Work, fold::fold},
};

/// Says what kind of work a reference describes; the first evidence in the order of this function decides.
pub(super) fn entry_type(words: &Words, work: &Work) -> EntryType {
    by_bracket(words.text)
        .or_else(|| by_number(words.text))
        .or_else(|| films::is_film(words).then_some(EntryType::Video))
        .or_else(|| is_released_version(words, work).then_some(EntryType::Software))
        .or_else(|| by_occasion(words.text))
        .or_else(|| documents::designation(words).map(|_| EntryType::Standard))
        .or_else(|| by_genre(work))
        .or_else(|| by_kind_of_document(work))
        .or_else(|| by_container(words, work))
        .unwrap_or_else(|| standing_alone(words, work))
}

/// Whether a folded text has a word of some kind.
fn has(folded: &str, is_wanted: impl Fn(&str) -> bool) -> bool {
    folded.split(' ').any(is_wanted)
}

/// `[Computer software]`, `[Data set]`, `[Film]`: what APA prints behind a title.
pub(super) fn by_bracket(text: &str) -> Option<EntryType> {
    text.split('[').skip(1).find_map(|rest| {
        let inside = fold(rest.split(']').next()?);
        // `[Unpublished doctoral dissertation]`
        if has(&inside, known::is_thesis_word) {
            return Some(EntryType::Thesis);
        }
        inside.split(' ').find_map(|word| {
            Some(match word {
                "software" | "app" | "program" | "package" | "programa" => EntryType::Software,
                "data" | "dataset" | "datensatz" | "datos" | "dados" => EntryType::Dataset,
                "film" | "video" | "picture" | "dvd" | "pelicula" | "filme" => EntryType::Video,
                "presentation" | "talk" | "lecture" | "poster" | "vortrag" | "ponencia"
                | "session" | "keynote" | "symposium" => EntryType::Unpublished,
                "podcast" => EntryType::Online,
                word if known::is_unpublished_word(word) => EntryType::Unpublished,
                _ => return None,
            })
        })
    })
}

/// Patents, standards and the reports of the Internet by their numbers, wherever they stand.
fn by_number(text: &str) -> Option<EntryType> {
    let is_followed = |words: &str| {
        let rest = text.split_once(words).map(|(_, rest)| rest.trim_start());
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    match () {
        () if is_followed("Patent No.") || is_followed("Patent") => Some(EntryType::Patent),
        () if known::begins_with_designation(text) => Some(EntryType::Standard),
        () if is_followed("RFC ") || is_followed("Report No.:") => Some(EntryType::Report),
        () if is_followed("package version ") => Some(EntryType::Software),
        () => None,
    }
}

/// `scikit-learn: Machine learning in Python, version 1.2.0`: a title that ends with a version, at an address of its own.
fn is_released_version(words: &Words, work: &Work) -> bool {
    let title = work.title.as_deref().unwrap_or_default();
    let is_last = |version: &str| title.trim_end_matches(')').ends_with(version);
    work.url.is_some()
        && work.container_title.is_none()
        && designations::version(words).is_some_and(|(_, version)| is_last(&version))
}

/// Talks, by the words for the occasion: `Paper presented at the Annual Meeting`.
fn by_occasion(text: &str) -> Option<EntryType> {
    const OCCASIONS: [&str; 10] = [
        "aper presented at",
        "aper delivered at",
        "aper given at",
        "oster presented at",
        "alk given at",
        "ecture given at",
        "Vortrag auf ",
        "Vortrag gehalten ",
        "onencia presentada ",
        "ommunication présentée ",
    ];
    let is_said = OCCASIONS.iter().any(|occasion| text.contains(occasion));
    is_said.then_some(EntryType::Unpublished)
}

/// Theses and reports by the words that name their kind.
fn by_genre(work: &Work) -> Option<EntryType> {
    let genre = fold(work.genre.as_deref().unwrap_or_default());
    let note = fold(work.note.as_deref().unwrap_or_default());
    let named = |is_wanted: fn(&str) -> bool| has(&genre, is_wanted) || has(&note, is_wanted);
    if named(known::is_thesis_word) {
        return Some(EntryType::Thesis);
    }
    if has(&genre, |word| word == "standard") {
        return Some(EntryType::Standard);
    }
    let is_numbered = || work.number.is_some() && has(&genre, |word| word == "publication");
    (has(&genre, known::is_report_word) || is_numbered()).then_some(EntryType::Report)
}

/// Laws, cases, standards, patents and preprints by the words and signs of their titles.
fn by_kind_of_document(work: &Work) -> Option<EntryType> {
    let title = work.title.as_deref().unwrap_or_default();
    let has_container = work.container_title.is_some();
    let is_bare = !has_container && work.publisher.is_none() && work.volume.is_none();
    let by_people = work
        .authors
        .names
        .iter()
        .any(|name| matches!(name, Name::Person(_)));
    let is_numbered = || title.bytes().any(|byte| byte.is_ascii_digit());
    let is_case = || title.contains(" v. ") || title.contains(" vs. ");
    let by_court = || {
        organisations(work).any(|name| {
            known::is_court(first_word(name)) || known::is_collection_of_decisions(name)
        })
    };
    if !by_people && (is_case() || by_court() || known::begins_as_decision(&fold(title))) {
        return Some(EntryType::Jurisdiction);
    }
    let is_act = || laws::is_statute(title) || laws::is_union_act(title);
    if !by_people && (is_numbered_law(title) || is_act()) {
        return Some(EntryType::Legislation);
    }
    let is_gazetted = || {
        let container = fold(work.container_title.as_deref().unwrap_or_default());
        known::GAZETTES
            .iter()
            .any(|gazette| container.starts_with(gazette))
    };
    if (is_bare || is_gazetted())
        && !by_people
        && (is_law(title) || organisations(work).any(is_law))
    {
        return Some(EntryType::Legislation);
    }
    let is_standard = || !by_people && is_standard(title) && is_numbered();
    let has_designation = (work.container_title.as_deref()).is_some_and(known::is_designation);
    if has_designation || !has_container && is_standard() {
        return Some(EntryType::Standard);
    }
    if is_bare && is_numbered() && has(&fold(title), |word| word == "patent") {
        return Some(EntryType::Patent);
    }
    let container = work.container_title.as_deref().unwrap_or("arXiv");
    let is_on_arxiv = work.arxiv.is_some() && container.contains("arXiv");
    let has_address = work.doi.is_some() || work.url.is_some();
    let is_on_server = has_container && has_address && known::is_preprint_server(&fold(container));
    (work.volume.is_none() && (is_on_arxiv || is_on_server)).then_some(EntryType::Online)
}

/// The first word of a name.
fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// Whether a title begins with the name of a body that sets standards.
fn is_standard(title: &str) -> bool {
    let body = title.split([' ', '/']).next().unwrap_or_default();
    known::is_standards_body(body) && body.len() > 1
}

/// Whether the first or last word of a name is one for laws and treaties.
fn is_law(name: &str) -> bool {
    let folded = fold(name);
    let is_law = |word: Option<&str>| word.is_some_and(known::is_law_word);
    is_law(folded.split(' ').next()) || is_law(folded.rsplit(' ').next())
}

/// Whether a title begins with a word for laws and a number: `Lei nº 9.394`, `Real Decreto 2393/2004`.
fn is_numbered_law(title: &str) -> bool {
    const REACH: usize = 4;
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').take(REACH).collect();
    let starts = words.iter().take(2).any(|word| known::is_law_word(word));
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let links = [" de ", " du ", " vom ", " di ", " of "];
    starts && words.iter().skip(1).any(is_number) && links.iter().any(|link| title.contains(link))
}

/// The organisations among the authors.
fn organisations(work: &Work) -> impl Iterator<Item = &str> {
    work.authors.names.iter().filter_map(|name| match name {
        Name::Organisation { literal } => Some(literal.as_str()),
        Name::Person(_) => None,
    })
}

/// The kind of a part, by what it stands in.
fn by_container(words: &Words, work: &Work) -> Option<EntryType> {
    let container = fold(work.container_title.as_deref()?);
    let is_journal = has(&container, known::is_journal_word);
    let is_numbered = work.volume.is_some() || work.issue.is_some();
    // `Proceedings of the London Mathematical Society` is a journal where it has volumes.
    let is_society = has(&container, |word| {
        matches!(
            word,
            "society" | "soc" | "academy" | "acad" | "institution" | "inst"
        )
    }) && (work.volume.is_some() || work.issued.status.is_some());
    let is_journal = is_journal || is_society;
    let is_periodical = is_numbered || work.issued.status.is_some();
    let is_part = says_in(words) || !work.editors.is_empty() || work.publisher.is_some();
    Some(match () {
        () if has(&container, known::is_conference_word) && !(is_periodical && is_journal) => {
            EntryType::InProceedings
        }
        // `Advances in Neural Information Processing Systems` are the proceedings of a conference.
        () if container.starts_with("advances in ") && says_in(words) => EntryType::InProceedings,
        () if work.issue.is_none() && has(&container, known::is_work_of_reference_word) => {
            EntryType::InReference
        }
        () if work.issue.is_some() || is_journal => EntryType::Article,
        () if !work.editors.is_empty() => EntryType::InCollection,
        // `In: Die Zeit, 12.3.1998`: what has a day and no publisher is a newspaper.
        () if is_part && !is_numbered && is_dated_by_day(work) => EntryType::Article,
        () if is_part && !is_numbered => EntryType::InCollection,
        () => EntryType::Article,
    })
}

/// Whether a work has the day on which it came out and no publisher, as articles of newspapers do.
fn is_dated_by_day(work: &Work) -> bool {
    let has_day = work.issued.date.is_some_and(|date| date.day.is_some());
    has_day && work.publisher.is_none()
}

/// Whether `in` or the like stands before the container or its editors.
fn says_in(words: &Words) -> bool {
    (1..words.len()).any(|idx| {
        matches!(words.labels[idx], Label::Container | Label::Editor)
            && words.labels[idx - 1] == Label::Marker
            && marker::is_in(words.lower(idx - 1))
    })
}

/// Whether a work is a page of a site: it is dated to the day, as no book is, and has an address but no place.
fn is_dated_page(work: &Work) -> bool {
    let has_day = work.issued.date.is_some_and(|date| date.day.is_some());
    let is_of_book =
        work.publisher_place.is_some() || work.isbn.is_some() || work.edition.is_some();
    has_day && work.url.is_some() && !is_of_book
}

/// The kind of a work that stands in no other.
fn standing_alone(words: &Words, work: &Work) -> EntryType {
    let is_book = work.publisher.is_some()
        || work.publisher_place.is_some()
        || work.isbn.is_some()
        || work.edition.is_some();
    let is_thesis = (1..words.len()).any(|idx| {
        matches!(words.lower(idx), "thesis" | "dissertation")
            && matches!(
                words.lower(idx - 1),
                "phd" | "d" | "doctoral" | "master's" | "msc"
            )
    });
    let is_unpublished =
        || (0..words.len()).any(|idx| known::is_unpublished_word(words.lower(idx)));
    match () {
        () if is_thesis => EntryType::Thesis,
        () if work.publisher.is_none() && is_unpublished() => EntryType::Unpublished,
        () if is_dated_page(work) => EntryType::Online,
        () if is_book && work.authors.is_empty() && !work.editors.is_empty() => {
            EntryType::Collection
        }
        () if is_book => EntryType::Book,
        () if work.url.is_some() => EntryType::Online,
        () if work.volume.is_some() || words.labels.contains(&Label::Extent) => EntryType::Book,
        () => EntryType::Misc,
    }
}
