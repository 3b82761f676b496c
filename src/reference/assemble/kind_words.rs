//! Words that tell the kind of a work, folded, by kind; English, German, French, Spanish, Portuguese and Italian.

/// Whether a word names a thesis.
pub(super) fn is_thesis_word(word: &str) -> bool {
    matches!(
        word,
        "thesis"
            | "theses"
            | "dissertation"
            | "diss"
            | "phd"
            | "doctoral"
            | "masterarbeit"
            | "magisterarbeit"
            | "diplomarbeit"
            | "habilitation"
            | "habilitationsschrift"
            | "doktorarbeit"
            | "bachelorarbeit"
            | "these"
            | "tese"
            | "dissertacao"
            | "tesis"
            | "tesi"
            | "memoire"
            | "proefschrift"
            | "mestrado"
            | "doutorado"
    )
}

/// Whether a word names a report.
pub(super) fn is_report_word(word: &str) -> bool {
    matches!(
        word,
        "report"
            | "paper"
            | "rep"
            | "bericht"
            | "informe"
            | "rapport"
            | "relatorio"
            | "rapporto"
            | "memo"
            | "memorandum"
            | "arbeitspapier"
            | "forschungsbericht"
            | "trabajo"
            | "brief"
            | "quaderno"
            | "discussao"
    )
}

/// Whether a word names a law or treaty.
pub(super) fn is_law_word(word: &str) -> bool {
    matches!(
        word,
        "act"
            | "charter"
            | "treaty"
            | "constitution"
            | "directive"
            | "gesetz"
            | "verordnung"
            | "richtlinie"
            | "grundgesetz"
            | "ley"
            | "decreto"
            | "constitucion"
            | "loi"
            | "decret"
            | "lei"
            | "constituicao"
            | "legge"
            | "convention"
            | "covenant"
            | "protocol"
    )
}

/// Whether a word of a container's title is one of proceedings.
pub(super) fn is_conference_word(word: &str) -> bool {
    matches!(
        word,
        "proceedings"
            | "proc"
            | "conference"
            | "conf"
            | "symposium"
            | "workshop"
            | "congress"
            | "tagung"
            | "congreso"
            | "congresso"
            | "actes"
            | "anais"
            | "atti"
            | "colloque"
            | "konferenz"
    )
}

/// Whether a word of a container's title is one of journals and newspapers.
pub(super) fn is_journal_word(word: &str) -> bool {
    matches!(
        word,
        "journal"
            | "review"
            | "revista"
            | "zeitschrift"
            | "revue"
            | "annals"
            | "letters"
            | "rivista"
            | "bulletin"
            | "quarterly"
            | "transactions"
            | "magazine"
            | "times"
            | "news"
            | "zeitung"
    )
}

/// Whether a word of a container's title is one of works of reference.
pub(super) fn is_work_of_reference_word(word: &str) -> bool {
    matches!(
        word,
        "encyclopedia"
            | "encyclopaedia"
            | "dictionary"
            | "lexikon"
            | "worterbuch"
            | "handworterbuch"
            | "enzyklopadie"
            | "enciclopedia"
            | "encyclopedie"
            | "dictionnaire"
            | "diccionario"
            | "dizionario"
            | "wikipedia"
    )
}

/// Whether a word says that a work was not published.
pub(super) fn is_unpublished_word(word: &str) -> bool {
    matches!(
        word,
        "unpublished" | "manuscript" | "unveroffentlicht" | "manuskript" | "inedito" | "ms"
    )
}

/// Whether a word in lower case stands before the name of a series.
pub(super) fn is_series_word(lower: &str) -> bool {
    matches!(
        lower,
        "coll" | "collection" | "col" | "colección" | "coleção" | "collana"
    )
}

/// What the names of the papers begin with in which states print their laws, folded.
pub(super) const GAZETTES: [&str; 13] = [
    "boletin oficial del estado",
    "diario oficial",
    "bundesgesetzblatt",
    "journal officiel",
    "gazzetta ufficiale",
    "federal register",
    "official journal of the european union",
    "official journal of the european communities",
    "oj l",
    "oj c",
    "o j l",
    "o j c",
    "abl l",
];

/// Whether a folded word names an act of the European Union.
pub(super) fn is_union_act(word: &str) -> bool {
    matches!(
        word,
        "regulation"
            | "directive"
            | "decision"
            | "verordnung"
            | "richtlinie"
            | "beschluss"
            | "reglement"
            | "reglamento"
            | "directiva"
            | "regolamento"
            | "direttiva"
            | "decisione"
            | "regulamento"
            | "diretiva"
    )
}

/// Whether a word as printed says which of the European treaties an act rests on: `EU`, `CE`, `EWG`.
pub(super) fn is_union(word: &str) -> bool {
    matches!(
        word,
        "EU" | "EC" | "EEC" | "UE" | "CE" | "CEE" | "EG" | "EWG" | "Euratom"
    )
}

