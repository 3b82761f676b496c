//! Words that introduce or join the values of a reference and say nothing of the work, in the languages of the lists.

/// In lower case and in the order of their bytes.
#[rustfmt::skip]
const CONNECTIVES: &[&str] = &[
    "abgerufen", "accessed", "acesso", "al", "am", "and", "at", "aufl", "auflage", "aus", "available", "band", "bd", "bde", "by",
    "chap", "cité", "consultado", "consulté", "cura", "dans", "del", "dir", "disponibile", "disponible", "disponível", "doi", "dx",
    "e", "ed", "edición", "editado", "edited", "edition", "editor", "editors", "edizione", "edição", "edn", "eds", "em", "en", "et", "from",
    "heft", "herausgegeben", "hg", "hgg", "hrsg", "http", "https", "il", "in", "iss", "issue", "jahrgang", "jg", "le", "n", "no", "nos",
    "nr", "num", "number", "numéro", "núm", "número", "on", "org", "orgs", "original", "p", "page", "pages", "pp", "published", "pág",
    "págs", "recuperado",
    "retrieved", "s", "seiten", "tome", "tomo", "trad", "trans", "translated", "translator", "translators", "und", "url",
    "verfügbar", "vol", "vols", "volume", "volumes", "work", "y", "zugegriffen", "à", "éd", "éditeur", "édition", "éds", "übers",
];

/// Whether a word, in lower case, is one of them.
pub(super) fn is_connective(word: &str) -> bool {
    CONNECTIVES.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(CONNECTIVES.is_sorted());
        assert!(is_connective("eds"));
        assert!(!is_connective("war"));
    }
}
