//! The names under which the listed works can be cited.
//!
//! An index from folded names to references: family names with and without particles, the parts of double names, organisations and
//! their abbreviations, titles of works without an author. Finding uses it to decide forms that may be anything, linking to find
//! candidates. `creators` adds the names of authors and the titles that stand for them, `printed` what else the reference prints,
//! `definitions` the abbreviations that the text defines.

mod creators;
mod definitions;
mod printed;

use std::collections::{HashMap, HashSet};

use super::{
    Citation,
    listed_years::ListedYears,
    name_forms::{Initials, is_written_out},
    numbering::Numbering,
};
use crate::{
    reference::References,
    work::{fold, near::is_near},
};

/// How a name hangs together with a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The whole name of the first creator.
    First,
    /// An abbreviation of the first creator, an organisation.
    Abbreviation,
    /// The title, or its beginning, of a work without creators.
    Title,
    /// A part of the first creator's name: half of a double name, the name without its particle.
    Part,
    /// The first word of the reference as printed, or a word in capitals in it; for references that were read wrongly.
    Printed,
    /// Another creator.
    Other,
}

/// All roles.
const ROLES: [Role; 6] = [
    Role::First,
    Role::Abbreviation,
    Role::Title,
    Role::Part,
    Role::Printed,
    Role::Other,
];

/// One reference that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Listed {
    /// How.
    pub role: Role,
    /// The index of the reference.
    pub reference: usize,
}

impl Listed {
    /// Whether the reference is filed under the name.
    fn heads(&self) -> bool {
        self.role <= Role::Part
    }
}

/// The place of a reference among all that a name may mean.
///
/// A reference has one role for a name; as all are sorted, it is found without looking at all.
fn place_of(reference: usize, all: &[Listed]) -> Option<usize> {
    ROLES.iter().find_map(|role| {
        let listed = Listed {
            role: *role,
            reference,
        };
        all.binary_search(&listed).ok()
    })
}

/// The index.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    names: HashMap<String, Vec<Listed>>,
    /// Folded names of organisations that have several words.
    organisations: HashSet<String>,
    /// Folded titles of works without creators, sorted.
    titles: Vec<(String, usize)>,
    /// Folded titles of works with creators, whole and up to the first mark that divides them, by their first word.
    own_titles: HashMap<String, Vec<(String, usize)>>,
    years: Vec<ListedYears>,
    /// The references by number.
    numbering: Numbering,
    /// The folded name of each first creator.
    first: Vec<String>,
    /// What is known of the given names of those who bear a folded family name.
    initials: HashMap<String, KnownInitials>,
    /// The first and last year of the list.
    span: Option<(i32, i32)>,
}

/// The first letters of the given names of all who bear a family name; few, so that they are quickly looked through.
#[derive(Debug, Clone, Default)]
struct KnownInitials {
    /// Those of the first given names.
    first: Vec<char>,
    /// Those of further given names.
    middle: Vec<char>,
    /// Whether somebody bears the family name without a given name.
    has_unknown: bool,
}

impl KnownInitials {
    /// Adds those of one more person.
    fn add(&mut self, own: &Initials) {
        let add = |all: &mut Vec<char>, own: &[char]| {
            for initial in own {
                if !all.contains(initial) {
                    all.push(*initial);
                }
            }
        };
        add(&mut self.first, &own.first);
        add(&mut self.middle, &own.middle);
        self.has_unknown |= own.first.is_empty();
    }
}

impl Lexicon {
    /// Makes the index of a paper's references, with the abbreviations that its text defines.
    pub fn new(text: &str, references: &References) -> Self {
        let mut lexicon = Self {
            numbering: Numbering::of(text, references),
            ..Self::default()
        };
        for (idx, reference) in references.items.iter().enumerate() {
            let printed = reference.span.slice(text);
            lexicon.years.push(ListedYears::of(reference, printed));
            let first = reference.work.creators().names.first();
            lexicon.first.push(
                first
                    .map(|name| fold::fold(&name.cited()))
                    .unwrap_or_default(),
            );
            lexicon.add_creators(idx, reference, printed);
            lexicon.add_title(idx, reference);
            lexicon.add_printed(idx, printed, reference);
        }
        lexicon.titles.sort_unstable();
        lexicon.add_definitions(text);
        let years = lexicon.years.iter().filter_map(|years| years.range);
        lexicon.span = years.reduce(|all, years| (all.0.min(years.0), all.1.max(years.1)));
        lexicon
    }

