//! The names under which the listed works can be cited.
//!
//! An index from folded names to references: family names with and without particles, the parts of double names, organisations and
//! their abbreviations, titles of works without an author. Finding uses it to decide forms that may be anything, linking to find
//! candidates.

use std::collections::{HashMap, HashSet};

use super::{
    listed_years::ListedYears,
    name_forms::{abbreviation_after, initials, initials_of, is_anonymous, parts},
    numbering::Numbering,
};
use crate::{
    reference::{Reference, References},
    work::{Name, Person, fold, near::is_near},
};

/// The longest start of a reference, in words, that is taken for a name that was not understood: `Brown v. Board of Education`.
const LONGEST_PRINTED: usize = 12;

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
    years: Vec<ListedYears>,
    /// The references by number.
    numbering: Numbering,
    /// The folded name of each first creator.
    first: Vec<String>,
    /// The first letters of the given names of those who bear a folded family name; none where one is unknown.
    initials: HashMap<String, Option<HashSet<char>>>,
    /// The first and last year of the list.
    span: Option<(i32, i32)>,
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
            lexicon.add_creators(idx, reference);
            lexicon.add_title(idx, reference);
            lexicon.add_printed(idx, printed, reference);
        }
        lexicon.titles.sort();
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
        let Some(Some(initials)) = self.initials.get(family) else {
            return self.names.contains_key(family);
        };
        let initial = fold::fold(given).chars().next();
        initial.is_none_or(|initial| initials.contains(&initial))
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

    fn add_creators(&mut self, idx: usize, reference: &Reference) {
        for (place, name) in reference.work.creators().names.iter().enumerate() {
            let role = if place == 0 { Role::First } else { Role::Other };
            let part = if place == 0 { Role::Part } else { Role::Other };
            match name {
                Name::Person(person) => {
                    for form in [
                        fold::fold(&name.cited()),
                        fold::fold_spelt_out(&name.cited()),
                    ] {
                        self.add_initial(&form, person);
                        self.add(form, role, idx);
                    }
                    if is_anonymous(&person.family) {
                        self.add("anon".to_owned(), role, idx);
                    }
                    for form in parts(person) {
                        self.add_initial(&form, person);
                        self.add(form, part, idx);
                    }
                }
                Name::Organisation { literal } => self.add_organisation(literal, role, idx),
            }
        }
    }

    fn add_initial(&mut self, family: &str, person: &Person) {
        let own = initials_of(person);
        let all = self
            .initials
            .entry(family.to_owned())
            .or_insert_with(|| Some(HashSet::new()));
        match all {
            Some(all) if !own.is_empty() => all.extend(own),
            _ => *all = None,
        }
    }

    fn add_organisation(&mut self, literal: &str, role: Role, idx: usize) {
        if is_anonymous(literal) {
            self.add("anon".to_owned(), role, idx);
        }
        let abbreviation = role.max(Role::Abbreviation);
        for short in initials(literal) {
            self.add(short, abbreviation, idx);
        }
        // `World Health Organization (WHO)`, `WHO - World Health Organization`, `Mérida Initiative. U.S. Department of State`
        let marks = ['(', ')', '[', ']', '.', ',', ':', '–', '—', '/'];
        for piece in literal.split(marks).chain(literal.split(" - ")) {
            self.add_organisation_name(fold::fold(piece), abbreviation, idx);
        }
        let folded = fold::fold(literal);
        if let Some(rest) = folded.strip_prefix("the ") {
            self.add_organisation_name(rest.to_owned(), role, idx);
        }
        // The first words stand for a long name.
        let words: Vec<_> = folded.split(' ').collect();
        for n_words in 2..words.len().min(8) {
            self.add_organisation_name(words[..n_words].join(" "), Role::Part.max(role), idx);
        }
        self.add_organisation_name(folded, role, idx);
    }

    fn add_organisation_name(&mut self, folded: String, role: Role, idx: usize) {
        if folded.len() < 2 {
            return;
        }
        if folded.contains(' ') {
            self.organisations.insert(folded.clone());
        }
        self.add(folded, role, idx);
    }

    fn add_title(&mut self, idx: usize, reference: &Reference) {
        let without_creators = reference.work.creators().is_empty();
        if let Some(title) = reference.work.title.as_deref().filter(|_| without_creators) {
            let folded = fold::fold(title);
            for article in ["the ", "a ", "an "] {
                if let Some(rest) = folded.strip_prefix(article) {
                    self.titles.push((rest.to_owned(), idx));
                }
            }
            self.titles.push((folded, idx));
        }
    }

    /// Adds the first word of the reference as it is printed, and its words in capitals.
    fn add_printed(&mut self, idx: usize, printed: &str, reference: &Reference) {
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

    /// Adds the abbreviations that the text defines for listed organisations: `World Health Organization (WHO)`.
    fn add_definitions(&mut self, text: &str) {
        let mut known = HashSet::new();
        for (open, _) in text.match_indices(['(', '[']) {
            if let Some(short) = abbreviation_after(&text[open + 1..]) {
                self.add_definition(&text[..open], short, &mut known);
            }
        }
    }

    /// Adds one abbreviation of the words `before` it; `defined` holds those that were added.
    fn add_definition(
        &mut self,
        before: &str,
        short: &str,
        defined: &mut HashSet<(String, String)>,
    ) {
        let from = (before.len().saturating_sub(120)..before.len())
            .find(|at| before.is_char_boundary(*at))
            .unwrap_or(before.len());
        let folded = fold::fold(&before[from..]);
        let mut rest = folded.as_str();
        while let Some((_, shorter)) = rest.split_once(' ') {
            rest = shorter;
            if !rest.contains(' ') || !self.find(rest).iter().any(Listed::heads) {
                continue;
            }
            let short = fold::fold(short);
            if defined.insert((rest.to_owned(), short.clone())) {
                let known: Vec<_> = self.find(rest).to_vec();
                for listed in known.iter().filter(|listed| listed.heads()) {
                    self.add(short.clone(), Role::Abbreviation, listed.reference);
                }
            }
            return;
        }
    }
}
