//! Words of the text that may mean a work without citing it.
//!
//! A mention is the name of a reference's author or organisation, its abbreviation, or the first words of its title, outside all
//! citations. A person must judge whether the work is meant.

use std::{collections::HashMap, ops::Range};

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

/// An index of those words of a paper's prose that its uncited references have.
pub struct Mentions<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The folded words that are looked for, by their number.
    vocabulary: HashMap<String, u32>,
    /// The number of the word of each token; none for the words that nothing has.
    words: Vec<Option<u32>>,
    /// Where each word stands first with a capital.
    firsts: HashMap<u32, usize>,
    /// Where two words stand next to each other, the first with a capital.
    pairs: HashMap<(u32, u32), Vec<usize>>,
    /// Where numbers stand that may be years.
    years: HashMap<i32, Vec<usize>>,
}

/// A place that may mean a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words that may mean it.
    pub span: Span,
    /// Whether hardly anything else can be meant.
    pub is_clear: bool,
}

/// Shorter titles are no sign that a work is meant.
const SHORTEST_TITLE: usize = 3;

/// Longer titles are looked for by their beginning.
const LONGEST_TITLE: usize = 8;

impl<'a> Mentions<'a> {
    /// Reads the prose outside lists and citations for words that may mean one of the `wanted` references.
    pub fn new(
        document: &'a Document,
        references: &References,
        citations: &[Citation],
        wanted: impl Iterator<Item = &'a Reference>,
    ) -> Self {
        let mut mentions = Self {
            text: document.text.as_str(),
            tokens: Vec::new(),
            vocabulary: vocabulary(wanted),
            words: Vec::new(),
            firsts: HashMap::new(),
            pairs: HashMap::new(),
            years: HashMap::new(),
        };
        let mut taken = citations
            .iter()
            .flat_map(|citation| &citation.cites)
            .map(|cite| cite.span)
            .peekable();
        for token in body(document, references)
            .into_iter()
            .flat_map(|span| tokens(&document.text, span))
        {
            while taken.next_if(|span| span.end <= token.span.start).is_some() {}
            if taken.peek().is_none_or(|span| !span.overlaps(token.span)) {
                mentions.add(token);
            }
        }
        mentions.index();
        mentions
    }

