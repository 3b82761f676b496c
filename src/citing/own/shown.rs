//! What pandoc makes of a citation by key in the style of a paper, as its citeproc does it.

use std::collections::BTreeSet;

use super::{
    super::typed::{self, Frame, Typed, TypedCite},
    Own,
    habit::{Collapse, Original},
    locator,
};
use crate::work::{Name, Work, fold::single_spaced};

/// One work of a citation, as it will stand there.
struct Piece {
    prefix: String,
    /// The names, whether they are shown or not.
    names: String,
    /// The same with the given names of those that are named: works with the same come together.
    makers: String,
    is_shown: bool,
    /// What stands behind the names, where they are shown.
    delimiter: String,
    year: String,
    letter: String,
    tail: String,
    /// Whether the tail is a page that the style writes.
    has_locator: bool,
}

impl Own<'_> {
    /// The whole citation; none where it cannot be foretold.
    pub(super) fn shown(
        &self,
        text: &str,
        typed: &Typed,
        seen: &BTreeSet<usize>,
    ) -> Option<String> {
        let [open, close] = self.habit.brackets;
        match typed.frame {
            Frame::Number => Some(typed.span.slice(text).to_owned()),
            Frame::Bare { .. } => None,
            Frame::Bracket => {
                let pieces = self.pieces(text, typed, seen, 0)?;
                Some(format!("{open}{}{close}", self.joined(&pieces)?))
            }
            Frame::Narrative(_) => {
                let names = self.names(typed.cites.first()?.reference, seen)?;
                let pieces = self.pieces(text, typed, seen, 1)?;
                Some(format!("{names} {open}{}{close}", self.joined(&pieces)?))
            }
        }
    }

    /// The works of a citation; the names of the first `n_outside` stand before the bracket.
    fn pieces(
        &self,
        text: &str,
        typed: &Typed,
        seen: &BTreeSet<usize>,
        n_outside: usize,
    ) -> Option<Vec<Piece>> {
        let inside = typed.cites.iter().skip(n_outside);
        let hidden = typed::hidden_authors(inside.map(|cite| (cite.author, cite.is_by_others)));
        let hidden = std::iter::repeat_n(true, n_outside).chain(hidden);
        let cites = typed.cites.iter().zip(hidden);
        cites
            .map(|(cite, is_hidden)| self.piece(text, cite, is_hidden, seen))
            .collect()
    }

    fn piece(
        &self,
        text: &str,
        cite: &TypedCite,
        is_hidden: bool,
        seen: &BTreeSet<usize>,
    ) -> Option<Piece> {
        let work = self.works.get(cite.reference)?;
        let tail = cite.tail.slice(text);
        let page = if cite.is_literal {
            None
        } else {
            self.page(tail)
        };
        if cite.is_literal && self.habit.locator.has_two_labels() {
            return None;
        }
        let names = self
            .names(cite.reference, seen)
            .or_else(|| is_hidden.then(String::new))?;
        let has_date = work.issued.date.is_some();
        let letter = cite.letter.filter(|_| has_date).map(String::from);
        Some(Piece {
            prefix: single_spaced(cite.prefix.slice(text)).into_owned(),
            makers: format!("{names}{}", self.given_names(work)),
            names,
            is_shown: !is_hidden,
            delimiter: self.delimiter(work).to_owned(),
            year: self.year(work),
            letter: letter.unwrap_or_default(),
            has_locator: page.is_some(),
            tail: page.unwrap_or_else(|| tail.to_owned()),
        })
    }

    /// What the style makes of a tail that is a page.
    fn page(&self, tail: &str) -> Option<String> {
        let parts = locator::parts(tail)?;
        let own = &self.habit.locator;
        let label = &own.labels[usize::from(parts.is_several())];
        Some(format!("{}{label}{}", own.delimiter, parts.number))
    }

    /// Whether the style writes what stands behind a year as it is typed.
    pub(super) fn writes_tail(&self, tail: &str) -> bool {
        match self.page(tail) {
            Some(page) => super::letters(&page) == super::letters(tail),
            None => !may_be_locator(tail),
        }
    }

    /// The works between the brackets; none where works of the same authors that stand apart would come together.
    fn joined(&self, pieces: &[Piece]) -> Option<String> {
        let gathers = self.habit.collapse != Collapse::Never;
        let mut output = String::new();
        for (place, piece) in pieces.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &pieces[before]);
            let follows = before.filter(|before| gathers && goes_on(before, piece));
            let stands_apart =
                |other: &Piece| gathers && piece.prefix.is_empty() && other.makers == piece.makers;
            if follows.is_none() && pieces[..place.saturating_sub(1)].iter().any(stands_apart) {
                return None;
            }
            self.add(piece, before, follows.is_some(), &mut output);
        }
        Some(output)
    }

    fn add(&self, piece: &Piece, before: Option<&Piece>, follows: bool, output: &mut String) {
        let habit = &self.habit;
        let letters = match (&habit.collapse, before) {
            (Collapse::Letters(delimiter), Some(before)) => {
                let is_letter =
                    before.year == piece.year && !piece.letter.is_empty() && !before.has_locator;
                (follows && is_letter).then_some(delimiter.as_str())
            }
            _ => None,
        };
        match before {
            None => {}
            Some(_) if letters.is_some() => {}
            Some(before) if follows && !before.has_locator => {
                output.push_str(&habit.group_delimiter);
            }
            Some(_) => output.push_str(&habit.cite_delimiter),
        }
        if let Some(delimiter) = letters {
            output.push_str(&format!("{delimiter}{}{}", piece.letter, piece.tail));
            return;
        }
        if !piece.prefix.is_empty() {
            output.push_str(&format!("{} ", piece.prefix));
        }
        if piece.is_shown && !follows {
            output.push_str(&format!("{}{}", piece.names, piece.delimiter));
        }
        output.push_str(&format!("{}{}{}", piece.year, piece.letter, piece.tail));
    }

    /// The names of a work, shortened as its place in the paper asks.
    pub(super) fn names(&self, reference: usize, seen: &BTreeSet<usize>) -> Option<String> {
        let habit = &self.habit;
        let work = self.works.get(reference)?;
        let creators = work.creators();
        let mut names: Vec<String> = creators
            .names
            .iter()
            .map(|name| self.family(name, reference))
            .collect();
        if names.is_empty() {
            return work.title.clone();
        }
        let n_authors = names.len() + usize::from(creators.et_al);
        let from = habit.shortened_from[usize::from(seen.contains(&reference))];
        if n_authors >= from && n_authors > habit.n_shown {
            names.truncate(habit.n_shown);
            let comma = if habit.has_et_al_comma || habit.n_shown > 1 {
                ","
            } else {
                ""
            };
            return Some(format!(
                "{}{comma} {}",
                names.join(&habit.name_delimiter),
                habit.et_al
            ));
        }
        if creators.et_al {
            return None;
        }
        let last = names.pop()?;
        let comma = if names.len() > 1 && habit.has_last_comma {
            ","
        } else {
            ""
        };
        Some(match (names.as_slice(), habit.connector.as_str()) {
            ([], _) => last,
            (others, "") => format!(
                "{}{}{last}",
                others.join(&habit.name_delimiter),
                habit.name_delimiter
            ),
            (others, and) => format!("{}{comma} {and} {last}", others.join(&habit.name_delimiter)),
        })
    }

    /// The given names of those whom a citation names when it is shortened.
    fn given_names(&self, work: &Work) -> String {
        let shown = work.creators().names.iter().take(self.habit.n_shown);
        let given = shown.filter_map(|name| match name {
            Name::Person(person) => person.given.clone(),
            Name::Organisation { .. } => None,
        });
        given.collect()
    }

    fn family(&self, name: &Name, reference: usize) -> String {
        let family = match name {
            Name::Person(person) if !self.with_particles.contains(&reference) => {
                person.family.clone()
            }
            name => name.cited(),
        };
        if self.habit.has_capitals {
            family.to_uppercase()
        } else {
            family
        }
    }

    /// What stands between names and year.
    pub(super) fn delimiter(&self, work: &Work) -> &str {
        match work.issued.date {
            Some(_) => &self.habit.year_delimiter,
            None => &self.habit.undated_delimiter,
        }
    }

    /// The year, or what stands for it.
    fn year(&self, work: &Work) -> String {
        let issued = &work.issued;
        let Some(date) = issued.date else {
            let has_state = issued
                .status
                .is_some_and(|status| status.pubstate().is_some());
            let words = if has_state {
                &self.habit.status
            } else {
                &self.habit.no_date
            };
            return words.clone();
        };
        let last = issued.end.filter(|end| end.year != date.year);
        let last = last.map(|end| format!("–{}", end.year)).unwrap_or_default();
        let year = format!("{}{last}", date.year);
        match (self.habit.original, issued.original) {
            (_, None) | (Original::Hidden, _) => year,
            (Original::Slash, Some(first)) => format!("{first}/{year}"),
            (Original::BracketBefore, Some(first)) => format!("[{first}] {year}"),
            (Original::RoundBefore, Some(first)) => format!("({first}) {year}"),
            (Original::BracketBehind, Some(first)) => format!("{year} [{first}]"),
        }
    }
}

/// Whether a work joins the one before: the same names, and nothing between them.
fn goes_on(before: &Piece, piece: &Piece) -> bool {
    let is_free = before.tail.is_empty() || before.has_locator;
    before.makers == piece.makers && piece.prefix.is_empty() && is_free && !piece.names.is_empty()
}

/// Whether pandoc may read a locator in what stands behind a year: a number within its first two words.
fn may_be_locator(tail: &str) -> bool {
    let mut words = tail.split(|letter: char| letter.is_whitespace() || letter == '\u{a0}');
    let has_number = |word: &str| {
        let roman = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_roman =
            !roman.is_empty() && roman.chars().all(|letter| "ivxlcIVXLC".contains(letter));
        is_roman || word.contains(|letter: char| letter.is_ascii_digit())
    };
    words
        .by_ref()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(2)
        .any(has_number)
}
