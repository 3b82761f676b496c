//! The words of a list of names, and what can be told of each by its letters.

use super::super::{given_names::is_given_name, name_words as known};

/// What stands before a word in a list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Divider {
    /// Nothing that divides.
    None,
    /// A comma or a bracket.
    Part,
    /// A semicolon, a slash or a conjunction.
    Group,
}

/// A word of a list of names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) printed: &'a str,
    /// Where it starts and ends, the full stop of an initial not included.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) has_stop: bool,
    pub(super) divider: Divider,
}

/// A part of a list of names between commas.
pub(super) type Part<'w, 'a> = &'w [Word<'a>];

/// Whether a word looks like initials or an abbreviated given name: `J`, `JM`, `J.-P`, `Chr.`
pub(super) fn is_initials(word: &Word) -> bool {
    const MOST_BEFORE_STOP: usize = 4;
    let length = word.printed.chars().count();
    let mut letters = word.printed.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_abbreviation = word.has_stop
        && (2..=3).contains(&length)
        && is_capital
        && letters.all(char::is_lowercase)
        && !known::is_suffix(word.printed)
        && word.printed != "St"
        && !is_short_name(word.printed);
    let is_capitals = is_capital
        && word
            .printed
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, '-' | '‐' | '‑'))
        && (length <= 3 || length <= MOST_BEFORE_STOP && word.has_stop);
    is_abbreviation || is_capitals
}

/// Whether three letters are a name in full, before the full stop of a sentence: `Lia`, `Max`, but not `Chr`.
fn is_short_name(printed: &str) -> bool {
    let ends_with_vowel = printed.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'é']);
    printed.chars().count() == 3 && (ends_with_vowel || is_given_name(&printed.to_lowercase()))
}

/// Whether a part is made of initials and particles; `stops_are_used` says that the list writes its initials with full stops.
pub(super) fn is_all_initials(part: Part, stops_are_used: bool) -> bool {
    let is_certain = |word: &Word| {
        let length = word.printed.chars().count();
        is_initials(word)
            && (length <= 2 || word.has_stop || length <= 3 && part.len() == 1 && !stops_are_used)
    };
    // `FOL S.`: initials behind a word of three letters have the full stop that it lacks.
    let is_name = matches!(part, [first, .., last]
        if first.printed.chars().count() > 2 && !first.has_stop && last.has_stop);
    part.iter().all(is_certain)
        || !is_name
            && part
                .iter()
                .enumerate()
                .all(|(idx, word)| is_initials(word) || idx > 0 && known::is_particle(word.printed))
}

/// Whether a word of a name is set in capitals, as some styles do with family names.
pub(super) fn is_capitals(word: &Word, at_end: bool) -> bool {
    let letters = word.printed.chars().filter(|c| c.is_alphabetic()).count();
    letters > if at_end { 4 } else { 2 }
        && !word.printed.chars().any(char::is_lowercase)
        && !word.has_stop
}

/// Whether a word has small letters.
pub(super) fn has_lower(word: &Word) -> bool {
    word.printed.chars().any(char::is_lowercase)
}

/// Whether a word begins with a capital.
pub(super) fn has_capital(word: &Word) -> bool {
    word.printed.starts_with(char::is_uppercase)
}

/// Whether a word is a particle of a family name; capitals do not matter, but an initial is none.
pub(super) fn is_particle(word: &Word) -> bool {
    known::is_particle(&word.printed.to_lowercase())
        && (word.printed.chars().count() > 1 || !has_capital(word))
}

/// Whether a part is a suffix.
pub(super) fn is_suffix(part: &[Word]) -> bool {
    matches!(part, [word] if known::is_suffix(word.printed))
}

/// Whether a part is a name in the style `Berg AB`.
pub(super) fn is_family_and_initials(part: Part) -> bool {
    let part = match part {
        // `Smith SC Jr`
        [rest @ .., last] if rest.len() > 1 && is_suffix(&[*last]) => rest,
        _ => part,
    };
    match part {
        [first, .., last] => is_initials(last) && !is_initials(first) && has_lower(first),
        _ => false,
    }
}
