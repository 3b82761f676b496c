//! Months and seasons by their names, in the languages of the training data.

use super::label::{hash::hash_bytes, word_table::WordTable};

/// The names in lower case, without full stop, by number.
///
/// English, German, French, Spanish, Portuguese, Italian and Dutch, with the usual abbreviations. Where two languages use one
/// name, they mean the same month.
#[rustfmt::skip]
const NAMES: &[(u8, &[&str])] = &[
    (1, &[
        "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "janeiro",
        "gennaio", "genn", "gen", "januari",
    ]),
    (2, &[
        "february", "feb", "febr", "februar", "février", "fevrier", "févr", "fév", "febrero",
        "fevereiro", "fev", "febbraio", "febbr", "februari",
    ]),
    (3, &[
        "march", "mar", "märz", "mrz", "mars", "marzo", "março", "marco", "maart",
    ]),
    (4, &[
        "april", "apr", "avril", "avr", "abril", "abr", "aprile",
    ]),
    (5, &[
        "may", "mai", "mayo", "maio", "maggio", "magg", "mei",
    ]),
    (6, &[
        "june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu",
    ]),
    (7, &[
        "july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug",
    ]),
    (8, &[
        "august", "aug", "août", "aout", "agosto", "ago", "augustus",
    ]),
    (9, &[
        "september", "sep", "sept", "septembre", "septiembre", "setiembre", "setembro", "set",
        "settembre", "sett",
    ]),
    (10, &[
        "october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott",
    ]),
    (11, &[
        "november", "nov", "novembre", "noviembre", "novembro",
    ]),
    (12, &[
        "december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic",
        "dezembro", "dicembre",
    ]),
    (21, &[
        "spring", "frühjahr", "frühling", "printemps", "primavera", "lente",
    ]),
    (22, &[
        "summer", "sommer", "été", "verano", "verão", "estate", "zomer",
    ]),
    (23, &[
        "autumn", "fall", "herbst", "automne", "otoño", "outono", "autunno", "herfst",
    ]),
    (24, &[
        "winter", "hiver", "invierno", "inverno",
    ]),
];

/// The numbers, by the hashes of the names.
static NUMBERS: WordTable<u8, 256> = WordTable::new(NAMES);

/// The number of a month (1 to 12) or season (21 to 24, EDTF level 1) by its name in lower case, without full stop.
pub(crate) fn month_number(name: &str) -> Option<u8> {
    number_by_hash(hash_bytes(name.as_bytes()))
}

/// The number of a month or season by the hash of its name.
pub(crate) fn number_by_hash(hash: u64) -> Option<u8> {
    NUMBERS.get(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_numbers() {
        for (name, number) in [
            ("january", Some(1)),
            ("märz", Some(3)),
            ("août", Some(8)),
            ("settembre", Some(9)),
            ("fall", Some(23)),
            ("monday", None),
        ] {
            assert_eq!(month_number(name), number, "{name}");
        }
    }
}
