//! Editions, as printed and as a number.

use super::fold::fold;

/// The number of an edition that is nothing but a number: `2` in `2`, `2nd`, `2nd ed.`, `2. Auflage`.
///
/// Formats want the bare number, so that a style can print it in its own words. `2nd revised ed.` gives nothing: the number alone
/// would lose something.
pub fn edition_number(edition: &str) -> Option<&str> {
    let edition = edition.trim();
    let digits = edition
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(edition.len());
    let (number, rest) = edition.split_at(digits);
    let rest = fold(rest);
    let mut words = rest.split(' ').filter(|word| !word.is_empty()).peekable();
    words.next_if(|word| is_ordinal_ending(word));
    words.next_if(|word| is_edition(word));
    (!number.is_empty() && words.next().is_none()).then_some(number)
}

/// What makes a number an ordinal in the languages of Western Europe, folded.
fn is_ordinal_ending(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd" | "rd" | "th" | "e" | "eme" | "er" | "ere" | "a" | "o" | "ra" | "da" | "ta"
    )
}

/// The word for an edition, folded.
fn is_edition(word: &str) -> bool {
    matches!(
        word,
        "ed" | "edn"
            | "edition"
            | "aufl"
            | "auflage"
            | "edicion"
            | "edicao"
            | "edizione"
            | "druk"
            | "uitg"
    )
}

#[cfg(test)]
mod tests {
    use super::edition_number;

    #[test]
    fn only_a_mere_number_is_taken() {
        let cases = [
            ("2", Some("2")),
            ("2nd", Some("2")),
            ("3rd ed.", Some("3")),
            ("12. Auflage", Some("12")),
            ("2ª ed.", Some("2")),
            ("4e éd.", Some("4")),
            ("2nd revised ed.", None),
            ("Second edition", None),
            ("", None),
        ];
        for (edition, expected) in cases {
            assert_eq!(edition_number(edition), expected, "{edition}");
        }
    }
}
