//! Addresses and identifiers, by their form.

use super::{super::Words, Label};
use crate::{
    reference::label::token::{TokenKind, url_start},
    work::doi_in,
};

/// Addresses and DOIs are labelled by their form (worth 3 points of F1 of DOIs).
pub(super) fn label_identifiers(words: &mut Words) {
    for (token, label) in words.tokens.iter().zip(&mut words.labels) {
        let printed = token.text(words.text);
        match token.kind {
            TokenKind::Doi => *label = Label::Doi,
            TokenKind::Url => *label = label_of_address(printed),
            TokenKind::Word | TokenKind::Dashes => {}
        }
    }
    free_bare_numbers(words);
    label_urn(words);
}

/// `n° 89-17.123`: digits alone are no address; they belong to what they touch.
fn free_bare_numbers(words: &mut Words) {
    for idx in 1..words.len() {
        let is_number = words.printed(idx).bytes().all(|byte| byte.is_ascii_digit());
        let is_alone = words.labels[idx - 1] != Label::Url
            && words
                .labels
                .get(idx + 1)
                .is_none_or(|next| *next != Label::Url);
        if words.labels[idx] == Label::Url && is_number && is_alone {
            words.labels[idx] = if words.gap(idx).contains(' ') {
                Label::Other
            } else {
                words.labels[idx - 1]
            };
        }
    }
}

/// `URN: urn:nbn:de:101:1-2010052912`: a name of this form (RFC 8141) is one address.
fn label_urn(words: &mut Words) {
    let Some(start) = (0..words.len()).find(|idx| {
        words.lower(*idx) == "urn" && words.gap(idx + 1) == ":" && words.printed(*idx) == "urn"
    }) else {
        return;
    };
    let is_inside = |idx: &usize| !words.gap(*idx).contains(char::is_whitespace);
    let end = start + 1 + (start + 1..words.len()).take_while(is_inside).count();
    words.labels[start..end].fill(Label::Url);
    if start > 0 && words.lower(start - 1) == "urn" {
        words.labels[start - 1] = Label::Other;
    }
}

/// The label of an address: a DOI where it leads to one.
fn label_of_address(address: &str) -> Label {
    let is_doi =
        url_start(address).is_some() && address.contains("doi.org/") && doi_in(address).is_some();
    if is_doi { Label::Doi } else { Label::Url }
}
