//! The names of authors and the titles that stand for them.

use super::{
    super::creators::cited_creators,
    super::name_forms::{Initials, initials, is_anonymous, parts, with_whole_family},
    KnownInitials, Lexicon, Role,
};
use crate::{
    reference::Reference,
    work::{Name, fold},
};

impl Lexicon {
    /// Adds the names of the authors, or of those who stand for them, in the forms in which they are cited.
    pub(super) fn add_creators(&mut self, idx: usize, reference: &Reference, printed: &str) {
        for (place, name) in cited_creators(reference, printed).into_iter().enumerate() {
            let role = if place == 0 { Role::First } else { Role::Other };
            let part = if place == 0 { Role::Part } else { Role::Other };
            match name {
                Name::Person(person) => {
                    let cited = with_whole_family(name);
                    let initials = Initials::of(person);
                    let whole = [fold::fold(&cited), fold::fold_spelt_out(&cited)];
                    if is_anonymous(&person.family) {
                        self.add("anon".to_owned(), role, idx);
                    }
                    for form in parts(person) {
                        if !whole.contains(&form) {
                            self.add_initials(&form, &initials);
                            self.add(form, part, idx);
                        }
                    }
                    for form in distinct(whole) {
                        self.add_initials(&form, &initials);
                        self.add(form, role, idx);
                    }
                }
                Name::Organisation { literal } => self.add_organisation(literal, role, idx),
            }
        }
    }

    fn add_initials(&mut self, family: &str, own: &Initials) {
        if !self.initials.contains_key(family) {
            let known = KnownInitials::default();
            self.initials.insert(family.to_owned(), known);
        }
        if let Some(known) = self.initials.get_mut(family) {
            known.add(own);
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

    pub(super) fn add_organisation_name(&mut self, folded: String, role: Role, idx: usize) {
        if folded.len() < 2 {
            return;
        }
        if folded.contains(' ') {
            self.organisations.insert(folded.clone());
        }
        self.add(folded, role, idx);
    }

    /// Adds the title of a work; that of one without creators with and without its article.
    pub(super) fn add_title(&mut self, idx: usize, reference: &Reference) {
        let without_creators = reference.work.creators().is_empty();
        let Some(title) = reference.work.title.as_deref() else {
            return;
        };
        if without_creators {
            let folded = fold::fold(title);
            for article in ["the ", "a ", "an "] {
                if let Some(rest) = folded.strip_prefix(article) {
                    self.titles.push((rest.to_owned(), idx));
                }
            }
            self.titles.push((folded, idx));
        } else {
            self.add_own_title(idx, title);
        }
    }

    /// Adds the title of a work with creators, whole and up to the first mark that divides it.
    fn add_own_title(&mut self, idx: usize, title: &str) {
        /// Shorter titles, in words and in bytes, are words of the language.
        const SHORTEST: (usize, usize) = (2, 12);
        let main = title.split(['.', ':', '?', '!', '–']).next();
        let folded = [Some(title), main.filter(|main| *main != title)];
        for folded in folded.into_iter().flatten().map(fold::fold) {
            if let Some((first, _)) = folded.split_once(' ')
                && folded.split(' ').count() >= SHORTEST.0
                && folded.len() >= SHORTEST.1
            {
                let titles = self.own_titles.entry(first.to_owned()).or_default();
                titles.push((folded, idx));
            }
        }
    }
}

/// Two forms of a name, or one where they are the same.
fn distinct([one, other]: [String; 2]) -> impl Iterator<Item = String> {
    let other = (one != other).then_some(other);
    std::iter::once(one).chain(other)
}
