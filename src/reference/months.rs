//! Months and seasons by their names, in the languages of the training data.

/// The number of a month (1 to 12) or season (21 to 24, EDTF level 1) by its name in lower case, without full stop.
///
/// English, German, French, Spanish, Portuguese, Italian and Dutch, with the usual abbreviations. Where two languages use one
/// name, they mean the same month.
pub(crate) fn month_number(name: &str) -> Option<u8> {
    Some(match name {
        "january" | "jan" | "januar" | "jänner" | "janvier" | "janv" | "enero" | "ene"
        | "janeiro" | "gennaio" | "genn" | "gen" | "januari" => 1,
        "february" | "feb" | "febr" | "februar" | "février" | "fevrier" | "févr" | "fév"
        | "febrero" | "fevereiro" | "fev" | "febbraio" | "febbr" | "februari" => 2,
        "march" | "mar" | "märz" | "mrz" | "mars" | "marzo" | "março" | "marco" | "maart" => 3,
        "april" | "apr" | "avril" | "avr" | "abril" | "abr" | "aprile" => 4,
        "may" | "mai" | "mayo" | "maio" | "maggio" | "magg" | "mei" => 5,
        "june" | "jun" | "juni" | "juin" | "junio" | "junho" | "giugno" | "giu" => 6,
        "july" | "jul" | "juli" | "juillet" | "juil" | "julio" | "julho" | "luglio" | "lug" => 7,
        "august" | "aug" | "août" | "aout" | "agosto" | "ago" | "augustus" => 8,
        "september" | "sep" | "sept" | "septembre" | "septiembre" | "setiembre" | "setembro"
        | "set" | "settembre" | "sett" => 9,
        "october" | "oct" | "oktober" | "okt" | "octobre" | "octubre" | "outubro" | "out"
        | "ottobre" | "ott" => 10,
        "november" | "nov" | "novembre" | "noviembre" | "novembro" => 11,
        "december" | "dec" | "dezember" | "dez" | "décembre" | "decembre" | "déc" | "diciembre"
        | "dic" | "dezembro" | "dicembre" => 12,
        "spring" | "frühjahr" | "frühling" | "printemps" | "primavera" | "lente" => 21,
        "summer" | "sommer" | "été" | "verano" | "verão" | "estate" | "zomer" => 22,
        "autumn" | "fall" | "herbst" | "automne" | "otoño" | "outono" | "autunno" | "herfst" => 23,
        "winter" | "hiver" | "invierno" | "inverno" => 24,
        _ => return None,
    })
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
