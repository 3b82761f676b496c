//! The best division of a list, given what each of its lines shows.

use super::clues::Clues;
use crate::reference::list::opening::Opening;

/// The most lines that one reference may take; the longest with all their authors in a narrow column have some forty.
const MOST_LINES: usize = 60;

/// From this length on a reference is likely two (bytes): of 5,412 in 97 papers, 999 in 1,000 are shorter.
const LONG: usize = 700;

/// Up to this length a reference is likely a part of one (bytes): of 5,412 in 97 papers, all are longer.
const SHORT: usize = 30;

/// What it costs that two lines of a reference open with a name or title before a bracketed year, `Title. (2018). Press.` (nats).
const TWO_DATED: f32 = -2.0;

/// From how many references on a list can be seen to be sorted.
const SORTED_FROM: usize = 5;

/// What the references of a list have in common, in nats for and against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// What a reference without a year costs.
    no_year: f32,
    /// What a reference gains that is filed behind the one before it.
    ascending: f32,
    /// What a reference costs that is filed before the one before it.
    descending: f32,
}

impl Habits {
    /// The habits of lists at large.
    pub(super) fn unknown() -> Self {
        Self {
            no_year: -2.0,
            ascending: 0.0,
            descending: 0.0,
        }
    }

    /// The habits of a list whose starts are known.
    pub(super) fn of(clues: &[Clues], starts: &[bool]) -> Self {
        let firsts: Vec<usize> = (0..starts.len()).filter(|idx| starts[*idx]).collect();
        let ends = firsts.iter().skip(1).copied().chain([starts.len()]);
        let n_dated = firsts
            .iter()
            .zip(ends)
            .filter(|(start, end)| clues[**start..*end].iter().any(|clues| clues.has_year))
            .count() as f32;
        let pairs = firsts
            .windows(2)
            .filter_map(|pair| ascends(&clues[pair[0]], &clues[pair[1]]));
        let (n_ascending, n_pairs) = pairs.fold((0.0, 0.0), |(n, total), up| {
            (n + f32::from(u8::from(up)), total + 1.0)
        });
        let total = firsts.len() as f32;
        // Rules of succession: one case of each kind is taken as seen.
        let mut habits = Self {
            no_year: (((total - n_dated + 1.0) / (total + 8.0)) / 0.5)
                .ln()
                .min(0.0),
            ..Self::unknown()
        };
        if n_pairs >= SORTED_FROM as f32 && n_ascending / n_pairs > 0.8 {
            let rate = (n_ascending + 1.0) / (n_pairs + 2.0);
            habits.ascending = (rate / 0.5).ln();
            habits.descending = ((1.0 - rate) / 0.5).ln();
        }
        habits
    }

    /// What the order of two references in succession is worth.
    fn order(&self, first: &Clues, second: &Clues) -> f32 {
        match ascends(first, second) {
            Some(true) => self.ascending,
            Some(false) => self.descending,
            None => 0.0,
        }
    }

    /// What a reference of this length, with a year or without, is worth.
    fn reference(&self, length: usize, has_year: bool) -> f32 {
        let excess = length.saturating_sub(LONG) as f32 / LONG as f32;
        let year = if has_year { 0.0 } else { self.no_year };
        let short = if length < SHORT { -2.0 } else { 0.0 };
        year + short - excess.min(4.0)
    }
}

/// Whether the second line is filed behind the first; none where that cannot be told.
fn ascends(first: &Clues, second: &Clues) -> Option<bool> {
    let is_told =
        !first.key.is_empty() && !second.key.is_empty() && second.opening != Opening::Repeated;
    is_told.then(|| first.key <= second.key)
}

/// Says of each line whether a reference starts with it, so that the sum over all references is the highest.
///
/// `odds` holds what each line by itself gains as a start.
pub(super) fn divide(clues: &[Clues], odds: &[f32], habits: &Habits) -> Vec<bool> {
    // The best sum of the references before a start, and the start of the last of them.
    let mut best = vec![(f32::NEG_INFINITY, 0); clues.len() + 1];
    if let Some(first) = best.first_mut() {
        first.0 = 0.0;
    }
    for end in 1..=clues.len() {
        let (mut length, mut has_year, mut n_dated) = (0, false, 0);
        for start in (end.saturating_sub(MOST_LINES)..end).rev() {
            length += clues[start].length + 1;
            has_year |= clues[start].has_year;
            let order = clues
                .get(end)
                .map_or(0.0, |next| habits.order(&clues[start], next));
            let is_dated = clues[start].opening == Opening::BeforeYear;
            n_dated += usize::from(is_dated);
            let two = if is_dated && n_dated > 1 {
                TWO_DATED
            } else {
                0.0
            };
            let reference = habits.reference(length, has_year) + two;
            let sum = best[start].0 + odds[start] + reference + order;
            if sum > best[end].0 {
                best[end] = (sum, start);
            }
        }
    }
    trace(&best)
}

/// Follows the starts from the last reference back to the first.
fn trace(best: &[(f32, usize)]) -> Vec<bool> {
    let mut starts = vec![false; best.len() - 1];
    let mut end = starts.len();
    while end > 0 {
        end = best[end].1;
        starts[end] = true;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        reference::list::{lines::lines, split::clues::clues},
        span::Span,
    };

    fn clues_of(text: &str) -> Vec<Clues> {
        clues(text, &lines(text, Span::new(0, text.len())))
    }

    /// Divides lines by the odds of each, with the habits of lists at large.
    #[track_caller]
    fn check(text: &str, odds: &[f32], expected: &[bool]) {
        let starts = divide(&clues_of(text), odds, &Habits::unknown());
        assert_eq!(starts, expected, "{text}");
    }

    #[test]
    fn the_odds_decide() {
        let dated = "Bread and salt and more, Harbour Press 2010\n".repeat(3);
        check(&dated, &[1.0, 1.0, 1.0], &[true, true, true]);
        check(&dated, &[1.0, -1.0, 1.0], &[true, false, true]);
    }

    #[test]
    fn the_first_line_always_starts() {
        check("Bread and salt, Harbour Press 2010", &[-9.0], &[true]);
        check("", &[], &[]);
    }

    #[test]
    fn a_reference_has_a_year() {
        let text = "Bread and salt and more than that\nHarbour Press, by the sea, 2010";
        check(text, &[1.0, 1.0], &[true, false]);
        check(text, &[1.0, 3.0], &[true, true]);
    }

    #[test]
    fn no_reference_takes_more_lines_than_the_longest() {
        let text = "2010 bread\n".repeat(MOST_LINES + 1);
        let starts = divide(
            &clues_of(&text),
            &vec![-5.0; MOST_LINES + 1],
            &Habits::unknown(),
        );
        assert_eq!(starts.iter().filter(|is_start| **is_start).count(), 2);
    }

    #[test]
    fn a_sorted_list_is_seen_to_be_sorted() {
        let clues = clues_of("Abt\nBrandt\nDorn\nKoch\nLind\nMay\nPark");
        let sorted = Habits::of(&clues, &[true; 7]);
        assert!(sorted.order(&clues[0], &clues[1]) > 0.0);
        assert!(sorted.order(&clues[1], &clues[0]) < 0.0);
        let few = Habits::of(&clues[..3], &[true; 3]);
        assert!(few.order(&clues[1], &clues[0]).abs() < f32::EPSILON);
    }
}