    fn add(&mut self, token: Token) {
        let word = token.text(self.text);
        let known = match token.kind {
            Kind::Word if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                self.vocabulary.get(word)
            }
            Kind::Word => self.vocabulary.get(&fold::fold(possessive_cut(word))),
            _ => None,
        };
        self.words.push(known.copied());
        self.tokens.push(token);
    }

    fn index(&mut self) {
        for start in 0..self.tokens.len() {
            let token = self.tokens[start];
            if token.kind == Kind::Number
                && token.span.len() == 4
                && let Ok(year) = token.text(self.text).parse()
            {
                self.years.entry(year).or_default().push(start);
            }
            let Some(word) = self.words[start] else {
                continue;
            };
            if !self.tokens[start]
                .text(self.text)
                .starts_with(char::is_uppercase)
            {
                continue;
            }
            self.firsts.entry(word).or_insert(start);
            if let Some(next) = self.next_word(start + 1).and_then(|next| self.words[next]) {
                self.pairs.entry((word, next)).or_default().push(start);
            }
        }
    }

    /// The place that means a reference most clearly, else the first that may mean it.
    pub fn find(&self, reference: &Reference) -> Option<Mention> {
        let title = title_phrase(reference);
        let title = title.as_deref().and_then(|title| self.find_phrase(title));
        let creators = creator_phrases(reference);
        let clear = title
            .clone()
            .filter(|place| self.is_by(reference, &creators, place.clone()))
            .or_else(|| self.beside_year(reference, &creators));
        let first = || creators.iter().find_map(|phrase| self.find_phrase(phrase));
        let is_clear = clear.is_some() || is_undated_organisation(reference);
        let place = clear.or(title).or_else(first)?;
        Some(Mention {
            span: self.widened(place.start, place.end),
            is_clear,
        })
    }

    /// Whether the creator or the year stands in the sentence of a title.
    fn is_by(&self, reference: &Reference, creators: &[String], title: Range<usize>) -> bool {
        let sentence = self.sentence(title);
        let year = reference.work.issued.date.map(|date| date.year);
        let years = year.and_then(|year| self.years.get(&year));
        years.is_some_and(|places| places.iter().any(|place| sentence.contains(place)))
            || self.find_within(creators, sentence).is_some()
    }

    /// The author in a sentence that has the year as well: `In 2010 Brandt held`. An organisation does other things in a year than
    /// to publish, and `the 1945 UN Charter` may be the charter and not the book.
    fn beside_year(&self, reference: &Reference, creators: &[String]) -> Option<Range<usize>> {
        /// In more places the year says nothing.
        const MOST: usize = 50;
        if is_by_organisation(reference) {
            return None;
        }
        let date = reference.work.issued.date?;
        let places = self.years.get(&date.year)?.iter().take(MOST);
        let mut sentences = places.map(|place| self.sentence(*place..*place + 1));
        sentences.find_map(|sentence| self.find_within(creators, sentence))
    }

    /// The first of some phrases that stands in a stretch of tokens.
    fn find_within(&self, phrases: &[String], tokens: Range<usize>) -> Option<Range<usize>> {
        phrases.iter().find_map(|phrase| {
            let numbers = self.numbers(phrase)?;
            let (first, rest) = numbers.split_first()?;
            tokens.clone().find_map(|start| {
                let begins = self.words[start] == Some(*first)
                    && self.tokens[start]
                        .text(self.text)
                        .starts_with(char::is_uppercase);
                let end = begins.then(|| self.follows(start, rest)).flatten()?;
                Some(start..end)
            })
        })
    }

    /// The tokens of the sentence in which some stand.
    fn sentence(&self, within: Range<usize>) -> Range<usize> {
        /// Sentences are looked through up to so many tokens before and behind.
        const LONGEST: usize = 40;
        let ends = |idx: &usize| {
            let is_stop = matches!(self.tokens[*idx].kind, Kind::Mark('.' | '?' | '!'));
            let next = self.tokens.get(*idx + 1);
            next.is_none_or(|next| next.gap == Gap::Break || is_stop && next.gap > Gap::None)
        };
        let Range { start, end } = within;
        let first = start.saturating_sub(LONGEST);
        let last = (end + LONGEST).min(self.tokens.len());
        let before = (first..start).rev().find(ends).map_or(first, |idx| idx + 1);
        let behind = (end.saturating_sub(1)..last)
            .find(ends)
            .map_or(last, |idx| idx + 1);
        before..behind
    }

    /// The numbers of the words of a phrase.
    fn numbers(&self, phrase: &str) -> Option<Vec<u32>> {
        let words = phrase.split(' ').filter(|word| !word.is_empty());
        words
            .map(|word| self.vocabulary.get(word).copied())
            .collect()
    }

    fn find_phrase(&self, phrase: &str) -> Option<Range<usize>> {
        let (start, end) = match self.numbers(phrase)?.as_slice() {
            [] => return None,
            [word] => (*self.firsts.get(word)?, self.firsts.get(word)? + 1),
            [first, rest @ ..] => {
                let places = self.pairs.get(&(*first, rest[0]))?;
                let mut found = places.iter();
                found.find_map(|start| Some((*start, self.follows(*start, rest)?)))?
            }
        };
        Some(start..end)
    }

    /// The token after the words of `rest` behind the word at `start`.
    fn follows(&self, start: usize, rest: &[u32]) -> Option<usize> {
        let mut at = start + 1;
        for word in rest {
            let token = self.next_word(at)?;
            if self.words[token] != Some(*word) {
                return None;
            }
            at = token + 1;
        }
        Some(at)
    }

    /// The word at `start` or behind one mark there.
    fn next_word(&self, start: usize) -> Option<usize> {
        (start..self.tokens.len())
            .take(2)
            .find(|idx| self.tokens[*idx].kind == Kind::Word)
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
fn possessive_cut(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}

/// The words of all phrases that may mean one of the references, each with a number.
fn vocabulary<'r>(wanted: impl Iterator<Item = &'r Reference>) -> HashMap<String, u32> {
    let mut vocabulary = HashMap::new();
    for phrase in wanted.flat_map(phrases) {
        for word in phrase.split(' ') {
            if !vocabulary.contains_key(word) {
                vocabulary.insert(word.to_owned(), vocabulary.len() as u32);
            }
        }
    }
    vocabulary
}

/// The folded phrases that may mean a reference.
fn phrases(reference: &Reference) -> Vec<String> {
    let title = title_phrase(reference).into_iter();
    title.chain(creator_phrases(reference)).collect()
}

/// The first words of the title, if they are enough to tell it.
fn title_phrase(reference: &Reference) -> Option<String> {
    let title = reference.work.title.as_deref().unwrap_or_default();
    let main_title = fold::fold(title.split([':', '?']).next().unwrap_or_default());
    let words: Vec<_> = main_title.split(' ').take(LONGEST_TITLE).collect();
    (words.len() >= SHORTEST_TITLE).then(|| words.join(" "))
}

/// The first creator, an organisation in its several forms, the surest first.
fn creator_phrases(reference: &Reference) -> Vec<String> {
    let mut phrases = match reference.work.creators().names.first() {
        Some(Name::Organisation { literal }) => organisation_phrases(literal),
        Some(name) => vec![fold::fold(&name.cited())],
        None => Vec::new(),
    };
    phrases.retain(|phrase| phrase.chars().count() > 2);
    phrases
}

/// Whether a work is by an organisation and has no year by which it could be cited.
fn is_undated_organisation(reference: &Reference) -> bool {
    let issued = &reference.work.issued;
    let has_year = issued.date.is_some() || issued.status.is_some();
    !has_year && is_by_organisation(reference)
}

/// Whether the first creator is an organisation.
fn is_by_organisation(reference: &Reference) -> bool {
    let creator = reference.work.creators().names.first();
    matches!(creator, Some(Name::Organisation { .. }))
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
