//! What the citations of a paper say of the names of its references.

use std::collections::BTreeSet;

use crate::{linkage::Decision, project::Paper, work::Name};

/// The references that are cited with the particles of their authors, `van Gogh (1885)`, so that their entries must say so.
pub fn with_particles(paper: &Paper) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (_, cite, link) in paper.cites() {
        let [only] = link.matched.as_slice() else {
            continue;
        };
        let creators = paper.references.items[only.index].work.creators();
        let mut pairs = cite.names.iter().zip(&creators.names);
        let shows = pairs.any(|(cited, listed)| match listed {
            Name::Person(person) => person
                .particle
                .as_ref()
                .is_some_and(|particle| begins_with(&cited.text, particle)),
            Name::Organisation { .. } => false,
        });
        if shows && link.decision == Decision::Match {
            found.insert(only.index);
        }
    }
    found
}

/// Whether a name begins with a particle, in any case.
fn begins_with(name: &str, particle: &str) -> bool {
    let mut words = name.split_whitespace();
    particle.split_whitespace().all(|part| {
        words
            .next()
            .is_some_and(|word| word.to_lowercase() == part.to_lowercase())
    })
}
