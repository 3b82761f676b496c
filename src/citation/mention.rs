//! Words of the text that may mean a work without citing it.
//!
//! A mention is the name of a reference's author or organisation, its abbreviation, or the first words of its title, outside all
//! citations. A person must judge whether the work is meant.

use std::collections::HashMap;

use super::{
    Citation, body,
    token::{Gap, Kind, Token, tokens},
    words::is_inner_word,
};
use crate::{
    document::Document,
    reference::{Reference, References},
    span::Span,
    work::{Name, fold},
};

/// An index of the words of a paper's prose.
pub struct Mentions<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    places: HashMap<String, Vec<usize>>,
}

/// Shorter titles are no sign that a work is meant.
const SHORTEST_TITLE: usize = 3;

/// Longer titles are looked for by their beginning.
const LONGEST_TITLE: usize = 8;

impl<'a> Mentions<'a> {
    /// Reads the prose outside lists and citations.
    pub fn new(document: &'a Document, references: &References, citations: &[Citation]) -> Self {
        let text = document.text.as_str();
        let mut mentions = Self {
            text,
            tokens: Vec::new(),
            places: HashMap::new(),
        };
        let mut taken = citations
            .iter()
            .flat_map(|citation| &citation.cites)
            .map(|cite| cite.span)
            .peekable();
        for token in body(document, references)
            .into_iter()
            .flat_map(|span| tokens(text, span))
        {
            while taken.next_if(|span| span.end <= token.span.start).is_some() {}
            if taken.peek().is_some_and(|span| span.overlaps(token.span)) {
                continue;
            }
            if token.kind == Kind::Word {
                let folded = fold::fold(&possessive_cut(token.text(text)));
                mentions
                    .places
                    .entry(folded)
                    .or_default()
                    .push(mentions.tokens.len());
            }
            mentions.tokens.push(token);
        }
        mentions
    }

    /// The first place that may mean a reference.
    pub fn find(&self, reference: &Reference) -> Option<Span> {
        phrases(reference)
            .iter()
            .find_map(|phrase| self.find_phrase(phrase))
    }

    fn find_phrase(&self, phrase: &str) -> Option<Span> {
        let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        let places = self.places.get(first)?;
        let found = places.iter().find_map(|start| {
            let capital = self.tokens[*start]
                .text(self.text)
                .starts_with(char::is_uppercase);
            let end = self.follows(*start, rest)?;
            capital.then_some((*start, end))
        })?;
        Some(self.widened(found.0, found.1))
    }

    /// The token after the words of `rest` behind the word at `start`.
    fn follows(&self, start: usize, rest: &str) -> Option<usize> {
        let mut at = start + 1;
        for word in rest.split(' ').filter(|word| !word.is_empty()) {
            let token = self.tokens[at..]
                .iter()
                .take(2)
                .position(|token| token.kind == Kind::Word)?
                + at;
            if fold::fold(&possessive_cut(self.tokens[token].text(self.text))) != word {
                return None;
            }
            at = token + 1;
        }
        Some(at)
    }

    /// The mention with the year or article before it and a short bracket behind it: `the 1945 UN Charter`, `López Obrador (AMLO)`.
    fn widened(&self, mut start: usize, mut end: usize) -> Span {
        if start > 0
            && self.tokens[start].gap < Gap::Break
            && self.tokens[start - 1].kind == Kind::Number
        {
            start -= 1;
            if start > 0 && matches!(self.tokens[start - 1].text(self.text), "the" | "The") {
                start -= 1;
            }
        }
        if self
            .tokens
            .get(end)
            .is_some_and(|token| token.kind == Kind::Open)
        {
            let close = self.tokens[end..]
                .iter()
                .take(6)
                .position(|token| token.kind == Kind::Close);
            end = close.map_or(end, |close| end + close + 1);
        }
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }
}

/// A word without `’s`.
fn possessive_cut(word: &str) -> String {
    word.trim_end_matches("'s")
        .trim_end_matches("’s")
        .to_owned()
}

/// The folded phrases that may mean a reference, the surest first.
fn phrases(reference: &Reference) -> Vec<String> {
    let mut phrases = Vec::new();
    let title = reference.work.title.as_deref().unwrap_or_default();
    let main_title = fold::fold(title.split([':', '?']).next().unwrap_or_default());
    let words: Vec<_> = main_title.split(' ').take(LONGEST_TITLE).collect();
    if words.len() >= SHORTEST_TITLE {
        phrases.push(words.join(" "));
    }
    match reference.work.creators().names.first() {
        Some(Name::Organisation { literal }) => phrases.extend(organisation_phrases(literal)),
        Some(name) => phrases.push(fold::fold(&name.cited())),
        None => {}
    }
    phrases.retain(|phrase| phrase.chars().count() > 2);
    phrases
}

/// An organisation’s whole name, its pieces, and the name with its first words abbreviated: `UN Charter`.
fn organisation_phrases(literal: &str) -> Vec<String> {
    let mut phrases = vec![fold::fold(literal)];
    // `Mérida Initiative. U.S. Department of State`, `IBGE - Instituto Brasileiro`, `World Health Organization (WHO)`
    let pieces = literal.split(['(', ')', '[', ']', '–', '—', '/']);
    let pieces = pieces
        .flat_map(|piece| piece.split(". "))
        .flat_map(|piece| piece.split(" - "));
    let is_name = |piece: &String| piece.contains(' ');
    phrases.extend(pieces.clone().map(fold::fold).filter(is_name));
    let is_short = |piece: &&str| piece.chars().filter(|c| c.is_uppercase()).count() > 1;
    phrases.extend(pieces.map(str::trim).filter(is_short).map(fold::fold));
    let words: Vec<_> = literal.split_whitespace().collect();
    for n_abbreviated in (2..=words.len()).rev() {
        let initials: String = words[..n_abbreviated]
            .iter()
            .filter(|word| !is_inner_word(&word.to_lowercase()))
            .filter_map(|word| word.chars().next())
            .collect();
        let rest = words[n_abbreviated..].join(" ");
        if initials.chars().count() >= 2 {
            phrases.push(fold::fold(&format!("{initials} {rest}")));
        }
    }
    phrases
}
