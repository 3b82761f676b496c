//! Family names that a style sets in capitals, in the letters in which they are cited: `BANDEIRA` as `Bandeira`.

use super::{
    given_names::is_given_name,
    name_words::{is_article, is_particle},
};
use crate::work::{Contributors, Name, Person};

/// The names with those that are set in capitals in the usual letters.
pub(super) fn undressed(printed: &Contributors) -> Contributors {
    let mut contributors = printed.clone();
    for name in &mut contributors.names {
        if let Name::Person(person) = name
            && is_dress(person)
        {
            let (particles, family) = usual_letters(&person.family);
            person.family = family;
            person.particle = particles.or(person.particle.take());
        }
    }
    contributors
}

/// Whether capitals are only the dress of a family name: it is no acronym, and a given name or initials stand beside it.
fn is_dress(person: &Person) -> bool {
    /// Acronyms of organisations have seldom more letters.
    const LONGEST_ACRONYM: usize = 4;
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let longest = person.family.split(' ').map(letters).max();
    let given = person.given.as_deref().unwrap_or_default();
    let mut given_words = given.split([' ', '.']).filter(|word| !word.is_empty());
    let is_known = |word: &str| is_given_name(&word.to_lowercase());
    let is_initials = |word: &str| letters(word) <= 2 && is_in_capitals(word);
    let is_beside_given_name = match longest.unwrap_or_default() {
        0..=2 => given_words.any(is_known),
        3..=LONGEST_ACRONYM => given_words.any(|word| is_initials(word) || is_known(word)),
        _ => !given.is_empty(),
    };
    is_beside_given_name && is_in_capitals(&person.family)
}

/// Whether the letters of a text are capitals all; scripts without capitals have none.
fn is_in_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// Parts a family name in capitals into its particles and the rest, both in the usual letters.
///
/// An article alone is part of the name: `LE PEN` is `Le Pen`, but `DE LA CRUZ` is `de la` and `Cruz`.
fn usual_letters(family: &str) -> (Option<String>, String) {
    let words: Vec<String> = family.split(' ').map(str::to_lowercase).collect();
    let most = words.len() - 1;
    let leading = words[..most].iter().take_while(|word| is_particle(word));
    let n_particles = match leading.count() {
        1 if is_article(&words[0]) => 0,
        count => count,
    };
    let (particles, rest) = words.split_at(n_particles);
    let rest: Vec<String> = rest
        .iter()
        .enumerate()
        .map(|(idx, word)| match idx {
            1.. if is_particle(word) => word.clone(),
            _ => capitalised(word),
        })
        .collect();
    let particles = Some(particles.join(" ")).filter(|particles| !particles.is_empty());
    (particles, rest.join(" "))
}

/// A word in lower case with its first letter a capital, and those behind a hyphen, behind `O’` and `D’`, and behind `Mc`.
fn capitalised(lower: &str) -> String {
    const MC: usize = 2;
    let mut output = String::with_capacity(lower.len());
    let is_mc = lower.starts_with("mc") && lower.len() > MC + 1;
    let mut is_start = true;
    for (idx, c) in lower.char_indices() {
        if is_start || (is_mc && idx == MC) {
            output.extend(c.to_uppercase());
        } else {
            output.push(c);
        }
        let is_elided = matches!(c, '\'' | '’') && idx == 1;
        is_start = is_elided || matches!(c, '-' | '‐' | '‑');
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_a_dress() {
        let cases = [
            ("BANDEIRA", "Luiz Alberto", "Bandeira"),
            ("DE LA CRUZ", "J.", "de la Cruz"),
            ("DiCaprio", "L.", "DiCaprio"),
            ("UNDP", "", "UNDP"),
            ("IBGE", "Roma", "IBGE"),
            ("NG", "A.", "NG"),
            ("山田", "太郎", "山田"),
        ];
        for (family, given, cited) in cases {
            let printed = Contributors::new(vec![Name::person(family, given)]);
            assert_eq!(undressed(&printed).names[0].cited(), cited, "{family}");
        }
    }

    #[test]
    fn capitals_are_told_from_other_letters() {
        for (text, expected) in [
            ("BERG", true),
            ("GARCÍA-LÓPEZ", true),
            ("DiCaprio", false),
            ("李", false),
            ("", false),
        ] {
            assert_eq!(is_in_capitals(text), expected, "{text}");
        }
    }

    #[test]
    fn names_in_their_usual_letters() {
        let check = |family: &str, expected: (&str, &str)| {
            let (particles, rest) = usual_letters(family);
            let particles = particles.unwrap_or_default();
            assert_eq!((particles.as_str(), rest.as_str()), expected, "{family}");
        };
        check("BANDEIRA", ("", "Bandeira"));
        check("ÖZTÜRK-BERG", ("", "Öztürk-Berg"));
        check("DE LA CRUZ", ("de la", "Cruz"));
        check("VAN DER BERG", ("van der", "Berg"));
        check("LE PEN", ("", "Le Pen"));
        check("GARCÍA Y ROBLES", ("", "García y Robles"));
        check("O’NEILL", ("", "O’Neill"));
        check("MCDONALD", ("", "McDonald"));
        check("DE", ("", "De"));
    }
}
