//! How much each clue counts: first as in lists at large, then as in the list at hand.

use super::clues::{Clues, N_CLUES};

/// How often a value of a clue is seen where a reference starts and where it goes on, in per cent.
type Rate = (f32, f32);

/// The rates of lists at large, clue by clue in the order of [`Clues::values`].
///
/// Set by hand, after looking at lists with one line a reference, hanging indents, hard-wrapped lines and numbers. Only their order
/// of size matters: after the first division the list at hand outweighs them. A value that starts or inner lines hardly ever have
/// has 0.2.
const AT_LARGE: [&[Rate]; N_CLUES] = [
    // Opening
    &[
        (4.0, 0.3),  // Repeated
        (36.0, 2.0), // FamilyInitial
        (20.0, 4.0), // FamilyGiven
        (18.0, 0.5), // FamilyInitials
        (4.0, 1.0),  // InitialFamily
        (6.0, 1.5),  // BeforeYear
        (2.0, 1.0),  // BeforeBareYear
        (1.0, 1.5),  // Quotation
        (8.0, 40.0), // Capital
        (0.5, 30.0), // Small
        (0.2, 9.0),  // Digit
        (0.2, 5.0),  // Address
        (0.2, 4.0),  // Sign
    ],
    // Mark
    &[
        (80.0, 97.0), // None
        (12.0, 0.5),  // NextNumber
        (0.5, 2.0),   // OtherNumber
        (5.0, 0.4),   // Bullet
        (3.0, 0.1),   // Label
    ],
    // Ending
    &[
        (66.0, 10.0), // Stop
        (3.0, 9.0),   // Abbreviation
        (10.0, 2.0),  // Address
        (10.0, 8.0),  // Digit
        (5.0, 3.0),   // Closing
        (5.0, 46.0),  // Letter
        (1.0, 22.0),  // Open
    ],
    // Room
    &[
        (10.0, 70.0), // None
        (15.0, 22.0), // Little
        (74.0, 6.0),  // Plenty
        (1.0, 12.0),  // NoBreak
    ],
    // Apart
    &[(65.0, 98.0), (35.0, 2.0)],
    // Indented
    &[(92.0, 55.0), (8.0, 45.0)],
    // Year
    &[(40.0, 65.0), (60.0, 35.0)],
];

/// How many lines' worth of belief the rates of lists at large keep against the list at hand.
const BELIEF: f32 = 6.0;

/// How much each value of each clue speaks for the start of a reference, in nats.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    clues: [Vec<f32>; N_CLUES],
    /// How much more often a line starts a reference than not.
    any: f32,
}

impl Weights {
    /// The weights of lists at large.
    pub(super) fn at_large() -> Self {
        Self::of(&[], &[])
    }

    /// The weights of a list whose starts are known, as far as it is long enough to tell.
    pub(super) fn of(clues: &[Clues], starts: &[bool]) -> Self {
        let mut counts = AT_LARGE.map(|rates| vec![(0.0, 0.0); rates.len()]);
        let mut totals = (0.0, 0.0);
        for (clues, is_start) in clues.iter().zip(starts) {
            add(&mut totals, *is_start);
            for (counts, value) in counts.iter_mut().zip(clues.values()) {
                add(&mut counts[value], *is_start);
            }
        }
        let mut idx = 0;
        let clues = counts.map(|counts| {
            let rates = AT_LARGE[idx];
            idx += 1;
            let both = rates.iter().zip(counts);
            both.map(|(rate, count)| weight(*rate, count, totals))
                .collect()
        });
        Self {
            clues,
            any: ((totals.0 + BELIEF) / (totals.1 + BELIEF)).ln(),
        }
    }

    /// How much the clues of a line speak for a start.
    pub(super) fn odds(&self, clues: &Clues) -> f32 {
        let weights = self.clues.iter().zip(clues.values());
        self.any + weights.map(|(weights, value)| weights[value]).sum::<f32>()
    }
}

/// Counts a line as a start or as an inner one.
fn add(count: &mut (f32, f32), is_start: bool) {
    if is_start {
        count.0 += 1.0;
    } else {
        count.1 += 1.0;
    }
}

/// The logarithm of how much more often a value is seen at starts, with the rates at large as pseudo-counts.
fn weight(rate: Rate, count: (f32, f32), totals: (f32, f32)) -> f32 {
    let at_starts = (count.0 + BELIEF * rate.0 / 100.0) / (totals.0 + BELIEF);
    let inside = (count.1 + BELIEF * rate.1 / 100.0) / (totals.1 + BELIEF);
    (at_starts / inside).ln()
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

    #[test]
    fn starts_have_better_odds_than_inner_lines() {
        let clues = clues_of(
            "Alvarez, M. (2014). The harvest of the north and\nwhat became of it. Harbour Press.\n\
             Brandt, K. (2011). The price of bread in towns\nby the sea. Harbour Press.",
        );
        let weights = Weights::at_large();
        let are_starts: Vec<_> = clues
            .iter()
            .map(|clues| weights.odds(clues) > 0.0)
            .collect();
        assert_eq!(are_starts, [true, false, true, false]);
    }

    #[test]
    fn a_list_teaches_what_its_layout_rests_on() {
        let clues = clues_of(&"Bread\n    Salt\n".repeat(20));
        let starts: Vec<_> = (0..clues.len()).map(|idx| idx % 2 == 0).collect();
        let difference = |weights: &Weights| weights.odds(&clues[2]) - weights.odds(&clues[3]);
        let learnt = Weights::of(&clues, &starts);
        assert!(difference(&learnt) > difference(&Weights::at_large()));
    }
}
