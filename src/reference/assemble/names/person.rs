//! One name: its words divided into given names, particles, family name and suffix.

use super::{
    super::{given_names::is_given_name, name_words as known, value},
    group::Reader,
    word::{Part, Word, has_capital, has_lower, is_capitals, is_initials, is_particle, is_suffix},
};
use crate::work::{Name, Person};

impl Reader<'_> {
    /// A name whose family name stands first, before a comma.
    pub(super) fn inverted(&self, family: Part, given: Part, suffix: Option<Part>) -> Name {
        let (family, family_suffix) = match family {
            [rest @ .., last] if !rest.is_empty() && is_suffix(&[*last]) => (rest, Some(last)),
            _ => (family, None),
        };
        let (given, own_suffix) = match given {
            [rest @ .., last] if !rest.is_empty() && is_suffix(&[*last]) => (rest, Some(last)),
            _ => (given, None),
        };
        let suffix = suffix
            .and_then(<[Word]>::first)
            .or(own_suffix)
            .or(family_suffix);
        self.person(family, given, suffix)
    }

    /// A name without comma.
    pub(super) fn whole_name(&self, part: Part) -> Name {
        if part.len() == 1 {
            return self.person(part, &[], None);
        }
        let is_named = |word: &Word| known::is_organisation_word(&word.printed.to_lowercase());
        if part.iter().any(is_named) && !part.iter().any(is_initials) {
            return Name::organisation(text_between(self.text, part));
        }
        if let Some((family, given)) = divide_by_capitals(part) {
            return self.person(family, given, None);
        }
        let (part, suffix) = match part {
            [rest @ .., last] if rest.len() > 1 && is_suffix(&[*last]) => (rest, Some(last)),
            _ => (part, None),
        };
        if has_family_first(part) {
            return self.person(&part[..1], &part[1..], suffix);
        }
        let trailing = (part.iter().rev())
            .take_while(|word| is_initials(word) || self.is_long_initials(word))
            .count();
        if trailing > 0 && !is_initials(&part[0]) {
            let (family, given) = part.split_at((part.len() - trailing).max(1));
            return self.person(family, given, suffix);
        }
        let (given, family) = part.split_at(family_start(part));
        self.person(family, given, suffix)
    }

    /// Whether a word is initials of four or five letters, in a list that writes them together and without full stops.
    fn is_long_initials(&self, word: &Word) -> bool {
        const LONG: std::ops::RangeInclusive<usize> = 4..=5;
        self.is_vancouver
            && LONG.contains(&word.printed.chars().count())
            && word.printed.chars().all(char::is_uppercase)
    }

    /// Puts a person together; particles go to their own field.
    fn person(&self, family: Part, given: Part, suffix: Option<&Word>) -> Name {
        let is_particle = |word: &&Word| !has_capital(word) && known::is_particle(word.printed);
        let leading = family
            .iter()
            .take_while(is_particle)
            .count()
            .min(family.len() - 1);
        let (particles, family) = family.split_at(leading);
        // `Matt, P. von` is cited as `von Matt`, but `Silva, E. da` as `Silva`.
        let is_germanic = |word: &&Word| known::is_germanic_particle(word.printed);
        let trailing = given.iter().rev().take_while(is_germanic).count();
        let trailing = if trailing == given.len() { 0 } else { trailing };
        let (given, given_particles) = given.split_at(given.len() - trailing);
        let particles = if particles.is_empty() {
            given_particles
        } else {
            particles
        };
        let some =
            |words: Part| Some(text_between(self.text, words)).filter(|text| !text.is_empty());
        Name::Person(Person {
            family: text_between(self.text, family),
            given: some(given),
            particle: some(particles),
            suffix: suffix.map(|word| word.printed.to_owned()),
        })
    }
}

/// The text from the first to the last word, with the full stop of an initial at its end.
fn text_between(text: &str, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return String::new();
    };
    let keeps_stop = last.has_stop && is_initials(last);
    let end = last.end + usize::from(keeps_stop);
    value::one_line(text.get(first.start..end).unwrap_or_default())
}

/// Whether the words of a name stand in the order `Durand Sylvie`, as far as the given name tells.
fn has_family_first(part: Part) -> bool {
    match part {
        [family, given, rest @ ..] => {
            let is_given = |word: &Word| is_given_name(&word.printed.to_lowercase());
            is_given(given)
                && !is_given(family)
                && !is_initials(family)
                && rest.iter().all(is_initials)
        }
        _ => false,
    }
}

/// Divides a name by its capitals: `DURAND Jean-Pierre`, `Jean-Pierre DURAND`. Family name first.
fn divide_by_capitals<'w, 'a>(part: Part<'w, 'a>) -> Option<(Part<'w, 'a>, Part<'w, 'a>)> {
    const MOST: usize = 3;
    let last = part.len() - 1;
    let first_has_lower = has_lower(&part[0]);
    let capitals: Vec<bool> = part
        .iter()
        .enumerate()
        .map(|(idx, word)| is_capitals(word, idx == last && first_has_lower))
        .collect();
    let count = capitals.iter().filter(|is_capitals| **is_capitals).count();
    let others = part
        .iter()
        .zip(&capitals)
        .filter(|(_, is_capitals)| !**is_capitals);
    let is_mixed = (1..part.len().min(MOST + 1)).contains(&count)
        && others
            .clone()
            .any(|(word, _)| has_lower(word) || word.has_stop);
    if !is_mixed {
        return None;
    }
    if capitals[..count].iter().all(|is_capitals| *is_capitals) {
        return Some(part.split_at(count));
    }
    let start = part.len() - count;
    capitals[start..]
        .iter()
        .all(|is_capitals| *is_capitals)
        .then(|| (&part[start..], &part[..start]))
}

/// Where the family name begins in a name whose given names stand first: at the last word, or at the particles before it.
fn family_start(part: Part) -> usize {
    let mut start = part.len() - 1;
    while start > 1 && is_particle(&part[start - 1]) {
        start -= 1;
    }
    if start == 1 && is_particle(&part[0]) {
        0
    } else {
        start
    }
}