/// Whether a word in lower case names a patent.
pub(super) fn is_patent_word(lower: &str) -> bool {
    matches!(
        lower,
        "patent" | "patente" | "brevet" | "brevetto" | "patentschrift" | "offenlegungsschrift"
    )
}

/// Whether a word as printed is the name of a body that sets standards, or stands between such a name and the number.
pub(super) fn is_standards_body(word: &str) -> bool {
    matches!(
        word,
        "ISO"
            | "IEC"
            | "DIN"
            | "EN"
            | "ANSI"
            | "ASTM"
            | "BS"
            | "NBR"
            | "ABNT"
            | "NF"
            | "UNE"
            | "UNI"
            | "VDI"
            | "IEEE"
            | "Std"
            | "TR"
            | "TS"
            | "ETSI"
            | "ASME"
            | "NISO"
            | "NFPA"
            | "JIS"
            | "GOST"
    )
}

/// Whether a text begins with the number of a standard: `DIN EN ISO 9001:2015`, `ISO/IEC 27001`.
pub(super) fn begins_with_designation(text: &str) -> bool {
    let words = || text.split([' ', '/']);
    let n_bodies = words().take_while(|word| is_standards_body(word)).count();
    let number = words().nth(n_bodies).unwrap_or_default();
    n_bodies > 0 && number.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text is the number of a standard: `IEEE Std 754-2019`.
pub(super) fn is_designation(text: &str) -> bool {
    let body = text.split(' ').next().unwrap_or_default();
    is_standards_body(body) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a word as printed is the name of a court, as German footnotes abbreviate them.
pub(super) fn is_court(word: &str) -> bool {
    matches!(
        word,
        "BVerfG"
            | "BVerwG"
            | "BGH"
            | "BAG"
            | "BFH"
            | "BSG"
            | "BPatG"
            | "BayObLG"
            | "RG"
            | "OLG"
            | "LG"
            | "AG"
            | "KG"
            | "OVG"
            | "VGH"
            | "VG"
            | "LAG"
            | "LSG"
            | "VfGH"
            | "VerfGH"
            | "BayVGH"
            | "VwGH"
            | "OGH"
            | "BGer"
            | "EuGH"
            | "EuG"
            | "EGMR"
    )
}

/// Whether a word as printed is a collection of the decisions of one German court, by its abbreviation.
pub(super) fn is_collection_of_decisions(word: &str) -> bool {
    matches!(
        word,
        "BVerfGE"
            | "BVerwGE"
            | "BGHZ"
            | "BGHSt"
            | "BAGE"
            | "BSGE"
            | "BFHE"
            | "BPatGE"
            | "RGZ"
            | "RGSt"
            | "OVGE"
    )
}

/// Whether a word in lower case names a decision of a court, in German.
pub(super) fn is_decision_word(lower: &str) -> bool {
    matches!(
        lower,
        "urteil"
            | "urt"
            | "beschluss"
            | "beschluß"
            | "beschl"
            | "entscheidung"
            | "bescheid"
            | "vorlagebeschluss"
    )
}

/// Whether a title in any of the languages begins as decisions of courts do, folded: `sentencia del tribunal`, `cour de cassation`.
pub(super) fn begins_as_decision(folded: &str) -> bool {
    const BEGINNINGS: [&str; 10] = [
        "sentencia del tribunal",
        "sentencia de la corte",
        "sentencia c ",
        "cour de cassation",
        "cour d appel",
        "conseil d etat ",
        "corte di cassazione",
        "corte costituzionale sentenza",
        "supremo tribunal federal",
        "superior tribunal de justica",
    ];
    BEGINNINGS.iter().any(|start| folded.starts_with(start))
}

/// Whether a word in lower case says, in brackets behind a name, that a person made a film or broadcast.
pub(super) fn is_maker_word(lower: &str) -> bool {
    is_director_word(lower)
        || matches!(
            lower,
            "host"
                | "hosts"
                | "producer"
                | "producers"
                | "writer"
                | "writers"
                | "narrator"
                | "presenter"
        )
}

/// Whether a word in lower case says, in brackets behind a name, that a person directed a film.
pub(super) fn is_director_word(lower: &str) -> bool {
    matches!(
        lower,
        "director"
            | "directors"
            | "directora"
            | "diretor"
            | "diretora"
            | "réal"
            | "réalisateur"
            | "réalisatrice"
            | "regie"
            | "regisseur"
            | "regia"
            | "regista"
    )
}

/// Whether a container, folded, is a server of preprints and no journal.
pub(super) fn is_preprint_server(folded: &str) -> bool {
    matches!(
        folded,
        "arxiv"
            | "biorxiv"
            | "medrxiv"
            | "chemrxiv"
            | "psyarxiv"
            | "socarxiv"
            | "edarxiv"
            | "eartharxiv"
            | "lawarxiv"
            | "techrxiv"
            | "osf preprints"
            | "research square"
            | "preprints"
            | "preprints org"
            | "ssrn"
            | "ssrn electronic journal"
    )
}
