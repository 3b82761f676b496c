//! Names of people from a run of words: divided, and family names told from given names.
//!
//! A run is divided into *parts* at commas and into *groups* at semicolons, slashes and conjunctions. Whether two parts are one
//! inverted name (`Berg, A.`) or two names (`A. Berg, B. Dahl`) follows from the initials.

use std::ops::Range;

use super::{
    Words, given_names::is_given_name, name_words as known, organisations::organisations, value,
};
use crate::{
    reference::label::{token::TokenKind, words as marker},
    work::{Contributors, Name, Person},
};

/// What stands before a word in a list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Divider {
    /// Nothing that divides.
    None,
    /// A comma or a bracket.
    Part,
    /// A semicolon, a slash or a conjunction.
    Group,
}

/// A word of a list of names.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    printed: &'a str,
    /// Where it starts and ends, the full stop of an initial not included.
    start: usize,
    end: usize,
    has_stop: bool,
    divider: Divider,
}

/// A part of a list of names between commas.
type Part<'w, 'a> = &'w [Word<'a>];

/// The names of a run of words.
pub(super) fn people(words: &Words, run: Range<usize>) -> Contributors {
    if (run.clone()).all(|idx| words.tokens[idx].kind == TokenKind::Dashes) {
        return Contributors::new(vec![Name::organisation(value::printed(words, run))]);
    }
    let (list, et_al) = read_words(words, run.clone());
    let parts: Vec<Part> = list
        .chunk_by(|_, next| next.divider == Divider::None)
        .collect();
    if parts.is_empty() {
        return Contributors {
            names: Vec::new(),
            et_al,
        };
    }
    let names = if is_organisation(&list, &parts) {
        organisations(words, run)
    } else {
        let reader = Reader::new(words.text, &list, &parts);
        parts
            .chunk_by(|_, next| next[0].divider != Divider::Group)
            .flat_map(|group| reader.read_group(group))
            .collect()
    };
    Contributors { names, et_al }
}

/// The words of names in a run, without conjunctions and roles, and whether `et al.` ends it.
fn read_words<'a>(words: &Words<'a>, run: Range<usize>) -> (Vec<Word<'a>>, bool) {
    let mut list: Vec<Word> = Vec::with_capacity(run.len());
    let mut divider = Divider::None;
    for idx in run.clone() {
        let lower = words.lower(idx);
        let next = if idx + 1 < run.end {
            words.printed(idx + 1)
        } else {
            ""
        };
        if idx > run.start {
            divider = divider.max(divider_in(words.gap(idx), words.printed(idx - 1)));
        }
        if known::is_et_al(words.printed(idx), next) && idx > run.start {
            return (list, true);
        }
        if joins_names(words, idx, lower) && idx > run.start {
            divider = Divider::Group;
            continue;
        }
        let is_number = list.is_empty() && words.printed(idx).bytes().all(|b| b.is_ascii_digit());
        let is_lead = idx < run.start + 2 && list.is_empty() && known::is_lead(lower);
        let is_in = idx == run.start && marker::is_in(lower) && lower != "en";
        if is_number || is_lead || is_in || marker::is_role(lower) {
            continue;
        }
        let span = words.tokens[idx].span;
        list.push(Word {
            printed: words.printed(idx),
            start: span.start,
            end: span.end,
            has_stop: words.text[span.end..].starts_with('.'),
            divider: if list.is_empty() {
                Divider::Group
            } else {
                divider
            },
        });
        divider = Divider::None;
    }
    (list, false)
}

/// Whether a word joins two names; short ones do in small letters only, for they may be initials.
fn joins_names(words: &Words, idx: usize, lower: &str) -> bool {
    let printed = words.printed(idx);
    let before_stop = words.text[words.tokens[idx].span.end..].starts_with('.');
    let is_abbreviated_und = printed == "u" && before_stop && words.printed(idx + 1) != "a";
    let is_and = known::is_and(lower) && !before_stop && (printed == lower || printed.len() > 2);
    is_and || is_abbreviated_und
}

