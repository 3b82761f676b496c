//! Groups of a list, which semicolons and conjunctions divide: their parts read as names.

use super::{
    super::given_names::is_given_name,
    person::printed_suffix,
    word::{
        Part, Word, has_capital, is_all_initials, is_family_and_initials, is_initials, is_particle,
        is_suffix,
    },
};
use crate::work::Name;

/// Reads the groups of one list.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// Whether semicolons divide the names, so that commas divide family and given names.
    has_semicolons: bool,
    /// Whether initials have full stops.
    pub(super) stops_are_used: bool,
    /// Whether names are written `Berg AB`.
    pub(super) is_vancouver: bool,
    /// In which order names without a comma are written.
    pub(super) order: Order,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, list: &[Word], parts: &[Part]) -> Self {
        let gaps = list
            .windows(2)
            .map(|pair| text.get(pair[0].end..pair[1].start));
        Self {
            text,
            is_vancouver: parts.iter().any(|part| is_family_and_initials(part)),
            order: Order::of(parts),
            has_semicolons: gaps.flatten().any(|gap| gap.contains(';')),
            // The last full stop may be that of the sentence.
            stops_are_used: list.iter().enumerate().any(|(idx, word)| {
                let is_certain = idx + 1 < list.len() || list.len() < 3;
                word.has_stop && word.printed.chars().count() == 1 && is_certain
            }),
        }
    }

    /// The names of a group.
    pub(super) fn read_group(&self, group: &[Part]) -> Vec<Name> {
        let given = self.given_parts(group);
        match group {
            [family, given, rest @ ..] if self.has_semicolons && !is_vancouver(group) => {
                let suffix = rest.first().filter(|part| is_suffix(part));
                vec![self.inverted(family, given, suffix.copied())]
            }
            _ if given.contains(&true) => self.read_pairs(group, &given),
            _ if are_pairs(group) => (group.chunks(2))
                .map(|pair| self.inverted(pair[0], pair[1], None))
                .collect(),
            [family, given] if is_inverted_pair(family, given) => {
                let suffix = is_suffix(given);
                if suffix {
                    self.read_each(group)
                } else {
                    vec![self.inverted(family, given, None)]
                }
            }
            [family, given, third, ..]
                if is_single(family)
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
        // Where initials stand first, `M. Yor.` at the end is a whole name.
        let stands_first = group.first().is_some_and(|part| {
            is_initials(&part[0]) && !is_all_initials(part, self.stops_are_used)
        });
        let is_short = |word: &Word| word.printed.chars().count() <= 2;
        let mut given: Vec<bool> = group
            .iter()
            .map(|part| {
                is_all_initials(part, self.stops_are_used)
                    && (!stands_first || part.iter().all(is_short))
            })
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
                    before.suffix = Some(printed_suffix(&part[0]));
                }
                _ => names.push(self.whole_name(part)),
            }
        }
        names
    }
}

/// In which order names without a comma are written, as far as the list tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// A name certainly has its given name first: `Lawrence Grossberg`.
    GivenFirst,
    /// Each name has to tell for itself.
    Unknown,
}

impl Order {
    fn of(parts: &[Part]) -> Self {
        if parts.iter().any(|part| has_given_first(part)) {
            Self::GivenFirst
        } else {
            Self::Unknown
        }
    }
}

/// Whether a name without comma begins with a given name and ends with another word.
fn has_given_first(part: Part) -> bool {
    let is_given = |word: &Word| is_given_name(&word.printed.to_lowercase());
    match part {
        [first, .., last] => is_given(first) && !is_given(last) && !is_initials(last),
        _ => false,
    }
}

/// Whether two parts without initials are one inverted name: `Berg, Anna`, `van der Berg, Anna Maria`.
fn is_inverted_pair(family: Part, given: Part) -> bool {
    const MOST_GIVEN: usize = 3;
    let n_family = family.iter().filter(|word| !is_particle(word)).count();
    // `Fox Tree, Jean E.`, `Silva Filho, José da`: a name that ends so has its family name elsewhere.
    let lacks_family = matches!(given, [first, .., last]
        if !is_initials(first) && first.printed.len() > 2
            && (is_initials(last) && last.has_stop || is_particle(last) && !has_capital(last)))
        && !is_initials(&family[0]);
    let is_known = matches!(given, [given] if is_given_name(&given.printed.to_lowercase()));
    given.len() <= MOST_GIVEN
        && !is_family_and_initials(family)
        && !ends_in_initials(family)
        && ((is_known || lacks_family) && n_family <= MOST_GIVEN
            || n_family <= 1
            || n_family == 2 && given.len() == 1 && !family.iter().any(is_initials))
}

/// Whether a part is a whole name by the full stop of its initials, in capitals or not: `PARK R.`, `BACQUÉ M.-H.`
fn ends_in_initials(part: Part) -> bool {
    match part {
        [first, .., last] => !is_initials(first) && is_initials(last) && last.has_stop,
        _ => false,
    }
}

/// Whether a group without initials alternates between family and given names: `Berg, Anna, Dahl, Carl`.
fn are_pairs(group: &[Part]) -> bool {
    const MOST_GIVEN: usize = 3;
    let is_given = |part: &Part| is_given_name(&part[0].printed.to_lowercase());
    let count = |offset: usize| {
        let parts = group.iter().skip(offset).step_by(2);
        parts.filter(|part| is_given(part)).count()
    };
    let has_lengths = group
        .chunks(2)
        .all(|pair| pair.len() == 2 && pair[0].len() <= 2 && pair[1].len() <= MOST_GIVEN);
    has_lengths
        && group.len() >= 4
        && group.iter().step_by(2).all(|part| is_single(part))
        && count(1) > count(0)
        && count(1) * 2 >= group.len() / 2
}

/// Whether a part is one word, with particles before it or not: `De Bot`, but not `Borges EL`.
fn is_single(part: &[Word]) -> bool {
    match part {
        [_] => true,
        [particles @ .., name] => particles.iter().all(is_particle) && !is_particle(name),
        [] => false,
    }
}

/// Whether the first part of a group is a whole name in the style `Berg AB`.
fn is_vancouver(group: &[Part]) -> bool {
    group.len() > 1 && is_family_and_initials(group[0])
}
