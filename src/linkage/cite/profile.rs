//! What a reference can be cited by.

use crate::{
    citation::{
        CitedName, before_title, cited_creators, head, is_particle_alone, is_written_out,
        with_whole_family,
    },
    reference::Reference,
    work::{Name, Person, fold},
};

/// The names of a reference in the forms in which they are compared.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Its creators in order.
    pub(super) creators: Vec<Creator>,
    /// The folded words of the reference as printed, as far as names may stand; names that were read wrongly stand there.
    pub(super) printed: String,
    /// Whether the list itself ends them with `et al.`
    pub(super) et_al: bool,
}

/// One creator.
#[derive(Debug, Clone, Default)]
pub(super) struct Creator {
    /// The folded name as it is cited, particles included.
    pub(super) cited: String,
    /// The same with umlauts spelt out.
    spelt_out: String,
    /// The folded name without particles.
    pub(super) family: String,
    /// The cited form as printed, to see accents.
    pub(super) printed: String,
    /// Its given names as printed.
    pub(super) given: String,
    /// The first letter of the given name, folded.
    pub(super) initial: Option<char>,
    /// Whether it is an organisation.
    pub(super) is_organisation: bool,
}

impl Profile {
    /// Makes the profile of a reference.
    pub(super) fn new(text: &str, reference: &Reference) -> Self {
        let creators = reference.work.creators();
        let printed = reference.span.slice(text);
        let head = head(printed);
        let among_authors = editors_among_authors(reference, head);
        let cited = cited_creators(reference, printed);
        let names = cited.into_iter().chain(among_authors);
        Self {
            creators: in_capitals(
                names.map(Creator::new).filter(Creator::is_name).collect(),
                head,
            ),
            et_al: creators.et_al || has_et_al(reference, head),
            printed: format!(" {} ", fold::fold(head)),
        }
    }
}

/// Where several family names are printed in capitals, all are: `FREITAS, Maria João, ALVES, Dina`; other names were read wrongly.
fn in_capitals(creators: Vec<Creator>, head: &str) -> Vec<Creator> {
    let is_capital = |creator: &Creator| {
        let last = creator.printed.rsplit(' ').next().unwrap_or_default();
        last.chars().count() > 1 && head.contains(&last.to_uppercase())
    };
    let n_capitals = creators
        .iter()
        .filter(|creator| is_capital(creator))
        .count();
    if n_capitals > 1 && creators.first().is_some_and(is_capital) {
        creators.into_iter().filter(is_capital).collect()
    } else {
        creators
    }
}

/// Editors whose names stand with the first author before the title: `Lind, A., B. Osei and C. Hill, eds. 2020`.
fn editors_among_authors<'r>(reference: &'r Reference, head: &str) -> &'r [Name] {
    let work = &reference.work;
    let names = before_title(reference, head);
    let stand_there = |name: &Name| names.contains(&name.cited());
    if work.authors.names.len() == 1 && work.editors.names.iter().all(stand_there) {
        &work.editors.names
    } else {
        &[]
    }
}

/// Whether `et al` stands among the names, also where a blank was lost before it: `Farrokh Cet al.`
fn has_et_al(reference: &Reference, head: &str) -> bool {
    let title = reference.work.title.as_deref().unwrap_or_default();
    let is_glued = |text: &str| {
        let before = text
            .split_once("et al")
            .and_then(|(before, _)| before.chars().next_back());
        before.is_some_and(char::is_uppercase)
    };
    before_title(reference, head).contains("et al") || is_glued(title)
}

impl Profile {
    /// Whether a later author is cited by this name, as far as can be told: by name, by given name, or by the printed words.
    pub(super) fn has_later(&self, place: usize, name: &CitedName) -> bool {
        let Some(creator) = self.creators.get(place) else {
            return self.prints(name);
        };
        creator.is_cited_as(name)
            || (!self.creators.iter().any(|other| other.is_cited_as(name)) && self.prints(name))
    }

    /// Whether the reference prints this name; a long one also where the blank before it was lost: `Lind AAOsei`.
    pub(super) fn prints(&self, name: &CitedName) -> bool {
        const LONG: usize = 5;
        let folded = fold::fold(&name.text);
        self.printed.contains(&format!(" {folded} "))
            || folded.chars().count() >= LONG && self.printed.contains(&format!("{folded} "))
    }
}

impl Creator {
    fn new(name: &Name) -> Self {
        let printed = with_whole_family(name);
        let (family, given) = match name {
            Name::Person(person) => (
                family_of(person, &name.cited(), &printed),
                person.given.as_deref(),
            ),
            Name::Organisation { .. } => (fold::fold(&printed), None),
        };
        Self {
            cited: fold::fold(&printed),
            spelt_out: fold::fold_spelt_out(&printed),
            family,
            initial: given.and_then(|given| fold::fold(given).chars().next()),
            is_organisation: matches!(name, Name::Organisation { .. }),
            given: given.unwrap_or_default().to_owned(),
            printed,
        }
    }

    /// Whether it is more than a particle: `da` of `FONSECA, M. R. da` is sometimes read as a name of its own.
    fn is_name(&self) -> bool {
        !is_particle_alone(&self.printed)
    }

    /// Whether a cited name is this one, whole or in part.
    pub(super) fn is_cited_as(&self, name: &CitedName) -> bool {
        let folded = fold::fold(&name.text);
        self.is_folded(&folded)
            || folded == self.spelt_out
            || !name.text.is_ascii() && self.is_folded(&fold::fold_spelt_out(&name.text))
    }

    fn is_folded(&self, folded: &str) -> bool {
        !folded.is_empty()
            && (folded == self.cited
                || folded == self.family
                || letters(folded).eq(letters(&self.cited))
                || has_words(&self.cited, folded)
                || has_words(folded, &self.family))
    }

    /// Whether a cited given name contradicts the listed one.
    pub(super) fn contradicts(&self, name: &CitedName) -> bool {
        let Some(given) = &name.given else {
            return false;
        };
        let initial = fold::fold(given).chars().next();
        // An initial may have been read as part of the family name: `Glaser B, H. L.`
        let is_within = |initial: char| {
            let mut words = self.cited.split(' ');
            words.any(|word| word.chars().eq([initial]))
        };
        let is_middle = |initial: char| is_written_out(given) && self.has_middle(initial);
        !self.is_organisation
            && self.initial.is_some()
            && initial.is_some_and(|initial| {
                Some(initial) != self.initial && !is_within(initial) && !is_middle(initial)
            })
    }
}

impl Creator {
    /// Whether one of the given names behind the first begins with a letter: `Elizabeth` for `G. E. M.`
    fn has_middle(&self, initial: char) -> bool {
        let given = fold::fold(&self.given);
        let mut words = given.split(' ').skip(1);
        words.any(|word| word.starts_with(initial))
    }
}

/// The folded family name without particles, where the reading of the name was mended also that.
fn family_of(person: &Person, cited: &str, mended: &str) -> String {
    match mended.strip_prefix(cited) {
        Some("") => fold::fold(&person.family),
        Some(word) => fold::fold(word),
        None => fold::fold(mended),
    }
}

/// The bytes of a folded name without its spaces.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|byte| *byte != b' ')
}

/// Whether the words of `part` begin or end the words of `whole`.
fn has_words(whole: &str, part: &str) -> bool {
    !part.is_empty()
        && (whole
            .strip_prefix(part)
            .is_some_and(|rest| rest.starts_with(' '))
            || whole
                .strip_suffix(part)
                .is_some_and(|rest| rest.ends_with(' ')))
}
