//! Names in the form in which they are compared.

use super::alike::{ends_with_words, similarity};
use crate::work::{Name, fold::fold};

/// The name of an author in the form in which names are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Author {
    /// The family name, or all of an organisation's, folded.
    pub(super) family: String,
    /// The first letter of the given name.
    initial: Option<char>,
}

impl Author {
    /// Whether it is that of a person, as far as a given name tells.
    pub(super) fn is_person(&self) -> bool {
        self.initial.is_some()
    }

    /// Whether two names may be one person's: the same family name, and no other initial.
    pub(super) fn is(&self, other: &Self) -> bool {
        let initials = match (self.initial, other.initial) {
            (Some(own), Some(theirs)) => own == theirs,
            _ => true,
        };
        let family = self.family == other.family
            || ends_with_words(&self.family, &other.family)
            || ends_with_words(&other.family, &self.family)
            || (self.family.len() > 4 && similarity(&self.family, &other.family) >= 0.8);
        // Where given names stand first in one list, the initials are those of other parts.
        family && (initials || self.family == other.family)
    }
}

/// The family name, or all of an organisation's, folded.
pub(super) fn family(name: &Name) -> String {
    match name {
        Name::Person(person) => fold(&person.family),
        Name::Organisation { literal } => fold(literal),
    }
}

/// A name in the form in which names are compared.
pub(super) fn author(name: &Name) -> Author {
    let given = match name {
        Name::Person(person) => person.given.as_deref(),
        Name::Organisation { .. } => None,
    };
    Author {
        family: family(name),
        initial: given.and_then(|given| fold(given).chars().next()),
    }
}
