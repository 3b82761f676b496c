//! Closed classes of words, in the languages of the training data.

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

/// The class of a word in lower case.
pub(crate) fn class_of(word: &str) -> WordClass {
    match word {
        "in" | "dans" | "em" => WordClass::In,
        "ed" | "eds" | "edited" | "editor" | "editors" | "hrsg" | "hg" | "editores" | "org"
        | "orgs" | "dir" | "éd" | "coord" | "cura" | "hgg" | "éds" | "coords" | "edd"
        | "herausgegeben" | "herausgeber" => WordClass::EditorRole,
        "and" | "und" | "et" | "&" | "y" | "e" => WordClass::And,
        "al" => WordClass::EtAl,
        "pp" | "p" | "pages" | "s" | "page" | "seiten" | "ss" | "pág" | "págs" => {
            WordClass::PageWord
        }
        "vol" | "volume" | "bd" | "v" | "jg" | "t" | "tome" | "band" | "tomo" | "jahrgang"
        | "vols" => WordClass::VolumeWord,
        "no" | "nr" | "n" | "issue" | "heft" | "h" | "num" | "nº" | "núm" | "fasc" | "nos" => {
            WordClass::IssueWord
        }
        "press" | "verlag" | "publishers" | "publishing" | "university" | "books" | "editions"
        | "éditions" | "publications" | "editora" | "editorial" | "wiley" | "springer"
        | "elsevier" | "inc" | "ltd" | "co" | "presses" | "routledge" | "gmbh"
        | "universitaires" | "ediciones" | "edizioni" => WordClass::Publisher,
        "proceedings" | "proc" | "conference" | "conf" | "symposium" | "workshop"
        | "international" | "annual" | "meeting" => WordClass::Conference,
        "journal" | "review" | "transactions" | "j" | "revista" | "zeitschrift" | "revue"
        | "annals" | "letters" | "rev" | "lett" | "trans" | "rivista" | "bulletin" | "archives"
        | "quarterly" | "magazine" | "cahiers" | "jahrbuch" => WordClass::Journal,
        "phd" | "thesis" | "dissertation" | "diss" | "report" | "technical" | "tech" | "master"
        | "tese" | "dissertação" | "thèse" | "tesis" | "tesi" | "habilitation" => {
            WordClass::Genre
        }
        "arxiv" => WordClass::Preprint,
        "doi" => WordClass::Doi,
        "available" | "retrieved" | "accessed" | "url" | "online" | "http" | "disponível"
        | "acesso" | "zugriff" | "disponible" | "recuperado" | "consulté" | "abgerufen"
        | "disponibile" => WordClass::Access,
        "edition" | "edn" | "aufl" | "auflage" | "edição" | "édition" | "edición" | "edizione" => {
            WordClass::Edition
        }
        "the" | "a" | "of" | "on" | "for" | "an" | "to" | "der" | "die" | "das" | "la" | "le"
        | "les" | "de" | "du" | "des" | "il" | "zur" | "von" | "with" | "from" => {
            WordClass::Function
        }
        "van" | "den" | "da" | "di" | "del" | "dos" | "della" => WordClass::Particle,
        _ if is_month(word) => WordClass::Month,
        _ => WordClass::Open,
    }
}

/// Whether a word in lower case is a month or a season.
fn is_month(word: &str) -> bool {
    crate::reference::months::month_number(word).is_some()
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
