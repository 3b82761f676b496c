//! Closed classes of words, in the languages of the training data.

use super::{hash::hash_bytes, word_table::WordTable};
use crate::reference::months;

/// The class of a word that references use for their own ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum WordClass {
    /// Any other word.
    #[default]
    Open,
    /// `in`, `dans`: the host of a part follows.
    In,
    /// `ed`, `Hrsg`, `a cura di`.
    EditorRole,
    /// `and`, `und`, `&`.
    And,
    /// `al` of `et al.`
    EtAl,
    /// `pp`, `S.`
    PageWord,
    /// `vol`, `Bd`.
    VolumeWord,
    /// `no`, `Heft`.
    IssueWord,
    /// Words of publishers' names.
    Publisher,
    /// Words of conferences' names.
    Conference,
    /// Words of journals' names.
    Journal,
    /// `PhD thesis`, `technical report`.
    Genre,
    /// `arXiv`.
    Preprint,
    /// `doi`.
    Doi,
    /// `Available from`, `Zugriff am`.
    Access,
    /// `edition`, `Auflage`.
    Edition,
    /// Articles and prepositions.
    Function,
    /// Particles of names.
    Particle,
    /// Months and seasons.
    Month,
}

/// The words of the closed classes, in lower case.
#[rustfmt::skip]
const CLASSES: &[(WordClass, &[&str])] = &[
    (WordClass::In, &[
        "in", "dans", "em",
    ]),
    (WordClass::EditorRole, &[
        "ed", "eds", "edited", "editor", "editors", "hrsg", "hg", "editores", "org", "orgs", "dir",
        "éd", "coord", "cura", "hgg", "éds", "coords", "edd", "herausgegeben", "herausgeber",
    ]),
    (WordClass::And, &[
        "and", "und", "et", "&", "y", "e",
    ]),
    (WordClass::EtAl, &[
        "al",
    ]),
    (WordClass::PageWord, &[
        "pp", "p", "pages", "s", "page", "seiten", "ss", "pág", "págs",
    ]),
    (WordClass::VolumeWord, &[
        "vol", "volume", "bd", "v", "jg", "t", "tome", "band", "tomo", "jahrgang", "vols",
    ]),
    (WordClass::IssueWord, &[
        "no", "nr", "n", "issue", "heft", "h", "num", "nº", "núm", "fasc", "nos",
    ]),
    (WordClass::Publisher, &[
        "press", "verlag", "publishers", "publishing", "university", "books", "editions", "éditions",
        "publications", "editora", "editorial", "wiley", "springer", "elsevier", "inc", "ltd", "co",
        "presses", "routledge", "gmbh", "universitaires", "ediciones", "edizioni",
    ]),
    (WordClass::Conference, &[
        "proceedings", "proc", "conference", "conf", "symposium", "workshop", "international", "annual",
        "meeting",
    ]),
    (WordClass::Journal, &[
        "journal", "review", "transactions", "j", "revista", "zeitschrift", "revue", "annals",
        "letters", "rev", "lett", "trans", "rivista", "bulletin", "archives", "quarterly", "magazine",
        "cahiers", "jahrbuch",
    ]),
    (WordClass::Genre, &[
        "phd", "thesis", "dissertation", "diss", "report", "technical", "tech", "master", "tese",
        "dissertação", "thèse", "tesis", "tesi", "habilitation",
    ]),
    (WordClass::Preprint, &[
        "arxiv",
    ]),
    (WordClass::Doi, &[
        "doi",
    ]),
    (WordClass::Access, &[
        "available", "retrieved", "accessed", "url", "online", "http", "disponível", "acesso",
        "zugriff", "disponible", "recuperado", "consulté", "abgerufen", "disponibile",
    ]),
    (WordClass::Edition, &[
        "edition", "edn", "aufl", "auflage", "edição", "édition", "edición", "edizione",
    ]),
    (WordClass::Function, &[
        "the", "a", "of", "on", "for", "an", "to", "der", "die", "das", "la", "le", "les", "de", "du",
        "des", "il", "zur", "von", "with", "from",
    ]),
    (WordClass::Particle, &[
        "van", "den", "da", "di", "del", "dos", "della",
    ]),
];

/// The classes of words, by the hashes of the words.
static CLASS_TABLE: WordTable<WordClass, 512> = WordTable::new(CLASSES);

/// The class of a word in lower case.
pub(crate) fn class_of(word: &str) -> WordClass {
    class_by_hash(hash_bytes(word.as_bytes()))
}

/// The class of a word by the hash of its bytes in lower case.
pub(crate) fn class_by_hash(hash: u64) -> WordClass {
    let is_month = || months::number_by_hash(hash).is_some();
    let by_month = || {
        if is_month() {
            WordClass::Month
        } else {
            WordClass::Open
        }
    };
    CLASS_TABLE.get(hash).unwrap_or_else(by_month)
}

/// Whether a word in lower case says that the host of a part follows.
pub(crate) fn is_in(word: &str) -> bool {
    matches!(word, "in" | "dans" | "em" | "nel" | "nella" | "en" | "в")
}

/// Whether a word in lower case says that the people beside it are editors or translators.
pub(crate) fn is_role(word: &str) -> bool {
    matches!(
        word,
        "ed" | "eds"
            | "edd"
            | "edited"
            | "by"
            | "hrsg"
            | "hg"
            | "hgg"
            | "herausgegeben"
            | "herausgeber"
            | "editor"
            | "editors"
            | "editores"
            | "editeur"
            | "dir"
            | "dirs"
            | "éd"
            | "éds"
            | "org"
            | "orgs"
            | "coord"
            | "coords"
            | "cura"
            | "redaktion"
            | "trans"
            | "translated"
            | "transl"
    )
}

/// Whether a word in lower case introduces pages.
pub(crate) fn is_page_word(word: &str) -> bool {
    matches!(
        word,
        "pp" | "p"
            | "pages"
            | "page"
            | "pg"
            | "ps"
            | "s"
            | "ss"
            | "seiten"
            | "seite"
            | "стр"
            | "с"
            | "pag"
            | "págs"
            | "pág"
    )
}

/// Whether a word in lower case introduces a volume.
pub(crate) fn is_volume_word(word: &str) -> bool {
    matches!(
        word,
        "vol"
            | "vols"
            | "volume"
            | "volumes"
            | "v"
            | "bd"
            | "bde"
            | "band"
            | "jg"
            | "jahrg"
            | "jahrgang"
            | "t"
            | "tome"
            | "tomo"
            | "том"
    )
}

/// Whether a word in lower case introduces an issue.
pub(crate) fn is_issue_word(word: &str) -> bool {
    matches!(
        word,
        "no" | "nos"
            | "nr"
            | "nrs"
            | "n"
            | "num"
            | "núm"
            | "number"
            | "numbers"
            | "issue"
            | "iss"
            | "heft"
            | "hefte"
            | "h"
            | "fasc"
            | "fascicule"
            | "n°"
            | "nº"
            | "№"
            | "°"
            | "cahier"
    )
}