    /// The references that a name may mean, best role first.
    pub fn find(&self, name: &str) -> &[Listed] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The references whose title begins with these folded words; one word must be all of the title.
    pub fn find_title(&self, words: &str) -> impl Iterator<Item = usize> {
        let start = self
            .titles
            .partition_point(|(title, _)| title.as_str() < words);
        let whole = !words.contains(' ');
        self.titles[start..]
            .iter()
            .take_while(move |(title, _)| title.starts_with(words))
            .filter(move |(title, _)| {
                let rest = &title[words.len()..];
                rest.is_empty() || (!whole && rest.starts_with(' '))
            })
            .map(|(_, idx)| *idx)
    }

    /// The titles of works with creators that begin with a folded word, each whole.
    pub(super) fn own_titles(&self, first: &str) -> &[(String, usize)] {
        self.own_titles.get(first).map_or(&[], Vec::as_slice)
    }

    /// The works with creators that have a folded title, whole.
    pub fn find_own_title(&self, title: &str) -> impl Iterator<Item = usize> {
        let first = title.split(' ').next().unwrap_or_default();
        let titles = self.own_titles(first).iter();
        titles
            .filter(move |(own, _)| own == title)
            .map(|(_, idx)| *idx)
    }

    /// The first words of all names and of the titles that stand for them.
    pub(super) fn openings(&self) -> HashSet<&str> {
        let names = self.names.keys().map(String::as_str);
        let names = names.chain(self.titles.iter().map(|(title, _)| title.as_str()));
        names.filter_map(|name| name.split(' ').next()).collect()
    }

    /// Whether a folded name is that of a first creator, an abbreviation or a title.
    pub fn heads(&self, name: &str) -> bool {
        self.find(name).iter().any(Listed::heads) || self.find_title(name).next().is_some()
    }

    /// Whether a folded name is that of any creator.
    pub fn knows(&self, name: &str) -> bool {
        !self.find(name).is_empty() || self.find_title(name).next().is_some()
    }

    /// Whether a folded name is that of an organisation and has several words.
    pub fn is_organisation(&self, name: &str) -> bool {
        self.organisations.contains(name)
    }

    /// Whether the list has the works of all cites of a citation, by first name and year.
    pub(super) fn has_all(&self, citation: &Citation) -> bool {
        citation.cites.iter().all(|cite| {
            cite.names.first().is_some_and(|name| {
                let listed = self.find(&fold::fold(&name.text)).iter();
                let mut works = listed.filter(|listed| listed.heads());
                works.any(|listed| self.years(listed.reference).fit(&cite.year))
            })
        })
    }

    /// Whether two folded names are creators of one reference.
    pub fn together(&self, one: &str, other: &str) -> bool {
        // A reference lists a name once.
        if one == other {
            return false;
        }
        let (mut few, mut many) = (self.find(one), self.find(other));
        if few.len() > many.len() {
            (few, many) = (many, few);
        }
        let is_creator = |listed: &Listed| listed.role != Role::Printed;
        let mut creators = few.iter().filter(|listed| is_creator(listed));
        creators.any(|creator| {
            place_of(creator.reference, many).is_some_and(|place| is_creator(&many[place]))
        })
    }

    /// Whether a folded name is that of a creator behind a first one whose name is nearly this.
    pub fn follows_like(&self, name: &str, first: &str) -> bool {
        self.find(name).iter().any(|listed| {
            listed.role == Role::Other && is_near(first, &self.first[listed.reference])
        })
    }

    /// Whether a folded name is that of a creator, whole or in part.
    pub fn is_creator(&self, name: &str) -> bool {
        self.find(name)
            .iter()
            .any(|listed| !matches!(listed.role, Role::Printed | Role::Title))
    }

    /// Whether a given name can be that of a creator with this family name; where one has no given name, any can.
    pub fn given_fits(&self, family: &str, given: &str) -> bool {
        let Some(known) = self.initials.get(family).filter(|known| !known.has_unknown) else {
            return self.names.contains_key(family);
        };
        let initial = fold::fold(given).chars().next();
        let is_middle = |initial: &char| is_written_out(given) && known.middle.contains(initial);
        initial.is_none_or(|initial| known.first.contains(&initial) || is_middle(&initial))
    }

    /// The years of a reference.
    pub fn years(&self, reference: usize) -> &ListedYears {
        &self.years[reference]
    }

    /// The references by number.
    pub fn numbering(&self) -> &Numbering {
        &self.numbering
    }

    /// The first and the last year of the list.
    pub fn span(&self) -> Option<(i32, i32)> {
        self.span
    }

    fn add(&mut self, name: String, role: Role, reference: usize) {
        if name.is_empty() {
            return;
        }
        let all = self.names.entry(name).or_default();
        match place_of(reference, all) {
            // What is known of a name as that of a creator says more than that it is printed.
            Some(place) if all[place].role <= role || role == Role::Printed => return,
            Some(place) => drop(all.remove(place)),
            None => {}
        }
        let listed = Listed { role, reference };
        let at = all.partition_point(|other| *other < listed);
        all.insert(at, listed);
    }
}
