//! The style that a paper has by itself: how most of its citations are written, as a style of CSL.
//!
//! `habit` learns it, `votes` and `locator` help; `csl` writes it as a style; `shown` foretells what pandoc makes of a citation by key in this
//! style, so that what would come out otherwise than it was typed is written in another way, or stays as it is; `order` chooses the order
//! of the list, on which the letters behind years hang.

mod csl;
mod habit;
mod locator;
mod order;
mod shown;
#[cfg(test)]
mod tests;
mod votes;

use std::collections::BTreeSet;

use self::{habit::Habit, order::Order};
use super::{
    Left, Reason,
    names::with_particles,
    plan,
    typed::{Author, Frame, Typed, TypedCite, typed},
};
use crate::{
    citation::{self, Mode},
    project::Paper,
    span::Span,
    work::Work,
};

/// The style that a paper has by itself.
#[derive(Debug)]
pub struct Own<'w> {
    habit: Habit,
    order: Order,
    /// The works of its list, as they will be read by key.
    works: &'w [Work],
    /// Those whose authors are cited with their particles.
    with_particles: BTreeSet<usize>,
}

impl<'w> Own<'w> {
    /// Learns the style of a paper; none where it does not cite by author and year. `works` are those that its list has, in order, as
    /// they stand in the .bib.
    pub fn of(paper: &Paper, works: &'w [Work]) -> Option<Self> {
        let (typed, _) = typed(paper);
        let is_numeric = |typed: &Typed| typed.frame == Frame::Number;
        let has_numbers = paper
            .citations
            .iter()
            .any(|citation| citation.mode == Mode::Numeric);
        if typed.is_empty() || has_numbers || typed.iter().any(is_numeric) {
            return None;
        }
        let mut own = Self {
            habit: Habit::of(paper, &typed, works),
            order: Order::default(),
            works,
            with_particles: with_particles(paper),
        };
        own.order = own.order_of(paper, &typed);
        Some(own)
    }

    /// The citations, each in a form that pandoc gives back as it was typed; those for which there is none are left.
    pub(super) fn exact(&self, text: &str, typed: Vec<Typed>, left: &mut Vec<Left>) -> Vec<Typed> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for typed in typed {
            let span = typed.span;
            let references: Vec<usize> = typed.cites.iter().map(|cite| cite.reference).collect();
            let is_bare = matches!(typed.frame, Frame::Bare { .. });
            match self.fitted(text, typed, &seen) {
                Some(fitted) => {
                    seen.extend(references);
                    kept.push(fitted);
                }
                None => left.push(Left {
                    span,
                    reason: if is_bare {
                        Reason::Bare
                    } else {
                        Reason::Otherwise
                    },
                }),
            }
        }
        kept
    }

    /// A citation in the first form that comes out as it was typed.
    fn fitted(&self, text: &str, mut typed: Typed, seen: &BTreeSet<usize>) -> Option<Typed> {
        let span = typed.span;
        for cite in &mut typed.cites {
            cite.is_literal = !self.writes_tail(cite.tail.slice(text));
        }
        for pair in 1..typed.cites.len() {
            let names = |cite: &TypedCite| self.names(cite.reference, seen);
            let is_same = names(&typed.cites[pair - 1]) == names(&typed.cites[pair]);
            typed.cites[pair].is_by_others &= !is_same;
        }
        let as_typed = span.slice(text);
        let hidden = self.with_typed_names(text, &typed, seen);
        let repeated = with_repeated_names(text, &hidden);
        [typed, hidden, repeated].into_iter().find(|typed| {
            let shown = self.shown(text, typed, seen);
            let outside = &text[span.start..typed.span.start];
            shown.is_some_and(|shown| {
                self.is_same(&format!("{outside}{shown}"), as_typed, typed.frame)
            })
        })
    }

    /// Keeps names as typed where the style would write others.
    fn with_typed_names(&self, text: &str, typed: &Typed, seen: &BTreeSet<usize>) -> Typed {
        let shown = |cite: &TypedCite| self.names(cite.reference, seen);
        let mut kept = match typed.frame {
            Frame::Narrative(bracket) => {
                let names = typed.cites.first().and_then(shown);
                let outside = &text[typed.span.start..bracket.start.max(typed.span.start)];
                let is_same = names.is_some_and(|names| self.is_same(&names, outside, typed.frame));
                let kept = plan::names_kept(typed).filter(|_| !is_same);
                kept.unwrap_or_else(|| typed.clone())
            }
            _ => typed.clone(),
        };
        let is_narrative = matches!(kept.frame, Frame::Narrative(_));
        for cite in kept.cites.iter_mut().skip(usize::from(is_narrative)) {
            let names = shown(cite).unwrap_or_default();
            let start = &text[cite.core.start..cite.year.start.max(cite.core.start)];
            let is_shown = cite.author == Author::Shown && cite.core.covers(cite.delimiter);
            let delimiter = self
                .works
                .get(cite.reference)
                .map_or(" ", |work| self.delimiter(work));
            if is_shown && !self.is_same(&format!("{names}{delimiter}"), start, Frame::Bracket) {
                hide(text, cite);
            }
        }
        kept
    }

    /// Whether two texts are the same but for blanks, and for the forms of quotes and dashes.
    ///
    /// Where the style has `&`, names in the sentence are joined by a word: so does pandoc from version 3 on.
    fn is_same(&self, shown: &str, typed: &str, frame: Frame) -> bool {
        let has_sign = self.habit.connector == "&" && matches!(frame, Frame::Narrative(_));
        if !has_sign {
            return letters(shown) == letters(typed);
        }
        let open = self.habit.brackets[0];
        let halves = |text: &str| {
            let at = text.find(open).unwrap_or(text.len());
            (with_signs(&text[..at]), letters(&text[at..]))
        };
        halves(shown) == halves(typed)
    }
}

/// Names without blanks, joined by `&` instead of a word.
fn with_signs(names: &str) -> String {
    let words = names.split_whitespace();
    let words = words.map(|word| {
        if citation::is_connector(word) {
            "&"
        } else {
            word
        }
    });
    letters(&words.collect::<String>())
}

/// Keeps the names of a cite as typed, before its year.
fn hide(text: &str, cite: &mut TypedCite) {
    cite.prefix = Span::new(cite.start(), cite.year.start.max(cite.start())).trim(text);
    cite.author = Author::Hidden;
    cite.delimiter = Span::default();
}

/// Keeps names as typed that stand in one citation several times, for a style gathers such works.
fn with_repeated_names(text: &str, typed: &Typed) -> Typed {
    let mut kept = typed.clone();
    for cite in kept.cites.iter_mut().skip(1) {
        if cite.author == Author::Shown {
            hide(text, cite);
        }
    }
    kept
}

/// A text without blanks, all its quotes and dashes in one form.
fn letters(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}');
    let letters = letters.map(|letter| match letter {
        '’' | '‘' | '`' | '´' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        letter => letter,
    });
    letters.collect()
}
