//! What the letters of one word say.

use unicode_normalization::char::is_combining_mark;

use crate::work::fold;

/// Whether a word is written as names are: a capital, a letter without case, or a capital behind a short particle (`d’Errico`).
pub(in crate::citation) fn starts_with_capital(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    if first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase()) {
        return true;
    }
    let joint = word.find(['\'', '’', '-', '‐', '‘']);
    joint.is_some_and(|at| at <= 4 && word[at..].chars().nth(1).is_some_and(char::is_uppercase))
}

/// Whether the word is one to three capital letters, or `Ch`, `Th`, `Yu`.
pub(super) fn is_initial(word: &str) -> bool {
    let n_letters = word.chars().count();
    let capitals = word.chars().all(char::is_uppercase);
    (n_letters <= 3 && capitals) || (n_letters == 2 && starts_with_capital(word))
}

/// Whether the word is an initial of two letters: `Ch`, `Yu`; two capitals are an abbreviation.
pub(super) fn is_short_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.next().is_none()
}

/// Whether a word can be a given name: not `DM-architecture` or `mRNA`.
pub(super) fn looks_given(word: &str) -> bool {
    word.split(['-', '‐', '’', '\'']).all(|part| {
        let mut letters = part.chars().filter(|c| !is_combining_mark(*c));
        letters.next().is_none_or(char::is_uppercase)
            && (letters.clone().all(char::is_lowercase) || part.chars().count() <= 3)
    })
}

/// The bytes of `’s` at the end of a word.
pub(in crate::citation) fn possessive_length(word: &str) -> usize {
    ["'s", "’s", "ʼs", "´s", "'S", "’S"]
        .iter()
        .find(|ending| word.ends_with(**ending))
        .map_or(0, |ending| ending.len())
}

/// The bytes of an article or preposition that has lost its vowel before a name: `L'ISTAT`, `dell’OMS`.
///
/// `D'Angelo` and `L'Écuyer` have one as well; the list tells whether it belongs to the name.
pub(in crate::citation) fn elision_length(word: &str) -> usize {
    let Some((article, name)) = word.split_once(['\'', '’', '‘']) else {
        return 0;
    };
    let is_article = matches!(
        article,
        "l" | "L"
            | "d"
            | "D"
            | "qu"
            | "Qu"
            | "dell"
            | "Dell"
            | "all"
            | "All"
            | "nell"
            | "Nell"
            | "sull"
            | "dall"
            | "Dall"
    );
    if is_article && name.starts_with(char::is_uppercase) {
        word.len() - name.len()
    } else {
        0
    }
}

/// A name without line ends: a hyphen at the end of a line vanishes, other white space becomes one blank.
pub(in crate::citation) fn single_line(text: &str) -> String {
    if !text.contains(['\n', '\r', '\u{ad}']) {
        return fold::single_spaced(text).into_owned();
    }
    let unbroken = text.replace('\r', "").replace("-\n", "").replace("‐\n", "");
    fold::single_spaced(&unbroken).into_owned()
}
