//! What the citations of a paper say of the names of its references.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    linkage::Decision,
    project::Paper,
    work::{Contributors, Name, Work},
};

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

/// The works of a list, with the names that it prints in capitals as the citations spell them: `MacIntyre` for `MACINTYRE`.
///
/// By capitals alone, `LI` may be a person or an abbreviation; the text tells.
pub fn works(paper: &Paper) -> Vec<Work> {
    let spellings = spellings(paper);
    let text = &paper.document.text;
    let items = paper.references.items.iter();
    let works = items.map(|item| {
        let mut work = item.work.clone();
        for contributors in [&mut work.authors, &mut work.editors] {
            respell(contributors, item.span.slice(text), &spellings);
        }
        work
    });
    works.collect()
}

/// How often citations spell a name in which way; by the name in capitals.
type Spellings<'p> = BTreeMap<String, BTreeMap<&'p str, usize>>;

/// How the citations spell the names of works that are certainly meant, those in capitals left out.
fn spellings(paper: &Paper) -> Spellings<'_> {
    let mut found = Spellings::new();
    for (_, cite, link) in paper.cites() {
        let ([only], Decision::Match) = (link.matched.as_slice(), link.decision) else {
            continue;
        };
        let creators = paper.references.items[only.index].work.creators();
        let listed: BTreeSet<String> = creators.names.iter().map(in_capitals).collect();
        for cited in &cite.names {
            let capitals = cited.text.to_uppercase();
            if capitals != cited.text && listed.contains(&capitals) {
                let spellings = found.entry(capitals).or_default();
                *spellings.entry(&cited.text).or_default() += 1;
            }
        }
    }
    found
}

/// Spells the names that a reference prints in capitals as most citations do.
fn respell(contributors: &mut Contributors, printed: &str, spellings: &Spellings) {
    for name in &mut contributors.names {
        let capitals = in_capitals(name);
        let Some(found) = spellings.get(&capitals) else {
            continue;
        };
        let most = found.iter().max_by_key(|(_, count)| **count);
        let own = match name {
            Name::Person(person) => &mut person.family,
            Name::Organisation { literal } => literal,
        };
        let is_printed_so = *own == capitals || !printed.contains(own.as_str());
        if let Some((spelling, _)) = most.filter(|_| is_printed_so && printed.contains(&capitals)) {
            (*spelling).clone_into(own);
        }
    }
}

/// The name that a citation has, in capitals.
fn in_capitals(name: &Name) -> String {
    match name {
        Name::Person(person) => person.family.to_uppercase(),
        Name::Organisation { literal } => literal.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, project::Project};

    #[test]
    fn capitals_of_the_list_are_spelt_as_the_text_does() {
        let paper = "So say MacIntyre (2007), Li and Doe (2012), and the WHO (2010; cf. DOE 1999).\n\nReferences\n\n\
            DOE, J. (1999). A thing. Harbour Press.\nLI, B., & DOE, J. (2012). The price of milk. Harbour Press.\n\
            MACINTYRE, A. (2007). The price of bread. Harbour Press.\nWHO. (2010). Prices. WHO Press.\n";
        let mut project = Project::default();
        project.add_paper("paper", Document::plain(paper.to_owned()));
        let works = works(&project.papers[0]);
        let names = works.iter().flat_map(|work| &work.authors.names);
        let names: Vec<_> = names.map(Name::cited).collect();
        assert_eq!(names, ["Doe", "Li", "Doe", "MacIntyre", "WHO"]);
    }
}
