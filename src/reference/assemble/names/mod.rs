//! Names of people from a run of words: divided, and family names told from given names.
//!
//! A run is divided into *parts* at commas and into *groups* at semicolons, slashes and conjunctions. Whether two parts are one
//! inverted name (`Berg, A.`) or two names (`A. Berg, B. Dahl`) follows from the initials.

mod east_asian;
mod group;
mod list;
mod person;
#[cfg(test)]
mod tests;
mod word;

use std::ops::Range;

use self::{
    group::Reader,
    list::read_words,
    person::text_between,
    word::{Divider, Part, Word, is_all_initials},
};
use super::{Words, name_words as known, organisations::organisations, value};
use crate::{
    reference::label::token::TokenKind,
    work::{Contributors, Name},
};

/// The names of a run of words.
pub(super) fn people(words: &Words, run: Range<usize>) -> Contributors {
    if (run.clone()).all(|idx| words.tokens[idx].kind == TokenKind::Dashes) {
        return Contributors::new(vec![Name::organisation(value::printed(words, run))]);
    }
    let (list, et_al) = read_words(words, run.clone());
    let parts: Vec<Part> = list
        .chunk_by(|_, next| next.divider == Divider::None)
        .collect();
    if parts.is_empty() {
        return Contributors {
            names: Vec::new(),
            et_al,
        };
    }
    let names = if is_dotted_acronym(&list) {
        vec![Name::organisation(text_between(words.text, &list))]
    } else if is_organisation(&list, &parts) {
        organisations(words, run)
    } else {
        let reader = Reader::new(words.text, &list, &parts);
        parts
            .chunk_by(|_, next| next[0].divider != Divider::Group)
            .flat_map(|group| reader.read_group(group))
            .collect()
    };
    Contributors { names, et_al }
}

/// `Glowny Urzad Statystyczny (GUS)`: an acronym in brackets behind the words that it is made of.
fn ends_with_own_acronym(parts: &[Part]) -> bool {
    let [name, [acronym]] = parts else {
        return false;
    };
    let letters: Vec<char> = acronym.printed.chars().collect();
    let is_acronym = letters.len() >= 2 && letters.iter().all(|c| c.is_uppercase());
    let initials = name.iter().flat_map(|word| {
        let pieces = word.printed.split('-');
        pieces.filter_map(|piece| piece.chars().next())
    });
    is_acronym && initials.filter(|c| c.is_uppercase()).eq(letters)
}

/// Whether a list is one organisation rather than people.
fn is_organisation(list: &[Word], parts: &[Part]) -> bool {
    if is_site(list) || begins_with_kind(list) || ends_with_own_acronym(parts) {
        return true;
    }
    let n_words = list
        .iter()
        .filter(|word| known::is_organisation_word(&word.printed.to_lowercase()))
        .count();
    let has_initials = || parts.iter().any(|part| is_all_initials(part, false));
    n_words >= 1
        && (parts.len() == 1 || !has_initials())
        && (n_words * 4 >= list.len() || n_words >= 2)
}

/// Whether a list is an acronym with full stops: `I.C.M.R.`
fn is_dotted_acronym(list: &[Word]) -> bool {
    const SHORTEST: usize = 3;
    list.len() >= SHORTEST
        && list
            .iter()
            .all(|word| word.printed.chars().count() == 1 && word.has_stop)
        && list.windows(2).all(|pair| pair[1].start == pair[0].end + 1)
}

/// Whether a list is the name of a site: `ELPAIS.es`.
fn is_site(list: &[Word]) -> bool {
    match list {
        [name, domain] => {
            let length = domain.printed.len();
            name.has_stop
                && domain.start == name.end + 1
                && name.printed.len() > 2
                && (2..=3).contains(&length)
                && domain.printed.bytes().all(|byte| byte.is_ascii_lowercase())
        }
        _ => false,
    }
}

/// Whether a list begins with a kind of organisation and what it is for: `Ministry of Health and Long-Term Care`.
fn begins_with_kind(list: &[Word]) -> bool {
    const REACH: usize = 3;
    list.windows(2).take(REACH).any(|pair| {
        known::is_organisation_word(&pair[0].printed.to_lowercase())
            && pair[0].printed != "The"
            && known::is_of(&pair[1].printed.to_lowercase())
            && pair[1].divider == Divider::None
    }) && !list
        .iter()
        .any(|word| word.printed.chars().count() == 1 && word.has_stop)
}
