//! Closed classes of words in lists of names, by language.

/// Whether a word in lower case joins two names: English, German, French, Spanish, Portuguese, Italian, Russian.
pub(super) fn is_and(lower: &str) -> bool {
    matches!(
        lower,
        "and" | "und" | "&" | "et" | "и" | "y" | "e" | "i" | "och" | "og" | "en"
    )
}

/// Whether a word and the one after it, in lower case, say that there are more names: `et al.`, `u. a.`, `and others`.
pub(super) fn is_et_al(lower: &str, next: &str) -> bool {
    match lower {
        "et" => matches!(next, "al" | "alii" | "als" | "coll" | "collab"),
        "u" => matches!(next, "a"),
        "y" => matches!(next, "otros" | "cols" | "col"),
        "e" => matches!(next, "outros" | "altri"),
        "others" | "coworkers" | "al" | "ua" | "u.a" | "mitarb" => true,
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
            | "states"
            | "reuters"
            | "international"
    )
}
