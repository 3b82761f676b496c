//! Closed classes of words in lists of names, by language.

/// Whether a word in lower case joins two names: English, German, French, Spanish, Portuguese, Italian, Russian.
pub(super) fn is_and(lower: &str) -> bool {
    matches!(
        lower,
        "and" | "und" | "&" | "et" | "и" | "y" | "e" | "i" | "och" | "og" | "en"
    )
}

/// Whether a word and the one after it, as printed, say that there are more names: `et al.`, `u. a.`, `and others`.
pub(super) fn is_et_al(word: &str, next: &str) -> bool {
    match word {
        "et" | "Et" | "ET" => matches!(
            next,
            "al" | "Al" | "AL" | "alii" | "als" | "coll" | "collab"
        ),
        "u" => next == "a",
        "y" => matches!(next, "otros" | "cols" | "col"),
        "e" => matches!(next, "outros" | "altri"),
        "others" | "coworkers" | "ua" | "mitarb" => true,
        _ => false,
    }
}

/// Whether a word in lower case leads to a reference in a note: `see also`, `vgl.`
pub(super) fn is_lead(lower: &str) -> bool {
    matches!(
        lower,
        "see" | "also" | "cf" | "vgl" | "siehe" | "voir" | "cfr" | "auch" | "véase"
    )
}

/// Whether a word is a suffix of a name.
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Sr"
            | "jr"
            | "II"
            | "III"
            | "IV"
            | "JR"
            | "SR"
            | "Jnr"
            | "Filho"
            | "Neto"
            | "2nd"
            | "3rd"
    )
}

/// Whether a word in lower case is a particle of a family name.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "van"
            | "von"
            | "vom"
            | "vor"
            | "de"
            | "der"
            | "den"
            | "di"
            | "da"
            | "del"
            | "della"
            | "dello"
            | "degli"
            | "du"
            | "des"
            | "la"
            | "le"
            | "las"
            | "los"
            | "ten"
            | "ter"
            | "te"
            | "zu"
            | "zum"
            | "zur"
            | "af"
            | "av"
            | "al"
            | "bin"
            | "ibn"
            | "dos"
            | "das"
            | "do"
            | "el"
            | "e"
            | "y"
            | "d"
    )
}

/// Whether a particle in lower case is an article, which without a preposition before it is written with a capital: `Le Pen`.
pub(super) fn is_article(lower: &str) -> bool {
    matches!(lower, "la" | "le" | "las" | "los" | "du" | "el" | "al")
}

/// Whether a word is a German or Dutch particle, which belongs to the family name wherever it stands.
pub(super) fn is_germanic_particle(word: &str) -> bool {
    matches!(
        word,
        "van" | "von" | "vom" | "der" | "den" | "ten" | "ter" | "te" | "zu" | "zum" | "zur"
    )
}

/// Whether a word in lower case is one that names of organisations use and names of people do not.
pub(super) fn is_organisation_word(lower: &str) -> bool {
    matches!(
        lower,
        "university"
            | "committee"
            | "organization"
            | "organisation"
            | "ministry"
            | "institute"
            | "council"
            | "commission"
            | "association"
            | "department"
            | "collaboration"
            | "group"
            | "national"
            | "ministério"
            | "ministerio"
            | "ministère"
            | "ministerium"
            | "instituto"
            | "bundesamt"
            | "bundesministerium"
            | "agency"
            | "agence"
            | "agencia"
            | "union"
            | "centre"
            | "center"
            | "centro"
            | "office"
            | "bank"
            | "board"
            | "foundation"
            | "society"
            | "statistisches"
            | "secretaria"
            | "secretaría"
            | "universidade"
            | "universidad"
            | "universität"
            | "université"
            | "conselho"
            | "consejo"
            | "comisión"
            | "comissão"
            | "associação"
            | "asociación"
            | "team"
            | "consortium"
            | "nations"
            | "deutsche"
            | "institut"
            | "service"
            | "fundação"
            | "fundación"
            | "the"
            | "investigators"
            | "network"
            | "brasil"
            | "oecd"
            | "world"
            | "government"
            | "gobierno"
            | "federal"
            | "charter"
            | "initiative"
            | "program"
            | "programme"
            | "states"
            | "reuters"
            | "online"
            | "zeitung"
            | "news"
            | "international"
    )
}
