//! The forms of a listed name under which it is cited: abbreviations, parts of family names, initials.

use super::words::is_inner_word;
use crate::work::{Name, Person, fold};

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

/// The first letters of a person's given names.
pub(super) struct Initials {
    /// That of the first, and initials that were read as part of the family name: `Glaser B`, `H. L.`.
    pub(super) first: Vec<char>,
    /// Those of the others.
    pub(super) middle: Vec<char>,
}

impl Initials {
    /// Reads the initials of a person.
    pub(super) fn of(person: &Person) -> Self {
        let given = person.given.as_deref().map(fold::fold).unwrap_or_default();
        let family = fold::fold(&person.family);
        let within_family = family.split(' ').filter(|word| word.chars().count() == 1);
        let first = given.split(' ').take(1).chain(within_family);
        Self {
            first: first.filter_map(|word| word.chars().next()).collect(),
            middle: given
                .split(' ')
                .skip(1)
                .filter_map(|word| word.chars().next())
                .collect(),
        }
    }
}

/// Whether a given name is more than initials, so that it may be a middle name under which somebody is known.
pub fn is_written_out(given: &str) -> bool {
    given.chars().filter(|c| c.is_lowercase()).count() > 1
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

/// The cited form of a name; where only a particle was read as the family name, with the word behind it: `de`, `Andréa MM`,
/// `De`, `Luca M.`
pub fn with_whole_family(name: &Name) -> String {
    let cited = name.cited();
    // `Lind, Anna e HILL, Bo`: the connector is no particle.
    if let Some((connector, rest)) = cited.split_once(' ')
        && matches!(connector, "e" | "y" | "et" | "und" | "and")
    {
        return rest.to_owned();
    }
    let behind = match name {
        Name::Person(person) if is_particle_alone(&cited) || is_cut(person) => {
            person.given.as_deref()
        }
        _ => None,
    };
    let word = behind.and_then(|given| given.split(' ').next());
    match word.filter(|word| word.chars().filter(|c| c.is_lowercase()).count() > 1) {
        Some(word) => format!("{cited} {word}"),
        None => cited,
    }
}

/// Whether the family name was cut behind its particle: `De`, `Luca M.`; `Du`, `Hongyang` is whole.
fn is_cut(person: &Person) -> bool {
    let is_particle = matches!(
        person.family.as_str(),
        "Da" | "De" | "Del" | "Della" | "Di" | "Du" | "La" | "Le" | "Lo" | "Van" | "Von"
    );
    let given = person.given.as_deref().unwrap_or_default();
    let initials = given.split_once(' ').map(|(_, initials)| initials);
    let is_initials = |text: &str| !text.is_empty() && !text.contains(char::is_lowercase);
    is_particle && initials.is_some_and(is_initials)
}

/// Whether a name is nothing but a particle or a mark of generation.
pub fn is_particle_alone(name: &str) -> bool {
    matches!(
        name.trim_end_matches('.'),
        "" | "da"
            | "de"
            | "do"
            | "dos"
            | "das"
            | "e"
            | "van"
            | "von"
            | "der"
            | "jr"
            | "Jr"
            | "Sr"
            | "II"
            | "III"
            | "filho"
            | "neto"
    )
}