/// What a gap says about the names at its sides; `before` is the word before it.
fn divider_in(gap: &str, before: &str) -> Divider {
    const LONGEST_INITIAL: usize = 2;
    let after_slash =
        gap.contains('/') && (!gap.starts_with('/') || before.len() > LONGEST_INITIAL);
    if gap.contains([';', '&']) || after_slash || gap.contains(" – ") || gap.contains('•') {
        Divider::Group
    } else if gap.contains([',', '(']) {
        Divider::Part
    } else {
        Divider::None
    }
}

/// Whether a list is one organisation rather than people.
fn is_organisation(list: &[Word], parts: &[Part]) -> bool {
    let n_words = list
        .iter()
        .filter(|word| known::is_organisation_word(&word.printed.to_lowercase()))
        .count();
    let has_initials = || parts.iter().any(|part| is_all_initials(part, false));
    n_words >= 1
        && (parts.len() == 1 || !has_initials())
        && (n_words * 4 >= list.len() || n_words >= 2)
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

/// Whether a word looks like initials or an abbreviated given name: `J`, `JM`, `J.-P`, `Chr.`
fn is_initials(word: &Word) -> bool {
    const MOST_BEFORE_STOP: usize = 4;
    let length = word.printed.chars().count();
    let mut letters = word.printed.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_abbreviation = word.has_stop
        && (2..=3).contains(&length)
        && is_capital
        && letters.all(char::is_lowercase)
        && !known::is_suffix(word.printed)
        && word.printed != "St";
    let is_capitals = is_capital
        && word
            .printed
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, '-' | '‐' | '‑'))
        && (length <= 3 || length <= MOST_BEFORE_STOP && word.has_stop);
    is_abbreviation || is_capitals
}

/// Whether a part is made of initials and particles; `stops_are_used` says that the list writes its initials with full stops.
fn is_all_initials(part: Part, stops_are_used: bool) -> bool {
    let is_certain = |word: &Word| {
        let length = word.printed.chars().count();
        is_initials(word)
            && (length <= 2 || word.has_stop || length <= 3 && part.len() == 1 && !stops_are_used)
    };
    part.iter().all(is_certain)
        || part
            .iter()
            .enumerate()
            .all(|(idx, word)| is_initials(word) || idx > 0 && known::is_particle(word.printed))
}

/// Whether a word of a name is set in capitals, as some styles do with family names.
fn is_capitals(word: &Word, at_end: bool) -> bool {
    let letters = word.printed.chars().filter(|c| c.is_alphabetic()).count();
    letters > if at_end { 4 } else { 2 }
        && !word.printed.chars().any(char::is_lowercase)
        && !word.has_stop
}

/// Whether a word has small letters.
fn has_lower(word: &Word) -> bool {
    word.printed.chars().any(char::is_lowercase)
}

