//! What a reference prints besides the names that were read; names that were read wrongly are found by it.

use super::{super::name_forms::abbreviation_after, Lexicon, Role, place_of};
use crate::{
    reference::Reference,
    work::{Name, fold},
};

/// The longest start of a reference, in words, that is taken for a name that was not understood: `Brown v. Board of Education`.
const LONGEST_PRINTED: usize = 12;

impl Lexicon {
    /// Adds the first word of the reference as it is printed, and its words in capitals.
    pub(super) fn add_printed(&mut self, idx: usize, printed: &str, reference: &Reference) {
        let head = printed.trim_start_matches(|c: char| !c.is_alphabetic());
        let creators = &reference.work.creators().names;
        let person = match creators.first() {
            Some(name @ Name::Person(_)) => Some(fold::fold(&name.cited())),
            _ => None,
        };
        let fewest_words = if creators.is_empty() { 2 } else { 3 };
        let until_year = head.split(|c: char| c == '(' || c.is_ascii_digit()).next();
        let until_comma = head.split([',', '(', ';']).next();
        for start in until_comma.into_iter().chain(until_year) {
            let folded = fold::fold(start);
            let n_words = folded.split(' ').count();
            // `Van den Bergh` is a person, whatever the number of words.
            let is_person = || {
                person
                    .as_ref()
                    .is_some_and(|name| name.contains(' ') && folded.starts_with(name))
            };
            if (fewest_words..=LONGEST_PRINTED).contains(&n_words) && !is_person() {
                self.add_organisation_name(folded, Role::Printed, idx);
            }
        }
        for short in printed.split('(').skip(1).filter_map(abbreviation_after) {
            self.add(fold::fold(short), Role::Printed, idx);
        }
        let comma = head
            .find([',', '.', '(', ';'])
            .unwrap_or(head.len())
            .min(60);
        let comma = (0..=comma)
            .rev()
            .find(|at| head.is_char_boundary(*at))
            .unwrap_or(0);
        self.add(fold::fold(&head[..comma]), Role::Printed, idx);
        if let Some(first) = head.split_whitespace().next() {
            self.add(fold::fold(first), Role::Printed, idx);
        }
        for word in printed.split(|c: char| !c.is_alphanumeric()) {
            if !(3..=10).contains(&word.len()) || !word.chars().all(char::is_uppercase) {
                continue;
            }
            let folded = fold::fold(word);
            // `KÜRSCHNER` as a second author is no abbreviation.
            if place_of(idx, self.find(&folded)).is_none() {
                self.add(folded, Role::Printed, idx);
            }
        }
    }
}
