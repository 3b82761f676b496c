//! Names that are one slip of the pen apart.
//!
//! Two words are one slip apart when a letter was left out, added, changed, or two neighbours were swapped (Damerau, 1964: four
//! of five misspellings). To find such words without comparing all with all, each is filed under itself and under every form with
//! one letter less: two words one slip apart share a form (the symmetric delete method).

use std::collections::HashMap;

use crate::work::near::{SHORTEST, is_near};

/// An index of names by their forms with one letter less.
#[derive(Debug, Clone, Default)]
pub(super) struct FuzzyIndex<'a> {
    /// The names, each once, with the numbers of those who bear it.
    names: Vec<(&'a str, Vec<usize>)>,
    /// The places of names by their forms.
    forms: HashMap<String, Vec<usize>>,
}

impl<'a> FuzzyIndex<'a> {
    /// Makes the index of folded names, each with its number.
    pub(super) fn new(names: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut index = Self::default();
        let mut places = HashMap::new();
        for (name, number) in names.filter(|(name, _)| name.chars().count() >= SHORTEST) {
            let place = *places.entry(name).or_insert(index.names.len());
            match index.names.get_mut(place) {
                Some((_, numbers)) => numbers.push(number),
                None => index.add(name, number),
            }
        }
        index
    }

    fn add(&mut self, name: &'a str, number: usize) {
        let place = self.names.len();
        self.names.push((name, vec![number]));
        for form in forms(name) {
            let places = self.forms.entry(form).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }

    /// The numbers of the names that are near, in order.
    pub(super) fn find(&self, name: &str) -> Vec<usize> {
        let mut places: Vec<_> = forms(name)
            .filter_map(|form| self.forms.get(&form))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        let names = places.into_iter().map(|place| &self.names[place]);
        let near = names.filter(|(other, _)| is_near(name, other));
        let mut found: Vec<_> = near.flat_map(|(_, numbers)| numbers).copied().collect();
        found.sort_unstable();
        found
    }
}

/// The name and its forms with one letter less.
fn forms(name: &str) -> impl Iterator<Item = String> {
    let shorter = name.char_indices().map(|(at, c)| {
        let mut form = name.to_owned();
        form.replace_range(at..at + c.len_utf8(), "");
        form
    });
    std::iter::once(name.to_owned()).chain(shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_finds_names_one_slip_away() {
        let index = FuzzyIndex::new([("smith", 0), ("jones", 1), ("smyth", 2)].into_iter());
        assert_eq!(index.find("smiht"), [0]);
        assert_eq!(index.find("smath"), [0, 2]);
        assert_eq!(index.find("kim"), [] as [usize; 0]);
    }
}