/// Reads the groups of one list.
struct Reader<'t> {
    text: &'t str,
    /// Whether semicolons divide the names, so that commas divide family and given names.
    has_semicolons: bool,
    /// Whether initials have full stops.
    stops_are_used: bool,
    /// Whether names are written `Berg AB`.
    is_vancouver: bool,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, list: &[Word], parts: &[Part]) -> Self {
        let gaps = list
            .windows(2)
            .map(|pair| text.get(pair[0].end..pair[1].start));
        Self {
            text,
            is_vancouver: parts.iter().any(|part| is_family_and_initials(part)),
            has_semicolons: gaps.flatten().any(|gap| gap.contains(';')),
            stops_are_used: list
                .iter()
                .any(|word| word.has_stop && word.printed.chars().count() == 1),
        }
    }

    /// The names of a group.
    fn read_group(&self, group: &[Part]) -> Vec<Name> {
        let given = self.given_parts(group);
        match group {
            [family, given, rest @ ..] if self.has_semicolons && !is_vancouver(group) => {
                let suffix = rest.first().filter(|part| is_suffix(part));
                vec![self.inverted(family, given, suffix.copied())]
            }
            _ if given.contains(&true) => self.read_pairs(group, &given),
            [family, given] if is_inverted_pair(family, given) => {
                let suffix = is_suffix(given);
                if suffix {
                    self.read_each(group)
                } else {
                    vec![self.inverted(family, given, None)]
                }
            }
            [family, given, third, ..]
                if family.len() == 1
                    && given.len() <= 2
                    && third.len() >= 2
                    && !is_suffix(given) =>
            {
                let mut names = vec![self.inverted(family, given, None)];
                names.extend(self.read_each(&group[2..]));
                names
            }
            _ => self.read_each(group),
        }
    }

    /// Which parts are given names of the part before.
    fn given_parts(&self, group: &[Part]) -> Vec<bool> {
        let ends_with_stop = |part: Part| part.last().is_some_and(|word| word.has_stop);
        let mut given: Vec<bool> = group
            .iter()
            .map(|part| is_all_initials(part, self.stops_are_used))
            .collect();
        for idx in 0..group.len() {
            let follows_given = idx == 0 && group.len() > 1 || idx > 0 && given[idx - 1];
            if given[idx] && follows_given && !ends_with_stop(group[idx]) {
                given[idx] = false;
            }
        }
        given
    }

    /// Names of a group in which some parts are initials: `Berg, A., Dahl, B.`, `A. Berg, B. Dahl`.
    fn read_pairs(&self, group: &[Part], given: &[bool]) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        let mut idx = 0;
        while idx < group.len() {
            let is_pair = !given[idx] && given.get(idx + 1) == Some(&true);
            if is_pair {
                let suffix = group.get(idx + 2).filter(|part| is_suffix(part));
                names.push(self.inverted(group[idx], group[idx + 1], suffix.copied()));
                idx += 2 + usize::from(suffix.is_some());
            } else {
                names.extend(self.read_each(&group[idx..=idx]));
                idx += 1;
            }
        }
        names
    }

    /// Names of parts that are a name each; a suffix goes to the name before.
    fn read_each(&self, parts: &[Part]) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        for part in parts {
            match names.last_mut() {
                Some(Name::Person(before)) if is_suffix(part) => {
                    before.suffix = Some(part[0].printed.to_owned());
                }
                _ => names.push(self.whole_name(part)),
            }
        }
        names
    }

    /// A name whose family name stands first, before a comma.
    fn inverted(&self, family: Part, given: Part, suffix: Option<Part>) -> Name {
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
    fn whole_name(&self, part: Part) -> Name {
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

/// Whether two parts without initials are one inverted name: `Berg, Anna`, `van der Berg, Anna Maria`.
fn is_inverted_pair(family: Part, given: Part) -> bool {
    const MOST_GIVEN: usize = 3;
    let n_family = family.iter().filter(|word| !is_particle(word)).count();
    let is_known = matches!(given, [given] if is_given_name(&given.printed.to_lowercase()));
    given.len() <= MOST_GIVEN
        && !is_family_and_initials(family)
        && (is_known && n_family <= MOST_GIVEN
            || n_family <= 1
            || n_family == 2 && given.len() == 1 && !family.iter().any(is_initials))
}

/// Whether a word is a particle of a family name; capitals do not matter, but an initial is none.
fn is_particle(word: &Word) -> bool {
    known::is_particle(&word.printed.to_lowercase())
        && (word.printed.chars().count() > 1 || !has_capital(word))
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

/// Whether a word begins with a capital.
fn has_capital(word: &Word) -> bool {
    word.printed.starts_with(char::is_uppercase)
}

/// Whether a part is a suffix.
fn is_suffix(part: &[Word]) -> bool {
    matches!(part, [word] if known::is_suffix(word.printed))
}

/// Whether the first part of a group is a whole name in the style `Berg AB`.
fn is_vancouver(group: &[Part]) -> bool {
    group.len() > 1 && is_family_and_initials(group[0])
}

/// Whether a part is a name in the style `Berg AB`.
fn is_family_and_initials(part: Part) -> bool {
    match part {
        [first, .., last] => is_initials(last) && !is_initials(first) && has_lower(first),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::label::{Label, Labelled, lower::LowerWords, token::tokenise};

    /// Names as `family|given`, with particle and suffix in brackets; organisations in braces.
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenise(text);
        let labelled = Labelled {
            labels: vec![Label::Author; tokens.len()],
            lower: LowerWords::of(text, &tokens),
            tokens,
            probability: 1.0,
        };
        let words = Words::new(text, labelled);
        let people = people(&words, 0..words.len());
        let mut shown: Vec<String> = people.names.iter().map(show).collect();
        if people.et_al {
            shown.push("…".to_owned());
        }
        assert_eq!(shown, expected, "{text}");
    }

    fn show(name: &Name) -> String {
        let in_brackets = |part: &Option<String>| {
            part.as_ref()
                .map_or(String::new(), |part| format!("[{part}]"))
        };
        match name {
            Name::Organisation { literal } => format!("{{{literal}}}"),
            Name::Person(person) => format!(
                "{}{}|{}{}",
                in_brackets(&person.particle),
                person.family,
                person.given.as_deref().unwrap_or_default(),
                in_brackets(&person.suffix),
            ),
        }
    }

    #[test]
    fn initials_tell_pairs_from_names() {
        check("Berg, A. B., & Dahl, C.", &["Berg|A. B.", "Dahl|C."]);
        check(
            "A. B. Berg, C. Dahl and E. Falk",
            &["Berg|A. B.", "Dahl|C.", "Falk|E."],
        );
        check(
            "Berg AB, Dahl C, Ek MSCQ",
            &["Berg|AB", "Dahl|C", "Ek|MSCQ"],
        );
        check("Berg, A., C. Dahl", &["Berg|A.", "Dahl|C."]);
        check("Al Dahl AL, So EL", &["Al Dahl|AL", "So|EL"]);
        check("D. Kern and Y. Ito", &["Kern|D.", "Ito|Y."]);
    }

    #[test]
    fn full_names_in_both_orders() {
        check("Berg, Anna; Dahl, Carl", &["Berg|Anna", "Dahl|Carl"]);
        check("Anna Berg and Carl Dahl", &["Berg|Anna", "Dahl|Carl"]);
        check("Berg, Anna, and Carl Dahl", &["Berg|Anna", "Dahl|Carl"]);
        check(
            "Berg Sylvie et Dahl Jean-Pierre",
            &["Berg|Sylvie", "Dahl|Jean-Pierre"],
        );
        check("BERG Anna", &["BERG|Anna"]);
        check("Anna FALKENBERG", &["FALKENBERG|Anna"]);
        check("Falkner, Anna u. Paul Dahl", &["Falkner|Anna", "Dahl|Paul"]);
        check("Berg/Dahl", &["Berg|", "Dahl|"]);
    }

    #[test]
    fn particles_suffixes_and_double_names() {
        check("Vincent van den Berg", &["[van den]Berg|Vincent"]);
        check("van den Berg, V.", &["[van den]Berg|V."]);
        check("Berg, V. von", &["[von]Berg|V."]);
        check("Silva, E. da", &["Silva|E. da"]);
        check("García Robles, A. M.", &["García Robles|A. M."]);
        check("Berg, A., Jr.", &["Berg|A.[Jr]"]);
        check("Berg Jr., A. and Dahl, B.", &["Berg|A.[Jr]", "Dahl|B."]);
    }

    #[test]
    fn more_are_meant() {
        check("Berg, A. et al.", &["Berg|A.", "…"]);
        check("Anna Berg and others", &["Berg|Anna", "…"]);
        check("Berg, A. u. a.", &["Berg|A.", "…"]);
    }

    #[test]
    fn organisations_are_whole() {
        check("Ministry of Health", &["{Ministry of Health}"]);
        check(
            "Peace Initiative. U.S. Department of Defense",
            &["{Peace Initiative}", "{U.S. Department of Defense}"],
        );
        check(
            "Berg A, Dahl B; SMILE Study Investigators",
            &["Berg|A", "Dahl|B", "{SMILE Study Investigators}"],
        );
        check("———", &["{———}"]);
    }
}
