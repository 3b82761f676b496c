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
        "&" => matches!(next, "al" | "others"),
        "y" => matches!(next, "otros" | "otras" | "cols" | "col" | "colaboradores"),
        "e" if matches!(next, "outros" | "altri" | "cols" | "col" | "colaboradores") => true,
        "i" => next == "in",
        "e" | "m" if matches!(next, "a" | "fl") => true,
        "и" => matches!(next, "др" | "другие"),
        "ve" => next == "ark",
        "others" | "coworkers" | "ua" | "mitarb" | "alii" | "andere" | "autres" => true,
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
        "Jr" | "Sr" | "jr" | "II" | "III" | "IV" | "JR" | "SR" | "Jnr" | "2nd" | "3rd"
    )
}

/// Whether a word in lower case says kinship and belongs to the family name before it (ABNT NBR 6023): `Silva Filho`.
pub(super) fn is_kinship(lower: &str) -> bool {
    matches!(lower, "filho" | "neto" | "netto" | "júnior" | "sobrinho")
}

/// Whether a word in lower case says what the people beside it did; those that only lists of names have.
pub(super) fn is_role(lower: &str) -> bool {
    matches!(
        lower,
        "organizador"
            | "organizadora"
            | "organizadores"
            | "organizadoras"
            | "coordinador"
            | "coordinadora"
            | "coordinadores"
            | "coordenador"
            | "coordenadora"
            | "coordenadores"
            | "compilador"
            | "compiladores"
            | "comp"
            | "comps"
            | "begr"
            | "bearb"
            | "éditeurs"
            | "directeur"
            | "prof"
            | "übers"
            | "trad"
            | "hsg"
            | "ebd"
            | "ebenda"
    )
}

/// Whether a word in lower case is one that newspapers and news magazines have in their names and people have not.
pub(super) fn is_newspaper_word(lower: &str) -> bool {
    const ENDINGS: [&str; 4] = ["zeitung", "anzeiger", "nachrichten", "tageblatt"];
    matches!(
        lower,
        "spiegel"
            | "zeit"
            | "rundschau"
            | "morgenpost"
            | "tagesspiegel"
            | "faz"
            | "taz"
            | "welt"
            | "times"
            | "guardian"
            | "post"
            | "monde"
            | "figaro"
            | "libération"
            | "país"
            | "nación"
            | "folha"
            | "globo"
            | "corriere"
            | "repubblica"
            | "herald"
            | "tribune"
            | "observer"
    ) || ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a word in lower case begins a phrase that says how the people behind it took part: `tradução de`, `publié par`.
pub(super) fn is_part_phrase(lower: &str) -> bool {
    matches!(
        lower,
        "tradução"
            | "traducción"
            | "traduction"
            | "traduzione"
            | "translation"
            | "trad"
            | "traduit"
            | "traducido"
            | "traduzido"
            | "übersetzt"
            | "übersetzung"
            | "edição"
            | "edición"
            | "édition"
            | "edizione"
            | "organização"
            | "coordinación"
            | "coordenação"
            | "direction"
            | "publié"
            | "publiée"
            | "publiés"
            | "édité"
            | "editado"
            | "herausgegeben"
            | "hrsg"
            | "edited"
            | "ed"
            | "translated"
            | "direção"
            | "dirección"
            | "compilación"
    )
}

/// Whether a word links such a phrase to a name.
pub(super) fn is_link(word: &str) -> bool {
    matches!(
        word,
        "de" | "du" | "di" | "da" | "do" | "por" | "par" | "von" | "v" | "by" | "the" | "pour"
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
            | "i"
            | "d"
            | "abu"
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

/// Whether a word is a particle that joins Portuguese or Spanish family names.
pub(super) fn is_iberian_particle(word: &str) -> bool {
    matches!(word, "da" | "do" | "dos" | "das" | "del" | "e")
}

/// Whether a word in lower case is a Spanish family name by its form, as the first of two is most often.
pub(super) fn is_patronymic(lower: &str) -> bool {
    const SHORTEST: usize = 5;
    (lower.ends_with("ez") && lower.chars().count() >= SHORTEST)
        || matches!(
            lower,
            "garcía" | "garcia" | "díaz" | "ruiz" | "ortiz" | "muñoz" | "sáenz" | "sanz"
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
            | "protocol"
            | "portal"
            | "sistema"
            | "escola"
            | "nacional"
            | "corporation"
            | "parliament"
            | "museum"
            | "library"
            | "biblioteca"
            | "statistical"
            | "college"
            | "hospital"
            | "laboratory"
            | "federation"
            | "authority"
    ) || is_organisation_compound(lower)
}

/// Whether a word in lower case is a German compound for an organisation: `landesarbeitsamt`, `bundesverband`.
fn is_organisation_compound(lower: &str) -> bool {
    const SHORTEST: usize = 8;
    const ENDINGS: [&str; 10] = [
        "ministerium",
        "amt",
        "verband",
        "kommission",
        "gesellschaft",
        "anstalt",
        "stiftung",
        "landkreistag",
        "städtetag",
        "bundestag",
    ];
    lower.len() >= SHORTEST && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a word in lower case says what an organisation is for when it stands behind its kind: `Ministry of`, `Institut für`.
pub(super) fn is_of(lower: &str) -> bool {
    matches!(
        lower,
        "of" | "for"
            | "on"
            | "für"
            | "de"
            | "da"
            | "do"
            | "des"
            | "der"
            | "du"
            | "per"
            | "pour"
            | "para"
            | "di"
            | "del"
            | "dos"
            | "das"
    )
}
