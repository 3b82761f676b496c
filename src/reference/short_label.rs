//! Labels that a list prints before its references: `[Bosch 2005] Bosch, A. …`, `Galletti 2020 Galletti, M., …`.

use super::list::{Marker, marker};

/// Divides the text of a reference into its label, empty where it has none, and what follows.
///
/// A label without brackets is a name and a year, and the reference then opens with the same name or with the words that the
/// name abbreviates: `FAO 2018 Food and Agriculture Organization`.
pub(super) fn split_label(text: &str) -> (&str, &str) {
    let (mark, length) = marker(text);
    let length = match mark {
        Marker::Label => length,
        _ => bare_label(text).unwrap_or(0),
    };
    text.split_at(length)
}

/// The longest label without brackets, in words: `World Health Organization 2018`.
const LONGEST: usize = 12;

/// The length of a label without brackets with the space behind it.
fn bare_label(text: &str) -> Option<usize> {
    let mut word_start = 0;
    let mut words = text.match_indices(' ').take(LONGEST);
    let year_end = words.find_map(|(space, _)| {
        let word = &text[std::mem::replace(&mut word_start, space + 1)..space];
        is_year(word).then_some(space)
    })?;
    let label = &text[..year_end];
    let rest = text[year_end..].trim_start();
    let first = label.split(' ').next().unwrap_or_default();
    let repeats = rest
        .strip_prefix(first)
        .is_some_and(|behind| behind.starts_with([',', ' ']));
    (label.split(' ').count() > 1 && (repeats || abbreviates(first, rest)))
        .then(|| text.len() - rest.len())
}

/// Whether a word is a year with an optional letter and no other sign.
fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 5
}

/// Whether the capitals that begin the words of a text spell the abbreviation.
fn abbreviates(abbreviation: &str, text: &str) -> bool {
    let mut initials = text
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|initial| initial.is_uppercase());
    abbreviation.len() >= 2
        && abbreviation
            .chars()
            .all(|letter| letter.is_uppercase() && initials.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_authors() {
        let cases = [
            ("[Bosch 2005] Bosch, A. Title.", "[Bosch 2005] "),
            ("Galletti 2020 Galletti, M.: Title.", "Galletti 2020 "),
            (
                "Anthony et al. 2005a Anthony, D.: Title.",
                "Anthony et al. 2005a ",
            ),
            (
                "FAO 2018 Food and Agriculture Organization: Title.",
                "FAO 2018 ",
            ),
            ("R Core Team 2017 R: a language", ""),
            ("Smith, J. 2010 A title.", ""),
            ("[3] Smith, J. 2010.", ""),
            ("", ""),
        ];
        for (text, label) in cases {
            assert_eq!(split_label(text), (label, &text[label.len()..]), "{text}");
        }
    }
}
