//! The forms of a listed name under which it is cited: abbreviations, parts of family names, initials.

use super::words::is_inner_word;
use crate::work::{Person, fold};

/// An abbreviation that begins behind a bracket: two to ten letters, most of them capital, ended by `)`, `]`, `,` or `;`.
pub(super) fn abbreviation_after(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.' || c == '&'))?;
    let word = &text[..end];
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().count();
    let ended = text[end..].starts_with([')', ']', ',', ';', ' ']);
    ((2..=10).contains(&letters) && 2 * capitals > letters && ended).then_some(word)
}

/// Whether a name says that there is none, in en, es, pt, de, fr and it.
pub(super) fn is_anonymous(name: &str) -> bool {
    matches!(
        fold::fold(name).as_str(),
        "anonymous" | "anonimo" | "anonym" | "anonymus" | "anonyme" | "anon"
    )
}

/// The shorter forms of a family name that cites use.
pub(super) fn parts(person: &Person) -> Vec<String> {
    let family = fold::fold(&person.family);
    let mut parts = vec![fold::fold_spelt_out(&person.family)];
    if person.family.contains(char::is_whitespace) {
        let words: Vec<_> = person.family.split_whitespace().collect();
        parts.extend(
            words
                .iter()
                .filter(|word| !is_inner_word(word))
                .map(|word| fold::fold(word)),
        );
        // A particle that was read as part of the family name.
        let bare = words
            .iter()
            .position(|word| word.starts_with(char::is_uppercase))
            .unwrap_or(0);
        parts.push(fold::fold(&words[bare..].join(" ")));
    }
    // `Celeste Rodríguez Louro` has two family names, of which lists show one.
    if let Some((_, last)) = person
        .given
        .as_deref()
        .and_then(|given| given.rsplit_once(' '))
        && last.chars().filter(|c| c.is_lowercase()).count() > 1
    {
        parts.push(fold::fold(&format!("{last} {}", person.family)));
    }
    if person.given.is_none() && !person.family.is_ascii() && is_without_case(&person.family) {
        // Names in Chinese characters begin with the family name, mostly one character.
        parts.extend(person.family.chars().next().map(String::from));
    }
    parts.push(family.replace(' ', ""));
    parts.push(family);
    parts.retain(|part| part.len() > 1);
    parts
}

/// The first letters of a person's given names, and initials that were read as part of the family name: `Glaser B`, `H. L.`.
pub(super) fn initials_of(person: &Person) -> Vec<char> {
    let given = person.given.as_deref().map(fold::fold).unwrap_or_default();
    let family = fold::fold(&person.family);
    let within_family = family.split(' ').filter(|word| word.chars().count() == 1);
    let words = given.split(' ').take(1).chain(within_family);
    words.filter_map(|word| word.chars().next()).collect()
}

/// Whether a text is in a script without capitals, such as Chinese.
fn is_without_case(text: &str) -> bool {
    text.chars().all(|c| !c.is_lowercase() && !c.is_uppercase())
}

/// The abbreviations made of the initials of an organisation's name, with and without its small words.
pub(super) fn initials(literal: &str) -> Vec<String> {
    let words: Vec<_> = literal
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let big = words
        .iter()
        .filter(|word| !is_inner_word(&word.to_lowercase()));
    let short = |words: Vec<&&str>| -> Option<String> {
        let letters: String = words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect();
        (letters.chars().count() >= 2).then(|| fold::fold(&letters))
    };
    [short(big.collect()), short(words.iter().collect())]
        .into_iter()
        .flatten()
        .collect()
}
