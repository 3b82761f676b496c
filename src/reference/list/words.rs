//! Words that tell names, places and sentences apart, by language.

/// Particles of family names, in small letters, sorted.
///
/// From the lists of the languages that write them apart: Dutch, German, French, Italian, Portuguese, Spanish, Arabic, Nordic.
#[rustfmt::skip]
const PARTICLES: [&str; 40] = [
    "af", "al", "av", "bin", "da", "dal", "dalla", "das", "de", "degli", "dei", "del", "della",
    "den", "der", "des", "di", "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le",
    "li", "los", "op", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur", "’t",
];

/// Whether a word is a particle of family names.
pub(in crate::reference) fn is_particle(word: &str) -> bool {
    PARTICLES.binary_search(&word).is_ok()
}

/// Words that join names or stand inside them and those of organisations, sorted.
#[rustfmt::skip]
const CONNECTORS: [&str; 22] = [
    "&", "and", "at", "d", "de", "der", "des", "du", "e", "et", "for", "für", "i", "in", "o",
    "och", "of", "og", "on", "the", "und", "y",
];

/// Whether a word joins names or stands inside the names of organisations.
pub(super) fn is_connector(word: &str) -> bool {
    CONNECTORS.binary_search(&word).is_ok()
}

/// Whether a text is what stands where the year should, with no more than a full stop and a letter behind it: `n.d.-a`.
pub(super) fn is_year_word(text: &str) -> bool {
    YEAR_WORDS.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.len() <= ".-a".len())
    })
}

/// Abbreviations with a full stop that call for more behind them, sorted; initials are none of them.
#[rustfmt::skip]
const ABBREVIATIONS: [&str; 46] = [
    "Aufl", "Bd", "Bde", "Cf", "Dept", "Dr", "Ed", "Eds", "Fasc", "H", "Hg", "Hrsg", "In",
    "Int", "J", "Jg", "Jr", "No", "Nr", "Orgs", "Pt", "Ser", "St", "Trad", "Trans", "Univ",
    "Vol", "approx", "art", "bzw", "ca", "cap", "cf", "coll", "ed", "eds", "fasc", "hg", "hrsg",
    "no", "nr", "núm", "pp", "trad", "trans", "vol",
];

/// Whether a word is an abbreviation, without its full stop, that calls for more behind it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.binary_search(&word).is_ok()
}

/// What stands where the year should: no date, in press, forthcoming; in the six languages of the headings.
#[rustfmt::skip]
const YEAR_WORDS: [&str; 16] = [
    "[s.d", "en prensa", "forthcoming", "im Druck", "in press", "in stampa", "n. d.", "n.d",
    "no prelo", "o. J.", "o.J.", "s. d.", "s. f.", "s.d.", "s.f.", "sous presse",
];

/// Whether a text holds what stands where the year should.
pub(super) fn has_year_word(text: &str) -> bool {
    YEAR_WORDS.iter().any(|word| text.contains(word))
}

/// Words with a capital that open a sentence or a part of a reference and are no family names, sorted.
#[rustfmt::skip]
const NOT_NAMES: [&str; 47] = [
    "A", "An", "And", "At", "Available", "By", "Dans", "Das", "Der", "Die", "Disponible",
    "Disponível", "Ed", "Eds", "Ein", "Eine", "El", "Em", "En", "For", "From", "Für", "IN",
    "Im", "In", "Journal", "La", "Las", "Le", "Les", "Lo", "Los", "No", "O", "Of", "On", "Os",
    "Proc", "Proceedings", "Retrieved", "The", "Un", "Una", "University", "Vol", "Von", "Zur",
];

/// Whether a word with a capital is no family name.
pub(super) fn is_no_name(word: &str) -> bool {
    NOT_NAMES.binary_search(&word).is_ok()
}

/// Two letters that stand behind places in references (states of the USA, countries), sorted; names rarely have them.
#[rustfmt::skip]
const STATES: [&str; 52] = [
    "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN",
    "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH",
    "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UK", "USA",
    "UT", "VA", "VT", "WA", "WI", "WV", "WY",
];

/// Whether a word is the abbreviation of a state behind the name of a place.
pub(super) fn is_state(word: &str) -> bool {
    STATES.binary_search(&word).is_ok()
}

/// Small words of sentences, sorted: finite verbs and pronouns that titles and imprints seldom have; six languages.
#[rustfmt::skip]
const SENTENCE_WORDS: [&str; 122] = [
    "aber", "also", "am", "anche", "are", "auch", "aussi", "been", "but", "can", "ces", "cette",
    "che", "como", "could", "dass", "daß", "did", "diese", "dieser", "dieses", "does", "eine",
    "elle", "era", "erano", "es", "essa", "esse", "est", "esta", "estas", "este", "estos",
    "está", "foi", "foram", "fue", "fueron", "ha", "haben", "had", "han", "hanno", "has", "hat",
    "have", "hay", "he", "however", "há", "il", "is", "ist", "isto", "it", "its", "kann", "lo",
    "mais", "mas", "may", "might", "más", "ne", "nicht", "non", "nos", "not", "nous", "nur",
    "não", "ont", "our", "pas", "pero", "peut", "pode", "può", "que", "questa", "questo", "qui",
    "se", "ser", "she", "should", "sich", "sie", "sind", "son", "sono", "sont", "such", "são",
    "también", "também", "that", "their", "these", "they", "this", "those", "thus", "uma",
    "war", "waren", "was", "we", "werden", "were", "which", "who", "will", "wir", "wird",
    "would", "wurde", "wurden", "è", "était", "été",
];

/// Whether a word belongs to sentences rather than to titles and imprints.
pub(super) fn is_sentence_word(word: &str) -> bool {
    SENTENCE_WORDS.binary_search(&word).is_ok()
}

/// Words that open the part of a reference that says where it was read.
#[rustfmt::skip]
const ACCESS_WORDS: [&str; 28] = [
    "Abgerufen", "Acceso", "Access", "Accessed", "Accesso", "Acesso", "Available", "Cited",
    "Consultado", "Consulted", "Consulté", "Disponibile", "Disponible", "Disponível", "Last",
    "Letzter", "Online", "Recuperado", "Retrieved", "URL", "Verfügbar", "Zugriff", "accessed",
    "available", "cited", "consulté", "retrieved", "zuletzt",
];

/// Whether a word opens the part of a reference that says where and when it was read.
pub(super) fn is_access_word(word: &str) -> bool {
    ACCESS_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted() {
        assert!(PARTICLES.is_sorted());
        assert!(SENTENCE_WORDS.is_sorted() && ACCESS_WORDS.is_sorted());
        assert!(NOT_NAMES.is_sorted() && STATES.is_sorted());
        assert!(ABBREVIATIONS.is_sorted());
        assert!(CONNECTORS.is_sorted());
        assert!(is_particle("van") && !is_particle("Van"));
    }
}
