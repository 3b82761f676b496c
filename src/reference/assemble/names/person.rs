//! One name: its words divided into given names, particles, family name and suffix.

use super::{
    super::{given_names::is_given_name, kind_words::is_court, name_words as known, value},
    east_asian::has_east_asian_order,
    group::{Order, Reader},
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
        let part = without_title(part);
        let is_named = |word: &Word| known::is_organisation_word(&word.printed.to_lowercase());
        let is_body = part.iter().any(is_named) || is_of_nation(part);
        if is_court(part[0].printed) || is_body && !part.iter().any(is_initials) {
            return Name::organisation(text_between(self.text, part));
        }
        if let Some((family, given)) = divide_by_capitals(part) {
            return self.person(family, given, None);
        }
        let (part, suffix) = match part {
            [rest @ .., last] if rest.len() > 1 && is_suffix(&[*last]) => (rest, Some(last)),
            _ => (part, None),
        };
        let part = without_loose_end(part);
        if self.order == Order::Unknown && has_family_first(part) || has_east_asian_order(part) {
            return self.person(&part[..1], &part[1..], suffix);
        }
        // `James Ron.` at the end of the list: behind a given name stands no abbreviated one.
        let has_given = is_given_name(&part[0].printed.to_lowercase());
        let trailing = (part.iter().rev())
            .take_while(|word| {
                is_initials(word) && !(has_given && has_lower(word)) || self.is_long_initials(word)
            })
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

    /// Initials without the full stop of the sentence: those of `Berg JPA.`, where the list uses none.
    fn without_sentence_end(&self, mut given: String) -> String {
        let last = given.rsplit([' ', '.']).nth(1).unwrap_or_default();
        // `Edward W.`: beside a name in full, an initial has its full stop.
        if given.contains(char::is_lowercase) {
            return given;
        }
        let is_joined = last.chars().count() > 1 && last.chars().all(char::is_uppercase);
        if given.ends_with('.') && (is_joined || !self.stops_are_used && self.is_vancouver) {
            given.truncate(given.len() - 1);
        }
        given
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
            family: without_stop(text_between(self.text, family)),
            given: some(given).map(|given| self.without_sentence_end(given)),
            particle: some(particles),
            suffix: suffix.map(printed_suffix),
        })
    }
}

/// A suffix with the full stop of its abbreviation: `Jr.`, but `III`.
pub(super) fn printed_suffix(word: &Word) -> String {
    let is_abbreviation = word.has_stop && word.printed.ends_with('r');
    let stop = if is_abbreviation { "." } else { "" };
    format!("{}{stop}", word.printed)
}

/// The text from the first to the last word, with the full stop of an initial at its end.
pub(super) fn text_between(text: &str, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return String::new();
    };
    let keeps_stop = last.has_stop && is_initials(last);
    let end = last.end + usize::from(keeps_stop);
    let printed = value::one_line(text.get(first.start..end).unwrap_or_default());
    whole_words(printed)
}

/// A family name without the full stop of the sentence; initials that stand for one keep theirs, `Ba.` does not.
fn without_stop(mut family: String) -> String {
    const LONGEST_INITIALS: usize = 2;
    let is_long = family.trim_end_matches('.').len() > LONGEST_INITIALS;
    if family.ends_with('.') && (is_long || family.contains(char::is_lowercase)) {
        family.truncate(family.len() - 1);
    }
    family
}

/// A name whose words a line end has divided, put together: `Stan- ley`.
fn whole_words(mut printed: String) -> String {
    let mut from = 0;
    while let Some(found) = printed.get(from..).and_then(|rest| rest.find("- ")) {
        let hyphen = from + found;
        if printed[hyphen + 2..].starts_with(char::is_lowercase) {
            printed.replace_range(hyphen..hyphen + 2, "");
        }
        from = hyphen + 1;
    }
    printed
}

/// Whether the words of a name stand in the order `Durand Sylvie`, `Dias João José`, as far as the given names tell.
fn has_family_first(part: Part) -> bool {
    match part {
        [family, given, rest @ ..] => {
            let is_given = |word: &Word| is_given_name(&word.printed.to_lowercase());
            is_given(given)
                && !is_given(family)
                && !is_initials(family)
                && !is_particle(family)
                && rest.iter().all(|word| is_initials(word) || is_given(word))
        }
        _ => false,
    }
}

/// Divides a name by its capitals: `DURAND Jean-Pierre`, `Jean-Pierre de DURAND`. Family name first.
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
    let particles = (part[1..start].iter().rev())
        .take_while(|word| is_particle(word))
        .count();
    capitals[start..]
        .iter()
        .all(|is_capitals| *is_capitals)
        .then(|| (&part[start - particles..], &part[..start - particles]))
}

/// Where the family name begins in a name whose given names stand first: at the last word, or at the particles before it.
///
/// Kinship keeps the word before it (`Silva Filho`), a Spanish patronymic stands first of two (`García Márquez`), and with
/// Portuguese particles so does the word behind initials (`J. A. Dias da Silva`).
fn family_start(part: Part) -> usize {
    let last = part.len() - 1;
    let is_kin = last >= 2 && known::is_kinship(&part[last].printed.to_lowercase());
    let name = last - usize::from(is_kin);
    let mut start = name;
    while start > 1 && (is_particle(&part[start - 1]) || part[start - 1].printed == "Ben") {
        start -= 1;
    }
    if start == 1 && is_particle(&part[0]) {
        return 0;
    }
    let Some(before) = start.checked_sub(1).filter(|before| *before > 0) else {
        return start;
    };
    let is_iberian = start < name
        && match part[start].printed {
            "y" => true,
            particle => {
                known::is_iberian_particle(particle) && part[..before].iter().all(is_initials)
            }
        };
    let is_patronymic = start == name && known::is_patronymic(&part[before].printed.to_lowercase());
    let is_word =
        !is_initials(&part[before]) && !is_given_name(&part[before].printed.to_lowercase());
    if is_word && (is_iberian || is_patronymic) {
        before
    } else {
        start
    }
}

/// Whether the first word says of which nation a body is: `Europäischer Rat`, `Deutscher Juristinnenbund`.
fn is_of_nation(part: Part) -> bool {
    const ENDINGS: [&str; 8] = [
        "äischer",
        "äisches",
        "äische",
        "nischer",
        "nisches",
        "nische",
        "ösischer",
        "ländischer",
    ];
    let first = part[0].printed;
    let is_nation = matches!(first, "Deutscher" | "Deutsches" | "Deutsche")
        || ENDINGS.iter().any(|ending| first.ends_with(ending));
    is_nation && part.len() > 1
}

/// A name without an academic title before it.
fn without_title<'w, 'a>(part: Part<'w, 'a>) -> Part<'w, 'a> {
    match part {
        [title, rest @ ..]
            if rest.len() > 1 && title.has_stop && matches!(title.printed, "Dr" | "Prof") =>
        {
            without_title(rest)
        }
        _ => part,
    }
}

/// A name without small words behind it, which cannot be a family name: `Richard Rosellen zur`.
fn without_loose_end<'w, 'a>(part: Part<'w, 'a>) -> Part<'w, 'a> {
    match part {
        [rest @ .., before, last]
            if !rest.is_empty()
                && !has_capital(last)
                && known::is_particle(last.printed)
                && !is_initials(before) =>
        {
            without_loose_end(&part[..part.len() - 1])
        }
        _ => part,
    }
}
